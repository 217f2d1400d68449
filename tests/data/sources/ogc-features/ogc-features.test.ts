import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HttpError, LoadError, SchemaError} from '../../../../src/data/client/errors.js';
import type {PortalSource} from '../../../../src/data/source.js';
import {open} from '../../../../src/data/sources/ogc-features/ogc-features.js';
import type {Query} from '../../../../src/model/query.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const ROOT = 'https://sig.example/ogc';
const ITEMS = '/ogc/collections/puits/items';

const feature = (n: number, change: object = {}): object => ({
  type: 'Feature',
  id: `puits.${n}`,
  geometry: {type: 'Point', coordinates: [3 + n / 10_000, 50.3]},
  properties: {nom: `Fosse ${n}`, commune: n % 2 ? 'Denain' : 'Anzin', date: '1850-01-01'},
  ...change,
});

/** Properties in which servers in production differ. */
interface ServerBehaviour {
  readonly total?: number;
  /** Property with the number of matches; false if there is none. */
  readonly totalProperty?: 'numberMatched' | 'totalFeatures' | false;
  /** Parameter of the paging links; false if there are no links. */
  readonly pagingParameter?: 'offset' | 'startIndex' | 'token' | false;
  /** Maximum number of records of a response. */
  readonly maxRecords?: number;
  /** True if unknown parameters are rejected. */
  readonly isStrict?: boolean;
  /** Origin of the links. */
  readonly origin?: string;
  readonly knownParameters?: readonly string[];
}

function serve(
  {
    total = 2_500,
    totalProperty: counts = 'numberMatched',
    pagingParameter: links = 'offset',
    maxRecords: most = 1_000,
    isStrict = false,
    origin = 'https://sig.example',
    knownParameters: knows = [
      'limit',
      'offset',
      'startIndex',
      'token',
      'bbox',
      'datetime',
      'f',
      'key',
    ],
  }: ServerBehaviour = {},
  address = `${ROOT}/collections/puits`,
) {
  const fake = new FakeServer(url => {
    const {pathname, searchParams} = url;
    if (pathname === '/ogc/collections/puits') {
      return {
        id: 'puits',
        title: 'Puits de mine',
        links: [
          {rel: 'self', href: `${ROOT}/collections/puits`, type: 'application/json'},
          {rel: 'license', href: 'https://licence.example/', title: 'Licence Ouverte 2.0'},
        ],
      };
    }
    if (pathname !== ITEMS) return 404;
    const own = (name: string) => (links === name ? [] : [name]);
    const unknown = isStrict ? [...own('offset'), ...own('startIndex'), ...own('token')] : [];
    if (unknown.some(name => searchParams.has(name))) return 400;
    const [west = -180, , east = 180] = knows.includes('bbox')
      ? (searchParams.get('bbox')?.split(',').map(Number) ?? [])
      : [];
    const first = Math.max(1, Math.ceil((west - 3) * 10_000 - 1e-6));
    const last = Math.min(total, Math.floor((east - 3) * 10_000 + 1e-6));
    const start = Number(searchParams.get(links || 'offset') ?? 0);
    const limit = Math.min(most, Number(searchParams.get('limit') ?? 10));
    const matched = Math.max(0, last - first + 1);
    const count = Math.max(0, Math.min(limit, matched - start));
    const next = new URL(url);
    next.searchParams.set(links || '', String(start + limit));
    const link = {
      rel: 'next',
      type: 'application/geo+json',
      href: origin + next.pathname + next.search,
    };
    const html = {rel: 'next', type: 'text/html', href: 'https://sig.example/page.html'};
    return {
      type: 'FeatureCollection',
      features: [...Array(count).keys()].map(i => feature(first + start + i)),
      numberReturned: count,
      timeStamp: '2026-11-24T12:00:00Z',
      ...(counts && {[counts]: matched}),
      links: links && start + count < matched ? [html, link] : [],
    };
  });
  return {fake, source: open({url: address, fields: '', client: fake.client, warn: fake.warn})};
}

const runQuery = (source: PortalSource, query: Query = {}) =>
  source.find('resources', {limit: 12, ...query}, {signal: neverAborted});
const items = (fake: FakeServer): string[] =>
  fake.requests
    .filter(address => address.startsWith(ITEMS))
    .map(address => address.slice(ITEMS.length));

