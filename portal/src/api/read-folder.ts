import {readdir, readFile, stat} from 'node:fs/promises';
import {basename, extname, join} from 'node:path';
import {decodeText} from '../../../src/data/client/decode-text.js';
import {COLLECTIONS, type CollectionName} from '../../../src/model/records.js';
import {isObject} from '../../../src/model/schemas/schema-builder.js';
import {
  convert,
  detectFormat,
  RECORD_KINDS,
  type RecordKind,
} from '../../../src/tools/convert/convert.js';
import {isTooDeep, MAX_DEPTH} from '../../../src/tools/convert/formats/json.js';
import {kindOfSheet} from '../../../src/tools/convert/sheet-names.js';
import {formatDiagnostic} from '../../../src/tools/messages/diagnostic.js';
import {loadToolMessages} from '../../../src/tools/messages/load-tool-messages.js';
import type {PortalData} from './portal-document.js';

/** File with the attribution and the contact of the portal. */
const ABOUT_FILE = 'about.json';

/** Files that are served as pictures, or that people read; not data. `notes.json` is for the team’s own notes. */
const IGNORED = /^\.|^~\$|^notes\.json$|\.(?:svg|png|jpe?g|webp|gif|pdf|md|txt|html)$/i;

export interface FolderOptions {
  /** Language of the messages. */
  readonly language: string;
  /** Called with each message about a file. */
  readonly report: (message: string) => void;
}

type Records = Map<CollectionName, unknown[]>;

/** Error for a file or folder that cannot be read, with a sentence for the operator. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/**
 * Reads a portal from a folder: collections in JSON (`projects.json`), documents of whole portals, tables, workbooks,
 * GeoJSON, calendars and feeds. The name of a table says what its rows are: `projets.csv`, `agenda.csv`.
 *
 * @throws {FolderError} if the folder, or a file that looks like data, cannot be read.
 */
export async function readFolder(folder: string, options: FolderOptions): Promise<PortalData> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new FolderError(`The folder ${folder} cannot be read: ${(error as Error).message}`);
  });
  const records: Records = new Map();
  let about: Readonly<Record<string, unknown>> = {};
  for (const name of names.sort()) {
    if (IGNORED.test(name)) continue;
    const bytes = await readFileIn(folder, name);
    if (!bytes) continue;
    const {attribution, contact, ...found} = await readDataFile(name, bytes, options);
    about = {...about, ...(attribution ? {attribution} : {}), ...(contact ? {contact} : {})};
    for (const collection of COLLECTIONS) {
      const added = found[collection];
      if (Array.isArray(added))
        records.set(collection, (records.get(collection) ?? []).concat(added));
    }
  }
  reportRepeatedIds(records, options.report);
  return {...about, ...Object.fromEntries(records)};
}

/**
 * Reads a file, or the one that a link leads to; undefined for a folder or a device.
 *
 * @throws {FolderError} if it cannot be read.
 */
async function readFileIn(folder: string, name: string): Promise<Buffer | undefined> {
  const path = join(folder, name);
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined;
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'it is a link to a file that does not exist' : message;
    throw new FolderError(`The file ${name} cannot be read: ${reason}`, {cause: error});
  }
}

/** Returns the collections and metadata of a file. */
async function readDataFile(
  name: string,
  bytes: Buffer,
  {language, report}: FolderOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const stem = basename(name, extname(name));
  if (extname(name).toLowerCase() === '.json') {
    const json = parseJson(name, bytes);
    if (name === ABOUT_FILE && isObject(json)) return json;
    const collection = COLLECTIONS.find(each => each === stem);
    if (collection && Array.isArray(json)) return {[collection]: json};
    if (isObject(json) && json['version'] === '1') return json;
  }
  const format = detectFormat(name, bytes);
  if (!format) {
    report(
      `${name}: left out, since it is neither a table, a workbook, JSON, a calendar nor a feed.`,
    );
    return {};
  }
  const kind = RECORD_KINDS.find((each): each is RecordKind => each === kindOfSheet(stem));
  const {document, diagnostics} = await convert(bytes, {format, ...(kind ? {kind} : {})});
  const messages = await loadToolMessages(language);
  for (const diagnostic of diagnostics) report(formatDiagnostic(name, diagnostic, messages));
  // Well-formed JSON may be about anything.
  if (!document && format === 'json') return {};
  if (!document)
    throw new FolderError(`The file ${name} cannot be converted: see the message above.`);
  return document;
}

function parseJson(name: string, bytes: Buffer): unknown {
  const text = decodeText(bytes);
  if (isTooDeep(text))
    throw new FolderError(`The file ${name} is nested more than ${MAX_DEPTH} levels deep.`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FolderError(`The file ${name} is not valid JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Reports ids that several records of a collection have: only the first is found by its id. */
function reportRepeatedIds(records: Records, report: (message: string) => void): void {
  for (const [collection, list] of records) {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    for (const record of list) {
      const id = isObject(record) ? String(record['id']) : '';
      if (seen.has(id)) repeated.add(id);
      seen.add(id);
    }
    if (repeated.size > 0)
      report(
        `${collection}: several records have the same id: ${[...repeated].slice(0, 10).join(', ')}`,
      );
  }
}
