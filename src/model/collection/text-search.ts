/** Texts that contain all words of a search. */
interface SearchResult {
  readonly words: readonly string[];
  /** 1 for each matching text, else 0. */
  readonly matches: Uint8Array;
  readonly count: number;
}

/** Number of cached searches, enough for a user who deletes letters one by one. */
const MAX_CACHED = 8;

/**
 * Searches folded texts. A longer search only checks the matches of a shorter one, each from where it matched, and a
 * deleted letter leads back to a cached search.
 */
export class TextSearch {
  readonly #texts: readonly string[];
  #cache: readonly SearchResult[] = [];
  /** Latest search that was not cached, and the position of its last word in each matching text. */
  #latest: {readonly result: SearchResult; readonly positions: Uint32Array} | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Returns 1 for each text that contains all the words, else 0. */
  find(all: readonly string[]): Uint8Array {
    // A pasted text may have hundreds of words, of which few are different.
    const words = [...new Set(all)];
    const broader = this.#cache
      .filter(({words: otherWords}) =>
        otherWords.every(word => words.some(longer => longer.includes(word))),
      )
      .sort((a, b) => a.count - b.count);
    const same = broader.find(({words: others}) => words.every(word => others.includes(word)));
    const result = same ?? this.#scan(words, broader[0]);
    this.#cache = [result, ...this.#cache.filter(one => one !== result)].slice(0, MAX_CACHED);
    return result.matches;
  }

  #scan(words: readonly string[], broader?: SearchResult): SearchResult {
    const texts = this.#texts;
    const last = words.at(-1) ?? '';
    // Most keys lengthen the last word, which then cannot occur before the position of the shorter one.
    const isLengthened = broader === this.#latest?.result && isLastLengthened(broader, words);
    const starts = isLengthened ? this.#latest?.positions : undefined;
    const others = starts ? [] : words.slice(0, -1);
    const matches = new Uint8Array(texts.length);
    const positions = new Uint32Array(texts.length);
    let count = 0;
    for (let index = 0; index < texts.length; index++) {
      if (broader?.matches[index] === 0) continue;
      const text = texts[index] as string;
      const position = text.indexOf(last, starts?.[index]);
      let isMatch = position >= 0;
      for (const word of others) isMatch &&= text.includes(word);
      if (!isMatch) continue;
      matches[index] = 1;
      positions[index] = position;
      count++;
    }
    const result = {words, matches, count};
    this.#latest = {result, positions};
    return result;
  }
}

/** Returns true if the words repeat an earlier search with more letters in the last word. */
const isLastLengthened = (
  earlier: SearchResult | undefined,
  words: readonly string[],
): earlier is SearchResult =>
  words.length === earlier?.words.length &&
  words.every((word, i) =>
    i < words.length - 1 ? word === earlier.words[i] : word.startsWith(earlier.words[i] ?? ''),
  );
