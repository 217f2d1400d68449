import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {Browser, BrowserContextOptions, CDPSession, Page} from 'playwright-core';
import {leafletModule} from '../../scripts/cdn/leaflet.mjs';
import {root} from '../../scripts/setup.mjs';
import type {MapView, VisibleArea} from '../../src/map/map-view.js';
import {launchChromium, type OpenPage, openPage, type Site, startSite} from './browser-fixture.js';

/** Like the policy under which the package promises to work; tiles come from the same site. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/map.css"></head>
  <body><div id="map"></div><script src="/map.js"></script></body></html>`;
const STYLE = 'body {margin: 0; block-size: 3000px} #map {inline-size: 800px; block-size: 450px}';

/** Shows five places and a pair, and stores the events of the map. */
const SCRIPT = `
  import {createMap} from './src/map/engine.js';
  import {pointsAt} from './tests/support/map-points.js';
  const views = [];
  const view = createMap(document.getElementById('map'), {
    messages: {language: 'fr', map: 'Carte', help: 'Flèches', letters: ['A', 'T', 'P', ''],
      clusterName: count => count + ' projets, zoomer', formatNumber: String},
    center: {lat: 50.5, lon: 3}, zoom: 8, fit: 'data', root: document,
    listener: {onActivate() {}, onHighlight() {}, onStackActivate() {},
      onViewChange: area => views.push(area)},
  });
  view.setPoints(pointsAt([[50.5, 2, 0], [50.9, 3, 1], [50.5, 3, 2], [50.1, 3, 3], [50.5, 4, 0], [50.5, 4, 1]]));
  Object.assign(window, {view, views});
`;

interface Globals {
  readonly view: MapView;
  readonly views: VisibleArea[];
}

