import type {LocalizedText} from '../text.js';

/** Coordinates in WGS 84 degrees: `lat` -90 to 90, `lon` -180 to 180. */
export interface Geo {
  readonly lat: number;
  readonly lon: number;
}

/** Place that a map marks, with its name. */
export interface NamedPlace extends Geo {
  readonly name?: LocalizedText | undefined;
}

/** West, south, east, north in degrees. West is greater than east if the box crosses the antimeridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export const isInBbox = ({lat, lon}: Geo, [west, south, east, north]: Bbox): boolean =>
  lat >= south &&
  lat <= north &&
  (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

/** Mean radius of the Earth in metres: R₁ of the IUGG for GRS 80 (Moritz, Geodetic Reference System 1980). */
export const EARTH_RADIUS = 6_371_008.8;
/** Converts an angle from degrees to radians. */
export const toRadians = (angle: number): number => (angle * Math.PI) / 180;
const toDegrees = (angle: number): number => (angle * 180) / Math.PI;
/** Normalizes a longitude that is up to one turn out of range to -180 to 180. */
const wrapLongitude = (lon: number): number =>
  lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;

/** Returns the great-circle distance in metres (haversine formula on a sphere, accurate to 0.5 %). */
export function distance(a: Geo, b: Geo): number {
  const sinLat = Math.sin(toRadians(b.lat - a.lat) / 2);
  const sinLon = Math.sin(toRadians(b.lon - a.lon) / 2);
  const h =
    sinLat * sinLat + Math.cos(toRadians(a.lat)) * Math.cos(toRadians(b.lat)) * sinLon * sinLon;
  return arcLength(h);
}

/** Returns the length in metres of an arc with haversine `h`. */
export const arcLength = (h: number): number =>
  2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));

/** Returns the box that extends `radius` metres north, east, south and west of a point. */
export function boxAround({lat, lon}: Geo, radius: number): Bbox {
  const angle = radius / EARTH_RADIUS;
  const south = Math.max(-90, lat - toDegrees(angle));
  const north = Math.min(90, lat + toDegrees(angle));
  // A circle around a pole touches every meridian.
  if (south === -90 || north === 90) return [-180, south, 180, north];
  // The circle is widest in longitude on a parallel closer to the pole than its centre.
  const dLon = toDegrees(Math.asin(Math.sin(angle) / Math.cos(toRadians(lat))));
  return [wrapLongitude(lon - dLon), south, wrapLongitude(lon + dLon), north];
}

/** Returns the centre of a box. */
export function centerOf([west, south, east, north]: Bbox): Geo {
  const lon = (west + east) / 2 + (west > east ? 180 : 0);
  return {lat: (south + north) / 2, lon: wrapLongitude(lon)};
}

/** Tolerance in degrees. */
const TOLERANCE = 1e-9;

const widthOf = ([west, , east]: Bbox): number => (west <= east ? east - west : east - west + 360);

/** Returns the area of a box in square degrees. */
export const boxArea = (box: Bbox): number => widthOf(box) * (box[3] - box[1]);

/** Extends a box beyond each edge by a ratio of its sides, up to the poles and the whole longitude range. */
export function expandBox(box: Bbox, ratio: number): Bbox {
  const [west, south, east, north] = box;
  const [across, up] = [widthOf(box) * ratio, (north - south) * ratio];
  const [low, high] = [Math.max(-90, south - up), Math.min(90, north + up)];
  return widthOf(box) + 2 * across >= 360
    ? [-180, low, 180, high]
    : [wrapLongitude(west - across), low, wrapLongitude(east + across), high];
}

/** Returns true if the inner box lies within the outer one. */
export function containsBox(outer: Bbox, inner: Bbox): boolean {
  if (inner[1] < outer[1] || inner[3] > outer[3]) return false;
  if (widthOf(outer) >= 360) return true;
  // The tolerance absorbs floating-point errors.
  const from = (inner[0] - outer[0] + TOLERANCE + 720) % 360;
  return from + widthOf(inner) <= widthOf(outer) + 2 * TOLERANCE;
}

/** Returns the intersection of two boxes, or the first box if they do not overlap or one crosses the antimeridian. */
export function intersectBoxes(first: Bbox, second: Bbox): Bbox {
  const [west, south] = [Math.max(first[0], second[0]), Math.max(first[1], second[1])];
  const [east, north] = [Math.min(first[2], second[2]), Math.min(first[3], second[3])];
  const isCrossing = first[0] > first[2] || second[0] > second[2];
  return isCrossing || west > east || south > north ? first : [west, south, east, north];
}
