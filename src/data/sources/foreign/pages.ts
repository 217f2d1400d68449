import {LruCache} from '../../cache.js';
import type {Client} from '../../client.js';
import {HttpError} from '../../errors.js';
import {safeResource} from '../../links.js';
import type {AskOptions} from '../../source.js';
import type {Tell} from '../told.js';
import type {ServerKind, ServerPage, ServerQuestion} from './kind.js';
import type {Row} from './rows.js';

/** The rows of some pages. */
export interface Gathered {
  readonly rows: readonly Row[];
  /** How many there are in all, as far as it is known. */
  readonly total: number;
  /** Whether that is certain: the server says so, or all were seen. */
  readonly isCounted: boolean;
  /** Whether there are more after these. */
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

/** Pages at most, for servers with short ones. */
const MOST_PAGES = 60;
/** Pages asked for at once, where their places are known. */
const TOGETHER = 4;

/** What tells two rows apart before anything is known of their ids. */
export const keyOf = ({id, fields}: Row): string => JSON.stringify(id ?? fields).slice(0, 2_000);

/** Gets the pages of one server. */
export class Pages {
  readonly #kind: ServerKind;
  readonly #client: Client;
  readonly #tell: Tell;
  /** Where pages follow from each other: the address of each, by that of the first and the place of its first row. */
  readonly #links = new LruCache<string>(200);

  constructor(kind: ServerKind, client: Client, tell: Tell) {
    this.#kind = kind;
    this.#client = client;
    this.#tell = tell;
  }

  /** The rows from `start`, at most `most` of them, page after page as long as they bring something new. */
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
      // One row more than is wanted tells whether there are more, and a page of one how many.
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
    /** How long pages are; a server may have a limit of its own. */
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
        // Where pages follow from each other, those before `start` have to be gone through.
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

/** What was asked for, or nothing where the server says that it has no such thing. */
const orNone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpError && [403, 404, 405, 410].includes(error.status)) return undefined;
    throw error;
  }
};

/** Pages; a further one that the server does not know is none, after the last. */
const orLast = async (asked: Promise<ServerPage[]>, isFurther: boolean): Promise<ServerPage[]> => {
  try {
    return await asked;
  } catch (error) {
    if (isFurther && error instanceof HttpError && [400, 404].includes(error.status))
      return [{rows: [], next: null}];
    throw error;
  }
};

/** The next page, where it is of the same origin: another one gets no visitor of ours. */
function following(next: string | null | undefined, from: string): string | undefined {
  const url = next == null ? undefined : safeResource(next, from);
  return url && new URL(url).origin === new URL(from).origin ? url : undefined;
}

/** What comes together while pages come in. */
class Gathering {
  readonly bodies: unknown[] = [];
  staleSince: Gathered['staleSince'];
  /** As the server says at first. */
  total: number | undefined;
  hasMore = false;
  /** Rows that still lie before those that are wanted. */
  skip = 0;
  pages = 0;
  readonly #rows: Row[] = [];
  readonly #start: number;
  readonly #most: number;
  readonly #seen = new Set<string>();
  /** Whether the last row of all was seen. */
  #isEnd = false;

  constructor(start: number, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** The place after the last row that was taken. */
  get reached(): number {
    return this.#start + this.#rows.length;
  }

  /** Takes a page of which `limit` rows were asked; whether it is the last that is of use. */
  take({rows, total, next, count = rows.length}: ServerPage, limit: number): boolean {
    this.pages++;
    if (this.pages === 1) this.total = total;
    // What has moved from one page to the next, and a page that comes again, count once.
    const fresh = rows.filter(row => !this.#seen.has(keyOf(row)));
    for (const row of fresh) this.#seen.add(keyOf(row));
    // A server that gives all it has, whatever is asked.
    const isAll = next === undefined && count > limit && count >= (total ?? 0);
    if (isAll) this.skip = this.#start;
    const skipped = Math.min(this.skip, fresh.length);
    this.skip -= skipped;
    const wanted = fresh.slice(skipped, skipped + this.#most - this.#rows.length);
    this.#rows.push(...wanted);
    // What was seen is there, whatever the total says.
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
    // Rows beyond the last one tell nothing of how many there are.
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
