import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LoadError, SchemaError} from '../../../../src/data/client/errors.js';
import type {PortalSource} from '../../../../src/data/source.js';
import {open} from '../../../../src/data/sources/tabular/tabular.js';
import type {Query} from '../../../../src/model/query.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const ID = 'aaaaaaaa-1111-bbbb-2222-cccccccccccc';
const API = `/api/resources/${ID}/data/`;
const HOST = 'https://tabular-api.data.gouv.fr';

const garden = (n: number): Record<string, unknown> => ({
  __id: n,
  'Nom du jardin': `Jardin ${n}`,
  commune: n % 2 ? 'Denain' : 'Anzin',
  'Code INSEE': n % 2 ? '59172' : '59014',
  latitude: 50 + n / 1000,
  longitude: 3.4,
  type: n % 3 ? 'parc' : 'potager',
  date: `20${String(10 + (n % 10))}-05-18`,
  'Site web': n % 2 ? 'www.jardin.example' : null,
});

/** Creates the API with gardens, and the source that reads it. */
function openApi({address = `${HOST}${API}`, total = 300, fields = '', row = garden} = {}) {
  const fake = new FakeServer(({pathname, searchParams}) => {
    if (pathname === `${API}json/`) return [...Array(total).keys()].map(i => row(i + 1));
    const page = Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('page_size') ?? 20);
    if (pathname !== API || size > 50) return 404;
    const isPlain = [...searchParams.keys()].every(key => key.startsWith('page'));
    const start = (page - 1) * size + (isPlain ? 1 : 101);
    const count = Math.max(0, Math.min(size, total - (page - 1) * size));
    return {
      data: [...Array(count).keys()].map(i => row(start + i)),
      // Some instances use an internal host name in their links.
      links: {next: `http://localhost:8005${API}?page=${page + 1}&page_size=${size}`, prev: null},
      meta: {page, page_size: size, total},
    };
  });
  return {fake, source: open({url: address, fields, client: fake.client, warn: fake.warn})};
}

const runQuery = (source: PortalSource, query: Query) =>
  source.find('resources', {limit: 3, ...query}, {signal: neverAborted});
const lastParameters = (fake: FakeServer): string[] =>
  decodeURIComponent((fake.requests.at(-1) ?? '').replace(/.*\?/, '')).split('&');

describe('the URL of a table', () => {
  for (const address of [
    `${HOST}/api/resources/${ID}/data/`,
    `${HOST}/api/resources/${ID}/data/?page=3&page_size=20`,
    `${HOST}/api/resources/${ID}`,
    `${HOST}/api/resources/${ID}/profile/`,
    `${HOST}/api/resources/${ID}/data/csv/`,
    `https://www.data.gouv.fr/fr/datasets/r/${ID}`,
    `https://www.data.gouv.fr/datasets/jardins/#/resources/${ID}`,
    `https://www.data.gouv.fr/datasets/jardins?resource_id=${ID}`,
  ]) {
    it(`may be ${address}`, async () => {
      const {fake, source} = openApi({address});
      assert.equal((await runQuery(source, {page: 2})).items.at(0).title, 'Jardin 4');
      assert.deepEqual(fake.requests, [`${API}?page=2&page_size=3`]);
    });
  }

  it('keeps its own filters', async () => {
    const {fake, source} = openApi({address: `${HOST}${API}?type__exact=parc&page=2&columns=type`});
    await runQuery(source, {});
    assert.deepEqual(lastParameters(fake), ['type__exact=parc', 'page=1', 'page_size=3']);
  });

  for (const address of ['https://www.data.gouv.fr/fr/datasets/jardins/', `${HOST}/api/doc`])
    it(`is rejected if it is ${address}`, () => assert.throws(() => openApi({address}), LoadError));
});

describe('a row of a table', () => {
  it('is read by its column names', async () => {
    assert.deepEqual((await runQuery(openApi().source, {})).items.at(0), {
      id: '1',
      title: 'Jardin 1',
      url: 'https://www.jardin.example/',
      commune: {name: 'Denain', insee: '59172'},
      geo: {lat: 50.001, lon: 3.4},
      type: 'parc',
      published: '2011-05-18',
    });
  });

  for (const body of [
    [],
    {},
    {data: {}},
    {errors: [{code: 1, title: 'x', detail: 'y'}]},
    '',
    'x',
  ]) {
    it(`is not found in ${JSON.stringify(body)}`, async () => {
      const fake = new FakeServer({[API]: body});
      const address = `${HOST}${API}`;
      const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
      if (Array.isArray(body)) assert.equal((await runQuery(source, {})).total, 0);
      else await assert.rejects(runQuery(source, {}), SchemaError);
    });
  }
});

