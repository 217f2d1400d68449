import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {communeColumns} from '../../../src/data/communes.js';
import {ItemsSource} from '../../../src/data/sources/document/document.js';
import {CommuneLocatedSource} from '../../../src/data/decorators/commune-located-source.js';
import {communes} from '../../support/communes.js';
import {FakeServer, neverAborted} from '../fake-server.js';

const TABLE = 'https://a.example/communes.json';

async function openSource(
  resources: readonly unknown[],
  table: object | number = communeColumns(communes),
  address = TABLE,
) {
  const server = new FakeServer({'/communes.json': table});
  const source = new CommuneLocatedSource(
    new ItemsSource({resources}, () => {}),
    address,
    server.client,
    server.warn,
  );
  const {items, total} = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
  const places = [...items].map((_, index) => {
    const {lat, lon} = items.geoAt(index) ?? {};
    return `${lat},${lon}${items.isApproximateAt?.(index) ? ' ~' : ''}`;
  });
  return {server, source, items, total, places};
}

const exact = {id: 'x', title: 'Exact', geo: {lat: 50, lon: 3}, commune: {insee: '59350'}};
const byCode = {id: 'c', title: 'Par code', commune: {name: 'Ors', insee: '59450'}};
const byName = {id: 'n', title: 'Par nom', geo: null, commune: {name: 'ors'}};

describe('records with a commune but no coordinates', () => {
  it('are placed at its centre, marked as approximate', async () => {
    const {places, total, items, server} = await openSource([exact, byCode, byName]);
    assert.deepEqual(places, ['50,3', '50.101,3.634 ~', '50.101,3.634 ~']);
    assert.equal(total, 3);
    assert.equal((items.at(1) as {geo?: unknown}).geo, undefined);
    assert.deepEqual(server.warnings, []);
  });

  it('are not placed by a guess; the webmaster sees how many, and why', async () => {
    const {places, server} = await openSource([
      {id: 1, title: 'A', commune: {name: 'Saint-Denis'}},
      {id: 2, title: 'B', commune: {name: 'Nulle-Part'}},
      byCode,
    ]);
    assert.deepEqual(places, ['undefined,undefined', 'undefined,undefined', '50.101,3.634 ~']);
    assert.deepEqual(server.warnings, [
      'places: 2 record(s) stay without a place, the first in "Saint-Denis", which is ambiguous: its INSEE code or département would tell',
    ]);
  });

  it('load the table only when needed, and once', async () => {
    const {server: idle} = await openSource([exact, {id: 'o', title: 'Sans commune'}]);
    assert.deepEqual(idle.requests, []);
    const {server, source} = await openSource([byCode]);
    await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    await source.find('resources', {q: 'code'}, {signal: neverAborted});
    assert.deepEqual(server.requests, ['/communes.json']);
  });

  it('are shown without a place if the table may not be fetched', async () => {
    const {places, server} = await openSource(
      [exact, byCode],
      undefined,
      'http://a.example/c.json',
    );
    assert.deepEqual(places, ['50,3', 'undefined,undefined']);
    assert.deepEqual(server.requests, []);
    assert.match(server.warnings[0] ?? '', /may not be fetched/);
  });

  it('are shown without a place if the table is unavailable or invalid', async () => {
    for (const [table, sentence] of [
      [404, /places: .*404/],
      [{hello: 'world'}, /is no table of communes/],
    ] as const) {
      const {places, server} = await openSource([exact, byCode], table);
      assert.deepEqual(places, ['50,3', 'undefined,undefined']);
      assert.equal(server.warnings.length, 1);
      assert.match(server.warnings[0] ?? '', sentence);
    }
  });
});
