import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {communeColumns} from '../../../src/data/communes.js';
import type {PortalSource} from '../../../src/data/source.js';
import {ApiSource} from '../../../src/data/sources/portal/portal.js';
import {open as openCsv} from '../../../src/data/sources/csv/csv.js';
import {ItemsSource} from '../../../src/data/sources/document/document.js';
import {CommuneLocatedSource} from '../../../src/data/decorators/commune-located-source.js';
import {MergedSource} from '../../../src/data/sources/shared/merged-source.js';
import {TerritorialSource} from '../../../src/data/decorators/territorial-source.js';
import type {CommuneCentre} from '../../../src/model/geo/commune-index.js';
import {ArrayRecordList} from '../../../src/model/collection/record-list.js';
import type {Query} from '../../../src/model/query.js';
import {communes} from '../../support/communes.js';
import {FakeServer, idsOf, neverAborted, WarningSource} from '../fake-server.js';

const PLACES = 'https://a.example/communes.json';
const table = [
  ...communes,
  {code: '69123', name: 'Lyon', lat: 45.76, lon: 4.83, epci: '200046977'},
] as const satisfies readonly CommuneCentre[];

/** Records for the special cases of French administrative codes. */
const resources = [
  {id: 'lille', commune: {name: 'Lille', insee: '59350'}},
  {id: 'ors', commune: {name: 'Ors'}},
  {id: 'ajaccio', commune: {insee: '2A004'}},
  {id: 'bastia', commune: {insee: '2B033'}},
  {id: 'paris1', commune: {insee: '75101'}},
  {id: 'lyon3', commune: {insee: '69383'}},
  {id: 'basse-terre', commune: {insee: '97105'}},
  {id: 'saint-denis', commune: {name: 'Saint-Denis', insee: '97411'}},
  {id: 'miquelon', commune: {insee: '97501'}},
  {id: 'pointed at', geo: {lat: 50.6, lon: 3.05}},
  {id: 'nowhere'},
];

interface FixtureOptions {
  readonly places?: boolean | readonly CommuneCentre[];
  readonly source?: (server: FakeServer) => PortalSource;
  readonly answers?: ConstructorParameters<typeof FakeServer>[0];
}

function openSource({places = false, source, answers}: FixtureOptions = {}) {
  const rows = places === true ? table : places || [];
  const server = new FakeServer(answers ?? {'/communes.json': places ? communeColumns(rows) : 404});
  const inner = source?.(server) ?? new ItemsSource({resources}, server.warn);
  const outer = new TerritorialSource(inner, places ? PLACES : '', server.client, server.warn);
  const find = (query: Query) => idsOf(outer, 'resources', {limit: 50, ...query});
  return {server, source: outer, find};
}

