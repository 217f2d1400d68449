import type {CollectionName} from '../../../model/records.js';
import type {ParsedInput, Entry} from '../parsed-input.js';
import {
  type ReportDiagnostic,
  type SourceLocation,
  quotedValue,
} from '../../messages/diagnostic.js';
import {fieldForHeading} from '../headings.js';

/** Row of cells. */
export interface GridRow {
  /** Row number in a spreadsheet, from 1. */
  readonly row: number;
  /** Returns the line of a cell by its column, from 1; in a sheet the row number. */
  readonly lineOf: (column: number) => number;
  readonly cells: readonly unknown[];
  /** True if a row with fewer cells than headings is an error. */
  readonly hasFixedWidth?: boolean;
}

/** Maximum number of rows above the headings. */
const MAX_ROWS_ABOVE = 10;

const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');

const FORMULA_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** Returns the letters of a column, from 1: `A`, `Z`, `AA`. */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Returns the location of a cell; `column` counts from 1. */
const cellLocation = ({row, lineOf}: GridRow, column: number, name?: string): SourceLocation => ({
  line: lineOf(column),
  column,
  cell: `${columnLetters(column)}${row}`,
  name,
});

/**
 * Returns the index of the heading row: the first with two known names, or the first row. Many sheets start with a
 * title.
 */
function findHeadingRow(rows: readonly GridRow[], kind: CollectionName): number {
  const countKnownNames = ({cells}: GridRow): number =>
    cells.filter(cell => typeof cell === 'string' && fieldForHeading(kind, cell) !== undefined)
      .length;
  const index = rows.slice(0, MAX_ROWS_ABOVE + 1).findIndex(row => countKnownNames(row) >= 2);
  return index < 0 ? 0 : index;
}

/** Converts rows of cells to entries with the names of the headings. Empty rows are ignored. */
export function readGrid(
  allRows: readonly GridRow[],
  kind: CollectionName,
  report: ReportDiagnostic,
): ParsedInput {
  const rows = allRows.filter(({cells}) => cells.some(isFilled));
  const headingIndex = findHeadingRow(rows, kind);
  const headings = rows[headingIndex];
  if (!headings) return {entries: [], names: [], order: 'lat-lon'};
  const [first] = rows;
  if (headingIndex > 0 && first) {
    const title = quotedValue(first.cells.find(isFilled));
    report('warning', {line: first.lineOf(1)}, 'aboveHeadings', headingIndex, title);
  }
  const names = columnNames(headings, rows.slice(headingIndex + 1));
  const entries = rows.slice(headingIndex + 1).map(row => toEntry(row, names, report));
  return {
    entries,
    names: names.flatMap((name, i) =>
      name === undefined ? [] : {name, location: cellLocation(headings, i + 1, name)},
    ),
    order: 'lat-lon',
  };
}

/** Returns unique names of the columns; undefined for a column without heading and values. */
function columnNames(headings: GridRow, rows: readonly GridRow[]): (string | undefined)[] {
  const taken = new Set<string>();
  return headings.cells.map((cell, i) => {
    const heading = isFilled(cell) ? String(cell).trim().replace(/\s+/g, ' ') : '';
    if (heading === '' && !rows.some(({cells}) => isFilled(cells[i]))) return undefined;
    const letters = columnLetters(i + 1);
    const name = heading === '' || taken.has(heading) ? `${heading} (${letters})`.trim() : heading;
    taken.add(name);
    return name;
  });
}

function toEntry(
  row: GridRow,
  names: readonly (string | undefined)[],
  report: ReportDiagnostic,
): Entry {
  const {cells, hasFixedWidth} = row;
  const headings = names.length;
  if (hasFixedWidth && cells.length < headings)
    report('warning', {line: row.lineOf(1)}, 'shortRow', cells.length, headings);
  const fields = Object.create(null) as Record<string, unknown>;
  cells.forEach((cell, i) => {
    if (!isFilled(cell)) return;
    const name = names[i];
    const location = cellLocation(row, i + 1, name);
    if (name === undefined) report('error', location, 'cellBeyondHeadings', quotedValue(cell));
    else if (typeof cell === 'string' && FORMULA_ERROR.test(cell.trim()))
      report('error', location, 'formulaError', cell.trim());
    else fields[name] = cell;
  });
  const columns = new Map(names.map((name, i) => [name, i + 1]));
  return {
    fields,
    location: {line: row.lineOf(1)},
    locationOf: name => cellLocation(row, columns.get(name) ?? 1, name),
  };
}
