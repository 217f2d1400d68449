import type {Facets, Query} from '../model/query.js';
import type {RecordList} from '../model/record-list.js';
import type {CollectionName, Collections, Id, PortalRecord} from '../model/records.js';
import type {Atlas} from '../model/shelf.js';
import type {Attribution} from './schema.js';
import type {Report} from './checked-list.js';

/** Part of a collection, as a source gives it. */
export interface Answer<R extends PortalRecord = PortalRecord> {
  readonly items: RecordList<R>;
  /** How many match on all pages. */
  readonly total: number;
  readonly facets: Facets;
  /** What had to be left out; it may still grow while records are being checked. */
  readonly report: Report;
  /** Whose the data are; of several sources, those of each. */
  readonly attribution?: Attribution | readonly Attribution[] | undefined;
  /** Where an error in the data can be told. */
  readonly contact?: string | undefined;
  /** Set when the server is down and this is a copy: from when, or null when nobody knows. */
  readonly staleSince?: Date | null | undefined;
  /** Set when a source could not give all that matches: how many it gave. */
  readonly cappedAt?: number | undefined;
  /**
   * Set when the items are marks for several records each, since these are too many to be given: about how many
   * they are. There is nothing to list, search or count until the reader looks at less.
   */
  readonly thinned?: number | undefined;
  /** Whether there are more than the marks stand for: a file that was made without keeping count. */
  readonly isSample?: boolean | undefined;
  /** Sources among several that could not be had, by what a reader knows them by. */
  readonly missing?: readonly string[] | undefined;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Ask the server again, whatever is at hand. */
  readonly reload?: boolean;
  /** Of `all`: about so many records are enough. */
  readonly most?: number | undefined;
  /** What tells where communes lie, for questions about territories. */
  readonly atlas?: Atlas | undefined;
}

/** Where records come from: all that an element knows of it. */
export interface PortalSource {
  /** For messages to the webmaster. */
  readonly name: string;
  /** Set where the records are not those of a portal API, and belong to no portal, project or programme. */
  readonly isForeign?: boolean;
  /** Where contributions are sent, if it takes any. */
  readonly contributions?: string | undefined;
  /** Whether all of a collection is at hand, so that a filter costs no request. */
  isComplete(collection: CollectionName): boolean;
  /** One page of what a query asks for. @throws {LoadError} */
  find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>>;
  /** All that a query asks for, page after page up to a bound. @throws {LoadError} */
  all<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>>;
  /** One record by its id, where the source can be asked for it; undefined where it has none. @throws {LoadError} */
  one?<K extends CollectionName>(
    collection: K,
    id: Id,
    options: AskOptions,
  ): Promise<Collections[K] | undefined>;
}
