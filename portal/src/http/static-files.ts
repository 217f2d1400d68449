import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {Body, BodyCache} from './body.js';
import {notFound, Problem} from './problem.js';
import {COMPRESSIBLE, type Reply} from './reply.js';

/** Media types by file extension. Other files are not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.pmtiles': 'application/vnd.pmtiles',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** Strictest Content-Security-Policy that the widgets support. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html spass-widgets',
].join('; ');

export const STRICT_HEADERS = {'Content-Security-Policy': POLICY};

/** Folder of files, with headers for each of them. */
export interface Folder {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Folder inside it that is not served. */
  readonly except?: string | undefined;
}

/** Folders by the first segment of a path; `''` for all others. */
export type Mounts = ReadonlyMap<string, Folder>;

/** Size of the cache of small compressible files, in bytes. */
const CACHE_BYTES = 64_000_000;

/** Serves files of folders. Hashes and compressed forms are kept until a file changes. */
export class StaticFiles {
  readonly #mounts: Mounts;
  readonly #cache = new BodyCache(CACHE_BYTES);

  constructor(mounts: Mounts) {
    this.#mounts = mounts;
  }

  /**
   * Responds to a GET or HEAD request with a file.
   *
   * @param path Decoded path segments; the last is empty for a folder.
   * @throws {Problem} 404 if there is no such file, 400 if the path leaves its folder.
   */
  async serve(path: readonly string[]): Promise<Reply> {
    if (isUnsafePath(path)) throw new Problem(400, 'This address is made to look like another.');
    if (path.some(part => part.startsWith('.'))) throw notFound();
    const mounted = this.#mounts.get(path[0] ?? '');
    const folder = mounted ?? this.#mounts.get('');
    if (!folder) throw notFound();
    const name = join(folder.path, ...(mounted && path[0] !== '' ? path.slice(1) : path));
    const entryType = await entryTypeOf(name);
    const isFolderUrl = path.at(-1) === '';
    if (entryType === 'file' && isFolderUrl) throw notFound();
    if (entryType === 'folder' && !isFolderUrl) {
      // Relative URLs of a folder's page are resolved from the folder.
      const Location = `./${encodeURIComponent(path.at(-1) ?? '')}/`;
      return {status: 308, headers: {Location, 'Content-Type': 'text/plain'}, body: ''};
    }
    const file = entryType === 'folder' ? join(name, 'index.html') : name;
    const type = MEDIA_TYPES[extname(file).toLowerCase()];
    if (type === undefined || (await entryTypeOf(file)) !== 'file') throw notFound();
    const {except} = folder;
    if (!(await isInside(folder.path, file)) || (except && (await isInside(except, file))))
      throw notFound();
    const headers = {'Cache-Control': 'no-cache', ...folder.headers, 'Content-Type': type};
    const {size, mtime: modified} = await stat(file);
    if (!COMPRESSIBLE.test(type)) return {status: 200, headers, file: {path: file, size, modified}};
    const key = `${size} ${modified.getTime()} ${file}`;
    const body = this.#cache.get(key) ?? this.#cache.set(key, new Body(await readFile(file)));
    return {status: 200, headers, body};
  }
}

/**
 * Returns true if a segment refers to a parent, contains a separator or a control character, or is empty before the
 * end.
 */
const isUnsafePath = (path: readonly string[]): boolean =>
  path.slice(0, -1).includes('') ||
  path.some(part => part === '.' || part === '..' || /[/\\\p{Cc}]/u.test(part));

async function entryTypeOf(name: string): Promise<'file' | 'folder' | undefined> {
  try {
    const stats = await stat(name);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

/** Returns true if a file is in a folder after its links are followed: whoever may fill the folder may not read others. */
export async function isInside(folder: string, file: string): Promise<boolean> {
  const [root, target] = await Promise.all([realpath(folder), realpath(file)]);
  return target.startsWith(root.endsWith(sep) ? root : root + sep);
}
