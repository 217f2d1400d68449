import {
  ALL_RECORDS,
  applicableFilter,
  ownFieldsOf,
  type Query,
  queryString,
} from '../../../model/query.js';
import type {CollectionName, Collections, Id} from '../../../model/records.js';
import {LazyRecordList, parseEnvelope} from '../../validation.js';
import type {Client, FetchResult} from '../../client/client.js';
import {SchemaError, isPermanent} from '../../client/errors.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  emptyIfMissing,
} from '../../source.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';
import {WarningLog} from '../shared/warning-log.js';
import type {AllPages, ListPage} from './further-pages.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

/** Maximum page size of the portal API. */
const MAX_PAGE_SIZE = 500;
/** Maximum number of pages that a query for all records requests: 20,000 records. */
const MAX_PAGES = 40;

/** Complete collection, with its URL and its age. */
interface CompleteCollection {
  readonly collection: InMemoryCollection<CollectionName>;
  readonly fetchResult: FetchResult;
  readonly url: string;
  readonly limit: number | undefined;
}

/**
 * Server of the portal API: `{api}/portals`, `{api}/resources?…`. Lists marked `complete` are filtered in the browser.
 */
export class ApiSource implements PortalSource {
  readonly name: string;
  readonly contributionsUrl: string;
  readonly #client: Client;
  readonly #warnings = new WarningLog();
  readonly #complete = new Map<CollectionName, CompleteCollection>();
  /** Complete collections that a caller has shown. */
  readonly #shown = new WeakSet();
  /** In-memory collection of each complete response, shared by all callers. */
  readonly #byResponse = new WeakMap<object, InMemoryCollection<CollectionName>>();

  constructor(api: string, client: Client) {
    this.name = api;
    this.#client = client;
    this.contributionsUrl = this.#urlFor('contributions', {});
  }

  isComplete(collection: CollectionName): boolean {
    return this.#complete.has(collection);
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    const result = await this.#query(collection, query, options);
    this.#show(collection, options);
    return result;
  }

  /** Validates a complete collection for the first caller that shows it. One that only refers to it is not warned. */
  #show(collection: CollectionName, options: QueryOptions): void {
    const complete = this.#complete.get(collection);
    if (!complete || this.#shown.has(complete.collection)) return;
    this.#shown.add(complete.collection);
    this.#warnings.validateWhenIdle(complete.url, complete.collection.list, options);
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    options: QueryOptions,
  ): Promise<Collections[K] | undefined> {
    const url = new URL(this.#urlFor(collection, {}));
    url.pathname += `/${encodeUrlPart(id)}`;
    try {
      const {body} = await this.#client.get(url.href, options.signal, options.reload);
      const list = new LazyRecordList(collection, [body], url.href);
      this.#warnings.validateWhenIdle(url.href, list, options);
      // An id of dots resolves to another URL path.
      return list.length && String(list.idAt(0)) === String(id) ? list.at(0) : undefined;
    } catch (error) {
      if (isPermanent(error)) return undefined;
      throw error;
    }
  }

  async #query<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const complete = this.#complete.get(collection);
    if (!complete && ownFieldsOf(query).length > 0) {
      const {queryOwnFields} = await import('./own-fields.js');
      return queryOwnFields(this, collection, query, options, this.#loadRelated);
    }
    if (complete && !options.reload) {
      return (complete.collection as InMemoryCollection<K>).query(
        query,
        options,
        complete.fetchResult,
      );
    }
    const isForAll = query.limit === Infinity;
    const serverQuery = isForAll ? {...query, limit: MAX_PAGE_SIZE} : query;
    // A complete response is the same for every query: the client finds its copy by the URL of the first.
    const {url = this.#urlFor(collection, serverQuery), limit = serverQuery.limit} = complete ?? {};
    const fetchResult = await this.#client.get(url, options.signal, options.reload);
    const page = this.#parsePage(fetchResult.body, url, options);
    if (page.envelope.complete || ignoresPaging(page, limit)) {
      const inMemory = this.#collectionFrom(collection, fetchResult.body as object, page, url);
      this.#complete.set(collection, {collection: inMemory, fetchResult, url, limit});
      return inMemory.query(query, options, fetchResult);
    }
    if (this.#complete.delete(collection)) return this.#query(collection, query, options);
    const {items, hasMore} = isForAll
      ? await this.#fetchFurtherPages(page, url, options)
      : {items: page.items, hasMore: false};
    const list = new LazyRecordList(collection, items, url);
    this.#warnings.validateWhenIdle(url, list, options);
    const {total = 0, facets = {}, attribution, contact} = page.envelope;
    return {
      items: list,
      total: Math.max(total, list.length),
      facets,
      report: list.report,
      attribution,
      contact,
      staleSince: fetchResult.staleSince,
      cappedAt: isForAll && (hasMore || total > items.length) ? list.length : undefined,
    };
  }

  #urlFor(collection: CollectionName, query: Query): string {
    const {sort, limit, page, facets, lang} = query;
    // Filters that do not apply to the collection are left out, so that equivalent queries share one URL.
    const serverQuery = {...applicableFilter(query, collection), sort, limit, page, facets, lang};
    const url = new URL(this.name);
    const fixedParameters = url.search.slice(1);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${collection}`;
    url.search = [fixedParameters, queryString(serverQuery).slice(1)].filter(Boolean).join('&');
    return url.href;
  }

  #parsePage(body: unknown, url: string, options: QueryOptions): ListPage {
    const items = isObject(body) ? ownValue(body, 'items') : undefined;
    if (!Array.isArray(items)) {
      throw new SchemaError(url, 'expected an object with a list of items');
    }
    const {value = {}, errors} = parseEnvelope(body, url);
    this.#warnings.warnErrors(url, errors, options);
    return {envelope: value, items};
  }

  /** Fetches the pages after the first one. */
  async #fetchFurtherPages(first: ListPage, url: string, options: QueryOptions): Promise<AllPages> {
    if (!first.envelope.next) return {items: first.items, hasMore: false};
    // At least two pages, so that `cappedAt` is set if there are more.
    const wantedPages = Math.max(2, Math.ceil((options.maxRecords ?? Infinity) / MAX_PAGE_SIZE));
    const maxPages = Math.min(wantedPages, MAX_PAGES);
    const {fetchFurtherPages} = await import('./further-pages.js');
    const fetchPage = async (pageUrl: string): Promise<ListPage> => {
      const {body} = await this.#client.get(pageUrl, options.signal, options.reload);
      return this.#parsePage(body, pageUrl, options);
    };
    const warn = (message: string): void => this.#warnings.warn(message, options);
    return fetchFurtherPages(first, url, {maxPages, fetchPage, warn});
  }

  #collectionFrom<K extends CollectionName>(
    collection: K,
    body: object,
    {items, envelope}: ListPage,
    url: string,
  ): InMemoryCollection<K> {
    const existing = this.#byResponse.get(body) as InMemoryCollection<K> | undefined;
    if (existing) return existing;
    const list = new LazyRecordList(collection, items, url);
    const inMemory = new InMemoryCollection(list, this.#loadRelated, envelope);
    this.#byResponse.set(body, inMemory);
    return inMemory;
  }

  readonly #loadRelated = emptyIfMissing(
    async (collection, {signal}) => (await this.#query(collection, ALL_RECORDS, {signal})).items,
  );
}

/** Returns true if the server ignores the page size, as static files do, and has returned all records. */
const ignoresPaging = (
  {items: {length}, envelope: {next, total = 0}}: ListPage,
  limit = Infinity,
): boolean => !next && length > limit && length >= total;
