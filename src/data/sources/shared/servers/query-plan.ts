import {
  applicableFilter,
  type FacetName,
  FACETS,
  isOwnField,
  type Query,
  type StandardFacet,
} from '../../../../model/query.js';
import type {Atlas} from '../../../../model/geo/territory.js';
import type {FieldMapping} from '../rows/foreign-record.js';
import type {ServerAdapter, ServerFilters, ServerQuery} from './server-adapter.js';
import {communesOfEpci} from '../rows/territory-fields.js';

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

interface PlanContext {
  readonly adapter: ServerAdapter;
  /** Parts that the server has ignored or rejected before. */
  readonly ignored: ReadonlySet<keyof Query>;
  /** Field mappings, if known. */
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
export function planQuery(
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

/** Returns the keys of a query except page, facets and language. */
export const queryKeys = (query: Query): (keyof Query)[] =>
  (Object.keys(query) as (keyof Query)[]).filter(
    part => !['lang', 'facets', 'limit', 'page'].includes(part),
  );
