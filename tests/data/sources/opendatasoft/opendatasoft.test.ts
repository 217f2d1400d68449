import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LoadError, SchemaError} from '../../../../src/data/client/errors.js';
import type {PortalSource} from '../../../../src/data/source.js';
import {open} from '../../../../src/data/sources/opendatasoft/opendatasoft.js';
import type {Query} from '../../../../src/model/query.js';
import type {Resource} from '../../../../src/model/records.js';
import {dataset, exportV1, monument} from '../../../support/opendatasoft.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const API = '/api/explore/v2.1/catalog/datasets/monuments';
const PAGE = 'https://portail.example/explore/dataset/monuments/table/';

interface Portal {
  readonly address?: string;
  readonly fields?: string;
  readonly total?: number;
  readonly about?: object | number;
  readonly facets?: object;
}

/** Creates a portal with monuments, and the source that reads it. */
function openPortal({address = PAGE, fields = '', total = 44_480, about, facets}: Portal = {}) {
  const fake = new FakeServer(({pathname, searchParams}) => {
    if (pathname === API) return about ?? dataset;
    const limit = Number(searchParams.get('limit') ?? 10);
    const offset = Number(searchParams.get('offset') ?? 0);
    // A filtered or sorted request returns other records than a plain one.
    const isPlain = !['where', 'refine', 'order_by'].some(name => searchParams.has(name));
    const shift = isPlain ? 1 : 101;
    const rows = (count: number) =>
      [...Array(Math.max(0, Math.min(count, total - offset))).keys()].map(i =>
        monument(offset + i + shift),
      );
    if (pathname === `${API}/exports/json`) return rows(limit);
    if (pathname === `${API}/facets`) return facets ?? {facets: []};
    if (pathname !== `${API}/records` || limit > 100 || offset + limit > 10_000) return 400;
    const group = searchParams.get('group_by');
    if (group?.startsWith('year'))
      return {
        results: [
          {total: 3, value: 1999},
          {total: 1, value: 1960},
        ],
      };
    if (group) {
      return {
        results: [
          {total: 3, value: '59172', name: 'Denain'},
          {total: 2, value: '59014', name: null},
          {total: 1, value: '59172', name: 'Denain (Nord)'},
          {total: 5, value: null, name: null},
        ],
      };
    }
    return {total_count: total, results: rows(limit)};
  });
  const opening = {url: address, fields, client: fake.client, warn: fake.warn};
  return {fake, source: open(opening)};
}

/** Returns the parameters of the last request to an endpoint. */
function lastParameters(fake: FakeServer, end: string): Readonly<Record<string, string>> {
  const addresses = fake.requests.filter(address => address.startsWith(`${API}/${end}`));
  const {searchParams} = new URL(addresses.at(-1) ?? '/', 'https://portail.example');
  return Object.fromEntries(searchParams);
}

const runQuery = (source: PortalSource, query: Query) =>
  source.find('resources', query, {signal: neverAborted});
const first = async (source: PortalSource, query: Query = {}): Promise<Resource> =>
  (await runQuery(source, query)).items.at(0);

describe('the URL of a dataset', () => {
  for (const address of [
    'https://portail.example/explore/dataset/monuments/',
    'https://portail.example/explore/dataset/monuments/information/?disjunctive.typologie',
    'https://portail.example/explore/embed/dataset/monuments/map/?location=9,50,3',
    'https://portail.example/explore/assets/monuments/',
    `https://portail.example${API}`,
    `https://portail.example${API}/`,
    `https://portail.example${API}/records?limit=5&offset=10`,
    `https://portail.example${API}/exports/json?limit=-1&lang=fr`,
    'https://portail.example/api/explore/v2.0/catalog/datasets/monuments/records',
    'https://portail.example/api/v2/catalog/datasets/monuments/exports/csv',
    'https://portail.example/api/records/1.0/search/?dataset=monuments&rows=10',
  ]) {
    it(`may be ${address.slice(23)}`, async () => {
      const {fake, source} = openPortal({address});
      await runQuery(source, {limit: 3});
      const lang = address.includes('lang=fr') ? 'lang=fr&' : '';
      assert.deepEqual(fake.requests, [API, `${API}/records?${lang}limit=3`]);
    });
  }

  it('may have a portal in a subfolder', async () => {
    const fake = new FakeServer({});
    const address = 'https://commune.example/donnees/explore/dataset/arbres@commune/';
    const source = open({url: address, fields: '', client: fake.client, warn: fake.warn});
    await assert.rejects(runQuery(source, {}));
    assert.equal(fake.requests[0], '/donnees/api/explore/v2.1/catalog/datasets/arbres@commune');
  });

  it('keeps its own parameters', async () => {
    const page = openPortal({
      address: `${PAGE}?refine.typologie=inscrit%20MH&q=nef%20gothique&rows=5`,
    });
    await runQuery(page.source, {limit: 3});
    assert.deepEqual(lastParameters(page.fake, 'records'), {
      refine: 'typologie:inscrit MH',
      where: '(suggest("nef") and suggest("gothique"))',
      limit: '3',
    });
    const own = "within_distance(coordonnees_au_format_wgs84, geom'POINT(3.6 50.1)', 500m)";
    const api = openPortal({
      address: `https://portail.example${API}/records?where=${encodeURIComponent(own)}&apikey=k&limit=1`,
    });
    await runQuery(api.source, {q: 'nef', limit: 3});
    assert.deepEqual(lastParameters(api.fake, 'records'), {
      apikey: 'k',
      where: `(${own}) and suggest("nef")`,
      limit: '3',
    });
    assert.equal(api.fake.requests[0], `${API}?apikey=k`);
  });

  it('is rejected if it names a portal but no dataset', () => {
    for (const path of ['/explore/', '/api/explore/v2.1/catalog/datasets'])
      assert.throws(() => openPortal({address: `https://portail.example${path}`}), LoadError);
  });
});

