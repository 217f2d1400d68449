import {MADE_SERVERS, MadeServers, type Stock} from '../../demo/made/foreign/servers.js';
import {Client} from '../../src/data/client.js';
import type {PortalSource} from '../../src/data/source.js';
import {LateSource} from '../../src/data/sources/late-source.js';
import {foreign} from '../../src/data/sources/foreign/sources.js';

const ORIGIN = 'https://example.org';

/** Returns a source backed by a simulated server in the page; nothing is requested from the network. */
export function madeSource(kind: string, path: string, stock: Stock, fields = ''): PortalSource {
  const servers = new MadeServers(stock);
  const client = new Client({
    fetch: async (address: string) => {
      const {pathname, searchParams} = new URL(address);
      const [, name = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(pathname) ?? [];
      if (!MADE_SERVERS.includes(name)) return new Response('', {status: 404});
      const {status = 200, body, headers} = servers.answer(name, rest, searchParams, ORIGIN);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return new Response(text, {status, headers: {...headers}});
    },
  });
  const address = `${ORIGIN}/${path}`;
  // Warnings are covered by the tests of the sources.
  const opening = {address, fields, client, tell: () => {}};
  return new LateSource(address, true, () => foreign(kind, opening));
}
