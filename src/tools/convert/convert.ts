import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {
  envelopeFields,
  type PortalMetadata,
  validateMetadata,
  wrapInPortal,
} from './portal-metadata.js';
import type {CollectionName} from '../../model/records.js';
import {mayBeReadAs, recognizeFormat} from '../../data/sources/shared/files/recognize-format.js';
import {type ParsedInput, ConversionError, otherFormatMessage} from './parsed-input.js';
import {createDiagnostic, type Diagnostic, type ReportDiagnostic} from '../messages/diagnostic.js';
import {readGrid} from './formats/grid.js';
import {mapRecords} from './map-records.js';

// The package publishes this module as `spass-widgets/convert.js`. In this repository, the names below are imported from
// their own modules.
export type {Diagnostic, Severity, SourceLocation} from '../messages/diagnostic.js';
export {formatDiagnostic, formatMessage} from '../messages/diagnostic.js';
export {loadToolMessages} from '../messages/load-tool-messages.js';
export type {ToolMessages} from '../messages/tool-messages.js';
export type {PortalMetadata} from './portal-metadata.js';

export const INPUT_FORMATS = [
  'csv',
  'xlsx',
  'ods',
  'geojson',
  'json',
  'rss',
  'ics',
  'opendatasoft',
  'wordpress',
] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** Collections that a file may hold, one record per row. */
export const RECORD_KINDS = [
  'resources',
  'projects',
  'events',
  'organisations',
  'portals',
  'programmes',
] as const satisfies readonly CollectionName[];
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface ConversionOptions {
  readonly format: InputFormat;
  /** Collection of the rows. Default: by the names of the sheets of a workbook, else resources. */
  readonly kind?: RecordKind;
  /** Mapping of fields to columns, as in the attribute of the widgets: `title: intitulé; geo: coordonnées`. */
  readonly fields?: string;
  /** Columns to ignore without a diagnostic; `*` for all that no field uses. */
  readonly ignore?: readonly string[];
  /** Columns kept as own fields of the records (`extra`); `*` for all that no field uses. */
  readonly keep?: readonly string[];
  /**
   * Sheet of a workbook; by default all whose names say what their rows are, else the first that is not empty. In JSON
   * the list of records, as a JSON Pointer: `#/ecoles`.
   */
  readonly sheet?: string;
  /** Metadata of the portal, such as title, URL and licence. */
  readonly metadata?: PortalMetadata;
}

/** Portal in a single document (version 1), as read by the attribute `api`. */
export type PortalDocument = Readonly<Record<string, unknown>> & {readonly version: '1'};

export interface ConversionResult {
  readonly document: PortalDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly recordCount: number;
}

/** Returns true for bytes that are no text: with zeros, and without the byte order mark of UTF-16. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 4_096).includes(0) &&
  !['fffe', 'feff'].includes(`${bytes[0]?.toString(16)}${bytes[1]?.toString(16)}`);

/** Returns a text in UTF-16 with its byte order mark, which databases leave out: every other byte of its start is zero. */
function withByteOrderMark(bytes: Uint8Array, format: InputFormat): Uint8Array {
  if (format === 'xlsx' || format === 'ods' || !isBinary(bytes)) return bytes;
  const start = bytes.subarray(0, 200);
  const zeros = [0, 1].map(
    parity => start.filter((byte, i) => byte === 0 && i % 2 === parity).length,
  );
  const [high = 0, low = 0] = zeros.map(count => count / start.length);
  if (Math.max(high, low) < 0.3 || Math.min(high, low) > 0.1) return bytes;
  const marked = new Uint8Array(bytes.length + 2);
  marked.set(low > high ? [0xff, 0xfe] : [0xfe, 0xff]);
  marked.set(bytes, 2);
  return marked;
}

/** Formats of text files by the ends of their names. */
const TEXT_FORMATS: ReadonlyMap<string, InputFormat> = new Map([
  ...['csv', 'tsv', 'txt', 'tab'].map(end => [end, 'csv'] as const),
  ...['rss', 'atom', 'xml'].map(end => [end, 'rss'] as const),
  ...(['geojson', 'ics', 'json'] as const).map(end => [end, end] as const),
]);

/** Detects the format of a file by its name and first bytes; undefined if neither is known. */
export function detectFormat(name: string, bytes: Uint8Array): InputFormat | undefined {
  const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return extension === 'ods' ? 'ods' : 'xlsx';
  if (isBinary(bytes)) return undefined;
  const format = TEXT_FORMATS.get(extension);
  return format === 'json' && recognizeFormat(bytes)?.kind === 'geojson' ? 'geojson' : format;
}

/**
 * Converts a file to a portal document, with diagnostics. Runs in browsers and in Node; makes no requests.
 *
 * The sheets of a workbook become the collections of one document if their names say what their rows are
 * (`Projets`, `Agenda`, `Récits`, `Étapes`…), unless `sheet` or `kind` select one.
 */
