import {clipLine, clipRing} from '../shapes/clip.js';
import type {Geo} from '../../model/geo/geo.js';
import {HEIGHT, WIDTH, type CoverProjection} from './cover-view.js';

/** Box that lines are clipped to: strokes along its edges are outside the cover. */
const CLIP_BOX = {west: -20, north: -20, east: WIDTH + 20, south: HEIGHT + 20};
/** Minimum distance between two points of a path, in units. */
const MIN_STEP = 0.7;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Projects an outline, `[longitude, latitude, …]` in degrees, to units of the cover. */
function project(path: Float64Array, {x, y}: CoverProjection): Float64Array {
  return path.map((degrees, i) => (i % 2 === 0 ? x(degrees) : y(degrees)));
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

/** Returns the parts of closed outlines that the cover shows. */
export const areaPath = (rings: readonly Float64Array[], projection: CoverProjection): string =>
  rings.map(ring => pathData(clipRing(project(ring, projection), CLIP_BOX), 'z')).join('');

/** Returns the parts of lines that the cover shows. */
export const linePath = (lines: readonly Float64Array[], projection: CoverProjection): string =>
  lines
    .flatMap(line => clipLine(project(line, projection), CLIP_BOX))
    .map(piece => pathData(piece, ''))
    .join('');

/** Returns zero-length lines, which round line ends make dots. */
export const dotPath = (places: readonly Geo[], {x, y}: CoverProjection): string =>
  places.map(({lat, lon}) => `M${round(x(lon))} ${round(y(lat))}h0`).join('');

/** Returns a circle. */
const circle = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0-${round(2 * r)} 0`;

/** Returns circles around places, with radii in units. */
export const circlePath = (
  places: readonly Geo[],
  radii: readonly number[],
  {x, y}: CoverProjection,
): string => places.flatMap(({lat, lon}) => radii.map(r => circle(x(lon), y(lat), r))).join('');

/** Returns straight lines from one place to others. */
export const linkPath = (from: Geo, places: readonly Geo[], {x, y}: CoverProjection): string =>
  places
    .map(
      ({lat, lon}) =>
        `M${round(x(from.lon))} ${round(y(from.lat))}L${round(x(lon))} ${round(y(lat))}`,
    )
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
