import type {WorldBox} from '../mercator.js';
import type {Path} from '../outlines/outlines.js';
import {unitX, unitY} from '../outlines/path-data.js';
import {clipLine, clipRing, type FlatCoordinates} from '../shapes/clip.js';
import type {SheetData, SheetFace} from './sheet.js';

/** Minimum extent of waters in pixels: smaller ones look like dirt. */
const MIN_WATER_EXTENT = 3.5;

/** Line or ring in path units, with its bounding box. */
interface Shape {
  readonly points: FlatCoordinates;
  readonly box: WorldBox;
}

/** Classes of the paths of a sheet. */
export type SheetPathName =
  | 'coast'
  | 'smoothCoast'
  | 'borders'
  | 'home'
  | 'abroad'
  | 'waters'
  | 'rivers'
  | 'canals'
  | 'districts';

/** Minimum distance of two points in pixels: of lines, and of the smoother lines along the coast. */
const [MIN_STEP, SMOOTH_STEP] = [0.8, 3];

/** Converts a path to path units. */
function shapeOf(path: Path): Shape {
  const points = new Float64Array(path.length);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [unitX(path[i] ?? NaN), unitY(path[i + 1] ?? NaN)];
    points[i] = x;
    points[i + 1] = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return {points, box: {west, north, east, south}};
}

/** Returns the ring of a face. */
function ringOf({arcs}: SheetFace, sheet: SheetData): Path {
  const points = arcs.flatMap(ref => {
    const path = [...(sheet.arcs[ref < 0 ? ~ref : ref]?.path ?? [])];
    if (ref >= 0) return path;
    return path.map((_, i) => path[path.length - 2 - i + 2 * (i % 2)] ?? NaN);
  });
  return Float64Array.from(points);
}

/** Returns path data in whole units, without points that are next to the previous one. */
function pathData(points: FlatCoordinates, minStep: number, close: string): string {
  // Nothing of it is in the part that is drawn.
  if (points.length === 0) return '';
  let data = '';
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [Math.round(points[i] ?? NaN), Math.round(points[i + 1] ?? NaN)];
    const isLast = !close && i === points.length - 2;
    if (i > 0 && !isLast && Math.abs(x - lastX) + Math.abs(y - lastY) < minStep) continue;
    data += i === 0 ? `M${x} ${y}l0 0 ` : `${x - lastX} ${y - lastY} `;
    [lastX, lastY] = [x, y];
  }
  return data + close;
}

/**
 * Returns a closed path with rounded corners, through the middles of the sides: the source draws a pond with four or
 * five points.
 */
function roundedPath(points: FlatCoordinates): string {
  if (points.length === 0) return '';
  const at = (i: number): number => points[i % points.length] ?? NaN;
  let data = '';
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [at(i), at(i + 1)];
    const middle = `${(x + at(i + 2)) / 2} ${(y + at(i + 3)) / 2}`;
    data += i === 0 ? `M${middle}Q` : `${x} ${y} ${middle} `;
  }
  return `${data}${at(0)} ${at(1)} ${data.slice(1, data.indexOf('Q'))}z`;
}

const overlaps = (a: WorldBox, b: WorldBox): boolean =>
  a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south;

/**
 * Shapes of the regional sheet, cut to the area that is drawn: a renderer strokes a path as a whole, and dashes it as a
 * whole, for every tile of the screen.
 */
export class SheetPaths {
  readonly #lines: Readonly<Record<'coast' | 'borders' | 'districts' | 'rivers' | 'canals', readonly Shape[]>>; // prettier-ignore
  readonly #rings: Readonly<Record<'home' | 'abroad', readonly Shape[]>>;
  readonly #waters: readonly Shape[];

  constructor(sheet: SheetData) {
    const {arcs, faces, waters, regions, rivers} = sheet;
    const arcsOf = (isCoast: boolean): Shape[] =>
      arcs.filter(arc => arc.isCoast === isCoast).map(({path}) => shapeOf(path));
    const riversOf = (isCanal: boolean): Shape[] =>
      rivers.filter(river => river.isCanal === isCanal).map(({path}) => shapeOf(path));
    const land = (isHome: boolean): Shape[] =>
      faces.filter(face => face.isHome === isHome).map(face => shapeOf(ringOf(face, sheet)));
    this.#lines = {
      coast: arcsOf(true),
      borders: arcsOf(false),
      districts: regions.map(shapeOf),
      rivers: riversOf(false),
      canals: riversOf(true),
    };
    this.#rings = {home: land(true), abroad: land(false)};
    this.#waters = waters.map(shapeOf);
  }

  /**
   * Returns the path data within a box.
   *
   * @param unit Size of a pixel in path units.
   */
  within(box: WorldBox, unit: number): Readonly<Record<SheetPathName, string>> {
    const lines = (shapes: readonly Shape[], step = MIN_STEP): string =>
      shapes
        .filter(shape => overlaps(shape.box, box))
        .flatMap(({points}) => clipLine(points, box).map(line => pathData(line, step * unit, '')))
        .join('');
    const rings = (shapes: readonly Shape[]): string =>
      shapes
        .filter(shape => overlaps(shape.box, box))
        .map(({points}) => pathData(clipRing(points, box), MIN_STEP * unit, 'z'))
        .join('');
    const isVisible = ({box: water}: Shape): boolean =>
      overlaps(water, box) &&
      Math.max(water.east - water.west, water.south - water.north) >= MIN_WATER_EXTENT * unit;
    const {coast, borders, districts, rivers, canals} = this.#lines;
    return {
      coast: lines(coast),
      smoothCoast: lines(coast, SMOOTH_STEP),
      borders: lines(borders),
      home: rings(this.#rings.home),
      abroad: rings(this.#rings.abroad),
      waters: this.#waters.filter(isVisible).map(({points}) => roundedPath(points)).join(''), // prettier-ignore
      rivers: lines(rivers),
      canals: lines(canals),
      districts: lines(districts),
    };
  }
}
