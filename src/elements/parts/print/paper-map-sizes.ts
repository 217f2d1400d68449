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

/** Minimum factor of the height of a map, if that saves a sheet. */
export const MIN_STRETCH = 0.6;
/** Maximum factor of the height of a map on a sheet with room. */
export const MAX_STRETCH = 2.2;
/** Number of marks from which a map grows to its maximum height. With fewer it stays wider than high, as with more. */
const [MANY, MAX_HIGH, MAX_HIGH_OF_FEW] = [9, 0.95, 0.75] as const;
/** Height of a line of a title, of its facts, of the gap, of the name of a group, and of what is below a map, in pixels. */
const [TITLE_LINE, FACTS_LINE, ENTRY_GAP, GROUP_NAME, BELOW] = [16, 14, 6, 34, 50] as const;
/** Width of a letter of a title, and of what is beside it, in pixels. */
const [LETTER, BESIDE_TITLE] = [6.4, 38] as const;
/** Edges of the frame of a map, which are not its drawing, in units. */
const EDGES = 9;
/** Width of a sheet of A4 and of A3, and of the gap between its columns, in pixels. */
const [SMALL, LARGE, GAP] = [703, 1496, 20] as const;
/** Sixths of the width of a sheet: all, and those of a map without a list of its own on A3. */
const [ALL, PART] = [6, 4] as const;

type Range = readonly [min: number, max: number];

/** Size of the drawing of a map for one size of sheets. */
export interface SheetSize extends PaperSize {
  readonly name: 'small' | 'large';
  /** Number of sixths of the width of the sheet that the map has. */
  readonly span: number;
  /** Number of columns of entries: beside the map, or below it. */
  readonly columns: number;
  /** True if the records off the map and those without a place have room beside the map, and number of their columns. */
  readonly hasRoom: boolean;
  readonly restColumns: number;
}

/** Layout of a map for one size of sheets. */
interface SheetLayout {
  readonly name: SheetSize['name'];
  readonly sheet: number;
  /** Widths of a map and columns of entries beside it, with their maximum height: the first that is not higher is taken. */
  readonly beside: readonly (readonly [span: number, columns: number, maxHeight: number])[];
  /** Number of columns of entries below a map. */
  readonly below: number;
  /** Heights of a map with its entries beside it, if these are not higher, below it, and without a list of its own. */
  readonly side: Range;
  readonly full: Range;
  readonly pattern: Range;
}

const LAYOUTS: readonly SheetLayout[] = [
  {
    name: 'small',
    sheet: SMALL,
    beside: [
      [4, 1, 300],
      [3, 1, 400],
    ],
    below: 3,
    side: [180, 320],
    full: [220, 340],
    pattern: [220, 310],
  },
  {
    name: 'large',
    sheet: LARGE,
    beside: [
      [4, 1, 300],
      [4, 2, 600],
    ],
    below: 6,
    side: [240, 420],
    full: [360, 480],
    pattern: [340, 430],
  },
];

const widthOf = (sheet: number, sixths: number): number => ((sheet + GAP) * sixths) / ALL - GAP;

/** Returns the height of the entries of a map in columns of a width, in groups by family. */
function keyHeight(
  {listed, points, facts}: PaperMapContent,
  columns: number,
  width: number,
  isAll: boolean,
): number {
  const letters = (widthOf(width, ALL / columns) - BESIDE_TITLE) / LETTER;
  const groups = new Set<number>();
  let height = 0;
  for (const index of listed) {
    const family = Number.isNaN(points.x[index]) ? NaN : (points.family[index] ?? 0);
    if (!isAll && family !== family) continue;
    groups.add(family);
    height +=
      Math.ceil(points.nameAt(index).length / letters) * TITLE_LINE +
      (facts(index) ? FACTS_LINE : 0) +
      ENTRY_GAP;
  }
  return height / columns + groups.size * GROUP_NAME;
}

const clamp = (value: number, [min, max]: Range): number => Math.max(min, Math.min(max, value));

/**
 * Returns the sizes of a map on sheets of A4 and A3, in units of the drawing: pixels of its type. A frame has about the
 * ratio of the extent of the places. Entries that are not higher than a map are beside it; others are below one that has
 * the whole width.
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
  return LAYOUTS.map(({name, sheet, beside, below, side, full, pattern}) => {
    const heightOf = (part: number, count: number, isAll: boolean): number =>
      keyHeight(content, count, widthOf(sheet, ALL - part), isAll) - BELOW;
    const found = beside.find(([part, count, max]) => heightOf(part, count, false) <= max);
    const [span, columns = 0] = isPattern ? [name === 'large' ? PART : ALL] : (found ?? [ALL]);
    const width = Math.round(widthOf(sheet, span)) - EDGES;
    const range = isPattern ? pattern : columns ? side : full;
    const least = Math.max(range[0], columns ? heightOf(span, columns, false) : 0);
    const height = Math.max(least, clamp(heightFor(width), range));
    const highest = Math.max(height, width * (length < MANY ? MAX_HIGH_OF_FEW : MAX_HIGH));
    const hasRoom = columns > 0 && heightOf(span, columns, true) <= height;
    return {
      name,
      span,
      columns: columns || below,
      width,
      height: Math.round(clamp(height * stretch, [least, highest])),
      hasRoom,
      restColumns: hasRoom ? columns : below,
    };
  });
}
