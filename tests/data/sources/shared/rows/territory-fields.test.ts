import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PortalSource} from '../../../../../src/data/source.js';
import {open as openOgc} from '../../../../../src/data/sources/ogc-features/ogc-features.js';
import {open as openOds} from '../../../../../src/data/sources/opendatasoft/opendatasoft.js';
import {open as openTabular} from '../../../../../src/data/sources/tabular/tabular.js';
import {TerritorialSource} from '../../../../../src/data/decorators/territorial-source.js';
import type {Query} from '../../../../../src/model/query.js';
import {communes} from '../../../../support/communes.js';
import {FakeServer, neverAborted} from '../../../fake-server.js';

interface Row {
  readonly [field: string]: unknown;
}

const API = '/api/explore/v2.1/catalog/datasets/monuments';
const TABLE = '/api/resources/a1/data/';
const CODES = ['59', '62', '2A'];
/** Returns a monument with the département in a separate field. */
const row = (n: number): Row => ({
  nom: `Église ${n}`,
  insee: n % 3 === 2 ? '2A004' : n % 3 ? '62014' : '59350',
  dep: CODES[n % 3],
});

type Make = (n: number) => Row;

/** Returns the rows of the given départements or municipalities. The portal has many. */
function matchingRows(words: string, make: Make): readonly Row[] {
  const all = [...Array(6000).keys()].map(make);
  const wanted = CODES.filter(code => words.includes(`"${code}"`) || words.includes(`:${code}`));
  if (wanted.length > 0) return all.filter(({dep}) => wanted.includes(String(dep)));
  return words.includes('59350') ? all.filter(({insee}) => insee === '59350') : all;
}

function opendatasoftSource(make: Make = row, field: object = {}, fields = '') {
  const text = (name: string) => ({name, type: 'text', annotations: {}});
  const server = new FakeServer(({pathname, searchParams}) => {
    if (pathname === API) return {fields: [text('nom'), text('insee'), {...text('dep'), ...field}]};
    const words = `${searchParams.get('where') ?? ''} ${searchParams.get('refine') ?? ''}`;
    const rows = matchingRows(words, make);
    const offset = Number(searchParams.get('offset') ?? 0);
    const page = rows.slice(offset, offset + Number(searchParams.get('limit')));
    return pathname.endsWith('/json') ? page : {total_count: rows.length, results: page};
  });
  const {client, warn: tell} = server;
  const address = 'https://a.example/explore/dataset/monuments/';
  return {server, source: openOds({url: address, fields, client, warn: tell})};
}

const {client: communeServer} = new FakeServer(() => communes);

/** Returns the records found for a territory, and the requests, without those for the schema and the sample. */
async function runQuery(
  {server, source}: {server: FakeServer; source: PortalSource},
  query: Query,
) {
  const outer = new TerritorialSource(
    source,
    'https://c.example/communes.json',
    communeServer,
    server.warn,
  );
  const answer = await outer.find('resources', {limit: 3, ...query}, {signal: neverAborted});
  const asked = server.requests
    .slice(1)
    .map(address => decodeURIComponent(address.replace(/\+/g, ' ')));
  const places = [...answer.items].map(({commune}) => commune?.departement ?? commune?.insee);
  return {...answer, asked: asked.join('\n'), places: [...new Set(places)]};
}

