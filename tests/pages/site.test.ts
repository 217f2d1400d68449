import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {writeSite} from '../../scripts/site/site.mjs';
import {scrollThrough} from './demo-pages.js';
import {serveFiles} from './file-server.js';
import type {LocalServer} from '../support/listen.js';
import {launchChromium, openPage} from './browser-fixture.js';

describe('the static site', () => {
  let browser: Browser;
  let files: LocalServer;
  let folder: string;
  let url: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    await writeSite(folder, {hasStorybook: false, hasPortal: false});
    files = await serveFiles(folder);
    ({url} = files);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await files.close();
    rmSync(folder, {recursive: true});
  });

  it('has no broken link', async () => {
    const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
      name => name.endsWith('.html') && !/^(?:cdn|configurateur)\b/.test(name),
    );
    assert.ok(pages.length > 40, String(pages.length));
    const known = new Map<string, boolean>();
    for (const page of pages)
      for (const [, address = ''] of readFileSync(join(folder, page), 'utf8')
        .replace(/<pre[\s\S]*?<\/pre>/g, '')
        .matchAll(/\s(?:href|src)="([^"#][^"]*)"/g)) {
        const {href, protocol, origin} = new URL(address.replaceAll('&amp;', '&'), url + page);
        if (!protocol.startsWith('http') || origin !== new URL(url).origin) continue;
        assert.ok(href.startsWith(url), `${address} of ${page} leaves the site`);
        if (!known.has(href)) known.set(href, (await fetch(href)).ok);
        assert.ok(known.get(href), `${address} of ${page}`);
      }
  });

  it('has llms.txt in its root folder, with links to the pages for developers', async () => {
    const text = await (await fetch(`${url}llms.txt`)).text();
    const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link);
    assert.ok(links.length > 14, String(links.length));
    for (const link of links) assert.ok((await fetch(url + link)).ok, link);
  });

  for (const path of ['', 'widgets/habillages.html'])
    it(`shows the widgets of /${path} with their data, without requests to other hosts`, async () => {
      const {page, errors, console: lines} = await openPage(browser);
      const asked: string[] = [];
      page.on('request', request => asked.push(request.url()));
      await page.goto(url + path);
      await scrollThrough(page);
      assert.ok((await page.locator('spass-portal-cards [part~=card]').count()) > 3);
      assert.deepEqual(
        asked.filter(one => !one.startsWith(url) && !one.startsWith('data:')),
        [],
      );
      assert.deepEqual([...errors, ...lines], []);
      await page.context().close();
    });

  it('has a configurator whose demonstration works, with a link to the guide', async () => {
    const {page, errors} = await openPage(browser);
    const missing: string[] = [];
    page.on('response', response => {
      // The path that an API would have below it is requested too, to distinguish an API from a document.
      const isProbe = response.url().includes('portail.json/');
      if (response.status() >= 400 && !isProbe) missing.push(response.url());
    });
    await page.goto(`${url}configurateur/?page=fr&widget=resource-list`);
    await page.frameLocator('iframe').locator('[part~=link]').first().waitFor();
    await page.getByRole('button', {name: /^SPIP/}).click();
    await page.getByRole('link', {name: 'SPIP', exact: true}).click();
    await page.getByRole('heading', {level: 1, name: 'SPIP'}).waitFor();
    assert.deepEqual([...errors, ...missing], []);
    await page.context().close();
  });
});
