import {overlaps, boxPath, type BoxedPath} from '../outlines/cut-paths.js';
import {curveThrough} from '../outlines/curve.js';
import {WORLD_UNITS} from '../outlines/path-data.js';
import {clipLine, clipRing} from '../shapes/clip.js';
import type {Geo} from '../../model/geo/geo.js';
import {HEIGHT, WIDTH, type CoverProjection} from './cover-view.js';

/** Box that lines are clipped to: strokes along its edges are outside the cover. */
const CLIP_BOX = {west: -20, north: -20, east: WIDTH + 20, south: HEIGHT + 20};
/** Minimum distance between two points of a path, and length of segments that are drawn straight, in units. */
const [MIN_STEP, STRAIGHT] = [0.7, 5] as const;

export const round = (value: number): number => Math.round(value * 10) / 10;

const shapes = new WeakMap<Float64Array, BoxedPath>();

/** Returns an outline in world coordinates: the covers of a page share it, since its projection takes long. */
function cachedShape(path: Float64Array): BoxedPath {
  const known = shapes.get(path) ?? boxPath(path);
  shapes.set(path, known);
  return known;
}

/** Difference between the boxes of two outlines of one island, as a fraction of their size. */
const SAME_BOX = 0.05;

/** True if two outlines are those of one island, drawn with different detail. */
export function isSameIsland(a: Float64Array, b: Float64Array): boolean {
  const [one, other] = [cachedShape(a).box, cachedShape(b).box];
  const limit = SAME_BOX * Math.max(one.east - one.west, one.south - one.north);
  return (['west', 'north', 'east', 'south'] as const).every(
    side => Math.abs(one[side] - other[side]) < limit,
  );
}

/** Computes the world coordinates of outlines before a cover needs them. */
export const prepareShapes = (paths: readonly Float64Array[]): void => paths.forEach(cachedShape);

/**
 * Projects outlines, `[longitude, latitude, …]` in degrees, to units of the cover, without those that it does not show.
 */
function project(
  paths: readonly Float64Array[],
  {world: {scale, left, top}}: CoverProjection,
  isCurved = false,
): readonly Float64Array[] {
  const unit = scale / WORLD_UNITS;
  const {west, north, east, south} = CLIP_BOX;
  const box = {
    west: (west - left) / unit,
    north: (north - top) / unit,
    east: (east - left) / unit,
    south: (south - top) / unit,
  };
  return paths
    .map(cachedShape)
    .filter(shape => overlaps(shape.box, box))
    .map(({points}) =>
      Float64Array.from(
        isCurved ? curveThrough(points, box, STRAIGHT / unit) : points,
        (n, i) => n * unit + (i % 2 === 0 ? left : top),
      ),
    );
}

/** Returns path data without points that are next to the previous one. */
function pathData(points: readonly number[], close: string): string {
  const parts: string[] = [];
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [round(points[i] ?? NaN), round(points[i + 1] ?? NaN)];
    const isLast = !close && i === points.length - 2;
    if (!isLast && Math.abs(x - lastX) + Math.abs(y - lastY) < MIN_STEP) continue;
    parts.push(`${parts.length ? 'L' : 'M'}${x} ${y}`);
    [lastX, lastY] = [x, y];
  }
  return parts.length > 1 ? parts.join('') + close : '';
}

/** Returns the parts of closed outlines that the cover shows. `isCurved` draws curves through their points. */
export const areaPath = (
  rings: readonly Float64Array[],
  projection: CoverProjection,
  isCurved = false,
): string =>
  project(rings, projection, isCurved)
    .map(ring => pathData(clipRing(ring, CLIP_BOX), 'z'))
    .join('');

/** Distance of the lines of a hatched area along each axis, in units. */
const HATCH_SPACING = 6;

