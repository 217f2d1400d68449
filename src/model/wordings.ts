import type {Text} from './text.js';

/** Every wording of a text, for search. */
export const wordings = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
