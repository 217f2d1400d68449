import type {WorldBox} from '../mercator.js';
import {clipLine, clipRing, type FlatCoordinates} from '../shapes/clip.js';
import {curveThrough} from './curve.js';
import type {Path} from './outlines.js';
import {exactUnitX, exactUnitY, WORLD_UNITS} from './path-data.js';

/** Minimum distance of two points, and length of segments that are drawn straight, in pixels. */
const [MIN_STEP, STRAIGHT] = [0.8, 5];

/** Distances of the three waterlines from the coast, in pixels, from the outermost. */
const WATERLINES = [15, 10, 5.5] as const;

/** Waterlines in drawing order, with their widths in pixels: a line, then the sea that hides its inner part. */
export const WATERLINE_PATHS = WATERLINES.flatMap(
  width =>
    [
      ['waterline', 2 * width + 1.8],
      ['sea', 2 * width],
    ] as const,
);

/** Line or ring in path units, with its bounding box. */
export interface BoxedPath {
  readonly points: FlatCoordinates;
  readonly box: WorldBox;
}

/** Converts a path to path units. */
export function boxPath(path: Path): BoxedPath {
  const points = new Float64Array(path.length);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [exactUnitX(path[i] ?? NaN), exactUnitY(path[i + 1] ?? NaN)];
    points[i] = x;
    points[i + 1] = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return {points, box: {west, north, east, south}};
}

/** Converts a box to path units, with a margin. */
export const areaInUnits = ({west, north, east, south}: WorldBox, margin: number): WorldBox => ({
  west: west * WORLD_UNITS - margin,
  north: north * WORLD_UNITS - margin,
  east: east * WORLD_UNITS + margin,
  south: south * WORLD_UNITS + margin,
});

export const overlaps = (a: WorldBox, b: WorldBox): boolean =>
  a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south;

/** Returns a function that rounds to half a pixel: to whole units up to zoom 11, then to halves, quarters and so on. */
export function roundTo(unit: number): (value: number) => number {
  const scale = 2 ** Math.max(0, Math.ceil(1 - Math.log2(unit)));
  return value => Math.round(value * scale) / scale;
}

/** Returns path data, without points that are next to the previous one. */
function pathData(points: FlatCoordinates, unit: number, step: number, close: string): string {
  // No point lies in the drawn area.
  if (points.length === 0) return '';
  const round = roundTo(unit);
  let data = '';
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [round(points[i] ?? NaN), round(points[i + 1] ?? NaN)];
    const isLast = !close && i === points.length - 2;
    if (i > 0 && !isLast && Math.abs(x - lastX) + Math.abs(y - lastY) < step * unit) continue;
    data += i === 0 ? `M${x} ${y}l0 0 ` : `${x - lastX} ${y - lastY} `;
    [lastX, lastY] = [x, y];
  }
  return data + close;
}

/**
 * Returns the path data of lines within a box, as curves through their points.
 *
 * @param unit Size of a pixel in path units.
 * @param step Minimum distance of two points in pixels.
 */
export const cutLines = (
  shapes: readonly BoxedPath[],
  box: WorldBox,
  unit: number,
  step = MIN_STEP,
): string =>
  shapes
    .filter(shape => overlaps(shape.box, box))
    .flatMap(({points}) => clipLine(curveThrough(points, box, STRAIGHT * unit), box))
    .map(line => pathData(line, unit, step, ''))
    .join('');

/** Returns the path data of rings within a box, as curves through their points. */
export const cutRings = (shapes: readonly BoxedPath[], box: WorldBox, unit: number): string =>
  shapes
    .filter(shape => overlaps(shape.box, box))
    .map(({points}) => clipRing(curveThrough(points, box, STRAIGHT * unit), box))
    .map(ring => pathData(ring, unit, MIN_STEP, 'z'))
    .join('');
