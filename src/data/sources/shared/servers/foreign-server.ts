import {
  applicableFilter,
  type FacetName,
  type Facets,
  pageRange,
  type Query,
} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import {LruCache} from '../../../client/lru-cache.js';
import {LazyRecordList} from '../../../validation/lazy-record-list.js';
import {isAbortError} from '../../../client/errors.js';
import type {Envelope} from '../../../../model/schemas/envelope.js';
import type {QueryResult, QueryOptions, PortalSource} from '../../../source.js';
import {withoutPaging, InMemoryCollection} from '../files/in-memory-collection.js';
import {WarningLog} from '../warning-log.js';
import {loadNoRelations} from '../relation-loader.js';
import type {FetchBody, ServerAdapter, ServerQuery} from './server-adapter.js';
import {swappedCoordinatesHint} from '../rows/swapped-coordinates.js';
import {type SourceOptions, createMappingFactory} from '../source-options.js';
import {type Gathered, NOTHING} from './gathering.js';
import {PageFetcher, type QueryWarningHandler} from './page-fetcher.js';
import {
  maxCountedRecords,
  MAX_LOCAL_RECORDS,
  type QueryPlan,
  planQuery,
  queryKeys,
} from './query-plan.js';
import {computeRepresentativePoints, ForeignRows, type Row} from '../rows/foreign-rows.js';
import {ServerFields} from './server-fields.js';
import {UnsupportedParts} from './unsupported-parts.js';

interface CachedCollection {
  readonly bodies: readonly unknown[];
  readonly collection: InMemoryCollection<CollectionName>;
}

/**
 * Foreign server. It runs the part of a query that it supports; the rest runs in the browser on the records it returns,
 * up to a limit that is reported.
 */
