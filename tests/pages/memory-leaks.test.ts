import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession} from 'playwright-core';
import {WIDGETS} from './all-widgets.js';
import {launchChromium, type OpenPage, type Site, startSite} from './browser-fixture.js';
import {
  addAndRemove,
  heldResources,
  moveRepeatedly,
  openInstrumentedPage,
} from './held-resources.js';

// A thousand times each, with heap measurement: tests/extended/memory-leaks.test.ts.
const RUNS = 12;

describe('a widget added and removed repeatedly', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;
  let opened: OpenPage & {cdp: CDPSession};
  before(async () => {
    browser = await launchChromium();
    site = await startSite();
    opened = await openInstrumentedPage(browser, site);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const noun of WIDGETS.keys())
    it(`F-07 leaves nothing of <spass-${noun}> behind, also when it is moved`, async () => {
      const {page, cdp, errors} = opened;
      await addAndRemove(page, noun, 3);
      await moveRepeatedly(page, noun, 3);
      const start = await heldResources(page, cdp);
      await addAndRemove(page, noun, RUNS);
      assert.deepEqual(await heldResources(page, cdp), start, 'after it came and went');
      assert.ok((await moveRepeatedly(page, noun, RUNS)) > 0, 'it is there after its moves');
      assert.deepEqual(await heldResources(page, cdp), start, 'after it was moved');
      assert.deepEqual(errors, []);
    });
});
