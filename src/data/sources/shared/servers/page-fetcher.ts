import {LruCache} from '../../../client/lru-cache.js';
import type {Client, FetchResult} from '../../../client/client.js';
import {HttpError} from '../../../client/errors.js';
import type {QueryOptions} from '../../../source.js';
import {countOf, type Gathered, Gathering} from './gathering.js';
import type {ServerAdapter, ServerPage, ServerQuery, PageRange} from './server-adapter.js';
import {PageLengths} from './page-lengths.js';
import {sameOriginUrl} from '../rows/json-access.js';

/** Maximum number of pages, for servers with short ones. */
const MAX_PAGES = 60;
/** Maximum number of attempts, for servers whose pages have another length each time. */
const MOST_TRIES = 4;
/** Number of pages requested at once, where their positions are known. */
const CONCURRENT_PAGES = 4;

/** A page that another one links to. */
interface Link {
  readonly address: string;
  /** Position of its first row among all rows of the question. */
  readonly position: number;
  /** Number of rows on the page with the link, as an estimate for this one. */
  readonly size: number;
}

/** The rows to get: `most` of them from `start`. */
interface Part {
  readonly serverQuery: ServerQuery;
  readonly start: number;
  readonly most: number;
  readonly options: QueryOptions;
}

/** Statuses of a server that has no such page, knows a link no longer, or does not give all in one answer. */
const NO_PAGE = [400, 404];
const NO_LINK = [400, 404, 410];
const NO_BULK = [403, 404, 405, 410];

/** Callback for warnings about the responses to a query. */
export type QueryWarningHandler = (line: string, options: QueryOptions) => void;

/** Fetches the pages of a server. */
export class PageFetcher {
  readonly #adapter: ServerAdapter;
  readonly #client: Client;
  readonly #warn: QueryWarningHandler;
  /** The links seen so far, by question and position. */
  readonly #chains = new LruCache<Map<number, Link>>(50);
  readonly #lengths: PageLengths;
  /** True once entries were seen that are no records, so that positions among entries and records differ. */
  hasGaps = false;

  constructor(adapter: ServerAdapter, client: Client, warn: QueryWarningHandler) {
    this.#adapter = adapter;
    this.#client = client;
    this.#warn = warn;
    this.#lengths = new PageLengths(adapter.maxPageSize);
  }

  /** Length of the longest page that the server gives, as far as it is known. */
  get maxPageSize(): number {
    return this.#lengths.longest;
  }

  /** Returns the rows from `start`, at most `most` of them, page after page as long as they bring something new. */
  async fetchRows(
    serverQuery: ServerQuery,
    start: number,
    maxRows: number,
    options: QueryOptions,
  ): Promise<Gathered> {
    const part = {serverQuery, start, most: maxRows, options};
    let gathered = await this.#bulk(part);
    // Again where pages turn out to have another length, so that each has another position.
    for (let tries = 1; !gathered; tries++) gathered = await this.#pages(part, tries < MOST_TRIES);
    return gathered;
  }

