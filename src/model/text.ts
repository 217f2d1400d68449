/** Plain text: a string, or one string per language (BCP 47 keys). Never HTML. */
export type Text = string | Readonly<Record<string, string>>;

/** Text in one language. `lang` is set if it differs from the requested language. */
export interface SpokenText {
  readonly value: string;
  readonly lang?: string;
}

const primary = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/** Languages tried if a text lacks the requested one: those of the platform, by frequency. */
const FALLBACK_ORDER = ['fr', 'nl', 'en', 'de'] as const;

const spoken = (lang: string, value: string, wanted: string): SpokenText =>
  primary(lang) === wanted ? {value} : {value, lang};

/**
 * Returns a text in `language`; falls back to French, Dutch, English, German, then any other language. `lang` is set if
 * the result is in another language than requested, so that it can be marked up (RGAA 8.7).
 *
 * @param ownLang Language of a text that is a plain string, if the record states it.
 */
export function pickText(text: Text | undefined, language: string, ownLang?: string): SpokenText {
  if (text === undefined) return {value: ''};
  const wanted = primary(language);
  if (typeof text === 'string') {
    return ownLang && primary(ownLang) !== wanted ? {value: text, lang: ownLang} : {value: text};
  }
  const worded = Object.entries(text).filter(([, value]) => value.trim() !== '');
  for (const candidate of [language, wanted, ...FALLBACK_ORDER]) {
    const found =
      worded.find(([key]) => key === candidate) ??
      worded.find(([key]) => primary(key) === candidate);
    if (found) return spoken(...found, wanted);
  }
  const [first] = worded;
  return first ? spoken(...first, wanted) : {value: ''};
}

/** Bidirectional control characters and right-to-left letters. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * Joins facts into one line. Each one with bidirectional characters is isolated from the others (UAX 9, U+2068 and
 * U+2069).
 */
export const inLine = (facts: readonly (string | false | undefined)[], between = ' · '): string =>
  facts
    .filter(fact => !!fact)
    .map(fact =>
      TURNING.test(String(fact))
        ? `\u2068${String(fact).replace(/[\u2066-\u2069]/g, '')}\u2069`
        : fact,
    )
    .join(between);

/**
 * Returns a place name in all its languages, the requested one first: `Moeskroen / Mouscron` in Dutch. A plain string
 * is returned unchanged.
 */
export function namesIn(names: Text | undefined, language: string): string {
  const all = typeof names === 'string' ? [] : Object.values(names ?? {});
  return [...new Set([pickText(names, language).value, ...all])].filter(Boolean).join(' / ');
}
