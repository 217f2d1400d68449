import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {WIDGETS} from '../pages/all-widgets.js';
import {launchChromium, type Site, startSite} from '../pages/browser-fixture.js';
import {
  addAndRemove,
  assertNoGrowth,
  heapSize,
  heldResources,
  moveRepeatedly,
  openInstrumentedPage,
} from '../pages/held-resources.js';

const RUNS = 1000;
/** Warm-up runs, after which compiled code, pools and caches are filled. */
const WARM_UP_RUNS = 200;
/** Bytes that each run may leave on the heap. */
const MAX_BYTES_PER_RUN = 1024;

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
      const {page, cdp, errors} = await openInstrumentedPage(browser, site);
      await addAndRemove(page, noun, WARM_UP_RUNS);
      await moveRepeatedly(page, noun, 2);
      const start = await heldResources(page, cdp);
      const full = await heapSize(cdp);
      await addAndRemove(page, noun, RUNS);
      assertNoGrowth(await heldResources(page, cdp), start, 'after it came and went');
      const slope = ((await heapSize(cdp)) - full) / RUNS;
      assert.ok(slope < MAX_BYTES_PER_RUN, `${slope.toFixed()} bytes a turn`);
      assert.ok((await moveRepeatedly(page, noun, RUNS)) > 0, 'it is there after its moves');
      assertNoGrowth(await heldResources(page, cdp), start, 'after it was moved');
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
