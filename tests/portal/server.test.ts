import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {rawRequest} from '../support/raw-request.js';
import {smallPortal} from '../support/small-portal.js';

const portal = {
  ...smallPortal,
  programmes: [
    {id: 'p4', title: 'Programme IV', funding: {text: 'Avec l’Union', logo: {src: 'emblem.svg'}}},
    {id: 'p5', title: 'Programme V', funding: {logo: {src: 'https://example.org/a.svg'}}},
    {id: 'a/b', title: 'Un identifiant avec une barre'},
    {id: 'plan.svg', title: 'Un identifiant comme un nom de fichier'},
  ],
  contributions: [
    {id: 'k1', kind: 'idea', state: 'published'},
    {id: 'k2', kind: 'idea', state: 'pending'},
    {id: 'k3', kind: 'idea', state: 'refused'},
    {id: 'k4', kind: 'idea'},
  ],
  attribution: {text: 'CAUE du Nord', licence: 'CC BY 4.0', updated: '2026-11-01'},
  contact: 'https://example.org/contact',
};

interface Body {
  readonly [name: string]: unknown;
  readonly items: readonly {readonly id: unknown}[];
  readonly next: string | null;
  readonly detail: string;
}

let server: DemoServer;
before(async () => {
  server = await startServer({data: portal});
});
after(() => server.close());

const request = (path: string, options?: Parameters<typeof rawRequest>[2]) =>
  rawRequest(server.url, path, options);
const read = async (path: string, options?: Parameters<typeof rawRequest>[2]): Promise<Body> =>
  JSON.parse((await request(path, options)).body.toString()) as Body;
const ids = (body: Body) => body.items.map(({id}) => id);

describe('a list response', () => {
  it('has a version, a total, a source and a contact', async () => {
    const body = await read('/api/resources?limit=2');
    assert.deepEqual(ids(body), [1, 2]);
    const {version, total, complete, attribution, contact} = body;
    assert.deepEqual(
      {version, total, complete, attribution, contact},
      {
        version: '1',
        total: 7,
        complete: false,
        attribution: portal.attribution,
        contact: portal.contact,
      },
    );
    assert.equal('facets' in body, false);
  });

  it('has records unchanged, unknown fields included', async () => {
    const [first] = (await read('/api/resources?limit=1')).items;
    assert.deepEqual(first, smallPortal.resources[0]);
  });

  for (const collection of COLLECTIONS)
    it(`exists for ${collection}, even if the portal has none`, async t => {
      const empty = await startServer({data: {}});
      t.after(() => empty.close());
      const {status, body} = await rawRequest(empty.url, `/api/${collection}`);
      assert.equal(status, 200);
      const {total, items, next} = JSON.parse(body.toString()) as Body;
      assert.deepEqual({total, items, next}, {total: 0, items: [], next: null});
      assert.equal((await request(`/api/${collection}`)).status, 200);
    });

  it('has twelve records by default', async t => {
    const resources = Array.from({length: 13}, (_, id) => ({id}));
    const longer = await startServer({data: {resources}});
    t.after(() => longer.close());
    const {body} = await rawRequest(longer.url, '/api/resources');
    assert.equal((JSON.parse(body.toString()) as Body).items.length, 12);
  });

  it('links to the next page, with all parameters', async () => {
    const first = await read('/api/resources?theme=Eau&theme=Architecture&limit=3&sort=-date');
    assert.ok(first.next?.startsWith(`${server.url}api/resources?`), String(first.next));
    const next = new URL(String(first.next));
    assert.deepEqual(next.searchParams.getAll('theme'), ['Eau', 'Architecture']);
    assert.equal(next.searchParams.get('page'), '2');
    const last = await read(next.pathname + next.search);
    assert.deepEqual([...ids(first), ...ids(last)], [3, 1, 2, 4]);
    assert.equal(last.next, null);
  });

  it('has no next page when it is exactly full', async () => {
    assert.equal((await read('/api/resources?limit=7')).next, null);
    assert.equal((await read('/api/resources?limit=1&page=7')).next, null);
    assert.notEqual((await read('/api/resources?limit=6')).next, null);
  });

  it('links to this machine by the name that the client uses', async () => {
    const {port} = new URL(server.url);
    for (const host of [`localhost:${port}`, 'localhost:8080', `127.0.0.1:${port}`]) {
      const {next} = await read('/api/resources?limit=1', {headers: {Host: host}});
      assert.equal(next, `http://${host}/api/resources?limit=1&page=2`);
    }
  });

  for (const host of ['portail.example', '10.0.0.1:80', 'localhost.evil.example', 'a b/"><script>'])
    it(`does not link to whatever the Host header says: ${host}`, async () => {
      const {next} = await read('/api/resources?limit=1', {headers: {Host: host}});
      assert.equal(next, `${server.url}api/resources?limit=1&page=2`);
    });

  it('links to the public address, whatever the Host header says', async t => {
    const behindProxy = await startServer({
      data: portal,
      settings: {publicUrl: 'https://portail.example'},
    });
    t.after(() => behindProxy.close());
    for (const host of ['evil.example', 'localhost:4173']) {
      const {body} = await rawRequest(behindProxy.url, '/api/resources?limit=1', {
        headers: {Host: host},
      });
      const {next} = JSON.parse(body.toString()) as Body;
      assert.equal(next, 'https://portail.example/api/resources?limit=1&page=2');
    }
  });

  it('accepts facets repeated, or separated by commas', async () => {
    const body = await read('/api/resources?facets=type,theme&facets=section&facets=type');
    assert.deepEqual(Object.keys(body['facets'] as object), ['type', 'theme', 'section']);
  });

  it('has published contributions only', async () => {
    assert.deepEqual(ids(await read('/api/contributions')), ['k1']);
    assert.equal((await request('/api/contributions/k1')).status, 200);
    for (const hidden of ['k2', 'k3', 'k4'])
      assert.equal((await request(`/api/contributions/${hidden}`)).status, 404);
    const whole = await read('/data/portail.json');
    assert.deepEqual(
      (whole['contributions'] as {id: string}[]).map(({id}) => id),
      ['k1'],
    );
  });

  it('has absolute URLs', async () => {
    const logos = (await read('/api/programmes')).items.map(
      record => (record as {funding?: {logo?: {src?: string}}}).funding?.logo?.src,
    );
    assert.deepEqual(logos.slice(0, 2), ['/api/emblem.svg', 'https://example.org/a.svg']);
  });
});

