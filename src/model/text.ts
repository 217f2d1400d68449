/** Plain text: a string, or one string per language (BCP 47 keys). Never HTML. */
export type Text = string | Readonly<Record<string, string>>;

/** Text in one language. `lang` is set if it differs from the requested language. */
export interface LocalizedText {
  readonly value: string;
  readonly lang?: string;
}

const primarySubtag = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/** Languages tried if a text lacks the requested one: the languages of the platform, by frequency. */
const FALLBACK_LANGUAGES = ['fr', 'nl', 'en', 'de'] as const;

const localized = (lang: string, value: string, requested: string): LocalizedText =>
  primarySubtag(lang) === requested ? {value} : {value, lang};

/**
 * Returns a text in `language`; falls back to French, Dutch, English, German, then any other language. `lang` is set if
 * the result is in another language than requested, so that it can be marked up (RGAA 8.7).
 *
 * @param ownLang Language of a text that is a plain string, if the record states it.
 */
export function pickText(
  text: Text | undefined,
  language: string,
  ownLang?: string,
): LocalizedText {
  if (text === undefined) return {value: ''};
  const requested = primarySubtag(language);
  if (typeof text === 'string') {
    const value = text.trim() && text;
    return ownLang && value && primarySubtag(ownLang) !== requested
      ? {value, lang: ownLang}
      : {value};
  }
  const translations = Object.entries(text).filter(([, value]) => value.trim() !== '');
  for (const candidate of [language, requested, ...FALLBACK_LANGUAGES]) {
    const found =
      translations.find(([key]) => key === candidate) ??
      translations.find(([key]) => primarySubtag(key) === candidate);
    if (found) return localized(...found, requested);
  }
  const [first] = translations;
  return first ? localized(...first, requested) : {value: ''};
}

/** Bidirectional control characters and right-to-left letters. */
const BIDI_CHARACTERS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufefc]/;

/** Dot between facts. Its no-break space keeps it at the end of a line, never at the start of one. */
export const FACT_SEPARATOR = '\u00a0· ';

/**
 * Joins facts into one line. Each one with bidirectional characters is isolated from the others (UAX 9, U+2068 and
 * U+2069).
 */
export const joinFacts = (
  facts: readonly (string | false | undefined)[],
  separator = FACT_SEPARATOR,
): string =>
  facts
    .filter(fact => !!fact)
    .map(fact =>
      BIDI_CHARACTERS.test(String(fact))
        ? `\u2068${String(fact).replace(/[\u2066-\u2069]/g, '')}\u2069`
        : fact,
    )
    .join(separator);

/**
 * Returns a place name in all its languages, the requested one first: `Moeskroen / Mouscron` in Dutch. A plain string
 * is returned unchanged.
 */
export function placeNames(names: Text | undefined, language: string): string {
  const all = typeof names === 'string' ? [] : Object.values(names ?? {});
  return [...new Set([pickText(names, language).value, ...all])].filter(Boolean).join(' / ');
}

/** Returns a text in all its languages, for search. */
export const translationsOf = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
