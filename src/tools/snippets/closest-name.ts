import {closestMatch} from '../../model/collection/closest-match.js';

const lettersOf = (word: string): string => word.toLowerCase().split('').sort().join();

/** Returns the name with the letters of a word in another order: `tpye` for `type`. */
export const exchangedName = (word: string, names: readonly string[]): string | undefined =>
  names.find(name => name.length > 2 && lettersOf(name) === lettersOf(word));

/** Returns the name that a misspelt word means; undefined if it is far from all. */
export const closestName = (word: string, names: readonly string[]): string | undefined =>
  exchangedName(word, names) ?? closestMatch(word, names);
