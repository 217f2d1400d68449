import {distance, EARTH_RADIUS, type Geo, toRadians} from './geo.js';

/** Returns the length of a line in metres. */
export const lineLength = (points: readonly Geo[]): number =>
  points.reduce((sum, point, i) => sum + distance(points[i - 1] ?? point, point), 0);

/**
 * Returns the area of a polygon in square metres, on a sphere; negative if its corners run clockwise (Chamberlain and
 * Duquette, "Some Algorithms for Polygons on a Sphere", 2007).
 */
export function signedArea(corners: readonly Geo[]): number {
  const sum = corners.reduce((total, corner, i) => {
    const next = corners[(i + 1) % corners.length] as Geo;
    const sines = 2 + Math.sin(toRadians(corner.lat)) + Math.sin(toRadians(next.lat));
    return total + toRadians(next.lon - corner.lon) * sines;
  }, 0);
  return (-sum * EARTH_RADIUS * EARTH_RADIUS) / 2;
}
