const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ς: 'σ',
  '’': "'",
};

/** What letters beyond ASCII become. Few texts have many different ones; no more than these are kept. */
const known = new Map<string, string>();
const MOST_KEPT = 5000;

function foldBeyondAscii(letters: string): string {
  let folded = known.get(letters);
  if (folded === undefined) {
    folded = letters
      .normalize('NFKD')
      .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]+/gu, '')
      .toLowerCase()
      .replace(/[œæßøłς’]/g, letter => LETTERS[letter] ?? letter);
    if (known.size < MOST_KEPT) known.set(letters, folded);
  }
  return folded;
}

/**
 * Folds a text for search: lower case, no diacritics, ligatures written out, no invisible hyphens, any run of
 * spaces one space. `fold('Écluse du Cœur')` is `'ecluse du coeur'`. Only what is beyond ASCII is looked at closely:
 * that is four times quicker.
 */
export const fold = (text: string): string =>
  text
    .replace(/[^\0-\x7f]{1,9}/gu, foldBeyondAscii)
    .toLowerCase()
    .replace(/\s\s+|[^\S ]/g, ' ');

/** The folded words of a search; all of them must be found. */
export const searchWords = (query: string): readonly string[] =>
  fold(query).split(' ').filter(Boolean);
