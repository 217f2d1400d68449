// Screenshots of the guide that need a real CMS. To update them: GUIDE_PICTURES=1 npm test -- tests/cms
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {sizeOf} from '../../scripts/guide/pages.mjs';
import {toWebp} from '../../scripts/guide/webp.mjs';
import {root} from '../../scripts/setup.mjs';

/** Width in the guide. */
export const SCREENSHOT_SIZE = {width: 1024, height: 640};

/**
 * Takes a screenshot for the guide, and saves it if requested. Otherwise the saved one must have the same size and a
 * similar amount of content, since fonts differ between machines.
 */
export async function takeScreenshot(browser: Browser, page: Page, name: string): Promise<void> {
  const taken = await toWebp(browser, await page.screenshot({animations: 'disabled'}));
  const path = join('docs/images/guide', name);
  if (process.env['GUIDE_PICTURES']) writeFileSync(join(root, path), taken);
  assert.deepEqual(sizeOf(path), [SCREENSHOT_SIZE.width, SCREENSHOT_SIZE.height]);
  const kept = readFileSync(join(root, path)).length;
  assert.ok(kept < 60_000, `${name} weighs ${String(kept)} bytes`);
  assert.ok(
    taken.length > kept / 2 && taken.length < kept * 2,
    `${name}: ${String(taken.length)} bytes now, ${String(kept)} in the guide`,
  );
}
