import {mkdir, writeFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {parseRecord} from '../../../../src/data/validation.js';
import {text as textSchema} from '../../../../src/model/schemas/part-schemas.js';
import {isObject, type JsonObject} from '../../../../src/model/schemas/schema-builder.js';
import {pickText, type Text} from '../../../../src/model/text.js';
import {type Language, isLanguage, messagesOf} from '../messages/messages.js';
import {slugOf} from '../pages/addresses.js';
import {PublishError} from '../command-line.js';
import {attachmentsOf, picturesOf} from '../site/media.js';
import {type PortalConfig, readContact, SKINS} from '../source/config.js';
import {FILE_FOLDER} from '../source/file-finder.js';
import type {Source} from '../source/read-source.js';
import {
  FOLDER_ORIGIN,
  PAGE_COLLECTIONS,
  type PageRecord,
  type PortalRecords,
} from '../source/records.js';
import {isText, longText} from '../source/texts.js';
import {loadPortal, type MissingHandler, type RemotePortal} from './remote-portal.js';
import {Requests} from './requests.js';

/** Largest file that is downloaded, in bytes. */
const MAX_BYTES = 200_000_000;

/** Collections for which an archive has no pages. */
type WithoutPages = 'contributions' | 'chapters';

/** Source with the records for which an archive has no pages, by collection. */
export interface RemoteSource extends Source {
  readonly others: Readonly<Partial<Record<WithoutPages, readonly unknown[]>>>;
}

/**
 * Reads a portal from its address: a published site, a portal API, or a document. Pictures, and the documents of the
 * same site, are downloaded to a folder.
 *
 * @throws {PublishError} if there is no portal at the address.
 */
export async function readRemote(
  address: string,
  folder: string,
  report: (line: string) => void,
  onMissing: {readonly part: MissingHandler; readonly file: MissingHandler},
): Promise<RemoteSource> {
  const requests = new Requests(address);
  const portal = await loadPortal(address, requests, onMissing.part);
  const {url, document, site} = portal;
  const records = Object.fromEntries(
    PAGE_COLLECTIONS.map(name => {
      const raw = listOf(document, name);
      const valid = raw.flatMap(one => parseRecord(name, one, url).value ?? []);
      if (valid.length < raw.length)
        report(messagesOf('fr').unreadableRecords(url, name, raw.length - valid.length));
      return [name, valid.map(record => withoutOwnAddress(record, portal))];
    }),
  ) as unknown as PortalRecords;
  if (PAGE_COLLECTIONS.every(name => records[name].length === 0))
    throw new PublishError(messagesOf('fr').noPortal(address));
  const downloads = new Downloads(folder, requests, onMissing.file);
  const localRecords = await downloadFiles(records, url, downloads);
  const config = await configOf(portal, records, downloads);
  return {
    folder,
    config,
    records: localRecords,
    texts: textsOf(site),
    files: downloads.files,
    report,
    reportValue: (_, message) => report(message),
    others: {
      contributions: listOf(document, 'contributions'),
      chapters: listOf(document, 'chapters'),
    },
  };
}

const listOf = (document: JsonObject, name: string): readonly unknown[] => {
  const list = document[name];
  return Array.isArray(list) ? list : [];
};

/** Removes the address of a record’s page in a published site: it is no original that the archive could name. */
function withoutOwnAddress(record: PageRecord, {siteUrl}: RemotePortal): PageRecord {
  const {url, ...rest} = record as PageRecord & {readonly url?: string};
  return siteUrl !== undefined && url?.startsWith(siteUrl) ? rest : record;
}

/** Returns the longer texts of a published site. */
const textsOf = (site: JsonObject): Source['texts'] =>
  listOf(site, 'texts').flatMap(text =>
    isObject(text) &&
    typeof text['path'] === 'string' &&
    typeof text['markdown'] === 'string' &&
    isText(text['path'])
      ? [longText(text['path'], text['markdown'])]
      : [],
  );

/** Returns the settings of a published site, or what the document of another portal says of itself. */
async function configOf(
  {url, document, site}: RemotePortal,
  records: PortalRecords,
  downloads: Downloads,
): Promise<PortalConfig> {
  const attribution = isObject(document['attribution']) ? document['attribution'] : {};
  const given = {
    title: attribution['text'],
    licence: attribution['licence'],
    contact: document['contact'],
    ...site,
  } as JsonObject;
  const text = (name: string): Text | undefined => {
    const parsed = textSchema.parse(given[name], {base: url, path: [], errors: []});
    return pickText(parsed, 'fr').value === '' ? undefined : parsed;
  };
  const texts = Object.fromEntries(
    ['subtitle', 'territory', 'licence', 'publisher', 'director', 'host'].flatMap(name =>
      text(name) === undefined ? [] : [[name, text(name)]],
    ),
  );
  const {accent, cover, skin, accessibility} = given;
  const contact = readContact(given['contact']);
  const [first, ...others] = listOf(given, 'languages').filter(
    (one): one is Language => typeof one === 'string' && isLanguage(one),
  );
  const coverFile =
    typeof cover === 'string' && URL.canParse(cover, url)
      ? await downloads.get(new URL(cover, url).href)
      : undefined;
  return {
    title: text('title') ?? new URL(url).hostname,
    ...texts,
    languages: first === undefined ? languagesOf(records) : [first, ...others],
    skin: SKINS.find(one => one === skin) ?? 'caue',
    accessibility: accessibility === 'partial' || accessibility === 'full' ? accessibility : 'none',
    keep: [],
    ignore: [],
    ...(typeof accent === 'string' && /^#[\da-f]{6}$/i.test(accent) && {accent}),
    ...(contact !== undefined && {contact}),
    ...(coverFile !== undefined && {cover: coverFile}),
  };
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

/**
 * Downloads the files that the records name, and returns the records with addresses in the folder. Pictures of any site
 * are needed, since the archive has no network; documents of other sites remain links.
 */
async function downloadFiles(
  records: PortalRecords,
  base: string,
  downloads: Downloads,
): Promise<PortalRecords> {
  const {origin} = new URL(base);
  const local = new Map<string, string>();
  for (const name of PAGE_COLLECTIONS)
    for (const record of records[name] as readonly PageRecord[])
      for (const address of [
        ...picturesOf(record).map(({src}) => src),
        ...attachmentsOf(record).flatMap(({url}) => (new URL(url).origin === origin ? [url] : [])),
      ]) {
        if (local.has(address)) continue;
        const path = await downloads.get(address);
        if (path === undefined) continue;
        local.set(address, FOLDER_ORIGIN + path.split('/').map(encodeURIComponent).join('/'));
      }
  return JSON.parse(JSON.stringify(records), (_, value: unknown) =>
    typeof value === 'string' ? (local.get(value) ?? value) : value,
  ) as PortalRecords;
}

/** Extensions of files by their media type, for addresses without one. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/avif': '.avif',
  'image/gif': '.gif',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/svg+xml': '.svg',
  'image/webp': '.webp',
};

/**
 * Files that are archived. A web server may run others (`.php`), or a browser in the name of the site on which the
 * archive is (`.html`): they remain links.
 */
const ARCHIVED =
  /^\.(?:jpe?g|png|webp|gif|tiff?|avif|pdf|od[tsp]|rtf|epub|docx?|xlsx?|pptx?|zip|csv|txt|mp[34]|m4a|og[gv]|webm)$/;

/** Files that are downloaded to a folder, each once. */
class Downloads {
  readonly files = new Map<string, {readonly size: number}>();
  readonly #folder: string;
  readonly #requests: Requests;
  readonly #onMissing: MissingHandler;
  readonly #paths = new Map<string, Promise<string | undefined>>();

  constructor(folder: string, requests: Requests, onMissing: MissingHandler) {
    this.#folder = folder;
    this.#requests = requests;
    this.#onMissing = onMissing;
  }

  /** Returns the path of a downloaded file in the folder; undefined if it cannot be downloaded. */
  get(address: string): Promise<string | undefined> {
    const known = this.#paths.get(address);
    if (known) return known;
    const path = this.#download(address);
    this.#paths.set(address, path);
    return path;
  }

  async #download(address: string): Promise<string | undefined> {
    const answer = await this.#requests.file(address, MAX_BYTES);
    if (answer.kind === 'failed') {
      this.#onMissing({address, reason: answer.reason});
      return undefined;
    }
    const [stem, extension] = nameOf(address, answer.type);
    const isDrawing = extension === '.svg';
    const bytes = isDrawing ? await rasterize(answer.bytes) : answer.bytes;
    if (!bytes || !(isDrawing || ARCHIVED.test(extension))) {
      this.#onMissing({address, reason: messagesOf('fr').archiveFailures.fileType});
      return undefined;
    }
    const path = this.#freePath(stem, isDrawing ? '.png' : extension);
    this.files.set(path, {size: bytes.length});
    await mkdir(join(this.#folder, FILE_FOLDER), {recursive: true});
    await writeFile(join(this.#folder, path), bytes);
    return path;
  }

  /** Returns a path for a file: two addresses may end with the same name. */
  #freePath(stem: string, extension: string): string {
    let path = `${FILE_FOLDER}/${stem}${extension}`;
    for (let n = 2; this.files.has(path); n++) path = `${FILE_FOLDER}/${stem}-${n}${extension}`;
    return path;
  }
}

/** Returns the name of a file without its extension, and the extension that its media type or its name has. */
function nameOf(address: string, type: string): readonly [stem: string, extension: string] {
  const {pathname} = new URL(address);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  const given = extname(name).toLowerCase();
  const [, media = ''] = /^([\w/+.-]*)/.exec(type.toLowerCase()) ?? [];
  const extension = EXTENSIONS[media] ?? (/^\.[a-z\d]{2,5}$/.test(given) ? given : '');
  return [slugOf(name.slice(0, name.length - given.length)) || 'fichier', extension];
}

/** Width or height of a drawing in an archive, in pixels: that of the largest file of a picture. */
const DRAWING_SIZE = 1600;

/**
 * Returns a drawing (SVG) as a PNG file, or undefined if it cannot be drawn. A browser would run its scripts if it is
 * opened on its own.
 */
async function rasterize(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const {default: sharp} = await import('sharp');
  try {
    const {width, height} = await sharp(bytes).metadata();
    const density = Math.min(100_000, (72 * DRAWING_SIZE) / Math.max(width, height));
    return await sharp(bytes, {density}).png().toBuffer();
  } catch {
    return undefined;
  }
}