/** Returns diagonal lines inside closed outlines; the inside of a hole is outside. */
export function hatchPath(rings: readonly Float64Array[], projection: CoverProjection): string {
  /** Abscissae at which the outlines cross each diagonal, where `x + y` is a multiple of the spacing. */
  const crossings = new Map<number, number[]>();
  for (const whole of project(rings, projection)) {
    const ring = clipRing(whole, CLIP_BOX);
    const at = (i: number): number => ring[i % ring.length] ?? NaN;
    for (let i = 0; i < ring.length; i += 2) {
      const [from, to] = [at(i) + at(i + 1), at(i + 2) + at(i + 3)].map(c => c / HATCH_SPACING) as [
        number,
        number,
      ];
      for (let n = Math.ceil(Math.min(from, to)); n < Math.max(from, to); n++) {
        const x = at(i) + ((at(i + 2) - at(i)) * (n - from)) / (to - from);
        crossings.set(n, [...(crossings.get(n) ?? []), x]);
      }
    }
  }
  return [...crossings]
    .map(([n, found]) => {
      const point = (x: number): string => `${round(x)} ${round(n * HATCH_SPACING - x)}`;
      return found
        .sort((a, b) => a - b)
        .map((x, i) => `${i % 2 ? 'L' : 'M'}${point(x)}`)
        .join('');
    })
    .join('');
}

/** Returns the parts of lines that the cover shows, as curves through their points. */
export const linePath = (lines: readonly Float64Array[], projection: CoverProjection): string =>
  project(lines, projection, true)
    .flatMap(line => clipLine(line, CLIP_BOX))
    .map(piece => pathData(piece, ''))
    .join('');

/** Straight line between two points. */
export type Link = readonly [x1: number, y1: number, x2: number, y2: number];

/** Returns the straight parts of lines that the cover shows. */
export const segments = (lines: readonly Float64Array[], projection: CoverProjection) =>
  project(lines, projection)
    .flatMap(line => clipLine(line, CLIP_BOX))
    .flatMap(piece =>
      piece.flatMap((x, i): readonly Link[] => {
        const [y, x2, y2] = piece.slice(i + 1, i + 4);
        return i % 2 || y === undefined || x2 === undefined || y2 === undefined
          ? []
          : [[x, y, x2, y2]];
      }),
    );

/** Returns zero-length lines, which round line ends make dots. */
export const dotPath = (places: readonly Geo[], {x, y}: CoverProjection): string =>
  places.map(({lat, lon}) => `M${round(x(lon))} ${round(y(lat))}h0`).join('');

/** Returns a circle of two half ones, whose ends are exactly a diameter apart: else they would be more than halves. */
function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`;
}

/** Returns circles around places, with radii in units. */
export const circlePath = (
  places: readonly Geo[],
  radii: readonly number[],
  {x, y}: CoverProjection,
): string => places.flatMap(({lat, lon}) => radii.map(r => circle(x(lon), y(lat), r))).join('');

/** Returns the path data of straight lines. */
export const linkPath = (links: readonly Link[]): string =>
  links
    .map(link => link.map(round))
    .map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`)
    .join('');

/** Shapes of the families, centred on a place. */
const SHAPES: ReadonlyMap<string, (x: number, y: number, r: number) => string> = new Map([
  [
    'theme',
    (x: number, y: number, r: number) => {
      const [half, side] = [round(r / 2), round(r * 0.87)];
      return `M${round(x)} ${round(y - r)}l${side} ${half}v${round(r)}l-${side} ${half}l-${side}-${half}v-${round(r)}z`;
    },
  ],
  [
    'projet',
    (x: number, y: number, r: number) => {
      const side = round(r * 1.76);
      return `M${round(x - r * 0.88)} ${round(y - r * 0.88)}h${side}v${side}h-${side}z`;
    },
  ],
]);

/** Returns the shape of a family at each place: circle, hexagon or square. */
export function shapePath(
  family: string | undefined,
  places: readonly Geo[],
  radius: number,
  {x, y}: CoverProjection,
): string {
  const shape = SHAPES.get(family ?? '') ?? circle;
  return places.map(({lat, lon}) => shape(x(lon), y(lat), radius)).join('');
}
