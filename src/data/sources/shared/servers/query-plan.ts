import {
  applicableFilter,
  type FacetName,
  FACETS,
  type Facets,
  isOwnField,
  type Query,
  type StandardFacet,
} from '../../../../model/query.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import type {Atlas} from '../../../../model/geo/territory.js';
import type {FieldMapping} from '../rows/foreign-record.js';
import type {ServerAdapter, ServerFilters, ServerQuery} from './server-adapter.js';
import type {CollectionName} from '../../../../model/records.js';
import {LruCache} from '../../../../model/memo.js';
import type {QueryOptions} from '../../../source.js';
import {findName, nameOf} from '../own-fields.js';
import type {PageFetcher, QueryWarningHandler} from './page-fetcher.js';
import type {CollectedRows} from './row-collector.js';
import type {ServerFields} from './server-fields.js';

/** Maximum number of records fetched to run a part of a query in the browser. */
export const MAX_LOCAL_RECORDS = 5_000;
/** Maximum number of records, and of pages, fetched only to count facets or matches. */
const MAX_COUNTED_RECORDS = 1_000;
const MAX_COUNTED_PAGES = 10;

/** Returns the maximum number of records worth fetching only to count them. */
export const maxCountedRecords = ({
  maxPageSize,
  bulkUrl,
}: Pick<ServerAdapter, 'maxPageSize' | 'bulkUrl'>): number =>
  bulkUrl ? MAX_LOCAL_RECORDS : Math.min(MAX_COUNTED_RECORDS, MAX_COUNTED_PAGES * maxPageSize);

/** Query, split between server and browser. */
export interface QueryPlan {
  /** Part that the server runs. */
  readonly serverQuery: Query;
  /** Part that runs in the browser; undefined if nothing is left. */
  readonly localQuery: Query | undefined;
  /** True if some facets cannot be counted. */
  readonly lacksFacets: boolean;
}

/** Server, with its protocol. */
export interface Connection {
  readonly adapter: ServerAdapter;
  readonly fetcher: PageFetcher;
}

/** Query to a collection, with its split between server and browser. */
export interface PlannedQuery<K extends CollectionName> extends Connection, QueryPlan {
  readonly collection: K;
  readonly options: QueryOptions;
  /** Part for the server, with its fields. */
  readonly request: ServerQuery;
  /** Indices of the page: start, and end. */
  readonly range: readonly [start: number, end: number];
}

export interface Responses {
  readonly batch: CollectedRows;
  /** First page of the same query, if its filters are not verified yet and the page is a further one. */
  readonly first: CollectedRows | undefined;
  readonly facets: Facets;
  readonly envelope: Envelope;
}

interface PlanContext {
  readonly adapter: ServerAdapter;
  /** Parts that the server has ignored or rejected before. */
  readonly ignored: ReadonlySet<keyof Query>;
  readonly mappings: readonly FieldMapping[] | undefined;
  /** True if the server has few records. */
  readonly isSmall: boolean;
  /** Territories of communes, for queries with territory filters. */
  readonly atlas?: Atlas | undefined;
}

/** Fields that each facet counts. */
const FACET_TARGETS: Readonly<Record<StandardFacet, RegExp>> = {
  family: /^family$/,
  portal: /^portals?$/,
  section: /^sections?$/,
  type: /^(?:type|kind)$/,
  theme: /^themes$/,
  commune: /^(?:commune|territory)\.(?:name|insee)$/,
  programme: /^(?:programme|parent)$/,
  project: /^(?:project|parent)$/,
  year: /^(?:published|created|event|period)(?:\.|$)/,
};

/** Filters that some facet ignores. */
const FACET_FILTERS: ReadonlySet<string> = new Set([...FACETS, 'from', 'to']);

/** Splits a query between server and browser. */
function planQuery(
  fullQuery: ServerQuery,
  {adapter, ignored, mappings, isSmall, atlas}: PlanContext,
): QueryPlan {
  const {collection, query} = fullQuery;
  const {sort, facets = [], lang} = query;
  const filter = {...applicableFilter(query, collection), sort};
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  const isSupported = (part: string): boolean =>
    !ignored.has(part as keyof Query) &&
    adapter.filters[part as keyof ServerFilters]?.(fullQuery) !== undefined;
  const mayHaveValues = (facet: FacetName): boolean =>
    !mappings ||
    mappings.some(({target}) =>
      isOwnField(facet) ? target === facet : FACET_TARGETS[facet].test(target),
    );
  const counted = facets.filter(facet => adapter.canCountFacet?.(facet, fullQuery));
  const uncounted = facets.filter(facet => mayHaveValues(facet) && !counted.includes(facet));
  // Facets that the server cannot count are counted in the browser if that takes few pages, or if all records are
  // needed there anyway.
  const countsLocally =
    facets.length > 0 &&
    (parts.some(([part]) => !isSupported(part)) || (uncounted.length > 0 && isSmall));
  // A facet ignores its own filter, so a filter is not sent if its facet is counted in the browser. A bulk response
  // needs no filter at all: the next query finds all records in memory.
  const fetchesAll = countsLocally && isSmall && !!adapter.bulkUrl;
  const isSent = ([part]: readonly [string, unknown]): boolean =>
    isSupported(part) &&
    !fetchesAll &&
    !(countsLocally && (FACET_FILTERS.has(part) || isOwnField(part)));
  const localParts = parts.filter(part => !isSent(part));
  const localQuery = {...Object.fromEntries(localParts), facets: countsLocally ? facets : [], lang};
  const serverQuery = Object.fromEntries(parts.filter(isSent)) as Query;
  const mayNarrow = !fetchesAll && !serverQuery.epci && !serverQuery.commune;
  const epciCommunes = mayNarrow ? communesOfEpci(fullQuery, atlas) : undefined;
  const narrowing: Query =
    epciCommunes &&
    !ignored.has('commune') &&
    adapter.filters.commune?.({...fullQuery, query: {...query, commune: epciCommunes}})
      ? {commune: epciCommunes}
      : {};
  return {
    serverQuery: {...serverQuery, ...narrowing, facets: countsLocally ? [] : counted, lang},
    localQuery: countsLocally || localParts.length > 0 ? localQuery : undefined,
    lacksFacets: !countsLocally && uncounted.length > 0,
  };
}

