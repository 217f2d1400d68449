import type {WorldBox} from '../../model/geo/mercator.js';
import {clipLine, clipRing, type FlatCoordinates} from '../shapes/clip.js';
import {curveThrough} from './curve.js';
import type {Path} from './outlines.js';
import {exactUnitX, exactUnitY, WORLD_UNITS} from './path-data.js';

/** Minimum distance of two points, and length of segments that are drawn straight, in pixels. */
const [MIN_STEP, STRAIGHT] = [0.8, 5];

/** Width and height in pixels up to which a drawn area is one cell. */
const [CELL_WIDTH, CELL_HEIGHT] = [900, 400] as const;

/** Distances of the three waterlines from the coast, in pixels, from the outermost. */
const WATERLINES = [15, 10, 5.5] as const;

/** Minimum distance of two points of a waterline in pixels: those are smoother than the coast. */
export const SMOOTH_STEP = 3;
/** Width of a waterline in pixels. */
const WATERLINE_WIDTH = 0.9;

/**
 * Returns the waterlines in drawing order, with their widths in pixels: a line, then the sea that hides its inner part.
 *
 * @param scale Factor of their distances from the coast.
 */
export const waterlinePaths = (scale: number) =>
  WATERLINES.flatMap(
    distance =>
      [
        ['waterline', 2 * (distance * scale + WATERLINE_WIDTH)],
        ['sea', 2 * distance * scale],
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

/** Returns the shapes that touch a box, as curves through their points. */
const curvesIn = (shapes: readonly BoxedPath[], box: WorldBox, unit: number) =>
  shapes
    .filter(shape => overlaps(shape.box, box))
    .map(({points}) => curveThrough(points, box, STRAIGHT * unit));

/** Returns the parts of lines within a box, as curves through their points. `unit` is the size of a pixel in path units. */
export const cutLines = (
  shapes: readonly BoxedPath[],
  box: WorldBox,
  unit: number,
): readonly FlatCoordinates[] => curvesIn(shapes, box, unit).flatMap(curve => clipLine(curve, box));

/** Returns the parts of rings within a box, as curves through their points. */
export const cutRings = (
  shapes: readonly BoxedPath[],
  box: WorldBox,
  unit: number,
): readonly FlatCoordinates[] => curvesIn(shapes, box, unit).map(curve => clipRing(curve, box));

/** Returns rounded points, without those that are next to the previous one. The last point of a line stays. */
function thinned(points: FlatCoordinates, unit: number, step: number, isRing: boolean): number[] {
  const round = roundTo(unit);
  const kept: number[] = [];
  const end = isRing ? NaN : points.length - 2;
  let lastX = NaN;
  let lastY = NaN;
  for (let i = 0; i < points.length; i += 2) {
    const x = round(points[i] ?? NaN);
    const y = round(points[i + 1] ?? NaN);
    if (i !== end && Math.abs(x - lastX) + Math.abs(y - lastY) < step * unit) continue;
    kept.push(x, y);
    lastX = x;
    lastY = y;
  }
  return kept;
}

/** Returns path data with relative coordinates. */
function pathData(points: readonly number[], close: string): string {
  // No point lies in the drawn area.
  if (points.length === 0) return '';
  let data = '';
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] ?? NaN, points[i + 1] ?? NaN];
    data += i === 0 ? `M${x} ${y}l0 0 ` : `${x - lastX} ${y - lastY} `;
    [lastX, lastY] = [x, y];
  }
  return data + close;
}

export const lineData = (lines: readonly FlatCoordinates[], unit: number): string =>
  lines.map(line => pathData(thinned(line, unit, MIN_STEP, false), '')).join('');

export const ringData = (rings: readonly FlatCoordinates[], unit: number): string =>
  rings.map(ring => pathData(thinned(ring, unit, MIN_STEP, true), 'z')).join('');

/** Returns the path data of lines, by cell of a box with any. */
function cellData(
  lines: readonly (readonly number[])[],
  {west, north, east, south}: WorldBox,
  unit: number,
): readonly string[] {
  const columns = Math.ceil((east - west) / unit / CELL_WIDTH);
  const rows = Math.ceil((south - north) / unit / CELL_HEIGHT);
  const data = Array<string>(columns * rows).fill('');
  const cellOf = (share: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  for (const points of lines) {
    let cell = -1;
    const at = (i: number): number => points[i] ?? NaN;
    const side = (i: number): string => `${at(i) - at(i - 2)} ${at(i + 1) - at(i - 1)} `;
    // From the side before, so that the two are joined.
    const start = (i: number): string =>
      i > 2 ? `M${at(i - 4)} ${at(i - 3)}l${side(i - 2)}` : `M${at(0)} ${at(1)}l`;
    for (let i = 2; i < points.length; i += 2) {
      const next =
        cellOf(((at(i) + at(i - 2)) / 2 - west) / (east - west), columns) +
        columns * cellOf(((at(i + 1) + at(i - 1)) / 2 - north) / (south - north), rows);
      data[next] = (data[next] ?? '') + (next === cell ? '' : start(i)) + side(i);
      cell = next;
    }
  }
  return data.filter(d => d !== '');
}

/**
 * Returns the path data of lines, by cell of a box with any. A renderer strokes a path as a whole for every tile of the
 * screen that it touches: a long line is drawn as several paths, each of which touches few tiles.
 *
 * @param step Minimum distance of two points in pixels.
 */
export const lineCells = (
  lines: readonly FlatCoordinates[],
  box: WorldBox,
  unit: number,
  step = MIN_STEP,
): readonly string[] =>
  cellData(
    lines.map(line => thinned(line, unit, step, false)),
    box,
    unit,
  );

/** Returns the path data of the sides of rings, by cell of a box with any. */
export const ringCells = (
  rings: readonly FlatCoordinates[],
  box: WorldBox,
  unit: number,
  step = MIN_STEP,
): readonly string[] => {
  const lines = rings.map(ring => {
    const points = thinned(ring, unit, step, true);
    return [...points, ...points.slice(0, 4)];
  });
  return cellData(lines, box, unit);
};