async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: SCRIPT, resolveDir: root, loader: 'ts'},
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    plugins: [
      {
        name: 'leaflet',
        setup: ({onLoad}) =>
          onLoad({filter: /\/node_modules\/leaflet\/.+\.js$/}, async ({path}) => ({
            contents: leafletModule(
              path.replace(/^.*\/node_modules\/leaflet\//, ''),
              await readFile(path, 'utf8'),
            ),
          })),
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

describe('the map engine on a page', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    browser = await launchChromium();
    const pixel = await readFile(join(root, 'demo/favicon.svg'), 'utf8');
    site = await startSite({
      '/': {body: PAGE, headers: {'Content-Security-Policy': STRICT}},
      '/map.css': STYLE,
      '/map.js': await bundle(),
    });
    for (let z = 0; z < 20; z++)
      for (let n = 0; n < 400; n++)
        site.responses.set(`/tiles/${String(z)}-${String(n)}`, {
          body: pixel,
          headers: {'Content-Type': 'image/svg+xml'},
        });
  });
  beforeEach(() => {
    site.requestedPaths.length = 0;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<OpenPage> => {
    const opened = await openPage(browser, `${site.url}/`, {
      viewport: {width: 800, height: 600},
      ...options,
    });
    await opened.page.locator('[part="marker"]').first().waitFor();
    return opened;
  };
  const lastView = (page: Page) =>
    page.evaluate(() => {
      const {zoom, center} = (window as unknown as Globals).views.at(-1) ?? {};
      return {zoom: zoom ?? NaN, lat: center?.lat ?? NaN, lon: center?.lon ?? NaN};
    });

  it('S-04 works under the strictest policy, with tiles and popup', async () => {
    const {page, console, errors} = await open();
    await page.evaluate(() => {
      const {view} = window as unknown as Globals;
      view.setBasemap({template: '/tiles/{z}-{x}', maxZoom: 19, referrerPolicy: 'origin'});
      const popup = document.createElement('p');
      popup.textContent = 'Ors';
      view.setPopup(popup, 2);
      view.zoomBy(2);
      view.showRecord(5, true);
      view.setBasemap(undefined);
      view.fitAll();
      view.destroy();
    });
    await page.waitForLoadState('networkidle');
    assert.deepEqual(errors, []);
    assert.deepEqual(console, []);
    await page.context().close();
  });

  it('E-03 requests no tile before a basemap is set, and then at most 20', async () => {
    const {page} = await open({deviceScaleFactor: 2});
    const tiles = () => site.requestedPaths.filter(path => path.startsWith('/tiles/'));
    assert.deepEqual(tiles(), []);
    await page.evaluate(() => {
      const {view} = window as unknown as Globals;
      view.setBasemap({template: '/tiles/{z}-{x}?{y}', maxZoom: 19, referrerPolicy: 'origin'});
    });
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    const awaited = page.locator('.leaflet-tile:not(.leaflet-tile-loaded)');
    await awaited.first().waitFor({state: 'detached'});
    assert.ok(tiles().length > 0 && tiles().length <= 20, `${String(tiles().length)} tiles`);
    assert.ok(
      tiles().every(path => path.startsWith('/tiles/8-')),
      'no sharper tiles for a sharper screen',
    );
    await page.context().close();
  });

  it('shows and removes tiles on a page that has extended Object.prototype', async () => {
    const context = await browser.newContext({viewport: {width: 800, height: 600}});
    await context.addInitScript('Object.prototype.each = function each() {}');
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.goto(`${site.url}/`);
    await page.evaluate(() => {
      const {view} = window as unknown as Globals;
      view.setBasemap({template: '/tiles/{z}-{x}', maxZoom: 19, referrerPolicy: 'origin'});
    });
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    await page.evaluate(() => {
      const {view} = window as unknown as Globals;
      view.moveTo({lat: 43, lon: 5}, 9);
      view.zoomBy(2);
      view.setBasemap(undefined);
      view.destroy();
    });
    assert.equal(await page.locator('.leaflet-tile').count(), 0);
    assert.deepEqual(errors, []);
    await context.close();
  });

  it('A-13 distinguishes markers, their states and land in forced colours', async () => {
    const {page} = await open({forcedColors: 'active'});
    const looks = await page.evaluate(() => {
      (window as unknown as Globals).view.highlight(2);
      const style = (selector: string, pseudo?: string) => {
        const found = document.querySelector(selector);
        return found ? getComputedStyle(found, pseudo) : undefined;
      };
      return {
        edge: style('.projet', '::before')?.backgroundColor,
        fill: style('.projet', '::after')?.backgroundColor,
        letter: style('.projet', '::after')?.color,
        // The disc of a cluster and its rim are one gradient.
        disc: style('.cluster')?.backgroundImage.match(/rgba?\([^)]*\)/g) ?? [],
        count: style('.cluster')?.color,
        lit: style('.projet')?.outlineStyle,
        dark: style('.theme')?.outlineStyle,
        coast: style('.outlines')?.stroke,
        land: style('.land')?.fill,
      };
    });
    assert.notEqual(looks.edge, looks.fill);
    assert.notEqual(looks.letter, looks.fill);
    const [middle, rim] = looks.disc;
    assert.ok(middle && rim);
    assert.notEqual(rim, middle);
    assert.notEqual(looks.count, middle);
    assert.notEqual(looks.coast, looks.land);
    assert.deepEqual([looks.lit, looks.dark], ['solid', 'none']);
    await page.context().close();
  });

  describe('touch gestures', () => {
    const touch = async (
      session: CDPSession,
      steps: readonly (readonly (readonly [number, number])[])[],
    ) => {
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: (typeof steps)[number]) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: at.map(([x, y], id) => ({x, y, id})),
        });
      await send('touchStart', steps[0] ?? []);
      for (const step of steps.slice(1)) await send('touchMove', step);
      await send('touchEnd', []);
    };

    it('share no listeners with another Leaflet on the page', async () => {
      const {page, errors} = await open({hasTouch: true});
      const session = await page.context().newCDPSession(page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: xs.map((x, id) => ({x, y: 225, id})),
        });
      await send('touchStart', 350, 450);
      await send('touchMove', 330, 470);
      // During a gesture Leaflet listens to the document, where it keeps its listeners in a property.
      const keys = await page.evaluate(() => Object.keys(document));
      await send('touchEnd');
      assert.deepEqual(keys, ['location']);
      assert.deepEqual(errors, []);
      await page.context().close();
    });

    it('scroll the page with one finger, without moving the map', async () => {
      const {page} = await open({hasTouch: true});
      const before = await lastView(page);
      const session = await page.context().newCDPSession(page);
      const up = [...Array(10).keys()].map(step => [[300, 300 - 20 * step]] as const);
      await touch(session, up);
      await page.waitForFunction(() => window.scrollY > 100);
      assert.deepEqual(await lastView(page), before);
      await page.context().close();
    });

    it('pan and zoom with two, and end at a whole zoom level', async () => {
      const {page, errors} = await open({hasTouch: true});
      const session = await page.context().newCDPSession(page);
      await touch(session, [
        [
          [350, 225],
          [450, 225],
        ],
        [
          [330, 225],
          [470, 225],
        ],
        [
          [300, 225],
          [500, 225],
        ],
      ]);
      await page.waitForFunction(() => (window as unknown as Globals).views.at(-1)?.zoom === 9);
      await touch(session, [
        [
          [350, 225],
          [450, 225],
        ],
        [
          [300, 225],
          [400, 226],
        ],
        [
          [250, 225],
          [350, 226],
        ],
      ]);
      await page.waitForFunction(() => {
        const {center} = (window as unknown as Globals).views.at(-1) ?? {};
        return (center?.lon ?? 0) > 3.2;
      });
      assert.equal((await lastView(page)).zoom, 9);
      assert.equal(await page.evaluate(() => window.scrollY), 0);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  });
});
