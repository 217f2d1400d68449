import type {Sheet as ReadSheet} from 'hucre';
import {readOds} from 'hucre/ods';
import {readXlsx} from 'hucre/xlsx';
import {type ReportDiagnostic, quotedValue} from '../../messages/diagnostic.js';
import {ConversionError} from '../parsed-input.js';
import {reasonMessage} from '../reasons.js';
import {type GridRow, UNCOMPUTED} from './grid.js';

/** Time part of a date without a time. */
const MIDNIGHT = 'T00:00:00.000Z';

/** Start of a time without a date in Excel: the day of the serial numbers below 1. */
const TIME_ONLY = '1899-12-31T';
/** Time without a date in LibreOffice. */
const DURATION = /^PT(\d\d)H(\d\d)M[\d.]+S$/;

/** Converts a date or a time to ISO 8601 without a time zone, since sheets have none. */
const toCellValue = (cell: unknown): unknown => {
  if (typeof cell === 'string') return cell.replace(DURATION, '$1:$2');
  if (!(cell instanceof Date)) return cell;
  if (Number.isNaN(cell.getTime())) return undefined;
  const iso = cell.toISOString();
  if (iso.startsWith(TIME_ONLY)) return iso.slice(TIME_ONLY.length).slice(0, 5);
  return iso.endsWith(MIDNIGHT) ? iso.slice(0, -MIDNIGHT.length) : iso.slice(0, 19);
};

/** Sheet of a workbook that is not empty. */
export interface Worksheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** True if the workbook does not show it. */
  readonly isHidden?: boolean;
  /** Rows and columns with content that the workbook does not show, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const hasContent = (cell: unknown): boolean => (cell ?? '') !== '';

/**
 * Returns the cells of a sheet as its readers see them: a cell that is merged over several rows has its value in each,
 * and a formula whose result was not saved is marked.
 */
function shownCells({rows, merges = [], cells}: ReadSheet): unknown[][] {
  // The reader fills each row to the last column of the sheet, which one stray cell may put far out.
  const shown: unknown[][] = rows.map(row => {
    let end = row.length;
    while (end > 0 && !hasContent(row[end - 1])) end--;
    return row.slice(0, end);
  });
  for (const {startRow, endRow, startCol} of merges)
    for (let row = startRow + 1; row <= endRow; row++) {
      const target = shown[row];
      if (target) target[startCol] = shown[startRow]?.[startCol];
    }
  for (const [key, {type, value}] of cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const target = shown[row];
    if (type === 'formula' && value === null && target) target[column] = UNCOMPUTED;
  }
  return shown;
}

/** Returns the rows and columns with content that are hidden, also by a filter. */
function hiddenParts({rows, rowDefs, columns = []}: ReadSheet) {
  const hiddenRows = [...(rowDefs ?? [])].flatMap(([i, {hidden}]) =>
    hidden && rows[i]?.some(hasContent) ? [i + 1] : [],
  );
  const hiddenColumns = columns.flatMap(({hidden}, i) =>
    hidden && rows.some(row => hasContent(row[i])) ? [i + 1] : [],
  );
  return {...(hiddenRows.length && {hiddenRows}), ...(hiddenColumns.length && {hiddenColumns})};
}

/** Number of equal rows, one below the other, that nobody has typed: one is repeated to the end of the sheet. */
const MAX_EQUAL_ROWS = 10_000;

/**
 * Returns the rows of a sheet that are not empty.
 *
 * @throws {ConversionError} if one row is repeated without end.
 */
function filledRows(sheet: ReadSheet): GridRow[] {
  const filled: GridRow[] = [];
  let [before, count]: [readonly unknown[], number] = [[], 0];
  shownCells(sheet).forEach((row, i) => {
    if (!row.some(hasContent)) return;
    const cells = row.map(toCellValue);
    const isEqual =
      cells.length === before.length && cells.every((cell, at) => cell === before[at]);
    count = isEqual ? count + 1 : 1;
    if (count > MAX_EQUAL_ROWS)
      throw new ConversionError('repeatedRow', sheet.name, i + 2 - count, MAX_EQUAL_ROWS);
    before = cells;
    filled.push({row: i + 1, lineOf: () => i + 1, cells});
  });
  return filled;
}

/** Error of the reader for a sheet whose first and last cells are too far apart. */
const TOO_MANY_CELLS = /\bspans .*?(\d+) cells\b/;

/**
 * Reads the sheets of a workbook that are not empty.
 *
 * @throws {ConversionError}
 */