describe('a query to the Tabular API', () => {
  const parametersOf = async (query: Query, options: Parameters<typeof openApi>[0] = {}) => {
    const {fake, source} = openApi({total: 20_000, ...options});
    await runQuery(source, query);
    // The first request after the sample. This server does not filter, which may cause others.
    const [, request = ''] = fake.requests;
    return decodeURIComponent(request.replace(/.*\?/, ''))
      .split('&')
      .filter(part => !part.startsWith('page'));
  };

  it('searches each word in the text columns', async () => {
    const either = (word: string) =>
      `or=(Nom du jardin__contains.${word},commune__contains.${word})`;
    assert.deepEqual(await parametersOf({q: 'rose vert'}), [either('rose'), either('vert')]);
  });

  it('never lets a word act as an operator of the API', async () =>
    assert.deepEqual(await parametersOf({q: 'a,b)&type__exact=x'}), [
      'or=(Nom du jardin__contains.a*b**type**exact*x,commune__contains.a*b**type**exact*x)',
    ]));

  it('filters by a column value', async () => {
    assert.deepEqual(await parametersOf({type: ['parc']}), ['type__exact=parc']);
    assert.deepEqual(await parametersOf({type: ['parc', 'potager']}), ['type__in=parc,potager']);
    assert.deepEqual(await parametersOf({commune: ['59172']}), ['Code INSEE__exact=59172']);
  });

  it('filters by box, unless it crosses the antimeridian', async () => {
    assert.deepEqual(await parametersOf({bbox: [3, 50, 4, 51]}), [
      'latitude__greater=50',
      'latitude__less=51',
      'longitude__greater=3',
      'longitude__less=4',
    ]);
    const {fake, source} = openApi();
    await runQuery(source, {bbox: [170, -20, -170, 20]});
    assert.ok(fake.requests.every(address => !address.includes('latitude__')));
  });

  it('filters by full days and by years', async () => {
    assert.deepEqual(await parametersOf({from: '2012', to: '2014-02'}), [
      'date__strictly_less=2014-03-01',
      'date__greater=2012-01-01',
    ]);
    const row = (n: number) => ({__id: n, nom: 'A', annee: 2012 + (n % 2)});
    assert.deepEqual(await parametersOf({from: '2012-03', to: '2014-02'}, {row}), [
      'annee__strictly_less=2015',
      'annee__greater=2012',
    ]);
  });

  it('filters by the start date, and by the end date in the browser', async () => {
    const row = (n: number) => ({
      __id: n,
      nom: 'A',
      debut: '2011-01-01',
      fin: n % 2 ? null : '2012-01-01',
    });
    const fields = 'start: debut; end: fin';
    const {fake, source} = openApi({row, fields});
    const {total} = await runQuery(source, {from: '2013', to: '2014'});
    assert.equal(total, 150);
    assert.ok(fake.requests.some(address => address.includes('debut__strictly_less=2015-01-01')));
    assert.ok(!fake.requests.some(address => address.includes('__greater')));
  });

  it('is sorted by the server', async () => {
    assert.deepEqual(await parametersOf({sort: '-title'}), ['Nom du jardin__sort=desc']);
    assert.deepEqual(await parametersOf({sort: 'date'}), ['date__sort=asc']);
  });

  it('runs in the browser if a column has handwritten dates', async () => {
    const row = (n: number) => ({...garden(n), date: `18/05/20${String(10 + (n % 10))}`});
    const {fake, source} = openApi({row});
    const {total} = await runQuery(source, {from: '2012', to: '2014'});
    assert.equal(total, 90);
    assert.ok(fake.requests.every(address => !address.includes('date__')));
  });

  it('runs in the browser, over all rows in one response, if they are few', async () => {
    const {fake, source} = openApi();
    const {facets, total} = await runQuery(source, {
      facets: ['type', 'commune'],
      type: ['potager'],
    });
    assert.equal(total, 100);
    assert.deepEqual(
      facets.type?.map(({count}) => count),
      [200, 100],
    );
    assert.deepEqual(
      fake.requests.map(address => decodeURIComponent(address)),
      [
        `${API}?page=1&page_size=20`,
        `${API}?page=1&page_size=1`,
        `${API}json/?columns=__id,Nom du jardin,Site web,latitude,longitude,date,type,commune,Code INSEE`,
      ],
    );
  });

  it('reads fifty rows at a time if they are many', async () => {
    const {fake, source} = openApi({total: 20_000});
    const {items, total, cappedAt} = await source.find(
      'projects',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual([items.length, total, cappedAt], [3_000, 20_000, 3_000]);
    assert.ok(!fake.requests.some(address => address.includes('json')));
  });
});
