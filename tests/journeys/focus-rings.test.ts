import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {focusRingErrors} from '../support/focus-rings.js';

describe('the focus ring on a page with all widgets', {timeout: 120_000}, () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await startSite({'/': pageOf(allWidgets()), ...apiResponses('/api')});
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens the page so high that nothing scrolls: each picture is of the same place. */
  async function openWholePage(width: number): Promise<Page> {
    const {page} = await openPage(browser, `${site.url}/`, {
      viewport: {width, height: 900},
      reducedMotion: 'reduce',
    });
    await scrollThrough(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({width, height});
    await scrollThrough(page);
    return page;
  }

  for (const width of [1280, 320])
    it(`A-04 shows on all sides of every stop, in ${String(width)} px`, async () => {
      const page = await openWholePage(width);
      const {stopCount, errors} = await focusRingErrors(page, browser);
      assert.deepEqual(errors, []);
      assert.ok(stopCount > 60, `only ${String(stopCount)} stops`);
      await page.close();
    });
});