describe('a territory filter on loaded records', () => {
  for (const [query, ids] of [
    [{departement: ['59']}, ['lille']],
    [{departement: ['2A']}, ['ajaccio']],
    [{departement: ['2a', '2B']}, ['ajaccio', 'bastia']],
    [{region: ['94']}, ['ajaccio', 'bastia']],
    [{departement: ['75']}, ['paris1']],
    [{region: ['11']}, ['paris1']],
    [{departement: ['69']}, ['lyon3']],
    [{departement: ['971']}, ['basse-terre']],
    [{region: ['01', '04']}, ['basse-terre', 'saint-denis']],
    [{departement: ['975']}, ['miquelon']],
    [{departement: ['59', '75'], region: ['32']}, ['lille']],
    [{departement: ['59'], commune: ['75101']}, []],
  ] as const satisfies readonly (readonly [Query, readonly string[]])[])
    it(`${JSON.stringify(query)} keeps ${ids.join(', ') || 'nothing'}`, async () =>
      assert.deepEqual(await openSource().find(query), ids));

  it('finds a commune by its name with the table of places', async () => {
    const {find} = openSource({places: true});
    assert.deepEqual(await find({departement: ['59']}), ['lille', 'ors']);
    assert.deepEqual(await find({epci: ['200030633']}), ['ors']);
    assert.deepEqual(await find({epci: ['200046977']}), ['lyon3']);
  });

  it('applies to facets and pages', async () => {
    const {source} = openSource();
    const query: Query = {region: ['94'], facets: ['commune'], limit: 1};
    const {items, total, facets} = await source.find('resources', query, {signal: neverAborted});
    assert.equal(items.length, 1);
    assert.equal(total, 2);
    assert.deepEqual(facets.commune?.map(({value}) => value).toSorted(), ['2A004', '2B033']);
  });

  it('does not match records with coordinates only, with a warning', async () => {
    const {find, server} = openSource({places: true});
    await find({departement: ['59']});
    assert.deepEqual(server.warnings, [
      'departement: 1 record(s) are in none, since nothing tells their commune: coordinates alone do not',
    ]);
  });

  it('keeps a portal of its département, and no record without a commune', async () => {
    const portals = [
      {id: 'nord', territory: {insee: '59', level: 'departement'}},
      {id: 'region', territory: {insee: '32', level: 'region'}},
      {id: 'raismes', territory: {insee: '59491', level: 'commune'}},
      {id: 'europe', territory: {name: 'Europe', level: 'transfrontalier'}},
    ];
    const {source} = openSource({source: ({warn: tell}) => new ItemsSource({portals}, tell)});
    assert.deepEqual(await idsOf(source, 'portals', {departement: ['59']}), ['nord', 'raismes']);
    assert.deepEqual(await idsOf(source, 'portals', {region: ['32']}), [
      'nord',
      'region',
      'raismes',
    ]);
  });

  it('reads codes from a spreadsheet, but no names as codes', async () => {
    const csv =
      'titre;dep;region;insee\nA;1;84;\nB;59;Hauts-de-France;\nC;;;2A004\nD;Nord;;59350\n';
    const {find} = openSource({
      answers: {'/a.csv': csv},
      source: ({client, warn: tell}) =>
        openCsv({url: 'https://a.example/a.csv', fields: '', client, warn: tell}),
    });
    assert.deepEqual(await find({departement: ['01']}), ['1']);
    assert.deepEqual(await find({departement: ['59']}), ['2', '4']);
    assert.deepEqual(await find({region: ['32', '94']}), ['2', '3', '4']);
  });
});

describe('an invalid code', () => {
  for (const [query, sentence] of [
    [{departement: ['Nord']}, 'departement="Nord" is invalid'],
    [{departement: ['59', '96']}, 'departement="59,96" is invalid'],
    [{region: ['59']}, 'region="59" is invalid'],
    [{epci: ['59350']}, 'epci="59350" is invalid'],
  ] as const satisfies readonly (readonly [Query, string])[])
    it(`is ignored and reported: ${sentence}`, async () => {
      const {find, server} = openSource();
      assert.equal((await find(query)).length, resources.length);
      assert.deepEqual(server.warnings, [`${sentence} and ignored`]);
    });
});

describe('an EPCI', () => {
  it('needs a table, and the message explains how to make one', async () => {
    const {find, server} = openSource();
    assert.deepEqual(await find({epci: ['200093201']}), []);
    assert.match(
      server.warnings.join('\n'),
      /^epci: there is no table .* "npx spass-widgets communes"/,
    );
  });

  it('needs a table that includes EPCIs', async () => {
    const bare = table.map(({code, name, lat, lon}) => ({code, name, lat, lon}));
    const {find, server} = openSource({places: bare});
    assert.deepEqual(await find({epci: ['200093201']}), []);
    assert.match(server.warnings.join('\n'), /^epci: the table of "places" tells of none/);
  });

  it('matches a record that names it, without a table', async () => {
    const own = [{id: 'a', commune: {name: 'Lille', epci: '200093201'}}];
    const {find} = openSource({source: ({warn: tell}) => new ItemsSource({resources: own}, tell)});
    assert.deepEqual(await find({epci: ['200093201']}), ['a']);
  });

  it('matches as far as possible if the table is unavailable', async () => {
    const {find, server} = openSource({places: true, answers: {}});
    assert.deepEqual(await find({departement: ['59']}), ['lille']);
    assert.match(server.warnings[0] ?? '', /^places: .*404/);
  });
});

