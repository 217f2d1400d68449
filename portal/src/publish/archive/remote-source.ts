import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {parseRecord} from '../../../../src/data/validation/parse.js';
import {isObject} from '../../../../src/model/schemas/schema-builder.js';
import type {Text} from '../../../../src/model/text.js';
import {type Language, isLanguage, messagesOf} from '../messages/messages.js';
import {PublishError} from '../publish-error.js';
import {FILE_FOLDER} from '../source/file-finder.js';
import {attachmentsOf, picturesOf} from '../site/media.js';
import type {Source} from '../source/read-source.js';
import {
  FOLDER_ORIGIN,
  PAGE_COLLECTIONS,
  type PageRecord,
  type PortalRecords,
} from '../source/records.js';

/** Largest file that is downloaded, in bytes, and the time for each. */
const MAX_BYTES = 200_000_000;
const TIMEOUT_MS = 60_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a portal from its address: a portal API, or a document. Pictures and documents of the same site are downloaded
 * to a folder.
 *
 * @throws {PublishError} if there is no portal at the address.
 */
export async function readRemote(
  address: string,
  folder: string,
  report: (line: string) => void,
): Promise<Source> {
  const {url, document} = await findDocument(address);
  const records = Object.fromEntries(
    PAGE_COLLECTIONS.map(name => [
      name,
      listOf(document, name).flatMap(raw => parseRecord(name, raw, url).value ?? []),
    ]),
  ) as unknown as PortalRecords;
  if (PAGE_COLLECTIONS.every(name => records[name].length === 0))
    throw new PublishError(messagesOf('fr').noPortal(address));
  const files = new Map<string, {readonly size: number}>();
  const localRecords = await downloadFiles(records, url, folder, files, report);
  const attribution = isObject(document['attribution']) ? document['attribution'] : {};
  const languages = languagesOf(records);
  return {
    folder,
    config: {
      title: (attribution['text'] as Text | undefined) ?? new URL(url).hostname,
      languages,
      skin: 'caue',
      accessibility: 'none',
      keep: [],
      ignore: [],
      ...(attribution['licence'] === undefined ? {} : {licence: attribution['licence'] as Text}),
    },
    records: localRecords,
    texts: [],
    files,
    report,
    reportValue: (_, message) => report(message),
  };
}

const listOf = (document: Fields, name: string): readonly unknown[] => {
  const list = document[name];
  return Array.isArray(list) ? list : [];
};

async function findDocument(
  address: string,
): Promise<{readonly url: string; readonly document: Fields}> {
  const base = address.replace(/\/?$/, '/');
  const candidates = /\.json(?:\?.*)?$/.test(address)
    ? [address]
    : [`${base}api/portail.json`, `${base}portail.json`];
  for (const url of candidates) {
    const document = await fetchJson(url);
    if (isObject(document)) return {url, document};
  }
  const document = await readApi(base);
  if (document) return {url: base, document};
  throw new PublishError(messagesOf('fr').noPortal(address));
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    return response.ok ? ((await response.json()) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads all pages of all collections of a portal API. */
async function readApi(base: string): Promise<Fields | undefined> {
  const document: Record<string, unknown> = {};
  for (const name of PAGE_COLLECTIONS) {
    const items: unknown[] = [];
    let next: string | undefined = `${base}${name}?limit=500`;
    while (next !== undefined) {
      const answer = await fetchJson(next);
      if (!isObject(answer) || !Array.isArray(answer['items'])) break;
      items.push(...(answer['items'] as unknown[]));
      document['attribution'] ??= answer['attribution'];
      const following = answer['next'];
      next =
        typeof following === 'string' &&
        URL.canParse(following, next) &&
        new URL(following, next).origin === new URL(base).origin
          ? new URL(following, next).href
          : undefined;
    }
    if (items.length > 0) document[name] = items;
  }
  return PAGE_COLLECTIONS.some(name => name in document) ? document : undefined;
}

/** Returns the languages of the titles, French first; French if they state none. */
function languagesOf(records: PortalRecords): readonly [Language, ...Language[]] {
  const found = new Set<Language>();
  for (const name of PAGE_COLLECTIONS)
    for (const record of records[name] as readonly PageRecord[]) {
      const {title} = record as {readonly title?: Text};
      if (typeof title === 'object')
        for (const key of Object.keys(title)) if (isLanguage(key)) found.add(key);
    }
  const [first = 'fr', ...others] = [...found].sort(
    (a, b) => Number(b === 'fr') - Number(a === 'fr') || (a < b ? -1 : 1),
  );
  return [first, ...others];
}

/** Downloads the files that the records name, and returns the records with addresses in the folder. */
async function downloadFiles(
  records: PortalRecords,
  base: string,
  folder: string,
  files: Map<string, {readonly size: number}>,
  report: (line: string) => void,
): Promise<PortalRecords> {
  const {origin} = new URL(base);
  const local = new Map<string, string>();
  for (const name of PAGE_COLLECTIONS)
    for (const record of records[name] as readonly PageRecord[])
      for (const address of [
        ...picturesOf(record).map(({src}) => src),
        ...attachmentsOf(record).map(({url}) => url),
      ]) {
        if (local.has(address) || new URL(address).origin !== origin) continue;
        const path = `${FILE_FOLDER}${decodeURIComponent(new URL(address).pathname)}`;
        const bytes = await download(address);
        if (!bytes || path.split('/').includes('..')) {
          report(messagesOf('fr').missingRemote(address));
          continue;
        }
        await mkdir(dirname(join(folder, path)), {recursive: true});
        await writeFile(join(folder, path), bytes);
        files.set(path, {size: bytes.length});
        local.set(address, FOLDER_ORIGIN + path.split('/').map(encodeURIComponent).join('/'));
      }
  return JSON.parse(JSON.stringify(records), (_, value: unknown) =>
    typeof value === 'string' ? (local.get(value) ?? value) : value,
  ) as PortalRecords;
}

async function download(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    const length = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || length > MAX_BYTES) return undefined;
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
}
