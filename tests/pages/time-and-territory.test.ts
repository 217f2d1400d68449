import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {openPage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

/** Opens a page with a timeline and a map of the same projects, and waits for both. */
async function openTimeAndMap(
  demo: ReturnType<typeof useDemo>,
  path: string,
  reducedMotion: 'reduce' | 'no-preference',
): Promise<Page> {
  const address = new URL(path, demo.url).href;
  const {page} = await openPage(demo.browser, address, {
    // High enough for both.
    viewport: {width: 1280, height: 3000},
    reducedMotion,
  });
  await page.locator('spass-project-map .cluster').first().waitFor();
  await page.locator('spass-programme-timeline .bar').first().waitFor();
  return page;
}

const countOf = (page: Page, selector: string): Promise<number> => page.locator(selector).count();

describe('time and territory on a page of the demo', {timeout: 60_000}, () => {
  const demo = useDemo();

  it('a bar shows its mark and a mark its bar, by keyboard', async () => {
    const page = await openTimeAndMap(demo, '/portails/septentrion.html', 'no-preference');
    const bar = page.locator('spass-programme-timeline').getByRole('link', {name: /Septentrion/});
    await bar.focus();
    await page.locator('spass-project-map :is(.marker, .cluster).marked').waitFor();
    await bar.blur();
    await page.locator('spass-project-map .marked').waitFor({state: 'detached'});
    await page.locator('spass-project-map .entry').first().getByRole('link').focus();
    await page.locator('spass-programme-timeline .bar.lit').waitFor();
    await page.context().close();
  });

  for (const [reducedMotion, duration] of [
    ['no-preference', '0.15s'],
    ['reduce', '0s'],
  ] as const)
    it(`a period grows and fades the marks while its key is held, in ${duration}`, async () => {
      const page = await openTimeAndMap(demo, '/', reducedMotion);
      await page.locator('spass-programme-timeline .period-to').focus();
      await page.keyboard.down('PageDown');
      await page.locator('spass-project-map .marks .faded').first().waitFor();
      assert.ok(await countOf(page, 'spass-programme-timeline .tinted'), 'its programme');
      const motion = await page
        .locator('spass-project-map .marks .faded')
        .first()
        .evaluate(mark => getComputedStyle(mark).transitionDuration.split(', ')[0]);
      assert.equal(motion, duration);
      await page.keyboard.press('Escape');
      await page.keyboard.up('PageDown');
      assert.equal(await countOf(page, 'spass-project-map .marks .faded'), 0, 'given up');
      await page.context().close();
    });
});
