import type {WorldBox} from '../../model/geo/mercator.js';
import {
  cutLines,
  cutRings,
  overlaps,
  roundTo,
  type BoxedPath,
  lineCells,
  lineData,
  ringData,
  boxPath,
  SMOOTH_STEP,
} from '../outlines/cut-paths.js';
import type {Path} from '../outlines/outlines.js';
import {clipLine, type FlatCoordinates} from '../shapes/clip.js';
import type {River, SheetData, SheetFace} from './sheet.js';

/** Minimum extent of waters and built-up areas in pixels: smaller ones look like dirt. */
const MIN_EXTENT = 6;

/** Classes of the paths of a sheet. */
export type SheetPathName =
  | 'coast'
  | 'smoothCoast'
  | 'borders'
  | 'home'
  | 'abroad'
  | 'builtUp'
  | 'waters'
  | 'rivers'
  | 'brooks'
  | 'canals'
  | 'districts'
  | 'villages';

/** Kind of a river: those without a name are small. */
const kindOf = ({isCanal, name}: River) => (isCanal ? 'canals' : name ? 'rivers' : 'brooks');

function ringOf({arcs}: SheetFace, sheet: SheetData): Path {
  const points = arcs.flatMap(ref => {
    const path = [...(sheet.arcs[ref < 0 ? ~ref : ref]?.path ?? [])];
    if (ref >= 0) return path;
    return path.map((_, i) => path[path.length - 2 - i + 2 * (i % 2)] ?? NaN);
  });
  return Float64Array.from(points);
}

/**
 * Returns a closed path with rounded corners, through the middles of the sides: the source draws a pond with four or
 * five points.
 */
function roundedPath(points: FlatCoordinates, unit: number): string {
  if (points.length === 0) return '';
  const round = roundTo(unit);
  const at = (i: number): number => round(points[i % points.length] ?? NaN);
  let data = '';
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [at(i), at(i + 1)];
    const middle = `${(x + at(i + 2)) / 2} ${(y + at(i + 3)) / 2}`;
    data += i === 0 ? `M${middle}Q` : `${x} ${y} ${middle} `;
  }
  return `${data}${at(0)} ${at(1)} ${data.slice(1, data.indexOf('Q'))}z`;
}

/** Returns lines of no length, which round ends make dots, at the places within a box. */
function dotsIn(
  points: FlatCoordinates,
  {west, north, east, south}: WorldBox,
  unit: number,
): string {
  const round = roundTo(unit);
  let data = '';
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] ?? NaN, points[i + 1] ?? NaN];
    if (x > west && x < east && y > north && y < south) data += `M${round(x)} ${round(y)}l0 0 `;
  }
  return data;
}

/**
 * Shapes of the regional sheet, cut to the area that is drawn: a renderer strokes a path as a whole, and dashes it as a
 * whole, for every tile of the screen.
 */
export class SheetPaths {
  readonly #lines: Readonly<Record<'coast' | 'borders' | 'districts' | 'rivers' | 'brooks' | 'canals', readonly BoxedPath[]>>; // prettier-ignore
  readonly #rings: Readonly<Record<'home' | 'abroad', readonly BoxedPath[]>>;
  readonly #builtUp: readonly BoxedPath[];
  readonly #waters: readonly BoxedPath[];
  /** Places in one array, since an object for each would be a tenth of the memory of a map. */
  readonly #villages: FlatCoordinates;

  constructor(sheet: SheetData) {
    const {arcs, faces, waters, regions, rivers, towns, builtUp} = sheet;
    const arcsOf = (isCoast: boolean): BoxedPath[] =>
      arcs.filter(arc => arc.isCoast === isCoast).map(({path}) => boxPath(path));
    const riversOf = (kind: 'rivers' | 'brooks' | 'canals'): BoxedPath[] =>
      rivers.filter(river => kindOf(river) === kind).map(({path}) => boxPath(path));
    const land = (isHome: boolean): BoxedPath[] =>
      faces.filter(face => face.isHome === isHome).map(face => boxPath(ringOf(face, sheet)));
    this.#lines = {
      coast: arcsOf(true),
      borders: arcsOf(false),
      districts: regions.map(boxPath),
      rivers: riversOf('rivers'),
      brooks: riversOf('brooks'),
      canals: riversOf('canals'),
    };
    this.#rings = {home: land(true), abroad: land(false)};
    this.#builtUp = builtUp.map(boxPath);
    this.#waters = waters.map(boxPath);
    this.#villages = boxPath(Float64Array.from(towns.flatMap(({lat, lon}) => [lon, lat]))).points;
  }

  /** True if a border crosses a box. */
  hasBorder(box: WorldBox): boolean {
    return this.#lines.borders.some(
      one => overlaps(one.box, box) && clipLine(one.points, box).length > 0,
    );
  }

  /**
   * Returns the path data within a box.
   *
   * @param wideBox Box of dashed lines, whose dashes would move if they were cut elsewhere.
   * @param unit Size of a pixel in path units.
   */
  within(
    box: WorldBox,
    wideBox: WorldBox,
    unit: number,
  ): Readonly<Record<SheetPathName, readonly string[]>> {
    const lines = (shapes: readonly BoxedPath[], area = box) => [
      lineData(cutLines(shapes, area, unit), unit),
    ];
    const rings = (shapes: readonly BoxedPath[]) => [ringData(cutRings(shapes, box, unit), unit)];
    const isVisible = ({box: water}: BoxedPath): boolean =>
      overlaps(water, box) &&
      Math.max(water.east - water.west, water.south - water.north) >= MIN_EXTENT * unit;
    const rounded = (shapes: readonly BoxedPath[]) => [
      shapes
        .filter(isVisible)
        .map(({points}) => roundedPath(points, unit))
        .join(''),
    ];
    const {borders, districts, rivers, brooks, canals} = this.#lines;
    const coast = cutLines(this.#lines.coast, box, unit);
    return {
      coast: lineCells(coast, box, unit),
      smoothCoast: lineCells(coast, box, unit, SMOOTH_STEP),
      borders: lineCells(cutLines(borders, box, unit), box, unit),
      home: rings(this.#rings.home),
      abroad: rings(this.#rings.abroad),
      builtUp: rounded(this.#builtUp),
      waters: rounded(this.#waters),
      rivers: lines(rivers),
      brooks: lines(brooks),
      canals: lines(canals, wideBox),
      districts: lines(districts, wideBox),
      villages: [dotsIn(this.#villages, box, unit)],
    };
  }
}
