import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {publishDemo} from '../../scripts/site/site.mjs';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {axeViolations, scrollThrough} from '../pages/demo-pages.js';
import {filesIn, PortalFolder} from '../support/published-folder.js';
import {startStaticServer, type StaticServer} from '../support/static-server.js';

const isPage = (path: string): boolean => path.endsWith('.html') && !path.startsWith('cdn/');
const addressOf = (path: string): string =>
  path.replace(/(?:^|\/)index\.html$/, '/').replace(/^\//, '');

describe('each page of the published examples', {timeout: 600_000}, () => {
  let folder: PortalFolder;
  let site: StaticServer;
  let browser: Browser;
  let paths: readonly string[];

  before(async () => {
    folder = await PortalFolder.withExamples();
    site = await startStaticServer(join(folder.path, 'site'));
    await folder.publish('--base', site.url);
    paths = (await folder.files()).filter(isPage);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await folder.delete();
  });

  it('has no error for axe, requests nothing from elsewhere, and logs nothing, in light and dark', async () => {
    assert.ok(paths.length > 20);
    for (const path of paths) {
      const {
        page,
        errors,
        console: lines,
      } = await openPage(browser, undefined, {
        viewport: {width: 1280, height: 900},
        reducedMotion: 'reduce',
      });
      const foreign: string[] = [];
      page.on('request', request => {
        if (!request.url().startsWith(site.url) && !/^(?:data|blob):/.test(request.url()))
          foreign.push(request.url());
      });
      await page.goto(site.url + addressOf(path));
      await scrollThrough(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme});
        assert.deepEqual(await axeViolations(page), [], `${path}, ${colorScheme}`);
      }
      assert.deepEqual([...foreign, ...errors, ...lines], [], path);
      await page.context().close();
    }
  });

  it('shows the text of its record, and links to every record of its collection, without JavaScript', async () => {
    const {page} = await openPage(browser, undefined, {javaScriptEnabled: false});
    const records = new Map<string, string[]>();
    for (const path of paths) {
      await page.goto(site.url + addressOf(path));
      const heading = page.locator('h1');
      assert.equal(await heading.count(), 1, path);
      assert.ok(await heading.isVisible(), path);
      const [, section = '', record] = /^([^/]+)\/(?:([^/]+)\/)?index\.html$/.exec(path) ?? [];
      if (record !== undefined)
        records.set(section, [...(records.get(section) ?? []), (await heading.innerText()).trim()]);
      // The text that a search engine or a preview shows is in the page.
      const description = await page
        .locator('meta[name=description]')
        .getAttribute('content', {timeout: 1000})
        .catch(() => null);
      const start = record === undefined ? undefined : description?.replace('…', '').slice(0, 80);
      if (start)
        assert.ok((await page.locator('main').innerText()).includes(start), `${path}: ${start}`);
    }
    for (const [section, titles] of records) {
      await page.goto(`${site.url}${section}/`);
      for (const title of titles)
        assert.ok(
          await page.getByRole('link', {name: title}).first().isVisible(),
          `${section}: ${title}`,
        );
    }
    await page.context().close();
  });

  it('moves nothing visible while its widgets are drawn', async () => {
    for (const path of paths.filter(one => one !== '404.html'))
      for (const width of [320, 1280]) {
        const {page} = await openPage(browser, undefined, {viewport: {width, height: 900}});
        // The first paint comes before the scripts and the records.
        await page.route(/\/api\/|\.js$/, async route => {
          await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => undefined);
          await route.continue();
        });
        await page.goto(site.url + addressOf(path));
        await isDrawn(page);
        const shift = await page.evaluate(
          () =>
            new Promise<number>(resolve => {
              new PerformanceObserver(list => {
                const shifts = list.getEntries() as (PerformanceEntry & {value: number})[];
                resolve(shifts.reduce((sum, {value}) => sum + value, 0));
              }).observe({type: 'layout-shift', buffered: true});
              setTimeout(resolve, 100, 0);
            }),
        );
        assert.ok(shift < 0.01, `${path}, ${width} px: ${shift}`);
        await page.context().close();
      }
  });

  it('works in a folder with spaces and accents, at an address that is not that of the settings', async () => {
    const www = join(folder.path, '../www');
    const other = await startStaticServer(www);
    await folder.publish('--base', 'https://portail.example/', '--out', `${www}/mon portail d’été`);
    try {
      const {page, errors, console: lines} = await openPage(browser);
      const missing: string[] = [];
      page.on('response', response => {
        if (response.status() >= 400) missing.push(response.url());
      });
      await page.goto(`${other.url}mon portail d’été/`);
      await isDrawn(page);
      await page.getByRole('link', {name: 'Ressources', exact: true}).click();
      await page.getByRole('heading', {level: 1, name: 'Ressources'}).waitFor();
      await isDrawn(page);
      await page.getByRole('link', {name: 'L’écluse de la Sambre'}).click();
      await page.getByRole('heading', {level: 1, name: 'L’écluse de la Sambre'}).waitFor();
      await page.getByRole('link', {name: 'Recherche'}).click();
      await page.fill('#q', 'haie');
      await page.getByRole('link', {name: 'Planter une haie champêtre'}).click();
      await page.getByRole('heading', {level: 1, name: 'Planter une haie champêtre'}).waitFor();
      assert.deepEqual([...errors, ...lines, ...missing], []);
      await page.context().close();
    } finally {
      await other.close();
    }
  });

  it('is used with the keyboard alone, with a visible focus', async () => {
    const {page} = await openPage(browser, site.url);
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const {outlineStyle} = getComputedStyle(element);
        // Focus inside a widget is the matter of the widget.
        const isVisible = outlineStyle !== 'none' || element.shadowRoot !== null;
        return {name: element.textContent.trim(), id: element.id, isVisible};
      });
    const tabTo = async (name: string): Promise<void> => {
      for (let n = 0; n < 80; n++) {
        await page.keyboard.press('Tab');
        const now = await focused();
        assert.ok(now.isVisible, now.name);
        if (now.name === name || now.id === name) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await page.keyboard.press('Tab');
    assert.equal((await focused()).name, 'Aller au contenu');
    await page.keyboard.press('Enter');
    assert.equal((await focused()).id, 'content');
    await page.goto(site.url);
    await tabTo('Recherche');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {level: 1, name: 'Recherche'}).waitFor();
    await tabTo('q');
    await page.keyboard.type('haie');
    await page.getByRole('link', {name: 'Planter une haie champêtre'}).first().waitFor();
    await tabTo('Planter une haie champêtre');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {level: 1, name: 'Planter une haie champêtre'}).waitFor();
    await tabTo('Intégrer dans un autre site');
    await page.keyboard.press('Enter');
    await page.locator('.embed pre').waitFor();
    await page.keyboard.press('Tab');
    assert.match((await focused()).name, /^<script src=/);
    await page.context().close();
  });

  it('is readable from the disk, where links lead to pages and a sentence says what needs a server', async () => {
    const {page} = await openPage(browser);
    await page.goto(pathToFileURL(join(folder.path, 'site/index.html')).href);
    await page.locator('.notice', {hasText: 'npx spass-portal publish'}).waitFor();
    await page.getByRole('link', {name: 'Projets', exact: true}).click();
    await page.getByRole('heading', {level: 1, name: 'Projets'}).waitFor();
    await page.getByRole('link', {name: 'Le canal, promenade du village'}).first().click();
    await page.getByText('promenade ombragée').first().waitFor();
    assert.equal(await page.locator('.notice').count(), 1);
    await page.context().close();
    // A server needs no such sentence.
    const {page: served} = await openPage(browser, site.url);
    await isDrawn(served);
    assert.equal(await served.locator('.notice').count(), 0);
    await served.context().close();
  });
});

