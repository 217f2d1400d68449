/** Start of a text, up to the end of a sentence or of a word. */
export interface Excerpt {
  readonly value: string;
  /** True if the text goes on. */
  readonly isCut: boolean;
}

/** Text up to its last sentence end: punctuation with closing quotes or brackets, before a space. */
const SENTENCES = /^.*[.!?…]([\s\u202f]?[»”’")\]])*(?=\s)/su;
/** Text up to its last space. */
const WORDS = /^.*?(?=[\s,;:–—-]*\s\S*$)/su;
/** Articles, prepositions and numbers at the end of a text, which refer to the word after it. */
const LOOSE_END = /(?:[\s,;:–—-]+(?:(?:\p{L}{1,2}[’'])?\p{L}{1,3}|[\d.,\u202f]+))+$/u;
/** Part of the maximum length that complete sentences must fill. */
const MIN_FILL = 0.45;

/**
 * Returns the text, or a start of it that is at most `maxLength` characters: complete sentences if they are long enough,
 * else complete words and an ellipsis, the last one not an article or a number. Only a single word longer than that is cut.
 */
export function excerptOf(text: string, maxLength: number): Excerpt {
  const whole = text.trim();
  if (whole.length <= maxLength) return {value: whole, isCut: false};
  // One character more: a sentence or a word may end exactly there.
  const start = whole.slice(0, maxLength + 1);
  const sentences = SENTENCES.exec(start)?.[0] ?? '';
  if (sentences.length >= maxLength * MIN_FILL) return {value: sentences, isCut: true};
  const words = WORDS.exec(start)?.[0].replace(LOOSE_END, '');
  // A character may be two code units.
  return {value: `${words || start.slice(0, -1).replace(/[\ud800-\udbff]$/, '')}…`, isCut: true};
}

/** First sentence of a text. An initial or an abbreviation is too short to be one. */
const OPENING = /^.{20,}?[.!?…]([\s\u202f]?[»”’")\]])*(?=\s+[\p{Lu}\d«“"]|$)/su;

/** Splits a text after its first sentence; `['', text]` if that is longer than `maxLength`. */
export function splitOpening(
  text: string,
  maxLength: number,
): readonly [opening: string, rest: string] {
  const opening = OPENING.exec(text)?.[0] ?? '';
  return opening.length > maxLength ? ['', text] : [opening, text.slice(opening.length).trim()];
}
