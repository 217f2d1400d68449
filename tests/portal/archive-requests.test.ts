import assert from 'node:assert/strict';
import dns from 'node:dns/promises';
import {createServer} from 'node:http';
import {syncBuiltinESMExports} from 'node:module';
import {describe, it, type TestContext} from 'node:test';
import {Requests} from '../../portal/src/publish/archive/requests.js';
import {listen} from '../support/listen.js';

/** Address in a network of the internet; it is not requested. */
const PUBLIC = 'https://93.184.215.14/';

/** Spellings of this machine, and of hosts on private networks. */
const PRIVATE = [
  'http://127.0.0.1:8080/admin.json',
  'http://localhost/admin.json',
  'http://2130706433/admin.json',
  'http://0x7f.1/admin.json',
  'http://[::1]/admin.json',
  'http://[::ffff:127.0.0.1]/admin.json',
  'http://[0:0:0:0:0:ffff:7f00:1]/admin.json',
  'http://[64:ff9b::7f00:1]/admin.json',
  'http://0.0.0.0/admin.json',
  'http://10.1.2.3/admin.json',
  'http://172.31.0.1/admin.json',
  'http://192.168.1.1/admin.json',
  'http://169.254.169.254/latest/meta-data',
  'http://[fd00::1]/admin.json',
  'http://[fe80::1]/admin.json',
];

/** Replaces `fetch` by a server that answers JSON, or redirects the first request. Returns the requested addresses. */
function simulateFetch(t: TestContext, target?: string): string[] {
  const requested: string[] = [];
  t.mock.method(globalThis, 'fetch', async (url: URL) => {
    requested.push(url.href);
    return target !== undefined && requested.length === 1
      ? new Response(null, {status: 302, headers: {location: target}})
      : Response.json({secret: true});
  });
  return requested;
}

describe('S-16 the archive of a portal on the internet', () => {
  for (const target of PRIVATE)
    it(`contains nothing of ${target}`, async t => {
      const requested = simulateFetch(t, target);
      const requests = new Requests(PUBLIC);
      const redirected = await requests.json(`${PUBLIC}api/portail.json`);
      assert.match(JSON.stringify(redirected), /sur cette machine ou sur un réseau privé/);
      const direct = await requests.file(target, 1000);
      assert.match(JSON.stringify(direct), /sur cette machine ou sur un réseau privé/);
      assert.deepEqual(requested, [`${PUBLIC}api/portail.json`]);
    });

  it('contains nothing of this machine, although the name of the portal leads there by now', async t => {
    const requested = simulateFetch(t);
    let lookups = 0;
    t.mock.method(dns, 'lookup', async () => [
      {address: ++lookups === 1 ? '93.184.215.14' : '127.0.0.1', family: 4},
    ]);
    syncBuiltinESMExports();
    t.after(() => {
      t.mock.restoreAll();
      syncBuiltinESMExports();
    });
    const found = await new Requests('https://portail.example/').json('https://portail.example/a');
    assert.match(JSON.stringify(found), /sur cette machine ou sur un réseau privé/);
    assert.deepEqual(requested, []);
  });

  it('follows a redirect to another address of the internet', async t => {
    const requested = simulateFetch(t, '/api/portail.json');
    const found = await new Requests(PUBLIC).json(`${PUBLIC}portail.json`);
    assert.deepEqual(found, {kind: 'json', value: {secret: true}});
    assert.deepEqual(requested, [`${PUBLIC}portail.json`, `${PUBLIC}api/portail.json`]);
  });
});

describe('the archive of a portal on this machine', () => {
  it('follows redirects there, and says when they have no end', async t => {
    const {url, close} = await listen(
      createServer((request, response) => {
        const path = request.url ?? '';
        if (path === '/end') response.writeHead(200).end('{}');
        else response.writeHead(307, {location: path === '/start' ? '/end' : path}).end();
      }),
    );
    t.after(close);
    const requests = new Requests(url);
    assert.equal((await requests.json(`${url}/start`)).kind, 'json');
    const loop = await requests.json(`${url}/loop`);
    assert.match(JSON.stringify(loop), /trop de redirections/);
  });
});
