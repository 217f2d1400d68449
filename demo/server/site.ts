import {access} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Contribution} from '../../src/model/records.js';
import type {SimulatedResponse} from '../made/foreign/flat-records.js';
import {SIMULATED_SERVERS, SimulatedServers} from '../made/foreign/servers.js';
import {allowedMethods, PortalApi, preflight} from './api.js';
import {ContributionService} from './contributions/contribution-service.js';
import type {Rate} from './contributions/rate-limit.js';
import {respondWithFault} from './faulty-api.js';
import {once} from './once.js';
import {
  generatePortalDocument,
  type PortalDocument,
  withPublishedContributions,
} from './portal-document.js';
import {Problem, problemReply} from './problem.js';
import {type Reply, send} from './reply.js';
import {serveFile} from './static-files.js';

/** Returns the host part of a URL for a listening address. */
export const urlHost = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** Routes requests to files, APIs, contributions and simulated servers. */
export class Site {
  readonly #root: URL;
  /** Portal APIs, by the first path segment. */
  readonly #apis: Readonly<Record<string, () => Promise<PortalApi>>>;
  /** Portals as a single document, by path. */
  readonly #documents: Readonly<Record<string, () => Promise<Reply>>>;
  /** Simulated servers of other source kinds, with the resources and events of the demo portal. */
  readonly #simulatedServers: () => Promise<SimulatedServers>;

  readonly #contributions: ContributionService;

  private constructor(
    portal: () => Promise<PortalDocument>,
    api: () => Promise<PortalApi>,
    contributions: ContributionService,
    root: URL,
  ) {
    this.#root = root;
    this.#contributions = contributions;
    const generateDocument = (count: number) => once(() => generatePortalDocument(count));
    const generatedApi = (name: string, count: number) =>
      once(async () => new PortalApi(`/${name}`, await generateDocument(count)()));
    this.#apis = {
      api,
      'api-4107': generatedApi('api-4107', 4107),
      'api-50000': generatedApi('api-50000', 50_000),
    };
    this.#simulatedServers = once(async () => {
      const {resources = [], events = []} = withPublishedContributions(await portal());
      return new SimulatedServers({resources, events});
    });
    this.#documents = {
      'data/portail.json': once(async () => portalReply(await portal())),
      // Tells the page million.html if the large file exists on this machine.
      'made/million.json': async () => toReply({body: {made: await hasMillionFile(root)}}),
      'data/made-10000.json': once(async () => portalReply(await generatePortalDocument(10_000))),
    };
  }

  /** @param folder Folder of the contributions. */
  static async open(
    portal: () => Promise<PortalDocument>,
    root: URL,
    folder: string,
    rate: Rate | undefined,
  ): Promise<Site> {
    let published: readonly Contribution[] = [];
    let openApi: PortalApi | undefined;
    const updateApi = async (): Promise<void> => {
      const {contributions = []} = withPublishedContributions(await portal());
      openApi?.setContributions([...contributions, ...published]);
    };
    const api = once(async () => {
      openApi = new PortalApi('/api', await portal());
      await updateApi();
      return openApi;
    });
    const contributions = await ContributionService.open({
      folder,
      rate,
      onPublishedChange(contributions) {
        published = contributions;
        if (openApi) void updateApi();
      },
    });
    return new Site(portal, api, contributions, root);
  }

  get moderationToken(): string {
    return this.#contributions.moderation.token;
  }

  close(): Promise<void> {
    return this.#contributions.close();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const reply = await this.#route(request, response);
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

  async #route(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const {path, parameters} = parseTarget(request.url ?? '/');
    const [first = '', ...rest] = path;
    const api = Object.hasOwn(this.#apis, first) ? this.#apis[first] : undefined;
    const apiPath = api ? rest : [];
    if (request.method === 'OPTIONS') return preflight(apiPath);
    const contributionReply = this.#routeContribution(path, parameters, request);
    if (contributionReply) return contributionReply;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const Allow = allowedMethods(apiPath);
      throw new Problem(405, `This address takes ${Allow}, not ${request.method ?? 'that'}.`, {
        Allow,
      });
    }
    const pathname = path.join('/');
    if (Object.hasOwn(this.#documents, pathname)) return this.#documents[pathname]?.();
    if (first === 'faulty') return respondWithFault(rest, parameters, response);
    if (SIMULATED_SERVERS.includes(first)) {
      const simulated = await this.#simulatedServers();
      return toReply(
        simulated.respond(first, `/${rest.join('/')}`, parameters, requestOrigin(request)),
      );
    }
    if (!api) return serveFile(path, this.#root);
    const [name = ''] = rest;
    // Pictures of the records, stored in the same folder.
    if (rest.length === 1 && /\.(svg|png|jpe?g|webp)$/.test(name))
      return serveFile(['data', name], this.#root);
    return (await api()).respond(rest, parameters, requestOrigin(request));
  }

  /** Routes requests for contributions, receipts, photographs and moderation; undefined for any other. */
  #routeContribution(
    [first, section = '', ...rest]: readonly string[],
    parameters: URLSearchParams,
    request: IncomingMessage,
  ): Promise<Reply> | undefined {
    const {method = ''} = request;
    const isRead = method === 'GET' || method === 'HEAD';
    if (first === 'moderation' && (isRead || method === 'POST'))
      return this.#contributions.moderation.respond([section, ...rest], request);
    if (first !== 'api') return undefined;
    if (section === 'contributions' && rest.length === 0 && method === 'POST')
      return this.#contributions.submit(request, parameters, `${requestOrigin(request)}/api`);
    if (section === 'receipts' && (isRead || method === 'POST'))
      return this.#contributions.receipt(rest, method);
    if (section === 'photos' && isRead) return this.#contributions.photo(rest);
    return undefined;
  }
}

/** Resolves with true if the file of a million points exists. */
const hasMillionFile = (root: URL): Promise<boolean> =>
  access(new URL('demo/made/million.pmtiles', root)).then(
    () => true,
    () => false,
  );

/** Converts the response of a simulated server. */
const toReply = ({status = 200, body, headers = {}}: SimulatedResponse): Reply => ({
  status,
  headers: {'Content-Type': 'application/json; charset=utf-8', ...headers},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Returns the reply with a portal as one document. */
const portalReply = (portal: PortalDocument): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=60',
  },
  body: JSON.stringify({version: '1', ...withPublishedContributions(portal)}),
});

/**
 * Returns the decoded path segments and the query of a request target.
 *
 * @throws {Problem} 400 if the path is malformed.
 */
function parseTarget(target: string): {path: string[]; parameters: URLSearchParams} {
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
  const [url = ''] = target.split('#', 1);
  const rest = url.replace(/^https?:\/\/[^/?]*/i, '');
  const queryStart = rest.indexOf('?');
  return queryStart < 0
    ? {pathname: rest, search: ''}
    : {pathname: rest.slice(0, queryStart), search: rest.slice(queryStart + 1)};
}

/** Returns the origin under which the client reached the server. */
function requestOrigin(request: IncomingMessage): string {
  const {host} = request.headers;
  const {localAddress = '127.0.0.1', localPort = 0} = request.socket;
  const isValidHost = host !== undefined && /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host);
  return `http://${isValidHost ? host : `${urlHost(localAddress)}:${localPort}`}`;
}
