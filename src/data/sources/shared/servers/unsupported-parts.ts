import type {Query} from '../../../../model/query.js';
import {HttpError} from '../../../client/errors.js';
import type {QueryOptions} from '../../../source.js';
import {LazyRecordList} from '../../../validation.js';
import {ForeignRows, type Row} from '../rows/foreign-rows.js';
import type {WarningLog} from '../warning-log.js';
import type {CollectedRows} from './row-collector.js';
import {queryKeys} from './query-plan.js';
import type {ServerQuery} from './server-adapter.js';
import {SAMPLE_SIZE, type ServerFields} from './server-fields.js';
import {fold, searchWords} from '../../../../model/fold.js';
import {type Bbox, isInBbox} from '../../../../model/geo/geo.js';
import type {RecordList} from '../../../../model/collection/record-list.js';
import type {CollectionName} from '../../../../model/records.js';

/** Statuses that mean the server does not accept the query. */
const REJECTION_STATUSES = new Set([400, 406, 414, 422, 501]);

/** Fetches the first rows of a query. */
export type PageOfQuery = (query: Query, length: number) => Promise<readonly Row[]>;

/** Returns true if the first page begins with the same records as the second. */
const isSamePage = (page: ForeignRows, other: ForeignRows): boolean =>
  [...Array(page.length).keys()].every(
    i =>
      i < other.length && JSON.stringify(page.contentAt(i)) === JSON.stringify(other.contentAt(i)),
  );

const urlWithoutQuery = (url: string): string => url.replace(/\?.*/s, '');

/** Parts of a query that a server has ignored or rejected. They run in the browser from then on. */
export class UnsupportedParts {
  readonly #parts = new Set<keyof Query>();
  /** Parts that make a difference to the records, although these do not match as ours would. */
  readonly #trusted = new Set<keyof Query>();
  readonly #url: string;
  readonly #fields: ServerFields;
  readonly #warnings: WarningLog;

  constructor(url: string, fields: ServerFields, warnings: WarningLog) {
    this.#url = url;
    this.#fields = fields;
    this.#warnings = warnings;
  }

  get parts(): ReadonlySet<keyof Query> {
    return this.#parts;
  }

  /** Adds the parts of a query that the server rejected. Returns true if there are any. */
  addRejected(error: unknown, serverQuery: Query, options: QueryOptions): boolean {
    if (!(error instanceof HttpError) || !REJECTION_STATUSES.has(error.status)) return false;
    const parts = queryKeys(serverQuery);
    for (const part of parts) this.#parts.add(part);
    if (parts.length > 0)
      this.#warnings.warn(`${error.message} (${parts.join(', ')}: done here)`, options);
    return parts.length > 0;
  }

  /**
   * Adds the parts of a query that the server ignored. Returns true if there are any.
   *
   * @param fetchPage Fetches first pages to compare with; undefined if the rows are of a further page.
   */
  async addIgnored(
    request: ServerQuery,
    {rows}: CollectedRows,
    fetchPage: PageOfQuery | undefined,
    options: QueryOptions,
  ): Promise<boolean> {
    const {collection, query} = request;
    const parts = queryKeys(query);
    if (parts.length === 0 || rows.length === 0) return false;
    const sampled = this.#fields.sampled(collection);
    // A sample with entries that are no records is shorter than requested.
    const sampleLength = sampled?.sample.rows.length ?? 0;
    const firstRows = rows.slice(0, sampleLength || SAMPLE_SIZE);
    const mapped = new ForeignRows(firstRows, sampled?.mappings ?? [], true);
    const unfiltered = new ForeignRows(sampled?.sample.rows ?? [], sampled?.mappings ?? [], true);
    const isUnfiltered = sampleLength > 0 && isSamePage(mapped, unfiltered);
    const list = new LazyRecordList(collection, mapped, this.#url);
    const {distant, mismatched} = await findMismatches(list, firstRows, query, parts);
    const ignored = new Set(distant);
    for (const part of mismatched) {
      if (isUnfiltered) ignored.add(part);
      if (isUnfiltered || !fetchPage || parts.length === 1 || this.#trusted.has(part)) continue;
      // A server may match differently: a part counts as ignored only if the page is the same without it.
      const {[part]: _, ...others} = query;
      const rowsWithout = await fetchPage(others, firstRows.length);
      const without = new ForeignRows(rowsWithout, sampled?.mappings ?? [], true);
      (isSamePage(mapped, without) ? ignored : this.#trusted).add(part);
    }
    for (const part of ignored) this.#parts.add(part);
    if (ignored.size > 0)
      this.#warnings.warn(
        `${urlWithoutQuery(this.#url)}: the server does not read this, which is done here: ${[...ignored].join(', ')}`,
        options,
      );
    return ignored.size > 0;
  }
}

/** Parts of a query that the first records of a response do not match. */
interface Mismatches {
  /** The bounding box, if records lie so far outside that the server has ignored it. */
  readonly distant: readonly (keyof Query)[];
  /** Parts that the server has ignored, or reads in another way. */
  readonly mismatched: readonly (keyof Query)[];
}

/** Compares the first records of a response with the parts of its query. */
async function findMismatches(
  list: LazyRecordList<CollectionName>,
  rows: readonly Row[],
  query: Query,
  parts: readonly (keyof Query)[],
): Promise<Mismatches> {
  const {q = '', bbox} = query;
  const distant: (keyof Query)[] = bbox && hasDistantRecords(list, bbox) ? ['bbox'] : [];
  const {CollectionIndex} = await import('../../../../model/collection/collection-index.js');
  const index = new CollectionIndex(list.collection, list);
  const matches = (part: keyof Query): boolean => {
    // Servers may search more fields than we do, and match inflected forms.
    if (part === 'q') return rows.every(row => containsWords(row, searchWords(q)));
    if (part === 'bbox') return !bbox || isWithin(list, bbox);
    const ownQuery = {[part]: query[part], limit: Infinity, lang: query.lang} as Query;
    const {items, total} = index.find(ownQuery);
    const inOrder = [...items].every((record, i) => record === list.at(i));
    return total === list.length && inOrder;
  };
  return {distant, mismatched: parts.filter(part => !distant.includes(part) && !matches(part))};
}

/** Returns true if all records are in a box. Lines and areas may lie in it partly. */
function isWithin(list: RecordList, bbox: Bbox): boolean {
  for (let index = 0; index < list.length; index++) {
    const geo = list.geoAt(index);
    if (!(geo && isInBbox(geo, bbox)) && !list.geometryAt?.(index)) return false;
  }
  return true;
}

/** Returns true if some records lie clearly outside the requested box. */
function hasDistantRecords(list: RecordList, [west, south, east, north]: Bbox): boolean {
  // Servers may round, or return everything that overlaps the box: only records a full box away count.
  const [dLon, dLat] = [west <= east ? east - west : 360, north - south];
  const extended: Bbox = [west - dLon, south - dLat, east + dLon, north + dLat];
  for (let index = 0; index < list.length; index++) {
    const geo = list.geoAt(index);
    if (geo && !isInBbox(geo, extended) && !list.geometryAt?.(index)) return true;
  }
  return false;
}

/** Number of letters compared, so that inflected forms match. */
const STEM_LENGTH = 4;

function containsWords(row: Row, words: readonly string[]): boolean {
  const text = fold(JSON.stringify(row));
  return words.every(word => text.includes(word.slice(0, STEM_LENGTH)));
}
