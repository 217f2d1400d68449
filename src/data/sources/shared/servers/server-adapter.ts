import type {FacetName, Facets, OwnField, Query} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import {isAbortError} from '../../../client/errors.js';
import type {BodyReader} from '../../../client/request.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import type {FieldDefaults} from '../rows/foreign-record.js';
import type {Row} from '../rows/foreign-rows.js';
import type {WarningHandler} from '../warning-log.js';
import type {CoordinateOrder} from '../readers/coordinate-readers.js';

/** Offset and length of a page. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

/** Field of the server's records that is mapped to one of ours. */
export interface ServerField {
  readonly path: string;
  /** True if it contains several values in one string, which a server cannot compare one by one. */
  readonly isDelimited: boolean;
  /** Values in the sample records. */
  readonly values: readonly unknown[];
}

export interface ServerQuery {
  readonly collection: CollectionName;
  /** Contains only parts for which the adapter has parameters. */
  readonly query: Query;
  /**
   * Returns the source field of one of our fields, such as `field('title')`. Undefined if there is none, or several.
   */
  readonly field: (name: string) => ServerField | undefined;
  /** Names of the source fields that are mapped to ours, if known. */
  readonly sourceFields: readonly string[] | undefined;
}

export type Parameter = readonly [name: string, value: string];

/**
 * Returns the parameters that make a server apply a part of a query: none if the part excludes no record, undefined if
 * the server cannot apply it.
 */
export type PartParameters = (serverQuery: ServerQuery) => readonly Parameter[] | undefined;

/** Parameters by part of a query, including the sort order. A part that is absent is never sent. */
export type ServerFilters = Readonly<
  Partial<Record<Exclude<keyof Query, OwnField>, PartParameters>>
>;

/** Returns the parameters of all parts of a query, in the order of the table. */
export const parametersOf = (filters: ServerFilters, serverQuery: ServerQuery): Parameter[] =>
  Object.entries(filters).flatMap(([part, parameters]) =>
    serverQuery.query[part as keyof Query] === undefined ? [] : (parameters(serverQuery) ?? []),
  );

/** One page of a server's response. */
export interface ServerPage {
  /** Undefined for an entry that is not a record, if pages are requested by the position of entries. */
  readonly rows: readonly (Row | undefined)[];
  /** Number of entries, where an entry may be several rows. */
  readonly entryCount?: number | undefined;
  /** Number of matches on all pages, if the server returns it. */
  readonly total?: number | undefined;
  /** URL of the next page, or null after the last. Undefined if pages are requested by offset. */
  readonly next?: string | null | undefined;
  /** Actual range, if it differs from the one passed to `pageUrl`. */
  readonly range?: PageRange | undefined;
}

/**
 * Fetches a URL through the client, with the adapter's reader by default.
 *
 * @throws {LoadError}
 */
export type FetchBody = (url: string, reader?: BodyReader) => Promise<unknown>;

/** Protocol of a kind of server: builds the requests, and parses the responses. */
export interface ServerAdapter {
  readonly maxPageSize: number;
  /** Maximum offset of a page, in records. Default: none. */
  readonly maxOffset?: number;
  /** True if pages are numbered, so that offsets must be multiples of the page size. */
  readonly hasPageNumbers?: boolean;
  readonly reader?: BodyReader;
  readonly defaults?: FieldDefaults | ((collection: CollectionName) => FieldDefaults);
  /** Order of coordinate pairs. */
  readonly coordinateOrder?: CoordinateOrder;
  /** Metadata of all records. */
  readonly envelope?: Envelope;
  /** Fetches the metadata of all records. Called once, in parallel with the first page. */
  fetchEnvelope?(fetchBody: FetchBody): Promise<Envelope>;
  /** Parts of a query that the server can apply. */
  readonly filters: ServerFilters;
  pageUrl(serverQuery: ServerQuery, range: PageRange): string;
  /** Returns the URL of one record. Undefined or absent if the server has no such request. */
  recordUrl?(id: string, serverQuery: ServerQuery): string | undefined;
  /** Parses the response for one record. Default: a page. */
  parseRecord?(body: unknown, url: string, serverQuery: ServerQuery): Pick<ServerPage, 'rows'>;
  /** Returns the URL of one response with the first `maxRows` records, if the server offers one. */
  bulkUrl?(serverQuery: ServerQuery, maxRows: number): string;
  /** True if that response always contains all records. It is then requested only if they are known to be few. */
  readonly bulkReturnsAll?: boolean;
  /**
   * Parses a response.
   *
   * @throws {LoadError} if it has another format.
   */
  parsePage(body: unknown, url: string, serverQuery: ServerQuery): ServerPage;
  canCountFacet?(facet: FacetName, serverQuery: ServerQuery): boolean;
  /** Fetches the facets named in the query. */
  fetchFacets?(serverQuery: ServerQuery, fetchBody: FetchBody): Promise<Facets>;
}

/**
 * Fetches the facets that a server counts; none if that fails, so that the records are shown without them.
 *
 * @throws {DOMException} `AbortError`.
 */
export async function fetchFacets(
  adapter: ServerAdapter,
  request: ServerQuery,
  fetchBody: FetchBody,
  warn: WarningHandler,
): Promise<Facets> {
  if (!request.query.facets?.length || !adapter.fetchFacets) return {};
  try {
    return await adapter.fetchFacets(request, fetchBody);
  } catch (error) {
    if (isAbortError(error)) throw error;
    warn(error instanceof Error ? error.message : String(error));
    return {};
  }
}

/**
 * Fetches the metadata of all records; none if that fails.
 *
 * @throws {DOMException} `AbortError`.
 */
export async function fetchEnvelope(
  adapter: ServerAdapter,
  fetchBody: FetchBody,
): Promise<Envelope> {
  try {
    return adapter.envelope ?? (await adapter.fetchEnvelope?.(fetchBody)) ?? {};
  } catch (error) {
    if (isAbortError(error)) throw error;
    return {};
  }
}
