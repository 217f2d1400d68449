import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Problem} from './problem.js';
import {COMPRESSIBLE, type Reply} from './reply.js';

/** What is served, by its ending; anything else is not there. */
const TYPES: Readonly<Record<string, string>> = {
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

/** The strictest policy that the widgets promise to work under. */
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

const strict = {'Content-Security-Policy': POLICY};
const PAGES: Folder = {path: 'demo', headers: strict};
/** By the first part of the path; all else is a page of the demo. Storybook's pages hold scripts and styles. */
const FOLDERS = new Map<string, Folder>([
  ['cdn', {path: 'dist/cdn', headers: strict}],
  // It asks any API that its user names: its pages bring a policy of their own.
  ['configurateur', {path: 'dist/configurateur', headers: {}}],
  ['guide', {path: 'dist/guide', headers: strict}],
  ['storybook', {path: 'storybook-static', headers: {}}],
]);

/** The folder that holds demo/ and dist/. */
export const projectFolder = new URL('../../', import.meta.url);

const nothing = (): Problem => new Problem(404, 'There is nothing at this address.');

/**
 * Answers a GET or HEAD with a file. `path` is decoded and taken apart; its last part is empty for a folder.
 * @throws {Problem} 404 when there is none, 400 when the path tries to leave its folder.
 */
export async function serveFile(path: readonly string[], root: URL): Promise<Reply> {
  if (isDeceptive(path)) throw new Problem(400, 'This address is made to look like another.');
  if (path.some(part => part.startsWith('.'))) throw nothing();
  const own = FOLDERS.get(path[0] ?? '');
  const folder = own ?? PAGES;
  const parts = [...folder.path.split('/'), ...(own ? path.slice(1) : path)];
  const name = join(fileURLToPath(root), ...parts);
  const kind = await kindOf(name);
  const asFolder = path.at(-1) === '';
  if (kind === 'file' && asFolder) throw nothing();
  if (kind === 'folder' && !asFolder) {
    // Relative addresses of a folder's page start at the folder.
    const Location = `/${path.map(encodeURIComponent).join('/')}/`;
    return {status: 308, headers: {Location, 'Content-Type': 'text/plain'}, body: ''};
  }
  const file = kind === 'folder' ? join(name, 'index.html') : name;
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined || (await kindOf(file)) !== 'file') throw nothing();
  const headers = {'Cache-Control': 'no-cache', ...folder.headers, 'Content-Type': type};
  if (COMPRESSIBLE.test(type)) return {status: 200, headers, body: await readFile(file)};
  const {size, mtime: modified} = await stat(file);
  return {status: 200, headers, file: {path: file, size, modified}};
}

/** Parts that climb, that are two parts in one, or that end a name early; only the last may be empty. */
const isDeceptive = (path: readonly string[]): boolean =>
  path.slice(0, -1).includes('') ||
  path.some(part => part === '.' || part === '..' || /[/\\\p{Cc}]/u.test(part));

async function kindOf(name: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(name);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}
