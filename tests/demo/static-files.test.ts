import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {gunzipSync} from 'node:zlib';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {rawRequest} from '../support/raw-request.js';

const FILES = {
  'secret.json': '{}',
  'demo/index.html': '<!doctype html><title>Démonstration</title>',
  'demo/page.css': 'p { color: red }'.repeat(100),
  'demo/page.js': '"use strict"',
  'demo/été.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'demo/photo.jpg': '0123456789',
  'demo/large.png': '0123456789'.repeat(1000),
  'demo/data/portals.json': '[{"id": 1}]',
  'demo/server/main.ts': 'export {}',
  'demo/README.md': '# Demo',
  'demo/.hidden/page.html': '',
  'demo/.env.json': '{}',
  'demo/hosts/spip/index.html': '<!doctype html><title>SPIP</title>',
  'demo/empty/page.txt': '',
  'dist/cdn/spass-widgets.js': '"use strict"',
  'dist/cdn/embed.html': '<!doctype html>',
  'dist/index.js': '"use strict"',
  'storybook-static/index.html': '<!doctype html><script>1</script>',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html spass-widgets";

let folder: string;
let server: DemoServer;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spass-static-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, dirname(name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  server = await startServer({root: pathToFileURL(`${folder}/`)});
});
after(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

const request = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.url, path, {headers});

describe('a static file', () => {
  const TYPES = {
    '/': ['demo/index.html', 'text/html; charset=utf-8'],
    '/index.html': ['demo/index.html', 'text/html; charset=utf-8'],
    '/page.css': ['demo/page.css', 'text/css; charset=utf-8'],
    '/page.js?v=1': ['demo/page.js', 'text/javascript; charset=utf-8'],
    '/%C3%A9t%C3%A9.svg': ['demo/été.svg', 'image/svg+xml; charset=utf-8'],
    '/photo.jpg': ['demo/photo.jpg', 'image/jpeg'],
    '/data/portals.json': ['demo/data/portals.json', 'application/json; charset=utf-8'],
    '/hosts/spip/': ['demo/hosts/spip/index.html', 'text/html; charset=utf-8'],
    '/cdn/spass-widgets.js': ['dist/cdn/spass-widgets.js', 'text/javascript; charset=utf-8'],
    '/cdn/embed.html': ['dist/cdn/embed.html', 'text/html; charset=utf-8'],
    '/storybook/': ['storybook-static/index.html', 'text/html; charset=utf-8'],
  } as const;
  for (const [path, [name, type]] of Object.entries(TYPES))
    it(`is served with its type: ${path}`, async () => {
      const {status, headers, body} = await request(path);
      assert.equal(status, 200);
      assert.equal(headers['content-type'], type);
      assert.equal(body.toString(), FILES[name]);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      const policy = path.startsWith('/storybook/') ? undefined : POLICY;
      assert.equal(headers['content-security-policy'], policy);
    });

  it('can be loaded by another origin, with an integrity check', async () => {
    const {headers} = await request('/cdn/spass-widgets.js');
    assert.equal(headers['access-control-allow-origin'], '*');
  });

  it('is revalidated by its ETag', async () => {
    const {headers} = await request('/page.css');
    assert.equal(headers['cache-control'], 'no-cache');
    const again = await request('/page.css', {'If-None-Match': String(headers.etag)});
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    writeFileSync(join(folder, 'demo/page.css'), 'p { color: blue }');
    assert.equal((await request('/page.css', {'If-None-Match': String(headers.etag)})).status, 200);
    writeFileSync(join(folder, 'demo/page.css'), FILES['demo/page.css']);
  });

  it('is compressed if that helps', async () => {
    const zipped = await request('/page.css', {'Accept-Encoding': 'gzip'});
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(zipped.body).toString(), FILES['demo/page.css']);
    for (const path of ['/large.png', '/page.js']) {
      const {headers} = await request(path, {'Accept-Encoding': 'gzip'});
      assert.equal(headers['content-encoding'], undefined, path);
    }
  });

  it('is served by byte ranges, if it is not text', async () => {
    const some = await request('/photo.jpg', {Range: 'bytes=2-4'});
    assert.equal(some.status, 206);
    assert.equal(some.body.toString(), '234');
    assert.equal(some.headers['content-range'], 'bytes 2-4/10');
    assert.equal((await request('/photo.jpg', {Range: 'bytes=8-'})).body.toString(), '89');
    const rest = await request('/photo.jpg', {Range: 'bytes=8-99'});
    assert.equal(rest.body.toString(), '89');
    assert.equal(rest.headers['content-range'], 'bytes 8-9/10');
    assert.equal((await request('/photo.jpg', {Range: 'bytes=-2'})).body.toString(), '89');
    assert.equal((await request('/photo.jpg', {Range: 'bytes=-99'})).body.toString(), '0123456789');
    for (const odd of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=4-2', 'bytes=a-b'])
      assert.equal((await request('/photo.jpg', {Range: odd})).status, 200, odd);
    assert.equal((await request('/page.css', {Range: 'bytes=2-4'})).status, 200);
  });

  it('rejects a range beyond its end', async () => {
    for (const beyond of ['bytes=10-', 'bytes=20-30', 'bytes=-0']) {
      const {status, headers, body} = await request('/photo.jpg', {Range: beyond});
      assert.equal(status, 416, beyond);
      assert.equal(headers['content-range'], 'bytes */10');
      assert.equal(body.length, 0);
    }
  });

  it('is served by byte range only if the version matches', async () => {
    const Range = 'bytes=2-4';
    const {headers, body} = await request('/photo.jpg');
    assert.equal(body.length, 10);
    const {etag = '', 'last-modified': modified = ''} = headers;
    assert.match(etag, /^"[\w-]+"$/);
    for (const same of [etag, modified]) {
      const part = await request('/photo.jpg', {Range, 'If-Range': same});
      assert.equal(part.status, 206, same);
      assert.equal(part.body.toString(), '234');
      assert.equal(part.headers.etag, etag);
    }
    for (const other of ['"another"', `W/${etag}`, 'Mon, 01 Jan 2024 00:00:00 GMT']) {
      const whole = await request('/photo.jpg', {Range, 'If-Range': other});
      assert.equal(whole.status, 200, other);
      assert.equal(whole.body.length, 10);
    }
    const known = await request('/photo.jpg', {Range, 'If-None-Match': etag});
    assert.equal(known.status, 304);
    writeFileSync(join(folder, 'demo/photo.jpg'), '01234567890');
    assert.equal((await request('/photo.jpg', {Range, 'If-Range': etag})).status, 200);
    writeFileSync(join(folder, 'demo/photo.jpg'), FILES['demo/photo.jpg']);
  });

  it('exposes the range headers to other origins', async () => {
    const {headers} = await request('/photo.jpg', {Range: 'bytes=2-4'});
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.match(
      headers['access-control-expose-headers'] ?? '',
      /\bETag\b.*\bAccept-Ranges\b.*\bContent-Range\b/,
    );
    assert.equal(headers['accept-ranges'], 'bytes');
  });

  it('that is a folder is redirected to a trailing slash', async () => {
    const {status, headers} = await request('/hosts/spip');
    assert.equal(status, 308);
    // Relative, for a server that a proxy serves below a path.
    assert.equal(headers.location, './spip/');
  });
});