describe('one record', () => {
  it('is found by its id, a number or a string', async () => {
    assert.deepEqual(await read('/api/resources/1'), smallPortal.resources[0]);
    assert.equal((await read('/api/resources/carnet-9'))['id'], 'carnet-9');
    for (const id of ['a/b', 'plan.svg'])
      assert.equal((await read(`/api/programmes/${encodeURIComponent(id)}`))['id'], id);
  });

  for (const path of [
    '/api/resources/99',
    '/api/resources/',
    '/api/resources/1/more',
    '/api/nothing',
    '/api',
    '/api/',
  ])
    it(`is a 404 problem at ${path}`, async () => {
      const {status, headers, body} = await request(path);
      assert.equal(status, 404);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
      const {title, status: told, detail} = JSON.parse(body.toString()) as Body;
      assert.deepEqual({title, told}, {title: 'Not found', told: 404});
      assert.match(detail, /\.$/);
    });
});

describe('an invalid query', () => {
  const INVALID_QUERIES: readonly (readonly [query: string, ...said: string[]])[] = [
    ['limit=0', 'limit', '"0"'],
    ['limit=501', 'limit', '"501"'],
    ['limit=-1', 'limit', '"-1"'],
    ['limit=2.5', 'limit', '"2.5"'],
    ['limit=many', 'limit', '"many"'],
    ['limit=1e2', 'limit', '"1e2"'],
    ['limit=2&limit=3', 'limit', 'once'],
    ['page=-1', 'page', '"-1"'],
    ['page=0', 'page', '"0"'],
    ['page=two', 'page', '"two"'],
    ['sort=foo', 'sort', '"foo"'],
    ['sort=-', 'sort', '"-"'],
    ['sort=Title', 'sort', '"Title"'],
    ['from=2016-13', 'from', '"2016-13"'],
    ['from=2016-02-30', 'from', '"2016-02-30"'],
    ['to=yesterday', 'to', '"yesterday"'],
    ['from=2017&to=2016', 'from', '"2017"', '"2016"'],
    ['facets=foo', 'facets', '"foo"'],
    ['facets=type,foo', 'facets', '"foo"'],
    ['bbox=1,2,3', 'bbox', '"1,2,3"'],
    ['bbox=1,2,3,4,5', 'bbox', '"1,2,3,4,5"'],
    ['bbox=3,51,4,50', 'bbox', '"3,51,4,50"'],
    ['bbox=a,50,4,51', 'bbox', '"a,50,4,51"'],
    ['bbox=3,,4,51', 'bbox', '"3,,4,51"'],
    ['bbox=3,50,4,91', 'bbox', '"3,50,4,91"'],
    ['bbox=-181,50,4,51', 'bbox', '"-181,50,4,51"'],
    ['bbox=NaN,50,4,51', 'bbox', '"NaN,50,4,51"'],
    ['lang=not_a_language', 'lang', '"not_a_language"'],
    [`q=${'a'.repeat(1001)}`, 'q', 'characters'],
  ];
  for (const [query, ...said] of INVALID_QUERIES)
    it(`is rejected with a reason: ${query.slice(0, 40)}`, async () => {
      const {status, headers, body} = await request(`/api/resources?${query}`);
      assert.equal(status, 400);
      assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
      assert.equal(headers['cache-control'], 'no-store');
      const {detail, status: told} = JSON.parse(body.toString()) as Body;
      assert.equal(told, 400);
      for (const word of said) assert.ok(detail.includes(word), detail);
    });

  const VALID_QUERIES = [
    'limit=&page=&sort=&bbox=&from=&to=&q=&lang=&facets=&theme=&family=',
    'unknown=1&limits=0&Sort=foo&callback=x&_=1',
    'theme=&theme=Eau&theme=Architecture&theme=Patrimoine&theme=Paysage, jardins',
    'limit=500&page=1&limit=500',
    'q=%20%20',
    'q=%',
    'bbox=-180,-90,180,90.0',
    'lang=fr-BE&sort=title',
    'lang=ar&sort=title',
  ];
  for (const query of VALID_QUERIES)
    it(`is not assumed: ${query}`, async () => {
      const {status, body} = await request(`/api/resources?${query.replaceAll(' ', '%20')}`);
      assert.equal(status, 200, body.toString());
    });

  it('is not assumed for an empty value', async () => {
    assert.equal((await read('/api/resources?theme=&q='))['total'], 7);
    assert.equal((await read('/api/resources?theme=&theme=Eau'))['total'], 2);
  });

  for (const path of ['/%', '/api/%', '/api/resources/%zz', '/%ff', '/api/%C3'])
    it(`gets 400 at ${path}`, async () => {
      const {status, headers} = await request(path);
      assert.equal(status, 400);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
    });

  it('may be an absolute URL, as proxies send', async () => {
    assert.equal((await read('http://portail.example/api/resources?theme=Eau'))['total'], 2);
  });
});

