import assert from 'node:assert/strict';
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, before, describe, it} from 'node:test';
import type {Browser, Frame, Page} from 'playwright-core';
import {
  allWidgets,
  apiResponses,
  PORTAL_DOCUMENT,
  pageOf,
  visibleText,
  WIDGETS,
} from './all-widgets.js';
import {isComplete} from '../support/test-scope.js';
import {scrollThrough} from './demo-pages.js';
import {cdn, launchChromium, openPage, reusePage, type Site, startSite} from './browser-fixture.js';

const TALL = {viewport: {width: 1280, height: 9000}};
const PROJECTS = [
  {id: 'a', title: 'Trame verte', url: 'https://example.org/a', geo: {lat: 50.6, lon: 3.1}},
  {id: 'b', title: 'Eurovélo', url: 'https://example.org/b', geo: {lat: 50.8, lon: 2.9}},
];
const MAP = '<spass-project-map api="/api"></spass-project-map>';
const LIST = '<spass-resource-list api="/api"></spass-resource-list>';
/** A page with small data, for narrow containers. */
const NARROW = (MAP + LIST).replaceAll('/api', '/few');
type Widget = HTMLElement & {items: unknown; loadComplete: Promise<void>};

const links = (page: Page | Frame) =>
  page.locator('spass-resource-list a[part=link], spass-resource-list [part=title]');
const marks = (page: Page | Frame) => page.locator('[part~=marker], [part~=cluster]');