describe('a record of an Opendatasoft portal', () => {
  it('is read by its field names', async () => {
    const resource = await first(openPortal().source, {limit: 3});
    assert.deepEqual(resource, {
      id: 'PA00100001',
      title: 'Église n° 1',
      abstract: 'Une seule nef.',
      commune: {name: 'Denain', insee: '59172'},
      authors: ['Dupont Jeanne (architecte)', 'Durand'],
      identifier: 'PA00100001',
      published: '1961-05-18',
      type: 'inscrit MH',
      geo: {lat: 50.3, lon: 3.401},
    });
  });

  it('may have no place, or one as text or as a shape', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [3, 50],
        [3.1, 50.1],
        [3.2, 50.1],
      ],
    };
    const results = [
      {nom: 'Nulle part', geo_point_2d: null},
      {nom: 'Texte', geo_point_2d: '50.1, 3.2'},
      {
        nom: 'Ligne',
        geo_point_2d: null,
        geo_shape: {type: 'Feature', geometry: line, properties: {}},
      },
    ];
    const fake = new FakeServer({[`${API}/records`]: {total_count: 3, results}});
    const source = open({url: PAGE, fields: '', client: fake.client, warn: fake.warn});
    const {items} = await runQuery(source, {});
    assert.deepEqual(
      [0, 1, 2].map(index => items.geoAt(index)),
      [undefined, {lat: 50.1, lon: 3.2}, {lat: 50.1, lon: 3.1}],
    );
    assert.deepEqual(items.geometryAt?.(2), line);
  });

  it('has an attribution, a licence and a date', async () => {
    const {attribution} = await runQuery(openPortal().source, {});
    assert.deepEqual(attribution, {
      text: 'Ministère des exemples',
      url: 'https://portail.example/explore/dataset/monuments/',
      licence: 'Licence Ouverte v2.0 (Etalab)',
      updated: '2026-10-03',
    });
  });

  for (const about of [404, 503, {}, {fields: 'none', metas: {default: {publisher: {}}}}, []]) {
    it(`is shown if the portal describes the dataset as ${JSON.stringify(about)}`, async () => {
      const {items, total} = await runQuery(openPortal({about}).source, {
        limit: 3,
        type: ['classé MH'],
      });
      assert.equal(items.length, 3);
      assert.ok(total > 0);
    });
  }
});

