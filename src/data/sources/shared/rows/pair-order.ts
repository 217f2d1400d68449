import {type Bbox, type Geo, isInBbox} from '../../../../model/geo/geo.js';
import type {FieldMapping} from './foreign-record.js';
import type {Row} from './foreign-rows.js';
import {pairIn, type CoordinateOrder, readGeo} from '../readers/coordinate-readers.js';

/** Europe and overseas France: west, south, east, north. */
const HERE: readonly Bbox[] = [
  [-11, 34, 45, 72], // Mainland Europe, the British Isles, the Mediterranean
  [-25, 63, -13, 67], // Iceland
  [-32, 36, -24, 40], // Azores
  [-19, 27, -13, 34], // Madeira, Canary Islands
  [-63.5, 14, -60.5, 18.5], // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  [-55, 2, -51, 6], // Guyane
  [-57, 46.5, -56, 47.5], // Saint-Pierre-et-Miquelon
  [55, -21.5, 56, -20.5], // La Réunion
  [44.9, -13.1, 45.4, -12.5], // Mayotte
  [50, -50, 78, -37], // Terres australes
  [163, -23, 169, -19], // Nouvelle-Calédonie
  [-179, -15, -175.5, -13], // Wallis-et-Futuna
  [-155, -28, -134, -7], // Polynésie française
];

/** The rules for a file in which pairs of coordinates stand in the other order, and what that order is. */
export interface Swapped<R extends FieldMapping> {
  readonly rules: readonly R[];
  readonly order: CoordinateOrder;
  readonly path: string;
}

/**
 * Changes over the numbers of bare pairs such as `[43.6, 1.44]` or `"43.6, 1.44"`, for which no standard fixes an
 * order: only if every pair of the file lies outside the expected area in `order`, and inside in the other.
 * Returns undefined if the order stands.
 *
 * @param extent Expected area. Default: Europe and overseas France.
 */
export function swapPairs<R extends FieldMapping>(
  rules: readonly R[],
  rows: Iterable<Row>,
  isPlaced: (row: Row) => boolean,
  order: CoordinateOrder = 'lat-lon',
  extent?: Bbox,
): Swapped<R> | undefined {
  const geo = rules.find(({target}) => target === 'geo');
  const expected = extent ? [extent] : HERE;
  if (!geo || !isSwapped(pairsOf(geo, rules, rows, isPlaced), order, expected)) return undefined;
  const other = order === 'lat-lon' ? 'lon-lat' : 'lat-lon';
  const swapped = {...geo, read: record => readGeo(geo.reader(record), other)} satisfies R;
  return {
    rules: rules.map(rule => (rule === geo ? swapped : rule)),
    order: other,
    path: geo.path ?? geo.paths[0] ?? '',
  };
}

/** The pairs by which records are placed. */
function* pairsOf(
  geo: FieldMapping,
  rules: readonly FieldMapping[],
  rows: Iterable<Row>,
  isPlaced: (row: Row) => boolean,
) {
  const halves = rules.filter(({target}) => target === 'lat' || target === 'lon');
  for (const row of rows) {
    const pair = pairIn(geo.reader(row.fields));
    const isUsed = pair && !halves.some(({read}) => read(row.fields) !== undefined);
    if (isUsed && (geo.isExplicit || !isPlaced(row))) yield pair;
  }
}

/** True if all pairs are elsewhere in an order, and here in the other; 0, 0 is an empty form. */
function isSwapped(
  pairs: Iterable<readonly [number, number]>,
  order: CoordinateOrder,
  expected: readonly Bbox[],
): boolean {
  const isHere = (place: Geo): boolean => expected.some(box => isInBbox(place, box));
  let isFound = false;
  for (const [a, b] of pairs) {
    if (a === 0 && b === 0) continue;
    const [lat, lon] = order === 'lat-lon' ? [a, b] : [b, a];
    if (isHere({lat, lon}) || !isHere({lat: lon, lon: lat})) return false;
    isFound = true;
  }
  return isFound;
}
