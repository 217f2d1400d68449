import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {Client} from '../../../src/data/client/client.js';
import {
  CACHE_NAME,
  fetchKept,
  forgetKept,
  readHeadersOf,
  storedTimeOf,
} from '../../../src/data/client/kept-responses.js';
import {open} from '../../../src/data/sources/json/json.js';
import {FakeEnvironment, json, networkFailure, type Responder} from '../fake-environment.js';

const DAY = 86_400_000;
const API = 'https://api.example/v1';
const URL_1 = `${API}/resources?limit=12`;

/** Cache API in memory. */
class FakeCaches {
  readonly stores = new Map<string, Map<string, Response>>();
  /** True to refuse further copies, as a browser without room does. */
  isFull = false;
  /** True to throw for each access, as in a sandboxed frame. */
  isBlocked = false;

  async open(name: string): Promise<Cache> {
    if (this.isBlocked) throw new DOMException('blocked', 'SecurityError');
    const copies = this.stores.get(name) ?? new Map<string, Response>();
    this.stores.set(name, copies);
    const urlOf = (request: RequestInfo | URL): string =>
      request instanceof Request ? request.url : String(request);
    return {
      match: async (request: RequestInfo) => copies.get(urlOf(request))?.clone(),
      put: async (request: RequestInfo, response: Response) => {
        if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
        copies.set(urlOf(request), response);
      },
      delete: async (request: RequestInfo) => copies.delete(urlOf(request)),
      keys: async () => [...copies.keys()].map(url => new Request(url)),
    } as unknown as Cache;
  }

  async delete(name: string): Promise<boolean> {
    return this.stores.delete(name);
  }

  get urls(): readonly string[] {
    return [...(this.stores.get(CACHE_NAME)?.keys() ?? [])];
  }
}

/** Response as from the network: those made by scripts are of no type. */
function fromNetwork(response: Response, type: ResponseType = 'cors'): Response {
  Object.defineProperty(response, 'type', {value: type});
  const {clone} = response;
  response.clone = () => fromNetwork(clone.call(response), type);
  return response;
}

const answer =
  (body: unknown, headers: HeadersInit = {}, status = 200): Responder =>
  () =>
    fromNetwork(json(body, status, headers));

/** Browser whose pages are opened one after the other. */
class Browser {
  readonly caches = new FakeCaches();
  time = Date.parse('2026-11-24T12:00:00Z');

  /** Opens a page that requests a URL. */
  visit(respond: Responder, url = URL_1) {
    return this.load(respond, client => client.get(url, new AbortController().signal));
  }

  /** Opens a page that loads data with its client. */
  async load<T>(respond: Responder, load: (client: Client) => Promise<T>): Promise<T> {
    const environment = new FakeEnvironment(respond);
    environment.time = this.time;
    const {fetch, now} = environment;
    const caches = this.caches as unknown as CacheStorage;
    const client = new Client({
      now,
      random: environment.random,
      // Delays end at once; requests never time out.
      setTimer: (ms, end) => {
        if (ms < 8000) queueMicrotask(end);
        return () => {};
      },
      fetch: (address, init) => fetchKept({fetch, now, caches}, address, init),
      storedTimeOf,
    });
    const result = await load(client);
    // Copies are stored after the response is returned.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    return result;
  }
}

