import {fold, searchWords} from '../../../model/fold.js';
import {type Bbox, inBbox} from '../../../model/geo.js';
import type {Query} from '../../../model/query.js';
import type {RecordList} from '../../../model/record-list.js';
import type {CollectionName} from '../../../model/records.js';
import type {CheckedList} from '../../checked-list.js';
import {loadShelf} from '../../load-shelf.js';
import type {Row} from './rows.js';

/**
 * Returns the parts of a query that a server has ignored: records lie clearly outside the box, or the response is that
 * of an unfiltered query (`isUnfilteredResponse`) and does not match.
 */
export async function unread(
  list: CheckedList<CollectionName>,
  rows: readonly Row[],
  query: Query,
  parts: readonly (keyof Query)[],
  isSame: boolean,
): Promise<(keyof Query)[]> {
  const {q = '', bbox} = query;
  const found: (keyof Query)[] = bbox && strays(list, bbox) ? ['bbox'] : [];
  if (!isSame) return found;
  const {Shelf} = await loadShelf();
  const shelf = new Shelf(list.collection, list);
  const fits = (part: keyof Query): boolean => {
    // Servers may search more fields than we do, and match inflected forms.
    if (part === 'q') return rows.every(row => mentions(row, searchWords(q)));
    if (part === 'bbox') return !bbox || isWithin(list, bbox);
    const {items, total} = shelf.find({[part]: query[part], limit: Infinity, lang: query.lang});
    const inOrder = [...items].every((record, i) => record === list.at(i));
    return total === list.length && inOrder;
  };
  return [...new Set([...found, ...parts.filter(part => !fits(part))])];
}

/** Returns true if all records are in a box. Lines and areas may lie in it partly. */
function isWithin(list: RecordList, bbox: Bbox): boolean {
  for (let index = 0; index < list.length; index++) {
    const geo = list.geoAt(index);
    if (!(geo && inBbox(geo, bbox)) && !list.geometryAt?.(index)) return false;
  }
  return true;
}

/** Returns true if some records lie clearly outside the requested box. */
function strays(list: RecordList, [west, south, east, north]: Bbox): boolean {
  // Servers may round, or return everything that overlaps the box: only records a full box away count.
  const [dLon, dLat] = [west <= east ? east - west : 360, north - south];
  const wide: Bbox = [west - dLon, south - dLat, east + dLon, north + dLat];
  for (let index = 0; index < list.length; index++) {
    const geo = list.geoAt(index);
    if (geo && !inBbox(geo, wide) && !list.geometryAt?.(index)) return true;
  }
  return false;
}

/** Number of letters compared, so that inflected forms match. */
const STEM = 4;

function mentions(row: Row, words: readonly string[]): boolean {
  const text = fold(JSON.stringify(row));
  return words.every(word => text.includes(word.slice(0, STEM)));
}
