import {createServer} from 'node:http';
import {Problem} from '../../portal/src/http/problem.js';
import {send} from '../../portal/src/http/reply.js';
import {StaticFiles} from '../../portal/src/http/static-files.js';
import {listen} from './listen.js';

export interface StaticServer {
  /** Address with a final slash. */
  readonly url: string;
  /** Requested paths with their query strings, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Headers of the deployment notes (docs/guide/publier.md). */
const HEADERS = {'X-Content-Type-Options': 'nosniff', 'Access-Control-Allow-Origin': '*'};

/** Serves a published folder on a free local port, as the deployment notes say; it may be published later. */
export async function startStaticServer(
  folder: string,
  headers: Readonly<Record<string, string>> = HEADERS,
): Promise<StaticServer> {
  const files = new StaticFiles(new Map([['', {path: folder, headers}]]));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '/');
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    void files
      .serve(decodeURIComponent(pathname).slice(1).split('/'))
      .catch(async (error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 404) throw error;
        return {...(await files.serve(['404.html'])), status: 404};
      })
      .then(reply => send(request, response, reply))
      .catch(() => response.destroy());
  });
  const {url, close} = await listen(server);
  return {url: `${url}/`, requests, close};
}
