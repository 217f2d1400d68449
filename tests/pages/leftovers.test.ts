import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession} from 'playwright-core';
import {WIDGETS} from './all-widgets.js';
import {launchChromium, type OpenPage, type Site, startSite} from './harness.js';
import {comeAndGo, held, moveAbout, openEmpty} from './leftovers.js';

// A thousand times each, with heap measurement: tests/long/leftovers.test.ts.
const TIMES = 12;

describe('a widget added and removed repeatedly', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;
  let opened: OpenPage & {cdp: CDPSession};
  before(async () => {
    browser = await launchChromium();
    site = await startSite();
    opened = await openEmpty(browser, site);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const noun of WIDGETS.keys())
    it(`F-07 leaves nothing of <spass-${noun}> behind, also when it is moved`, async () => {
      const {page, cdp, errors} = opened;
      await comeAndGo(page, noun, 3);
      await moveAbout(page, noun, 3);
      const start = await held(page, cdp);
      await comeAndGo(page, noun, TIMES);
      assert.deepEqual(await held(page, cdp), start, 'after it came and went');
      assert.ok((await moveAbout(page, noun, TIMES)) > 0, 'it is there after its moves');
      assert.deepEqual(await held(page, cdp), start, 'after it was moved');
      assert.deepEqual(errors, []);
    });
});
