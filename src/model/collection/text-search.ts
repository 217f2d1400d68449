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
 * Searches folded texts. A longer search only checks the matches of a shorter one, and a deleted letter leads back to a
 * cached search.
 */
export class TextSearch {
  readonly #texts: readonly string[];
  #cache: readonly SearchResult[] = [];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Returns 1 for each text that contains all the words, else 0. */
  find(words: readonly string[]): Uint8Array {
    const broader = this.#cache
      .filter(({words: otherWords}) =>
        otherWords.every(word => words.some(longer => longer.includes(word))),
      )
      .sort((a, b) => a.count - b.count);
    const same = broader.find(({words: others}) => words.every(word => others.includes(word)));
    const result = same ?? this.#scan(words, broader[0]?.matches);
    this.#cache = [result, ...this.#cache.filter(one => one !== result)].slice(0, MAX_CACHED);
    return result.matches;
  }

  #scan(words: readonly string[], candidates?: Uint8Array): SearchResult {
    const texts = this.#texts;
    const matches = new Uint8Array(texts.length);
    let count = 0;
    for (let index = 0; index < texts.length; index++) {
      if (candidates?.[index] === 0) continue;
      const text = texts[index] as string;
      let isMatch = true;
      for (const word of words) isMatch &&= text.includes(word);
      if (!isMatch) continue;
      matches[index] = 1;
      count++;
    }
    return {words, matches, count};
  }
}
