import {fold} from '../../../../src/model/fold.js';

const MAX_WORD = 30;

/** Returns the folded words of a text, as `search.js` splits a question: letters and digits. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && word.length <= MAX_WORD);
