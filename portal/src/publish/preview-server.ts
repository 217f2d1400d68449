import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Body} from '../http/body.js';
import {Problem, problemReply} from '../http/problem.js';
import {send} from '../http/reply.js';
import {StaticFiles} from '../http/static-files.js';
import {parseTarget} from '../http/target.js';

/** Script that reloads the page when the site changes; added by this server, not part of the site. */
const RELOAD_PATH = '/reload-on-change.js';
const EVENTS_PATH = '/changes';
const RELOAD_SCRIPT = `new EventSource('${EVENTS_PATH}').onmessage = () => location.reload();\n`;

export interface Preview {
  readonly url: string;
  /** Reloads the pages that are open. */
  reload(): void;
  close(): Promise<void>;
}

/** Serves a published folder on this machine, with pages that reload when it changes. */
export async function startPreview(folder: string, port: number): Promise<Preview> {
  const files = new StaticFiles(new Map([['', {path: folder, headers: {}}]]));
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    if (target === EVENTS_PATH) {
      response.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'});
      open.add(response.on('close', () => open.delete(response)));
      response.write(':\n\n');
      return;
    }
    if (target === RELOAD_PATH) {
      response.writeHead(200, {'Content-Type': 'text/javascript'}).end(RELOAD_SCRIPT);
      return;
    }
    void respond(files, target)
      .then(reply => send(request, response, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const {port: actual} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}/`,
    reload: () => {
      for (const response of open) response.write('data: changed\n\n');
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(files: StaticFiles, target: string) {
  try {
    const reply = await files.serve(parseTarget(target).path);
    const {body} = reply;
    if (body === undefined || !reply.headers['Content-Type']?.startsWith('text/html')) return reply;
    const text = String(body instanceof Body ? body.bytes : body);
    return {
      ...reply,
      body: text.replace('</head>', `<script src="${RELOAD_PATH}" defer></script></head>`),
    };
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      const page = await files.serve(['404.html']).catch(() => undefined);
      if (page) return {...page, status: 404};
    }
    return problemReply(
      error instanceof Problem ? error : new Problem(400, 'This address is malformed.'),
    );
  }
}
