import {fold, searchWords} from '../../../../model/fold.js';
import {type Bbox, isInBbox} from '../../../../model/geo/geo.js';
import type {Query} from '../../../../model/query.js';
import type {RecordList} from '../../../../model/collection/record-list.js';
import type {CollectionName} from '../../../../model/records.js';
import type {LazyRecordList} from '../../../validation/lazy-record-list.js';
import type {Row} from '../rows/foreign-rows.js';

/** Parts of a query that the first records of a response do not match. */
export interface Mismatches {
  /** The bounding box, if records lie so far outside that the server has ignored it. */
  readonly distant: readonly (keyof Query)[];
  /** Parts that the server has ignored, or reads in another way. */
  readonly mismatched: readonly (keyof Query)[];
}

/** Compares the first records of a response with the parts of its query. */
export async function findMismatches(
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
