const LIGATURES: Readonly<Record<string, string>> = {œ: 'oe', æ: 'ae', ĳ: 'ij', ß: 'ss', ø: 'o', ł: 'l', '’': "'"};

/**
 * Folds a text for search: lower case, no diacritics, ligatures written out, any run of spaces one space.
 * `fold('Écluse du Cœur')` is `'ecluse du coeur'`.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæĳßøł’]/g, letter => LIGATURES[letter] ?? letter)
    .replace(/\s+/g, ' ');

/** The folded words of a search; all of them must be found. */
export const searchWords = (query: string): readonly string[] => fold(query).split(' ').filter(Boolean);
