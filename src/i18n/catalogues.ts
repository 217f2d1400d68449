import {core} from './fr/core.js';
import {loadDe} from './load-de.js';
import {loadEn} from './load-en.js';
import {loadNl} from './load-nl.js';
import type {Messages, Sections} from './messages.js';

/** Language of the widgets if the page states none or an unsupported one. */
export const DEFAULT_LANGUAGE = 'fr';

// French ships with each widget. Other languages are loaded on demand, since most pages use only French.
const loaders = new Map<string, () => Promise<Sections>>([
  ['nl', async () => (await loadNl()).nl],
  ['en', async () => (await loadEn()).en],
  ['de', async () => (await loadDe()).de],
]);

const known = new Map<string, object>();

const primary = (language: string): string => language.split('-', 1)[0] ?? '';

const merged = (sections: Readonly<Record<string, object>>): object =>
  Object.assign({}, ...Object.values(sections)) as object;

/** Returns the French core messages and those of the given sections. */
export const inFrench = <S extends keyof Sections>(own?: Pick<Sections, S>): Messages<S> =>
  merged({core, ...own}) as Messages<S>;

/** Returns true if a language is supported. Expects a canonical BCP 47 tag. */
export const isSpoken = (language: string): boolean =>
  isFrench(language) || loaders.has(primary(language));

/** Returns true if the messages of a language need no loading. */
export const isFrench = (language: string): boolean => primary(language) === DEFAULT_LANGUAGE;

/** Returns the messages of a language other than French, if loaded. They contain all sections. */
export const knownMessages = <S extends keyof Sections>(
  language: string,
): Messages<S> | undefined => known.get(primary(language)) as Messages<S> | undefined;

/** Loads the messages of a language other than French. */
export async function loadMessages<S extends keyof Sections>(
  language: string,
): Promise<Messages<S>> {
  const key = primary(language);
  const messages = merged({...(await loaders.get(key)?.())});
  known.set(key, messages);
  return messages as Messages<S>;
}
