import {readOds} from 'hucre/ods';
import {readXlsx} from 'hucre/xlsx';
import {type ReportDiagnostic, quotedValue} from '../../messages/diagnostic.js';
import {ConversionError} from '../conversion-error.js';
import type {GridRow} from './grid.js';

/** Time part of a date without a time. */
const MIDNIGHT = 'T00:00:00.000Z';

/** Converts a `Date` to ISO 8601 without a time zone, since sheets have none. */
const toCellValue = (cell: unknown): unknown => {
  if (!(cell instanceof Date)) return cell;
  if (Number.isNaN(cell.getTime())) return undefined;
  const iso = cell.toISOString();
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, -MIDNIGHT.length) : iso.slice(0, 19);
};

/**
 * Reads one sheet of a workbook: the named one, or the first that is not empty. Reports the others.
 *
 * @throws {ConversionError}
 */
export async function readSheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  sheetName: string | undefined,
  report: ReportDiagnostic,
): Promise<GridRow[]> {
  const readWorkbook = format === 'xlsx' ? readXlsx : readOds;
  const {sheets} = await readWorkbook(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConversionError('unreadableFile', reason);
  });
  const nonEmpty = sheets.filter(({rows}) =>
    rows.some(row => row.some(cell => (cell ?? '') !== '')),
  );
  const sheet =
    sheetName === undefined
      ? nonEmpty[0]
      : sheets.find(({name}) => name.trim() === sheetName.trim());
  if (!sheet && sheetName !== undefined) {
    const names = sheets.map(({name}) => `"${name}"`).join(', ');
    throw new ConversionError('missingSheet', quotedValue(sheetName), names);
  }
  if (!sheet) throw new ConversionError('empty');
  if (sheetName === undefined)
    for (const {name, rows} of nonEmpty)
      if (name !== sheet.name) report('error', {name}, 'unreadSheet', rows.length);
  return sheet.rows.map((cells, i) => ({
    row: i + 1,
    lineOf: () => i + 1,
    cells: cells.map(toCellValue),
  }));
}
