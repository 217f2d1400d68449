import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {listen, type LocalServer} from '../support/listen.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves static files of a folder, under a path of its own, which ends the URL. */
export async function serveFiles(folder: string): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    const path = decodeURIComponent(pathname).replace(/^\/sous\/dossier\//, '');
    const name = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
    try {
      const body = readFileSync(name);
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const {url, close} = await listen(server);
  return {url: `${url}/sous/dossier/`, close};
}