/** Waits until all widgets of a page have their records. */
const isDrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const widget of document.querySelectorAll<HTMLElement>('*'))
      if (widget.localName.startsWith('spass-') && 'loadComplete' in widget)
        await widget.loadComplete;
    await new Promise(requestAnimationFrame);
  });

describe('the records of the demo as a published portal', {timeout: 600_000}, () => {
  let folder: PortalFolder;
  let site: StaticServer;
  let browser: Browser;
  let paths: readonly string[];

  before(async () => {
    folder = await PortalFolder.withExamples();
    const out = join(folder.path, 'demo');
    site = await startStaticServer(out);
    await publishDemo(out, site.url);
    paths = await filesIn(out);
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await folder.delete();
  });

  it('has pages in four languages, and no broken link', async () => {
    const pages = paths.filter(isPage);
    assert.ok(pages.length > 900, String(pages.length));
    for (const language of ['nl', 'en', 'de'])
      assert.equal(
        pages.filter(path => path.startsWith(`${language}/`)).length,
        // 404.html is in the first language alone.
        (pages.length - 1) / 4,
        language,
      );
    const known = new Map<string, boolean>();
    for (const path of pages) {
      const url = new URL(addressOf(path), site.url);
      const html = await (await fetch(url)).text();
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|api)="([^"#]+)"/g)) {
        const {href} = new URL(address.replaceAll('&amp;', '&'), url);
        if (!href.startsWith(site.url)) continue;
        if (!known.has(href)) known.set(href, (await fetch(href, {method: 'HEAD'})).ok);
        assert.ok(known.get(href), `${path} names ${address}`);
      }
    }
  });

  for (const path of [
    '',
    'portails/',
    'nl/projecten/septentrion/',
    'de/materialien/',
    'en/stories/raismes-2032/',
  ])
    it(`shows its widgets, without an error for axe: /${path}`, async () => {
      const {page, errors, console: lines} = await openPage(browser, site.url + path);
      await scrollThrough(page);
      assert.deepEqual(await axeViolations(page), []);
      assert.deepEqual([...errors, ...lines], []);
      await page.context().close();
    });
});
