import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, type Site, startSite} from './harness.js';
import {HOSTS, visit, wordsOf} from './hosts.js';

// All of them, with comparison of the appearance: tests/long/hostile-pages.test.ts.
const SOME = [
  'Prototype 1.7.3',
  'MooTools 1.4.5',
  'extended prototypes',
  '* { all: unset !important }',
];

describe('on a page with', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  let words: Record<string, string> = {};
  before(async () => {
    browser = await launchChromium();
    site = await startSite();
    const {page} = await visit(browser, site, {});
    words = await wordsOf(page);
    await page.context().close();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const name of SOME)
    it(`F-09 ${name} every widget has the same text`, {skip: HOSTS[name]?.skip}, async () => {
      const {page, errors, console: lines} = await visit(browser, site, HOSTS[name]!);
      assert.deepEqual([errors, lines], [[], []]);
      assert.deepEqual(await wordsOf(page), words);
      await page.context().close();
    });
});
