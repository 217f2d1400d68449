import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {findChromium} from '../../scripts/setup.mjs';
import {partsDrawn} from '../support/page-parts.js';
import {allWidgets, apiResponses, pageOf} from './all-widgets.js';
import {type Site, startSite} from './browser-fixture.js';

/** Records the activity of a page: timers, frames, idle callbacks, requests, DOM changes. */
const ACTIVITY_RECORDER = `
  const done = [];
  const from = () => String(new Error('').stack).split('\\n').slice(3, 5).join(' ');
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'fetch']) {
    const own = window[name];
    window[name] = (given, ...more) => {
      done.push(name + ' ' + from());
      const runs = typeof given === 'function';
      return own.call(window, runs ? (...told) => (done.push(name + ' ran'), given(...told)) : given, ...more);
    };
  }
  const {attachShadow} = Element.prototype;
  const watch = root => new MutationObserver(changes => done.push(...changes.map(({target}) => 'drawn ' + target.nodeName)))
    .observe(root, {childList: true, subtree: true, attributes: true, characterData: true});
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };
  window.done = done;`;

/** Returns the activity since the last call. */
const takeActivity = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as {done: string[]}).done.splice(0));

/** Advances the fake clock of a page by some seconds, then stops it. */
async function advanceClock(page: Page, seconds: number): Promise<void> {
  const session = await page.createCDPSession();
  const over = new Promise<void>(resolve =>
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve()),
  );
  await session.send('Emulation.setVirtualTimePolicy', {
    policy: 'pauseIfNetworkFetchesPending',
    budget: seconds * 1000,
  });
  await over;
  await session.detach();
}

// Playwright keeps every page visible; this one is hidden as a background tab is.
describe('a hidden page', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await startSite(apiResponses('/api'));
    browser = await puppeteer.launch({
      executablePath: findChromium()!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ignoreDefaultArgs: ['--disable-backgrounding-occluded-windows'],
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (body: string, script: string): Promise<Page> => {
    site.responses.set('/', pageOf(body));
    const page = await browser.newPage();
    await page.setViewport({width: 1280, height: 12_000});
    // The test loader (esbuild) marks functions sent into a page with this helper.
    await page.evaluateOnNewDocument('globalThis.__name = value => value');
    await page.evaluateOnNewDocument(script);
    await page.goto(site.url);
    await partsDrawn(page);
    return page;
  };

  const waitForVisibility = (page: Page, state: DocumentVisibilityState) =>
    page.waitForFunction(wanted => document.visibilityState === wanted, {polling: 50}, state);

  it('F-12 E-06 has no activity while hidden, and none when it is shown again', async () => {
    const page = await open(allWidgets(), ACTIVITY_RECORDER);
    const drawn = await page.evaluate(() => document.querySelectorAll('[api]').length);
    assert.ok(drawn >= 12);
    // Results that no reader has caused are announced half a second later.
    await advanceClock(page, 2);
    const other = await browser.newPage();
    await other.bringToFront();
    await waitForVisibility(page, 'hidden');
    await takeActivity(page);
    site.requestedPaths.length = 0;
    await advanceClock(page, 60);
    assert.deepEqual([await takeActivity(page), site.requestedPaths], [[], []]);
    await page.bringToFront();
    await waitForVisibility(page, 'visible');
    await advanceClock(page, 10);
    assert.deepEqual([await takeActivity(page), site.requestedPaths], [[], []]);
    await other.close();
    await page.close();
  });

  it('F-12 reloads data missed during a network failure only when shown', async () => {
    let isDown = true;
    let requests = 0;
    site.responses.set('/line/resources', response => {
      requests++;
      if (isDown) response.socket?.resetAndDestroy();
      else
        response
          .writeHead(200, {'Access-Control-Allow-Origin': '*'})
          .end(JSON.stringify({items: [{id: 1, title: 'Un'}], complete: true}));
    });
    const list = '<spass-resource-list api="/line"></spass-resource-list>';
    const page = await open(list, 'Math.random = () => 0');
    const words = () =>
      page.evaluate(() => document.querySelector('[api]')?.shadowRoot?.textContent ?? '');
    assert.match(await words(), /Réessayer/);
    const other = await browser.newPage();
    await other.bringToFront();
    await waitForVisibility(page, 'hidden');
    [isDown, requests] = [false, 0];
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    await advanceClock(page, 60);
    assert.equal(requests, 0);
    await page.bringToFront();
    await advanceClock(page, 60);
    assert.deepEqual([requests, /Un/.test(await words())], [1, true]);
    await other.close();
    await page.close();
  });
});
