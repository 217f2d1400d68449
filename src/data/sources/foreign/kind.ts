import type {FacetName, Facets, Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import type {BodyReader} from '../../request.js';
import type {Envelope} from '../../schema.js';
import type {Defaults} from './fields.js';
import type {Row} from './rows.js';
import type {PairOrder} from './values.js';

/** Where a page starts, and how long it is. */
export interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** A field of the server's records that stands for one of ours. */
export interface ServerField {
  readonly path: string;
  /** Whether it holds several values in one text, which a server can't compare one by one. */
  readonly isJoined: boolean;
  /** What it holds in the records that were looked at. */
  readonly values: readonly unknown[];
}

/** What a server is asked. */
export interface ServerQuestion {
  readonly collection: CollectionName;
  /** What `can` agreed to, and no more. */
  readonly query: Query;
  /** The one field that a field of ours is read from: `field('title')`; undefined where there is none or several. */
  readonly field: (name: string) => ServerField | undefined;
  /** The fields of the server's records that ours are made from, once they are known. */
  readonly keys: readonly string[] | undefined;
}

/** One page as a server gives it. */
export interface ServerPage {
  readonly rows: readonly Row[];
  /** How many entries it had, where some of them are no rows. */
  readonly count?: number | undefined;
  /** How many match on all pages, where the server says so. */
  readonly total?: number | undefined;
  /** Where the page after this one is; null: nowhere. Undefined where pages are asked for by their place. */
  readonly next?: string | null | undefined;
  /** Where it starts and what was asked of it, where that is not what `address` was told. */
  readonly span?: Span | undefined;
}

/** What is at an address, through the client; read as the kind's pages are if not otherwise. @throws {LoadError} */
export type Get = (address: string, reader?: BodyReader) => Promise<unknown>;

/** What has to be known of a kind of server, or of one server. */
export interface ServerKind {
  /** The longest page that it gives. */
  readonly longest: number;
  /** How far its pages can be asked for by place: a wall, in records. */
  readonly wall?: number;
  /** Set where pages have numbers, so that they start at multiples of their length. */
  readonly isNumbered?: boolean;
  readonly reader?: BodyReader;
  readonly defaults?: Defaults | ((collection: CollectionName) => Defaults);
  readonly order?: PairOrder;
  /** What is known of all its records. */
  readonly envelope?: Envelope;
  /** The same, where it has to be asked for: that happens once, beside the first page. */
  about?(get: Get): Promise<Envelope>;
  /** Whether the server does a part of a question by itself. */
  can(part: keyof Query, question: ServerQuestion): boolean;
  address(question: ServerQuestion, span: Span): string;
  /** One answer with the first `most` records, however many, where the server has such a thing. */
  bulk?(question: ServerQuestion, most: number): string;
  /** Set where that answer has all records, so that it is asked for only when it is known that they are few. */
  readonly isBulkWhole?: boolean;
  /** @throws {LoadError} when the answer is not of this kind. */
  page(body: unknown, address: string, question: ServerQuestion): ServerPage;
  /** Whether it counts a facet. */
  counts?(facet: FacetName, question: ServerQuestion): boolean;
  /** The facets of `question.query.facets`. */
  facets?(question: ServerQuestion, get: Get): Promise<Facets>;
}
