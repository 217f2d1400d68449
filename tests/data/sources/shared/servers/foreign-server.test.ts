import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HttpError, SchemaError} from '../../../../../src/data/client/errors.js';
import {
  type PageRange,
  parametersOf,
  type PartParameters,
  type ServerAdapter,
  type ServerFilters,
  type ServerQuery,
} from '../../../../../src/data/sources/shared/servers/server-adapter.js';
import {ForeignServer} from '../../../../../src/data/sources/shared/servers/foreign-server.js';
import {isObject} from '../../../../../src/model/schemas/schema-builder.js';
import {LIST_FILTERS, type Query} from '../../../../../src/model/query.js';
import {FakeServer, idsOf, neverAborted} from '../../../fake-server.js';

interface Thing {
  readonly id: number;
  readonly nom: string;
  readonly nature?: string;
  readonly lat?: number;
  readonly lon?: number;
}

const NATURES = ['église', 'moulin', 'pont'];
const thing = (id: number): Thing => ({
  id,
  nom: `Lieu ${String(id).padStart(5, '0')}`,
  nature: NATURES[id % 3]!,
  lat: 50 + id / 1000,
  lon: 3,
});
const things = (count: number): Thing[] => [...Array(count).keys()].map(i => thing(i + 1));

interface ServerBehaviour {
  /** Parameters that the server ignores. */
  readonly ignoredParameters?: readonly string[];
  /** Total that the server reports, instead of the true one; null for none. */
  readonly total?: number | null;
  readonly rejectedParameters?: string;
  readonly kind?: Partial<ServerAdapter>;
}

/**
 * Creates a server of records with the parameters `?from=&size=&q=&nature=&bbox=&sort=`, and the source that reads it.
 * Records the requests.
 */
function serve(
  records: readonly Thing[],
  {ignoredParameters: deafTo = [], total, rejectedParameters: refuses, kind}: ServerBehaviour = {},
) {
  const fake = new FakeServer(({searchParams}) => {
    if (refuses !== undefined && searchParams.has(refuses)) return new Response('', {status: 400});
    const read = (name: string) => (deafTo.includes(name) ? null : searchParams.get(name));
    const [west = -180, south = -90, east = 180, north = 90] =
      read('bbox')?.split(',').map(Number) ?? [];
    const [q, nature, sort] = [read('q'), read('nature'), read('sort')];
    const found = records.filter(
      ({nom, nature: own, lat = 0, lon = 0}) =>
        (q === null || nom.includes(q)) &&
        (nature === null || own === nature) &&
        lon >= west &&
        lon <= east &&
        lat >= south &&
        lat <= north,
    );
    if (sort) found.sort((a, b) => a.nom.localeCompare(b.nom) * (sort === '-' ? -1 : 1));
    const start = Number(read('from') ?? 0);
    const told = total === null ? {} : {total: total ?? found.length};
    const things = found.slice(start, start + Number(read('size') ?? 100));
    if (read('count') === null) return {things, ...told};
    const counts = NATURES.map(name => [name, found.filter(one => one.nature === name).length]);
    return {counts: Object.fromEntries(counts) as object};
  });
  const source = new ForeignServer(
    {url: 'https://s.example/things', fields: '', client: fake.client, warn: fake.warn},
    () => ({...thingKind, ...kind}),
  );
  return {fake, source};
}

const nature: PartParameters = ({query: {type: [first = ''] = []}}) => [['nature', first]];

function pageUrl(filters: ServerFilters, serverQuery: ServerQuery, {offset, limit}: PageRange) {
  const url = new URL('https://s.example/things');
  url.searchParams.set('from', String(offset));
  url.searchParams.set('size', String(limit));
  for (const [name, value] of parametersOf(filters, serverQuery)) url.searchParams.set(name, value);
  return url.href;
}

const thingKind: ServerAdapter = {
  maxPageSize: 100,
  filters: {
    q: ({query: {q = ''}}) => [['q', q]],
    bbox: ({query: {bbox = []}}) => [['bbox', bbox.join()]],
    type: serverQuery =>
      serverQuery.field('type')?.path === 'nature' ? nature(serverQuery) : undefined,
  },
  pageUrl: (serverQuery, range) => pageUrl(thingKind.filters, serverQuery, range),
  parsePage: (body, address) => {
    const {things: rows, total, next} = isObject(body) ? body : {};
    if (!Array.isArray(rows)) throw new SchemaError(address, 'expected things');
    return {
      rows: rows.map((fields: Thing) => ({fields: {...fields}})),
      total: total as number | undefined,
      next: next as string | null | undefined,
    };
  },
};