describe('a query to an Opendatasoft portal', () => {
  const where = async (query: Query, options?: Portal): Promise<string | undefined> => {
    const {fake, source} = openPortal(options);
    await source.find('resources', {limit: 3, ...query}, {signal: neverAborted});
    return lastParameters(fake, 'records')['where'];
  };

  it('searches for words that start with each term', async () =>
    assert.equal(await where({q: ' nef  romane '}), 'suggest("nef") and suggest("romane")'));

  it('cannot end the string it is inserted into', async () => {
    assert.equal(await where({q: '"or\\1=1'}), 'suggest("\\"or\\\\1=1")');
    assert.equal(await where({q: 'a\u0000b'}), 'suggest("a b")');
    assert.equal(
      await where({type: ['a" or 1=1', "l'autre"]}),
      'typologie in ("a\\" or 1=1", "l\'autre")',
    );
  });

  it('filters by box, latitude first, also across the antimeridian', async () => {
    assert.equal(
      await where({bbox: [3, 50, 4, 51]}),
      'in_bbox(coordonnees_au_format_wgs84, 50, 3, 51, 4)',
    );
    assert.equal(
      await where({bbox: [3, 50, -4, 51]}),
      '(in_bbox(coordonnees_au_format_wgs84, 50, 3, 51, 180) or ' +
        'in_bbox(coordonnees_au_format_wgs84, 50, -180, 51, -4))',
    );
  });

  it('filters by one facet value with `refine`, by several with `where`', async () => {
    const {fake, source} = openPortal();
    await runQuery(source, {type: ['inscrit MH'], limit: 3});
    assert.equal(lastParameters(fake, 'records')['refine'], 'typologie:inscrit MH');
    assert.equal(
      await where({type: ['inscrit MH', 'classé MH']}),
      'typologie in ("inscrit MH", "classé MH")',
    );
    assert.equal(
      await where({commune: ['59172', '59014']}),
      '("59172" in cog_insee_lors_de_la_protection or "59014" in cog_insee_lors_de_la_protection)',
    );
  });

  it('filters by full days', async () => {
    assert.equal(
      await where({from: '1960', to: '1999-02'}),
      "date_de_publication < date'1999-03-01' and date_de_publication >= date'1960-01-01'",
    );
  });

  it('filters by overlap with a period, and includes records without an end', async () => {
    const fields = [
      {name: 'debut', type: 'date', annotations: {}},
      {name: 'fin', type: 'date', annotations: {}},
      {name: 'annee', type: 'int', annotations: {}},
    ];
    const results = [{nom: 'Foire', debut: '2020-01-01', fin: null, annee: 2020}];
    const clause = async (query: Query, said: string) => {
      const fake = new FakeServer({[API]: {fields}, [`${API}/records`]: {total_count: 1, results}});
      const source = open({url: PAGE, fields: said, client: fake.client, warn: fake.warn});
      await source.find('projects', query, {signal: neverAborted});
      return lastParameters(fake, 'records')['where'];
    };
    assert.equal(
      await clause({from: '2020', to: '2021'}, 'start: debut; end: fin'),
      "debut < date'2022-01-01' and (fin >= date'2020-01-01' or fin is null)",
    );
    assert.equal(
      await clause({from: '2020', to: '2021-06'}, 'start: annee; end: annee'),
      'annee < 2022 and annee >= 2020',
    );
  });

  it('is sorted by the portal', async () => {
    const {fake, source} = openPortal();
    await runQuery(source, {sort: '-title', limit: 3});
    assert.equal(lastParameters(fake, 'records')['order_by'], 'titre_editorial_de_la_notice desc');
    await runQuery(source, {sort: 'date', limit: 3});
    assert.equal(lastParameters(fake, 'records')['order_by'], 'date_de_publication asc');
  });

  it('quotes a field name that is a reserved word', async () => {
    const fake = new FakeServer({
      [API]: {fields: [{name: 'year', type: 'int', annotations: {}}]},
      [`${API}/records`]: {total_count: 1, results: [{nom: 'A', year: 1999}]},
    });
    const source = open({url: PAGE, fields: '', client: fake.client, warn: fake.warn});
    await runQuery(source, {from: '1990'});
    assert.equal(lastParameters(fake, 'records')['where'], '`year` >= 1990');
  });

  it('runs in the browser if the portal cannot do it: several values in one text', async () => {
    const {fake, source} = openPortal({total: 60, fields: 'themes: auteur_de_l_edifice'});
    const {total} = await runQuery(source, {theme: ['Durand'], limit: 3});
    assert.equal(total, 40);
    assert.equal(lastParameters(fake, 'exports/json')['where'], undefined);
  });
});