describe('the widgets', {timeout: 300_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    const few = JSON.stringify({items: PROJECTS, complete: true});
    site = await startSite({...apiResponses('/api'), '/few/projects': few, '/few/resources': few});
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (body: string, options = {}) => {
    site.responses.set('/', pageOf(body));
    return openPage(browser, site.url, {...TALL, ...options});
  };

  it('F-11 survive two hundred replacements of the page’s body, and leave its history unchanged', async () => {
    const nouns = ['family-filter', 'portal-cards', 'resource-list', 'programme-timeline'];
    const {
      page,
      errors,
      console: lines,
    } = await open(nouns.map(n => WIDGETS.get(n)!('/api')).join(''));
    await scrollThrough(page);
    const before = await visibleText(page, 'body');
    const told = await page.evaluate(async () => {
      const calls: string[] = [];
      for (const name of ['pushState', 'replaceState'] as const)
        history[name] = () => void calls.push(name);
      const start = [history.length, location.href];
      const whole = document.body.cloneNode(true);
      for (let visit = 0; visit < 200; visit++) {
        // Like Turbo: the new body is created detached, then replaces the old one.
        document.body.replaceWith(whole.cloneNode(true));
        if (visit % 20 !== 0) continue;
        for (const widget of document.querySelectorAll<Widget>('[api]')) await widget.loadComplete;
      }
      for (const widget of document.querySelectorAll<Widget>('[api]')) await widget.loadComplete;
      return {calls, moved: start[0] !== history.length || start[1] !== location.href};
    });
    assert.deepEqual(told, {calls: [], moved: false});
    assert.equal(await visibleText(page, 'body'), before);
    assert.deepEqual([errors, lines], [[], []]);
    await page.context().close();
  });

  it('F-11 each use their own URL parameters, and none changes the hash', async () => {
    const list = (group: string) =>
      `<spass-resource-list id="${group}" group="${group}" api="/api" sync-url></spass-resource-list>`;
    const {page, errors} = await open(list('un') + list('deux'));
    await page.goto(`${site.url}/?autre=1#ici`);
    await scrollThrough(page);
    const start = await page.evaluate(() => history.length);
    for (const [group, words] of [
      ['un', 'canal'],
      ['deux', 'mairie'],
      ['un', 'écluse'],
    ] as const) {
      await page.locator(`#${group} input[type=search]`).fill(words);
      await page.waitForFunction(
        ([name, value]) => new URL(location.href).searchParams.get(`${name!}.q`) === value,
        [group, words] as const,
      );
    }
    const {search, hash, length} = await page.evaluate(() => ({
      search: Object.fromEntries(new URLSearchParams(location.search)),
      hash: location.hash,
      length: history.length,
    }));
    assert.deepEqual(search, {autre: '1', 'un.q': 'écluse', 'deux.q': 'mairie'});
    assert.deepEqual([hash, length], ['#ici', start]);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-12 send one request when the connection returns, if their data are stale or missing', async () => {
    let requests = 0;
    let isDown = true;
    const body = JSON.stringify({items: PROJECTS, complete: true});
    site.responses.set('/line/resources', response => {
      requests++;
      if (isDown) response.socket?.resetAndDestroy();
      else response.writeHead(200, {'Access-Control-Allow-Origin': '*'}).end(body);
    });
    const {page, errors} = await open('');
    await page.addInitScript('Math.random = () => 0');
    site.responses.set(
      '/',
      pageOf('<spass-resource-list api="/line"></spass-resource-list>'.repeat(3)),
    );
    await page.goto(site.url);
    await page.locator('.failure p').nth(2).waitFor();
    isDown = false;
    requests = 0;
    const back = () => page.evaluate(() => void window.dispatchEvent(new Event('online')));
    await back();
    await links(page).nth(5).waitFor();
    assert.equal(requests, 1, 'one request for three widgets');
    await back();
    await page.evaluate(async () => {
      for (const widget of document.querySelectorAll<Widget>('[api]')) await widget.loadComplete;
    });
    assert.equal(requests, 1, 'what is fresh is not asked for again');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-13 work in an iframe that may only run scripts', async () => {
    site.responses.set('/inner', pageOf(allWidgets()));
    const {page, errors} = await open(
      '<iframe sandbox="allow-scripts" src="/inner" width="1200" height="8000"></iframe>',
    );
    const frame = page.frames()[1]!;
    await frame.locator('spass-resource-list [part=title]').first().waitFor();
    await frame.locator('spass-project-map [part~=marker]').first().waitFor();
    await frame.locator('spass-story h3, spass-story h4').first().waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-13 work in a page from a file, with the self-contained script', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spass-file-'));
    try {
      copyFileSync(join(cdn, 'spass-widgets.all.js'), join(folder, 'spass-widgets.all.js'));
      const nouns = [
        'portal-cards',
        'resource-list',
        'project-map',
        'programme-timeline',
        'agenda',
      ];
      writeFileSync(
        join(folder, 'page.html'),
        `<!doctype html><meta charset="utf-8">${nouns.map(n => `<spass-${n}></spass-${n}>`).join('')}
        <script>const portal = ${PORTAL_DOCUMENT};
        const of = {'portal-cards': 'portals', 'resource-list': 'resources', 'project-map': 'projects',
          'programme-timeline': 'programmes', agenda: 'events'};
        for (const noun of Object.keys(of)) document.querySelector('spass-' + noun).items = portal[of[noun]];</script>
        <script src="spass-widgets.all.js"></script>`,
      );
      const {page, errors, console: lines} = await openPage(browser, undefined, TALL);
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
      await scrollThrough(page);
      assert.equal(await page.locator('[role=alert]').count(), 0);
      assert.ok((await marks(page).count()) > 0);
      assert.ok((await page.locator('spass-programme-timeline li').count()) > 2);
      assert.deepEqual([errors, lines], [[], []]);
      await page.context().close();
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  it('F-13 leave their fallback content in a page that is sent as XHTML, and the console says why', async () => {
    const body = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Page</title>
      <script src="/cdn/spass-widgets.js"></script></head>
      <body><spass-portal-cards api="/api"><p>Voir les portails</p></spass-portal-cards></body></html>`;
    site.responses.set('/', {body, headers: {'Content-Type': 'application/xhtml+xml'}});
    const {page, errors, console: lines} = await openPage(browser, site.url);
    await page.getByText('Voir les portails').waitFor();
    assert.deepEqual(errors, []);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /XHTML.*text\/html/);
    await page.context().close();
  });

  it('F-13 work in a page that is a data URL', async () => {
    const html = `<!doctype html><script src="${site.url}/cdn/spass-widgets.js"></script>
      <spass-resource-list api="${site.url}/api"></spass-resource-list>
      <spass-project-map api="${site.url}/api"></spass-project-map>`;
    const address = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
    const {page: outer, errors} = await open(
      `<iframe src="${address.replaceAll('"', '&quot;')}" width="1200" height="3000"></iframe>`,
    );
    const page = outer.frames()[1]!;
    await links(page).first().waitFor();
    await marks(page).first().waitFor();
    assert.deepEqual(errors, []);
    await outer.context().close();
  });

  for (const [place, body, show] of [
    [
      'an empty box opened later',
      `<div id="box" style="inline-size: 0; block-size: 0; overflow: hidden">${MAP}${LIST}</div>`,
      () => document.querySelector('#box')?.removeAttribute('style'),
    ],
    [
      'a hidden part of the page shown later',
      `<div id="box" hidden>${MAP}${LIST}</div>`,
      () => document.querySelector('#box')?.removeAttribute('hidden'),
    ],
    [
      'a dialog',
      `<dialog style="inline-size: 900px">${MAP}${LIST}</dialog>`,
      () => document.querySelector('dialog')?.showModal(),
    ],
    [
      'a <details> element',
      `<details><summary>Carte</summary>${MAP}${LIST}</details>`,
      () => document.querySelector('details')?.setAttribute('open', ''),
    ],
    [
      'a table cell',
      `<table width="100%"><tr><td>Voici</td><td width="80%">${MAP}${LIST}</td></tr></table>`,
      undefined,
    ],
    [
      'a table cell without a width',
      `<table><tr><td>Voici</td><td>${NARROW}</td></tr></table>`,
      undefined,
    ],
    [
      'a box as wide as its content',
      `<div style="display: inline-flex"><div>${NARROW}</div></div>`,
      undefined,
    ],
    [
      'another shadow tree',
      `<div><template shadowrootmode="open"><section>${MAP}${LIST}</section></template></div>`,
      undefined,
    ],
  ] as const)
    it(`F-13 are drawn in ${place}`, async () => {
      site.responses.set('/', pageOf(body));
      const {page, errors} = await reusePage(browser, site.url, TALL);
      if (show) await page.evaluate(show);
      await links(page).first().waitFor();
      await marks(page).first().waitFor();
      const box = await page.locator('spass-project-map [part~=map]').boundingBox();
      assert.ok(box && box.width > 100 && box.height > 100, JSON.stringify(box));
      assert.deepEqual(errors, []);
    });

  for (const [change, style] of [
    ['enlarges its text with zoom', 'zoom: 1.3'],
    ['is drawn smaller by a transform', 'transform: scale(0.7); transform-origin: 0 0'],
  ] as const)
    it(`F-13 let a map follow the mouse where the page ${change}`, async () => {
      site.responses.set('/', pageOf(`<div style="${style}">${MAP}</div>`));
      const {page, errors} = await reusePage(browser, site.url, TALL);
      const mark = marks(page).first();
      await mark.waitFor();
      const centre = async (): Promise<readonly [number, number]> => {
        const {x, y, width, height} = (await mark.boundingBox())!;
        return [x + width / 2, y + height / 2];
      };
      const map = (await page.locator('spass-project-map [part~=map]').boundingBox())!;
      const [startX, startY] = [map.x + map.width / 2, map.y + map.height / 6];
      const [x, y] = await centre();
      await page.mouse.move(startX, startY);
      await page.mouse.down();
      await page.mouse.move(startX + 60, startY + 40, {steps: 6});
      await page.mouse.up();
      const [draggedX, draggedY] = await centre();
      assert.ok(
        Math.hypot(draggedX - x - 60, draggedY - y - 40) < 4,
        `${draggedX - x} ${draggedY - y}`,
      );
      // The place under the mouse stays there when a double click zooms.
      await page.mouse.dblclick(draggedX + 30, draggedY);
      await page.waitForFunction(
        ([expectedX, expectedY]) => {
          const map = document.querySelector('spass-project-map')?.shadowRoot;
          const box = map
            ?.querySelector('[part~=marker], [part~=cluster]')
            ?.getBoundingClientRect();
          return (
            box &&
            Math.abs(box.x + box.width / 2 - expectedX) < 4 &&
            Math.abs(box.y + box.height / 2 - expectedY) < 4
          );
        },
        [draggedX - 30, draggedY] as const,
        {timeout: 5000},
      );
      assert.deepEqual(errors, []);
    });

  it('F-13 send the requests of one if there are twenty on a page', async () => {
    site.requestedPaths.length = 0;
    const {page, errors} = await open(LIST.repeat(20));
    await scrollThrough(page);
    assert.equal(await page.locator('spass-resource-list input[type=search]').count(), 20);
    assert.equal(site.requestedPaths.filter(path => path === '/api/resources').length, 1);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-13 show five thousand records page by page, and clustered on the map', async () => {
    const items = [...Array(5000).keys()].map(n => ({
      id: n,
      title: `Projet ${String(n)}`,
      url: `https://example.org/${String(n)}`,
      geo: {lat: 49 + (n % 71) / 40, lon: 2 + (n % 89) / 40},
    }));
    const body = JSON.stringify({items, complete: true});
    for (const kind of ['resources', 'projects']) site.responses.set(`/many/${kind}`, body);
    const {page, errors} = await open((MAP + LIST).replaceAll('"/api"', '"/many"'), {
      viewport: {width: 1280, height: 2400},
    });
    await scrollThrough(page);
    await marks(page).first().waitFor();
    const [onMap, inList, nodes] = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('[api]')].map(({shadowRoot}) => shadowRoot!);
      return [
        roots[0]!.querySelectorAll('[part~=marker], [part~=cluster]').length,
        roots[1]!.querySelectorAll('[part~=link]').length,
        roots.reduce((sum, root) => sum + root.querySelectorAll('*').length, 0),
      ];
    });
    assert.ok(onMap! > 0 && onMap! <= 300, `${String(onMap)} marks`);
    assert.equal(inList, 12);
    assert.ok(nodes! < 2000, `${String(nodes)} nodes`);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('F-14 show the same dates in every time zone, whatever the clock', async () => {
    const nouns = [
      'portal-cards',
      'resource-list',
      'programme-timeline',
      'directory',
      'project-progress',
    ];
    const body = nouns.map(noun => WIDGETS.get(noun)!('/api')).join('');
    const seen = new Map<string, string>();
    const clocks = [
      // The hour that occurs twice.
      ['Europe/Paris', '2026-10-25T00:30:00Z'],
      ['Pacific/Kiritimati', '2026-10-25T00:30:00Z'],
      ['Europe/Paris', '2026-11-25T12:00:00Z'],
      ['Etc/GMT+12', '2026-11-25T12:00:00Z'],
      ['Pacific/Kiritimati', '2026-11-25T12:00:00Z'],
      // A clock that is wrong by a year.
      ['Europe/Paris', '2025-11-25T23:30:00Z'],
      ['Etc/GMT+12', '2025-11-25T23:30:00Z'],
    ] as const;
    for (const [zone, at] of isComplete ? clocks : clocks.slice(0, 4)) {
      site.responses.set('/', pageOf(body));
      const {page, errors} = await openPage(browser, undefined, {...TALL, timezoneId: zone});
      await page.clock.install({time: at});
      await page.goto(site.url);
      await scrollThrough(page);
      // Readers in another time zone see the zone of an event. The family of a bar depends on load order, not on time.
      const text = (await visibleText(page, 'body')).replace(
        /^(?:heure .*|THÈME|PROJET|ACTEUR)\n/gm,
        '',
      );
      seen.set(`${zone} ${at}`, text);
      assert.deepEqual(errors, []);
      await page.context().close();
    }
    for (const instant of new Set([...seen.keys()].map(name => name.split(' ')[1]!))) {
      const [first, ...others] = [...seen].filter(([name]) => name.endsWith(instant));
      assert.ok(others.length > 0);
      for (const [name, text] of others) assert.equal(text, first![1], name);
    }
  });
});
