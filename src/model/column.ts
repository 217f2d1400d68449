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
  readonly #values: readonly string[];
  /** Those of record `i` stand from `offsets[i]` to before `offsets[i + 1]`, and point into the values. */
  readonly #codes: Uint32Array;
  readonly #offsets: Uint32Array;

  constructor(lists: readonly (readonly string[])[]) {
    const codeOf = new Map<string, number>();
    const codes: number[] = [];
    this.#offsets = new Uint32Array(lists.length + 1);
    lists.forEach((list, index) => {
      for (const value of list) {
        const code = codeOf.get(value) ?? codeOf.size;
        codeOf.set(value, code);
        codes.push(code);
      }
      this.#offsets[index + 1] = codes.length;
    });
    this.#values = [...codeOf.keys()];
    this.#codes = new Uint32Array(codes);
  }

  /** Passes records that have one of some values. */
  test(wanted: readonly string[]): Test {
    const chosen = new Set(wanted);
    const passes = Uint8Array.from(this.#values, value => Number(chosen.has(value)));
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
    const counts = new Uint32Array(this.#values.length);
    const [values, codes, offsets] = [this.#values, this.#codes, this.#offsets];
    return {
      add(index) {
        const end = offsets[index + 1] as number;
        for (let at = offsets[index] as number; at < end; at++) {
          const code = codes[at] as number;
          counts[code] = (counts[code] as number) + 1;
        }
      },
      entries: () =>
        values
          .map((value, code): [string, number] => [value, counts[code] as number])
          .filter(([, count]) => count > 0),
    };
  }
}
