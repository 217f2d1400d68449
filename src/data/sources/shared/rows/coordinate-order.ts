import {type Bbox, type Geo, isInBbox} from '../../../../model/geo/geo.js';
import type {RecordList} from '../../../../model/collection/record-list.js';
import type {FieldMapping} from './foreign-record.js';
import type {Row} from './foreign-rows.js';
import {pairIn, type CoordinateOrder, readGeo} from '../readers/coordinate-readers.js';

// Latitude and longitude in the wrong order: pairs are read in the other one, separate columns are reported.

/** Europe and overseas France: west, south, east, north. */
const EUROPE_AND_OVERSEAS: readonly Bbox[] = [
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

/** True for a place in the areas where the data are expected. Default: Europe and overseas France. */
export const isInExpectedArea = (place: Geo, areas = EUROPE_AND_OVERSEAS): boolean =>
  areas.some(box => isInBbox(place, box));

/** Field mappings of a file whose pairs of coordinates are in the other order, and that order. */
export interface SwappedPairs<M extends FieldMapping> {
  readonly mappings: readonly M[];
  readonly order: CoordinateOrder;
  readonly path: string;
}

/**
 * Swaps the numbers of bare pairs such as `[43.6, 1.44]` or `"43.6, 1.44"`, for which no standard states an order: only
 * if every pair of the file lies outside the expected area in `order`, and inside it in the other. Returns undefined if
 * `order` is right.
 *
 * @param extent Expected area. Default: Europe and overseas France.
 */
export function swapPairs<M extends FieldMapping>(
  mappings: readonly M[],
  rows: Iterable<Row>,
  isPlaced: (row: Row) => boolean,
  order: CoordinateOrder = 'lat-lon',
  extent?: Bbox,
): SwappedPairs<M> | undefined {
  const geo = mappings.find(({target}) => target === 'geo');
  const expected = extent ? [extent] : EUROPE_AND_OVERSEAS;
  if (!geo || !isSwapped(pairsOf(geo, mappings, rows, isPlaced), order, expected)) return undefined;
  const other = order === 'lat-lon' ? 'lon-lat' : 'lat-lon';
  const swapped = {...geo, read: record => readGeo(geo.reader(record), other)} satisfies M;
  return {
    mappings: mappings.map(mapping => (mapping === geo ? swapped : mapping)),
    order: other,
    path: geo.path ?? geo.paths[0] ?? '',
  };
}

/** Yields the pairs by which records are placed. */
function* pairsOf(
  geo: FieldMapping,
  mappings: readonly FieldMapping[],
  rows: Iterable<Row>,
  isPlaced: (row: Row) => boolean,
) {
  const halves = mappings.filter(({target}) => target === 'lat' || target === 'lon');
  for (const row of rows) {
    const pair = pairIn(geo.reader(row.fields));
    const isUsed = pair && !halves.some(({read}) => read(row.fields) !== undefined);
    if (isUsed && (geo.isExplicit || !isPlaced(row))) yield pair;
  }
}

/** Returns true if all pairs lie outside the expected areas in an order, and inside in the other; 0, 0 is an empty form. */
function isSwapped(
  pairs: Iterable<readonly [number, number]>,
  order: CoordinateOrder,
  expected: readonly Bbox[],
): boolean {
  let isFound = false;
  for (const [a, b] of pairs) {
    if (a === 0 && b === 0) continue;
    const [lat, lon] = order === 'lat-lon' ? [a, b] : [b, a];
    const isInside = isInExpectedArea({lat, lon}, expected);
    if (isInside || !isInExpectedArea({lat: lon, lon: lat}, expected)) return false;
    isFound = true;
  }
  return isFound;
}

/** Returns the message for the webmaster about the order in which the pairs of a file are read. */
export const pairHint = (
  {path, order}: {readonly path: string; readonly order: CoordinateOrder},
  hasExtent = false,
): string => {
  const area = hasExtent ? 'the territory' : 'Europe and overseas France';
  const names = order === 'lat-lon' ? 'latitude, longitude' : 'longitude, latitude';
  return `"${path}" is read as ${names}: the other way, all of it lies outside ${area}; fields="lat: …; lon: …" overrides this`;
};

/** Maximum number of coordinates to check. */
const SAMPLE_SIZE = 200;
/** France, Belgium, the Netherlands and their surroundings: west, south, east, north. */
const AROUND_FRANCE = [-6, 41, 10, 54] as const;

/**
 * Returns the positions of the records whose latitude and longitude seem to be swapped: they lie far from here, and would
 * not if swapped. None if other records lie elsewhere in the world.
 */
export function swappedPlaces(list: RecordList, sampleSize = SAMPLE_SIZE): readonly number[] {
  const swapped: number[] = [];
  for (let index = 0; index < Math.min(sampleSize, list.length); index++) {
    const geo = list.geoAt(index);
    if (!geo || isInBbox(geo, AROUND_FRANCE)) continue;
    const {lat, lon} = geo;
    if (!isInBbox({lat: lon, lon: lat}, AROUND_FRANCE)) return [];
    swapped.push(index);
  }
  return swapped;
}

/** Returns a warning about swapped latitudes and longitudes; undefined if there are none. */
export function swappedCoordinatesHint(list: RecordList): string | undefined {
  const {length} = swappedPlaces(list);
  return length > 0
    ? `${length} place(s) seem to have latitude and longitude swapped; fields="lat: …; lon: …" overrides this`
    : undefined;
}
