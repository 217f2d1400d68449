// Pictures of the guide that only a real CMS can show. To take them anew:
// GUIDE_PICTURES=1 node scripts/test.mjs --all '--only=tests of real servers'
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {sizeOf} from '../../scripts/guide/pages.mjs';
import {asWebp} from '../../scripts/guide/webp.mjs';
import {root} from '../../scripts/setup.mjs';

/** As wide as the guide shows them. */
export const PICTURE = {width: 1024, height: 640};

/**
 * What a page shows, as a picture of the guide: kept where that was asked for. Else what is kept must be a picture of
 * the same size with about as much in it, since letters differ from one machine to the next.
 */
export async function takePicture(browser: Browser, page: Page, name: string): Promise<void> {
  const taken = await asWebp(browser, await page.screenshot({animations: 'disabled'}));
  const path = join('docs/images/guide', name);
  if (process.env['GUIDE_PICTURES']) writeFileSync(join(root, path), taken);
  assert.deepEqual(sizeOf(path), [PICTURE.width, PICTURE.height]);
  const kept = readFileSync(join(root, path)).length;
  assert.ok(kept < 60_000, `${name} weighs ${String(kept)} bytes`);
  assert.ok(
    taken.length > kept / 2 && taken.length < kept * 2,
    `${name}: ${String(taken.length)} bytes now, ${String(kept)} in the guide`,
  );
}
