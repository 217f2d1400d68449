import {readFile, stat} from 'node:fs/promises';
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Problem} from './problem.js';
import type {Reply} from './reply.js';

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
};

/** The strictest policy that the widgets promise to work under. */
const POLICY = [
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
  readonly files: URL;
  readonly headers: Readonly<Record<string, string>>;
}

const folder = (path: string, headers: Folder['headers'] = {}): Folder => ({
  files: new URL(`../../${path}`, import.meta.url),
  headers: {'Cache-Control': 'no-cache', ...headers},
});

const strict = {'Content-Security-Policy': POLICY};
const PAGES = folder('demo/', strict);
/** By the first part of the path; all else is a page of the demo. Storybook writes scripts and styles in its pages. */
const FOLDERS: Readonly<Record<string, Folder>> = {
  cdn: folder('dist/cdn/', strict),
  storybook: folder('storybook-static/'),
};

const nothing = (): Problem => new Problem(404, 'There is nothing at this address.');

/**
 * Answers a GET or HEAD with a file. `path` is decoded and taken apart; its last part is empty for a folder.
 * @throws {Problem} 404 when there is none, 400 when the path tries to leave its folder.
 */
export async function serveFile(path: readonly string[]): Promise<Reply> {
  const own = FOLDERS[path[0] ?? ''];
  const {files, headers} = own ?? PAGES;
  const parts = own ? path.slice(1) : path;
  if (isDeceptive(path)) throw new Problem(400, 'This address is made to look like another.');
  if (parts.some(part => part.startsWith('.'))) throw nothing();
  const address = new URL(`./${parts.map(encodeURIComponent).join('/')}`, files);
  const name = fileURLToPath(address);
  const kind = await kindOf(name);
  if (kind === 'folder' && path.at(-1) !== '')
    // Relative addresses of a folder's page start at the folder.
    return {
      status: 308,
      headers: {Location: `/${path.map(encodeURIComponent).join('/')}/`},
      body: '',
    };
  const file = kind === 'folder' ? `${name}/index.html` : name;
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined || (await kindOf(file)) !== 'file') throw nothing();
  return {status: 200, headers: {...headers, 'Content-Type': type}, body: await readFile(file)};
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