/** Filters of a server that claims to apply every part of a query. */
const everything: ServerFilters = {
  ...Object.fromEntries([...LIST_FILTERS, 'from', 'to'].map(part => [part, () => []])),
  ...thingKind.filters,
  type: nature,
  sort: ({query: {sort}}) => [['sort', sort === 'title' ? '+' : '-']],
};

const SAMPLE = '/things?from=0&size=20';
const query = (source: ForeignServer, query: Query, signal = neverAborted) =>
  source.find('resources', query, {signal});

describe('a foreign server', () => {
  it('is requested for one page only, if the query does not depend on its fields', async () => {
    const {fake, source} = serve(things(300));
    const answer = await query(source, {limit: 12, page: 3});
    assert.deepEqual(fake.requests, ['/things?from=24&size=12']);
    assert.deepEqual(
      [...answer.items].map(({id}) => id),
      things(36)
        .slice(24)
        .map(({id}) => String(id)),
    );
    assert.equal(answer.total, 300);
    assert.equal(answer.cappedAt, undefined);
  });

  it('is queried with its own filters, after its field names have been read', async () => {
    const {fake, source} = serve(things(300));
    const {total} = await query(source, {type: ['moulin'], limit: 12});
    assert.deepEqual(fake.requests, [SAMPLE, '/things?from=0&size=12&nature=moulin']);
    assert.equal(total, 100);
    await query(source, {type: ['pont'], limit: 12});
    assert.equal(fake.requests.length, 3, 'one look is enough');
  });

  it('is complemented in the browser, over all remaining records', async () => {
    const {fake, source} = serve(things(300));
    const {items, total} = await query(source, {q: '002', sort: '-title', limit: 2});
    assert.deepEqual(
      [...items].map(({title}) => title),
      ['Lieu 00299', 'Lieu 00298'],
    );
    assert.equal(total, 111);
    assert.ok(
      fake.requests.slice(1).every(address => address.includes('q=002')),
      'still narrowed there',
    );
    assert.ok(!fake.requests.some(address => address.includes('sort')));
  });

  it('returns up to 5,000 records for filters in the browser, and the limit is reported', async () => {
    const {fake, source} = serve(things(5_200));
    const {items, total, cappedAt} = await query(source, {sort: '-title', limit: 1});
    assert.equal(items.at(0).title, 'Lieu 05000');
    assert.equal(total, 5_000);
    assert.equal(cappedAt, 5_000);
    assert.equal(fake.requests.length, 1 + 50);
  });

  it('returns up to 5,000 records to a map, and the limit is reported', async () => {
    const {source} = serve(things(5_200));
    const answer = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.equal(answer.items.length, 5_000);
    assert.equal(answer.total, 5_200);
    assert.equal(answer.cappedAt, 5_000);
    const whole = await serve(things(250)).source.find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual([whole.items.length, whole.total, whole.cappedAt], [250, 250, undefined]);
  });

  it('returns all records in one response if it can export', async () => {
    const bulk: ServerAdapter['bulkUrl'] = (question, most) =>
      thingKind.pageUrl(question, {offset: 0, limit: most});
    const {fake, source} = serve(things(5_200), {kind: {bulkUrl: bulk}});
    const answer = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual([answer.items.length, answer.total, answer.cappedAt], [5_000, 5_200, 5_000]);
    assert.deepEqual(fake.requests, [SAMPLE, '/things?from=0&size=1', '/things?from=0&size=5001']);
  });

  it('returns pages if its export fails', async () => {
    const bulk = () => 'https://s.example/things?all&size=x';
    const {fake, source} = serve(things(250), {kind: {bulkUrl: bulk}});
    const answer = fake.responses as (url: URL) => object;
    fake.responses = url => (url.searchParams.has('all') ? 404 : answer(url));
    assert.equal(
      (await source.find('resources', {limit: Infinity}, {signal: neverAborted})).items.length,
      250,
    );
  });

  it('exports only small collections', async () => {
    const bulk = () => 'https://s.example/things?size=100000';
    const kind = {bulkUrl: bulk, bulkReturnsAll: true};
    const few = serve(things(800), {kind});
    const facets = ['type'] as const;
    assert.equal((await query(few.source, {facets, q: '0001'})).total, 11);
    const asked = [SAMPLE, '/things?from=0&size=1', '/things?size=100000'];
    assert.deepEqual(few.fake.requests, asked);
    assert.equal((await query(few.source, {facets, q: '0002', sort: '-title'})).total, 11);
    assert.deepEqual(few.fake.requests, asked, 'all is at hand');
    const many = serve(things(5_200), {kind});
    assert.equal(
      (await many.source.find('resources', {limit: Infinity}, {signal: neverAborted})).items.length,
      5_000,
    );
    assert.ok(!many.fake.requests.includes('/things?size=100000'));
  });

  it('is not requested beyond its paging limit, which is reported', async () => {
    const {fake, source} = serve(things(1_200), {kind: {maxOffset: 1_000}});
    const last = await query(source, {limit: 300, page: 4});
    assert.deepEqual([last.items.length, last.total, last.cappedAt], [100, 1_200, 1_000]);
    const beyond = await query(source, {limit: 300, page: 5});
    assert.deepEqual([beyond.items.length, beyond.total, beyond.cappedAt], [0, 1_200, 1_000]);
    for (const address of fake.requests) {
      const {searchParams} = new URL(address, 'https://s.example');
      assert.ok(
        Number(searchParams.get('from')) + Number(searchParams.get('size')) <= 1_000,
        address,
      );
    }
  });

  it('is requested by page number if it has page numbers', async () => {
    const {fake, source} = serve(things(300), {kind: {hasPageNumbers: true, maxPageSize: 50}});
    const ids = await idsOf(source, 'resources', {limit: 70, page: 2});
    assert.deepEqual(
      ids,
      things(140)
        .slice(70)
        .map(({id}) => String(id)),
    );
    assert.deepEqual(
      fake.requests,
      [50, 100].map(from => `/things?from=${from}&size=50`),
    );
  });

  it('may be requested first for its type, once', async () => {
    const fake = new FakeServer({'/about': {longest: 7}, '/things': {things: [], total: 0}});
    const source = new ForeignServer(
      {url: 'https://s.example/things', fields: '', client: fake.client, warn: fake.warn},
      async get => {
        const {longest} = (await get('https://s.example/about')) as {longest: number};
        return {...thingKind, maxPageSize: longest, envelope: {attribution: {text: 'Mairie'}}};
      },
    );
    const {attribution} = await query(source, {});
    await query(source, {limit: 3});
    assert.deepEqual(attribution, {text: 'Mairie'});
    assert.equal(fake.requests.filter(address => address === '/about').length, 1);
    assert.ok(fake.requests.includes('/things?from=0&size=7'));
  });
});

