import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';

/** Returns the text of each entry in HTML, as `spass-widgets prerender` writes it. */
const entriesOf = (html: string): readonly string[] =>
  [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, entry = '']) => textOf(entry));

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    // SPIP writes no-break spaces before colons itself.
    .replace(/\s+/g, ' ')
    .trim();

/** Checks a map on a page without JavaScript: a picture numbered as the list, and the texts that prerender writes. */
export async function checkMapWithoutScripts(page: Page, api: string): Promise<void> {
  const program = join(root, 'dist/tools/cli/main.js');
  const language = await page.evaluate(() => document.documentElement.lang.slice(0, 2));
  const own = [`--api=${api}`, `--lang=${language}`, '--light', '--no-data'];
  const options = ['prerender', '--widget=project-map', ...own];
  const {stdout: prerendered} = await promisify(execFile)(process.execPath, [program, ...options]);
  const map = page.locator('spass-project-map');
  const entries = await map.locator('li').evaluateAll(all => all.map(one => one.innerHTML));
  assert.deepEqual(entries.map(textOf), entriesOf(prerendered));
  assert.deepEqual(
    (await map.locator('> p, summary').evaluateAll(all => all.map(one => one.innerHTML))).map(
      textOf,
    ),
    [...prerendered.matchAll(/<(p|summary)>((?:(?!<\/li>).)*?)<\/\1>\n?(?!<\/li>)/gs)].map(
      ([, , text = '']) => textOf(text),
    ),
  );

  const marks = await map.locator('svg[role=img] text').allTextContents();
  const last = await map.locator('ol > li').count();
  const numbers = marks.flatMap(text => [...text.matchAll(/\d+/g)].map(Number));
  assert.equal(Math.max(...numbers), last);
  for (const width of [320, 1280]) {
    await page.setViewportSize({width, height: 800});
    const box = await map.locator('svg').boundingBox();
    assert.ok(
      box && box.width <= width && box.width > 200 && box.width <= 641,
      JSON.stringify(box),
    );
    assert.ok(Math.abs(box.height / box.width - 2 / 3) < 0.02, JSON.stringify(box));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px beyond a screen of ${width} px`);
  }
}
