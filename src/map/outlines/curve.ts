/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is within its array. */
import type {WorldBox} from '../mercator.js';
import type {FlatCoordinates} from '../shapes/clip.js';

/** Maximum number of points inserted into a segment. */
const MAX_POINTS = 12;

/**
 * Inserts points on a curve through a line or an open ring (centripetal Catmull-Rom), so that segments longer
 * than a step do not look like corners. Only within a box: what is outside is not drawn. A repeated point stays a
 * corner: there the arcs of a ring meet, each of which is drawn as a line too.
 */
export function curveThrough(
  points: FlatCoordinates,
  box: WorldBox,
  step: number,
): FlatCoordinates {
  const last = points.length - 2;
  let curve: number[] | undefined;
  for (let i = 0; i < last; i += 2) {
    const [x, y, nextX, nextY] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    curve?.push(x, y);
    const count = Math.min(MAX_POINTS, Math.floor(Math.hypot(nextX - x, nextY - y) / step));
    if (count === 0 || !touches(box, x, y, nextX, nextY)) continue;
    curve ??= Array.prototype.slice.call(points, 0, i + 2) as number[];
    const before = Math.max(0, i - 2);
    const after = Math.min(last, i + 4);
    const [startX, startY] = tangent(points, [before, i, i + 2], [i, i + 2]);
    const [endX, endY] = tangent(points, [i, i + 2, after], [i, i + 2]);
    for (let n = 1; n <= count; n++) {
      const t = n / (count + 1);
      curve.push(hermite(x, startX, nextX, endX, t), hermite(y, startY, nextY, endY, t));
    }
  }
  if (!curve) return points;
  curve.push(points[last]!, points[last + 1]!);
  return curve;
}

const touches = (box: WorldBox, x: number, y: number, nextX: number, nextY: number): boolean =>
  Math.max(x, nextX) >= box.west &&
  Math.min(x, nextX) <= box.east &&
  Math.max(y, nextY) >= box.north &&
  Math.min(y, nextY) <= box.south;

/** Returns the tangent at the middle of three points, for a segment; at an end or a corner, its direction. */
function tangent(
  points: FlatCoordinates,
  [a, b, c]: readonly [number, number, number],
  [from, to]: readonly [number, number],
): readonly [x: number, y: number] {
  // Square roots of the lengths: a curve without loops beside short segments.
  const knot = (i: number, j: number): number =>
    Math.sqrt(Math.hypot(points[j]! - points[i]!, points[j + 1]! - points[i + 1]!));
  const [first, second, length] = [knot(a, b), knot(b, c), knot(from, to)];
  const along = (axis: number): number => {
    const at = (i: number): number => points[i + axis]!;
    if (!first || !second) return at(to) - at(from);
    const [ab, bc] = [(at(b) - at(a)) / first, (at(c) - at(b)) / second];
    return (ab + bc - (at(c) - at(a)) / (first + second)) * length;
  };
  return [along(0), along(1)];
}

/** Returns a coordinate of the cubic curve between two positions with tangents, at a fraction of the way. */
function hermite(from: number, start: number, to: number, end: number, t: number): number {
  const [square, cube] = [t * t, t * t * t];
  return (
    (2 * cube - 3 * square + 1) * from +
    (cube - 2 * square + t) * start +
    (3 * square - 2 * cube) * to +
    (cube - square) * end
  );
}
