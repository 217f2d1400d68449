import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {useSite} from '../pages/use-site.js';

const places = Array.from({length: 11}, (_, i) => ({
  id: `lieu-${String(i)}`,
  title: `Lieu ${String(i)}`,
  geo: {lat: 50 + i / 10, lon: 3},
}));
const unlocated = Array.from({length: 3}, (_, i) => ({
  id: `sans-lieu-${String(i)}`,
  title: `Sans lieu ${String(i)}`,
}));

const PORTAL = JSON.stringify({
  version: '1',
  programmes: [
    {id: 'p1', title: 'Interreg V Nord', generation: 'V', period: {start: '2014', end: '2020'}},
    {id: 'p2', title: 'Interreg V Mers', generation: 'V', period: {start: '2014', end: '2020'}},
  ],
  projects: [
    ...places,
    ...unlocated,
    {id: 'jardins', title: 'Jardins', programme: 'p1', period: {start: '2015', end: '2017'}},
  ],
  resources: [
    {id: 1, title: 'Un atlas des jardins', type: 'document', programme: 'p1'},
    {id: 2, title: 'Une lettre', type: 'document'},
  ],
});

/** Presses Tab until the name of the focused element matches. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.ariaLabel ?? element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    });
    if (name.test(focused)) return;
  }
  assert.fail(`no stop is named ${String(name)}`);
}

describe('a reader without a mouse', {timeout: 60_000}, () => {
  const fixture = useSite({
    '/portal.json': PORTAL,
    '/filters': pageOf(`<spass-portal api="/portal.json">
        <spass-programme-timeline></spass-programme-timeline>
        <spass-resource-list facets=""></spass-resource-list></spass-portal>`),
    '/map': pageOf('<spass-project-map api="/portal.json"></spass-project-map>'),
  });

  const open = async (path: string): Promise<Page> => {
    const {page} = await openPage(fixture.browser, fixture.site.url + path, {
      viewport: {width: 1280, height: 900},
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(8000);
    await scrollThrough(page);
    return page;
  };

  it('finds the programmes chosen in the timeline by their titles above the list, also one without documents', async () => {
    const page = await open('/filters');
    await tabTo(page, /^Interreg V$/);
    await page.keyboard.press('Enter');
    const chips = page.locator('spass-resource-list .chip');
    await chips.getByText('Interreg V Nord').waitFor();
    assert.deepEqual(
      (await chips.allTextContents()).map(text => text.trim()),
      ['Interreg V Nord', 'Interreg V Mers'],
    );
    await page.context().close();
  });

  it('sees the projects without a place once their heading in the list of the map is opened', async () => {
    const page = await open('/map');
    await tabTo(page, /^4 projets non localisés$/);
    await page.keyboard.press('Enter');
    const first = page.locator('details .entry').first();
    await page.waitForFunction(
      ([list, entry]) => {
        const [outer, inner] = [list!.getBoundingClientRect(), entry!.getBoundingClientRect()];
        return inner.height > 0 && inner.bottom <= outer.bottom;
      },
      [await page.locator('.list').elementHandle(), await first.elementHandle()] as const,
    );
    await page.context().close();
  });

  it('sees the whole focus ring at the edges of a frame', async () => {
    const {page} = await openPage(
      fixture.browser,
      `${fixture.site.url}/cdn/embed.html?widget=resource-list&api=/portal.json`,
      {viewport: {width: 1280, height: 900}},
    );
    await page.locator('spass-resource-list .list').waitFor();
    // The search field reaches to the right edge, the first facet to the left one.
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('Tab');
      const room = await page.evaluate(() => {
        const focused = document.activeElement?.shadowRoot?.activeElement;
        const {left, top, right} = focused!.getBoundingClientRect();
        return Math.min(left, top, document.documentElement.clientWidth - right);
      });
      // The ring has 2 px, and 2 px of space.
      assert.ok(room >= 4, `${String(room)} px of room`);
    }
    await page.context().close();
  });
});
