import {isKnownName} from './column-fields.js';

/** Maximum number of rows above the headings. */
const MAX_ROWS_ABOVE = 10;

export interface Headings {
  /** Position of the last row with headings. */
  readonly index: number;
  /** Names of the columns, each different; undefined for a column without heading. */
  readonly names: readonly (string | undefined)[];
  readonly knownCount: number;
}

/** Returns the text of a cell in one line. */
export const cellText = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number'
    ? String(cell).trim().replace(/\s+/g, ' ')
    : '';

/** Returns the letters of a column of a spreadsheet, from 1: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Returns the headings of a row; an empty cell takes the heading above it, if the row above has headings too. */
function headingsAt(rows: readonly (readonly unknown[])[], index: number): readonly string[] {
  const own = (rows[index] ?? []).map(cellText);
  const above = (rows[index - 1] ?? []).map(cellText);
  const isGrouped = above.some(isKnownName) && own.filter(isKnownName).length >= 2;
  return isGrouped ? own.map((heading, i) => heading || (above[i] ?? '')) : own;
}

/**
 * Returns the position of the first row that is as wide as a table: more than half as many cells have a text as in the
 * fullest of the first rows. A title, a date or a source above the headings has fewer.
 */
function firstWideRow(rows: readonly (readonly unknown[])[]): number {
  const widths = rows.map(row => row.filter(cell => cellText(cell) !== '').length);
  const maxWidth = Math.max(0, ...widths);
  return Math.max(
    0,
    widths.findIndex(width => width * 2 > maxWidth),
  );
}

/**
 * Finds the headings of a table: of its first rows the one with the most known names, if it has two; otherwise the first
 * row that is as wide as the table. Many sheets begin with a title, and some have headings in two rows.
 */
export function findHeadings(rows: readonly (readonly unknown[])[]): Headings {
  const firstRows = rows.slice(0, MAX_ROWS_ABOVE + 1);
  const counts = firstRows.map((_, i) => headingsAt(rows, i).filter(isKnownName).length);
  const maxCount = Math.max(0, ...counts);
  const index = maxCount >= 2 ? counts.indexOf(maxCount) : firstWideRow(firstRows);
  const taken = new Set<string>();
  const names = headingsAt(rows, index).map((heading, i) => {
    if (heading === '') return undefined;
    const name = taken.has(heading) ? `${heading} (${columnLetters(i + 1)})` : heading;
    taken.add(name);
    return name;
  });
  return {index, names, knownCount: counts[index] ?? 0};
}
