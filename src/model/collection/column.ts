/** Returns true if the record at an index matches. */
export type Predicate = (index: number) => boolean;

/** Counts the values of a column among the records added. */
export interface Tally {
  add(index: number): void;
  /** Values with their counts; values without records are omitted. */
  entries(): [value: string, count: number][];
}

/** Values of one filter for all records, stored as numbers so that filtering and counting do not compare strings. */
export class Column {
  readonly #codeOf = new Map<string, number>();
  /**
   * Value codes, numbered by first occurrence. Those of record `i` are at `offsets[i]` up to, but not including,
   * `offsets[i + 1]`.
   */
  readonly #codes: number[] = [];
  readonly #offsets: Uint32Array;
  #length = 0;

  /** Creates an empty column for `length` records. */
  constructor(length: number) {
    this.#offsets = new Uint32Array(length + 1);
  }

  /** Appends the values of the next record. */
  add(values: readonly string[]): void {
    for (const value of values) {
      const code = this.#codeOf.get(value) ?? this.#codeOf.size;
      this.#codeOf.set(value, code);
      this.#codes.push(code);
    }
    this.#offsets[++this.#length] = this.#codes.length;
  }

  /** Returns a predicate that is true for records with at least one of the values. */
  predicate(values: readonly string[]): Predicate {
    const chosen = new Set(values);
    const isMatch = Uint8Array.from(this.#codeOf.keys(), value => Number(chosen.has(value)));
    const [codes, offsets] = [this.#codes, this.#offsets];
    return index => {
      const end = offsets[index + 1] as number;
      for (let at = offsets[index] as number; at < end; at++) {
        if (isMatch[codes[at] as number] === 1) return true;
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
