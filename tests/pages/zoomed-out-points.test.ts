import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  assertMarkersOnly,
  openPageWithTraffic,
  prependWidget,
  mapContent,
} from '../support/pmtiles-map.js';
import {useDemo} from './use-demo.js';

const FILE = {api: '/tuiles/lieux.pmtiles', source: 'pmtiles'};

describe('a map of one static file of 3,000 records', {timeout: 120_000}, () => {
  const demo = useDemo();
  const open = () =>
    openPageWithTraffic(demo.browser, new URL('/million.html', demo.url).href, FILE.api);

  it('shows points for all records when zoomed out, with a few parts of the file, and no list', async () => {
    const {page, traffic, errors, console: lines} = await open();
    const far = await mapContent(page);
    assert.deepEqual([far.markedRecords, far.list, far.titles], [3_000, [], 0]);
    assert.ok(
      traffic.statuses.every(status => status === 206),
      traffic.statuses.join(),
    );
    // Of two maps: the one below it is near the screen.
    assert.ok(traffic.statuses.length <= 20, `${traffic.statuses.length} requests`);
    assert.ok(traffic.bytes <= 600_000, `${traffic.bytes} bytes`);
    assert.deepEqual([...errors, ...lines], []);
    await page.context().close();
  });

  it('asks the reader of a list to zoom in', async () => {
    const {page} = await open();
    await prependWidget(page, 'spass-project-map', FILE);
    assertMarkersOnly(await mapContent(page), 3_000);
    await page.context().close();
  });

  it('lists the records themselves when zoomed in, and can search them', async () => {
    const {page} = await open();
    const near = page.locator('spass-project-map[center]');
    await near.scrollIntoViewIfNeeded();
    const seen = await mapContent(page, 'spass-project-map[center]');
    assert.ok(seen.titles > 0, seen.list.join());
    assert.ok(!/Zoomez/.test(seen.list.join()), seen.list.join());
    assert.ok(seen.markedRecords > 0 && seen.markedRecords < 1_000);
    await page.context().close();
  });

  it('has no search, facets, export or distances when zoomed out, with the reason', async () => {
    const {page, errors} = await open();
    await prependWidget(page, 'spass-resource-list', {...FILE, facets: 'type', q: 'Puits'});
    await page.locator('spass-resource-list .notice').waitFor();
    const list = await page.locator('spass-resource-list').evaluate(element => {
      const all = (inside: string) => [...(element.shadowRoot?.querySelectorAll(inside) ?? [])];
      return {
        notice: all('.notice').map(one => one.textContent.replace(/\s+/g, ' ').trim()),
        tools: all('input, select, [part=link], .foot button').length,
      };
    });
    assert.deepEqual(list.notice, [
      'Trop de fiches pour une liste (≈ 3 000) : zoomez sur la carte pour retrouver la recherche, les filtres et l’export.',
    ]);
    assert.equal(list.tools, 0);

    await prependWidget(page, 'spass-project-map', {...FILE, near: '500', id: 'distances'});
    await page.locator('#distances').evaluate((element, file) => {
      const layer = document.createElement('spass-layer');
      for (const [key, value] of Object.entries(file)) layer.setAttribute(key, value);
      layer.setAttribute('label', 'Lieux');
      element.append(layer);
    }, FILE);
    // The layer is read after the map.
    await page.locator('#distances .notice', {hasText: 'distances'}).waitFor();
    const near = await mapContent(page, '#distances');
    assert.match(near.notices.join(), /Les distances ne peuvent pas être calculées/);
    assert.ok(near.markedRecords >= 3_000, 'all are shown');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('names the command to run if the file of a million was not generated', async () => {
    const {page} = await open();
    await page.route('**/made/million.json', route => route.fulfill({json: {made: false}}));
    await page.reload();
    assert.equal(await page.locator('#commande').innerText(), 'npx tsx scripts/make/million.ts');
    assert.equal(await page.locator('#fait').count(), 1, 'and has no map of it');
    await page.context().close();
  });
});
