import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface FileServer {
  /** URL of the folder, under its own path. */
  readonly url: string;
  close(): void;
}

/** Serves static files of a folder, under its own path. */
export async function serveFiles(folder: string): Promise<FileServer> {
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
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/sous/dossier/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
