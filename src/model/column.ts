/** Whether the record at an index passes. */
export type Test = (index: number) => boolean;

/** How often each value of a column occurs among the records added. */
export interface Tally {
  add(index: number): void;
  /** Values that don't occur are left out. */
  entries(): [value: string, count: number][];
}

/** What every record of a collection has for one filter, held as numbers so that no test or count touches texts. */
export class Column {
  readonly #codeOf = new Map<string, number>();
  /** Those of record `i` stand from `offsets[i]` to before `offsets[i + 1]`, and tell values by their order of arrival. */
  readonly #codes: number[] = [];
  readonly #offsets: Uint32Array;
  #length = 0;

  /** A column for so many records, of which none is in it yet. */
  constructor(length: number) {
    this.#offsets = new Uint32Array(length + 1);
  }

  /** Adds what the next record has. */
  add(values: readonly string[]): void {
    for (const value of values) {
      const code = this.#codeOf.get(value) ?? this.#codeOf.size;
      this.#codeOf.set(value, code);
      this.#codes.push(code);
    }
    this.#offsets[++this.#length] = this.#codes.length;
  }

  /** Passes records that have one of some values. */
  test(wanted: readonly string[]): Test {
    const chosen = new Set(wanted);
    const passes = Uint8Array.from(this.#codeOf.keys(), value => Number(chosen.has(value)));
    const [codes, offsets] = [this.#codes, this.#offsets];
    return index => {
      const end = offsets[index + 1] as number;
      for (let at = offsets[index] as number; at < end; at++) {
        if (passes[codes[at] as number] === 1) return true;
      }
      return false;
    };
  }

  tally(): Tally {
    const counts = new Uint32Array(this.#codeOf.size);
    const [codes, offsets] = [this.#codes, this.#offsets];
    return {
      add(index) {
        const end = offsets[index + 1] as number;
        for (let at = offsets[index] as number; at < end; at++) {
          const code = codes[at] as number;
          counts[code] = (counts[code] as number) + 1;
        }
      },
      entries: () =>
        [...this.#codeOf]
          .map(([value, code]): [string, number] => [value, counts[code] as number])
          .filter(([, count]) => count > 0),
    };
  }
}