export class ForeignServer implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #options: SourceOptions;
  readonly #warnings: WarningLog;
  readonly #fields: ServerFields;
  readonly #unsupported: UnsupportedParts;
  readonly #connect: (get: FetchBody) => ServerAdapter | Promise<ServerAdapter>;
  #connection: {readonly adapter: ServerAdapter; readonly fetcher: PageFetcher} | undefined;
  #envelope: Envelope | undefined;
  /** In-memory collections of recent queries, reused while the pages are the same. */
  readonly #collections = new LruCache<CachedCollection>(5);
  /** Facets requested with a query. Its further pages, requested without facets, are split in the same way. */
  readonly #facets = new LruCache<readonly FacetName[]>(50);
  /** First pages that show that the server applies the filters of a query, by URL. */
  readonly #checkedUrls = new LruCache<true>(50);

  /** @param connect May ask the server for its capabilities; called once. */
  constructor(
    options: SourceOptions,
    connect: (get: FetchBody) => ServerAdapter | Promise<ServerAdapter>,
  ) {
    this.name = options.url;
    this.#options = options;
    this.#warnings = new WarningLog(options.warn);
    this.#fields = new ServerFields(createMappingFactory(options, this.#warnings));
    this.#unsupported = new UnsupportedParts(options.url, this.#fields, this.#warnings);
    this.#connect = connect;
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {adapter, fetcher} = await this.#ensureConnected(options);
    // Foreign servers contain no programmes: a timeline shows their records without one.
    if (collection === 'programmes')
      return this.#queryLocally(
        await this.#fetchEnvelope(adapter, options),
        collection,
        query,
        NOTHING,
        options,
      );
    const [start, end] = pageRange(query);
    const filter = applicableFilter(query, collection);
    const needsFields = Object.keys(filter).length > 0 || query.sort || query.facets?.length;
    // A bulk response is shorter if the needed fields are known.
    if (needsFields || (adapter.bulkUrl && end - start > adapter.maxPageSize))
      await this.#fields.sample(collection, adapter, fetcher, options);
    const {serverQuery, localQuery} = this.#plan(
      adapter,
      collection,
      {...query, ...filter},
      options,
    );
    const request = this.#fields.serverQuery(collection, serverQuery);
    const retry = () => this.find(collection, query, options);
    const length = Math.min(end - start, MAX_LOCAL_RECORDS);
    // Only the first page can be compared with that of all records.
    const firstUrl = adapter.pageUrl(request, {offset: 0, limit: adapter.maxPageSize});
    const isChecked =
      !!localQuery ||
      start === 0 ||
      queryKeys(serverQuery).length === 0 ||
      this.#checkedUrls.get(firstUrl);
    let batch: Gathered;
    let first: Gathered | undefined;
    let facets: Facets;
    let envelope: Envelope;
    try {
      [first, batch, facets, envelope] = await Promise.all([
        isChecked ? undefined : fetcher.fetchRows(request, 0, length, options),
        localQuery
          ? fetcher.fetchRows(request, 0, MAX_LOCAL_RECORDS, options)
          : fetcher.fetchRows(request, start, length, options),
        this.#fetchFacets(adapter, request, options),
        this.#fetchEnvelope(adapter, options),
      ]);
    } catch (error) {
      if (this.#unsupported.addRejected(error, serverQuery, options)) return retry();
      throw error;
    }
    await computeRepresentativePoints(batch.rows, options.signal);
    for (const rows of [batch, first])
      if (rows && (await this.#unsupported.addIgnored(request, rows, options))) return retry();
    this.#checkedUrls.set(firstUrl, true);
    if (localQuery)
      return this.#queryLocally(
        envelope,
        collection,
        {...localQuery, ...paging(query)},
        batch,
        options,
      );
    // If the server does not count the records, or counts entries that are none, all must be loaded.
    const isUnsure =
      !batch.isCounted || (fetcher.hasGaps && batch.total <= maxCountedRecords(adapter));
    if (isUnsure && (start > 0 || batch.hasMore) && end < Infinity) {
      const sample = await fetcher.fetchRows(request, 0, maxCountedRecords(adapter), options);
      return this.#queryLocally(envelope, collection, paging(query), sample, options);
    }
    const list = await this.#createList(collection, batch.rows, options);
    const {total, hasMore, staleSince} = batch;
    const limit = end === Infinity ? list.length : adapter.maxOffset;
    const isCapped = end === Infinity ? hasMore : total > (limit ?? Infinity);
    return {
      items: list,
      total,
      facets,
      report: list.report,
      attribution: envelope.attribution,
      contact: envelope.contact,
      staleSince,
      cappedAt: isCapped ? limit : undefined,
    };
  }

  all<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return this.find(collection, withoutPaging(query), options);
  }

  #bodyFetcher({signal, reload}: QueryOptions, adapter?: ServerAdapter): FetchBody {
    const {client} = this.#options;
    return async (address, reader = adapter?.reader) =>
      (await client.get(address, signal, reload, reader)).body;
  }

  async #ensureConnected(options: QueryOptions) {
    if (this.#connection) return this.#connection;
    const adapter = await this.#connect(this.#bodyFetcher(options));
    // Of simultaneous calls the first one wins, so that the page links are cached in one place.
    const {client} = this.#options;
    this.#connection ??= {adapter, fetcher: new PageFetcher(adapter, client, this.#warn)};
    return this.#connection;
  }

  readonly #warn: QueryWarningHandler = (line, options) =>
    this.#warnings.warn(`${this.name.replace(/\?.*/s, '')}: ${line}`, options);

  #plan(
    adapter: ServerAdapter,
    collection: CollectionName,
    query: Query,
    options: QueryOptions,
  ): QueryPlan {
    const {mappings, sample} = this.#fields.sampled(collection) ?? {};
    const maxPageSize = this.#connection?.fetcher.maxPageSize ?? adapter.maxPageSize;
    const {facets, ...filter} = {...query, ...NO_PAGING};
    const key = JSON.stringify([collection, Object.entries(filter).sort()]);
    if (facets?.length) this.#facets.set(key, facets);
    const planned = {...query, facets: this.#facets.get(key)};
    const plan = planQuery(this.#fields.serverQuery(collection, planned), {
      adapter,
      ignored: this.#unsupported.parts,
      mappings,
      atlas: options.atlas,
      isSmall: !!sample?.isCounted && sample.total <= maxCountedRecords({...adapter, maxPageSize}),
    });
    if (facets?.length) {
      if (plan.lacksFacets)
        this.#warn(
          'the server does not count facets, and has too many records to do so here',
          options,
        );
      return plan;
    }
    const {serverQuery, localQuery} = plan;
    return {
      ...plan,
      serverQuery: {...serverQuery, facets: []},
      localQuery: localQuery && {...localQuery, facets: []},
    };
  }

  async #createList<K extends CollectionName>(
    collection: K,
    rows: readonly Row[],
    options: QueryOptions,
  ): Promise<LazyRecordList<K>> {
    const {adapter} = await this.#ensureConnected(options);
    const mappings = await this.#fields.mappingsOf(collection, adapter, rows, options);
    const list = new LazyRecordList(collection, new ForeignRows(rows, mappings, true), this.name);
    this.#warnings.validateWhenIdle(this.name, list, options);
    this.#warnings.warnHint(this.name, swappedCoordinatesHint(list), options);
    return list;
  }

  /** Fetches the facets that the server counts; none if that fails, so that the records are still shown. */
  async #fetchFacets(
    adapter: ServerAdapter,
    request: ServerQuery,
    options: QueryOptions,
  ): Promise<Facets> {
    if (!request.query.facets?.length || !adapter.fetchFacets) return {};
    try {
      return await adapter.fetchFacets(request, this.#bodyFetcher(options, adapter));
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#warnings.warn(error instanceof Error ? error.message : String(error), options);
      return {};
    }
  }

  /** Fetches the metadata of all records; none if that fails, so that the records are still shown. */
  async #fetchEnvelope(adapter: ServerAdapter, options: QueryOptions): Promise<Envelope> {
    try {
      this.#envelope ??=
        adapter.envelope ??
        (await adapter.fetchEnvelope?.(this.#bodyFetcher(options, adapter))) ??
        {};
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#envelope = {};
    }
    return this.#envelope;
  }

  async #queryLocally<K extends CollectionName>(
    envelope: Envelope,
    collection: K,
    query: Query,
    {rows, bodies, staleSince, hasMore}: Gathered,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    await computeRepresentativePoints(rows, options.signal);
    const key = `${collection} ${bodies.length}`;
    let cached = this.#collections.get(key);
    if (!cached || !bodies.every((body, i) => body === cached?.bodies[i])) {
      const list = (await this.#createList(
        collection,
        rows,
        options,
      )) as LazyRecordList<CollectionName>;
      cached = {bodies, collection: new InMemoryCollection(list, loadNoRelations, envelope)};
      this.#collections.set(key, cached);
    }
    const inMemory = cached.collection as unknown as InMemoryCollection<K>;
    const stale = staleSince === undefined ? {} : {staleSince};
    const result = await inMemory.query(query, options, stale);
    return hasMore ? {...result, cappedAt: rows.length} : result;
  }
}

const NO_PAGING: Query = {limit: undefined, page: undefined};

const paging = ({limit, page}: Query): Query => ({limit, page});
