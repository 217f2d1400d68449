import {readdir, readFile, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {decodeText} from '../../../../src/data/client/decode-text.js';
import {columnLetters} from '../../../../src/data/sources/shared/columns/heading-row.js';
import type {Worksheet} from '../../../../src/tools/convert/formats/sheet.js';
import {type Diagnostic, formatMessage} from '../../../../src/tools/messages/diagnostic.js';
import {loadToolMessages} from '../../../../src/tools/messages/load-tool-messages.js';
import {type Language, messagesOf, type PublishMessages} from '../messages/messages.js';
import {isInside} from '../../http/static-files.js';
import {PublishError} from '../command-line.js';
import {CONFIG_FILE, type PortalConfig, parseConfig} from './config.js';
import {withFileAddresses} from './file-cells.js';
import {FILE_FOLDER, FileFinder} from './file-finder.js';
import {findCell, isTable, readTables, recordsOf, type Table} from './read-tables.js';
import {PAGE_COLLECTIONS, type PageCollection, type PortalRecords} from './records.js';
import {type LongText, namesBelow, readTexts, TEXT_FOLDER} from './texts.js';

/** Everything that a folder contains. */
export interface Source {
  readonly folder: string;
  readonly config: PortalConfig;
  readonly records: PortalRecords;
  readonly texts: readonly LongText[];
  /** Files of the folder that records may name, by path: `fichiers/plan.pdf`. */
  readonly files: ReadonlyMap<string, {readonly size: number}>;
  /** Reports a problem of a value, at the cell that contains it. */
  readonly reportValue: (value: string, message: string, collection?: PageCollection) => void;
  readonly report: (line: string) => void;
}

/** Names in the folder that are nobody's mistake. */
const SILENT = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$|\.(?:md|txt|yaml|yml)$/i;

/**
 * Reads the folder of a portal. Problems are reported by file, sheet and cell.
 *
 * @throws {PublishError} if the folder has no table, or none has records.
 */
export async function readSource(
  folder: string,
  report: (line: string) => void,
  {base}: {readonly base?: string | undefined} = {},
): Promise<Source> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error: unknown) => {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTDIR'].includes(code)) throw error;
    throw new PublishError(messagesOf('fr').noFolder(folder));
  });
  const [names, outside]: [string[], string[]] = [[], []];
  for (const entry of entries) {
    const {name} = entry;
    if (entry.isSymbolicLink() && !(await leadsInside(folder, name))) outside.push(name);
    else if ((await stat(join(folder, name))).isFile()) names.push(name);
  }
  names.sort();
  const given = await readConfig(folder, names, report);
  const config = base === undefined ? given : {...given, base};
  const [language] = config.languages;
  const messages = messagesOf(language);
  for (const name of outside) if (!/^(?:\.|~\$)/.test(name)) report(messages.linkToOutside(name));
  if (!names.some(isTable)) throw new PublishError(messages.noTable(folder));
  for (const name of names)
    if (!isTable(name) && !SILENT.test(name)) report(messages.leftOutFile(name));
  const say = await diagnosticReporter(language, messages, report);
  const files = await listFiles(folder);
  const tables = await readTables(folder, names, say, (file, sheet) => {
    if (!config.ignore.includes(sheet.name))
      for (const text of hiddenTexts(sheet, messages))
        report(`${file}, ${messages.sheet(sheet.name)} : ${text}`);
  });
  const addressed = withFileAddresses(tables, new FileFinder(files.keys()));
  const {keep, ignore} = config;
  const records = recordsOf(addressed, {language, keep, ignore}, say, ({id, field, maxItems}) =>
    report(messages.longList(id, field, maxItems)),
  );
  if (PAGE_COLLECTIONS.every(name => records[name].length === 0))
    throw new PublishError(messages.noRecords);
  return {
    folder,
    config,
    records,
    texts: await readTexts(folder),
    files,
    report,
    reportValue: (value, message, collection) =>
      report(`${locate(tables, value, messages, collection)}${message}`),
  };
}

