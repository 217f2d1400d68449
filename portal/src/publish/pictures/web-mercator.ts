import type {Geo} from '../../../../src/model/geo/geo.js';

/** Latitude at which the Web Mercator square ends, in degrees. */
const MAX_LATITUDE = 85.051_129;

/** Projects a place to the Web Mercator square: x and y from 0 to 1, from the north-west corner. */
export function projectPoint({lat, lon}: Geo): {readonly x: number; readonly y: number} {
  const bounded = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return {x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)};
}
