import {contactOf, type Facts, factsIn, withPortal} from './facts.js';
import type {CollectionName} from '../model/records.js';
import type {Entries} from './entries.js';
import {ConversionError, type Find, type Finding} from './finding.js';
import {type GridRow, readGrid} from './grid.js';
import {recordsOf} from './records.js';

export type {Facts} from './facts.js';
export type {Finding, Place, Problem} from './finding.js';
export {sayFinding, sayProblem} from './say.js';

/** What can be made a portal of. */
export const FORMATS = ['csv', 'xlsx', 'ods', 'geojson', 'opendatasoft', 'wordpress'] as const;
export type Format = (typeof FORMATS)[number];

/** The records that a file may hold: a line of one is a line of the file. */
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
  /** Which column is what, as the attribute of the widgets: `title: intitulé; geo: coordonnées`. */
  readonly fields?: string;
  /** Columns to leave out knowingly; `*`: all that no field is made of. */
  readonly ignore?: readonly string[];
  /** Which sheet of a workbook; the first that is filled. */
  readonly sheet?: string;
  /** What the portal is: its title, its address, its licence. */
  readonly facts?: Facts;
}

/** A portal of one document (version 1), as the attribute `api` reads it. */
export type PortalDocument = Readonly<Record<string, unknown>> & {readonly version: '1'};

export interface Converted {
  /** Undefined where nothing could be made of it. */
  readonly document: PortalDocument | undefined;
  readonly findings: readonly Finding[];
  /** How many records there are in it. */
  readonly kept: number;
}

/** The format of a file by its name and its first bytes; undefined where neither tells. */
export function formatOf(name: string, bytes: Uint8Array): Format | undefined {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return ending === 'ods' ? 'ods' : 'xlsx';
  if (['csv', 'tsv', 'txt', 'tab'].includes(ending)) return 'csv';
  return ending === 'geojson' || ending === 'json' ? 'geojson' : undefined;
}

/**
 * Makes a portal of what a commune has: bytes in, a document and all that is to be said about it out. It runs in a
 * page as well as in Node, and asks nothing of any server.
 */
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

/** What reads each format comes when it is used. */
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
