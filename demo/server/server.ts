import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {allowedMethods, PortalApi, preflight} from './api.js';
import {answerFaultily} from './faulty.js';
import {inventPortal, type PortalDocument, publicPart, readPortal} from './portal-document.js';
import {Problem, problemReply} from './problem.js';
import {type Reply, send} from './reply.js';
import {projectFolder, serveFile} from './static.js';

export interface ServerOptions {
  /** 0: any free one. */
  readonly port?: number;
  readonly host?: string;
  /** What `/api` answers from, instead of the files of demo/data. */
  readonly data?: PortalDocument;
  /** The folder that holds demo/, dist/ and storybook-static/. */
  readonly root?: URL;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  /** Resolves when the last connection is closed. */
  close(): Promise<void>;
}

/** How long an answer under way may still take when the server is told to stop (ms). */
const GRACE = 500;

/** Runs its function at the first call, and gives that result ever after; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

/** The demo's pages, the true portal at `/api`, invented ones beside it, and some that misbehave. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const {port = 0, host = '127.0.0.1', data, root = projectFolder} = options;
  const portal = once(async () => data ?? (await readPortal(new URL('demo/data/', root))));
  const site = new Site(portal, root);
  const server = createServer((request, response) => void site.handle(request, response));
  await new Promise<void>((listening, fail) => {
    server.once('error', fail).listen(port, host, listening);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${nameOf(host)}:${address.port}/`,
    close: () =>
      new Promise(closed => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(timer);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}

/** What to call a host in an address. */
const nameOf = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** What stands at which address. */
class Site {
  readonly #root: URL;
  /** By the first part of the path. */
  readonly #apis: Readonly<Record<string, () => Promise<PortalApi>>>;
  /** Whole portals as one document, by path. */
  readonly #documents: Readonly<Record<string, () => Promise<Reply>>>;

  constructor(portal: () => Promise<PortalDocument>, root: URL) {
    this.#root = root;
    const invented = (count: number) => once(() => inventPortal(count));
    const api = (name: string, read: () => Promise<PortalDocument>) =>
      once(async () => new PortalApi(`/${name}`, await read()));
    this.#apis = {
      api: api('api', portal),
      'api-4107': api('api-4107', invented(4107)),
      'api-50000': api('api-50000', invented(50_000)),
    };
    this.#documents = {
      'data/portail.json': once(async () => wholePortal(await portal())),
      'data/made-10000.json': once(async () => wholePortal(await inventPortal(10_000))),
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const reply = await this.#answer(request, response);
      if (reply) await send(request, response, reply);
    } catch (error) {
      // The client learns that something broke; what it was is for the console.
      if (!(error instanceof Problem)) console.error(error);
      const problem =
        error instanceof Problem ? error : new Problem(500, 'The server failed to answer.');
      if (response.headersSent) response.destroy();
      else await send(request, response, problemReply(problem));
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const {path, parameters} = readTarget(request.url ?? '/');
    const [first = '', ...rest] = path;
    const api = Object.hasOwn(this.#apis, first) ? this.#apis[first] : undefined;
    const apiPath = api ? rest : [];
    if (request.method === 'OPTIONS') return preflight(apiPath);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const Allow = allowedMethods(apiPath);
      throw new Problem(405, `This address takes ${Allow}, not ${request.method ?? 'that'}.`, {
        Allow,
      });
    }
    const whole = path.join('/');
    if (Object.hasOwn(this.#documents, whole)) return this.#documents[whole]?.();
    if (first === 'faulty') return answerFaultily(rest, parameters, response);
    if (!api) return serveFile(path, this.#root);
    const [name = ''] = rest;
    // Pictures of the records, which stand beside them.
    if (rest.length === 1 && /\.(svg|png|jpe?g|webp)$/.test(name))
      return serveFile(['data', name], this.#root);
    return (await api()).answer(rest, parameters, originOf(request));
  }
}

/** A whole portal as one document. */
const wholePortal = (portal: PortalDocument): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
  },
  body: JSON.stringify({version: '1', ...publicPart(portal)}),
});

/**
 * The decoded parts of a request's path, and its query.
 * @throws {Problem} 400 when it is malformed.
 */
function readTarget(target: string): {path: string[]; parameters: URLSearchParams} {
  const {pathname, search} = splitTarget(target);
  try {
    const path = pathname.replace(/^\//, '').split('/').map(decodeURIComponent);
    return {path, parameters: new URLSearchParams(search)};
  } catch {
    throw new Problem(400, `${JSON.stringify(pathname)} is not a well-formed address.`);
  }
}

/** Not `new URL`: it would follow `..` and take `//host/` for another server. A proxy may ask with a whole address. */
function splitTarget(target: string): {pathname: string; search: string} {
  const [address = ''] = target.split('#', 1);
  const rest = address.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = rest.indexOf('?');
  return mark < 0
    ? {pathname: rest, search: ''}
    : {pathname: rest.slice(0, mark), search: rest.slice(mark + 1)};
}

/** The origin that the client knows the server by. */
function originOf(request: IncomingMessage): string {
  const {host} = request.headers;
  const {localAddress = '127.0.0.1', localPort = 0} = request.socket;
  const known = host !== undefined && /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
  return `http://${known ? host : `${nameOf(localAddress)}:${localPort}`}`;
}