describe('the portal beside the pages', () => {
  it('is built from its files; missing ones are empty', async () => {
    for (const [collection, count] of Object.entries({portals: 1, resources: 0, events: 0})) {
      const {status, body} = await request(`/api/${collection}`);
      assert.equal(status, 200);
      assert.equal((JSON.parse(body.toString()) as {total: number}).total, count, collection);
    }
  });
});

describe('a path outside the demo’s files', () => {
  const PATHS = {
    '/nothing.html': 404,
    '/server/main.ts': 404,
    '/README.md': 404,
    '/data/': 404,
    '/empty/': 404,
    '/index.html/': 404,
    '/.env.json': 404,
    '/.hidden/page.html': 404,
    '/cdn/../index.js': 400,
    '/../secret.json': 400,
    '/data/../../secret.json': 400,
    '/%2e%2e/secret.json': 400,
    '/..%2fsecret.json': 400,
    '/%2e%2e%2fsecret.json': 400,
    '/..\\secret.json': 400,
    '/..%5csecret.json': 400,
    '/cdn/%2e%2e/index.js': 400,
    '/api/%2e%2e%2fsecret.svg': 400,
    '/data%2fportals.json': 400,
    '/index.html%00.json': 400,
    '/%0aindex.html': 400,
    '//index.html': 400,
    '//etc/passwd.json': 400,
    '/data//portals.json': 400,
    '/./index.html': 400,
    '/secret.json': 404,
    '/__proto__/index.html': 404,
    '/constructor': 404,
  };
  for (const [path, expected] of Object.entries(PATHS))
    it(`is not served: ${expected} ${path}`, async () => {
      const {status, headers} = await request(path);
      assert.equal(status, expected);
      assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
    });
});