/** Creates a portal server that returns a partial list, and has municipalities as the API describes. */
const portalServer = (total: number) => (url: URL) => {
  if (url.pathname === '/communes.json') return communeColumns(table);
  if (url.pathname !== '/api/resources') return 404;
  const wanted = url.searchParams.getAll('commune');
  const size = Number(url.searchParams.get('limit'));
  const page = Number(url.searchParams.get('page') ?? 1);
  const all = [...Array(total).keys()]
    .map(n => ({id: n, commune: {insee: n % 4 ? '75101' : '59350'}}))
    .filter(({commune}) => wanted.length === 0 || wanted.includes(commune.insee));
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return {
    items: all.slice((page - 1) * size, page * size),
    total: all.length,
    ...(page * size < all.length && {next: next.href}),
  };
};
const openApiSource = ({client, warn: tell}: FakeServer) =>
  new WarningSource(new ApiSource('https://a.example/api', client), tell);

describe('a territory filter on a server with communes only', () => {
  it('runs in the browser on all records that match the rest of the query', async () => {
    const {source, server} = openSource({answers: portalServer(1200), source: openApiSource});
    const query: Query = {departement: ['59'], q: 'a', theme: ['eau'], facets: ['theme'], limit: 5};
    const {items, total} = await source.find('resources', query, {signal: neverAborted});
    assert.deepEqual(server.requests, ['', '&page=2', '&page=3'].map(page => `/api/resources?q=a&limit=500${page}`)); // prettier-ignore
    assert.equal(total, 0);
    assert.equal(items.length, 0);
    const all = await source.find(
      'resources',
      {departement: ['59'], limit: 5},
      {signal: neverAborted},
    );
    assert.equal(all.total, 300);
    assert.equal(all.items.length, 5);
    assert.deepEqual(server.warnings, []);
  });

  it('never trusts a server that ignores it', async () => {
    const {find} = openSource({answers: portalServer(8), source: openApiSource});
    assert.deepEqual(await find({departement: ['59']}), [0, 4]);
    assert.deepEqual(await find({region: ['11'], q: ''}), [1, 2, 3, 5, 6, 7]);
  });

  it('is reported as partial if the server has too many records', async () => {
    const {source, server} = openSource({answers: portalServer(21_000), source: openApiSource});
    const answer = await source.find('resources', {departement: ['59']}, {signal: neverAborted});
    assert.equal(answer.total, 5000);
    assert.equal(answer.cappedAt, 20_000);
    assert.deepEqual(server.warnings, [
      'departement: this server does not know it, and gave but 20000 of its 21000 records to pick from: ask for less (commune, portal, theme…), or give all in one document',
    ]);
  });

  it('is replaced by its communes, if it is an EPCI in the table', async () => {
    const {find, server} = openSource({
      places: true,
      answers: portalServer(21_000),
      source: openApiSource,
    });
    assert.equal((await find({epci: ['200093201']})).length, 50);
    const lists = server.requests.filter(address => address.startsWith('/api/resources'));
    assert.equal(new Set(lists.map(address => /commune=\d+/.exec(address)?.[0])).size, 1);
    assert.equal(lists[0], '/api/resources?commune=59350&limit=500');
    assert.deepEqual(server.warnings, []);
  });

  it('applies to a list that turns out to be complete, also by commune names', async () => {
    const {find} = openSource({
      places: true,
      answers: {
        '/communes.json': communeColumns(table),
        '/api/resources': {items: resources, complete: true},
      },
      source: openApiSource,
    });
    assert.deepEqual(await find({epci: ['200030633']}), ['ors']);
  });
});

