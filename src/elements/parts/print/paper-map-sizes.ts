import type {PaperSize} from '../../../map/print/paper-view.js';
import type {PaperMapContent} from '../../base/widget-view.js';

/** Maximum number of records with a number and an entry. Beyond, the map is a pattern of marks, and the list of the
 *  screen is printed. */
export const MAX_NUMBERED = 99;
/** Maximum number of entries of the list of the screen that have a number on the map. */
export const MAX_NUMBERED_ON_SCREEN = 60;
/** Maximum number of entries of the list of the screen that are beside a map of A3. */
export const MAX_BESIDE = 24;
/** Maximum number of entries of a map that has a part of the width of a sheet, and is on one sheet of A3 with them. */
const MAX_PART = 36;
/** Maximum number of entries beside a map on A4. More are below it. */
const MAX_COLUMN = 8;
/** Maximum number of entries of a map that has half of the width of a sheet: few marks need little room. */
const MAX_HALF = 3;
/** Maximum extent of the places of a short list on a map of half of the width, in world coordinates: about 6 km. */
const MAX_NEAR = 0.00024;

/** Minimum and maximum height of a map beside its entries, which is as high as these if its sheet has room. */
const HEIGHTS = [280, 600] as const;
/** Minimum factor of the height of a map, if that saves a sheet. */
export const MIN_STRETCH = 0.85;
/** Maximum factor of the height of a map on a sheet with room. */
export const MAX_STRETCH = 2.2;
/** Height of a row of entries, of the name of a group, and of what is around a map and may be added to it, in pixels. */
const [ROW, NAME, AROUND] = [42, 38, 150] as const;
/** Maximum number of entries in two columns beside a map of A3. More are in three wider ones. */
const MAX_TWO_COLUMNS = 14;

/** Size of the drawing of a map for one size of sheets. */
export interface SheetSize extends PaperSize {
  readonly name: 'small' | 'large';
  /** Width on the sheet, in pixels. */
  readonly printed: number;
  /** Number of columns of entries: beside the map, or below it. */
  readonly columns: number;
  /** Letters of a line of the title of an entry, which may go on after the words that are counted. */
  readonly letters: number;
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
export function layoutOf(
  content: PaperMapContent,
): 'few half' | 'few' | 'part' | 'part narrow' | 'long' {
  const {length} = content.listed;
  if (length <= MAX_HALF || isNear(content)) return 'few half';
  if (length <= MAX_COLUMN) return 'few';
  if (length <= MAX_TWO_COLUMNS) return 'part';
  return length <= MAX_PART ? 'part narrow' : 'long';
}

/** Height on A3 of a map with columns of entries beside it, in groups by family. */
function partHeight({listed, points}: PaperMapContent, columns: number): number {
  const counts = new Map<number, number>();
  for (const index of listed) {
    const family = points.family[index] ?? 0;
    if (!Number.isNaN(points.x[index])) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  let height = -AROUND;
  for (const count of counts.values()) height += NAME + ROW * Math.ceil(count / columns);
  const [min, max] = HEIGHTS;
  return Math.max(min, Math.min(max, height));
}

/**
 * Returns the sizes of a map on sheets of A4 and A3, in units of the drawing: pixels of its type.
 *
 * @param stretch Factor of the heights.
 */
export const sizesFor = (content: PaperMapContent, stretch = 1): readonly SheetSize[] =>
  usualSizes(content).map(size => ({...size, height: Math.round(size.height * stretch)}));

function usualSizes(content: PaperMapContent): readonly SheetSize[] {
  const size = (
    printed: number,
    height: number,
    columns: number,
    letters = 40,
  ): Omit<SheetSize, 'name'> => ({width: printed - 9, height, printed, columns, letters});
  const of = (
    small: Omit<SheetSize, 'name'>,
    large: Omit<SheetSize, 'name'>,
  ): readonly SheetSize[] => [
    {name: 'small', ...small},
    {name: 'large', ...large},
  ];
  switch (layoutOf(content)) {
    case 'few half':
      return of(size(341, 200, 1), size(738, 240, 2));
    case 'few':
      return of(size(462, 225, 1), size(991, 360, 2));
    case 'part':
      return of(size(703, 240, 3), size(991, partHeight(content, 2), 2));
    case 'part narrow':
      return of(size(703, 240, 3), size(587, partHeight(content, 3), 3, 50));
    case 'long': {
      const isNumbered = content.listed.length <= MAX_NUMBERED;
      // Many numbers need room, so that they stay near their places.
      return of(size(703, isNumbered ? 320 : 310, 3), size(991, isNumbered ? 360 : 430, 2));
    }
  }
}
