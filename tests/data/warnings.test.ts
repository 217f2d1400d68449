import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import type {PortalSource} from '../../src/data/source.js';
import {ApiSource} from '../../src/data/sources/portal/portal.js';
import {DocumentSource} from '../../src/data/sources/document/document.js';
import {openForeignSource} from '../../src/data/sources/registry.js';
import {CommuneLocatedSource} from '../../src/data/decorators/commune-located-source.js';
import {MergedSource} from '../../src/data/sources/shared/merged-source.js';
import {createLinkFilterSource} from '../../src/data/decorators/link-filter-source.js';
import {TerritorialSource} from '../../src/data/decorators/territorial-source.js';
import {SharedSource} from '../../src/elements/explorer/shared-source.js';
import type {Query} from '../../src/model/query.js';
import {FakeServer, neverAborted} from './fake-server.js';

const times = <T>(count: number, make: (n: number) => T): T[] => [...Array(count).keys()].map(make);
/** Creates records with an unsafe link each. */
const invalidRecords = (count: number) =>
  times(count, n => ({id: n, title: `Fiche ${n}`, url: 'ftp://a.example'}));

/** Creates a server whose sources contain the given number of errors. */
function serverWith(count: () => number): FakeServer {
  const tiles = readFileSync(new URL('sources/pmtiles/tiles/clairsemes.pmtiles', import.meta.url));
  return new FakeServer(({pathname}) => {
    switch (pathname) {
      case '/api/resources':
        return {items: invalidRecords(count()), total: 40};
      case '/api/portals':
        return {items: invalidRecords(count()), complete: true};
      case '/api/resources/0':
        return {...invalidRecords(1)[0], url: `ftp://${count()}.example`};
      case '/all.json':
        return {resources: invalidRecords(count()), portals: invalidRecords(count())};
      case '/a.geojson':
        return {
          type: 'FeatureCollection',
          features: invalidRecords(count()).map(properties => ({
            type: 'Feature',
            properties,
            geometry: {type: 'Point', coordinates: [3, 50]},
          })),
        };
      case '/a.csv':
        return `title;url\n${'Fiche;ftp://a.example\n'.repeat(count())}`;
      case '/api/resources/a/data/':
        return {
          data: invalidRecords(count()),
          meta: {total: count(), page: 1, page_size: 20},
          links: {},
        };
      case '/a.pmtiles':
        return new Uint8Array(tiles);
      default:
        return 404;
    }
  });
}

const urlOf = (path: string): string => `https://a.example/${path}`;
const portal = ({client}: FakeServer): PortalSource => new ApiSource(urlOf('api'), client);
const foreign =
  (kind: string, path: string) =>
  ({client}: FakeServer): Promise<PortalSource> =>
    openForeignSource(kind, {url: urlOf(path), fields: 'oops', client});
const ignore = (): void => {};

/** Sources as they are cached, without a warning handler, and the decorators that widgets add. */
const SOURCES: Readonly<
  Record<string, (server: FakeServer) => PortalSource | Promise<PortalSource>>
> = {
  'a portal': portal,
  'a document': ({client}) => new DocumentSource(urlOf('all.json'), client),
  geojson: foreign('geojson', 'a.geojson'),
  csv: foreign('csv', 'a.csv'),
  tabular: foreign('tabular', 'api/resources/a/data/'),
  pmtiles: foreign('pmtiles', 'a.pmtiles'),
  'several sources': async server =>
    new MergedSource([portal(server), await foreign('geojson', 'a.geojson')(server)]),
  'a source with commune locations': server =>
    new CommuneLocatedSource(portal(server), urlOf('communes.json'), server.client, ignore),
  'a source with a link filter': server =>
    createLinkFilterSource(portal(server), urlOf(''), ignore),
  'a source with territory filters': server =>
    new TerritorialSource(portal(server), '', server.client, ignore),
};

const QUERIES: Readonly<Record<string, Query>> = {
  'all records': {},
  'a query for related records': {family: ['projet'], facets: ['family']},
  'a query for a territory': {departement: ['59']},
};

/** Caller of a source, with the warnings it has received. */
class Caller {
  readonly warnings: string[] = [];
  readonly options = {
    signal: neverAborted,
    reload: true,
    warn: (line: string): void => void this.warnings.push(line),
  };
}

