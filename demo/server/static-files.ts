import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Problem} from './problem.js';
import {COMPRESSIBLE, type Reply} from './reply.js';

/** Media types by file extension. Other files are not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
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

interface Folder {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const strictHeaders = {'Content-Security-Policy': POLICY};
const DEMO_FOLDER: Folder = {path: 'demo', headers: strictHeaders};
/**
 * Folders by the first path segment; other paths are pages of the demo. Storybook's pages contain inline scripts and
 * styles.
 */
const FOLDERS_BY_SEGMENT = new Map<string, Folder>([
  ['cdn', {path: 'dist/cdn', headers: strictHeaders}],
  // Requests any API that its user enters; its pages bring their own policy.
  ['configurateur', {path: 'dist/configurateur', headers: {}}],
  ['guide', {path: 'dist/guide', headers: strictHeaders}],
  ['storybook', {path: 'storybook-static', headers: {}}],
]);

/** Folder that contains demo/ and dist/. */
export const projectFolder = new URL('../../', import.meta.url);

const notFound = (): Problem => new Problem(404, 'There is nothing at this address.');

/**
 * Responds to a GET or HEAD request with a file.
 *
 * @param path Decoded path segments; the last is empty for a folder.
 * @throws {Problem} 404 if there is no such file, 400 if the path leaves its folder.
 */
export async function serveFile(path: readonly string[], root: URL): Promise<Reply> {
  if (isUnsafePath(path)) throw new Problem(400, 'This address is made to look like another.');
  if (path.some(part => part.startsWith('.'))) throw notFound();
  const mountedFolder = FOLDERS_BY_SEGMENT.get(path[0] ?? '');
  const folder = mountedFolder ?? DEMO_FOLDER;
  const parts = [...folder.path.split('/'), ...(mountedFolder ? path.slice(1) : path)];
  const name = join(fileURLToPath(root), ...parts);
  const entryType = await entryTypeOf(name);
  const isFolderUrl = path.at(-1) === '';
  if (entryType === 'file' && isFolderUrl) throw notFound();
  if (entryType === 'folder' && !isFolderUrl) {
    // Relative URLs of a folder's page are resolved from the folder.
    const Location = `/${path.map(encodeURIComponent).join('/')}/`;
    return {status: 308, headers: {Location, 'Content-Type': 'text/plain'}, body: ''};
  }
  const file = entryType === 'folder' ? join(name, 'index.html') : name;
  const type = MEDIA_TYPES[extname(file).toLowerCase()];
  if (type === undefined || (await entryTypeOf(file)) !== 'file') throw notFound();
  const headers = {'Cache-Control': 'no-cache', ...folder.headers, 'Content-Type': type};
  if (COMPRESSIBLE.test(type)) return {status: 200, headers, body: await readFile(file)};
  const {size, mtime: modified} = await stat(file);
  return {status: 200, headers, file: {path: file, size, modified}};
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
