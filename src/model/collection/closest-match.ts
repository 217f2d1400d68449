/** Returns the optimal string alignment distance: the edits between two words; two exchanged letters are one. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isExchange = i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
        isExchange ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? 0;
}

/**
 * Returns the word of a list that is closest to a misspelt one, case aside; undefined if none is close. A short word is
 * another one after an edit or two: `es` and `en`, `carte` and `cards`.
 */
export function closestMatch(word: string, list: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  const maxDistance = Math.floor(typed.length / 3);
  let [best, minDistance]: [string | undefined, number] = [undefined, maxDistance + 1];
  for (const one of list) {
    const wordDistance = editDistance(typed, one.toLowerCase());
    if (wordDistance < minDistance) [best, minDistance] = [one, wordDistance];
  }
  return best;
}
