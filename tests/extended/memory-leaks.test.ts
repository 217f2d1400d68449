import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {WIDGETS} from '../pages/all-widgets.js';
import {launchChromium, type Site, startSite} from '../pages/browser-fixture.js';
import {
  addAndRemove,
  assertLeavesNothing,
  heapSize,
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
      const opened = await openInstrumentedPage(browser, site);
      const {page, cdp, errors} = opened;
      await addAndRemove(page, noun, WARM_UP_RUNS);
      await moveRepeatedly(page, noun, 2);
      const full = await heapSize(cdp);
      let runs = 0;
      await assertLeavesNothing(
        opened,
        async () => {
          await addAndRemove(page, noun, RUNS);
          runs += RUNS;
        },
        'after it came and went',
      );
      const slope = ((await heapSize(cdp)) - full) / runs;
      assert.ok(slope < MAX_BYTES_PER_RUN, `${slope.toFixed()} bytes a turn`);
      let height = 0;
      await assertLeavesNothing(
        opened,
        async () => (height = await moveRepeatedly(page, noun, RUNS)),
        'after it was moved',
      );
      assert.ok(height > 0, 'it is there after its moves');
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
