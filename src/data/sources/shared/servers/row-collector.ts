import type {ServerPage} from './server-adapter.js';
import type {Row} from '../rows/foreign-rows.js';

/** Rows of consecutive pages. */
export interface CollectedRows {
  readonly rows: readonly Row[];
  /** Number of matching records, as far as it is known. */
  readonly total: number;
  /** True if `total` is exact: stated by the server, or counted on complete results. */
  readonly isCounted: boolean;
  /** True if there are more records after these. */
  readonly hasMore: boolean;
  /** Parsed responses. */
  readonly bodies: readonly unknown[];
  /** Time at which a stale copy was stored, or null if unknown. Set only if the server is down. */
  readonly staleSince: Date | null | undefined;
}

/** Empty result. */
export const NO_ROWS: CollectedRows = {
  rows: [],
  total: 0,
  isCounted: true,
  hasMore: false,
  bodies: [],
  staleSince: undefined,
};

/** Returns a string that is equal for equal rows. Rows without an id are compared by the start of their content. */
const keyOf = ({id, fields, geometry}: Row): string =>
  id === undefined
    ? [fields, geometry].map(part => JSON.stringify(part ?? null).slice(0, 1_000)).join()
    : JSON.stringify(id);

/** Returns the number of entries on a page, including those that are not records. */
export const entryCountOf = ({rows, entryCount: count = rows.length}: ServerPage): number => count;

/** Collects the rows from `start` to `start + maxRows` from pages that may begin and end at any position. */
export class RowCollector {
  readonly bodies: unknown[] = [];
  staleSince: CollectedRows['staleSince'];
  /** Total stated by the first page. Undefined if there are more rows than that. */
  total: number | undefined;
  hasMore = false;
  /** Position of the next page among all entries. */
  position = 0;
  pageCount = 0;
  readonly #rows: Row[] = [];
  readonly #start: number;
  readonly #maxRows: number;
  /** Keys of the rows with an id, to drop duplicates. */
  readonly #rowKeys = new Set<string>();
  /** Keys of the pages, to detect repeated ones. */
  readonly #pageKeys = new Set<string>();
  /** Position after the last entry, if it was reached. */
  #end: number | undefined;

  constructor(start: number, maxRows: number) {
    this.#start = start;
    this.#maxRows = maxRows;
  }