describe('the facets of a foreign server', () => {
  const facets = ['type', 'theme'] as const;

  it('are counted in the browser if it has few records', async () => {
    const {source} = serve(things(90));
    const answer = await query(source, {type: ['pont'], facets, limit: 5});
    assert.equal(answer.total, 30);
    assert.deepEqual(
      answer.facets.type?.map(({value, count}) => [value, count]),
      [
        ['moulin', 30],
        ['pont', 30],
        ['église', 30],
      ],
    );
    assert.deepEqual(answer.facets.theme, []);
  });

  it('are left out if it has many, with one warning', async () => {
    const {fake, source} = serve(things(2_000));
    for (const page of [1, 2]) {
      const answer = await query(source, {facets, limit: 12, page});
      assert.deepEqual(answer.facets, {});
      assert.equal(answer.total, 2_000);
    }
    assert.equal(fake.requests.length, 3);
    assert.deepEqual(fake.warnings, [
      'https://s.example/things: the server does not count facets, and has too many records to do so here',
    ]);
  });

  it('are its own counts, without another page', async () => {
    const {fake, source} = serve(things(2_000), {
      kind: {
        canCountFacet: facet => facet === 'type',
        fetchFacets: async ({query: {q}}, get) => {
          const body = (await get(`https://s.example/things?count&q=${q ?? ''}`)) as {
            counts: Record<string, number>;
          };
          const type = Object.entries(body.counts).map(([value, count]) => ({value, count}));
          return {type};
        },
      },
    });
    const answer = await query(source, {facets, q: 'Lieu 01', limit: 12});
    assert.deepEqual(
      answer.facets.type?.map(({count}) => count),
      [333, 334, 333],
    );
    assert.deepEqual(fake.requests.length, 3);
    assert.deepEqual(fake.warnings, [], 'nothing has a theme, so that there is nothing to count');
  });

  it('leave the list unchanged if they are unavailable', async () => {
    const {fake, source} = serve(things(2_000), {
      kind: {
        canCountFacet: () => true,
        fetchFacets: (_, get) =>
          get('https://s.example/things?size=x&count').then(
            () => ({}),
            () => {
              throw new HttpError('https://s.example/things', 500, '');
            },
          ),
      },
    });
    fake.responses = (url: URL) =>
      url.search.includes('count') ? 500 : {things: things(12), total: 12};
    assert.equal((await query(source, {facets})).items.length, 12);
    assert.deepEqual(fake.warnings, ['https://s.example/things: the server answered 500']);
  });
});

