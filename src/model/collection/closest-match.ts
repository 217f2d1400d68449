/** Returns the Levenshtein distance between two words. */
function editDistance(from: string, to: string): number {
  let row = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}

const lettersOf = (word: string): string => word.split('').sort().join();

/**
 * Returns the word of a list that is closest to a misspelt one, case aside; undefined if none is close. A short word is
 * another one after an edit or two (`es` and `en`, `carte` and `cards`), unless two letters were exchanged.
 */
export function closestMatch(word: string, list: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  const maxDistance = Math.floor(typed.length / 3);
  let [best, minDistance]: [string | undefined, number] = [undefined, maxDistance + 1];
  for (const one of list) {
    const wordDistance = editDistance(typed, one.toLowerCase());
    const isExchange = wordDistance === 2 && lettersOf(typed) === lettersOf(one.toLowerCase());
    const distance = isExchange ? 1 : wordDistance;
    if (distance < minDistance) [best, minDistance] = [one, distance];
  }
  return best;
}