/** Returns the part of a query that selects a page. */
export const pagingOf = ({limit, page}: Query): Query => ({limit, page});

/** Returns the URL of the first page of a query, which identifies its filters. */
export const firstPageUrl = ({adapter, request}: PlannedQuery<CollectionName>): string =>
  adapter.pageUrl(request, {offset: 0, limit: adapter.maxPageSize});

/**
 * Returns true if all records must be fetched to count them: the server does not count them, or counts entries that are
 * no records.
 */
export function isCountUnsure(
  {adapter, fetcher, range: [start, end]}: PlannedQuery<CollectionName>,
  {isCounted, total, hasMore}: CollectedRows,
): boolean {
  const isUnsure = !isCounted || (fetcher.hasGaps && total <= maxCountedRecords(adapter));
  return isUnsure && (start > 0 || hasMore) && end < Infinity;
}

/** Returns the keys of a query except page, facets and language. */
export const queryKeys = (query: Query): (keyof Query)[] =>
  (Object.keys(query) as (keyof Query)[]).filter(
    part => !['lang', 'facets', 'limit', 'page'].includes(part),
  );

const NO_PAGING: Query = {limit: undefined, page: undefined};

/** Plans queries with the fields of a server, and warns about facets that nothing can count. */
export class QueryPlanner {
  readonly #fields: ServerFields;
  readonly #warn: QueryWarningHandler;
  /** Facets requested with a query. Its further pages, requested without facets, are split in the same way. */
  readonly #facets = new LruCache<readonly FacetName[]>(50);

  constructor(fields: ServerFields, warn: QueryWarningHandler) {
    this.#fields = fields;
    this.#warn = warn;
  }

  /**
   * Splits a query between server and browser.
   *
   * @param adapter Protocol of the server, with the length of its pages as far as it is known.
   * @param ignored Parts that the server has ignored or rejected before.
   */
  async plan(
    adapter: ServerAdapter,
    ignored: ReadonlySet<keyof Query>,
    collection: CollectionName,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryPlan> {
    const {mappings, sample} = this.#fields.sampled(collection) ?? {};
    const {facets, ...filter} = {...query, ...NO_PAGING};
    const key = JSON.stringify([collection, Object.entries(filter).sort()]);
    if (facets?.length) this.#facets.set(key, facets);
    const planned = {...query, facets: this.#facets.get(key)};
    const plan = planQuery(this.#fields.serverQuery(collection, planned), {
      adapter,
      ignored,
      mappings,
      atlas: options.atlas,
      isSmall: !!sample?.isCounted && sample.total <= maxCountedRecords(adapter),
    });
    if (facets?.length) {
      if (plan.lacksFacets)
        this.#warn(
          'the server does not count facets, and has too many records to do so here',
          options,
        );
      if (!plan.localQuery)
        // Without its code there is no warning.
        await this.#warnOfUnknownFields(collection, facets, options).catch(() => {});
      return plan;
    }
    const {serverQuery, localQuery} = plan;
    return {
      ...plan,
      serverQuery: {...serverQuery, facets: []},
      localQuery: localQuery && {...localQuery, facets: []},
    };
  }

  /** Warns about own fields that the sample lacks. Those of a query that runs in the browser are looked for there. */
  async #warnOfUnknownFields(
    collection: CollectionName,
    facets: readonly FacetName[],
    options: QueryOptions,
  ): Promise<void> {
    const {sample} = this.#fields.sampled(collection) ?? {};
    const names = [...new Set(sample?.rows.flatMap(({fields}) => Object.keys(fields)))];
    const unknown = facets
      .filter(isOwnField)
      .filter(field => names.length > 0 && findName(names, nameOf(field)) === undefined);
    if (unknown.length === 0) return;
    const {unknownFieldWarning} = await import('../unknown-field.js');
    for (const field of unknown) this.#warn(unknownFieldWarning(field, names), options);
  }
}

/**
 * Returns the communes of the EPCIs in a query, if the server has commune codes but no field for EPCIs. The remaining
 * filter in the browser then reads fewer records.
 */
function communesOfEpci(
  {query, field}: Pick<ServerQuery, 'query' | 'field'>,
  atlas: Atlas | undefined,
): readonly string[] | undefined {
  if (!query.epci || !atlas || !field('insee')) return undefined;
  const codes = atlas.communesOf(query.epci);
  return codes.length > 0 ? codes : undefined;
}
