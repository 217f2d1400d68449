import {contactOf, type Facts, factsIn, withPortal} from './facts.js';
import type {CollectionName} from '../model/records.js';
import type {Entries} from './entries.js';
import {ConversionError, type Find, type Finding} from './finding.js';
import {type GridRow, readGrid} from './grid.js';
import {recordsOf} from './records.js';

export type {Facts} from './facts.js';
export type {Finding, Place, Problem} from './finding.js';
export {sayFinding, sayProblem} from './say.js';

/** Input formats. */
export const FORMATS = ['csv', 'xlsx', 'ods', 'geojson', 'opendatasoft', 'wordpress'] as const;
export type Format = (typeof FORMATS)[number];

/** Collections that a file may hold, one record per row. */
export const KINDS = [
  'resources',
  'projects',
  'events',
  'organisations',
  'portals',
  'programmes',
] as const satisfies readonly CollectionName[];
export type Kind = (typeof KINDS)[number];

export interface ConversionOptions {
  readonly format: Format;
  readonly kind?: Kind;
  /** Mapping of fields to columns, as in the attribute of the widgets: `title: intitulé; geo: coordonnées`. */
  readonly fields?: string;
  /** Columns to ignore without a diagnostic; `*` for all that no field uses. */
  readonly ignore?: readonly string[];
  /** Sheet of a workbook; by default the first that is not empty. */
  readonly sheet?: string;
  /** Metadata of the portal, such as title, URL and licence. */
  readonly facts?: Facts;
}

/** Portal in a single document (version 1), as read by the attribute `api`. */
export type PortalDocument = Readonly<Record<string, unknown>> & {readonly version: '1'};

export interface Converted {
  /** Undefined if the conversion failed. */
  readonly document: PortalDocument | undefined;
  readonly findings: readonly Finding[];
  /** Number of records in the document. */
  readonly kept: number;
}

/** Detects the format of a file by its name and first bytes; undefined if neither is known. */
export function formatOf(name: string, bytes: Uint8Array): Format | undefined {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return ending === 'ods' ? 'ods' : 'xlsx';
  if (['csv', 'tsv', 'txt', 'tab'].includes(ending)) return 'csv';
  return ending === 'geojson' || ending === 'json' ? 'geojson' : undefined;
}

/** Converts a file to a portal document, with diagnostics. Runs in browsers and in Node; makes no requests. */
export async function convert(bytes: Uint8Array, options: ConversionOptions): Promise<Converted> {
  const {kind = 'resources', fields = '', ignore = [], facts = {}} = options;
  const findings: Finding[] = [];
  const find: Find = (level, place, problem) => void findings.push({level, place, problem});
  try {
    const entries = await entriesIn(bytes, options, find);
    const known = factsIn(facts, find);
    const ignored = (name: string): boolean => ignore.includes('*') || ignore.includes(name);
    const made = {kind, fields, ignored, lang: known.lang ?? 'fr', base: known.url};
    const records = recordsOf(entries, made, find);
    if (records.length === 0) throw new ConversionError({what: 'empty'});
    const document: PortalDocument = {
      version: '1',
      ...contactOf(known),
      ...withPortal(kind, records, known),
    };
    return {document, findings, kept: records.length};
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    findings.push({level: 'failed', place: {}, problem: error.problem});
    return {document: undefined, findings, kept: 0};
  }
}

/** Parses the input. The parser of each format is loaded on first use. */
async function entriesIn(
  bytes: Uint8Array,
  {format, kind = 'resources', sheet, facts}: ConversionOptions,
  find: Find,
): Promise<Entries> {
  if (format === 'csv' || format === 'xlsx' || format === 'ods') {
    const rows: readonly GridRow[] =
      format === 'csv'
        ? (await import('./csv.js')).readCsv(bytes, find)
        : await (await import('./sheet.js')).readSheet(bytes, format, sheet, find);
    return readGrid(rows, kind, find);
  }
  const {readGeojson, readOpendatasoft, readWordpress} = await import('./json.js');
  if (format === 'geojson') return readGeojson(bytes, find);
  if (format === 'opendatasoft') return readOpendatasoft(bytes, find);
  return readWordpress(bytes, kind, find, facts?.url);
}