  /** Adds a page for which `limit` entries were requested. Returns true if no further page is needed. */
  add(page: ServerPage, limit: number): boolean {
    const {rows, total, next} = page;
    const count = entryCountOf(page);
    this.pageCount++;
    if (this.pageCount === 1) this.total = total;
    // The server ignores offset and limit, and returns all entries.
    const isAll = next === undefined && count > limit && count >= (total ?? 0);
    if (isAll) this.position = 0;
    const newRows = this.#newRowsIn(rows);
    if (!newRows) {
      this.hasMore = next !== null && this.total !== undefined;
      return true;
    }
    const {position} = this;
    this.position += rows.length;
    // A total below the number of rows received is wrong.
    if (rows.length > 0 && this.position > (this.total ?? Infinity)) this.total = undefined;
    const from = Math.max(0, this.#start - position);
    const to = Math.max(0, this.#start + this.#maxRows - position);
    for (const row of newRows.slice(from, to)) if (row) this.#rows.push(row);
    const isShort = next === undefined && count < limit && this.total === undefined;
    const isEmpty = next === undefined && count === 0;
    const isLast = next === null || isAll || isShort || isEmpty || this.position === this.total;
    // An empty first page does not show the end of the pages before it.
    if (isLast && (rows.length > 0 || this.pageCount > 1 || position === 0))
      this.#end = this.position;
    this.hasMore = !isLast || this.position > this.#start + this.#maxRows;
    return isLast || this.position >= this.#start + this.#maxRows;
  }

  /** Returns the rows of a page that no earlier page has. Undefined if the page repeats an earlier one. */
  #newRowsIn(rows: ServerPage['rows']): ServerPage['rows'] | undefined {
    const keys = rows.map(row => (row?.id === undefined ? undefined : keyOf(row)));
    const newRows = rows.map((row, i) => (this.#rowKeys.has(keys[i] ?? '') ? undefined : row));
    // Rows without ids may be equal; equal rows in the same order are the same page.
    const pageKey = rows.map(row => row && keyOf(row)).join('\n');
    const isRepeated =
      rows.some(row => row !== undefined) &&
      (this.#pageKeys.has(pageKey) || newRows.every(row => row === undefined));
    for (const key of keys) if (key !== undefined) this.#rowKeys.add(key);
    this.#pageKeys.add(pageKey);
    return isRepeated ? undefined : newRows;
  }

  get result(): CollectedRows {
    const {total = 0, hasMore, bodies, staleSince} = this;
    const {length} = this.#rows;
    // Complete results are counted by records; a total of the server includes entries that are not records.
    const isComplete = this.#start === 0 && !hasMore && this.#end !== undefined;
    const lastPosition = length > 0 ? this.#start + length : 0;
    return {
      rows: this.#rows,
      total: isComplete ? length : (this.#end ?? Math.max(total, lastPosition)),
      isCounted: isComplete || this.total !== undefined,
      hasMore,
      bodies,
      staleSince,
    };
  }
}

/** Page lengths of a server, which may return fewer entries than requested, or more. */
export class PageLengths {
  readonly #declared: number;
  #shortest = 1;
  #longest = Infinity;
  /** Lengths that the server is known to respect, and the longest of them. */
  readonly #respected = new Set<number>();
  #longestRespected = 0;

  /** @param declared Maximum page length by the documentation of the API. */
  constructor(declared: number) {
    this.#declared = declared;
  }

  /** Maximum page length, as far as it is known. */
  get longest(): number {
    return Math.min(this.#declared, this.#longest);
  }

  /** Returns the page length to request for `maxRows` entries of numbered pages. */
  fit(maxRows: number): number {
    return Math.max(this.#shortest, Math.min(this.longest, maxRows));
  }

  isRespected(limit: number): boolean {
    return this.#respected.has(limit);
  }

  /** Returns true if a short page may show the limit of the server. A page below that limit only lacks some entries. */
  mayLimit(limit: number): boolean {
    return limit > this.#longestRespected;
  }

  /** Records that a page is as long as requested, or longer. */
  full(count: number, limit: number): void {
    if (count > limit) this.#shortest = count;
    this.#respect(count);
  }

  /** Records that a page is shorter than requested although there are more entries. */
  short(count: number, limit: number): void {
    if (this.mayLimit(limit)) this.#longest = Math.max(1, count);
    this.#respect(Math.min(limit, this.#longest));
  }

  #respect(length: number): void {
    this.#respected.add(length);
    this.#longestRespected = Math.max(this.#longestRespected, length);
  }
}

export interface PageLink {
  readonly url: string;
  /** Position of the first row of the page among all rows of the query. */
  readonly position: number;
  /** Number of rows on the previous page, as an estimate for this one. */
  readonly pageLength: number;
}

/**
 * Returns the link with the nearest position at or before `start`. Undefined if fewer requests are needed from the first
 * page on.
 */
export function nearestLink(
  links: ReadonlyMap<number, PageLink>,
  start: number,
  maxRows: number,
  maxPageSize: number,
): PageLink | undefined {
  let nearest: PageLink | undefined;
  for (const link of links.values())
    if (link.position <= start && link.position > (nearest?.position ?? 0)) nearest = link;
  if (!nearest) return undefined;
  const end = start + maxRows;
  const pages = Math.ceil((end - nearest.position) / nearest.pageLength);
  return pages <= Math.ceil(end / Math.min(end, maxPageSize)) ? nearest : undefined;
}
