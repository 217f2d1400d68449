// A site that `spass-portal publish` has made, in a browser. It contains the widgets of dist/.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {startPreview, type Preview} from '../../portal/src/publish/preview-server.js';
import {launchChromium} from './browser-fixture.js';
import {axeViolations} from './demo-pages.js';
import {PortalFolder} from '../support/published-folder.js';
import {isComplete} from '../support/test-scope.js';

describe('a published site', () => {
  let folder: PortalFolder;
  let preview: Preview;
  let browser: Browser;
  before(async () => {
    folder = await PortalFolder.withExamples();
    await folder.publish('--base', 'https://portail.example/');
    preview = await startPreview(join(folder.path, 'site'), 0);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await preview.close();
    await folder.delete();
  });

  /** Opens a page; fails if it requests anything from elsewhere, or logs an error. */
  async function open(path: string, width = 1280): Promise<Page> {
    const page = await browser.newPage({viewport: {width, height: 900}, bypassCSP: false});
    page.on('request', request => {
      if (!/^(?:data|blob):/.test(request.url()))
        assert.ok(request.url().startsWith(preview.url), `${path} requests ${request.url()}`);
    });
    page.on('console', message => {
      assert.ok(!['error', 'warning'].includes(message.type()), `${path}: ${message.text()}`);
    });
    await page.goto(preview.url + path);
    await page.evaluate(async () => {
      const widgets = [
        ...document.querySelectorAll<HTMLElement & {loadComplete?: Promise<void>}>('*'),
      ];
      for (const widget of widgets) await widget.loadComplete;
    });
    return page;
  }

  const pages = ['', 'recits/canal-hier/', 'recherche/'];
  const more = ['projets/', 'ressources/ecluse/', 'accessibilite/'];
  for (const path of isComplete ? [...pages, ...more] : pages)
    it(`has no violation of axe on /${path}, requests no other server, and fits a phone`, async () => {
      const page = await open(path, 320);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.close();
      const wide = await open(path);
      assert.deepEqual(await axeViolations(wide), []);
      await wide.close();
    });

  it('finds words with accents and one wrong letter, and pages of a PDF', async () => {
    const page = await open('recherche/');
    const ask = async (question: string, result: string): Promise<void> => {
      await page.fill('#q', question);
      await page.locator('.results li', {hasText: result}).first().waitFor();
    };
    await ask('ecluse', 'Une écluse de 1836');
    await ask('biodiversitée', 'Planter une haie champêtre');
    await ask('passage cycles', 'page 1 du PDF');
    await page.fill('#q', 'xylophone');
    await page.locator('.status', {hasText: 'Aucun résultat'}).waitFor();
    await page.close();
  });

  it('shows another cell without a reload by hand', async () => {
    const page = await open('projets/canal/');
    await folder.write({'textes/canal.md': 'La haie est plantée.'});
    await folder.publish('--base', 'https://portail.example/');
    preview.reload();
    await page.locator('p', {hasText: 'La haie est plantée.'}).waitFor();
    await page.close();
  });
});