describe('responses kept for the next page view', () => {
  it('are shown with their date if the network fails, and not otherwise', async () => {
    const browser = new Browser();
    assert.deepEqual(await browser.visit(answer({n: 1})), {body: {n: 1}});
    browser.time += DAY;
    assert.deepEqual(await browser.visit(answer({n: 2})), {body: {n: 2}}, 'the network is first');
    browser.time += DAY;
    const since = new Date('2026-11-25T12:00:00Z');
    assert.deepEqual(await browser.visit(networkFailure), {body: {n: 2}, staleSince: since});
    assert.deepEqual(await browser.visit(answer({}, {}, 503)), {body: {n: 2}, staleSince: since});
    assert.deepEqual(await browser.visit(answer({n: 3})), {body: {n: 3}});
  });

  it('lead to their next pages, which a header links', async () => {
    const browser = new Browser();
    const url = 'https://api.example/lieux';
    const link = '</lieux?page=2>; rel="next"';
    const pages: Responder = (signal, init, requested) =>
      (requested === url ? answer([{nom: 'Ors'}], {link}) : answer([{nom: 'Puits'}]))(
        signal,
        init,
        requested,
      );
    const {signal} = new AbortController();
    const read = (respond: Responder) =>
      browser.load(respond, async client => {
        const source = open({url, fields: '', client});
        const {items, staleSince} = await source.find('resources', {}, {signal});
        return {titles: [...items].map(({title}) => title), isKept: staleSince !== undefined};
      });
    const titles = ['Ors', 'Puits'];
    assert.deepEqual(await read(pages), {titles, isKept: false});
    assert.deepEqual(await read(networkFailure), {titles, isKept: true});
  });

  it('are not shown for other URLs, nor instead of an answer that there is nothing', async () => {
    const browser = new Browser();
    await browser.visit(answer({n: 1}));
    await assert.rejects(browser.visit(networkFailure, `${API}/resources?limit=24`));
    await assert.rejects(browser.visit(answer({}, {}, 404)));
  });

  it('end after 7 days, and when the clock was set back', async () => {
    for (const days of [7.01, -1]) {
      const browser = new Browser();
      await browser.visit(answer({n: 1}));
      browser.time += days * DAY;
      await assert.rejects(browser.visit(networkFailure));
      assert.deepEqual(browser.caches.urls, []);
    }
  });

  for (const [name, url, headers, type] of [
    ['that is private', URL_1, {'cache-control': 'private, max-age=60'}, 'cors'],
    ['that may not be stored', URL_1, {'cache-control': 'No-Store'}, 'cors'],
    ['that depends on a cookie', URL_1, {vary: 'Cookie'}, 'cors'],
    ['that depends on a login', URL_1, {vary: 'Accept, Authorization'}, 'cors'],
    ['that a script made', URL_1, {}, 'default'],
    ['with a token in its address', `${API}/resources?access_token=abc`, {}, 'cors'],
    ['with a key in its address', `${API}/resources?limit=1&apikey=abc`, {}, 'cors'],
  ] as const)
    it(`never are one ${name}`, async () => {
      const browser = new Browser();
      await browser.visit(() => fromNetwork(json({n: 1}, 200, headers), type), url);
      assert.deepEqual(browser.caches.urls, []);
    });

  it('never are a part of a file, an error, or more than 5 MB', async () => {
    const browser = new Browser();
    await browser.visit(answer({n: 1}, {}, 206));
    await assert.rejects(browser.visit(answer({}, {}, 404)));
    await browser.visit(answer({text: 'x'.repeat(5_000_001)}));
    assert.deepEqual(browser.caches.urls, []);
  });

  it('have every header that a source reads', () => {
    const folder = new URL('../../../src/data/sources/', import.meta.url);
    const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(file => file.endsWith('.ts'))
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .flatMap(text => [...text.matchAll(/headers\.get\('([^']+)'\)/g)])
      .map(([, name = '']) => name);
    assert.ok(names.includes('link'));
    const response = new Response('', {headers: names.map(name => [name, '1'] as const)});
    const kept = readHeadersOf(response).map(([name]) => name);
    assert.deepEqual(
      [...new Set(names)].filter(name => !kept.includes(name)),
      [],
    );
  });

  it('make room for new ones: 60 at most', async () => {
    const browser = new Browser();
    for (let i = 0; i < 62; i++) {
      browser.time += 1000;
      await browser.visit(answer({i}), `${API}/resources?page=${i}`);
    }
    assert.equal(browser.caches.urls.length, 60);
    assert.ok(!browser.caches.urls.includes(`${API}/resources?page=1`), 'the oldest are gone');
  });

  it('do without a cache that is full, blocked or missing', async () => {
    const browser = new Browser();
    browser.caches.isFull = true;
    assert.deepEqual(await browser.visit(answer({n: 1})), {body: {n: 1}});
    await assert.rejects(browser.visit(networkFailure));
    browser.caches.isBlocked = true;
    assert.deepEqual(await browser.visit(answer({n: 1})), {body: {n: 1}});
    const {fetch, now} = new FakeEnvironment(answer({n: 1}));
    const signal = new AbortController().signal;
    const response = await fetchKept({fetch, now, caches: undefined}, URL_1, {signal});
    assert.deepEqual(await response.json(), {n: 1});
    await forgetKept(API, undefined);
  });

  it('of one API are deleted alone, and the cache with the last of them', async () => {
    const browser = new Browser();
    const other = 'https://api.example/v10/resources';
    const caches = browser.caches as unknown as CacheStorage;
    await browser.visit(answer({n: 1}));
    await browser.visit(answer({n: 2}), other);
    await forgetKept(`${API}/?key=1`, caches);
    assert.deepEqual(browser.caches.urls, [other]);
    await forgetKept(other, caches);
    assert.equal(browser.caches.stores.size, 0);
  });
});
