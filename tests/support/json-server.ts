import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface JsonServer {
  readonly url: string;
  /** Paths of the requests. */
  readonly requestedPaths: string[];
  /** Response to all requests; can be changed at any time. */
  body: string;
  status: number;
  headers: Record<string, string>;
  close(): Promise<void>;
}

/** Starts a local server on a free port, with a single response. */
export async function startJsonServer(value: unknown): Promise<JsonServer> {
  const answer: JsonServer = {
    url: '',
    requestedPaths: [],
    body: JSON.stringify(value),
    status: 200,
    headers: {},
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer((request, response) => {
    answer.requestedPaths.push(request.url ?? '');
    response.writeHead(answer.status, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      ...answer.headers,
    });
    response.end(answer.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/portail.json`;
  return Object.assign(answer, {url});
}