describe('the URL of an OGC API', () => {
  for (const address of [
    `${ROOT}/collections/puits`,
    `${ROOT}/collections/puits/`,
    `${ROOT}/collections/puits/items`,
    `${ROOT}/collections/puits/items?limit=50&f=html&offset=10`,
  ]) {
    it(`may be ${address.slice(19)}`, async () => {
      const {fake, source} = serve({}, address);
      assert.equal((await runQuery(source)).items.at(0).title, 'Fosse 1');
      assert.deepEqual(items(fake), ['?limit=12']);
    });
  }

  it('keeps its own parameters', async () => {
    const {fake, source} = serve({}, `${ROOT}/collections/puits/items?key=abc&f=json&limit=3`);
    await runQuery(source);
    assert.deepEqual(items(fake), ['?key=abc&f=json&limit=12']);
  });

  it('may end in a suffix, as for QGIS Server', async () => {
    const fake = new FakeServer({'/wfs3/collections/puits/items.json': {features: [feature(1)]}});
    const address = 'https://sig.example/wfs3/collections/puits/items.json';
    const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
    assert.equal((await runQuery(source)).total, 1);
  });

  const service = (collections: unknown, address = `${ROOT}/`) => {
    const fake = new FakeServer({
      '/ogc/collections': {links: [], collections} as object,
      [ITEMS]: {features: [feature(1)]},
    });
    return open({url: address, fields: '', client: fake.client, warn: fake.warn});
  };

  it('may be that of a service with one collection', async () => {
    for (const address of [ROOT, `${ROOT}/`, `${ROOT}/collections`, `${ROOT}/?f=html`]) {
      const source = service([{id: 'puits'}, {id: 'orthophoto', itemType: 'coverage'}], address);
      assert.equal((await runQuery(source)).total, 1, address);
    }
  });

  it('is rejected if a service has several, which are listed', async () => {
    const source = service([{id: 'puits'}, {id: 'terrils', title: 'Terrils'}]);
    await assert.rejects(runQuery(source), (error: Error) => {
      assert.ok(error instanceof LoadError && error.kind === 'unsupported');
      assert.match(
        error.message,
        /2 collections: name one, .*\/collections\/\{id\}: puits, terrils/,
      );
      return true;
    });
  });

  for (const collections of [[], undefined, {}, [null, 7], [{id: ''}, {id: {}}]])
    it(`is rejected if a service has ${JSON.stringify(collections)}`, () =>
      assert.rejects(runQuery(service(collections)), SchemaError));
});

describe('a feature', () => {
  it('is read by its property names, and placed by its geometry', async () => {
    const {items, attribution} = await runQuery(serve().source);
    assert.deepEqual(items.at(0), {
      id: 'puits.1',
      title: 'Fosse 1',
      commune: {name: 'Denain'},
      published: '1850-01-01',
      geo: {lat: 50.3, lon: 3.0001},
    });
    assert.deepEqual(attribution, {text: 'Puits de mine', licence: 'Licence Ouverte 2.0'});
  });

  it('is placed by its geometry, whatever coordinates its properties have', async () => {
    const properties = {nom: 'Fosse', geo_point_2d: [50.3, 3]};
    const fake = new FakeServer({[ITEMS]: {features: [feature(1, {properties})]}});
    const address = `https://sig.example${ITEMS}`;
    const places = async (fields: string) => {
      const source = open({url: address, fields, client: fake.client, warn: fake.warn});
      return (await runQuery(source)).items.geoAt(0);
    };
    assert.deepEqual(await places(''), {lat: 50.3, lon: 3.0001});
    assert.deepEqual(await places('lat: geo_point_2d.0; lon: geo_point_2d.1'), {
      lat: 50.3,
      lon: 3,
    });
  });

  it('keeps its line or area', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [3, 50],
        [3.1, 50.1],
        [3.2, 50.1],
      ],
    };
    const features = [feature(1, {geometry: line}), feature(2, {geometry: null})];
    const fake = new FakeServer({[ITEMS]: {features}});
    const address = `https://sig.example${ITEMS}`;
    const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
    const {items} = await source.find('projects', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual(items.geometryAt?.(0), line);
    assert.deepEqual(items.geoAt(0), {lat: 50.1, lon: 3.1});
    assert.equal(items.geoAt(1), undefined);
  });

  it('that is invalid is dropped', async () => {
    const features = [
      null,
      7,
      [],
      {},
      {type: 'Feature', properties: [], geometry: 'x'},
      feature(1),
    ];
    const fake = new FakeServer({[ITEMS]: {features}});
    const address = `https://sig.example${ITEMS}`;
    const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
    const {items} = await runQuery(source);
    assert.equal(items.at(items.length - 1).title, 'Fosse 1');
  });

  for (const body of [{}, [], {features: {}}, {type: 'Exception'}, '<html>', 'null'])
    it(`is not found in a response such as ${JSON.stringify(body)}`, async () => {
      const fake = new FakeServer({[ITEMS]: body});
      const address = `https://sig.example${ITEMS}`;
      const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
      await assert.rejects(runQuery(source), SchemaError);
    });
});

