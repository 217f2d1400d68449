import {access} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Contribution} from '../../src/model/records.js';
import type {MadeAnswer} from '../made/foreign/records.js';
import {MADE_SERVERS, MadeServers} from '../made/foreign/servers.js';
import {allowedMethods, PortalApi, preflight} from './api.js';
import {Desk} from './contributions/desk.js';
import type {Rate} from './contributions/rate.js';
import {answerFaultily} from './faulty.js';
import {once} from './once.js';
import {inventPortal, type PortalDocument, publicPart} from './portal-document.js';
import {Problem, problemReply} from './problem.js';
import {type Reply, send} from './reply.js';
import {serveFile} from './static.js';

/** Returns the host part of a URL for a listening address. */
export const nameOf = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** Routes requests to files, APIs, contributions and simulated servers. */
export class Site {
  readonly #root: URL;
  /** Portal APIs, by the first path segment. */
  readonly #apis: Readonly<Record<string, () => Promise<PortalApi>>>;
  /** Portals as a single document, by path. */
  readonly #documents: Readonly<Record<string, () => Promise<Reply>>>;
  /** Simulated servers of other source kinds, with the resources and events of the demo portal. */
  readonly #made: () => Promise<MadeServers>;

  readonly #desk: Desk;

  private constructor(
    portal: () => Promise<PortalDocument>,
    api: () => Promise<PortalApi>,
    desk: Desk,
    root: URL,
  ) {
    this.#root = root;
    this.#desk = desk;
    const invented = (count: number) => once(() => inventPortal(count));
    const made = (name: string, count: number) =>
      once(async () => new PortalApi(`/${name}`, await invented(count)()));
    this.#apis = {
      api,
      'api-4107': made('api-4107', 4107),
      'api-50000': made('api-50000', 50_000),
    };
    this.#made = once(async () => {
      const {resources = [], events = []} = publicPart(await portal());
      return new MadeServers({resources, events});
    });
    this.#documents = {
      'data/portail.json': once(async () => wholePortal(await portal())),
      // Tells the page million.html if the large file exists on this machine.
      'made/million.json': async () => madeReply({body: {made: await isMade(root)}}),
      'data/made-10000.json': once(async () => wholePortal(await inventPortal(10_000))),
    };
  }

  /** @param folder Folder of the contributions. */
  static async open(
    portal: () => Promise<PortalDocument>,
    root: URL,
    folder: string,
    rate: Rate | undefined,
  ): Promise<Site> {
    let latest: readonly Contribution[] = [];
    let opened: PortalApi | undefined;
    const tell = async (): Promise<void> => {
      const {contributions = []} = publicPart(await portal());
      opened?.setContributions([...contributions, ...latest]);
    };
    const api = once(async () => {
      opened = new PortalApi('/api', await portal());
      await tell();
      return opened;
    });
    const desk = await Desk.open({
      folder,
      rate,
      published(contributions) {
        latest = contributions;
        if (opened) void tell();
      },
    });
    return new Site(portal, api, desk, root);
  }

  get moderationToken(): string {
    return this.#desk.moderation.token;
  }

  close(): Promise<void> {
    return this.#desk.close();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const reply = await this.#answer(request, response);
      if (reply) await send(request, response, reply);
    } catch (error) {
      // The client gets a generic message; the cause is logged.
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
    const contributed = this.#answerAtDesk(path, parameters, request);
    if (contributed) return contributed;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const Allow = allowedMethods(apiPath);
      throw new Problem(405, `This address takes ${Allow}, not ${request.method ?? 'that'}.`, {
        Allow,
      });
    }
    const whole = path.join('/');
    if (Object.hasOwn(this.#documents, whole)) return this.#documents[whole]?.();
    if (first === 'faulty') return answerFaultily(rest, parameters, response);
    if (MADE_SERVERS.includes(first)) {
      const made = await this.#made();
      return madeReply(made.answer(first, `/${rest.join('/')}`, parameters, originOf(request)));
    }
    if (!api) return serveFile(path, this.#root);
    const [name = ''] = rest;
    // Pictures of the records, stored in the same folder.
    if (rest.length === 1 && /\.(svg|png|jpe?g|webp)$/.test(name))
      return serveFile(['data', name], this.#root);
    return (await api()).answer(rest, parameters, originOf(request));
  }

  /** Routes requests for contributions, receipts, photographs and moderation; undefined for any other. */
  #answerAtDesk(
    [first, place = '', ...rest]: readonly string[],
    parameters: URLSearchParams,
    request: IncomingMessage,
  ): Promise<Reply> | undefined {
    const {method = ''} = request;
    const isRead = method === 'GET' || method === 'HEAD';
    if (first === 'moderation' && (isRead || method === 'POST'))
      return this.#desk.moderation.answer([place, ...rest], request);
    if (first !== 'api') return undefined;
    if (place === 'contributions' && rest.length === 0 && method === 'POST')
      return this.#desk.take(request, parameters, `${originOf(request)}/api`);
    if (place === 'receipts' && (isRead || method === 'POST'))
      return this.#desk.receipt(rest, method);
    if (place === 'photos' && isRead) return this.#desk.photo(rest);
    return undefined;
  }
}

/** Resolves with true if the file of a million points exists. */
const isMade = (root: URL): Promise<boolean> =>
  access(new URL('demo/made/million.pmtiles', root)).then(
    () => true,
    () => false,
  );

/** Converts the response of a simulated server. */
const madeReply = ({status = 200, body, headers = {}}: MadeAnswer): Reply => ({
  status,
  headers: {'Content-Type': 'application/json; charset=utf-8', ...headers},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Returns the reply with a portal as one document. */
const wholePortal = (portal: PortalDocument): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
  },
  body: JSON.stringify({version: '1', ...publicPart(portal)}),
});

/**
 * Returns the decoded path segments and the query of a request target.
 *
 * @throws {Problem} 400 if the path is malformed.
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

/**
 * Splits a request target into path and query. `new URL` would resolve `..` and read `//host/` as another server. A
 * proxy may send an absolute URL.
 */
function splitTarget(target: string): {pathname: string; search: string} {
  const [address = ''] = target.split('#', 1);
  const rest = address.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = rest.indexOf('?');
  return mark < 0
    ? {pathname: rest, search: ''}
    : {pathname: rest.slice(0, mark), search: rest.slice(mark + 1)};
}

/** Returns the origin under which the client reached the server. */
function originOf(request: IncomingMessage): string {
  const {host} = request.headers;
  const {localAddress = '127.0.0.1', localPort = 0} = request.socket;
  const known = host !== undefined && /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
  return `http://${known ? host : `${nameOf(localAddress)}:${localPort}`}`;
}