  /** Gets pages; one that the server does not have, by its status, is empty and the last. */
  async #get(
    gathering: Gathering,
    addresses: readonly string[],
    {serverQuery: question, options: {signal, reload}}: Part,
    absent: readonly number[] = [],
  ): Promise<ServerPage[]> {
    const {reader} = this.#adapter;
    const get = async (address: string): Promise<FetchResult | undefined> => {
      try {
        return await this.#client.get(address, signal, reload, reader);
      } catch (error) {
        if (error instanceof HttpError && absent.includes(error.status)) return undefined;
        throw error;
      }
    };
    const replies = await Promise.all(addresses.map(get));
    return replies.map((result, i) => {
      if (!result) return {rows: [], next: null};
      gathering.bodies.push(result.body);
      gathering.staleSince = result.staleSince ?? gathering.staleSince;
      const page = this.#adapter.parsePage(result.body, addresses[i] as string, question);
      this.hasGaps ||= page.rows.includes(undefined);
      return page;
    });
  }

  /** Number of matching records, if the server says it. */
  async #count({
    serverQuery: question,
    options: {signal, reload},
  }: Part): Promise<number | undefined> {
    const one = this.#adapter.pageUrl(question, {offset: 0, limit: 1});
    const {body} = await this.#client.get(one, signal, reload, this.#adapter.reader);
    return this.#adapter.parsePage(body, one, question).total;
  }

  /** All rows in one answer; undefined where the server has no such answer, or leaves rows out of it. */
  async #bulk(part: Part): Promise<Gathered | undefined> {
    const {serverQuery: question, start, most} = part;
    const {maxPageSize: longest, bulkReturnsAll: isBulkWhole} = this.#adapter;
    if (start > 0 || most <= longest || !this.#adapter.bulkUrl) return undefined;
    // One row more than is wanted shows whether there are more, and a page of one how many.
    const address = this.#adapter.bulkUrl(question, most + 1);
    const gathering = new Gathering(start, most);
    const counted = this.#count(part);
    const isFit = !isBulkWhole || ((await counted) ?? Infinity) <= most;
    const all = isFit ? this.#get(gathering, [address], part, NO_BULK) : [];
    const [total, [page]] = await Promise.all([counted, all]);
    if (!page || gathering.bodies.length === 0) return undefined;
    const {length} = page.rows;
    if (length < Math.min(total ?? 0, most)) return undefined;
    gathering.take({...page, next: length > most ? address : null, total}, Infinity);
    return gathering.result;
  }

  /** The rows of pages; undefined if the first one shows that all have another length, or that a link has expired. */
  async #pages(part: Part, mayRetry: boolean): Promise<Gathered | undefined> {
    const {serverQuery: question, start, most, options} = part;
    const {maxOffset: wall = Infinity, hasPageNumbers: isNumbered} = this.#adapter;
    const gathering = new Gathering(start, most);
    if (start >= wall) {
      gathering.total = await this.#count(part);
      gathering.hasMore = true;
      return gathering.result;
    }
    const chain = this.#chainOf(question);
    const link = options.reload || !mayRetry ? undefined : nearest(chain, part, this.maxPageSize);
    if (link) {
      gathering.position = link.position;
      const [page] = await this.#get(gathering, [link.address], part, NO_LINK);
      if (gathering.bodies.length > 0) {
        await this.#follow(gathering, page, link.address, chain, part);
        return gathering.result;
      }
      chain.clear();
      return undefined;
    }
    const length = isNumbered ? this.#lengths.fit(most) : Math.min(this.#adapter.maxPageSize, most);
    const offset = isNumbered ? start - (start % length) : start;
    const limit = Math.min(length, wall - offset);
    const address = this.#adapter.pageUrl(question, {offset, limit});
    const isFurther = isNumbered && offset > 0;
    const [page] = await this.#get(gathering, [address], part, isFurther ? NO_PAGE : []);
    if (!page) return gathering.result;
    const count = countOf(page);
    if (isFurther && mayRetry && !(await this.#hasLength(limit, count, part))) return undefined;
    const isChain = page.next !== undefined && !isNumbered;
    const span = page.range ?? {offset: isChain ? 0 : offset, limit};
    gathering.position = span.offset;
    if (isChain) {
      if (count >= span.limit) this.#lengths.full(count, span.limit);
      else if (page.next !== null) this.#lengths.short(count, span.limit);
      await this.#follow(gathering, page, address, chain, part);
    } else await this.#step(gathering, page, span, part);
    return gathering.result;
  }

  /** Takes a page, and those after it by their links. */
  async #follow(
    gathering: Gathering,
    first: ServerPage | undefined,
    from: string,
    chain: Map<number, Link>,
    part: Part,
  ): Promise<void> {
    let [page, address] = [first, from];
    while (page) {
      const isDone = gathering.take(page, Infinity);
      const {position} = gathering;
      const next = sameOriginUrl(page.next, address);
      // The page may have rows that are not wanted now: the next one begins after all of them.
      if (next !== undefined)
        chain.set(position, {address: next, position, size: Math.max(1, page.rows.length)});
      if (isDone) return;
      if (next === undefined || gathering.pages >= MAX_PAGES) {
        if (next === undefined && page.next)
          this.#warn('the next page is of another origin and is not followed', part.options);
        gathering.hasMore = true;
        return;
      }
      address = next;
      [page] = await this.#get(gathering, [next], part, NO_PAGE);
    }
  }

  /** Takes a page, and those after it by their positions. */
  async #step(gathering: Gathering, first: ServerPage, span: PageRange, part: Part): Promise<void> {
    const {serverQuery: question, start, most} = part;
    const {maxOffset: wall = Infinity, hasPageNumbers: isNumbered} = this.#adapter;
    let {offset, limit: stride} = span;
    let pages = [first];
    // The first of all pages shows how long they are.
    const isTelling = !isNumbered || offset === 0;
    const mayLimit = !isNumbered || this.#lengths.mayLimit(stride);
    /** Length of the first page, if it is shorter than requested and not known to be the last. */
    let short: number | undefined;
    for (;;) {
      for (const page of pages) {
        const count = countOf(page);
        const limit = Math.min(stride, wall - offset);
        if (count > 0) {
          gathering.position = offset;
          if (short !== undefined) this.#lengths.short(short, span.limit);
          short = undefined;
        }
        const isDone = gathering.take(page, limit);
        const isOdd = count !== limit;
        if (page === first && isTelling && count >= limit) this.#lengths.full(count, limit);
        if (isDone) return;
        if (page === first && isTelling && isOdd && (count > limit || mayLimit)) {
          if (count < limit) short = count;
          stride = count;
          offset = gathering.position;
        } else if (isNumbered) offset += stride;
        else {
          offset = gathering.position;
          // The pages requested together with a short one begin at wrong positions.
          if (isOdd) break;
        }
      }
      if (gathering.pages >= MAX_PAGES || offset >= wall) {
        gathering.hasMore = true;
        return;
      }
      const end = Math.min(gathering.total ?? offset, wall, start + most);
      const ahead = short !== undefined ? 1 : Math.ceil((end - offset) / stride);
      const count = Math.max(1, Math.min(CONCURRENT_PAGES, ahead, MAX_PAGES - gathering.pages));
      const addresses = [...Array(count).keys()].map(i => {
        const from = offset + i * stride;
        return this.#adapter.pageUrl(question, {
          offset: from,
          limit: Math.min(stride, wall - from),
        });
      });
      pages = await this.#get(gathering, addresses, part, NO_PAGE);
    }
  }

  /**
   * True if pages have the length that was requested; if not, those with a number begin elsewhere. A page with fewer
   * entries may be the last one, so the first one is looked at unless the length is known to be respected.
   */
  async #hasLength(limit: number, count: number, part: Part): Promise<boolean> {
    const lengths = this.#lengths;
    if (count === limit || lengths.isRespected(limit)) return true;
    if (count < limit) {
      const address = this.#adapter.pageUrl(part.serverQuery, {offset: 0, limit});
      const [page] = await this.#get(new Gathering(0, limit), [address], part);
      const {total = count > 0 ? Infinity : 0} = page ?? {};
      const first = page ? countOf(page) : 0;
      if (first >= limit) lengths.full(first, limit);
      else if (first < total) lengths.short(first, limit);
    } else lengths.full(count, limit);
    return lengths.fit(part.most) === limit;
  }

  #chainOf(question: ServerQuery): Map<number, Link> {
    const key = this.#adapter.pageUrl(question, {offset: 0, limit: this.#adapter.maxPageSize});
    const chain = this.#chains.get(key) ?? new Map<number, Link>();
    this.#chains.set(key, chain);
    return chain;
  }
}

/** The link that leads nearest to `start` from before it; none where the way from the first page is shorter. */
function nearest(
  chain: ReadonlyMap<number, Link>,
  {start, most}: Part,
  longest: number,
): Link | undefined {
  let best: Link | undefined;
  for (const link of chain.values())
    if (link.position <= start && link.position > (best?.position ?? 0)) best = link;
  if (!best) return undefined;
  const end = start + most;
  const pages = Math.ceil((end - best.position) / best.size);
  return pages <= Math.ceil(end / Math.min(end, longest)) ? best : undefined;
}
