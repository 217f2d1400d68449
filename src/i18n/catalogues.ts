import {core} from './fr/core.js';
import type {Messages, MessageSections} from './messages.js';

/** Language of the widgets if the page states none or an unsupported one. */
export const DEFAULT_LANGUAGE = 'fr';

/**
 * The languages other than French, which ships with each widget. They are loaded on demand, since most pages use only
 * French. A new language is a file and a line here.
 */
const loaders = new Map<string, () => Promise<MessageSections>>([
  ['nl', async () => (await import('./nl.js')).nl],
  ['en', async () => (await import('./en.js')).en],
  ['de', async () => (await import('./de.js')).de],
]);

const cache = new Map<string, object>();

const primarySubtag = (language: string): string => language.split('-', 1)[0] ?? '';

const mergeSections = (sections: Readonly<Record<string, object>>): object =>
  Object.assign({}, ...Object.values(sections)) as object;

/** Returns the supported languages, French first. */
export const supportedLanguages = (): readonly string[] => [DEFAULT_LANGUAGE, ...loaders.keys()];

/** Returns the French core messages and the messages of the given sections. */
export const frenchMessages = <S extends keyof MessageSections>(
  sections?: Pick<MessageSections, S>,
): Messages<S> => mergeSections({core, ...sections}) as Messages<S>;

/** Returns the canonical BCP 47 tag of a language; undefined if there is none or the language is not supported. */
export function canonicalLanguage(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language).find(
      tag => isFrench(tag) || loaders.has(primarySubtag(tag)),
    );
  } catch {
    return undefined;
  }
}

/** Returns true if the messages of a language need no loading. */
export const isFrench = (language: string): boolean => primarySubtag(language) === DEFAULT_LANGUAGE;

/** Returns the messages of a language other than French, if loaded. They contain all sections. */
export const cachedMessages = <S extends keyof MessageSections>(
  language: string,
): Messages<S> | undefined => cache.get(primarySubtag(language)) as Messages<S> | undefined;

/** Loads the messages of a language other than French. */
export async function loadMessages<S extends keyof MessageSections>(
  language: string,
): Promise<Messages<S>> {
  const key = primarySubtag(language);
  const messages = mergeSections({...(await loaders.get(key)?.())});
  cache.set(key, messages);
  return messages as Messages<S>;
}
