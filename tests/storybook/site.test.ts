import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {writeSite} from '../../scripts/site/site.mjs';
import {serveFiles} from '../pages/file-server.js';
import type {LocalServer} from '../support/listen.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';

describe('the site with its Storybook', () => {
  let browser: Browser;
  let files: LocalServer;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    await writeSite(folder, {hasPortal: false});
    files = await serveFiles(folder);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await files.close();
    rmSync(folder, {recursive: true});
  });

  /** Links from the first page, each with the expected content. */
  const NAVIGATION_STEPS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    [
      'Storybook',
      page =>
        page
          .frameLocator('#storybook-preview-iframe')
          .locator(':is(#storybook-root, #storybook-docs) :is(h1, [part~=link])')
          .first()
          .waitFor(),
    ],
    ['Guide', page => page.getByRole('heading', {level: 1, name: 'Guide'}).waitFor()],
    ['Configurateur', page => page.locator('form input[type=radio]').first().waitFor()],
  ];
  for (const [name, isThere] of NAVIGATION_STEPS)
    it(`leads from its first page to: ${name}, without requests to other hosts`, async () => {
      const {page, errors} = await openPage(browser);
      const [asked, failed]: [string[], string[]] = [[], []];
      page.on('request', request => asked.push(request.url()));
      page.on('response', response => {
        if (response.status() >= 400) failed.push(response.url());
      });
      await page.goto(files.url);
      await page.locator('#pages summary').filter({hasText: 'Pages'}).click();
      await page.getByRole('link', {name, exact: true}).first().click();
      await isThere(page);
      await page.waitForLoadState('networkidle');
      assert.ok(asked.length > 3);
      assert.deepEqual(
        asked.filter(one => !one.startsWith(files.url) && !/^(?:data|blob):/.test(one)),
        [],
      );
      assert.deepEqual([...errors, ...failed], []);
      await page.context().close();
    });
});
