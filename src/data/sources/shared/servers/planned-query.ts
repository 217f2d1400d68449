import type {Facets, Query} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import type {QueryOptions} from '../../../source.js';
import type {CollectedRows} from './row-collector.js';
import type {PageFetcher} from './page-fetcher.js';
import {maxCountedRecords, type QueryPlan} from './query-plan.js';
import type {ServerAdapter, ServerQuery} from './server-adapter.js';

/** Server, with its protocol. */
export interface Connection {
  readonly adapter: ServerAdapter;
  readonly fetcher: PageFetcher;
}

/** Query to a collection, with its split between server and browser. */
export interface PlannedQuery<K extends CollectionName> extends Connection, QueryPlan {
  readonly collection: K;
  readonly query: Query;
  readonly options: QueryOptions;
  /** Part for the server, with its fields. */
  readonly request: ServerQuery;
  /** Indices of the page: start, and end. */
  readonly range: readonly [start: number, end: number];
}

/** Responses to a planned query. */
export interface Responses {
  readonly batch: CollectedRows;
  /** First page of the same query, if its filters are not verified yet and the page is a further one. */
  readonly first: CollectedRows | undefined;
  readonly facets: Facets;
  readonly envelope: Envelope;
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
