const SYLLABLES =
  'ba be bi bo bu ca ce ci co cu da de di do du fa fe fi fo fu ga ge gi go la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo vu'.split(
    ' ',
  );
const ENDINGS = ['', 's', 'es', 'tion', 'ment', 'r', 'x', 'eau', 'é', 'ée', 'ité', 'euse', 'ère'];
const FREQUENT =
  'le la les de des du un une et à au en pour dans par sur avec est qui que commune projet canal paysage école'.split(
    ' ',
  );

/** Texts as a region’s documents have them: frequent and rare words, in the proportions of Zipf’s law. */
export class GeneratedTexts {
  readonly words: readonly string[];
  #state: number;

  /** @param vocabulary Number of different words. */
  constructor(vocabulary: number, seed = 59) {
    this.#state = seed;
    const words = new Set(FREQUENT);
    while (words.size < vocabulary) {
      const length = 2 + Math.floor(3 * this.#random());
      const stem = Array.from({length}, () => this.#pick(SYLLABLES)).join('');
      words.add(stem + this.#pick(ENDINGS));
    }
    this.words = [...words];
  }

  #random(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }

  #pick(list: readonly string[]): string {
    return list[Math.floor(this.#random() * list.length)] ?? '';
  }

  /** Returns a word: the n-th of the list n times more rarely than the first. */
  word(): string {
    return this.words[Math.floor(this.words.length ** this.#random()) - 1] ?? '';
  }

  /** Returns lines of about ten words. */
  lines(count: number): readonly string[] {
    return Array.from({length: count}, () => Array.from({length: 10}, () => this.word()).join(' '));
  }
}
