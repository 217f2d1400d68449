import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {launchChromium, type Site, startSite} from '../pages/browser-fixture.js';
import {focusRingErrors} from '../support/focus-rings.js';
import {isComplete} from '../support/test-scope.js';
import {openWholePage} from '../support/whole-page.js';

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

  for (const width of isComplete ? [1280, 320] : [320])
    it(`A-04 shows on all sides of every stop, in ${String(width)} px`, async () => {
      const page = await openWholePage(browser, `${site.url}/`, width);
      const {stopCount, errors} = await focusRingErrors(page, browser);
      assert.deepEqual(errors, []);
      assert.ok(stopCount > 60, `only ${String(stopCount)} stops`);
      await page.close();
    });
});
