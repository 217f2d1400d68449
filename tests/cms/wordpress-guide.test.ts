import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {findWordPress, root} from '../../scripts/setup.mjs';
import {widgetText} from '../pages/configurator-page.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {SCREENSHOT_SIZE, takeScreenshot} from './guide-screenshot.js';
import {cmsSnippets} from './cms-snippets.js';
import {insertBlock, openEditor, writeShortcode} from './wordpress-editor.js';
import {addPeople, addPlugin, logIn, writePost} from './wordpress-pages.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';

/** Placeholder in the guide for a reader's own address. */
const PLACEHOLDER_URL = 'https://exemple.fr/api';

const skip = findWordPress()
  ? false
  : "WordPress is missing: install Debian's wordpress, php-cli and mariadb-server-core.";

describe('the guide to WordPress', {timeout: 280_000, skip}, () => {
  let demo: DemoServer;
  let site: WordPressSite;
  let browser: Browser;
  const closing: (() => Promise<void>)[] = [];
  let api: string;

  before(async () => {
    demo = await startServer();
    closing.push(() => demo.close());
    api = `${demo.url}api`;
    site = await startWordPress({isComplete: true, allowedHosts: [new URL(demo.url).host]});
    closing.push(() => site.stop());
    browser = await launchChromium();
    closing.push(() => browser.close());
    addPeople(site);
    await addPlugin(browser, site);
  });
  after(() => Promise.all(closing.reverse().map(close => close())));

  for (const shape of ['shortcode', 'block'] as const)
    it(`shows a ${shape} of every widget that works as the configurator writes it`, async () => {
      site.php(`switch_theme('commune');`);
      const pasted = cmsSnippets(shape, api);
      assert.ok(pasted.size >= 12);
      const url = writePost(site, [...pasted.values()].join('\n\n'), 'autrice');
      const {page, errors} = await openPage(browser, undefined);
      // The two pictures of a draft, which the site is meant to replace.
      const body = readFileSync(join(root, 'configurator/hier.svg'), 'utf8');
      await page.route('**/images/*.jpg', route =>
        route.fulfill({body, contentType: 'image/svg+xml'}),
      );
      await page.goto(url);
      for (const noun of pasted.keys())
        assert.ok((await widgetText(page, noun)).trim().length > 5, `${noun} draws nothing`);
      assert.deepEqual(errors, []);
      await page.context().close();
    });

  /** Opens the editor as the author, with the demo's data at the address of the guide. */
  const edit = async (): Promise<Page> => {
    const page = await logIn(browser, site, 'autrice');
    await page.setViewportSize(SCREENSHOT_SIZE);
    await page.route(`${PLACEHOLDER_URL}/**`, async route => {
      const address = route.request().url().replace(PLACEHOLDER_URL, api);
      await route.fulfill({response: await route.fetch({url: address})});
    });
    await openEditor(page, `${site.url}/wp-admin/post-new.php`);
    return page;
  };

  it('shows the block with its settings', async () => {
    site.php(`update_user_meta(get_user_by('login', 'autrice')->ID, 'locale', 'fr_FR');`);
    const page = await edit();
    await insertBlock(page, 'Nos ressources');
    await page.getByLabel('api', {exact: true}).fill(PLACEHOLDER_URL);
    await page.getByLabel('limit', {exact: true}).fill('3');
    const canvas = page.locator('iframe[name="editor-canvas"]');
    const shown = (await canvas.count()) ? canvas.contentFrame() : page;
    await shown.locator('spass-resource-list h3 a').nth(2).waitFor();
    await takeScreenshot(browser, page, 'wordpress-bloc.webp');
    await page.context().close();
  });

  it('shows the short code in the editor', async () => {
    const page = await edit();
    await writeShortcode(
      page,
      'Nos ressources',
      `[spass widget="resource-list" api="${PLACEHOLDER_URL}" limit="6"]`,
    );
    await takeScreenshot(browser, page, 'wordpress-code-court.webp');
    await page.context().close();
  });

  const hasTheme = existsSync(join(findWordPress() ?? '', 'wp-content/themes/twentytwentyfive'));
  const withoutTheme = "The theme is missing: install Debian's wordpress-theme-twentytwentyfive.";
  it('shows the published page', {skip: hasTheme ? false : withoutTheme}, async () => {
    site.php(`switch_theme('twentytwentyfive'); update_option('WPLANG', 'fr_FR');`);
    const url = writePost(
      site,
      `[spass widget="resource-list" api="${api}" limit="3"]`,
      'autrice',
      'Nos ressources',
    );
    const {page, errors} = await openPage(browser, undefined, {viewport: SCREENSHOT_SIZE});
    await page.goto(url);
    await page.locator('spass-resource-list h3 a').nth(2).waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.locator('h1').evaluate(heading => heading.scrollIntoView());
    await takeScreenshot(browser, page, 'wordpress-page.webp');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
});
