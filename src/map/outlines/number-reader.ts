/** Number of characters of the alphabet in scripts/make/outlines-geometry.mjs. */
const ALPHABET = 89;
/** Smaller numbers take one character. */
const ONE = ALPHABET - 16;

/** Returns a function that reads the integers of a text, as written by scripts/make/outlines-geometry.mjs, one per call. */
export function numberReader(text: string): () => number {
  let offset = 0;
  // The alphabet is ASCII from the space up, without the six characters that need quoting in strings or HTML.
  const readDigit = (): number => {
    const code = text.charCodeAt(offset++);
    let skipped = 32;
    for (const left of [34, 36, 39, 60, 92, 96]) if (code > left) skipped++;
    return code - skipped;
  };
  return () => {
    const first = readDigit();
    let value = first;
    if (first === ALPHABET - 1) {
      value = readDigit();
      value = value * ALPHABET + readDigit();
      value = value * ALPHABET + readDigit() + ONE + 15 * ALPHABET;
    } else if (first >= ONE) value = (first - ONE) * ALPHABET + readDigit() + ONE;
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
}
