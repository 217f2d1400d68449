import type {CollectionName} from '../model/records.js';
import type {Entries, Entry} from './entries.js';
import {columnLetters, type Find, type Place, quotedValue} from './finding.js';
import {fieldOf} from './headings.js';

/** Row of cells. */
export interface GridRow {
  /** Row number in a spreadsheet, from 1. */
  readonly row: number;
  /** Returns the line of a cell by its column, from 1; in a sheet the row number. */
  readonly lineOf: (column: number) => number;
  readonly cells: readonly unknown[];
  /** True if a row with fewer cells than headings is an error. */
  readonly isFixed?: boolean;
}

/** Maximum number of rows above the headings. */
const ABOVE = 10;

const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');

const FORMULA_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** Returns the location of a cell; `column` counts from 1. */
const placeOf = ({row, lineOf}: GridRow, column: number, name?: string): Place => ({
  line: lineOf(column),
  column,
  cell: `${columnLetters(column)}${row}`,
  name,
});

/**
 * Returns the index of the heading row: the first with two known names, or the first row. Many sheets start with a
 * title.
 */
function headingRow(rows: readonly GridRow[], kind: CollectionName): number {
  const known = ({cells}: GridRow): number =>
    cells.filter(cell => typeof cell === 'string' && fieldOf(kind, cell) !== undefined).length;
  const found = rows.slice(0, ABOVE + 1).findIndex(row => known(row) >= 2);
  return found < 0 ? 0 : found;
}

/** Converts rows of cells to entries with the names of the headings. Empty rows are ignored. */
export function readGrid(all: readonly GridRow[], kind: CollectionName, find: Find): Entries {
  const rows = all.filter(({cells}) => cells.some(isFilled));
  const at = headingRow(rows, kind);
  const headings = rows[at];
  if (!headings) return {entries: [], names: [], order: 'lat-lon'};
  const [first] = rows;
  if (at > 0 && first) {
    const got = quotedValue(first.cells.find(isFilled));
    find('doubt', {line: first.lineOf(1)}, {what: 'aboveHeadings', lines: at, got});
  }
  const names = namesOf(headings, rows.slice(at + 1));
  const entries = rows.slice(at + 1).map(row => entryOf(row, names, find));
  return {
    entries,
    names: names.flatMap((name, i) =>
      name === undefined ? [] : {name, place: placeOf(headings, i + 1, name)},
    ),
    order: 'lat-lon',
  };
}

/** Returns unique names of the columns; undefined for a column without heading and values. */
function namesOf(headings: GridRow, rows: readonly GridRow[]): (string | undefined)[] {
  const taken = new Set<string>();
  return headings.cells.map((cell, i) => {
    const said = isFilled(cell) ? String(cell).trim().replace(/\s+/g, ' ') : '';
    if (said === '' && !rows.some(({cells}) => isFilled(cells[i]))) return undefined;
    const letters = columnLetters(i + 1);
    const name = said === '' || taken.has(said) ? `${said} (${letters})`.trim() : said;
    taken.add(name);
    return name;
  });
}

function entryOf(row: GridRow, names: readonly (string | undefined)[], find: Find): Entry {
  const {cells, isFixed} = row;
  const headings = names.length;
  if (isFixed && cells.length < headings)
    find('doubt', {line: row.lineOf(1)}, {what: 'shortRow', cells: cells.length, headings});
  const fields = Object.create(null) as Record<string, unknown>;
  cells.forEach((cell, i) => {
    if (!isFilled(cell)) return;
    const name = names[i];
    const place = placeOf(row, i + 1, name);
    if (name === undefined)
      find('dropped', place, {what: 'beyondHeadings', got: quotedValue(cell)});
    else if (typeof cell === 'string' && FORMULA_ERROR.test(cell.trim()))
      find('dropped', place, {what: 'formulaError', got: cell.trim()});
    else fields[name] = cell;
  });
  const columns = new Map(names.map((name, i) => [name, i + 1]));
  return {
    fields,
    place: {line: row.lineOf(1)},
    placeOf: name => placeOf(row, columns.get(name) ?? 1, name),
  };
}
