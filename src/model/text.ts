/** Plain text: one string, or a string a language (BCP 47 keys). Never HTML. */
export type Text = string | Readonly<Record<string, string>>;

/** A text as it is shown: its words, and their language when that is known and not the one asked for. */
export interface SpokenText {
  readonly value: string;
  readonly lang?: string;
}

const primary = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? '';

/** Where to look when a text lacks the visitor's language: the platform's own languages in order of use. */
const FALLBACK_ORDER = ['fr', 'nl', 'en', 'de'] as const;

const spoken = (lang: string, value: string, wanted: string): SpokenText =>
  primary(lang) === wanted ? {value} : {value, lang};

/**
 * Picks the words of a text for a reader of `language`; falls back to French, Dutch, English, German, then
 * whatever there is. `lang` is set when the words are in another language than asked for, so that they can be
 * tagged (RGAA 8.7). A bare string is taken to be in `ownLang` where a record names its language.
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

/** Marks of direction, and letters that are written from right to left. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufefc]/;

/** Several facts in one line, none of which turns the others round (UAX 9: each between U+2068 and U+2069). */
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
 * The names of a place as its own people write them: for a reader of Dutch `Moeskroen / Mouscron`. None is ever
 * translated: one string stands as it is.
 */
export function namesIn(names: Text | undefined, language: string): string {
  const all = typeof names === 'string' ? [] : Object.values(names ?? {});
  return [...new Set([pickText(names, language).value, ...all])].filter(Boolean).join(' / ');
}
