import {worldY} from '../../model/geo/mercator.js';

/** Side of the world in path units: large enough for integers, small enough for 32-bit floats of a renderer. */
export const WORLD_UNITS = 2 ** 20;

/** Converts degrees to path units. Not wrapped: a coast may extend across the antimeridian. */
export const exactUnitX = (lon: number): number => (lon / 360 + 0.5) * WORLD_UNITS;
export const exactUnitY = (lat: number): number => worldY(lat) * WORLD_UNITS;

/** Converts degrees to whole path units. */
export const unitX = (lon: number): number => Math.round(exactUnitX(lon));
export const unitY = (lat: number): number => Math.round(exactUnitY(lat));