/** Returns true if a link leads to a file or folder that is in the folder too. */
const leadsInside = (folder: string, name: string): Promise<boolean> =>
  isInside(folder, join(folder, name)).catch(() => false);

/** Returns the sentences about what a workbook hides: a person may expect that it is not published. */
function hiddenTexts(
  {rows, isHidden, hiddenRows, hiddenColumns}: Worksheet,
  messages: PublishMessages,
): readonly string[] {
  if (isHidden) return [messages.hiddenSheet(rows.length)];
  return [
    ...(hiddenRows ? [messages.hiddenRows(rangesOf(hiddenRows, String))] : []),
    ...(hiddenColumns ? [messages.hiddenColumns(rangesOf(hiddenColumns, columnLetters))] : []),
  ];
}

/** Returns numbers in ascending order as ranges: `2, 5–7`. */
function rangesOf(numbers: readonly number[], format: (n: number) => string): string {
  const ranges: [number, number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges
    .map(([from, to]) => (from === to ? format(from) : `${format(from)}–${format(to)}`))
    .join(', ');
}

async function readConfig(
  folder: string,
  names: readonly string[],
  report: (line: string) => void,
): Promise<PortalConfig> {
  const name = names.find(one => /^(?:portail|portaal|portal)\.ya?ml$/i.test(one));
  const text = name === undefined ? '' : decodeText(await readFile(join(folder, name)));
  return parseConfig(text, basename(folder), name ?? CONFIG_FILE, report);
}

/** Returns a function that reports diagnostics of tables in the words of a spreadsheet. */
async function diagnosticReporter(
  language: Language,
  messages: PublishMessages,
  report: (line: string) => void,
): Promise<(file: string, diagnostic: Diagnostic) => void> {
  const toolMessages = await loadToolMessages(language);
  return (file, diagnostic) => {
    const {sheet, cell, line, name} = diagnostic.location;
    const place = [
      file,
      sheet === undefined ? undefined : messages.sheet(sheet),
      cell !== undefined
        ? messages.cell(cell)
        : line === undefined
          ? undefined
          : messages.line(line),
    ].filter(part => part !== undefined && part !== '');
    const heading = name === undefined || name === sheet ? '' : ` (${name})`;
    const {code, args} = diagnostic;
    const own = messages.tableMessages[code as keyof typeof messages.tableMessages] as
      ((...values: readonly unknown[]) => string) | undefined;
    report(
      `${place.join(', ')}${heading} : ${own?.(...args) ?? formatMessage(diagnostic, toolMessages)}`,
    );
  };
}

function locate(
  tables: readonly Table[],
  value: string,
  messages: PublishMessages,
  collection?: PageCollection,
): string {
  const found = findCell(tables, value, collection);
  if (!found) return '';
  const {file, name} = found.table;
  const isCsv = /\.csv$/i.test(file);
  const place = isCsv
    ? [file, messages.line(found.line)]
    : [file, messages.sheet(name.trim()), messages.cell(found.cell)];
  return `${place.join(', ')} : `;
}

/** Returns the files in `fichiers/`, by path. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, {readonly size: number}>> {
  const files = new Map<string, {readonly size: number}>();
  for (const name of await namesBelow(join(folder, FILE_FOLDER))) {
    if (/(?:^|\/)(?:\.|thumbs\.db$|desktop\.ini$)/i.test(name)) continue;
    const path = join(folder, FILE_FOLDER, name);
    const stats = await stat(path).catch(() => undefined);
    // A link to a file elsewhere on this machine is not published, and one to nothing is none.
    if (stats?.isFile() && (await isInside(folder, path)))
      files.set(`${FILE_FOLDER}/${name}`, {size: stats.size});
  }
  return files;
}

/** Names of folders that `publish` reads; others may hold anything. */
export const READ_FOLDERS = [FILE_FOLDER, TEXT_FOLDER];