describe('an aborted request', () => {
  it('is not reported as an error', async () => {
    const leaving = new AbortController();
    const {fake, source} = serve(things(300), {
      kind: {
        canCountFacet: () => true,
        fetchFacets: async (_, get) => {
          const asked = get('https://s.example/things?from=0&size=1');
          leaving.abort();
          await asked;
          return {};
        },
      },
    });
    const asked = source.find('resources', {facets: ['type']}, {signal: leaving.signal});
    await assert.rejects(asked, {name: 'AbortError'});
    assert.deepEqual(fake.warnings, []);
  });
});

describe('a foreign server that misbehaves', () => {
  it('and reports a total that is too large: the received records count', async () => {
    const {source} = serve(things(30), {total: 4107});
    assert.equal(
      (await source.find('resources', {limit: Infinity}, {signal: neverAborted})).total,
      30,
    );
    assert.equal((await query(source, {limit: 40})).total, 30);
  });

  it('and reports a total that is too small: all records are read', async () => {
    const {source} = serve(things(230), {total: 2});
    const all = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual([all.items.length, all.total, all.cappedAt], [230, 230, undefined]);
    assert.equal((await query(source, {limit: 12})).total, 230);
  });

  it('and reports no total: records are counted in the browser, up to 1,000', async () => {
    const few = await query(serve(things(230), {total: null}).source, {limit: 12, page: 2});
    assert.deepEqual([few.items.length, few.total, few.cappedAt], [12, 230, undefined]);
    assert.equal(few.items.at(0).id, '13');
    const many = await query(serve(things(1_500), {total: null}).source, {limit: 12});
    assert.deepEqual([many.items.length, many.total, many.cappedAt], [12, 1_000, 1_000]);
    const {source} = serve(things(5_200), {total: null});
    const all = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual([all.items.length, all.cappedAt], [5_000, 5_000]);
  });

  it('and returns the same page forever: paging ends, and the result is partial', async () => {
    const {fake, source} = serve(things(300), {ignoredParameters: ['from']});
    const all = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual([all.items.length, all.total, all.cappedAt], [100, 300, 100]);
    assert.ok(fake.requests.length <= 3, String(fake.requests.length));
  });

  it('and ignores every parameter: all filters run in the browser', async () => {
    const {fake, source} = serve(things(60), {
      ignoredParameters: ['from', 'size', 'q', 'nature', 'bbox', 'sort'],
      kind: {filters: everything, pageUrl: (...asked) => pageUrl(everything, ...asked)},
    });
    assert.deepEqual(await idsOf(source, 'resources', {limit: 3, page: 2}), ['4', '5', '6']);
    assert.deepEqual(await idsOf(source, 'resources', {type: ['moulin'], limit: 2}), ['1', '4']);
    assert.deepEqual(await idsOf(source, 'resources', {q: '0002', limit: 2}), ['2', '20']);
    assert.deepEqual(await idsOf(source, 'resources', {sort: '-title', limit: 2}), ['60', '59']);
    assert.deepEqual(await idsOf(source, 'projects', {bbox: [2.9, 50.0295, 3.1, 50.0315]}), [
      '30',
      '31',
    ]);
    assert.ok(
      fake.warnings.some(line => line.endsWith('which is done here: type')),
      String(fake.warnings),
    );
  });

  it('and ignores a box that contains nearly all records', async () => {
    const {source} = serve(things(60), {ignoredParameters: ['bbox']});
    const found = await query(source, {bbox: [2.9, 50.0105, 3.1, 50.0705], limit: 100});
    assert.equal(found.total, 50);
  });

  it('and returns all records for every page, without a total', async () => {
    const {fake, source} = serve(things(60), {ignoredParameters: ['from', 'size'], total: null});
    const {items, total} = await query(source, {limit: 3, page: 2});
    assert.deepEqual(
      [...items].map(({id}) => id),
      ['4', '5', '6'],
    );
    assert.equal(total, 60);
    assert.equal(
      (await source.find('resources', {limit: Infinity}, {signal: neverAborted})).items.length,
      60,
    );
    assert.ok(fake.requests.length <= 3, String(fake.requests));
  });

  it('but searches more fields than we do: its results are shown', async () => {
    const fake = new FakeServer({
      '/things': {things: [{id: 1, nom: 'Un', note: 'Maisons à Lille'}], total: 1},
    });
    const opening = {url: 'https://s.example/things', fields: 'title: nom'};
    const source = new ForeignServer(
      {...opening, client: fake.client, warn: fake.warn},
      () => thingKind,
    );
    assert.deepEqual(await idsOf(source, 'resources', {q: 'maison lille'}), ['1']);
    assert.deepEqual(await idsOf(source, 'resources', {q: 'moulin'}), [], 'it was not read');
  });

  it('and rejects a part of a query: that part runs in the browser from then on', async () => {
    const {fake, source} = serve(things(60), {rejectedParameters: 'q'});
    assert.deepEqual(await idsOf(source, 'resources', {q: '0002', limit: 2}), ['2', '20']);
    assert.deepEqual(await idsOf(source, 'resources', {q: '0003', limit: 2}), ['3', '30']);
    assert.equal(fake.requests.filter(address => address.includes('q=')).length, 1);
    assert.deepEqual(fake.warnings, [
      'https://s.example/things: the server answered 400 (q: done here)',
    ]);
  });

  it('and fails: the error is reported', async () => {
    const {fake, source} = serve([]);
    fake.responses = () => 404;
    await assert.rejects(query(source, {}), HttpError);
    fake.responses = () => ({error: 'no things'});
    await assert.rejects(query(source, {}), SchemaError);
  });

  it('and is down: a stale copy is shown with its date', async () => {
    const {fake, source} = serve(things(5));
    await query(source, {});
    fake.time = 120_000;
    fake.responses = () => 503;
    const {items, staleSince} = await query(source, {});
    assert.equal(items.length, 5);
    assert.deepEqual(staleSince, new Date(0));
  });

  it('and gives no ids: records of two pages stay distinct', async () => {
    const {source} = serve(things(9).map(({nom}) => ({nom}) as Thing));
    const ids = [];
    for (const page of [1, 2, 3]) ids.push(...(await idsOf(source, 'resources', {limit: 3, page})));
    assert.equal(new Set(ids).size, 9);
    assert.deepEqual(
      await idsOf(source, 'resources', {limit: 3}),
      ids.slice(0, 3),
      'the same again',
    );
  });
});

