import {
  envelopeFields,
  type PortalMetadata,
  validateMetadata,
  wrapInPortal,
} from './portal-metadata.js';
import type {CollectionName} from '../../model/records.js';
import type {ParsedInput} from './parsed-input.js';
import {createDiagnostic, type Diagnostic, type ReportDiagnostic} from '../messages/diagnostic.js';
import {ConversionError} from './conversion-error.js';
import {type GridRow, readGrid} from './formats/grid.js';
import {mapRecords} from './map-records.js';

export type {Diagnostic, Severity, SourceLocation} from '../messages/diagnostic.js';
export {formatDiagnostic, formatMessage} from '../messages/format-diagnostic.js';
export {loadToolMessages} from '../messages/messages.js';
export type {ToolMessages} from '../messages/tool-messages.js';
export type {PortalMetadata} from './portal-metadata.js';

/** Input formats. */
export const INPUT_FORMATS = [
  'csv',
  'xlsx',
  'ods',
  'geojson',
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
  readonly kind?: RecordKind;
  /** Mapping of fields to columns, as in the attribute of the widgets: `title: intitulé; geo: coordonnées`. */
  readonly fields?: string;
  /** Columns to ignore without a diagnostic; `*` for all that no field uses. */
  readonly ignore?: readonly string[];
  /** Sheet of a workbook; by default the first that is not empty. */
  readonly sheet?: string;
  /** Metadata of the portal, such as title, URL and licence. */
  readonly metadata?: PortalMetadata;
}

/** Portal in a single document (version 1), as read by the attribute `api`. */
export type PortalDocument = Readonly<Record<string, unknown>> & {readonly version: '1'};

export interface ConversionResult {
  /** Undefined if the conversion failed. */
  readonly document: PortalDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Number of records in the document. */
  readonly recordCount: number;
}

/** Detects the format of a file by its name and first bytes; undefined if neither is known. */
export function detectFormat(name: string, bytes: Uint8Array): InputFormat | undefined {
  const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return extension === 'ods' ? 'ods' : 'xlsx';
  if (['csv', 'tsv', 'txt', 'tab'].includes(extension)) return 'csv';
  return extension === 'geojson' || extension === 'json' ? 'geojson' : undefined;
}

/** Converts a file to a portal document, with diagnostics. Runs in browsers and in Node; makes no requests. */
export async function convert(
  bytes: Uint8Array,
  options: ConversionOptions,
): Promise<ConversionResult> {
  const {kind = 'resources', fields = '', ignore = [], metadata: input = {}} = options;
  const diagnostics: Diagnostic[] = [];
  const report: ReportDiagnostic = (severity, location, ...message) =>
    void diagnostics.push(createDiagnostic(severity, location, ...message));
  try {
    const entries = await parseInput(bytes, options, report);
    const metadata = validateMetadata(input, report);
    const isIgnored = (name: string): boolean => ignore.includes('*') || ignore.includes(name);
    const mapping = {kind, fields, isIgnored, lang: metadata.lang ?? 'fr', base: metadata.url};
    const records = await mapRecords(entries, mapping, report);
    if (records.length === 0) throw new ConversionError('empty');
    const document: PortalDocument = {
      version: '1',
      ...envelopeFields(metadata),
      ...wrapInPortal(kind, records, metadata),
    };
    return {document, diagnostics, recordCount: records.length};
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    report('fatal', {}, ...error.diagnostic);
    return {document: undefined, diagnostics, recordCount: 0};
  }
}

/** Parses the input. The parser of each format is loaded on first use. */
async function parseInput(
  bytes: Uint8Array,
  {format, kind = 'resources', sheet, metadata}: ConversionOptions,
  report: ReportDiagnostic,
): Promise<ParsedInput> {
  if (format === 'csv' || format === 'xlsx' || format === 'ods') {
    const rows: readonly GridRow[] =
      format === 'csv'
        ? (await import('./formats/csv.js')).readCsv(bytes, report)
        : await (await import('./formats/sheet.js')).readSheet(bytes, format, sheet, report);
    return readGrid(rows, report);
  }
  const {readGeojson, readOpendatasoft, readWordpress} = await import('./formats/json.js');
  if (format === 'geojson') return readGeojson(bytes, report);
  if (format === 'opendatasoft') return readOpendatasoft(bytes, report);
  return readWordpress(bytes, kind, report, metadata?.url);
}
