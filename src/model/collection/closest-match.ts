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

/**
 * Returns the word of a list that is closest to a misspelt one, case aside; undefined if none is close. A short word is
 * another one after an edit or two: `es` and `en`, `carte` and `cards`.
 */
export function closestMatch(word: string, list: Iterable<string>): string | undefined {
  const typed = word.toLowerCase();
  let minDistance = Math.floor(typed.length / 3) + 1;
  let best: string | undefined;
  for (const one of list) {
    const wordDistance = editDistance(typed, one.toLowerCase());
    if (wordDistance < minDistance) [best, minDistance] = [one, wordDistance];
  }
  return best;
}
