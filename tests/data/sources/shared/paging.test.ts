import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Query} from '../../../../src/model/query.js';
import {sample} from '../../../support/test-scope.js';
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
  for (const [name, server] of sample(Object.entries(SERVERS)))
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

/** Kinds of source whose records have a type, by which their stubs do not filter. */
const TYPED = Object.keys(SERVERS).filter(name =>
  /^(?:OGC|Opendatasoft|the Tabular API|GeoJSON|CSV)/.test(name),
);
const NUMBERED = Object.keys(SERVERS).filter(
  name => !/portal API|^OpenAgenda|Events Calendar|a calendar/.test(name),
);
/** Kinds of source whose records have coordinates. */
const PLACED = Object.keys(SERVERS).filter(
  name => !/WordPress|Events Calendar|a calendar|RSS|each time/.test(name),
);

/** Reads the pages of a filtered list with each length of pages, and holds the ids against the expected ones. */
function itIsFiltered(name: string, filter: Query, isExpected: (n: number) => boolean): void {
  const server = SERVERS[name] as ServerCase;
  const expected = (server.idsOf?.(50) ?? range(1, 51).map(String)).filter(id =>
    isExpected(Number(id)),
  );
  for (const [what, lengthOf] of Object.entries(LENGTHS)) {
    if (server.isAlwaysFull && what !== 'as long as requested') continue;
    it(`${name}, with pages ${what}`, async () => {
      for (const facets of [undefined, ['type']] as const)
        for (const way of ['one after the other', 'from the last to the first'] as const) {
          const reading = {stock: {count: 50, lengthOf}, limit: 4, facets, way, filter};
          const {ids, total} = await read(server, reading);
          assert.deepEqual(ids, expected, `${way}, facets: ${String(facets)}`);
          assert.equal(total, ids.length);
        }
    });
  }
}

describe('a filter that a server does not have is applied to every page', () => {
  for (const name of TYPED) itIsFiltered(name, {type: ['moulin']}, n => n % 3 === 1);
});

describe('words that a server does not search for are searched for on every page', () => {
  for (const name of NUMBERED) itIsFiltered(name, {q: 'Lieu 3'}, n => String(n).includes('3'));
});

describe('a view of the map gives every record in it once', () => {
  for (const name of PLACED)
    itIsFiltered(name, {bbox: [2.0105, 49, 2.0405, 51]}, n => n > 10 && n <= 40);
});

describe('a server that ignores a filter', () => {
  for (const name of ['Opendatasoft', 'the Tabular API', 'WordPress'])
    it(`of ${name} is noticed on a later page that is opened first`, async () => {
      const {source} = serve(SERVERS[name] as ServerCase, {count: 50, lengthOf: asked => asked});
      const query: Query = {q: 'Lieu 3', limit: 4, page: 3};
      const {items, total} = await source.find('resources', query, {signal: neverAborted});
      assert.deepEqual([...items].map(({id}) => String(id)), ['35', '36', '37', '38']); // prettier-ignore
      assert.equal(total, 14);
    });
});

describe('an order that a server does not have is the same on every page', () => {
  for (const name of TYPED)
    it(name, async () => {
      const server = SERVERS[name] as ServerCase;
      const stock = {count: 50, lengthOf: (asked: number) => asked};
      for (const facets of [undefined, ['type']] as const) {
        const reading = {stock, limit: 12, facets, filter: {sort: '-title'} as const};
        const {ids} = await read(server, reading);
        assert.deepEqual(ids, range(1, 51).reverse().map(String), String(facets));
      }
    });
});

/** Kinds of foreign server. */
const SERVER_KINDS = /^(?:OGC|OpenAgenda|Opendatasoft|the Tabular|WordPress|The Events)/;

describe('a record of a list is found by its id', () => {
  for (const [name, server] of Object.entries(SERVERS)) {
    const {collection = 'resources'} = server;
    const {source} = serve(server, {count: 7, lengthOf: asked => asked});
    const options = {signal: neverAborted};
    // Other servers get no request for a single record: its details come from the list.
    if (!source.isForeign && source.one)
      it(`on request: ${name}`, async () => {
        const {items} = await source.find(collection, {limit: 12}, options);
        assert.equal(items.length, 7);
        for (const record of items)
          assert.deepEqual(await source.one?.(collection, record.id, options), record);
        assert.equal(await source.one?.(collection, 'inconnue', options), undefined);
      });
    else if (!SERVER_KINDS.test(name))
      it(`among all records: ${name}`, async () => {
        const {items} = await source.find(collection, {limit: 5}, options);
        assert.equal(source.isComplete(collection), true);
        const all = [...(await source.find(collection, {limit: Infinity}, options)).items];
        for (const record of items)
          assert.deepEqual(all.filter(({id}) => id === record.id), [record]); // prettier-ignore
      });
  }
});
