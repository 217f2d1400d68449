const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ς: 'σ',
  '’': "'",
};

/**
 * Folds a text for search: lower case, no diacritics, ligatures written out, no invisible hyphens, any run of
 * spaces one space. `fold('Écluse du Cœur')` is `'ecluse du coeur'`.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłς’]/g, letter => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ');

/** The folded words of a search; all of them must be found. */
export const searchWords = (query: string): readonly string[] =>
  fold(query).split(' ').filter(Boolean);