describe('the pages of', () => {
  const servers: Readonly<Record<string, ServerBehaviour>> = {
    'ldproxy, which is strict': {isStrict: true},
    pygeoapi: {maxRecords: 500},
    GeoServer: {pagingParameter: 'startIndex'},
    'QGIS Server': {maxRecords: 600},
    'pg_featureserv, without links and without a count': {
      pagingParameter: false,
      totalProperty: false,
    },
    'a server without links that returns less than requested': {
      pagingParameter: false,
      maxRecords: 300,
    },
    'a server with opaque links and no count': {
      pagingParameter: 'token',
      totalProperty: false,
      isStrict: true,
    },
    'a server whose links are http': {origin: 'http://sig.example'},
    'a server with relative links': {origin: ''},
  };
  for (const [name, habits] of Object.entries(servers)) {
    describe(name, () => {
      it('are read to the last', async () => {
        const {source} = serve(habits);
        const {items, total, cappedAt} = await source.find(
          'projects',
          {limit: Infinity},
          {signal: neverAborted},
        );
        assert.deepEqual([items.length, total, cappedAt], [2_500, 2_500, undefined]);
        assert.equal(new Set([...items].map(({id}) => id)).size, 2_500);
      });

      it('can be read one by one', async () => {
        const {source} = serve({...habits, total: 40});
        const ids = [];
        for (const page of [1, 2, 3, 4]) {
          const {items, total} = await runQuery(source, {page});
          assert.equal(total, 40);
          ids.push(...[...items].map(({id}) => id));
        }
        assert.deepEqual(
          ids,
          [...Array(40).keys()].map(i => `puits.${i + 1}`),
        );
      });

      it('can be read starting with the third', async () => {
        const {source} = serve({...habits, total: 40});
        const {items, total} = await runQuery(source, {page: 3});
        assert.deepEqual([items.at(0).id, items.length, total], ['puits.25', 12, 40]);
      });

      it('end if the last one is full', async () => {
        const {source} = serve({...habits, total: habits.maxRecords ?? 1_000});
        const {items, cappedAt} = await source.find(
          'projects',
          {limit: Infinity},
          {signal: neverAborted},
        );
        assert.deepEqual([items.length, cappedAt], [habits.maxRecords ?? 1_000, undefined]);
      });
    });
  }

  it('a large server are counted up to a limit if it reports no total', async () => {
    const {source} = serve({pagingParameter: 'token', totalProperty: false});
    const {items, total, cappedAt} = await runQuery(source);
    assert.deepEqual([items.length, total, cappedAt], [12, 1_000, 1_000]);
  });

  it('a server are requested one at a time if it reports a total', async () => {
    const {fake, source} = serve({isStrict: true});
    for (const page of [1, 2, 3]) await runQuery(source, {page});
    assert.deepEqual(items(fake), ['?limit=12', '?limit=12&offset=12', '?limit=12&offset=24']);
  });
});

describe('a query to an OGC API', () => {
  it('filters by box and time, with the parameters of the standard', async () => {
    const {fake, source} = serve();
    await source.find(
      'resources',
      {bbox: [3.01, 50, 3.02, 51], from: '1850', to: '1850-02'},
      {signal: neverAborted},
    );
    assert.equal(
      items(fake).at(-1),
      '?bbox=3.01,50,3.02,51&datetime=1850-01-01/1850-02-28&limit=12',
    );
    await runQuery(source, {to: '1850'});
    assert.equal(items(fake).at(-1), '?datetime=../1850-12-31&limit=12');
  });

  it('runs in the browser if the server ignores it', async () => {
    const {fake, source} = serve({total: 300, knownParameters: []});
    const {total} = await runQuery(source, {bbox: [3.0101, 50, 3.0103, 51]});
    assert.equal(total, 3);
    assert.ok(
      fake.warnings.some(line => line.includes('bbox')),
      String(fake.warnings),
    );
    assert.equal((await runQuery(source, {from: '1900'})).total, 0);
  });

  it('runs in the browser if the standard has no parameter for it', async () => {
    const {fake, source} = serve({total: 300});
    const query: Query = {q: 'fosse 12', sort: '-title', facets: ['commune']};
    const {items: found, facets, total} = await runQuery(source, query);
    assert.equal(total, 13);
    assert.equal(found.at(0).title, 'Fosse 212');
    assert.deepEqual(
      facets.commune?.map(({count}) => count),
      [8, 5],
    );
    assert.ok(items(fake).every(search => !search.includes('q=')));
  });

  it('that fails is reported as an error', async () => {
    const {fake, source} = serve();
    fake.responses = () => 404;
    await assert.rejects(runQuery(source), HttpError);
  });
});