export async function convert(
  bytes: Uint8Array,
  options: ConversionOptions,
): Promise<ConversionResult> {
  const diagnostics: Diagnostic[] = [];
  const report: ReportDiagnostic = (severity, location, ...message) =>
    void diagnostics.push(createDiagnostic(severity, location, ...message));
  try {
    checkFormat(bytes, options.format);
    const metadata = validateMetadata(options.metadata ?? {}, report);
    const marked = withByteOrderMark(bytes, options.format);
    const collections = await convertRecords(marked, options, metadata, report);
    const recordCount = [...collections.values()].flat().length;
    if (recordCount === 0) throw new ConversionError('empty');
    const document: PortalDocument = {
      version: '1',
      ...envelopeFields(metadata),
      ...wrapInPortal(collections, metadata),
    };
    return {document, diagnostics, recordCount};
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    report('fatal', {}, ...error.diagnostic);
    return {document: undefined, diagnostics, recordCount: 0};
  }
}

/**
 * Checks that the content may be in the stated format.
 *
 * @throws {ConversionError} if it is in another one. It says which, and how to convert it if no widget reads it.
 */
function checkFormat(bytes: Uint8Array, format: InputFormat): void {
  const found = recognizeFormat(bytes);
  // Any archive may be a workbook.
  if (found && found.name !== 'ZIP' && !mayBeReadAs(format, found))
    throw new ConversionError(...otherFormatMessage(found));
}

/** Converts a workbook to a portal document: one collection for each sheet whose name says what its rows are. */
export const convertWorkbook = (
  bytes: Uint8Array,
  options: Omit<ConversionOptions, 'kind' | 'sheet' | 'format'> & {
    readonly format?: 'xlsx' | 'ods';
  } = {},
): Promise<ConversionResult> => convert(bytes, {format: 'xlsx', ...options});

/** Returns the names of the sheets of a workbook that are not empty; none for another or an unreadable file. */
export async function sheetNames(
  bytes: Uint8Array,
  format: InputFormat,
): Promise<readonly string[]> {
  if (format !== 'xlsx' && format !== 'ods') return [];
  const {readSheets} = await import('./formats/sheet.js');
  try {
    return (await readSheets(bytes, format)).sheets.map(({name}) => name);
  } catch {
    return [];
  }
}

/** Returns the records of the input, by collection. */
async function convertRecords(
  bytes: Uint8Array,
  options: ConversionOptions,
  {lang = 'fr', url: base}: PortalMetadata,
  report: ReportDiagnostic,
): Promise<ReadonlyMap<CollectionName, readonly JsonObject[]>> {
  const {format, kind, sheet, fields = '', ignore = [], keep = []} = options;
  const isIgnored = (name: string): boolean => ignore.includes('*') || ignore.includes(name);
  const mapping = {fields, isIgnored, keep, lang, base};
  const collection = kind ?? (format === 'ics' ? 'events' : 'resources');
  let input: ParsedInput;
  if (format === 'xlsx' || format === 'ods') {
    const {readSheets, selectSheet} = await import('./formats/sheet.js');
    const workbook = await readSheets(bytes, format);
    if (sheet === undefined && kind === undefined) {
      const {kindOfSheet} = await import('./sheet-names.js');
      if (workbook.sheets.some(({name}) => kindOfSheet(name) !== undefined))
        return (await import('./workbook.js')).mapWorkbook(workbook.sheets, mapping, report);
    }
    input = readGrid(selectSheet(workbook, sheet, report), report);
  } else input = await parseInput(bytes, {...options, kind: collection}, report);
  const mapped = mapRecords(input, {...mapping, kind: collection}, report);
  return new Map([[collection, mapped.map(({record}) => record)]]);
}

/** Parses the input. The parser of each format is loaded on first use. */
async function parseInput(
  bytes: Uint8Array,
  {format, kind = 'resources', metadata, sheet}: ConversionOptions,
  report: ReportDiagnostic,
): Promise<ParsedInput> {
  if (format === 'csv')
    return readGrid((await import('./formats/csv.js')).readCsv(bytes, report), report);
  if (format === 'json' || format === 'rss' || format === 'ics') {
    const {readIcs, readJson, readRss} = await import('./formats/feeds.js');
    const read = {json: readJson, rss: readRss, ics: readIcs}[format];
    return read(bytes, kind, report, sheet);
  }
  const {readGeojson, readOpendatasoft, readWordpress} = await import('./formats/json.js');
  if (format === 'geojson') return readGeojson(bytes, report);
  if (format === 'opendatasoft') return readOpendatasoft(bytes, report);
  return readWordpress(bytes, kind, report, metadata?.url);
}
