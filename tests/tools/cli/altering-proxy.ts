import {createServer} from 'node:http';
import type {TestContext} from 'node:test';
import {startServer} from '../../../demo/server/server.js';
import {listen} from '../../support/listen.js';

/** Response in transit, which a test can alter. */
export interface ResponseInTransit {
  readonly url: URL;
  readonly method: string;
  status: number;
  readonly headers: Map<string, string>;
  body: string;
}

type Json = Record<string, unknown> & {items: Record<string, unknown>[]};

/** Changes the JSON body of a response; other responses stay as they are. */
export function changeBody(response: ResponseInTransit, edit: (body: Json) => unknown): void {
  if (response.status !== 200 || response.body === '') return;
  const body = JSON.parse(response.body) as Json;
  edit(body);
  response.body = JSON.stringify(body);
}

/** Starts a server that answers with the given function. */
export async function serve(
  test: TestContext,
  ...handlers: Parameters<typeof createServer>[1][]
): Promise<string> {
  const server = createServer(...(handlers as [Parameters<typeof createServer>[1]]));
  const {url, close} = await listen(server);
  test.after(close);
  return url;
}

const data = {
  portals: [
    {id: 'ors', title: 'Ors', family: 'projet'},
    {id: 'escaut', title: 'Parc', family: 'theme'},
  ],
  resources: [...Array(9).keys()].map(i => ({
    id: `fiche-${i}`,
    title: `${'ihgfedcba'[i] ?? ''} promenade${i % 3}`,
    type: i % 2 ? 'document' : 'site',
    themes: [i < 4 ? 'Eau' : 'Patrimoine'],
    portals: [i < 6 ? 'ors' : 'escaut'],
    published: `20${10 + i}`,
    geo: {lat: 50 + i / 10, lon: 3 + i / 10},
    abstract: `Une fiche assez longue pour que sa compression ait un sens. `.repeat(20),
  })),
} as const;

/**
 * Starts the demo server with a small portal behind a proxy that alters its responses. Returns the address of the API.
 */
export async function startAlteringProxy(
  test: TestContext,
  alter: (passing: ResponseInTransit) => unknown = () => undefined,
): Promise<string> {
  const upstream = await startServer({data: structuredClone(data) as never});
  test.after(() => upstream.close());
  const address = await serve(test, (request, response) => {
    const url = new URL(request.url ?? '', upstream.url);
    const none = request.headers['if-none-match'];
    void fetch(url, {
      method: request.method ?? 'GET',
      headers: {'accept-encoding': 'identity', ...(none !== undefined && {'if-none-match': none})},
    }).then(async answer => {
      const headers = new Map([...answer.headers]);
      for (const name of ['content-length', 'connection', 'keep-alive', 'transfer-encoding'])
        headers.delete(name);
      // The links in the upstream server's responses contain its own address.
      const body = (await answer.text()).replaceAll(upstream.url, `${address}/`);
      headers.set('content-encoding', 'identity');
      const passing = {url, method: request.method ?? '', status: answer.status, headers, body};
      alter(passing);
      response.writeHead(passing.status, Object.fromEntries(passing.headers)).end(passing.body);
    });
  });
  return `${address}/api`;
}
