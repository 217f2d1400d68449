import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {scrollThrough} from '../pages/demo-pages.js';
import {serveFiles} from '../pages/file-server.js';
import type {LocalServer} from '../support/listen.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {APPS, buildServer, nouns, outFolder} from './apps.js';
import {installPackage} from './install-package.js';

/** Data and pictures of the snippets, which expect them in the root folder of the site. */
const DATA = join(root, 'dist/guide/developers');

describe('the packed package in an app', () => {
  let browser: Browser;
  let files: LocalServer;
  let origin: string;
  before(async () => {
    installPackage();
    rmSync(outFolder, {recursive: true, force: true});
    files = await serveFiles(outFolder);
    ({origin} = new URL(files.url));
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await files.close();
  });

  /** Opens a page of an app; returns it, and the list of its problems. */
  const open = async (path: string) => {
    const {page} = await openPage(browser);
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => {
      if (['warning', 'error'].includes(message.type())) problems.push(message.text());
    });
    await page.route(/\/(?:portail\.json|drawing[\w-]*\.svg|emblem-eu\.svg)$/, async route => {
      await route.fulfill({path: join(DATA, basename(new URL(route.request().url()).pathname))});
    });
    await page.goto(`${origin}/${path}`);
    return {page, problems};
  };

  for (const app of APPS)
    describe(`with ${app.name}`, () => {
      it('F-10 is typed: properties, attributes and events; errors are rejected', () => {
        assert.equal(app.check(), '');
      });

      it('F-10 is built from the tarball, and works for the reader', async context => {
        const start = performance.now();
        await app.build();
        const {page, problems} = await open(`${app.name}/`);
        await useApp(page);
        assert.deepEqual(problems, []);
        await page.close();
        const seconds = (performance.now() - start) / 1000;
        context.diagnostic(`${app.name}: build and use in ${seconds.toFixed(1)} s`);
      });

      if (app.snippetPages.length > 0)
        it('F-10 shows the snippets of the developer pages with their data', async () => {
          const shown = new Set<string>();
          for (const path of app.snippetPages) {
            const {page, problems} = await open(`${app.name}/${path}`);
            await page.locator('[class], spass-portal, spass-compare').first().waitFor();
            await scrollThrough(page);
            assert.deepEqual(await page.locator('[part~=error]').count(), 0);
            for (const noun of nouns)
              if ((await page.locator(`spass-${noun}`).count()) > 0) shown.add(noun);
            assert.deepEqual(problems, [], path);
            await page.close();
          }
          assert.deepEqual([...shown].sort(), [...nouns].sort());
        });

      if (app.server)
        it('F-10 can be rendered on a server: the output contains the page’s own links', async () => {
          const file = await buildServer(app.name, app.server ?? '');
          const {render} = (await import(pathToFileURL(file).href)) as {
            render: () => string | Promise<string>;
          };
          const html = await render();
          assert.match(html, /<spass-resource-list[^>]*heading-level="2"/);
          assert.match(html, /<a href="https:\/\/exemple\.fr\/">Toutes les ressources<\/a>/);
          // React alone needs widgetProps, which the app of Next uses.
          if (app.name === 'react') return;
          const template = join(outFolder, app.name, 'hydrated.html');
          writeFileSync(template, readFileSync(template, 'utf8').replace('<!--app-->', html));
          const {page, problems} = await open(`${app.name}/hydrated.html`);
          await useApp(page);
          assert.deepEqual(problems, []);
          await page.close();
        });
    });
});

/** Uses an app as a reader would, and checks the page. */
async function useApp(page: Page): Promise<void> {
  const list = page.locator('spass-resource-list');
  const links = list.locator('[part~="link"]');
  const facet = list.getByText('Bourg');
  const click = (id: string) => page.locator(`#${id}`).click();

  // Arrays as properties, and events of the element.
  await page.locator('#total').getByText('2', {exact: true}).waitFor();
  assert.equal(await links.count(), 2);
  assert.equal(await list.getByRole('heading', {level: 2}).count(), 2);
  assert.ok((await facet.count()) > 0, 'the facet that was asked for');
  await click('add');
  await page.locator('#total').getByText('3', {exact: true}).waitFor();
  await links.nth(2).waitFor();

  // A boolean attribute that is set and removed.
  assert.equal(await list.getByText('CAUE').count(), 0);
  await click('flag');
  await list.getByText('CAUE').first().waitFor();
  await click('flag');
  await list.getByText('CAUE').first().waitFor({state: 'detached'});

  // An event for a user action, with its default prevented.
  await links.first().click();
  await page.locator('#chosen').getByText('1', {exact: true}).waitFor();

  // Removed and added again, with the records of the app.
  await click('toggle');
  await list.waitFor({state: 'detached'});
  await click('toggle');
  await links.nth(2).waitFor();
  await links.nth(1).click();
  await page.locator('#chosen').getByText('2', {exact: true}).waitFor();

  // A method of the element, through the framework's own reference.
  await click('reload');
  await links.nth(2).waitFor();
}
