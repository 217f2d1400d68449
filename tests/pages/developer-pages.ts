import assert from 'node:assert/strict';
import type {Browser} from 'playwright-core';
import {openPage} from './browser-fixture.js';
import {axeViolations, headingLevels, scrollThrough, skippedLevels} from './demo-pages.js';

/**
 * Opens a page for developers, and checks that its live example shows data, that it is accessible in both colour
 * schemes, fits a narrow screen, and prints all of its code.
 */
export async function checkDeveloperPage(browser: Browser, url: string): Promise<void> {
  const {
    page,
    errors,
    console: lines,
  } = await openPage(browser, undefined, {
    reducedMotion: 'reduce',
  });
  const failed: string[] = [];
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  page.on('response', response => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await page.setViewportSize({width: 1280, height: 900});
  await page.goto(url);
  await scrollThrough(page);
  const tag = await page.locator('h1 code').allTextContents();
  if (tag.length > 0) {
    const name = tag[0]?.slice(1, -1) ?? '';
    const example = page.locator(`.exemple ${name}`);
    assert.equal(await example.count(), 1);
    const isDefined = await example.evaluate(element => element.matches(':defined'));
    assert.ok(isDefined, `${name} is defined`);
    const message = page.locator('.exemple [part~=error], .exemple [role=alert]');
    assert.deepEqual(await message.allTextContents(), []);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme});
    assert.deepEqual(await axeViolations(page), [], colorScheme);
  }
  assert.deepEqual(skippedLevels(await headingLevels(page)), []);
  await page.setViewportSize({width: 320, height: 900});
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `${String(width)} px wide on a screen of 320`);
  await page.emulateMedia({media: 'print'});
  const hidden = await page.evaluate(
    () =>
      [...document.querySelectorAll('.extrait pre')].filter(
        code => !code.checkVisibility({contentVisibilityAuto: true}) || code.clientHeight === 0,
      ).length,
  );
  assert.equal(hidden, 0, 'code that paper does not show');
  assert.deepEqual([errors, lines, failed], [[], [], []]);
  const {origin} = new URL(url);
  assert.deepEqual(
    asked.filter(one => new URL(one).origin !== origin && !one.startsWith('data:')),
    [],
  );
  await page.context().close();
}