/** Waits for the validation of lists. */
const validated = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('warnings about the responses of a cached source', () => {
  const {requestIdleCallback} = globalThis as Partial<typeof globalThis>;
  const {now} = Date;
  before(() => {
    Object.assign(globalThis, {requestIdleCallback: queueMicrotask});
    // Lists are validated in one slice, even on a slow machine. A mock would retain objects on the call stack.
    Date.now = () => 0;
  });
  after(() => {
    Object.assign(globalThis, {requestIdleCallback});
    Date.now = now;
  });

  for (const [name, open] of Object.entries(SOURCES))
    for (const [description, query] of Object.entries(QUERIES))
      it(`go to the caller (${name}, ${description})`, async () => {
        let count = 1;
        const source = await open(serverWith(() => count));
        const [first, second] = [new Caller(), new Caller()];
        await source.find('resources', query, first.options);
        await validated();
        const before = [...first.warnings];
        assert.ok(before.length > 0, 'the first caller is warned');
        count = 2;
        await source.find('resources', {...query, limit: Infinity}, second.options);
        await validated();
        assert.deepEqual(first.warnings, before, 'the first caller has not run another query');
        // The metadata of a tile archive are read once.
        if (name !== 'pmtiles')
          assert.ok(second.warnings.length > 0, 'the second caller is warned');
        assert.ok(
          !second.warnings.some(line => first.warnings.includes(line)),
          'no warning is repeated',
        );
      });

  it('go to the caller that requests a single record', async () => {
    let count = 1;
    const source = portal(serverWith(() => count));
    const [first, second] = [new Caller(), new Caller()];
    await source.one?.('resources', 0, first.options);
    await validated();
    count = 2;
    await source.one?.('resources', 0, second.options);
    await validated();
    assert.equal(first.warnings.length, 1);
    assert.equal(second.warnings.length, 1);
  });

  it('go to the caller that shows the records of a complete list, not to one that refers to them', async () => {
    const fake = serverWith(() => 2);
    const {responses} = fake;
    fake.responses = url =>
      url.pathname === '/api/resources'
        ? {items: [{id: 1, title: 'A', portals: [0]}], complete: true}
        : typeof responses === 'function'
          ? responses(url)
          : 404;
    const source = portal(fake);
    const [list, cards] = [new Caller(), new Caller()];
    await source.find('resources', {facets: ['portal']}, list.options);
    await source.find('portals', {}, cards.options);
    await validated();
    assert.deepEqual(list.warnings, []);
    assert.match(cards.warnings.join(), /2 invalid value/);
  });

  it('go to the explorer for all of its views', async () => {
    const [explorer, view] = [new Caller(), new Caller()];
    const source = new SharedSource(portal(serverWith(() => 1)), ignore, explorer.options.warn);
    await source.find('resources', {}, view.options);
    await source.one('resources', 0, view.options);
    await validated();
    assert.equal(explorer.warnings.length, 2);
    assert.deepEqual(view.warnings, []);
  });

  it('go to the next caller if the first has no handler', async () => {
    const source = portal(serverWith(() => 1));
    await source.find('resources', {}, {signal: neverAborted});
    await validated();
    const caller = new Caller();
    await source.find('resources', {}, caller.options);
    await validated();
    assert.equal(caller.warnings.length, 1);
  });

  for (const [name, open] of Object.entries(SOURCES))
    it(`do not keep a caller in memory (${name})`, async () => {
      setFlagsFromString('--expose-gc');
      const collectGarbage = runInNewContext('gc') as () => void;
      const source = await open(serverWith(() => 1));
      const runQueries = async (): Promise<WeakRef<Caller>> => {
        const caller = new Caller();
        for (const query of Object.values(QUERIES))
          await source.find('resources', query, caller.options);
        await source.one?.('resources', 0, caller.options);
        await validated();
        assert.ok(caller.warnings.length > 0);
        return new WeakRef(caller);
      };
      const caller = await runQueries();
      // A stream that has ended releases its callbacks some turns of the event loop later.
      for (let turn = 0; turn < 50 && caller.deref(); turn++) {
        await validated();
        collectGarbage();
      }
      assert.equal(caller.deref(), undefined);
      // Keeps the source alive until here.
      assert.ok(source.name);
    });
});
