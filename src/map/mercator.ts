/** Web Mercator as a square from 0 to 1, its north-west corner at 0, 0: the plane in which the map reckons. */

/** Pixels of the world's side at zoom 0. */
const TILE = 256;
const RADIANS = Math.PI / 180;

/** The latitude at which the square ends. */
const MAX_LATITUDE = 85.0511287798;

/** A box in the square; `east` is above 1, or `west` below 0, where it crosses the antimeridian. */
export interface WorldBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Side of the world in pixels. */
export const worldSize = (zoom: number): number => TILE * 2 ** zoom;

/** From 0 up to, but not, 1. */
export const worldX = (lon: number): number => wrap(lon / 360 + 0.5);

/** From 0 up to, but not, 1; beyond the square's ends it is at its ends. */
export function worldY(lat: number): number {
  const within = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin(within * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Degrees, from -180 up to, but not, 180. */
export const lonAt = (x: number): number => wrap(x) * 360 - 180;

export const latAt = (y: number): number => Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS;

/** The copy of a place that is nearest to another. */
export const nearestCopy = (x: number, to: number): number => x - Math.floor(x - to + 0.5);

/** The same place in the one copy of the world that runs from 0 to 1. */
export function wrap(x: number): number {
  const part = x - Math.floor(x);
  // Just below a whole number the difference is rounded up to 1.
  return part < 1 ? part : 0;
}
