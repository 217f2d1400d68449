import type {ServerPage} from './server-adapter.js';
import type {Row} from '../rows/foreign-rows.js';

/** The rows of some pages. */
export interface Gathered {
  readonly rows: readonly Row[];
  /** Number of matching records, as far as it is known. */
  readonly total: number;
  /** True if `total` is certain: the server says it, or all records were seen. */
  readonly isCounted: boolean;
  /** True if there are more records after these. */
  readonly hasMore: boolean;
  readonly bodies: readonly unknown[];
  readonly staleSince: Date | null | undefined;
}

export const NOTHING: Gathered = {
  rows: [],
  total: 0,
  isCounted: true,
  hasMore: false,
  bodies: [],
  staleSince: undefined,
};

/** A text to compare two rows before their ids are known. */
const keyOf = ({id, fields, geometry}: Row): string =>
  id === undefined
    ? [fields, geometry].map(part => JSON.stringify(part ?? null).slice(0, 1_000)).join()
    : JSON.stringify(id);

/** Number of entries on a page, of which some may be no rows. */
export const countOf = ({rows, entryCount: count = rows.length}: ServerPage): number => count;

/** Collects the rows from `start` to `start + most` out of pages that may begin and end anywhere. */
export class Gathering {
  readonly bodies: unknown[] = [];
  staleSince: Gathered['staleSince'];
  /** As the first page says, unless the rows prove it wrong. */
  total: number | undefined;
  hasMore = false;
  /** Position of the next page among all entries of the server. */
  position = 0;
  pages = 0;
  readonly #rows: Row[] = [];
  readonly #start: number;
  readonly #most: number;
  /** Ids of the rows so far, and the contents of pages. */
  readonly #seen = new Set<string>();
  readonly #pages = new Set<string>();
  /** Position after the last entry of all, once that was seen. */
  #end: number | undefined;

  constructor(start: number, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** Takes a page of which `limit` entries were asked for. Returns true if no further page is of use. */
  take(page: ServerPage, limit: number): boolean {
    const {rows, total, next} = page;
    const count = countOf(page);
    this.pages++;
    if (this.pages === 1) this.total = total;
    // A server that gives all it has, whatever is asked.
    const isAll = next === undefined && count > limit && count >= (total ?? 0);
    if (isAll) this.position = 0;
    const fresh = this.#fresh(rows);
    if (!fresh) {
      this.hasMore = next !== null && this.total !== undefined;
      return true;
    }
    const {position} = this;
    this.position += rows.length;
    // Rows that were seen exist, even if the total is lower.
    if (rows.length > 0 && this.position > (this.total ?? Infinity)) this.total = undefined;
    const from = Math.max(0, this.#start - position);
    const to = Math.max(0, this.#start + this.#most - position);
    for (const row of fresh.slice(from, to)) if (row) this.#rows.push(row);
    const isShort = next === undefined && count < limit && this.total === undefined;
    const isEmpty = next === undefined && count === 0;
    const isLast = next === null || isAll || isShort || isEmpty || this.position === this.total;
    // An empty page that comes first does not tell where the pages before it end.
    if (isLast && (rows.length > 0 || this.pages > 1 || position === 0)) this.#end = this.position;
    this.hasMore = !isLast || this.position > this.#start + this.#most;
    return isLast || this.position >= this.#start + this.#most;
  }

  /** The rows of a page without those that an earlier page had; undefined if the page is one that came before. */
  #fresh(rows: ServerPage['rows']): ServerPage['rows'] | undefined {
    const keys = rows.map(row => (row?.id === undefined ? undefined : keyOf(row)));
    const fresh = rows.map((row, i) => (this.#seen.has(keys[i] ?? '') ? undefined : row));
    // Rows without ids may be alike; a page of them in the same order is the same page.
    const page = rows.map(row => row && keyOf(row)).join('\n');
    const isRepeated =
      rows.some(row => row !== undefined) &&
      (this.#pages.has(page) || fresh.every(row => row === undefined));
    for (const key of keys) if (key !== undefined) this.#seen.add(key);
    this.#pages.add(page);
    return isRepeated ? undefined : fresh;
  }

  get result(): Gathered {
    const {total = 0, hasMore, bodies, staleSince} = this;
    const {length} = this.#rows;
    // Entries that are no rows count as long as only the server can say how many there are.
    const isEntire = this.#start === 0 && !hasMore && this.#end !== undefined;
    const seen = length > 0 ? this.#start + length : 0;
    return {
      rows: this.#rows,
      total: isEntire ? length : (this.#end ?? Math.max(total, seen)),
      isCounted: isEntire || this.total !== undefined,
      hasMore,
      bodies,
      staleSince,
    };
  }
}
