import {createServer} from 'node:http';
import {listen, type LocalServer} from './listen.js';

export interface JsonServer extends LocalServer {
  /** Paths of the requests. */
  readonly requestedPaths: string[];
  /** Response to all requests; can be changed at any time. */
  body: string;
  status: number;
  headers: Record<string, string>;
}

/** Starts a local server on a free port, with a single response. */
export async function startJsonServer(value: unknown): Promise<JsonServer> {
  const answer = {
    requestedPaths: [] as string[],
    body: JSON.stringify(value),
    status: 200,
    headers: {} as Record<string, string>,
  };
  const server = createServer((request, response) => {
    answer.requestedPaths.push(request.url ?? '');
    response.writeHead(answer.status, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      ...answer.headers,
    });
    response.end(answer.body);
  });
  const {url, close} = await listen(server);
  return Object.assign(answer, {url: `${url}/portail.json`, close});
}