export async function readSheets(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
): Promise<{readonly sheets: readonly Worksheet[]; readonly names: readonly string[]}> {
  checkUnpackedSize(bytes);
  const readWorkbook = format === 'xlsx' ? readXlsx : readOds;
  const {sheets} = await readWorkbook(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const [, cellCount] = TOO_MANY_CELLS.exec(reason) ?? [];
    if (cellCount !== undefined) throw new ConversionError('tooManyCells', Number(cellCount));
    throw new ConversionError(...reasonMessage(reason));
  });
  const filled = sheets.filter(({rows}) => rows.some(row => row.some(hasContent)));
  return {
    names: sheets.map(({name}) => name),
    sheets: filled.map(sheet => ({
      name: sheet.name.trim(),
      rows: filledRows(sheet),
      ...hiddenParts(sheet),
      ...((sheet.hidden || sheet.veryHidden) && {isHidden: true}),
    })),
  };
}

/**
 * Returns the rows of one sheet: the named one, or the first that is not empty. Reports the others.
 *
 * @throws {ConversionError}
 */
export function selectSheet(
  {sheets, names}: Awaited<ReturnType<typeof readSheets>>,
  sheetName: string | undefined,
  report: ReportDiagnostic,
): readonly GridRow[] {
  const [first, ...others] = sheets;
  if (sheetName !== undefined) {
    const named = sheets.find(({name}) => name === sheetName.trim());
    if (named) return named.rows;
    if (names.some(name => name.trim() === sheetName.trim())) throw new ConversionError('empty');
    const list = names.map(name => `"${name}"`).join(', ');
    throw new ConversionError('missingSheet', quotedValue(sheetName), list);
  }
  if (!first) throw new ConversionError('empty');
  for (const {name, rows} of others) report('error', {name}, 'unreadSheet', rows.length);
  return first.rows;
}

/** Largest unpacked size, in bytes: the longest text of V8 is twice as long. */
const MAX_BYTES = 256_000_000;
/** Size and ratio from which a part is no table: XML of tables shrinks to a tenth or a fiftieth. */
const SUSPECT_BYTES = 10_000_000;
const MAX_RATIO = 200;
/** Largest ratio of the compression itself (deflate): what a part of unknown size may unpack to. */
const DEFLATE_RATIO = 1032;

/** Records of the ZIP format (APPNOTE 6.3, 4.3.12 and 4.3.16): their signatures and lengths. */
const ENTRY = {signature: 0x02014b50, length: 46};
const SLASH = 0x2f;
const END = {signature: 0x06054b50, length: 22, maxComment: 0xffff};

/**
 * Checks the sizes that a ZIP archive states for its parts; its reader unpacks no more than they say, or any number of
 * bytes for a part that states none.
 *
 * @throws {ConversionError} for an archive made to fill the memory.
 */
function checkUnpackedSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = directoryStart(view); isAt(view, at, ENTRY);) {
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    total += isUnsized(view, at) ? (packed || view.byteLength) * DEFLATE_RATIO : unpacked;
    const isBomb = unpacked > SUSPECT_BYTES && unpacked > packed * MAX_RATIO;
    if (isBomb || total > MAX_BYTES)
      throw new ConversionError('hugeArchive', Math.ceil(total / 1e6));
    const variable = [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    at += ENTRY.length + variable;
  }
}

/**
 * Returns true for a part, other than a folder, that is not empty and has no size in the list of parts: it may be in the
 * part itself, where the reader looks for it.
 */
function isUnsized(view: DataView, at: number): boolean {
  const [flags, nameLength] = [view.getUint16(at + 8, true), view.getUint16(at + 28, true)];
  const lastByte = at + ENTRY.length + nameLength - 1;
  if (lastByte < view.byteLength && view.getUint8(lastByte) === SLASH) return false;
  return view.getUint32(at + 20, true) === 0
    ? (flags & 8) !== 0
    : view.getUint32(at + 24, true) === 0;
}

const isAt = (view: DataView, at: number, {signature, length}: typeof ENTRY): boolean =>
  at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;

/**
 * Returns the position of the list of parts; -1 if there is none, which the reader reports.
 *
 * @throws {ConversionError} if it is in the record for archives of more than 4 GB (4.3.14).
 */
function directoryStart(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at--) {
    if (!isAt(view, at, END)) continue;
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (view.getUint16(at + 10, true) === 0xffff || Math.max(size, start) === 0xffffffff)
      throw new ConversionError('hugeArchive', Math.ceil(0xffffffff / 1e6));
    return start;
  }
  return -1;
}
