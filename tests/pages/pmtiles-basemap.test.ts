import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {BrowserContextOptions, Page} from 'playwright-core';
import {startServer} from '../../demo/server/server.js';
import {prependWidget} from '../support/pmtiles-map.js';
import {axeViolations} from './demo-pages.js';
import {openPage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

const ISLAND = {
  id: 'ile',
  api: '/fonds/ile.json',
  center: '47.0225,-5.645',
  zoom: '15',
  fit: 'none',
  skin: 'caue',
};
const OUTLINES_CREDIT = 'Natural Earth\u00a0· tracé simplifié';
const TILE = '#ile canvas.leaflet-tile-loaded';

/** Returns the most frequent colour at the centre of the view: a wood of the island. */
const middle = (page: Page): Promise<number[]> =>
  page.locator('#ile').evaluate(element => {
    const map = element.shadowRoot?.querySelector('.map')?.getBoundingClientRect();
    const [x, y] = map ? [map.x + map.width / 2 + 20, map.y + map.height / 2 + 40] : [0, 0];
    for (const tile of element.shadowRoot?.querySelectorAll('canvas') ?? []) {
      const box = tile.getBoundingClientRect();
      if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue;
      const scale = tile.width / box.width;
      const at = [(x - box.left) * scale, (y - box.top) * scale] as const;
      return [...(tile.getContext('2d')?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3);
    }
    return [];
  });

const brightness = ([red = 0, green = 0, blue = 0]: readonly number[]) => red + green + blue;

describe('a background from one .pmtiles file, on a page', {timeout: 120_000}, () => {
  const demo = useDemo();

  const open = async (
    attributes: Readonly<Record<string, string>>,
    options: BrowserContextOptions = {},
  ) => {
    const opened = await openPage(demo.browser, undefined, {
      viewport: {width: 1280, height: 900},
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      ...options,
    });
    const parts: string[] = [];
    const statuses: number[] = [];
    opened.page.on('response', response => {
      const {pathname} = new URL(response.url());
      if (pathname.endsWith('.pmtiles')) statuses.push(response.status());
      if (pathname.startsWith('/cdn/')) parts.push(pathname);
    });
    await opened.page.goto(new URL('/million.html', demo.url).href);
    await prependWidget(opened.page, 'spass-project-map', {...ISLAND, ...attributes});
    return {...opened, parts, statuses};
  };

  it('S-04 E-03 is drawn under the strictest policy, from few parts of the file, with attribution', async () => {
    const {page, statuses, errors, console: lines} = await open({tiles: '/fonds/ile.pmtiles'});
    await page.locator(TILE).first().waitFor();
    await page.waitForFunction(() => {
      const root = document.querySelector('#ile')?.shadowRoot;
      return root?.querySelectorAll('canvas:not(.leaflet-tile-loaded)').length === 0;
    });
    const [red = 0, green = 0] = await middle(page);
    assert.ok(green > red, 'the wood is green');
    assert.equal(
      (await page.locator('#ile .credit').innerText()).trim(),
      'Île inventée pour l’essai',
    );
    const own = statuses.filter(status => status === 206).length;
    assert.equal(own, statuses.length, statuses.join());
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual([...errors, ...lines], []);
    await page.context().close();
  });

  it('follows the page from light to dark without an announcement', async () => {
    const {page} = await open({tiles: '/fonds/ile.pmtiles'}, {colorScheme: 'light'});
    await page.locator(TILE).first().waitFor();
    let light = 0;
    // The tile is in the page before it is painted.
    for (let i = 0; i < 200 && light < 200; i++) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      light = brightness(await middle(page));
    }
    await page.emulateMedia({colorScheme: 'dark'});
    let dark = light;
    for (let i = 0; i < 200 && dark > light - 200; i++) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      dark = brightness(await middle(page));
    }
    assert.ok(dark < light - 200, `${light}, then ${dark}`);
    await page.context().close();
  });

  it('A-13 uses the reader’s colours only if these are forced', async () => {
    const {page} = await open({tiles: '/fonds/ile.pmtiles'}, {forcedColors: 'active'});
    await page.locator(TILE).first().waitFor();
    const [red = 0, green = 0, blue = 0] = await middle(page);
    assert.equal(Math.max(red, green, blue), Math.min(red, green, blue), 'a grey');
    await page.context().close();
  });

  it('P-03 is not requested from a third party before a reader consents', async test => {
    const elsewhere = await startServer();
    test.after(() => elsewhere.close());
    const host = elsewhere.url.replace('127.0.0.1', 'localhost');
    const {page} = await open({tiles: new URL('/fonds/ile.pmtiles', host).href});
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    const button = page.getByRole('button', {name: 'Afficher le fond de carte localhost'});
    await button.waitFor();
    assert.equal(await page.locator('#ile canvas').count(), 0);
    assert.equal(await page.locator('#ile .credit').innerText(), OUTLINES_CREDIT);
    assert.deepEqual(
      asked.filter(url => url.startsWith(host)),
      [],
    );
    await button.click();
    // The policy of this page blocks requests to other hosts, the usual first error of a webmaster.
    const said = page.locator('#ile [role=alert]');
    await said.waitFor();
    assert.match(await said.innerText(), /^Le fond de carte n’a pas pu être chargé/);
    assert.equal(await page.locator('#ile .credit').innerText(), OUTLINES_CREDIT);
    await page.context().close();
  });

  it('that is missing leaves the outlines, a message, and one line in the console', async () => {
    const {page, console: lines} = await open({tiles: '/fonds/rien.pmtiles'});
    const said = page.locator('#ile [role=alert]');
    await said.waitFor();
    assert.match(await said.innerText(), /les contours le remplacent/);
    assert.ok((await page.locator('#ile .outlines path').count()) > 0);
    const ours = lines.filter(line => line.startsWith('<spass-project-map>'));
    assert.equal(ours.length, 1, lines.join('\n'));
    assert.match(ours[0] ?? '', /rien\.pmtiles: the server answered 404/);
    await page.context().close();
  });

  it('E-02 costs nothing if none is used', async () => {
    const {page, parts} = await open({tiles: 'none'});
    await page.locator('#ile .outlines').waitFor();
    assert.ok(parts.includes('/cdn/spass-map.js'));
    assert.deepEqual(
      parts.filter(part => part.includes('base-map')),
      [],
    );
    await page.context().close();
  });
});
