import type {Text} from './text.js';

/** Returns a text in all its languages, for search. */
export const translationsOf = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
