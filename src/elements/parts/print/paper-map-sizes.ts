import type {PaperSize} from '../../../map/print/paper-view.js';
import type {PaperMapContent} from '../../base/widget-view.js';

/** Maximum number of records with a number and an entry. Beyond, the map is a pattern of marks, and the list of the
 *  screen is printed. */
export const MAX_NUMBERED = 99;
/** Maximum number of entries of the list of the screen that are beside a map of A3. */
export const MAX_BESIDE = 24;
/** Maximum number of entries of a map that has a part of the width of a sheet, and is on one sheet of A3 with them. */
const MAX_PART = 36;
/** Maximum number of entries in one column beside a map. */
const MAX_COLUMN = 8;
/** Maximum number of entries of a map that has half of the width of a sheet: few marks need little room. */
const MAX_HALF = 3;

/** Minimum and maximum height of a map that is as high as the entries beside it. */
const HEIGHTS = [340, 460] as const;
/** Maximum factor of the height of a map on a sheet with room. */
export const MAX_STRETCH = 1.6;
/** Height of a row of entries, of the name of a group, and of what is around a map, in pixels. */
const [ROW, NAME, AROUND] = [42, 38, 50] as const;
/** Maximum number of entries in two columns beside a map of A3. More are in three wider ones. */
const MAX_TWO_COLUMNS = 14;
const COLUMNS = 3;

/** Size of the drawing of a map for one size of sheets. */
export interface SheetSize extends PaperSize {
  readonly name: 'small' | 'large';
  /** Width on the sheet, in pixels. */
  readonly printed: number;
  /** Number of columns of entries beside the map. */
  readonly columns: number;
  /** Letters of a line of the title of an entry, which may go on after the words that are counted. */
  readonly letters: number;
}

/** Class of a map with its list on paper, by the number of its entries. */
export function layoutOf({
  listed: {length},
}: PaperMapContent): 'few half' | 'few' | 'part' | 'part narrow' | 'long' {
  if (length <= MAX_HALF) return 'few half';
  if (length <= MAX_COLUMN) return 'few';
  if (length <= MAX_TWO_COLUMNS) return 'part';
  return length <= MAX_PART ? 'part narrow' : 'long';
}

/** Height on A3 of a map with three columns of entries beside it, in groups by family. */
function partHeight({listed, points}: PaperMapContent): number {
  const counts = new Map<number, number>();
  for (const index of listed) {
    const family = points.family[index] ?? 0;
    if (!Number.isNaN(points.x[index])) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  let height = -AROUND;
  for (const count of counts.values()) height += NAME + ROW * Math.ceil(count / COLUMNS);
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
  const wide = {printed: 992, columns: 2, letters: 40} as const;
  switch (layoutOf(content)) {
    case 'few half':
      return [
        {name: 'small', width: 310, height: 200, printed: 341, columns: 1, letters: 40},
        {name: 'large', width: 706, height: 240, printed: 738, columns: 1, letters: 40},
      ];
    case 'few':
      return [
        {name: 'small', width: 440, height: 225, printed: 462, columns: 1, letters: 40},
        {name: 'large', width: 940, height: 360, ...wide},
      ];
    case 'part':
      return [
        {name: 'small', width: 440, height: 280, printed: 462, columns: 1, letters: 40},
        {name: 'large', width: 940, height: 360, ...wide},
      ];
    case 'part narrow':
      return [
        {name: 'small', width: 440, height: 280, printed: 462, columns: 1, letters: 40},
        {
          name: 'large',
          width: 555,
          height: partHeight(content),
          printed: 587,
          columns: COLUMNS,
          letters: 50,
        },
      ];
    case 'long': {
      const isNumbered = content.listed.length <= MAX_NUMBERED;
      return [
        // Many numbers need room, so that they stay near their places.
        {
          name: 'small',
          width: 660,
          height: isNumbered ? 320 : 310,
          printed: 703,
          columns: 1,
          letters: 40,
        },
        {name: 'large', width: 940, height: isNumbered ? 360 : 430, ...wide},
      ];
    }
  }
}
