import {LruCache} from '../../cache.js';
import type {Client} from '../../client.js';
import {HttpError} from '../../errors.js';
import {safeResource} from '../../links.js';
import type {AskOptions} from '../../source.js';
import type {Tell} from '../told.js';
import type {ServerKind, ServerPage, ServerQuestion} from './kind.js';
import type {Row} from './rows.js';

/** Rows of one or more pages. */
export interface Gathered {
  readonly rows: readonly Row[];
  /** Number of all matches, as far as known. */
  readonly total: number;
  /** True if `total` is exact: returned by the server, or all rows were fetched. */
  readonly isCounted: boolean;
  /** True if there are more rows after these. */
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

/** Maximum number of pages, for servers with small ones. */
const MOST_PAGES = 60;
/** Number of pages requested in parallel, if they are requested by offset. */
const TOGETHER = 4;

/** Returns a key that identifies a row before its fields are mapped. */
export const keyOf = ({id, fields}: Row): string => JSON.stringify(id ?? fields).slice(0, 2_000);

/** Fetches the pages of a server. */
export class Pages {
  readonly #kind: ServerKind;
  readonly #client: Client;
  readonly #tell: Tell;
  /** URLs of pages that are linked by `next`, by the URL of the first page and the offset of the first row. */
  readonly #links = new LruCache<string>(200);

  constructor(kind: ServerKind, client: Client, tell: Tell) {
    this.#kind = kind;
    this.#client = client;
    this.#tell = tell;
  }

  /** Fetches up to `maxRows` rows from the offset `start`, page by page. Stops at a page without new rows. */
  async gather(
    question: ServerQuestion,
    start: number,
    most: number,
    {signal, reload}: AskOptions,
  ): Promise<Gathered> {
    const kind = this.#kind;
    const {longest, wall = Infinity, reader} = kind;
    const gathering = new Gathering(start, most);
    const get = async (...addresses: readonly string[]): Promise<ServerPage[]> => {
      const replies = await Promise.all(
        addresses.map(address => this.#client.get(address, signal, reload, reader)),
      );
      return replies.map((reply, i) => {
        gathering.bodies.push(reply.body);
        gathering.staleSince = reply.staleSince ?? gathering.staleSince;
        return kind.page(reply.body, addresses[i] as string, question);
      });
    };

    const count = async (): Promise<number | undefined> => {
      const one = kind.address(question, {offset: 0, limit: 1});
      const {body} = await this.#client.get(one, signal, reload, reader);
      return kind.page(body, one, question).total;
    };
    if (start === 0 && most > longest && kind.bulk) {
      // One row more than wanted shows if there are more, and a page of one row returns the total.
      const bulk = kind.bulk(question, most + 1);
      const counted = count();
      const isFit = !kind.isBulkWhole || ((await counted) ?? Infinity) <= most;
      const [total, all] = await Promise.all([counted, isFit ? orNone(get(bulk)) : undefined]);
      if (all?.[0]) {
        gathering.take({...all[0], next: null, total}, Infinity);
        return gathering.result;
      }
    }
    const length = Math.max(1, Math.min(longest, most));
    let offset = kind.isNumbered ? start - (start % length) : start;
    if (offset >= wall) {
      gathering.total = await count();
      gathering.hasMore = true;
      return gathering.result;
    }
    gathering.skip = start - offset;
    const first = kind.address(question, {offset: 0, limit: length});
    /** Distance between the offsets of two pages; a server may have a lower limit of its own. */
    let stride = length;
    const limitAt = (from: number): number => Math.min(stride, wall - from);
    const at = (from: number): string =>
      kind.address(question, {offset: from, limit: limitAt(from)});
    const known = this.#links.get(`${first} ${start}`);
    let addresses = [known ?? at(offset)];
    while (addresses.length > 0) {
      let next: ServerPage['next'];
      for (const page of await orLast(get(...addresses), gathering.pages > 0)) {
        next = page.next;
        // Linked pages start at the first one, so the rows before `start` are fetched and skipped.
        if (gathering.pages === 0 && !known && (page.span ?? next) !== undefined)
          gathering.skip = start - (page.span?.offset ?? 0);
        if (page.span && next === undefined) stride = page.span.limit;
        const isDone = gathering.take(page, limitAt(offset));
        const link = following(next, addresses[0] as string);
        if (link) this.#links.set(`${first} ${gathering.reached}`, link);
        if (isDone) return gathering.result;
        offset += stride;
      }
      if (gathering.pages >= MOST_PAGES || (next === undefined && offset >= wall)) {
        gathering.hasMore = true;
        break;
      }
      if (next === undefined) {
        const last = Math.min(gathering.total ?? offset, wall, start + most);
        const ahead = Math.ceil((last - offset) / stride);
        const count = Math.max(1, Math.min(TOGETHER, ahead, MOST_PAGES - gathering.pages));
        addresses = [...Array(count).keys()].map(i => at(offset + i * stride));
      } else {
        const link = following(next, addresses[0] as string);
        if (!link) this.#tell('the next page is of another origin and is not followed');
        gathering.hasMore = link === undefined;
        addresses = link === undefined ? [] : [link];
      }
    }
    return gathering.result;
  }
}

/** Resolves with undefined if the server does not offer the resource. */
const orNone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpError && [403, 404, 405, 410].includes(error.status)) return undefined;
    throw error;
  }
};

