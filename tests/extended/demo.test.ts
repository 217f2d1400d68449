import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openPage} from '../pages/browser-fixture.js';
import {axeViolations, demoPages, scrollThrough} from '../pages/demo-pages.js';
import {useDemo} from '../pages/use-demo.js';

describe('axe finds no error on a page of the demo', {timeout: 600_000}, () => {
  const demo = useDemo();

  for (const path of demoPages.keys())
    it(`A-01 ${path}, light and dark`, async () => {
      const {page} = await openPage(demo.browser, new URL(path, demo.url).href, {
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
