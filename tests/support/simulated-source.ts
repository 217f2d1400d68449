import {
  SIMULATED_SERVERS,
  SimulatedServers,
  type SimulatedData,
} from '../../demo/made/foreign/servers.js';
import {Client} from '../../src/data/client/client.js';
import type {PortalSource} from '../../src/data/source.js';
import {SourceDecorator} from '../../src/data/decorators/source-decorator.js';
import {openForeignSource} from '../../src/data/sources/registry.js';

const ORIGIN = 'https://example.org';

/** Returns a source backed by a simulated server in the page; nothing is requested from the network. */
export function simulatedSource(
  kind: string,
  path: string,
  stock: SimulatedData,
  fields = '',
): PortalSource {
  const servers = new SimulatedServers(stock);
  const client = new Client({
    fetch: async (address: string) => {
      const {pathname, searchParams} = new URL(address);
      const [, name = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(pathname) ?? [];
      if (!SIMULATED_SERVERS.includes(name)) return new Response('', {status: 404});
      const {status = 200, body, headers} = servers.respond(name, rest, searchParams, ORIGIN);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return new Response(text, {status, headers: {...headers}});
    },
  });
  const address = `${ORIGIN}/${path}`;
  // Warnings are covered by the tests of the sources.
  const options = {url: address, fields, client, warn: () => {}};
  return new SourceDecorator({name: address, isForeign: true}, () =>
    openForeignSource(kind, options),
  );
}