describe('a territory filter on several sources', () => {
  it('applies to all of them, located or not', async () => {
    const {find} = openSource({
      places: true,
      answers: url =>
        url.pathname === '/a.csv' ? 'titre;commune\nA;Ors\nB;Paris\n' : portalServer(8)(url),
      source: server => {
        const {client, warn: tell} = server;
        const address = 'https://a.example/a.csv';
        const csv = openCsv({url: address, fields: '', client, warn: tell});
        return new CommuneLocatedSource(
          new MergedSource([openApiSource(server), csv]),
          PLACES,
          client,
          tell,
        );
      },
    });
    assert.deepEqual(await find({departement: ['59']}), [0, 4, '1~2']);
    assert.deepEqual(await find({epci: ['200030633']}), ['1~2']);
  });
});

describe('a territory filter without effect', () => {
  it('leaves events unchanged, with a warning', async () => {
    const events = [{id: 'e', title: 'Visite', period: {start: '2026-12-01T10:00'}}];
    const {source, server} = openSource({
      source: ({warn: tell}) => new ItemsSource({events}, tell),
    });
    assert.deepEqual(await idsOf(source, 'events', {departement: ['59']}), ['e']);
    assert.deepEqual(server.warnings, ['departement: events name no commune, and all are shown']);
  });

  it('requests all events in pages that the portal API knows', async () => {
    const {source, server} = openSource({
      source: ({client}) => new ApiSource('https://a.example/v1', client),
      answers: {'/v1/events': {total: 0, items: []}},
    });
    await source.find('events', {departement: ['59'], limit: Infinity}, {signal: neverAborted});
    assert.deepEqual(server.requests, ['/v1/events?limit=500']);
  });

  it('hides points that stand for several records, as their places are unknown', async () => {
    const marks = {
      name: 'marks',
      isForeign: true,
      isComplete: () => false,
      find: () =>
        Promise.resolve({items: new ArrayRecordList([{id: 1}]), total: 900, facets: {}, thinned: 900, report: {dropped: 0, errors: [], errorCount: 0}}), // prettier-ignore
    } as unknown as PortalSource;
    const {source, server} = openSource({source: () => marks});
    const answer = await source.find('resources', {departement: ['59']}, {signal: neverAborted});
    assert.equal(answer.items.length, 0);
    assert.equal(answer.thinned, 900);
    assert.match(
      server.warnings[0] ?? '',
      /^departement: what stands for several records is not shown/,
    );
    const plain = await source.find('resources', {}, {signal: neverAborted});
    assert.equal(plain.items.length, 1);
  });
});

describe('the order of coordinate pairs in a file', () => {
  const places = [
    {code: '59001', name: 'Ici', lat: 42, lon: 37},
    {code: '62001', name: 'Ailleurs', lat: 50, lon: 3},
  ];
  const openPairs = (...pairs: readonly string[]) =>
    openSource({
      places,
      answers: {
        '/communes.json': communeColumns(places),
        '/arbres.csv': ['nom;insee;geo', ...pairs.map(pair => `A;59001;${pair}`)].join('\n'),
      },
      source: ({client, warn}) =>
        openCsv({url: 'https://a.example/arbres.csv', fields: '', client, warn}),
    });
  const firstPlace = async ({source}: ReturnType<typeof openPairs>, query: Query) => {
    const {items} = await source.find('resources', query, {signal: neverAborted});
    return items.at(0).geo;
  };

  it('is that in which all of them lie in the territory', async () => {
    const opened = openPairs('"37.1, 42"', '"36.9, 42.1"');
    const place = await firstPlace(opened, {departement: ['59']});
    assert.deepEqual(place, {lat: 42, lon: 37.1});
    assert.match(opened.server.warnings.join(), /"geo" is read as longitude, latitude.*territory/);
  });

  it('stands if one of them lies elsewhere both ways, or if there is no territory', async () => {
    const mixed = openPairs('"37.1, 42"', '"48, 2"');
    assert.deepEqual(await firstPlace(mixed, {departement: ['59']}), {lat: 37.1, lon: 42});
    assert.deepEqual(await firstPlace(openPairs('"37.1, 42"'), {}), {lat: 37.1, lon: 42});
  });
});
