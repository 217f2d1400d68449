/** Texts that contain all words of a search. */
interface Found {
  readonly words: readonly string[];
  /** 1 for each matching text, else 0. */
  readonly hits: Uint8Array;
  readonly count: number;
}

/** Number of cached searches, enough for a user who deletes letters one by one. */
const KEPT = 8;

/**
 * Searches folded texts. A longer search only checks the matches of a shorter one, and a deleted letter leads back to a
 * cached search.
 */
export class Search {
  readonly #texts: readonly string[];
  #known: readonly Found[] = [];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Returns 1 for each text that contains all the words, else 0. */
  find(words: readonly string[]): Uint8Array {
    const wider = this.#known
      .filter(({words: some}) => some.every(word => words.some(longer => longer.includes(word))))
      .sort((a, b) => a.count - b.count);
    const same = wider.find(({words: others}) => words.every(word => others.includes(word)));
    const found = same ?? this.#look(words, wider[0]?.hits);
    this.#known = [found, ...this.#known.filter(one => one !== found)].slice(0, KEPT);
    return found.hits;
  }

  #look(words: readonly string[], among?: Uint8Array): Found {
    const texts = this.#texts;
    const hits = new Uint8Array(texts.length);
    let count = 0;
    for (let index = 0; index < texts.length; index++) {
      if (among?.[index] === 0) continue;
      const text = texts[index] as string;
      let has = true;
      for (const word of words) has &&= text.includes(word);
      if (!has) continue;
      hits[index] = 1;
      count++;
    }
    return {words, hits, count};
  }
}
