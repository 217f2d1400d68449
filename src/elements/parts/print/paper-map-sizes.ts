import type * as PaperMap from '../../../map/print/paper-map.js';
import type {PaperSize} from '../../../map/print/paper-view.js';
import type {PaperMapContent} from '../../base/widget-view.js';

/** Code that draws maps on paper, loaded on demand. */
export type PaperMapModule = typeof PaperMap;

/** Maximum number of records with a number and an entry. Beyond, the map is a pattern of marks, and the list of the
 *  screen is printed. */
export const MAX_NUMBERED = 99;
/** Maximum number of entries of the list of the screen that have a number on the map. */
export const MAX_NUMBERED_ON_SCREEN = 60;
/** Maximum number of entries of the list of the screen that are beside a map of A3. */
export const MAX_BESIDE = 24;
/** Maximum number of entries that are whole beside a map of A3. */
const MAX_PART = 36;
/** Maximum number of entries beside a map on A4. More go on below it. */
const MAX_COLUMN = 8;
/** Maximum number of marks of a map that is as low as possible: few need little room. */
const MAX_HALF = 3;
/** Maximum extent of the places of a short list on such a map, in world coordinates: about 6 km. */
const MAX_NEAR = 0.00024;

/** Minimum factor of the height of a map, if that saves a sheet. */
export const MIN_STRETCH = 0.85;
/** Maximum factor of the height of a map on a sheet with room. */
export const MAX_STRETCH = 2.2;
/** Number of marks from which a map grows to its maximum height. With fewer it stays wider than high, as with more. */
const [MANY, MAX_HIGH, MAX_HIGH_OF_FEW] = [9, 0.95, 0.75] as const;
/** Height of a row of entries, of the name of a group, and of what is below the frame of a map, in pixels. */
const [ROW, NAME, BELOW] = [42, 38, 50] as const;
/** Edges of the frame of a map, which are not its drawing, in units. */
const EDGES = 9;
/** Width of a sheet of A4 and of A3, and of the gap between its columns, in pixels. */
const [SMALL, LARGE, GAP] = [703, 1496, 20] as const;
/** Ratio of width to height from which a map of many entries has the whole width of A4. */
const WIDE = 1.9;

type Range = readonly [min: number, max: number];

/** Size of the drawing of a map for one size of sheets. */
export interface SheetSize extends PaperSize {
  readonly name: 'small' | 'large';
  /** Number of sixths of the width of the sheet that the map has. */
  readonly span: number;
  /** Width on the sheet, in pixels. */
  readonly printed: number;
  /** Number of columns of entries: beside the map, or below it. */
  readonly columns: number;
  /** Letters of a line of the title of an entry, which may go on after the words that are counted. */
  readonly letters: number;
  /** True if the records off the map and those without a place have room beside the map. */
  readonly hasRoom: boolean;
}

/** True if the places of a short list are so near to each other that a wide map would show others. */
function isNear({listed, points}: PaperMapContent): boolean {
  if (listed.length > MAX_COLUMN) return false;
  const extentOf = (values: Float64Array): number => {
    const placed = listed.flatMap(index => values[index] ?? []).filter(value => value === value);
    return Math.max(...placed) - Math.min(...placed);
  };
  return Math.max(extentOf(points.x), extentOf(points.y)) < MAX_NEAR;
}

/** Class of a map with its list on paper, by the number of its entries. */
export const layoutOf = ({listed}: PaperMapContent): 'few' | 'many' =>
  listed.length > MAX_COLUMN ? 'many' : 'few';

/**
 * Height of the entries of a map in columns, in groups by family.
 *
 * @param isAll Adds the records off the map and those without a place.
 */
function keyHeight({listed, points}: PaperMapContent, columns: number, isAll = false): number {
  const counts = new Map<number, number>();
  for (const index of listed) {
    const family = Number.isNaN(points.x[index]) ? NaN : (points.family[index] ?? 0);
    if (isAll || family === family) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  let height = 0;
  for (const count of counts.values()) height += NAME + ROW * Math.ceil(count / columns);
  return height;
}

const clamp = (value: number, [min, max]: Range): number => Math.max(min, Math.min(max, value));

/**
 * Returns the sizes of a map on sheets of A4 and A3, in units of the drawing: pixels of its type. A frame has about the
 * ratio of the extent of the places.
 *
 * @param stretch Factor of the heights.
 */
export function sizesFor(
  drawing: PaperMapModule,
  content: PaperMapContent,
  stretch = 1,
): readonly SheetSize[] {
  const {listed, points, area} = content;
  const {length} = listed;
  const heightFor = drawing.frameHeightOf(points, area);
  const isPattern = length === 0 || length > MAX_NUMBERED;
  const size = (
    name: SheetSize['name'],
    span: number,
    columns: number,
    heights: Range,
  ): SheetSize => {
    const printed = Math.round(((name === 'small' ? SMALL : LARGE) + GAP) * (span / 6)) - GAP;
    const width = printed - EDGES;
    const height = clamp(heightFor(width), heights);
    const highest = Math.max(height, width * (length < MANY ? MAX_HIGH_OF_FEW : MAX_HIGH));
    return {
      name,
      span,
      columns,
      printed,
      width,
      height: Math.round(Math.min(height * stretch, highest)),
      letters: 40,
      hasRoom: length <= MAX_PART && keyHeight(content, columns, true) < height + BELOW,
    };
  };
  /** Returns the narrowest map of A3 that is so high for its places, with the rest of the columns for its entries. */
  const beside = (wanted: number, heights: (columns: number) => Range): SheetSize => {
    const sizes = [2, 3, 4].map(span => size('large', span, 6 - span, heights(6 - span)));
    return sizes.find(({width}) => heightFor(width) >= wanted) ?? (sizes[2] as SheetSize);
  };
  const placed = listed.filter(index => !Number.isNaN(points.x[index])).length;
  if (length && length <= MAX_COLUMN && (placed <= MAX_HALF || isNear(content)))
    return [size('small', 3, 1, [180, 200]), size('large', 2, 2, [220, 260])];
  if (length && length <= MAX_COLUMN) {
    const heights: Range = [200, clamp(keyHeight(content, 1), [250, 340])];
    const span = heightFor(SMALL / 2) < heights[0] ? 4 : 3;
    return [size('small', span, 1, heights), beside(300, () => [260, 370])];
  }
  const isWide = heightFor(SMALL) < SMALL / WIDE;
  const small =
    isWide || isPattern ? size('small', 6, 3, [240, 310]) : size('small', 4, 1, [260, 400]);
  if (length && length <= MAX_PART)
    return [
      small,
      beside(380, columns => [300, clamp(keyHeight(content, columns) - BELOW, [400, 600])]),
    ];
  const span = isPattern || isWide ? 4 : 3;
  return [small, size('large', span, 6 - span, [360, isPattern ? 430 : 520])];
}
