import {LruCache} from '../../../../model/memo.js';
import type {Client, FetchResult} from '../../../client/client.js';
import {HttpError} from '../../../client/errors.js';
import type {QueryOptions} from '../../../source.js';
import {
  type CollectedRows,
  entryCountOf,
  nearestLink,
  PageLengths,
  type PageLink,
  RowCollector,
} from './row-collector.js';
import type {ServerAdapter, ServerPage, ServerQuery, PageRange} from './server-adapter.js';
import {sameOriginUrl} from '../rows/json-access.js';

/** Maximum number of pages per query, for servers with short pages. */
const MAX_PAGES = 60;
/** Maximum number of attempts, for servers whose page length keeps changing. */
const MAX_ATTEMPTS = 4;
/** Number of pages requested in parallel if their positions are known. */
const CONCURRENT_PAGES = 4;

/** Request for at most `maxRows` rows from position `start`. */
interface RowRequest {
  readonly serverQuery: ServerQuery;
  readonly start: number;
  readonly maxRows: number;
  readonly options: QueryOptions;
}

/** HTTP statuses for a page after the last one. */
const NO_PAGE_STATUSES = [400, 404];
/** HTTP statuses for an expired link to a page. */
const EXPIRED_LINK_STATUSES = [400, 404, 410];
/** HTTP statuses of a server without bulk responses. */
const NO_BULK_STATUSES = [403, 404, 405, 410];

/** Callback for warnings about the responses to a query. */
export type QueryWarningHandler = (line: string, options: QueryOptions) => void;

/** Fetches rows from a server, page by page or in one bulk response. */
export class PageFetcher {
  readonly #adapter: ServerAdapter;
  readonly #client: Client;
  readonly #warn: QueryWarningHandler;
  /** Links found so far, by query and position. */
  readonly #linksByQuery = new LruCache<Map<number, PageLink>>(50);
  readonly #lengths: PageLengths;
  /** True if some entries are not records, so that positions of entries and of records differ. */
  hasGaps = false;

  constructor(adapter: ServerAdapter, client: Client, warn: QueryWarningHandler) {
    this.#adapter = adapter;
    this.#client = client;
    this.#warn = warn;
    this.#lengths = new PageLengths(adapter.maxPageSize);
  }

  /** Maximum page length of the server, as far as it is known. */
  get maxPageSize(): number {
    return this.#lengths.longest;
  }

  /** Returns at most `maxRows` rows from position `start`. Stops at the first page without new rows. */
  async fetchRows(
    serverQuery: ServerQuery,
    start: number,
    maxRows: number,
    options: QueryOptions,
  ): Promise<CollectedRows> {
    const request = {serverQuery, start, maxRows, options};
    let rows = await this.#fetchBulk(request);
    // Repeated if the page length differs from the expected one: the position of every page then changes.
    for (let attempt = 1; !rows; attempt++)
      rows = await this.#fetchPages(request, attempt < MAX_ATTEMPTS);
    return rows;
  }