/** Resolves with an empty last page if a page after the first does not exist. */
const orLast = async (asked: Promise<ServerPage[]>, isFurther: boolean): Promise<ServerPage[]> => {
  try {
    return await asked;
  } catch (error) {
    if (isFurther && error instanceof HttpError && [400, 404].includes(error.status))
      return [{rows: [], next: null}];
    throw error;
  }
};

/** Returns the URL of the next page, or undefined if it has another origin: no request is sent there. */
function following(next: string | null | undefined, from: string): string | undefined {
  const url = next == null ? undefined : safeResource(next, from);
  return url && new URL(url).origin === new URL(from).origin ? url : undefined;
}

/** Collects the rows of pages. */
class Gathering {
  readonly bodies: unknown[] = [];
  staleSince: Gathered['staleSince'];
  /** Total of the first page. */
  total: number | undefined;
  hasMore = false;
  /** Number of rows still to be skipped before the wanted ones. */
  skip = 0;
  pages = 0;
  readonly #rows: Row[] = [];
  readonly #start: number;
  readonly #most: number;
  readonly #seen = new Set<string>();
  /** True if the last match has been fetched. */
  #isEnd = false;

  constructor(start: number, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** Offset after the last row. */
  get reached(): number {
    return this.#start + this.#rows.length;
  }

  /** Adds a page for which `limit` rows were requested. Returns true if no further page is needed. */
  take({rows, total, next, count = rows.length}: ServerPage, limit: number): boolean {
    this.pages++;
    if (this.pages === 1) this.total = total;
    // Duplicates count once: a row may move between two requests, and a server may repeat a page.
    const fresh = rows.filter(row => !this.#seen.has(keyOf(row)));
    for (const row of fresh) this.#seen.add(keyOf(row));
    // The server ignores the page size and returns everything.
    const isAll = next === undefined && count > limit && count >= (total ?? 0);
    if (isAll) this.skip = this.#start;
    const skipped = Math.min(this.skip, fresh.length);
    this.skip -= skipped;
    const wanted = fresh.slice(skipped, skipped + this.#most - this.#rows.length);
    this.#rows.push(...wanted);
    // More rows than the total: the total is wrong.
    if (this.total !== undefined && this.reached > this.total) this.total = undefined;
    const isRepeated = rows.length > 0 && fresh.length === 0;
    const isShort = next === undefined && count < limit;
    const isLast = next === null || isAll || isShort || this.reached === this.total;
    this.#isEnd = isLast && wanted.length === fresh.length - skipped;
    this.hasMore = !this.#isEnd && !(isRepeated && this.total === undefined);
    return this.#rows.length >= this.#most || isRepeated || isLast;
  }

  get result(): Gathered {
    const {reached, total = 0, hasMore, bodies, staleSince} = this;
    // An offset beyond the last row says nothing about the total.
    const seen = this.#rows.length > 0 ? reached : 0;
    return {
      rows: this.#rows,
      total: this.#isEnd && seen > 0 ? reached : Math.max(total, seen),
      isCounted: this.#isEnd || this.total !== undefined,
      hasMore,
      bodies,
      staleSince,
    };
  }
}
