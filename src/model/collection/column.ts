import {fold} from '../fold.js';
import {sortIndices} from './sort-order.js';

/** Returns true if the record at an index matches. */
export type Predicate = (index: number) => boolean;

/** Counts the values of a column among the records added. */
export interface Tally {
  add(index: number): void;
  /**
   * Returns the values with their counts, the most frequent first, then by code units. Values without records are
   * omitted. The values must have been sorted.
   */
  entries(): [value: string, count: number][];
}

/** Returns the key under which spellings of one value are counted together: `RAISMES ` is `Raismes`. */
const spellingKey = (value: string): string => fold(value).trim().replace(/\s+/g, ' ');

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

  /** Number of occurrences of each spelling, by code; empty if spellings are not merged. */
  readonly #spellings: Map<string, number>[] = [];
  /** Number of the last record with a value, by code: a record counts once for a value. */
  readonly #lastRecord: number[] = [];
  /** Value codes with their commonest spelling, in the order of the spellings. See `sortValues`. */
  #sortedValues: readonly (readonly [code: number, value: string])[] | undefined;
  readonly #mergesSpellings: boolean;

  /**
   * Creates an empty column for `length` records.
   *
   * @param mergesSpellings True for words: case, diacritics and spaces do not matter, and the commonest spelling is shown.
   */
  constructor(length: number, mergesSpellings = false) {
    this.#offsets = new Uint32Array(length + 1);
    this.#mergesSpellings = mergesSpellings;
  }

  #keyOf(value: string): string {
    return this.#mergesSpellings ? spellingKey(value) : value;
  }

  /** Appends the values of the next record. */
  add(values: readonly string[]): void {
    const record = ++this.#length;
    for (const value of values) {
      const key = this.#keyOf(value);
      const code = this.#codeOf.get(key) ?? this.#codeOf.size;
      this.#codeOf.set(key, code);
      if (this.#mergesSpellings) {
        const spellings = (this.#spellings[code] ??= new Map<string, number>());
        spellings.set(value, (spellings.get(value) ?? 0) + 1);
      }
      if (this.#lastRecord[code] !== record) this.#codes.push(code);
      this.#lastRecord[code] = record;
    }
    this.#offsets[record] = this.#codes.length;
    this.#sortedValues = undefined;
  }

  /** Returns a predicate that is true for records with at least one of the values. */
  predicate(values: readonly string[]): Predicate {
    const chosen = new Set(values.map(value => this.#keyOf(value)));
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

  /** Returns the commonest spelling of a value, the first of several. */
  #spellingOf(code: number): string | undefined {
    let best: readonly [spelling: string, count: number] | undefined;
    for (const one of this.#spellings[code] ?? []) if (!best || one[1] > best[1]) best = one;
    return best?.[0];
  }

  /**
   * Sorts the values for the counts, once, in steps of a few milliseconds: there may be tens of thousands of them, which
   * each key of a search counts again.
   */
  *sortValues(): Generator<void> {
    if (this.#sortedValues) return;
    const values = [...this.#codeOf.keys()].map((key, code) => this.#spellingOf(code) ?? key);
    const codes = yield* sortIndices(values, {compare: (a, b) => (a < b ? -1 : Number(a > b))});
    this.#sortedValues = codes.map(code => [code, values[code] as string]);
  }

  /** True if no record has a value. */
  get isEmpty(): boolean {
    return this.#codes.length === 0;
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
      entries: () => {
        const byCount = new Map<number, [value: string, count: number][]>();
        for (const [code, value] of this.#sortedValues ?? []) {
          const count = counts[code] as number;
          const entries = byCount.get(count);
          if (entries) entries.push([value, count]);
          else if (count > 0) byCount.set(count, [[value, count]]);
        }
        return [...byCount.keys()].sort((a, b) => b - a).flatMap(count => byCount.get(count) ?? []);
      },
    };
  }
}
