import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {WIDGETS} from '../pages/all-widgets.js';
import {launchChromium, type Site, startSite} from '../pages/harness.js';
import {comeAndGo, heap, held, moveAbout, openEmpty} from '../pages/leftovers.js';

const TIMES = 1000;
/** Warm-up runs, after which compiled code, pools and caches are filled. */
const WARM = 200;
/** Bytes that each run may leave on the heap. */
const SLOPE = 1024;

describe('a widget added and removed a thousand times', {timeout: 900_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    site = await startSite();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const noun of WIDGETS.keys())
    it(`F-07 leaves nothing of <spass-${noun}> behind, and less than a kilobyte of memory each time`, async () => {
      const {page, cdp, errors} = await openEmpty(browser, site);
      await comeAndGo(page, noun, WARM);
      await moveAbout(page, noun, 2);
      const start = await held(page, cdp);
      const full = await heap(cdp);
      await comeAndGo(page, noun, TIMES);
      assert.deepEqual(await held(page, cdp), start, 'after it came and went');
      const slope = ((await heap(cdp)) - full) / TIMES;
      assert.ok(slope < SLOPE, `${slope.toFixed()} bytes a turn`);
      assert.ok((await moveAbout(page, noun, TIMES)) > 0, 'it is there after its moves');
      assert.deepEqual(await held(page, cdp), start, 'after it was moved');
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
