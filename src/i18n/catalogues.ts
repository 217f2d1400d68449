import {fr} from './fr.js';
import {loadDe} from './load-de.js';
import {loadEn} from './load-en.js';
import {loadNl} from './load-nl.js';
import type {Messages} from './messages.js';

/** The language of the widgets where the page names none, or none that they speak. */
export const DEFAULT_LANGUAGE = 'fr';

const known = new Map<string, Messages>([['fr', fr]]);

// French is at hand; most pages speak no other, so the others come when one does.
const loaders = new Map<string, () => Promise<Messages>>([
  ['nl', async () => (await loadNl()).nl],
  ['en', async () => (await loadEn()).en],
  ['de', async () => (await loadDe()).de],
]);

const primary = (language: string): string => language.split('-', 1)[0] ?? '';

/** Whether the widgets speak a language, a BCP 47 tag in its canonical form. */
export const isSpoken = (language: string): boolean =>
  known.has(primary(language)) || loaders.has(primary(language));

/** The sentences of a language that are at hand. */
export const knownMessages = (language: string): Messages | undefined =>
  known.get(primary(language));

/** Fetches the sentences of a language that the widgets speak. */
export async function loadMessages(language: string): Promise<Messages> {
  const key = primary(language);
  const messages = (await loaders.get(key)?.()) ?? fr;
  known.set(key, messages);
  return messages;
}
