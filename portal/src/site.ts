import type {IncomingMessage, ServerResponse} from 'node:http';
import {allowedMethods, preflight, type PortalApi} from './api/portal-api.js';
import type {ContributionService} from './contributions/contribution-service.js';
import {Problem, problemReply} from './http/problem.js';
import {type Reply, send} from './http/reply.js';
import {isForeignHost, requestOrigin} from './http/request-origin.js';
import {StaticFiles, type Mounts} from './http/static-files.js';
import {parseTarget} from './http/target.js';

/** Parsed request. */
export interface RouteRequest {
  /** Decoded path segments. */
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
  /** Origin for absolute links. */
  readonly origin: string;
  readonly response: ServerResponse;
}

/** Reply, or undefined if the handler has written the response itself or leaves it open. */
export type RouteReply = Promise<Reply | undefined>;

/** Further GET addresses, tried before the files. Returns undefined for an address of others. */
export type Extension = (request: RouteRequest) => RouteReply | undefined;

export interface SiteParts {
  readonly api: () => Promise<PortalApi>;
  /** Folder of the portal's files, whose pictures are served below `/api/`. */
  readonly folder: string;
  /** Undefined if no contributions are accepted. */
  readonly contributions: ContributionService | undefined;
  readonly mounts: Mounts;
  /** Folder of the contributions, which may be inside the folder of the portal. */
  readonly dataDir?: string | undefined;
  readonly publicUrl: string | undefined;
  readonly extension?: Extension | undefined;
}

const PICTURE = /\.(?:svg|png|jpe?g|webp)$/i;

/** Routes requests to the API, contributions, moderation and files. */
export class Site {
  readonly #parts: SiteParts;
  readonly #files: StaticFiles;
  readonly #pictures: StaticFiles;
  #hasWarned = false;

  constructor(parts: SiteParts) {
    this.#parts = parts;
    this.#files = new StaticFiles(parts.mounts);
    this.#pictures = new StaticFiles(
      new Map([
        [
          '',
          {
            path: parts.folder,
            // Photographs that are not published.
            except: parts.dataDir,
            headers: {
              'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            },
          },
        ],
      ]),
    );
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const reply = await this.#route(request, response);
      if (reply) await send(request, response, reply);
    } catch (error) {
      // The client gets a generic message; the cause is logged, unless the client has gone in the middle of its body.
      if (!(error instanceof Problem) && error !== request.errored) console.error(error);
      const problem =
        error instanceof Problem ? error : new Problem(500, 'The server failed to answer.');
      if (response.headersSent) response.destroy();
      else await send(request, response, problemReply(problem));
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const {path, parameters} = parseTarget(request.url ?? '/');
    const [first = '', ...rest] = path;
    const apiPath = first === 'api' ? rest : [];
    const accepts = this.#parts.contributions !== undefined;
    if (request.method === 'OPTIONS') return preflight(apiPath, accepts);
    const origin = this.#origin(request);
    const reply = this.#routeContribution(path, parameters, request, origin);
    if (reply) return reply;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const Allow = allowedMethods(apiPath, accepts);
      throw new Problem(405, `This address takes ${Allow}, not ${request.method ?? 'that'}.`, {
        Allow,
      });
    }
    const extended = this.#parts.extension?.({path, parameters, origin, response});
    if (extended) return extended;
    if (first !== 'api') return this.#files.serve(path);
    const api = await this.#parts.api();
    // Pictures of the records, stored in the folder of the portal.
    if (!api.has(rest[0] ?? '') && PICTURE.test(rest.at(-1) ?? ''))
      return this.#pictures.serve(rest);
    if (rest[0] === 'contributions') await this.#parts.contributions?.refreshPublished();
    return api.respond(rest, parameters, origin);
  }

  /** Routes requests for contributions, receipts, photographs and moderation; undefined for any other. */
  #routeContribution(
    path: readonly string[],
    parameters: URLSearchParams,
    request: IncomingMessage,
    origin: string,
  ): Promise<Reply> | undefined {
    const {contributions} = this.#parts;
    const {method = ''} = request;
    const [first, section = '', ...rest] = path;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!contributions) return undefined;
    if (first === 'moderation' && (isRead || method === 'POST'))
      return contributions.moderation.respond(path.slice(1), parameters, request, origin);
    if (first !== 'api') return undefined;
    if (section === 'contributions' && rest.length === 0 && method === 'POST')
      return contributions.submit(request, parameters, `${origin}/api`);
    if (section === 'receipts' && (isRead || method === 'POST'))
      return contributions.receipt(rest, method);
    if (section === 'photos' && isRead) return contributions.photo(rest);
    return undefined;
  }

  #origin(request: IncomingMessage): string {
    const {publicUrl} = this.#parts;
    if (publicUrl === undefined && !this.#hasWarned && isForeignHost(request)) {
      this.#hasWarned = true;
      console.error(
        `Visitors reach this server as ${JSON.stringify(request.headers.host)}: set PUBLIC_URL to that address, so that links in its answers work.`,
      );
    }
    return requestOrigin(request, publicUrl);
  }
}