describe('pages linked to each other', () => {
  /** Creates pages of two records, each with a link to the next page. */
  const linkedPages = (count: number, link = (n: number): string | null => `/things?page=${n}`) =>
    new FakeServer(({searchParams}) => {
      const n = Number(searchParams.get('page') ?? 1);
      const rows = things(count).slice(2 * n - 2, 2 * n);
      return {things: rows, total: count, next: 2 * n < count ? link(n + 1) : null};
    });
  const open = (fake: FakeServer) =>
    new ForeignServer(
      {url: 'https://s.example/things', fields: '', client: fake.client, warn: fake.warn},
      () => ({...thingKind, maxPageSize: 2, pageUrl: () => 'https://s.example/things'}),
    );

  it('are followed, and requested directly once known', async () => {
    const fake = linkedPages(9);
    const source = open(fake);
    assert.deepEqual(await idsOf(source, 'resources', {limit: 2, page: 3}), ['5', '6']);
    // The cached copies are stale.
    fake.time = 120_000;
    fake.requests.length = 0;
    const {items} = await source.find('resources', {limit: 2, page: 4}, {signal: neverAborted});
    assert.deepEqual(
      [...items].map(({id}) => id),
      ['7', '8'],
    );
    assert.equal(fake.requests[0], '/things?page=4');
  });

  it('are not followed to another origin, and the missing part is reported', async () => {
    const fake = linkedPages(9, n => `https://elsewhere.example/things?page=${n}`);
    const {items, cappedAt} = await open(fake).find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.deepEqual([items.length, cappedAt], [2, 2]);
    assert.deepEqual(fake.requests, ['/things']);
    assert.deepEqual(fake.warnings, [
      'https://s.example/things: the next page is of another origin and is not followed',
    ]);
  });

  it('end if they form a circle', async () => {
    const fake = linkedPages(9, () => '/things?page=1');
    const {items} = await open(fake).find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.equal(items.length, 2);
    assert.ok(fake.requests.length <= 3);
  });

  it('are no longer fetched after an abort', async () => {
    const fake = linkedPages(1_000);
    const leaving = new AbortController();
    const inner = fake.responses as (url: URL) => object;
    fake.responses = url => {
      if (fake.requests.length === 3) leaving.abort();
      return inner(url);
    };
    const asked = open(fake).find('resources', {limit: Infinity}, {signal: leaving.signal});
    await assert.rejects(asked, {name: 'AbortError'});
    assert.equal(fake.requests.length, 3);
  });
});
