import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {Page} from 'playwright-core';
import {fr} from '../../src/i18n/fr.js';
import {allWidgets, apiResponses, pageOf} from './all-widgets.js';
import {scrollThrough} from './demo-pages.js';
import {openPage, type Reply} from './browser-fixture.js';
import {frenchDay} from '../support/french-day.js';
import {useSite} from './use-site.js';

const {failedBusy, failedHttp, failedNetwork, failedSchema, failedTimeout, stale, staleUnknown} =
  fr.core;
const JSON_TYPE = {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'};
const ITEMS = [
  {id: 1, title: 'Guide', url: 'https://example.org/1'},
  {id: 2, title: 'Atlas', url: 'https://example.org/2'},
];
const BODY = JSON.stringify({items: ITEMS, complete: true});

const send =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Reply =>
  response =>
    void response.writeHead(status, {...JSON_TYPE, ...headers}).end(body);

/** Immediate failures of a server, with the message shown to the reader. */
const IMMEDIATE_FAILURES: Readonly<Record<string, readonly [Reply, string | RegExp]>> = {
  'breaks the connection': [({socket}) => void socket?.resetAndDestroy(), failedNetwork],
  'breaks the connection within the body': [
    response => {
      response.writeHead(200, {...JSON_TYPE, 'Content-Length': '500'});
      response.write(BODY.slice(0, 20), () => response.socket?.resetAndDestroy());
    },
    failedNetwork,
  ],
  'responds with 503': [send('<h1>Busy</h1>', {}, 503), failedHttp],
  'responds with 404': [send('{}', {}, 404), failedHttp],
  'responds with 500': [send('', {}, 500), failedHttp],
  'responds with 429, for a minute': [
    send('', {'Retry-After': '60'}, 429),
    failedBusy('60\u00a0s'),
  ],
  'responds with 503, until a distant date': [
    send('', {'Retry-After': 'Fri, 01 Jan 2100 00:00:00 GMT'}, 503),
    new RegExp(failedBusy('XX').replace('XX', '[\\d\\s]+(?:s|min|h)')),
  ],
  'redirects forever': [
    (response, {url = ''}) =>
      void response.writeHead(301, {...JSON_TYPE, Location: url.replace(/\?.*/, '')}).end(),
    failedNetwork,
  ],
  'forbids other origins': [
    (response, {url = ''}) =>
      void response.writeHead(302, {Location: `http://localhost:9${url}`}).end(),
    failedNetwork,
  ],
  'sends an HTML page': [send('<!doctype html><title>Maintenance</title>'), failedSchema],
  'sends nothing': [send(''), failedSchema],
  'sends UTF-16': [send(Buffer.from(`\ufeff${BODY}`, 'utf16le')), failedSchema],
  'sends half a response': [send(BODY.slice(0, 40)), failedSchema],
  'sends something other than a list': [send('{"items":{}}'), failedSchema],
  'compresses its response and truncates it': [
    send(gzipSync(BODY.repeat(50)).subarray(0, 40), {'Content-Encoding': 'gzip'}),
    // Chromium delivers the unpacked part, and reports no error for the rest.
    failedSchema,
  ],
  'declares uncompressed data as compressed': [
    send(BODY, {'Content-Encoding': 'gzip'}),
    failedNetwork,
  ],
};

/** Irregular but readable responses. */
const READABLE_RESPONSES: Readonly<Record<string, Reply>> = {
  'declares it as HTML': send(BODY, {'Content-Type': 'text/html'}),
  'declares no type': send(BODY, {'Content-Type': ''}),
  'starts with a byte order mark': send(`\ufeff${BODY}`),
  'sends an invalid record among valid ones': send(
    JSON.stringify({items: [ITEMS[0], null, {title: 'Sans nom'}, ITEMS[1]], complete: true}),
  ),
};

const alerts = (page: Page, id: string) => page.locator(`#${id} .failure p`);
const links = (page: Page, id: string) => page.locator(`#${id} a[part=link]`);
const list = (id: string): string =>
  `<spass-resource-list id="${id}" api="/${id}"><p>Voir le portail</p></spass-resource-list>`;

describe('in a page, a server that', {timeout: 120_000}, () => {
  const fixture = useSite();

  /** Opens a page with retry delays of zero. */
  const open = async (body: string, clock = false, event?: (page: Page) => Promise<unknown>) => {
    fixture.site.responses.set('/', pageOf(body));
    const opened = await openPage(fixture.browser);
    await opened.page.addInitScript('Math.random = () => 0');
    if (clock) {
      await opened.page.clock.install({time: '2026-11-25T10:00:00Z'});
      await opened.page.clock.pauseAt('2026-11-25T10:00:01Z');
    }
    const happened = event?.(opened.page);
    await opened.page.goto(fixture.site.url);
    await happened;
    return opened;
  };

  it('F-01 misbehaves in any way is reported in a message, with a retry button that works when it recovers', async () => {
    const faults = Object.entries(IMMEDIATE_FAILURES);
    const fine = Object.entries(READABLE_RESPONSES);
    for (const [i, [, [reply]]] of faults.entries())
      fixture.site.responses.set(`/fault-${String(i)}/resources`, reply);
    for (const [i, [, reply]] of fine.entries())
      fixture.site.responses.set(`/fine-${String(i)}/resources`, reply);
    const {page, errors} = await open(
      [
        ...faults.map((_, i) => list(`fault-${String(i)}`)),
        ...fine.map((_, i) => list(`fine-${String(i)}`)),
      ].join(''),
    );
    await scrollThrough(page);
    for (const [i, [name, [, sentence]]] of faults.entries()) {
      const id = `fault-${String(i)}`;
      const told = await alerts(page, id).allInnerTexts();
      assert.equal(told.length, 1, name);
      if (typeof sentence === 'string') assert.equal(told[0], sentence, name);
      else assert.match(told[0]!, sentence, name);
      assert.ok(await page.locator(`#${id} > p`).isVisible(), `${name}: what the page has instead`);
    }
    for (const [i, [name]] of fine.entries())
      assert.equal(await links(page, `fine-${String(i)}`).count(), 2, name);
    for (const [i] of faults.entries()) {
      fixture.site.responses.set(`/fault-${String(i)}/resources`, send(BODY));
      await page
        .locator(`#fault-${String(i)}`)
        .getByRole('button', {name: 'Réessayer'})
        .click();
    }
    for (const [i] of faults.entries())
      await links(page, `fault-${String(i)}`)
        .nth(1)
        .waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  for (const [name, stall] of [
    ['never responds', () => undefined],
    [
      'sends its response in drips',
      (response: ServerResponse) => void response.writeHead(200, JSON_TYPE).write(BODY.slice(0, 9)),
    ],
  ] as const)
    it(`F-01 ${name} times out after three times eight seconds, and is reported`, async () => {
      let asked = (): void => {};
      const times: Promise<void>[] = [];
      const next = () => times.push(new Promise(resolve => (asked = resolve)));
      next();
      fixture.site.responses.set('/slow/resources', response => {
        stall(response);
        asked();
        next();
      });
      const {page, errors} = await open(list('slow'), true);
      for (let attempt = 0; attempt < 3; attempt++) {
        await times[attempt];
        assert.equal(await alerts(page, 'slow').count(), 0);
        await page.clock.runFor(7_900);
        assert.equal(times.length, attempt + 2, 'no other try within 7.9 seconds');
        await page.clock.runFor(200);
      }
      await alerts(page, 'slow').waitFor();
      assert.equal(await alerts(page, 'slow').innerText(), failedTimeout);
      assert.equal(await page.locator('#slow').getByRole('button', {name: 'Réessayer'}).count(), 1);
      assert.deepEqual(errors, []);
      await page.context().close();
    });

  for (const [how, header] of [
    ['in seconds', () => '7'],
    ['as a date', () => new Date(Date.parse('2026-11-25T10:00:08Z')).toUTCString()],
  ] as const)
    it(`F-01 asks for a delay of seven seconds, ${how}, is given it and then shown`, async () => {
      let requests = 0;
      fixture.site.responses.set('/busy/resources', response => {
        const reply = ++requests === 1 ? send('', {'Retry-After': header()}, 503) : send(BODY);
        if (typeof reply === 'function') reply(response, undefined as never);
      });
      const {page, errors} = await open(list('busy'), true, one =>
        one.waitForEvent('requestfinished', asked => asked.url().includes('/busy/')),
      );
      // The body of the rejection has been read when this promise resolves.
      await page.evaluate(() => navigator.locks.query());
      await page.clock.runFor(6_900);
      assert.equal(requests, 1);
      await page.clock.runFor(200);
      await links(page, 'busy').nth(1).waitFor();
      assert.deepEqual([requests, errors], [2, []]);
      await page.context().close();
    });

  it('F-01 is down leaves each widget with a message, a button and the page’s content, and recovers', async () => {
    const down = send('<h1>Maintenance</h1>', {}, 503);
    const answers = apiResponses('/api');
    for (const path of Object.keys(answers)) fixture.site.responses.set(path, down);
    const {page, errors} = await open(allWidgets());
    await scrollThrough(page);
    const states = await page.evaluate(() =>
      [...document.querySelectorAll('[api]')]
        .filter(({localName}) => !/portal$|layer$/.test(localName))
        .map(({localName, shadowRoot}) => {
          const roots = [...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap(
            inner => inner.shadowRoot ?? [],
          );
          const all = (selector: string) =>
            [shadowRoot!, ...roots].flatMap(root => [...root.querySelectorAll(selector)]);
          const buttons = all('button').filter(b => b.textContent.trim() === 'Réessayer');
          return [localName, all('.failure p').length > 0 && buttons.length > 0] as const;
        }),
    );
    assert.deepEqual(
      states.filter(([, isTold]) => !isTold),
      [],
    );
    for (const [path, reply] of Object.entries(answers)) fixture.site.responses.set(path, reply);
    await page.evaluate(async () => {
      type Widget = HTMLElement & {reload(): Promise<void>};
      for (const widget of document.querySelectorAll<Widget>('spass-portal-cards, [api]'))
        if (widget.localName !== 'spass-portal') await widget.reload();
    });
    assert.equal(await page.locator('.failure').count(), 0);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-02 gets one request from all widgets with the same query, aborted when the last one is removed', async () => {
    let requests = 0;
    let left = 0;
    let asked = (): void => {};
    const arrived = new Promise<void>(resolve => (asked = resolve));
    fixture.site.responses.set('/same/resources', response => {
      requests++;
      response.on('close', () => left++);
      asked();
    });
    const {
      page,
      errors,
      console: lines,
    } = await open('<spass-resource-list api="/same"></spass-resource-list>'.repeat(20));
    await arrived;
    const remove = (count: number) =>
      page.evaluate(many => {
        const lists = document.querySelectorAll('spass-resource-list');
        for (let i = 0; i < many; i++) lists[i]!.remove();
      }, count);
    await remove(19);
    assert.equal(await page.locator('spass-resource-list .skeleton').count(), 1);
    assert.deepEqual([requests, left], [1, 0]);
    const gone = page.waitForEvent('requestfailed');
    await remove(1);
    await gone;
    assert.deepEqual([requests, errors, lines], [1, [], []]);
    assert.equal(await page.locator('.failure').count(), 0);
    await page.context().close();
  });

  it('F-05 goes down after a response is reported above the stale data, with their date', async () => {
    fixture.site.responses.set('/held/resources', send(BODY, {'Cache-Control': 'no-store'}));
    const {page, errors} = await open(list('held'));
    await links(page, 'held').nth(1).waitFor();
    fixture.site.responses.set('/held/resources', send('<h1>Maintenance</h1>', {}, 503));
    await page.evaluate(() =>
      document.querySelector<HTMLElement & {reload(): void}>('#held')?.reload(),
    );
    await page.locator('#held .notice').waitFor();
    const today = frenchDay();
    assert.equal(await page.locator('#held .notice').innerText(), `${stale(today)}\nRéessayer`);
    assert.equal(await links(page, 'held').count(), 2);
    // Reports of several widgets are gathered for half a second.
    const status = page.locator('#held [role=status]');
    await status.filter({hasText: stale(today)}).waitFor({timeout: 5_000});
    assert.equal(await status.count(), 1);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-05 is unreachable when the page is opened again is reported above the browser’s cached data', async () => {
    fixture.site.responses.set(
      '/kept/resources',
      send(BODY, {'Cache-Control': 'max-age=0', ETag: '"1"'}),
    );
    const {page, errors} = await open(list('kept'));
    await links(page, 'kept').nth(1).waitFor();
    // A rejection would replace Chromium's cached copy; a broken connection leaves it.
    fixture.site.responses.set('/kept/resources', IMMEDIATE_FAILURES['breaks the connection']![0]);
    await page.reload();
    await page.locator('#kept .notice').waitFor();
    assert.equal(await page.locator('#kept .notice').innerText(), `${staleUnknown}\nRéessayer`);
    assert.equal(await links(page, 'kept').count(), 2);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-03 responds in the wrong order never causes the result of an older selection to be shown', async () => {
    const waiting = new Map<string, () => void>();
    let asked = (): void => {};
    fixture.site.responses.set('/race/resources', (response, {url = ''}) => {
      const q = new URL(url, fixture.site.url).searchParams.get('q') ?? '';
      const items = [{id: q, title: `Trouvé : ${q}`}];
      const body = JSON.stringify({items, total: 4000});
      waiting.set(q, () =>
        response.writeHead(200, {...JSON_TYPE, 'Cache-Control': 'no-store'}).end(body),
      );
      asked();
    });
    const {page, errors} = await open(list('race'));
    const until = async (q: string) => {
      while (!waiting.has(q)) await new Promise<void>(resolve => (asked = resolve));
    };
    await until('');
    for (const q of ['un', 'deux', 'trois', 'un']) {
      waiting.delete(q);
      await page.evaluate(words => document.querySelector('#race')?.setAttribute('q', words), q);
      await until(q);
    }
    for (const q of ['trois', 'un', '', 'deux']) waiting.get(q)?.();
    await page.getByText('Trouvé : un').waitFor();
    assert.equal(await page.getByText('Trouvé').count(), 1);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
});