describe('a territory in a query to an Opendatasoft portal', () => {
  it('is filtered by the field with the codes, and paged by the server', async () => {
    const {asked, total, places, cappedAt} = await runQuery(opendatasoftSource(), {
      departement: ['59'],
    });
    assert.match(asked, /where=dep in \("59"\)&limit=3$/);
    assert.deepEqual([total, places, cappedAt], [2000, ['59'], undefined]);
    const two = await runQuery(opendatasoftSource(), {departement: ['2a', '59']});
    assert.match(two.asked, /where=dep in \("2A", "59"\)/);
    assert.equal(two.total, 4000);
  });

  it('is filtered as one value of a facet', async () => {
    const {asked, total} = await runQuery(opendatasoftSource(row, {annotations: {facet: []}}), {
      departement: ['62'],
    });
    assert.match(asked, /refine=dep:62/);
    assert.equal(total, 2000);
  });

  it('is filtered by the field that the webmaster names', async () => {
    const renamed = (n: number): Row => ({...row(n), dep: undefined, zone: CODES[n % 3]});
    const server = opendatasoftSource(renamed, {name: 'zone'}, 'departement: zone');
    assert.match((await runQuery(server, {departement: ['59']})).asked, /where=zone in \("59"\)/);
  });

  for (const [what, make, field] of [
    [
      'names',
      n => ({...row(n), dep: {'59': 'Nord', '2A': 'Corse-du-Sud'}[CODES[n % 3] ?? ''] ?? '62'}),
      {},
    ],
    ['numbers', n => ({...row(n), dep: Number(CODES[n % 3]) || null}), {type: 'int'}],
    ['a code in some records only', n => ({...row(n), dep: n % 2 ? null : CODES[n % 3]}), {}],
  ] as const satisfies readonly (readonly [string, Make, object])[])
    it(`is filtered in the browser, as far as possible, if the field has ${what}`, async () => {
      const {asked, total, places, cappedAt} = await runQuery(opendatasoftSource(make, field), {
        departement: ['2A'],
      });
      assert.doesNotMatch(asked, /dep in|refine/);
      assert.ok(
        places.every(place => place === '2A' || place === '2A004'),
        places.join(),
      );
      assert.ok(total > 0 && total <= 2000, String(total));
      assert.equal(cappedAt, 5000);
    });

  it('is filtered by its communes if it is an EPCI', async () => {
    const {asked, total, places, cappedAt} = await runQuery(opendatasoftSource(), {
      epci: ['200093201'],
    });
    assert.match(asked, /where=insee in \("59350"\)/);
    assert.deepEqual([total, places, cappedAt], [2000, ['59'], undefined]);
  });

  it('is filtered by its communes beside a facet that counts them', async () => {
    const query: Query = {epci: ['200093201'], facets: ['commune'], commune: ['59350']};
    const {total, facets, asked} = await runQuery(opendatasoftSource(), query);
    assert.match(asked, /where=insee in \("59350"\)/);
    assert.equal(total, 2000);
    assert.deepEqual(
      facets.commune?.map(({value}) => value),
      ['59350'],
    );
  });

  it('is filtered in the browser permanently once the portal has rejected it', async () => {
    const {server, source} = opendatasoftSource();
    const {responses: answers} = server;
    server.responses = url =>
      url.search.includes('where=dep') ? 400 : typeof answers === 'function' ? answers(url) : 404;
    const {places, total} = await runQuery({server, source}, {departement: ['59']});
    assert.deepEqual(places, ['59']);
    assert.ok(total > 1000);
    assert.match(server.warnings.join('\n'), /departement: done here/);
  });
});

describe('a territory in a query to the Tabular API', () => {
  const tabular = () => {
    const server = new FakeServer(({pathname, search}) => {
      if (pathname !== TABLE) return 404;
      const [, words = ''] = /dep__(?:exact|in)=([^&]*)/.exec(decodeURIComponent(search)) ?? [];
      const rows = matchingRows(words.replace(/\w+/g, '"$&"'), row);
      const size = Number(/page_size=(\d+)/.exec(search)?.[1]);
      return {data: rows.slice(0, size), meta: {total: rows.length}};
    });
    const {client, warn: tell} = server;
    const address = `https://a.example${TABLE}`;
    return {server, source: openTabular({url: address, fields: '', client, warn: tell})};
  };

  it('is filtered by the column with the codes', async () => {
    const one = await runQuery(tabular(), {departement: ['59']});
    assert.match(one.asked, /dep__exact=59/);
    assert.deepEqual([one.total, one.places], [2000, ['59']]);
    const two = await runQuery(tabular(), {departement: ['59', '2A']});
    assert.match(two.asked, /dep__in=59,2A/);
    assert.equal(two.total, 4000);
  });
});

describe('a territory in a query to an OGC API', () => {
  it('is filtered in the browser: a server may ignore it silently', async () => {
    const server = new FakeServer(({searchParams}) => {
      const limit = Number(searchParams.get('limit') ?? 10);
      const features = [...Array(Math.min(limit, 300)).keys()].map(n => ({
        type: 'Feature',
        id: n,
        geometry: null,
        properties: row(n),
      }));
      return {type: 'FeatureCollection', features, numberMatched: 300};
    });
    const {client, warn: tell} = server;
    const address = 'https://a.example/collections/monuments/items';
    const source = openOgc({url: address, fields: '', client, warn: tell});
    const {asked, total, places} = await runQuery({server, source}, {departement: ['59']});
    assert.doesNotMatch(asked, /dep=|departement/);
    assert.deepEqual([total, places], [100, ['59']]);
  });
});
