import {readFileSync} from 'node:fs';

/** Notes on the records of the demo, by `collection/id`. They are for readers of the repository. */
export const notes = JSON.parse(
  readFileSync(new URL('../../demo/data/notes.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** Phrases of people who collect data, which a public page must not contain. */
const CAVEATS = [
  /non retrouvée?s?\b|pas été retrouvée?s?\b/i,
  /niet teruggevonden|\bnot found\b/i,
  /à confirmer|nog te bevestigen/i,
  /titre de notre fait/i,
  /le jour de la lecture|op de dag van lezing/i,
  /les pages lues|les sources se contredisent/i,
  /n’(?:est|sont) pas indiquée?s?|\bnon indiquée?s?\b/i,
  /placée? sur la carte|op de kaart in/i,
  /\((?:portail|portaal) \d+\)|\bfiche \d{4,}/i,
  /\| Portail de coopération/,
];

/** Returns the caveats in a text. */
export const caveatsIn = (text: string): readonly string[] =>
  CAVEATS.flatMap(pattern => pattern.exec(text)?.[0] ?? []);
