import {readOds} from 'hucre/ods';
import {readXlsx} from 'hucre/xlsx';
import {ConversionError, type Find, quotedValue} from './finding.js';
import type {GridRow} from './grid.js';

/** What a day starts with in a text with a time. */
const MIDNIGHT = 'T00:00:00.000Z';

/** A date is a date, without a time zone: sheets know none. */
const cellOf = (cell: unknown): unknown => {
  if (!(cell instanceof Date)) return cell;
  if (Number.isNaN(cell.getTime())) return undefined;
  const iso = cell.toISOString();
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, -MIDNIGHT.length) : iso.slice(0, 19);
};

/**
 * The rows of one sheet of a workbook: the one that is named, else the first that is filled. The others are told.
 * @throws {ConversionError}
 */
export async function readSheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  wanted: string | undefined,
  find: Find,
): Promise<GridRow[]> {
  const read = format === 'xlsx' ? readXlsx : readOds;
  const {sheets} = await read(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConversionError({what: 'unreadableFile', reason});
  });
  const filled = sheets.filter(({rows}) => rows.some(row => row.some(cell => (cell ?? '') !== '')));
  const sheet =
    wanted === undefined ? filled[0] : sheets.find(({name}) => name.trim() === wanted.trim());
  if (!sheet && wanted !== undefined) {
    const names = sheets.map(({name}) => `"${name}"`).join(', ');
    throw new ConversionError({what: 'noSheet', got: quotedValue(wanted), sheets: names});
  }
  if (!sheet) throw new ConversionError({what: 'empty'});
  if (wanted === undefined)
    for (const {name, rows} of filled)
      if (name !== sheet.name) find('dropped', {name}, {what: 'otherSheet', rows: rows.length});
  return sheet.rows.map((cells, i) => ({
    row: i + 1,
    lineOf: () => i + 1,
    cells: cells.map(cellOf),
  }));
}