  /** Fetches pages in parallel. A page that fails with one of `absentStatuses` is empty and the last one. */
  async #fetchAll(
    collector: RowCollector,
    urls: readonly string[],
    {serverQuery, options: {signal, reload}}: RowRequest,
    absentStatuses: readonly number[] = [],
  ): Promise<ServerPage[]> {
    const {reader} = this.#adapter;
    const get = async (url: string): Promise<FetchResult | undefined> => {
      try {
        return await this.#client.get(url, signal, reload, reader);
      } catch (error) {
        if (error instanceof HttpError && absentStatuses.includes(error.status)) return undefined;
        throw error;
      }
    };
    const results = await Promise.all(urls.map(get));
    return results.map((result, i) => {
      if (!result) return {rows: [], next: null};
      collector.bodies.push(result.body);
      collector.staleSince = result.staleSince ?? collector.staleSince;
      const page = this.#adapter.parsePage(result.body, urls[i] as string, serverQuery);
      this.hasGaps ||= page.rows.includes(undefined);
      return page;
    });
  }

  /** Returns the number of matching records, if the server states it. */
  async #fetchTotal({
    serverQuery,
    options: {signal, reload},
  }: RowRequest): Promise<number | undefined> {
    const url = this.#adapter.pageUrl(serverQuery, {offset: 0, limit: 1});
    const {body} = await this.#client.get(url, signal, reload, this.#adapter.reader);
    return this.#adapter.parsePage(body, url, serverQuery).total;
  }

  /** Fetches all rows in one response. Returns undefined if the server has no such response or truncates it. */
  async #fetchBulk(request: RowRequest): Promise<CollectedRows | undefined> {
    const {serverQuery, start, maxRows} = request;
    const {maxPageSize, bulkReturnsAll} = this.#adapter;
    if (start > 0 || maxRows <= maxPageSize || !this.#adapter.bulkUrl) return undefined;
    // One extra row shows that there are more; a page of one row states the total.
    const url = this.#adapter.bulkUrl(serverQuery, maxRows + 1);
    const collector = new RowCollector(start, maxRows);
    const pendingTotal = this.#fetchTotal(request);
    const isSmall = !bulkReturnsAll || ((await pendingTotal) ?? Infinity) <= maxRows;
    const pages = isSmall ? this.#fetchAll(collector, [url], request, NO_BULK_STATUSES) : [];
    const [total, [page]] = await Promise.all([pendingTotal, pages]);
    if (!page || collector.bodies.length === 0) return undefined;
    const {length} = page.rows;
    if (length < Math.min(total ?? 0, maxRows)) return undefined;
    collector.add({...page, next: length > maxRows ? url : null, total}, Infinity);
    return collector.result;
  }

  /** Fetches rows by pages. Returns undefined if a link has expired or pages have another length than expected. */
  async #fetchPages(request: RowRequest, mayRetry: boolean): Promise<CollectedRows | undefined> {
    const {serverQuery, start, maxRows, options} = request;
    const {maxOffset = Infinity, hasPageNumbers} = this.#adapter;
    const collector = new RowCollector(start, maxRows);
    if (start >= maxOffset) {
      collector.total = await this.#fetchTotal(request);
      collector.hasMore = true;
      return collector.result;
    }
    const links = this.#linksOf(serverQuery);
    const canUseLinks = mayRetry && !options.reload;
    const link = canUseLinks && nearestLink(links, start, maxRows, this.maxPageSize);
    if (link) {
      collector.position = link.position;
      const [page] = await this.#fetchAll(collector, [link.url], request, EXPIRED_LINK_STATUSES);
      if (collector.bodies.length > 0) {
        await this.#followLinks(collector, page, link.url, links, request);
        return collector.result;
      }
      links.clear();
      return undefined;
    }
    const length = hasPageNumbers
      ? this.#lengths.fit(maxRows)
      : Math.min(this.#adapter.maxPageSize, maxRows);
    const offset = hasPageNumbers ? start - (start % length) : start;
    const limit = Math.min(length, maxOffset - offset);
    const url = this.#adapter.pageUrl(serverQuery, {offset, limit});
    const isLaterPage = hasPageNumbers && offset > 0;
    const [page] = await this.#fetchAll(
      collector,
      [url],
      request,
      isLaterPage ? NO_PAGE_STATUSES : [],
    );
    if (!page) return collector.result;
    const count = entryCountOf(page);
    if (isLaterPage && mayRetry && !(await this.#hasLength(limit, count, request)))
      return undefined;
    const isLinked = page.next !== undefined && !hasPageNumbers;
    const range = page.range ?? {offset: isLinked ? 0 : offset, limit};
    collector.position = range.offset;
    if (isLinked) {
      if (count >= range.limit) this.#lengths.full(count, range.limit);
      else if (page.next !== null) this.#lengths.short(count, range.limit);
      await this.#followLinks(collector, page, url, links, request);
    } else await this.#fetchByOffset(collector, page, range, request);
    return collector.result;
  }

  /** Adds a page and the pages after it, by their links. */
  async #followLinks(
    collector: RowCollector,
    first: ServerPage | undefined,
    firstUrl: string,
    links: Map<number, PageLink>,
    request: RowRequest,
  ): Promise<void> {
    let [page, url] = [first, firstUrl];
    while (page) {
      const isDone = collector.add(page, Infinity);
      const {position} = collector;
      const next = sameOriginUrl(page.next, url);
      // The page may have more rows than requested: the next one begins after all of them.
      if (next !== undefined)
        links.set(position, {url: next, position, pageLength: Math.max(1, page.rows.length)});
      if (isDone) return;
      if (next === undefined || collector.pageCount >= MAX_PAGES) {
        if (next === undefined && page.next)
          this.#warn('the next page is of another origin and is not followed', request.options);
        collector.hasMore = true;
        return;
      }
      url = next;
      [page] = await this.#fetchAll(collector, [next], request, NO_PAGE_STATUSES);
    }
  }

  /** Adds a page and the pages after it, by their offsets. */
  async #fetchByOffset(
    collector: RowCollector,
    first: ServerPage,
    range: PageRange,
    request: RowRequest,
  ): Promise<void> {
    const {serverQuery, start, maxRows} = request;
    const {maxOffset = Infinity, hasPageNumbers} = this.#adapter;
    let {offset, limit: stride} = range;
    let pages = [first];
    // Only the first page of all shows the length of numbered pages.
    const revealsPageLength = !hasPageNumbers || offset === 0;
    const mayLimit = !hasPageNumbers || this.#lengths.mayLimit(stride);
    /** Length of the first page, if it is shorter than requested and not known to be the last. */
    let shortLength: number | undefined;
    for (;;) {
      for (const page of pages) {
        const count = entryCountOf(page);
        const limit = Math.min(stride, maxOffset - offset);
        if (count > 0) {
          collector.position = offset;
          if (shortLength !== undefined) this.#lengths.short(shortLength, range.limit);
          shortLength = undefined;
        }
        const isDone = collector.add(page, limit);
        const hasOtherLength = count !== limit;
        const isDecisive = page === first && revealsPageLength;
        if (isDecisive && count >= limit) this.#lengths.full(count, limit);
        if (isDone) return;
        if (isDecisive && hasOtherLength && (count > limit || mayLimit)) {
          if (count < limit) shortLength = count;
          stride = count;
          offset = collector.position;
        } else if (hasPageNumbers) offset += stride;
        else {
          offset = collector.position;
          // The pages requested in parallel with a short one begin at wrong positions.
          if (hasOtherLength) break;
        }
      }
      if (collector.pageCount >= MAX_PAGES || offset >= maxOffset) {
        collector.hasMore = true;
        return;
      }
      const end = Math.min(collector.total ?? offset, maxOffset, start + maxRows);
      const remaining = shortLength !== undefined ? 1 : Math.ceil((end - offset) / stride);
      const pagesLeft = MAX_PAGES - collector.pageCount;
      const count = Math.max(1, Math.min(CONCURRENT_PAGES, remaining, pagesLeft));
      const urls = [...Array(count).keys()].map(i => {
        const from = offset + i * stride;
        const limit = Math.min(stride, maxOffset - from);
        return this.#adapter.pageUrl(serverQuery, {offset: from, limit});
      });
      pages = await this.#fetchAll(collector, urls, request, NO_PAGE_STATUSES);
    }
  }

  /**
   * Returns true if pages have the requested length; otherwise, numbered pages begin at other positions. A shorter page
   * may be the last one, so the first page is requested unless the server is known to respect the length.
   */
  async #hasLength(limit: number, count: number, request: RowRequest): Promise<boolean> {
    const lengths = this.#lengths;
    if (count === limit || lengths.isRespected(limit)) return true;
    if (count < limit) {
      const url = this.#adapter.pageUrl(request.serverQuery, {offset: 0, limit});
      const [page] = await this.#fetchAll(new RowCollector(0, limit), [url], request);
      const {total = count > 0 ? Infinity : 0} = page ?? {};
      const first = page ? entryCountOf(page) : 0;
      if (first >= limit) lengths.full(first, limit);
      else if (first < total) lengths.short(first, limit);
    } else lengths.full(count, limit);
    return lengths.fit(request.maxRows) === limit;
  }

  /** Returns the links found so far for a query, by position. */
  #linksOf(serverQuery: ServerQuery): Map<number, PageLink> {
    const key = this.#adapter.pageUrl(serverQuery, {offset: 0, limit: this.#adapter.maxPageSize});
    const links = this.#linksByQuery.get(key) ?? new Map<number, PageLink>();
    this.#linksByQuery.set(key, links);
    return links;
  }
}
