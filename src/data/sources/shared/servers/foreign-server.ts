import {sameItems, LruCache} from '../../../../model/memo.js';
import {applicableFilter, pageRange, type Query} from '../../../../model/query.js';
import type {CollectionName, Collections, Id} from '../../../../model/records.js';
import {LazyRecordList} from '../../../validation.js';
import {isPermanent} from '../../../client/errors.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  loadNoRelations,
} from '../../../source.js';
import {InMemoryCollection} from '../files/in-memory-collection.js';
import {WarningLog} from '../warning-log.js';
import {type FetchBody, fetchEnvelope, fetchFacets, type ServerAdapter} from './server-adapter.js';
import {swappedCoordinatesHint} from '../rows/coordinate-order.js';
import {type SourceOptions, createMappingFactory} from '../source-options.js';
import {type CollectedRows, NO_ROWS} from './row-collector.js';
import {PageFetcher, type QueryWarningHandler} from './page-fetcher.js';
import {
  type Connection,
  firstPageUrl,
  isCountUnsure,
  MAX_LOCAL_RECORDS,
  maxCountedRecords,
  pagingOf,
  type PlannedQuery,
  queryKeys,
  QueryPlanner,
  type Responses,
} from './query-plan.js';
import {computeRepresentativePoints, ForeignRows, type Row} from '../rows/foreign-rows.js';
import {ServerFields} from './server-fields.js';
import {UnsupportedParts} from './unsupported-parts.js';

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
  readonly #planner: QueryPlanner;
  readonly #unsupported: UnsupportedParts;
  readonly #connect: (get: FetchBody) => ServerAdapter | Promise<ServerAdapter>;
  #envelope: Envelope | undefined;
  /** In-memory collections of recent queries, reused while the pages are the same. */
  readonly #fetched = new LruCache<FetchedCollection>(5);
  /** First pages that show that the server applies the filters of a query, by URL. */
  readonly #verifiedUrls = new LruCache<true>(50);
  #connection: Connection | undefined;

  /** @param connect May ask the server for its capabilities; called once. */
  constructor(
    options: SourceOptions,
    connect: (get: FetchBody) => ServerAdapter | Promise<ServerAdapter>,
  ) {
    this.name = options.url;
    this.#options = options;
    this.#warnings = new WarningLog(options.warn);
    this.#fields = new ServerFields(createMappingFactory(options, this.#warnings));
    this.#planner = new QueryPlanner(this.#fields, this.#warn);
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
    const connection = await this.#ensureConnected(options);
    // Foreign servers contain no programmes: a timeline shows their records without one.
    if (collection === 'programmes') {
      const envelope = await this.#fetchEnvelope(connection.adapter, options);
      return this.#queryFetched(collection, NO_ROWS, envelope, query, options);
    }
    const plan = await this.#plan(connection, collection, query, options);
    const responses = await this.#fetch(plan);
    // A part that the server has rejected or ignored is left to the browser from now on.
    if (!responses || (await this.#hasIgnoredParts(plan, responses)))
      return this.find(collection, query, options);
    const {batch, envelope} = responses;
    if (plan.localQuery) {
      const localQuery = {...plan.localQuery, ...pagingOf(query)};
      return this.#queryFetched(collection, batch, envelope, localQuery, options);
    }
    if (isCountUnsure(plan, batch)) {
      const {fetcher, request, adapter} = plan;
      const all = await fetcher.fetchRows(request, 0, maxCountedRecords(adapter), options);
      return this.#queryFetched(collection, all, envelope, pagingOf(query), options);
    }
    return this.#resultOf(plan, responses);
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    options: QueryOptions,
  ): Promise<Collections[K] | undefined> {
    const {adapter, fetcher} = await this.#ensureConnected(options);
    await this.#fields.sample(collection, adapter, fetcher, options);
    const request = this.#fields.serverQuery(collection, {});
    const url = adapter.recordUrl?.(String(id), request);
    if (url === undefined) {
      this.#warn(
        'this server has no request for one record by its id: fields="id: …" names the column of its ids, if there is one',
        options,
      );
      return undefined;
    }
    try {
      const body = await this.#bodyFetcher(options, adapter)(url);
      const {rows} =
        adapter.parseRecord?.(body, url, request) ?? adapter.parsePage(body, url, request);
      const found = rows.filter(row => row !== undefined);
      const list = await this.#createList(collection, found, options);
      for (let index = 0; index < list.length; index++)
        if (String(list.idAt(index)) === String(id)) return list.at(index);
      return undefined;
    } catch (error) {
      if (isPermanent(error)) return undefined;
      throw error;
    }
  }

  #bodyFetcher({signal, reload}: QueryOptions, adapter?: ServerAdapter): FetchBody {
    const {client} = this.#options;
    return async (address, reader = adapter?.reader) =>
      (await client.get(address, signal, reload, reader)).body;
  }

  /** Fetches the metadata of all records, once. */
  async #fetchEnvelope(adapter: ServerAdapter, options: QueryOptions): Promise<Envelope> {
    return (this.#envelope ??= await fetchEnvelope(adapter, this.#bodyFetcher(options, adapter)));
  }

  async #ensureConnected(options: QueryOptions): Promise<Connection> {
    if (this.#connection) return this.#connection;
    const adapter = await this.#connect(this.#bodyFetcher(options));
    // Of simultaneous calls the first one wins, so that the page links are cached in one place.
    const {client} = this.#options;
    this.#connection ??= {adapter, fetcher: new PageFetcher(adapter, client, this.#warn)};
    return this.#connection;
  }

  readonly #warn: QueryWarningHandler = (line, options) =>
    this.#warnings.warn(`${this.name.replace(/\?.*/s, '')}: ${line}`, options);

  /** Splits a query, after fetching the fields that this needs. */
  async #plan<K extends CollectionName>(
    connection: Connection,
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<PlannedQuery<K>> {
    const {adapter, fetcher} = connection;
    const range = pageRange(query);
    const filter = applicableFilter(query, collection);
    this.#fields.addOwnFields(query);
    const needsFields = Object.keys(filter).length > 0 || query.sort || query.facets?.length;
    // A bulk response is shorter if the needed fields are known.
    if (needsFields || (adapter.bulkUrl && range[1] - range[0] > adapter.maxPageSize))
      await this.#fields.sample(collection, adapter, fetcher, options);
    const plan = await this.#planner.plan(
      {...adapter, maxPageSize: fetcher.maxPageSize},
      this.#unsupported.parts,
      collection,
      {...query, ...filter},
      options,
    );
    const request = this.#fields.serverQuery(collection, plan.serverQuery);
    return {...connection, ...plan, collection, options, request, range};
  }

  /** Sends the requests of a query. Returns undefined if the server has rejected a part of it. */
  async #fetch(plan: PlannedQuery<CollectionName>): Promise<Responses | undefined> {
    const {adapter, fetcher, request, localQuery, options} = plan;
    const [start, end] = plan.range;
    const length = Math.min(end - start, MAX_LOCAL_RECORDS);
    // Only the first page can be compared with the first page of all records.
    const isVerified =
      !!localQuery ||
      start === 0 ||
      queryKeys(request.query).length === 0 ||
      this.#verifiedUrls.get(firstPageUrl(plan));
    try {
      const [first, batch, facets, envelope] = await Promise.all([
        isVerified ? undefined : fetcher.fetchRows(request, 0, length, options),
        localQuery
          ? fetcher.fetchRows(request, 0, MAX_LOCAL_RECORDS, options)
          : fetcher.fetchRows(request, start, length, options),
        fetchFacets(adapter, request, this.#bodyFetcher(options, adapter), line =>
          this.#warnings.warn(line, options),
        ),
        this.#fetchEnvelope(adapter, options),
      ]);
      return {first, batch, facets, envelope};
    } catch (error) {
      if (this.#unsupported.addRejected(error, request.query, options)) return undefined;
      throw error;
    }
  }

  /** Returns true if the responses show that the server has ignored a part of the query. */
  async #hasIgnoredParts(
    plan: PlannedQuery<CollectionName>,
    {batch, first}: Responses,
  ): Promise<boolean> {
    const {options, request, fetcher} = plan;
    await computeRepresentativePoints(batch.rows, options.signal);
    const fetchPage = async (query: Query, length: number): Promise<readonly Row[]> => {
      const partial = this.#fields.serverQuery(request.collection, query);
      return (await fetcher.fetchRows(partial, 0, length, options)).rows;
    };
    // Rows of a further page are compared with their query only, not with other first pages.
    const isFirstPage = plan.range[0] === 0 || !!plan.localQuery;
    const pages = [
      [batch, isFirstPage ? fetchPage : undefined],
      [first, fetchPage],
    ] as const;
    for (const [rows, fetchOther] of pages)
      if (rows && (await this.#unsupported.addIgnored(request, rows, fetchOther, options)))
        return true;
    this.#verifiedUrls.set(firstPageUrl(plan), true);
    return false;
  }

  async #resultOf<K extends CollectionName>(
    {adapter, collection, options, range: [, end]}: PlannedQuery<K>,
    {batch, facets, envelope: {attribution, contact}}: Responses,
  ): Promise<QueryResult<Collections[K]>> {
    const list = await this.#createList(collection, batch.rows, options);
    const {total, hasMore, staleSince} = batch;
    const limit = end === Infinity ? list.length : adapter.maxOffset;
    const isCapped = end === Infinity ? hasMore : total > (limit ?? Infinity);
    const cappedAt = isCapped ? limit : undefined;
    const {report} = list;
    return {items: list, total, facets, report, attribution, contact, staleSince, cappedAt};
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

  /** Runs a query in the browser on the fetched records. */
  async #queryFetched<K extends CollectionName>(
    collection: K,
    {rows, bodies, staleSince, hasMore}: CollectedRows,
    envelope: Envelope,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    await computeRepresentativePoints(rows, options.signal);
    const key = `${collection} ${this.#fields.ownFields.join()} ${bodies.length}`;
    let fetched = this.#fetched.get(key) as FetchedCollection<K> | undefined;
    if (!fetched || !sameItems(bodies, fetched.bodies)) {
      const list = await this.#createList(collection, rows, options);
      fetched = {bodies, inMemory: new InMemoryCollection(list, loadNoRelations, envelope)};
      this.#fetched.set(key, fetched);
    }
    const result = await fetched.inMemory.query(query, options, {staleSince});
    return hasMore ? {...result, cappedAt: rows.length} : result;
  }
}

/** Records of some pages, in memory. */
interface FetchedCollection<K extends CollectionName = CollectionName> {
  readonly bodies: readonly unknown[];
  readonly inMemory: InMemoryCollection<K>;
}
