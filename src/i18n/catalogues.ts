import {core} from './fr/core.js';
import {loadDe} from './load-de.js';
import {loadEn} from './load-en.js';
import {loadNl} from './load-nl.js';
import type {Messages, Sections} from './messages.js';

/** The language of the widgets where the page names none, or none that they speak. */
export const DEFAULT_LANGUAGE = 'fr';

// French comes with each widget; most pages speak no other, so the others come when one does.
const loaders = new Map<string, () => Promise<Sections>>([
  ['nl', async () => (await loadNl()).nl],
  ['en', async () => (await loadEn()).en],
  ['de', async () => (await loadDe()).de],
]);

const known = new Map<string, object>();

const primary = (language: string): string => language.split('-', 1)[0] ?? '';

const merged = (sections: Readonly<Record<string, object>>): object =>
  Object.assign({}, ...Object.values(sections)) as object;

/** What every widget says in French, and what the sections of this one add. */
export const inFrench = <S extends keyof Sections>(own?: Pick<Sections, S>): Messages<S> =>
  merged({core, ...own}) as Messages<S>;

/** Whether the widgets speak a language, a BCP 47 tag in its canonical form. */
export const isSpoken = (language: string): boolean =>
  isFrench(language) || loaders.has(primary(language));

/** Whether a language needs no fetching. */
export const isFrench = (language: string): boolean => primary(language) === DEFAULT_LANGUAGE;

/** The sentences of a language other than French, when they have been fetched: whatever any widget says is in them. */
export const knownMessages = <S extends keyof Sections>(
  language: string,
): Messages<S> | undefined => known.get(primary(language)) as Messages<S> | undefined;

/** Fetches the sentences of a language other than French. */
export async function loadMessages<S extends keyof Sections>(
  language: string,
): Promise<Messages<S>> {
  const key = primary(language);
  const messages = merged({...(await loaders.get(key)?.())});
  known.set(key, messages);
  return messages as Messages<S>;
}
