import type {FacetName, Facets, Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import type {BodyReader} from '../../request.js';
import type {Envelope} from '../../schema.js';
import type {Defaults} from './fields.js';
import type {Row} from './rows.js';
import type {PairOrder} from './values.js';

/** Offset and length of a page. */
export interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** Field of the server's records that is mapped to one of ours. */
export interface ServerField {
  readonly path: string;
  /** True if it contains several values in one string, which a server cannot compare one by one. */
  readonly isJoined: boolean;
  /** Values in the sample records. */
  readonly values: readonly unknown[];
}

/** Query for a server. */
export interface ServerQuestion {
  readonly collection: CollectionName;
  /** Contains only the parts that `supports` accepted. */
  readonly query: Query;
  /**
   * Returns the source field of one of our fields, such as `field('title')`. Undefined if there is none, or several.
   */
  readonly field: (name: string) => ServerField | undefined;
  /** Names of the source fields that are mapped to ours, if known. */
  readonly keys: readonly string[] | undefined;
}

/** One page of a server's response. */
export interface ServerPage {
  /** Undefined for an entry that is no record, where pages are asked for by the position of entries. */
  readonly rows: readonly (Row | undefined)[];
  /** Number of entries, where an entry may be several rows. */
  readonly count?: number | undefined;
  /** Number of matches on all pages, if the server returns it. */
  readonly total?: number | undefined;
  /** URL of the next page, or null after the last. Undefined if pages are requested by offset. */
  readonly next?: string | null | undefined;
  /** Actual range, if it differs from the one passed to `pageUrl`. */
  readonly span?: Span | undefined;
}

/**
 * Fetches a URL through the client, with the adapter's reader by default.
 *
 * @throws {LoadError}
 */
export type Get = (address: string, reader?: BodyReader) => Promise<unknown>;

/** Protocol of a kind of server: builds the requests, and parses the responses. */
export interface ServerKind {
  /** Maximum page size. */
  readonly longest: number;
  /** Maximum offset of a page, in records. Default: none. */
  readonly wall?: number;
  /** True if pages are numbered, so that offsets must be multiples of the page size. */
  readonly isNumbered?: boolean;
  readonly reader?: BodyReader;
  readonly defaults?: Defaults | ((collection: CollectionName) => Defaults);
  /** Order of coordinate pairs. */
  readonly order?: PairOrder;
  /** Metadata of all records. */
  readonly envelope?: Envelope;
  /** Fetches the metadata of all records. Called once, in parallel with the first page. */
  about?(get: Get): Promise<Envelope>;
  /** Returns true if the server can apply a part of a query. */
  can(part: keyof Query, question: ServerQuestion): boolean;
  /** Returns the URL of a page. */
  address(question: ServerQuestion, span: Span): string;
  /** Returns the URL of one response with the first `maxRows` records, if the server offers one. */
  bulk?(question: ServerQuestion, most: number): string;
  /** True if that response always contains all records. It is then requested only if they are known to be few. */
  readonly isBulkWhole?: boolean;
  /**
   * Parses a response.
   *
   * @throws {LoadError} if it has another format.
   */
  page(body: unknown, address: string, question: ServerQuestion): ServerPage;
  /** Returns true if the server can count a facet. */
  counts?(facet: FacetName, question: ServerQuestion): boolean;
  /** Fetches the facets named in the query. */
  facets?(question: ServerQuestion, get: Get): Promise<Facets>;
}
