import {isInBbox} from '../../../../model/geo/geo.js';
import type {RecordList} from '../../../../model/collection/record-list.js';
import type {CoordinateOrder} from '../readers/coordinate-readers.js';

/** Tells the webmaster in which order the pairs of a file are read, because they say so themselves. */
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
const EXPECTED_AREA = [-6, 41, 10, 54] as const;

/**
 * Returns a warning if latitude and longitude seem to be swapped: all coordinates lie outside the expected area, and
 * would lie inside if swapped. Otherwise undefined.
 */
export function swappedCoordinatesHint(list: RecordList): string | undefined {
  let swapped = 0;
  for (let index = 0; index < Math.min(SAMPLE_SIZE, list.length); index++) {
    const geo = list.geoAt(index);
    if (!geo) continue;
    const {lat, lon} = geo;
    if (isInBbox(geo, EXPECTED_AREA) || !isInBbox({lat: lon, lon: lat}, EXPECTED_AREA))
      return undefined;
    swapped++;
  }
  return swapped > 0
    ? 'every place lies far from here, and would not if latitude and longitude changed over: fields="lat: …; lon: …" says which is which'
    : undefined;
}
