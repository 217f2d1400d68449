import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {findChromium} from '../../scripts/setup.mjs';
import {allWidgets, apiResponses, pageOf, visibleText} from './all-widgets.js';
import {scrollThrough} from './demo-pages.js';
import {launchChromium, openPage, type Site, startSite} from './browser-fixture.js';

interface Shown {
  readonly persisted: boolean;
  readonly reasons: unknown;
}

describe('a page with all widgets', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    // The page cache is off by default in automated browsers, and the headless shell has none.
    browser = await launchChromium({
      executablePath: findChromium()!,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    site = await startSite({
      ...apiResponses('/api'),
      '/': pageOf(allWidgets()),
      '/next':
        '<!doctype html><html lang="fr"><title>Suite</title><link rel="icon" href="data:,"><p>Suite</p></html>',
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('F-12 is restored from the back/forward cache unchanged, without a request', async () => {
    const {page, errors} = await openPage(browser, undefined, {
      viewport: {width: 1280, height: 900},
    });
    await page.addInitScript(() => {
      addEventListener('pageshow', ({persisted}) => {
        const [entry] = performance.getEntriesByType('navigation');
        const reasons = (entry as {notRestoredReasons?: unknown} | undefined)?.notRestoredReasons;
        Object.assign(window, {shown: {persisted, reasons: reasons ?? null}});
      });
    });
    await page.goto(site.url);
    await scrollThrough(page);
    // The code for print comes in idle time.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({name}) => name.endsWith('/spass-qr-code.js')),
    );
    const before = await visibleText(page, 'body');
    await page.goto(`${site.url}/next`);
    site.requestedPaths.length = 0;
    await page.goBack({waitUntil: 'commit'});
    await page.waitForFunction(() => 'shown' in window);
    const shown = await page.evaluate(() => (window as unknown as {shown: Shown}).shown);
    assert.deepEqual(shown, {persisted: true, reasons: null});
    await scrollThrough(page);
    assert.equal(await visibleText(page, 'body'), before);
    assert.deepEqual([site.requestedPaths, errors], [[], []]);
    await page.context().close();
  });
});
