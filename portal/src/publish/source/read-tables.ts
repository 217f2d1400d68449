import {readFile} from 'node:fs/promises';
import {basename, extname, join} from 'node:path';
import {parseRecord} from '../../../../src/data/validation.js';
import {ConversionError} from '../../../../src/tools/convert/parsed-input.js';
import {readCsv} from '../../../../src/tools/convert/formats/csv.js';
import type {GridRow} from '../../../../src/tools/convert/formats/grid.js';
import {readSheets, type Worksheet} from '../../../../src/tools/convert/formats/sheet.js';
import {normalizeName} from '../../../../src/data/sources/shared/columns/column-names.js';
import {kindOfSheet, STEPS} from '../../../../src/tools/convert/sheet-names.js';
import {mapWorkbook} from '../../../../src/tools/convert/workbook.js';
import {
  createDiagnostic,
  type Diagnostic,
  type ReportDiagnostic,
} from '../../../../src/tools/messages/diagnostic.js';
import {columnLetters} from '../../../../src/data/sources/shared/columns/heading-row.js';
import {CHILD_SHEETS} from './child-sheets.js';
import {
  FOLDER_ORIGIN,
  PAGE_COLLECTIONS,
  type PageCollection,
  type PortalRecords,
} from './records.js';

/** Sheet of a workbook, or a CSV file. */
export interface Table {
  readonly name: string;
  /** File that contains it. */
  readonly file: string;
  readonly rows: readonly GridRow[];
}

export interface TableOptions {
  readonly language: string;
  readonly keep: readonly string[];
  readonly ignore: readonly string[];
}

export const isTable = (name: string): boolean =>
  /\.(?:xlsx|ods|csv)$/i.test(name) && !/^(?:~\$|\.)/.test(name);

/** Reads the sheets of all tables of a folder; reports what a workbook hides. A hidden sheet is none. */
export async function readTables(
  folder: string,
  names: readonly string[],
  report: (file: string, diagnostic: Diagnostic) => void,
  reportHidden: (file: string, sheet: Worksheet) => void,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const file of names.filter(isTable).sort()) {
    const bytes = await readFile(join(folder, file));
    const say: ReportDiagnostic = (severity, location, ...message) =>
      report(file, createDiagnostic(severity, location, ...message));
    try {
      if (/\.csv$/i.test(file))
        tables.push({name: basename(file, extname(file)), file, rows: readCsv(bytes, say)});
      else {
        const format = bytes[0] === 0x50 && /\.ods$/i.test(file) ? 'ods' : 'xlsx';
        const {sheets} = await readSheets(bytes, format);
        for (const sheet of sheets) {
          const {name, rows, isHidden, hiddenRows, hiddenColumns} = sheet;
          if (isHidden || hiddenRows || hiddenColumns) reportHidden(file, sheet);
          if (!isHidden) tables.push({name, rows, file});
        }
      }
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      say('fatal', {}, ...error.diagnostic);
    }
  }
  return tables;
}

/** List of a record that is longer than widgets read. */
export interface LongList {
  readonly id: string;
  readonly field: string;
  readonly maxItems: number;
}

/** Converts tables to records. References between them are resolved across files. */
export function recordsOf(
  tables: readonly Table[],
  {language, keep, ignore}: TableOptions,
  report: (file: string, diagnostic: Diagnostic) => void,
  reportLongList: (list: LongList) => void,
): PortalRecords {
  const isIgnored = (name: string): boolean => ignore.includes(name);
  // A sheet name stands for one table: files of several sheets with one name keep it apart.
  const byName = new Map<string, Table>();
  const sheets = tables.map(table => {
    let name = sheetName(table.name);
    while (byName.has(name)) name += ' ';
    byName.set(name, table);
    return {name, rows: table.rows};
  });
  const say: ReportDiagnostic = (severity, location, ...message) => {
    const table = byName.get(location.sheet ?? '');
    const isCsv = table !== undefined && /\.csv$/i.test(table.file);
    const {sheet: _sheet, ...rest} = location;
    report(
      table?.file ?? tables[0]?.file ?? '',
      createDiagnostic(
        severity,
        isCsv ? rest : {...location, ...(table && {sheet: table.name})},
        ...message,
      ),
    );
  };
  const found = convert(
    sheets,
    {
      ...{fields: '', isIgnored, keep, lang: language, base: FOLDER_ORIGIN},
      childSheets: CHILD_SHEETS,
    },
    say,
  );
  return Object.fromEntries(
    PAGE_COLLECTIONS.map(collection => [
      collection,
      (found.get(collection) ?? []).flatMap(raw => {
        const {value, errors} = parseRecord(collection, raw, FOLDER_ORIGIN);
        // The other problems of the cells have been reported.
        for (const error of errors) {
          const [, field = '', max] = /^(\w+): expected at most (\d+) items/.exec(error) ?? [];
          if (max) reportLongList({id: String(raw['id']), field, maxItems: Number(max)});
        }
        return value ?? [];
      }),
    ]),
  ) as unknown as PortalRecords;
}

/** Names of the sheets of items: phases, documents and others. */
const CHILD_NAMES = new Set([STEPS, ...CHILD_SHEETS].flatMap(({names}) => names.split(' ')));

const isChildName = (name: string): boolean => CHILD_NAMES.has(normalizeName(name));

/**
 * Returns the name by which the kind of a sheet is known, for names with more words: `PROJETS 2024`, `Liste des acteurs`,
 * `Phases des projets`.
 */
function sheetName(name: string): string {
  if (isChildName(name) || kindOfSheet(name) !== undefined) return name;
  const words = name.split(/[^\p{L}]+/u);
  const [child, ...others] = words.filter(isChildName);
  if (child !== undefined) return others.length === 0 ? child : name;
  const known = words.filter(word => kindOfSheet(word) !== undefined);
  return new Set(known.map(kindOfSheet)).size === 1 ? (known[0] ?? name) : name;
}

function convert(
  sheets: Parameters<typeof mapWorkbook>[0],
  options: Parameters<typeof mapWorkbook>[1],
  report: ReportDiagnostic,
): ReturnType<typeof mapWorkbook> {
  // Why there is none has been reported.
  if (sheets.length === 0) return new Map();
  try {
    return mapWorkbook(sheets, options, report);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    report('fatal', {}, ...error.diagnostic);
    return new Map();
  }
}

/** Returns the first cell that contains a text, among the tables of a collection first. */
export function findCell(
  tables: readonly Table[],
  text: string,
  collection?: PageCollection,
): {readonly table: Table; readonly cell: string; readonly line: number} | undefined {
  const isOwn = ({name}: Table): boolean => kindOfSheet(name) === collection;
  for (const table of [...tables.filter(isOwn), ...tables.filter(one => !isOwn(one))])
    for (const {cells, row, lineOf} of table.rows) {
      const column = cells.findIndex(cell => typeof cell === 'string' && cell.includes(text));
      if (column >= 0)
        return {table, cell: `${columnLetters(column + 1)}${row}`, line: lineOf(column + 1)};
    }
  return undefined;
}
