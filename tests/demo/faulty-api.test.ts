import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {SLOW_DELAY_MS} from '../../demo/server/faulty-api.js';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {parseRecord} from '../../src/data/validation.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {rawRequest} from '../support/raw-request.js';

let server: DemoServer;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const request = (path: string) => rawRequest(server.url, `/faulty/${path}`);
const read = async (path: string) =>
  JSON.parse((await request(path)).body.toString()) as {
    items: unknown[];
    total: number;
    next: string | null;
  };

for (const collection of COLLECTIONS)
  describe(`an API whose ${collection} misbehave`, () => {
    it('returns errors', async () => {
      const {status, headers} = await request(`500/${collection}`);
      assert.equal(status, 500);
      assert.match(String(headers['content-type']), /problem\+json/);
    });

    it('is busy for five seconds', async () => {
      const {status, headers} = await request(`429/${collection}`);
      assert.equal(status, 429);
      assert.equal(headers['retry-after'], '5');
      assert.match(headers['access-control-expose-headers'] ?? '', /^Retry-After\b/);
    });

    it('returns an HTML page, or nothing', async () => {
      const page = await request(`html/${collection}`);
      assert.equal(page.status, 200);
      assert.match(String(page.headers['content-type']), /^text\/html/);
      assert.match(page.body.toString(), /^<!doctype html>/);
      assert.equal((await request(`no-body/${collection}`)).body.length, 0);
    });

    it('has one invalid record in a thousand', async () => {
      const {items, total} = await read(`one-bad/${collection}`);
      assert.equal(total, 1000);
      const good = items.filter(item => {
        const {value, errors: faults} = parseRecord(collection, item);
        return value !== undefined && faults.length === 0;
      });
      assert.equal(good.length, 999);
    });

    it('is empty', async () => {
      const {items, total} = await read(`empty/${collection}`);
      assert.deepEqual({items, total}, {items: [], total: 0});
    });

    it('returns hostile but readable records', async () => {
      const {items} = await read(`hostile/${collection}`);
      assert.equal(items.length, 3);
      for (const item of items) {
        const text = JSON.stringify(item);
        assert.ok(text.includes('<script>') && text.includes('javascript:'));
        assert.notEqual(parseRecord(collection, item).value, undefined);
      }
    });

    it('links to another origin', async () => {
      const {items, next} = await read(`other-origin-next/${collection}?limit=5`);
      assert.equal(items.length, 5);
      assert.notEqual(new URL(String(next)).origin, new URL(server.url).origin);
    });

    it('breaks off in the middle', async () => {
      await assert.rejects(request(`truncated/${collection}`), {code: 'ECONNRESET'});
    });
  });

describe('an API that misbehaves', () => {
  it('describes its capabilities', async () => {
    for (const path of ['', 'nothing/portals', '500', '500/nothing', 'constructor/portals'])
      assert.equal((await request(path)).status, 404, path);
  });

  it('is slow', async () => {
    const start = performance.now();
    const {items} = await read('slow/portals');
    assert.ok(items.length > 0);
    // Timers may fire slightly early.
    assert.ok(performance.now() - start > SLOW_DELAY_MS - 50);
  });

  it('never responds, but lets the server stop', async () => {
    const other = await startServer();
    const hanging = rawRequest(other.url, '/faulty/hang/portals');
    const lost = assert.rejects(hanging, {code: 'ECONNRESET'});
    // Other requests are answered meanwhile.
    assert.equal((await rawRequest(other.url, '/faulty/empty/portals')).status, 200);
    await other.close();
    await lost;
  });
});
