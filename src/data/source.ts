import type {Page} from '../model/collection/collection-index.js';
import type {Query} from '../model/query.js';
import type {CollectionName, Collections, Id, PortalRecord} from '../model/records.js';
import type {Bbox} from '../model/geo/geo.js';
import type {Atlas} from '../model/geo/territory.js';
import type {Attribution} from '../model/schemas/part-schemas.js';
import type {WarnOptions} from './sources/shared/warning-log.js';
import type {ValidationReport} from './validation.js';
import {ArrayRecordList, type RecordList} from '../model/collection/record-list.js';
import type {RelatedCollection} from '../model/relations.js';
import {isPermanent} from './client/errors.js';

/** Records that match a query, with metadata of the source. */
export interface QueryResult<R extends PortalRecord = PortalRecord> extends Page<R> {
  /** Validation errors; may still grow while records are being validated. */
  readonly report: ValidationReport;
  /** Attribution of the data; an array if several sources are merged. */
  readonly attribution?: Attribution | readonly Attribution[] | undefined;
  /** URL for reporting errors in the data. */
  readonly contact?: string | undefined;
  /** Time at which a stale copy was stored, or null if unknown. Set only if the server is down. */
  readonly staleSince?: Date | null | undefined;
  /** Number of records returned, if the source could not return all matches. */
  readonly cappedAt?: number | undefined;
  /**
   * Approximate number of records that the items stand for, set if each item is a cluster because the matches are too
   * many. Such a result cannot be listed, searched or counted.
   */
  readonly thinned?: number | undefined;
  /** True if some records are in no cluster, so that `thinned` is too low. */
  readonly isSample?: boolean | undefined;
  /** Numbers of records of the other collections, if a document does not contain the requested one. */
  readonly otherCollections?: readonly string[] | undefined;
  /** Names of merged sources that could not be loaded. */
  readonly failedSources?: readonly string[] | undefined;
}

/** Abort signal, reload, record limit, territories and warning handler of a query. */
export interface QueryOptions extends WarnOptions {
  readonly signal: AbortSignal;
  /** Requests the data again even if a fresh copy is cached. */
  readonly reload?: boolean;
  /** Upper bound of the records needed from a query for all records, approximate. */
  readonly maxRecords?: number | undefined;
  /** Territories of communes, for queries with territory filters. */
  readonly atlas?: Atlas | undefined;
  /** Area of the requested territory, if known: decides the order of coordinate pairs. */
  readonly extent?: Bbox | undefined;
}

/** Provider of records: portal API, document or foreign service. */
export interface PortalSource {
  /** Name in messages to the webmaster, usually the URL. */
  readonly name: string;
  /** True if the records do not come from a portal API, and have no portal, project or programme. */
  readonly isForeign?: boolean;
  /** URL to which contributions are sent, if the source accepts any. */
  readonly contributionsUrl?: string | undefined;
  /** Returns true if a collection is completely loaded, so that filters need no request. */
  isComplete(collection: CollectionName): boolean;
  /**
   * Returns one page of the records that match a query, or all of them, up to a limit of the source, if the limit of
   * the query is infinite.
   *
   * @throws {LoadError}
   */
  find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>>;
  /**
   * Returns one record by its id, or undefined if there is none. Absent if the source cannot look up ids.
   *
   * @throws {LoadError}
   */
  one?<K extends CollectionName>(
    collection: K,
    id: Id,
    options: QueryOptions,
  ): Promise<Collections[K] | undefined>;
}

const sourceNames = new WeakMap<PortalRecord, string>();

/** Stores the name of the source that a record of a merged source comes from. */
export const setSourceName = (record: PortalRecord, sourceName: string): void => {
  sourceNames.set(record, sourceName);
};

/** Returns the name of the source that a record comes from, or undefined unless several sources are merged. */
export const sourceNameOf = (record: PortalRecord): string | undefined => sourceNames.get(record);

/** Options of a query that also apply to the related collections it needs. */
export type RelationOptions = Pick<QueryOptions, 'signal' | 'warn'>;

/** Loads a collection that other records refer to. */
export type RelationLoader = <C extends RelatedCollection>(
  collection: C,
  options: RelationOptions,
) => Promise<RecordList<Collections[C]>>;

/** Returns an empty list: records of a foreign source refer to no portal, programme or project. */
export const loadNoRelations: RelationLoader = () =>
  Promise.resolve(new ArrayRecordList<never>([]));

/** Returns a loader that gives an empty list for a collection that the server does not have. */
export const emptyIfMissing =
  (load: RelationLoader): RelationLoader =>
  async (collection, options) => {
    try {
      return await load(collection, options);
    } catch (error) {
      if (isPermanent(error)) return new ArrayRecordList<never>([]);
      throw error;
    }
  };
