/* oxlint-disable typescript/no-non-null-assertion -- Every index is within its array. */
import type {WorldBox} from '../../model/geo/mercator.js';
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
    const x = points[i]!;
    const y = points[i + 1]!;
    const nextX = points[i + 2]!;
    const nextY = points[i + 3]!;
    curve?.push(x, y);
    const count = Math.min(MAX_POINTS, Math.floor(distance(points, i, i + 2) / step));
    if (count === 0 || !touches(box, x, y, nextX, nextY)) continue;
    curve ??= Array.prototype.slice.call(points, 0, i + 2) as number[];
    const length = Math.sqrt(distance(points, i, i + 2));
    const start = tangent(points, Math.max(0, i - 2), i, i + 2, length, nextX - x, nextY - y);
    const end = tangent(points, i, i + 2, Math.min(last, i + 4), length, nextX - x, nextY - y);
    for (let n = 1; n <= count; n++) {
      const t = n / (count + 1);
      curve.push(hermite(x, start.x, nextX, end.x, t), hermite(y, start.y, nextY, end.y, t));
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

/** Returns the distance of two points. `Math.hypot` takes several times as long. */
function distance(points: FlatCoordinates, i: number, j: number): number {
  const dx = points[j]! - points[i]!;
  const dy = points[j + 1]! - points[i + 1]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/**
 * Returns the tangent at the middle of three points, for a segment; at an end or a corner, its direction.
 *
 * @param length Square root of the length of the segment.
 */
function tangent(
  points: FlatCoordinates,
  a: number,
  b: number,
  c: number,
  length: number,
  x: number,
  y: number,
): {readonly x: number; readonly y: number} {
  // Square roots of the lengths: a curve without loops beside short segments.
  const first = Math.sqrt(distance(points, a, b));
  const second = Math.sqrt(distance(points, b, c));
  if (!first || !second) return {x, y};
  const along = (from: number, middle: number, to: number): number =>
    ((middle - from) / first + (to - middle) / second - (to - from) / (first + second)) * length;
  return {
    x: along(points[a]!, points[b]!, points[c]!),
    y: along(points[a + 1]!, points[b + 1]!, points[c + 1]!),
  };
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
