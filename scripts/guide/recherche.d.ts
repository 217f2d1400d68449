/** Entry of the index: address, page, heading, text, language. */
export type Entry = readonly [string, string, string, string, string];
/** Returns a text without case and accents, of the same length for texts in composed form. */
export function fold(text: string): string;
/** Returns the entries that contain all words of a search, best first. */
export function search(index: readonly Entry[], text: string, language: string): readonly Entry[];
/** Splits the part of a text around the first match into pieces: `[text, isMatch]`. */
export function excerpt(text: string, words: string): readonly (readonly [string, boolean])[];
