/** World coordinates: Web Mercator scaled to a square from 0 to 1, with the origin in the north-west. */

import {toRadians} from './geo.js';

/** Side of the world at zoom 0, in pixels. */
const TILE_SIZE = 256;

/** Box in world coordinates. If it crosses the antimeridian, `east` is above 1 or `west` below 0. */
export interface WorldBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Side of the world in pixels. */
export const worldSize = (zoom: number): number => TILE_SIZE * 2 ** zoom;

/** World x of a longitude, in [0, 1); NaN for NaN. */
export const worldX = (lon: number): number => wrap(lon / 360 + 0.5);

/** World y of a latitude, clamped to the square, in [0, 1); NaN for NaN. */
export const worldY = (lat: number): number =>
  Math.max(0, Math.min(0.9999999, 0.5 - Math.atanh(Math.sin(toRadians(lat))) / (2 * Math.PI)));

/** Longitude of a world x in degrees, in [-180, 180). */
export const lonAt = (x: number): number => wrap(x) * 360 - 180;

export const latAt = (y: number): number =>
  (Math.atan(Math.sinh((1 - 2 * y) * Math.PI)) * 180) / Math.PI;

/** Returns the copy of an x coordinate, in any repeated world, that is nearest to another. */
export const nearestCopy = (x: number, reference: number): number =>
  x - Math.floor(x - reference + 0.5);

/** Returns the same position in the world from 0 to 1. */
export const wrap = (x: number): number => ((x % 1) + 1) % 1;
