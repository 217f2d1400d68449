import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface JsonServer {
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: string[];
  /** What is answered to everything: change it at any time. */
  body: string;
  status: number;
  headers: Record<string, string>;
  close(): Promise<void>;
}

/** A server on a free port of this machine with one answer. */
export async function startJsonServer(value: unknown): Promise<JsonServer> {
  const answer: JsonServer = {
    url: '',
    asked: [],
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
    answer.asked.push(request.url ?? '');
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
