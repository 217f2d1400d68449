import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {findChromium} from '../../scripts/setup.mjs';
import {allWidgets, apiAt, pageOf} from './all-widgets.js';
import {type Site, startSite} from './harness.js';

type Widget = HTMLElement & {readonly loadComplete?: Promise<void>};

/** Keeps account of what a page does: timers, frames, idle calls, requests, changes of what is drawn. */
const ACCOUNT = `
  const done = [];
  const from = () => String(new Error('').stack).split('\\n').slice(3, 5).join(' ');
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'fetch']) {
    const own = window[name];
    window[name] = (...given) => {
      done.push(name + ' ' + from());
      return own.apply(window, given);
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

/** What has been done since it was asked last. */
const doneIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as {done: string[]}).done.splice(0));

/** Lets so many seconds pass by the clock of a page, as fast as they can. */
async function pass(page: Page, seconds: number): Promise<void> {
  const session = await page.createCDPSession();
  const over = new Promise<void>(resolve =>
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve()),
  );
  await session.send('Emulation.setVirtualTimePolicy', {policy: 'advance', budget: seconds * 1000});
  await over;
  await session.detach();
}

// Playwright keeps every page visible; this one is hidden as a browser hides the tab that another is put before.
describe('a page that the browser hides', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  before(async () => {
    site = await startSite({...apiAt('/api'), '/': pageOf(allWidgets())});
    browser = await puppeteer.launch({
      executablePath: findChromium()!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ignoreDefaultArgs: ['--disable-backgrounding-occluded-windows'],
      defaultViewport: {width: 1280, height: 12_000},
    });
    page = await browser.newPage();
    await page.evaluateOnNewDocument(ACCOUNT);
    await page.goto(site.url, {waitUntil: 'networkidle0'});
    await page.evaluate(async () => {
      for (const widget of document.querySelectorAll<Widget>('[api], spass-compare'))
        await widget.loadComplete;
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const become = (state: DocumentVisibilityState) =>
    page.waitForFunction(wanted => document.visibilityState === wanted, {polling: 50}, state);

  it('F-12 E-06 does nothing as long as it is, and nothing when it is seen again', async () => {
    const drawn = await page.evaluate(() => document.querySelectorAll('[api]').length);
    assert.ok(drawn >= 12);
    const other = await browser.newPage();
    await other.bringToFront();
    await become('hidden');
    await doneIn(page);
    site.asked.length = 0;
    await pass(page, 60);
    assert.deepEqual([await doneIn(page), site.asked], [[], []]);
    await page.bringToFront();
    await become('visible');
    await pass(page, 10);
    assert.deepEqual([await doneIn(page), site.asked], [[], []]);
    await other.close();
  });
});
