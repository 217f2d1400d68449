import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type RunningServer, startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {axeViolations, demoPages, scrollThrough} from '../pages/demo-pages.js';

describe('axe finds no error on a page of the demo', {timeout: 600_000}, () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const path of demoPages.keys())
    it(`A-01 ${path}, light and dark`, async () => {
      const {page} = await openPage(browser, new URL(path, server.url).href, {
        viewport: {width: 1280, height: 900},
        // Without animation: colours are measured after a change of scheme, not during it.
        reducedMotion: 'reduce',
      });
      await scrollThrough(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme});
        assert.deepEqual(await axeViolations(page), [], colorScheme);
      }
      await page.context().close();
    });
});
