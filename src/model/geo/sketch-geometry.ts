import {distance, EARTH_RADIUS, type Geo, toRadians} from './geo.js';

/** Units per degree: coordinates with five decimals become integers, with which the comparisons are exact. */
const SCALE = 1e5;

type ScaledPoint = readonly [x: number, y: number];

/** Returns a positive number if `c` is left of the line from `a` to `b`, 0 if it is on the line. */
const side = ([ax, ay]: ScaledPoint, [bx, by]: ScaledPoint, [cx, cy]: ScaledPoint): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** True if a point on the line through `a` and `b` lies between them. */
const isBetween = ([ax, ay]: ScaledPoint, [bx, by]: ScaledPoint, [x, y]: ScaledPoint): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);

/** True if two segments have a point in common. */
function doMeet(a: ScaledPoint, b: ScaledPoint, c: ScaledPoint, d: ScaledPoint): boolean {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  );
}

/** True if the way from `a` over `b` to `c` turns back on itself. */
const isFolded = (a: ScaledPoint, b: ScaledPoint, c: ScaledPoint): boolean =>
  side(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;

/**
 * Returns two sides of a polygon that cross, touch or overlap, as the indices of their first corners; undefined if there
 * are none. Corners that follow one another differ.
 */
export function findCrossing(
  corners: readonly Geo[],
): readonly [first: number, second: number] | undefined {
  const count = corners.length;
  const points = corners.map(({lat, lon}): ScaledPoint => [
    Math.round(lon * SCALE),
    Math.round(lat * SCALE),
  ]);
  const at = (index: number): ScaledPoint => points[index % count] as ScaledPoint;
  for (let i = 0; i < count; i++) {
    if (isFolded(at(i), at(i + 1), at(i + 2))) return [i, (i + 1) % count];
    for (let j = i + 2; j < count; j++) {
      const areNeighbours = (j + 1) % count === i;
      if (!areNeighbours && doMeet(at(i), at(i + 1), at(j), at(j + 1))) return [i, j];
    }
  }
  return undefined;
}

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
