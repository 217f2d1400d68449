import {inBbox} from '../../../model/geo.js';
import type {RecordList} from '../../../model/record-list.js';

/** How many places are looked at. */
const SAMPLE = 200;
/** France, Belgium, the Netherlands and round them: west, south, east, north. */
const HERE = [-6, 41, 10, 54] as const;

/**
 * A guess at what is wrong with the places of a source, for the webmaster; undefined where nothing seems to be.
 * Places that would all be here with latitude and longitude changed over, and are all elsewhere as they are, are the
 * sign of a pair that was read in the wrong order.
 */
export function hintOf(list: RecordList): string | undefined {
  let swapped = 0;
  for (let index = 0; index < Math.min(SAMPLE, list.length); index++) {
    const geo = list.geoAt(index);
    if (!geo) continue;
    const {lat, lon} = geo;
    if (inBbox(geo, HERE) || !inBbox({lat: lon, lon: lat}, HERE)) return undefined;
    swapped++;
  }
  return swapped > 0
    ? 'every place lies far from here, and would not if latitude and longitude changed over: fields="lat: …; lon: …" says which is which'
    : undefined;
}
