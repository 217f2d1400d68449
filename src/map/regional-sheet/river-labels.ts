import {worldSize, worldX, worldY} from '../../model/geo/mercator.js';
import {NameLabel} from '../labels/name-labels.js';
import {type LocalNames, readNames} from '../outlines/read-towns.js';
import type {SheetData} from './sheet.js';

/** Zooms with stretches of their own. Those of the last one are long enough beyond. */
const ZOOMS = [8, 9, 10, 11];
const MAX_ZOOM = 13;
/** Width of a letter and of the space around a name, in pixels. */
const [LETTER, SPACE] = [7, 8] as const;
/** Maximum distance of a river from the line of its name, as a part of the length of the stretch. */
const MAX_BEND = 0.14;

/** Place in world coordinates. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Returns the distance of a point from the line through two others. */
const distanceFromLine = ({x, y}: Point, a: Point, b: Point): number =>
  Math.abs((x - a.x) * (b.y - a.y) - (y - a.y) * (b.x - a.x)) / distance(a, b);

/** Returns the ends of the straight stretches of a river, from west to east, with half as much of it between two of them. */
function straightStretches(points: readonly Point[], length: number): (readonly [Point, Point])[] {
  const stretches: (readonly [Point, Point])[] = [];
  /** Returns the index of the first point that is a stretch away. */
  const endOf = (start: number): number =>
    points.findIndex((point, i) => i > start && distance(points[start] as Point, point) >= length);
  for (let start = 0; start < points.length;) {
    const end = endOf(start);
    if (end < 0) break;
    const [from, to] = [points[start] as Point, points[end] as Point];
    const isStraight = points
      .slice(start, end)
      .every(point => distanceFromLine(point, from, to) <= MAX_BEND * length);
    if (isStraight) stretches.push(from.x < to.x ? [from, to] : [to, from]);
    start = isStraight ? end : start + 1;
  }
  return stretches;
}

function labelAlong(
  names: LocalNames,
  [from, to]: readonly [Point, Point],
  zooms: [number, number],
) {
  const [width, height] = [to.x - from.x, to.y - from.y];
  return new NameLabel(names, zooms, {
    kind: 'water',
    hasDot: false,
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    road: {angle: Math.atan2(height, width), length: Math.hypot(width, height)},
  });
}

/** Returns the names of the rivers along them. */
export const riverLabels = ({rivers}: SheetData): NameLabel[] =>
  rivers.flatMap(({name, path}) => {
    if (!name) return [];
    const names = readNames(name);
    const letters = Math.max(...name.split('/').map(({length}) => length));
    const points: Point[] = [];
    for (let i = 0; i < path.length; i += 2)
      points.push({x: worldX(path[i] ?? NaN), y: worldY(path[i + 1] ?? NaN)});
    return ZOOMS.flatMap((zoom, i) => {
      const last = (ZOOMS[i + 1] ?? MAX_ZOOM + 0.01) - 0.01;
      const length = (letters * LETTER + SPACE) / worldSize(zoom);
      return straightStretches(points, length).map(ends => labelAlong(names, ends, [zoom, last]));
    });
  });