describe('the pages of an Opendatasoft portal', () => {
  it('end at the paging limit of the API, which is reported', async () => {
    const {fake, source} = openPortal();
    const near = await runQuery(source, {limit: 100, page: 100});
    assert.deepEqual([near.items.length, near.total, near.cappedAt], [100, 44_480, 10_000]);
    const beyond = await runQuery(source, {limit: 100, page: 101});
    assert.deepEqual([beyond.items.length, beyond.total, beyond.cappedAt], [0, 44_480, 10_000]);
    assert.ok(!fake.requests.some(address => address.includes('offset=10000')));
  });

  it('are one export for a map, with the fields shown, and the missing part is reported', async () => {
    const {fake, source} = openPortal();
    const {items, total, cappedAt} = await source.find(
      'projects',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual([items.length, total, cappedAt], [5_000, 44_480, 5_000]);
    const {select, limit} = lastParameters(fake, 'exports/json');
    assert.equal(limit, '5001');
    assert.ok(select?.includes('coordonnees_au_format_wgs84'));
    assert.ok(!select?.includes('date_de_la'), select);
    assert.equal(fake.requests.length, 4);
  });
});

describe('the facets of an Opendatasoft portal', () => {
  const facets = {
    _links: [],
    facets: [
      {
        name: 'typologie',
        facets: [
          {name: 'inscrit MH', value: 'inscrit MH', count: 30_000, state: 'displayed'},
          {name: 'classé MH', value: 'classé MH', count: 14_480, state: 'displayed'},
          {name: 'x', value: 'x', count: 'many', state: 'displayed'},
        ],
      },
    ],
  };
  const query: Query = {facets: ['family', 'type', 'theme', 'commune', 'year'], limit: 3};

  it('are counted by the portal, with names for the codes of communes', async () => {
    const {fake, source} = openPortal({facets});
    const answer = await runQuery(source, query);
    assert.deepEqual(answer.facets, {
      type: [
        {value: 'inscrit MH', count: 30_000},
        {value: 'classé MH', count: 14_480},
      ],
      commune: [
        {value: '59172', count: 4, label: 'Denain'},
        {value: '59014', count: 2},
      ],
      year: [
        {value: '1999', count: 3},
        {value: '1960', count: 1},
      ],
    });
    assert.equal(answer.total, 44_480);
    assert.ok(!fake.requests.some(address => address.includes('exports')));
    assert.deepEqual(fake.warnings, []);
  });

  it('are counted without their own filter', async () => {
    const {fake, source} = openPortal({facets});
    await runQuery(source, {...query, type: ['inscrit MH'], from: '1999', to: '1999', q: 'nef'});
    const of = (part: string) =>
      fake.requests
        .filter(address => address.includes(part))
        .map(address => new URL(address, PAGE).searchParams);
    const type = of('facet=typologie')[0]!;
    assert.equal(type.get('refine'), null);
    assert.match(type.get('where') ?? '', /suggest.* and date_de_publication/);
    const years = of('group_by=year')[0]!;
    assert.equal(years.get('refine'), 'typologie:inscrit MH');
    assert.equal(years.get('where'), 'suggest("nef")');
  });
});

describe('a file of an Opendatasoft portal', () => {
  const file = 'https://commune.example/data/stations.json';
  const read = async (body: object | string) => {
    const fake = new FakeServer({'/data/stations.json': body});
    const source = open({url: file, fields: '', client: fake.client, warn: fake.warn});
    return source.find('resources', {limit: Infinity}, {signal: neverAborted});
  };

  for (const [what, body] of [
    ['a list of records', exportV1],
    ['a response with records', {nhits: 8_033, parameters: {}, records: exportV1}],
  ] as const) {
    it(`of version 1 has latitude first: ${what}`, async () => {
      const {items, total} = await read(body);
      assert.equal(total, 2);
      assert.deepEqual(items.geoAt(0), {lat: 50.63, lon: 3.06});
      assert.equal(items.geoAt(1), undefined);
      assert.equal(items.at(0).id, '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567');
      assert.equal(items.at(0).title, 'Place');
      assert.equal(items.at(1).title, 'Sans lieu', 'a text is a better title than a number');
    });
  }

  it('of version 2 is a list of fields', async () => {
    const {items} = await read([monument(1), monument(2, {coordonnees_au_format_wgs84: null})]);
    assert.deepEqual(items.geoAt(0), {lat: 50.3, lon: 3.401});
    assert.equal(items.geoAt(1), undefined);
  });

  for (const body of ['', '<html></html>', '[', '"x"', '7', 'null', '{}', '{"results": {}}'])
    it(`is rejected if it is ${JSON.stringify(body)}`, () =>
      assert.rejects(read(body), SchemaError));

  it('is rejected with a hint if it is GeoJSON', () =>
    assert.rejects(read({type: 'FeatureCollection', features: []}), /source="geojson"/));

  it('drops invalid records and keeps the others', async () => {
    const {items} = await read([null, 7, 'x', [], {}, monument(1)]);
    assert.ok([...items].some(({title}) => title === 'Église n° 1'));
  });
});
