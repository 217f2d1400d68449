import type {CollectionName} from '../model/records.js';
import type {Entries, Entry} from './entries.js';
import {columnLetters, type Find, type Place, quotedValue} from './finding.js';
import {fieldOf} from './headings.js';

/** One row of cells. */
export interface GridRow {
  /** Its number in a spreadsheet, from 1. */
  readonly row: number;
  /** The line of each cell; of a sheet that is its row. */
  readonly lineOf: (column: number) => number;
  readonly cells: readonly unknown[];
  /** Whether it should have as many cells as the headings. */
  readonly isFixed?: boolean;
}

/** How many rows may stand above the headings. */
const ABOVE = 10;

const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');

const FORMULA_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** The place of a cell; `column` from 1. */
const placeOf = ({row, lineOf}: GridRow, column: number, name?: string): Place => ({
  line: lineOf(column),
  column,
  cell: `${columnLetters(column)}${row}`,
  name,
});

/**
 * Which row has the headings: the first in which two cells are names that we know, else the first that is filled.
 * Many a sheet starts with a title.
 */
function headingRow(rows: readonly GridRow[], kind: CollectionName): number {
  const known = ({cells}: GridRow): number =>
    cells.filter(cell => typeof cell === 'string' && fieldOf(kind, cell) !== undefined).length;
  const found = rows.slice(0, ABOVE + 1).findIndex(row => known(row) >= 2);
  return found < 0 ? 0 : found;
}

/** Rows of cells as entries under the names of their headings; rows that are empty are none. */
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

/** The name of each column, no two the same; undefined for one that has neither a heading nor a value. */
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
