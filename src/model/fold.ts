const REPLACEMENTS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ς: 'σ',
  '’': "'",
};

/** Cache of folded character sequences beyond ASCII. Few texts have many different ones; at most 5000 are cached. */
const cache = new Map<string, string>();
const MAX_CACHED = 5000;

function foldBeyondAscii(letters: string): string {
  let folded = cache.get(letters);
  if (folded === undefined) {
    folded = letters
      .normalize('NFKD')
      .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]+/gu, '')
      .toLowerCase()
      .replace(/[œæßøłς’]/g, letter => REPLACEMENTS[letter] ?? letter);
    if (cache.size < MAX_CACHED) cache.set(letters, folded);
  }
  return folded;
}

/**
 * Folds a text for search: lower case, no diacritics, ligatures expanded, soft hyphens and zero-width characters
 * removed, white space collapsed. `fold('Écluse du Cœur')` is `'ecluse du coeur'`.
 *
 * Only characters beyond ASCII are normalized, which is four times faster.
 */
export const fold = (text: string): string =>
  text
    .replace(/[^\0-\x7f]{1,9}/gu, foldBeyondAscii)
    .toLowerCase()
    .replace(/\s\s+|[^\S ]/g, ' ');

/** Returns the key by which names of fields are compared: `annee_de_pose` is `Année de pose`. */
export const fieldNameKey = (name: string): string =>
  fold(name)
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** Splits a search query into folded words, all of which must match. */
export const searchWords = (query: string): readonly string[] =>
  fold(query).split(' ').filter(Boolean);
