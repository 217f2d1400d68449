import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Query} from '../../../../src/model/query.js';
import {FakeServer, neverAborted} from '../../fake-server.js';
import {LENGTHS, range, type ServerCase, SERVERS, type Stock} from './replay-servers.js';

const COUNTS = [0, 1, 20, 83];
const LIMITS = [5, 12, 100];

function serve({address, open, answer}: ServerCase, stock: Stock) {
  const fake = new FakeServer(url => answer(url, stock));
  const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
  return {fake, source};
}

/** The order in which a reader opens the pages of a list. */
type Way = 'one after the other' | 'from the last to the first' | 'each in a page of its own';

interface Reading {
  readonly stock: Stock;
  readonly limit: number;
  readonly facets?: Query['facets'];
  readonly way?: Way;
  readonly filter?: Query;
}

/** Opens all pages of a list: the first one is asked for with the facets, the others without, as the widget does. */
async function read(server: ServerCase, {stock, limit, facets, way, filter}: Reading) {
  const {collection = 'resources'} = server;
  let {source} = serve(server, stock);
  const find = (query: Query) =>
    source.find(collection, {limit, ...filter, ...query}, {signal: neverAborted});
  const first = await find({facets});
  const last = Math.ceil(Math.min(first.total, first.cappedAt ?? Infinity) / limit);
  const pages = [[...first.items]];
  const further = range(2, last + 1);
  for (const page of way === 'from the last to the first' ? further.reverse() : further) {
    if (way === 'each in a page of its own') {
      ({source} = serve(server, stock));
      await find({facets});
    }
    pages[page - 1] = [...(await find({page})).items];
  }
  const {total, cappedAt} = first;
  return {total, cappedAt, ids: pages.flat().map(({id}) => String(id))};
}

/** Reads a list and holds it against all records of its server. */
async function check(server: ServerCase, reading: Reading): Promise<void> {
  const {count} = reading.stock;
  const expected = server.idsOf?.(count) ?? range(1, count + 1).map(String);
  const {ids, total, cappedAt} = await read(server, reading);
  const about = `${count} entries, by ${reading.limit}`;
  assert.deepEqual(ids, expected, about);
  // Entries that are no records are counted until they are seen.
  if (server.isOvercounted) assert.ok(total >= expected.length && total <= count, about);
  else assert.equal(total, expected.length, about);
  assert.equal(cappedAt, undefined, about);
}

describe('a list gives every record once, in order, and the right total', () => {
  for (const [name, server] of Object.entries(SERVERS))
    describe(`from ${name}`, () => {
      const {'as long as requested': full} = LENGTHS;
      const lengths = server.isAlwaysFull ? {'as long as requested': full} : LENGTHS;
      for (const [what, lengthOf] of Object.entries(lengths))
        for (const facets of [undefined, ['type']] as const) {
          const about = `with pages ${what}${facets ? ', and with facets' : ''}`;
          it(`${about}, one after the other`, async () => {
            for (const count of COUNTS)
              for (const limit of LIMITS)
                await check(server, {stock: {count, lengthOf}, limit, facets});
          });

          for (const way of ['from the last to the first', 'each in a page of its own'] as const)
            it(`${about}, ${way}`, () =>
              check(server, {stock: {count: 50, lengthOf}, limit: 12, facets, way}));
        }
    });
});

describe('a filter that a server does not have is applied to every page', () => {
  for (const name of [
    'OGC API - Features with links by offset',
    'OGC API - Features without links',
    'Opendatasoft',
  ])
    for (const [what, lengthOf] of Object.entries(LENGTHS))
      it(`${name}, with pages ${what}`, async () => {
        const server = SERVERS[name] as ServerCase;
        for (const facets of [undefined, ['type']] as const) {
          const reading = {stock: {count: 50, lengthOf}, limit: 12, facets};
          const {ids, total} = await read(server, {...reading, filter: {type: ['moulin']}});
          assert.deepEqual(ids, range(1, 51).filter(n => n % 3 === 1).map(String)); // prettier-ignore
          assert.equal(total, ids.length);
        }
      });
});