describe('every response', () => {
  const PATHS = {
    '/api/resources': 200,
    '/api/resources?limit=0': 400,
    '/api/nothing': 404,
    '/data/portail.json': 200,
    '/nothing': 404,
    '/%': 400,
    '/faulty/500/portals': 500,
    '/faulty/429/portals': 429,
  };
  for (const [path, expected] of Object.entries(PATHS))
    it(`is readable by every page: ${expected} ${path}`, async () => {
      const {status, headers} = await request(path);
      assert.equal(status, expected);
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.match(headers['access-control-expose-headers'] ?? '', /^Retry-After\b/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['access-control-allow-credentials'], undefined);
    });

  it('is cached for a minute, and revalidated by its ETag', async () => {
    const {headers, body} = await request('/api/resources');
    assert.equal(headers['cache-control'], 'public, max-age=60');
    const tag = String(headers.etag);
    assert.match(tag, /^"[^"]+"$/);
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await request('/api/resources', {headers: {'If-None-Match': held}});
      assert.equal(again.status, 304, held);
      assert.equal(again.body.length, 0);
      assert.equal(again.headers.etag, tag);
      assert.equal(again.headers['access-control-allow-origin'], '*');
    }
    const stale = await request('/api/resources', {headers: {'If-None-Match': '"other"'}});
    assert.deepEqual(stale.body, body);
    assert.notEqual((await request('/api/resources?limit=1')).headers.etag, tag);
    assert.equal((await request('/api/resources')).headers.etag, tag);
  });

  it('is compressed if accepted, with its own ETag', async () => {
    const plain = await request('/api/resources');
    const zipped = await request('/api/resources', {
      headers: {'Accept-Encoding': 'br, gzip;q=0.5'},
    });
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.deepEqual(gunzipSync(zipped.body), plain.body);
    assert.notEqual(zipped.headers.etag, plain.headers.etag);
    for (const {headers} of [plain, zipped]) assert.equal(headers.vary, 'Accept-Encoding');
    const held = {'Accept-Encoding': 'gzip', 'If-None-Match': String(zipped.headers.etag)};
    assert.equal((await request('/api/resources', {headers: held})).status, 304);
    for (const refused of ['', 'br', 'gzip;q=0', 'identity, gzip;q=0.0']) {
      const {headers} = await request('/api/resources', {headers: {'Accept-Encoding': refused}});
      assert.equal(headers['content-encoding'], undefined, refused);
    }
  });

  it('has no body for HEAD, and the same headers', async () => {
    const get = await request('/api/resources');
    const head = await request('/api/resources', {method: 'HEAD'});
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control'] as const)
      assert.equal(head.headers[name], get.headers[name]);
    assert.equal((await request('/api/nothing', {method: 'HEAD'})).status, 404);
  });

  it('to OPTIONS lists the methods', async () => {
    const some = await request('/api/resources', {method: 'OPTIONS'});
    assert.equal(some.status, 204);
    assert.equal(some.headers.allow, 'GET, HEAD, OPTIONS');
    assert.equal(some.headers['access-control-allow-methods'], undefined);
    const writable = await request('/api/contributions', {method: 'OPTIONS'});
    assert.equal(writable.status, 204);
    assert.equal(writable.headers['access-control-allow-methods'], 'POST');
    assert.equal(writable.headers['access-control-allow-headers'], 'Idempotency-Key');
    for (const {headers} of [some, writable]) {
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.match(headers['access-control-expose-headers'] ?? '', /^Retry-After\b/);
    }
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    it(`to ${method} lists the allowed methods`, async () => {
      const {status, headers, body} = await request('/api/resources', {method});
      assert.equal(status, 405);
      assert.equal(headers.allow, 'GET, HEAD, OPTIONS');
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal((JSON.parse(body.toString()) as Body)['title'], 'Method not allowed');
    });

  it('hides internal errors', async t => {
    const console_ = t.mock.method(console, 'error', () => undefined);
    const broken = await startServer({data: {resources: [{id: 1, themes: 5 as never}]}});
    t.after(() => broken.close());
    const {status, body} = await rawRequest(broken.url, '/api/resources?theme=Eau');
    assert.equal(status, 500);
    assert.doesNotMatch(body.toString(), /TypeError|\bat |node:|\.ts/);
    assert.equal(console_.mock.callCount(), 1);
  });
});

describe('the demo’s portals', () => {
  let demo: DemoServer;
  before(async () => {
    demo = await startServer();
  });
  after(() => demo.close());
  const total = async (path: string) => {
    const {status, body} = await rawRequest(demo.url, path);
    assert.equal(status, 200, path);
    return (JSON.parse(body.toString()) as Body)['total'];
  };
  const file = async (name: string) =>
    JSON.parse(
      await readFile(new URL(`../../demo/data/${name}.json`, import.meta.url), 'utf8'),
    ) as unknown[];

  it('are the files of demo/data', async () => {
    for (const collection of ['portals', 'resources', 'projects', 'programmes', 'stories'])
      assert.equal(await total(`/api/${collection}`), (await file(collection)).length, collection);
  });

  it('include the pictures that they name, also as one document', async () => {
    const {body} = await rawRequest(demo.url, '/api/programmes?limit=500');
    const sources = [...body.toString().matchAll(/"src":"([^"]*)"/g)].map(([, src]) => String(src));
    assert.ok(sources.length > 0);
    for (const src of new Set(sources)) {
      const picture = await rawRequest(
        demo.url,
        new URL(src, `${demo.url}api/programmes`).pathname,
      );
      assert.equal(picture.headers['content-type'], 'image/svg+xml; charset=utf-8');
    }
    const whole = await rawRequest(demo.url, '/data/portail.json');
    const document = JSON.parse(whole.body.toString()) as Body;
    assert.equal(document['version'], '1');
    for (const collection of COLLECTIONS)
      assert.ok(Array.isArray(document[collection]), collection);
    const [src] = /(?<="src":")[^"]*/.exec(whole.body.toString()) ?? [''];
    const picture = new URL(src, `${demo.url}data/portail.json`).pathname;
    assert.equal((await rawRequest(demo.url, picture)).status, 200, picture);
  });

  it('are separate from invented ones', async () => {
    assert.equal(await total('/api-4107/resources'), 4107);
    assert.equal(await total('/api-50000/resources'), 50_000);
    assert.equal(await total('/api/resources'), (await file('resources')).length);
    const {body} = await rawRequest(demo.url, '/data/made-10000.json');
    assert.equal(((JSON.parse(body.toString()) as Body)['resources'] as unknown[]).length, 10_000);
    const {body: first} = await rawRequest(demo.url, '/api-4107/resources?limit=1');
    const {next} = JSON.parse(first.toString()) as Body;
    assert.equal(next, `${demo.url}api-4107/resources?limit=1&page=2`);
  });
});
