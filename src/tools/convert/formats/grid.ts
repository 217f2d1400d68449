import {columnLetters, findHeadings} from '../../../data/sources/shared/columns/heading-row.js';
import type {ParsedInput, InputRecord} from '../parsed-input.js';
import {
  type ReportDiagnostic,
  type SourceLocation,
  quotedValue,
} from '../../messages/diagnostic.js';

export interface GridRow {
  /** Row number in a spreadsheet, from 1. */
  readonly row: number;
  /** Returns the line of a cell by its column, from 1; in a sheet the row number. */
  readonly lineOf: (column: number) => number;
  readonly cells: readonly unknown[];
  /** True if a row with fewer cells than headings is an error. */
  readonly hasFixedWidth?: boolean;
}

const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');

/** Error of a formula in Excel, or in LibreOffice. */
const FORMULA_ERROR =
  /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3})$/;
/** Cell of a formula whose result is not in the file: programs that write workbooks compute none. */
export const UNCOMPUTED = '#UNCOMPUTED!';

/** Returns the location of a cell; `column` counts from 1. */
const cellLocation = ({row, lineOf}: GridRow, column: number, name?: string): SourceLocation => ({
  line: lineOf(column),
  column,
  cell: `${columnLetters(column)}${row}`,
  name,
});

/** Converts rows of cells to entries with the names of the headings. Empty rows are ignored. */
export function readGrid(allRows: readonly GridRow[], report: ReportDiagnostic): ParsedInput {
  const rows = allRows.filter(({cells}) => cells.some(isFilled));
  const found = findHeadings(rows.map(({cells}) => cells));
  const headingIndex = found.index;
  const headings = rows[headingIndex];
  if (!headings) return {entries: [], names: [], coordinateOrder: 'lat-lon'};
  const [first] = rows;
  if (headingIndex > 0 && first) {
    const title = quotedValue(first.cells.find(isFilled));
    report('warning', {line: first.lineOf(1)}, 'aboveHeadings', headingIndex, title);
  }
  const records = rows.slice(headingIndex + 1);
  const names = found.names.map((name, i) =>
    // A column with neither heading nor values is none.
    name === undefined && records.some(({cells}) => isFilled(cells[i]))
      ? `(${columnLetters(i + 1)})`
      : name,
  );
  const columns = new Map(names.map((name, i) => [name, i + 1]));
  const entries = records.map(row => toEntry(row, names, columns, report));
  return {
    entries,
    names: names.flatMap((name, i) =>
      name === undefined ? [] : {name, location: cellLocation(headings, i + 1, name)},
    ),
    coordinateOrder: 'lat-lon',
  };
}

function toEntry(
  row: GridRow,
  names: readonly (string | undefined)[],
  columns: ReadonlyMap<string | undefined, number>,
  report: ReportDiagnostic,
): InputRecord {
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
    else if (cell === UNCOMPUTED) report('error', location, 'uncomputedFormula');
    else if (typeof cell === 'string' && FORMULA_ERROR.test(cell.trim()))
      report('error', location, 'formulaError', cell.trim());
    else fields[name] = cell;
  });
  return {
    fields,
    location: {line: row.lineOf(1)},
    locationOf: name => cellLocation(row, columns.get(name) ?? 1, name),
  };
}
