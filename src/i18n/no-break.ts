/**
 * Spaces at which a line must not end: before a word after a number of at most three digits, which is no year, or after
 * the last digits of a longer one; before French punctuation, dashes and slashes; after `«` and `°`.
 */
const BOUND_SPACES = /\b(\d{1,3}) (?=[\p{L}%€]|\d{3}\b)|([«°]) | (?=[:;!?»–—/])/gu;

/** Keeps numbers with their words, and punctuation with the word before it, on one line. */
export const bindSpaces = (text: string): string => text.replace(BOUND_SPACES, '$1$2\u00a0');
