import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PortalSource} from '../../../../../src/data/source.js';
import type {SourceOptions} from '../../../../../src/data/sources/shared/source-options.js';
import {open as openAgenda} from '../../../../../src/data/sources/openagenda/openagenda.js';
import {open as openFeatures} from '../../../../../src/data/sources/ogc-features/ogc-features.js';
import {open as openDataset} from '../../../../../src/data/sources/opendatasoft/opendatasoft.js';
import {open as openTable} from '../../../../../src/data/sources/tabular/tabular.js';
import {open as openSite} from '../../../../../src/data/sources/wordpress/wordpress.js';
import {FakeServer, neverAborted} from '../../../fake-server.js';

const TABLE = '/api/resources/aaaaaaaa-1111-bbbb-2222-cccccccccccc/data/';
const DATASET = '/api/explore/v2.1/catalog/datasets/arbres';

interface Kind {
  readonly open: (options: SourceOptions) => PortalSource;
  readonly url: string;
  readonly collection?: 'resources' | 'events';
  /** Id of a record that no first page has. */
  readonly id: string;
  readonly respond: (url: URL) => object | number;
}

const isLast = (text: string | null): boolean => text !== null && /\b77\b/.test(text);

const kinds: Readonly<Record<string, Kind>> = {
  wordpress: {
    open: openSite,
    url: 'https://site.example/',
    id: '77',
    respond: ({pathname}) => {
      if (pathname.endsWith('/posts/77')) return {id: 77, title: {rendered: 'La 77<sup>e</sup>'}};
      return pathname.endsWith('/posts') ? [{id: 1, title: {rendered: 'A'}}] : 404;
    },
  },
  openagenda: {
    open: openAgenda,
    url: 'https://api.example/v2/agendas/12/events?key=abc',
    collection: 'events',
    id: '77/2',
    respond: ({pathname, searchParams}) => {
      if (searchParams.get('key') !== 'abc') return 403;
      const timings = ['2026-01-01', '2026-01-02'].map(begin => ({begin, end: begin}));
      if (pathname === '/v2/agendas/12/events/77')
        return {event: {uid: 77, title: {fr: 'La 77e'}, timings}};
      if (pathname !== '/v2/agendas/12/events') return 404;
      return {total: 1, events: [{uid: 1, title: {fr: 'A'}, timings}]};
    },
  },
  'ogc-features': {
    open: openFeatures,
    url: 'https://geo.example/collections/arbres/items?f=json',
    id: 'arbre/77',
    respond: ({pathname}) => {
      const feature = (id: string) => ({
        type: 'Feature',
        id,
        properties: {nom: id},
        geometry: null,
      });
      if (pathname === '/collections/arbres/items') return {features: [feature('arbre/1')]};
      return pathname === '/collections/arbres/items/arbre%2F77' ? feature('arbre/77') : 404;
    },
  },
  tabular: {
    open: openTable,
    url: `https://tabular-api.data.gouv.fr${TABLE}`,
    id: '77',
    respond: ({searchParams}) => {
      const __id = isLast(searchParams.get('__id__exact')) ? 77 : 1;
      return {data: [{__id, nom: `Arbre ${__id}`}], meta: {total: 90}};
    },
  },
  opendatasoft: {
    open: openDataset,
    url: `https://ods.example${DATASET}`,
    id: '77',
    respond: ({pathname, searchParams}) => {
      if (pathname === DATASET)
        return {fields: ['id', 'nom'].map(name => ({name, type: name === 'id' ? 'int' : 'text'}))};
      const where = searchParams.get('where');
      if (where !== null && !/^id = \d+$/.test(where)) return {total_count: 0, results: []};
      const id = isLast(where) ? 77 : 1;
      return {total_count: 90, results: [{id, nom: `Arbre ${id}`}]};
    },
  },
};

const openKind = ({open, url, respond}: Kind, fields = '') => {
  const fake = new FakeServer(respond);
  return {fake, source: open({url, fields, client: fake.client, warn: fake.warn})};
};

describe('a record that a shared link names, on a page that is not loaded', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    const {collection = 'resources', id} = kind;
    const one = (source: PortalSource, wanted: string) =>
      source.one?.(collection, wanted, {signal: neverAborted});

    it(`${name}: is fetched by its id`, async () => {
      const {source, fake} = openKind(kind);
      const record = await one(source, id);
      assert.equal(String(record?.id), id);
      assert.match(JSON.stringify(record), /77e\b|Arbre 77|arbre.77|La 77/);
      assert.deepEqual(fake.warnings, []);
    });

    it(`${name}: is not found if there is none of this id, however odd it is`, async () => {
      for (const odd of ['78', '../1', '1" or 1=1', 'é è', '77,1', ''])
        assert.equal(await one(openKind(kind).source, odd), undefined, odd);
    });
  }

  it('logs that it needs a column of ids on a server whose records have none', async () => {
    const {source, fake} = openKind({
      ...kinds['opendatasoft']!,
      respond: () => ({
        fields: [{name: 'nom', type: 'text'}],
        total_count: 1,
        results: [{nom: 'A'}],
      }),
    });
    assert.equal(await source.one?.('resources', 'k3x', {signal: neverAborted}), undefined);
    assert.match(fake.warnings.join(), /no request for one record by its id/);
  });
});
