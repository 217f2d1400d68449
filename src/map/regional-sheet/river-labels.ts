import {worldX, worldY} from '../../model/geo/mercator.js';
import {NameLabel} from '../labels/name-labels.js';
import {readNames} from '../outlines/read-towns.js';
import type {River, SheetData} from './sheet.js';

/** Length in degrees of a stretch of a river that has room for its name at zoom 8; half of it at each zoom beyond. */
const STRETCH = 0.3;
/** Zooms with stretches of their own. Those of the last one are long enough beyond. */
const ZOOMS = [8, 9, 10, 11];
const MAX_ZOOM = 13;
/** Maximum distance of a river from the line of its name, as a part of the length of the stretch. */
const MAX_BEND = 0.12;

interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Returns the distance of a point from the line through two others. */
const distanceFromLine = ({x, y}: Point, a: Point, b: Point): number =>
  Math.abs((x - a.x) * (b.y - a.y) - (y - a.y) * (b.x - a.x)) / distance(a, b);

/** Returns the ends of the straight stretches of a river, from west to east, with as much of it between two of them. */
function straightStretches({path}: River, length: number): (readonly [Point, Point])[] {
  const points: Point[] = [];
  for (let i = 0; i < path.length; i += 2) points.push({x: path[i] ?? NaN, y: path[i + 1] ?? NaN});
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
    const next = isStraight ? endOf(end) : start + 1;
    if (next < 0) break;
    start = next;
  }
  return stretches;
}

function labelAlong(name: string, [from, to]: readonly [Point, Point], zooms: [number, number]) {
  const [width, height] = [worldX(to.x) - worldX(from.x), worldY(to.y) - worldY(from.y)];
  return new NameLabel(readNames(name), zooms, {
    kind: 'water',
    hasDot: false,
    x: worldX((from.x + to.x) / 2),
    y: worldY((from.y + to.y) / 2),
    road: {angle: Math.atan2(height, width), length: Math.hypot(width, height)},
  });
}

/** Returns the names of the rivers along them. */
export function riverLabels({rivers}: SheetData): NameLabel[] {
  return ZOOMS.flatMap((zoom, i) => {
    const nextZoom = ZOOMS[i + 1];
    const last = nextZoom ? nextZoom - 0.01 : MAX_ZOOM;
    return rivers.flatMap(river =>
      river.name
        ? straightStretches(river, STRETCH * 2 ** (8 - zoom)).map(stretch =>
            labelAlong(river.name, stretch, [zoom, last]),
          )
        : [],
    );
  });
}
