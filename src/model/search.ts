/** Which texts have all of some words. */
interface Found {
  readonly words: readonly string[];
  /** 1 for each text that has them. */
  readonly hits: Uint8Array;
  readonly count: number;
}

/** So many searches are remembered: as many as a reader takes letters back. */
const KEPT = 8;

/**
 * Looks for words in folded texts. A longer search looks through what a shorter one has found, and a letter that is
 * taken back leads to a search that is known.
 */
export class Search {
  readonly #texts: readonly string[];
  #known: readonly Found[] = [];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** For each text 1 if it has all the words, else 0. */
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
