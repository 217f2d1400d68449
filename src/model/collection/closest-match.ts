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

/** Returns the word of a list that is closest to a misspelt one; undefined if none is close. */
export function closestMatch(word: string, list: Iterable<string>): string | undefined {
  const maxDistance = word.length < 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let [best, minDistance]: [string | undefined, number] = [undefined, maxDistance + 1];
  for (const one of list) {
    const wordDistance = editDistance(word.toLowerCase(), one);
    if (wordDistance < minDistance) [best, minDistance] = [one, wordDistance];
  }
  return best;
}
