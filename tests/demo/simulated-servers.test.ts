import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {readDemoPortal, type DemoServer, startServer} from '../../demo/server/server.js';
import {Client} from '../../src/data/client/client.js';
import type {PortalSource} from '../../src/data/source.js';
import {ItemsSource} from '../../src/data/sources/document/document.js';
import {openForeignSource} from '../../src/data/sources/registry.js';
import type {Query} from '../../src/model/query.js';
import {neverAborted} from '../data/fake-server.js';

const ODS = 'ods/explore/dataset/ressources/';
const SOURCES = {
  geojson: 'fichiers/ressources.geojson',
  csv: 'fichiers/ressources.csv',
  json: 'fichiers/ressources.json',
  rss: 'fichiers/actualites.xml',
  opendatasoft: ODS,
  tabular: 'tabular/api/resources/demo/data/',
  'ogc-features': 'ogc',
  wordpress: 'wp/',
} as const;

describe('the demo’s servers of other kinds', () => {
  let server: DemoServer;
  let portal: PortalSource;
  const warnings: string[] = [];
  const open = (kind: string, path: string): Promise<PortalSource> =>
    openForeignSource(kind, {
      url: new URL(path, server.url).href,
      fields: '',
      client: new Client(),
      warn: line => void warnings.push(line),
    });
  const runQuery = (source: PortalSource, query: Query) =>
    source.find('resources', {...query, limit: 100}, {signal: neverAborted});

  before(async () => {
    server = await startServer();
    portal = new ItemsSource(
      await readDemoPortal(new URL('../../demo/data/', import.meta.url)),
      () => {},
    );
  });
  after(() => server.close());

  for (const [kind, path] of Object.entries(SOURCES)) {
    describe(kind, () => {
      it('has all records of the portal', async () => {
        const [{total}, found] = [
          await runQuery(portal, {}),
          await runQuery(await open(kind, path), {}),
        ];
        assert.equal(found.total, total);
        const places = [...(found.items.length ? Array(found.items.length).keys() : [])];
        assert.equal(places.filter(i => found.items.geoAt(i)).length > 0, kind !== 'wordpress');
      });

      it('is searched, sorted and filtered like the portal', async () => {
        const source = await open(kind, path);
        for (const query of [
          {q: 'septentrion'},
          {theme: ['Patrimoine']},
          {q: 'Interreg', theme: ['Patrimoine'], sort: 'title'},
          {theme: ['Patrimoine', 'Participation'], sort: '-title'},
        ] as const) {
          const [wanted, found] = [await runQuery(portal, query), await runQuery(source, query)];
          // Some services search more fields than the portal API, or only the start of words.
          if (!('q' in query)) assert.equal(found.total, wanted.total, JSON.stringify(query));
          else assert.ok(found.total > 0, JSON.stringify(query));
        }
      });
    });
  }

  it('count facets like the portal, if they can', async () => {
    const facets = ['theme', 'commune', 'type'] as const;
    const query: Query = {theme: ['Patrimoine'], facets};
    const [wanted, found] = [
      await runQuery(portal, query),
      await runQuery(await open('opendatasoft', ODS), query),
    ];
    const counts = ({facets: all}: typeof found, name: (typeof facets)[number]) =>
      new Map(all[name]?.map(({value, count}) => [value, count]));
    for (const name of facets) assert.deepEqual(counts(found, name), counts(wanted, name), name);
  });

  it('filter by the box and the days of a map', async () => {
    const bbox = [3, 50, 4, 51] as const;
    const wanted = await runQuery(portal, {bbox});
    for (const kind of ['opendatasoft', 'ogc-features', 'tabular', 'csv'] as const) {
      const found = await runQuery(await open(kind, SOURCES[kind]), {bbox});
      assert.equal(found.total, wanted.total, kind);
    }
  });

  for (const [kind, path] of [
    ['openagenda', 'openagenda/v2/agendas/1/events?key=demo'],
    ['ics', 'fichiers/agenda.ics'],
  ] as const)
    it(`serve an agenda: ${kind}`, async () => {
      const source = await open(kind, path);
      const {items} = await source.find('events', {limit: Infinity}, {signal: neverAborted});
      const {items: wanted} = await portal.find(
        'events',
        {limit: Infinity},
        {signal: neverAborted},
      );
      assert.equal(items.length, wanted.length);
    });

  it('reject invalid parameters', async () => {
    const base = new URL('ods/api/explore/v2.1/catalog/datasets/ressources/', server.url).href;
    const asked = async (query: string) => (await fetch(base + query)).status;
    assert.equal(await asked('records?where=suggest("x'), 400);
    assert.equal(await asked('records?limit=101'), 400);
    assert.equal(await asked('records?limit=100&offset=9950'), 400);
    assert.equal(await asked('rien'), 404);
    for (const path of [
      'ogc/collections/rien',
      'wp/rien',
      'tabular/rien',
      'fichiers/rien',
      'openagenda/',
    ])
      assert.equal((await fetch(new URL(path, server.url))).status, 404, path);
  });

  it('cause no warning', () => assert.deepEqual(warnings, []));
});
