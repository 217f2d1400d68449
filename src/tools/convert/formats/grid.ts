import {isKnownName} from '../../../data/sources/shared/columns/column-fields.js';
import {
  cellText,
  columnLetters,
  findHeadings,
  type Headings,
} from '../../../data/sources/shared/columns/heading-row.js';
import {isTotal} from '../../../data/sources/shared/columns/total-row.js';
import {dateIn} from '../../../data/sources/shared/readers/written-date.js';
import type {ParsedInput, InputRecord} from '../parsed-input.js';
import {
  type ReportDiagnostic,
  type SourceLocation,
  quotedValue,
} from '../../messages/diagnostic.js';
import {pointOnShape} from './wkt.js';

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

/** True for a month, alone in a row above its events: `JUIN`, `Juin 2027`. */
const isMonth = (text: string): boolean =>
  /^\p{L}+(?: \d{4})?$/u.test(text) && dateIn(`1 ${text.replace(/\D$/, '$& 2000')}`) !== undefined;

/** Error of a formula in Excel, or in LibreOffice. */
const FORMULA_ERROR =
  /^(?:#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3})$/;
/** Cell of a formula whose result is not in the file: programs that write workbooks compute none. */
export const UNCOMPUTED = '#UNCOMPUTED!';

/** Text that is hardly a heading: a number, also of a telephone or of coordinates, an e-mail address or a link. */
const CELL_VALUE =
  /^[\d\s.,;+[\]()-]*\d[\d\s.,;+[\]()-]*$|^\S+@\S+\.\S+$|^(?:https?:\/\/|www\.)\S+$/;

/** Number of columns from which a row with one filled cell is hardly a record. */
const MIN_WIDTH = 5;

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
  const isDelimiter = /^sep=/i.test(cellText(first?.cells[0]));
  if (headingIndex > Number(isDelimiter) && first) {
    const title = quotedValue(first.cells.find(isFilled));
    report('warning', {line: first.lineOf(1)}, 'aboveHeadings', headingIndex, title);
  }
  const value = headings.cells.map(cellText).find(text => CELL_VALUE.test(text));
  if (found.knownCount === 0 && value !== undefined)
    report('warning', {line: headings.lineOf(1)}, 'noHeadings', quotedValue(value));
  const records = recordRows(rows.slice(headingIndex), found, report);
  const names = found.names.map((name, i) =>
    // A column with neither heading nor values is none.
    name === undefined && records.some(({cells}) => isFilled(cells[i]))
      ? `(${columnLetters(i + 1)})`
      : name,
  );
  const columns = new Map(names.map((name, i) => [name, i + 1]));
  let shapes = 0;
  const entries = records.map(row => {
    const cells = row.cells.map(cell => pointOnShape(cell) ?? cell);
    if (cells.some((cell, i) => cell !== row.cells[i])) shapes++;
    return toEntry({...row, cells}, names, columns, report);
  });
  if (shapes > 0) report('warning', {}, 'reducedShapes', shapes);
  return {
    entries,
    names: names.flatMap((name, i) =>
      name === undefined ? [] : {name, location: cellLocation(headings, i + 1, name)},
    ),
    coordinateOrder: 'lat-lon',
  };
}

/** True for a row that repeats the headings, as at the top of each page or group. */
function repeatsHeadings(cells: readonly unknown[], {names}: Headings): boolean {
  const texts = cells.map(cellText);
  const headings = texts.filter((text, i) => text !== '' && text === names[i]);
  return headings.length >= 2 && headings.length === texts.filter(text => text !== '').length;
}

/** True for a row in which at least two cells, and more than half of them, are names of fields. */
function isHeadingRow(cells: readonly unknown[]): boolean {
  const texts = cells.map(cellText).filter(text => text !== '');
  const known = texts.filter(isKnownName).length;
  return known >= 2 && known * 2 > texts.length;
}

/** Returns the rows below the headings that are records. Reports totals, notes, and a second table below the first. */
function recordRows(
  [headings, ...below]: readonly GridRow[],
  found: Headings,
  report: ReportDiagnostic,
): readonly GridRow[] {
  const rows = below.filter(({cells}) => !repeatsHeadings(cells, found));
  const isLone = ({cells}: GridRow): boolean => cells.filter(isFilled).length === 1;
  let tableEnd = rows.findIndex(({row, cells}, i) => {
    const before = rows[i - 1] ?? headings;
    return before && (row > before.row + 1 || isLone(before)) && isHeadingRow(cells);
  });
  const second = rows[tableEnd];
  // The titles of the second table.
  while (rows[tableEnd - 1] && isLone(rows[tableEnd - 1] as GridRow)) tableEnd--;
  if (second)
    report(
      'error',
      {line: second.lineOf(1)},
      'secondTable',
      quotedValue(second.cells.find(isFilled)),
    );
  const records = (second ? rows.slice(0, tableEnd) : rows).filter(row => {
    const {cells, lineOf} = row;
    const isOfMonth =
      found.names.length > 2 && isLone(row) && isMonth(cellText(cells.find(isFilled)));
    const isRecord = !isTotal(cells) && !isOfMonth;
    if (!isRecord)
      report('warning', {line: lineOf(1)}, 'totalRow', quotedValue(cells.find(isFilled)));
    return isRecord;
  });
  const lone = records.filter(isLone);
  // In a narrow table a record may have a name and nothing else, and in a list of names most have.
  if (found.names.length >= MIN_WIDTH && lone.length * 2 < records.length)
    for (const {cells, lineOf} of lone)
      report('warning', {line: lineOf(1)}, 'loneCell', quotedValue(cells.find(isFilled)));
  return records;
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
