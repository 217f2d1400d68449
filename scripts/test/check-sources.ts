// npm run check:sources: serves each source kind on this machine, with pages of awkward lengths, reads it as a widget
// does and counts every record. Prints a table; the exit code is 1 if a record is lost, repeated or out of order.
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Client} from '../../src/data/client/client.js';
import {
  LENGTHS,
  range,
  type ServerCase,
  SERVERS,
  type Stock,
} from '../../tests/data/sources/shared/replay-servers.js';

const COUNTS = [0, 1, 83, 250];
const LIMITS = [7, 12, 100];
const {signal} = new AbortController();

let current: {readonly server: ServerCase; readonly stock: Stock} | undefined;

const http = createServer((request, response) => {
  void (async () => {
    if (!current) throw new Error('no server is set');
    const url = new URL(request.url ?? '', origin);
    const answer = current.server.answer(url, current.stock);
    const reply =
      typeof answer === 'number'
        ? new Response('', {status: answer})
        : typeof answer === 'string'
          ? new Response(answer)
          : answer instanceof Response
            ? answer
            : Response.json(answer);
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(Buffer.from(await reply.arrayBuffer()));
  })();
});
await new Promise<void>(resolve => void http.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

/** Reads all pages of a list, and returns the ids in order. */
async function readAll(server: ServerCase, limit: number): Promise<readonly string[]> {
  const {pathname, search} = new URL(server.address);
  const source = server.open({
    url: `${origin}${pathname}${search}`,
    fields: '',
    client: new Client(),
    warn: () => undefined,
  });
  const {collection = 'resources'} = server;
  const ids: string[] = [];
  for (let page = 1, last = 1; page <= last; page++) {
    const {items, total} = await source.find(collection, {limit, page}, {signal});
    if (page === 1) last = Math.ceil(total / limit);
    ids.push(...[...items].map(({id}) => String(id)));
  }
  return ids;
}

/** Returns a description of the first difference; undefined if there is none. */
function difference(found: readonly string[], expected: readonly string[]): string | undefined {
  if (found.join() === expected.join()) return undefined;
  const unique = new Set(found);
  const lost = expected.filter(id => !unique.has(id)).length;
  return `${lost} lost, ${found.length - unique.size} repeated, of ${expected.length}`;
}

console.log('| source | page lengths | records read | result |\n| --- | --- | --- | --- |');
let failures = 0;
for (const [name, server] of Object.entries(SERVERS)) {
  const lengths = server.isAlwaysFull
    ? {'as long as requested': LENGTHS['as long as requested']}
    : LENGTHS;
  let read = 0;
  const problems: string[] = [];
  for (const [length, lengthOf] of Object.entries(lengths))
    for (const count of COUNTS)
      for (const limit of LIMITS) {
        // Fifty pages at most are read of a file: 250 records in pages of three would be 84.
        const stock = {count: lengthOf(20) < 10 ? Math.min(count, 83) : count, lengthOf};
        current = {server, stock};
        const expected = server.idsOf?.(stock.count) ?? range(1, stock.count + 1).map(String);
        try {
          const ids = await readAll(server, limit);
          read += ids.length;
          const fault = difference(ids, expected);
          if (fault) problems.push(`${length}, by ${limit}: ${fault}`);
        } catch (error) {
          problems.push(`${length}, by ${limit}: ${error instanceof Error ? error.message : ''}`);
        }
      }
  failures += problems.length;
  const result = problems.length === 0 ? 'every record once' : problems.slice(0, 3).join('; ');
  console.log(`| ${name} | ${Object.keys(lengths).length} | ${read} | ${result} |`);
}
http.close();
process.exitCode = failures > 0 ? 1 : 0;
