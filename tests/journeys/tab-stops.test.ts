import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {pageOf, WIDGETS} from '../pages/all-widgets.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {demoPages, scrollThrough} from '../pages/demo-pages.js';
import {isComplete, isTypical} from '../support/test-scope.js';

/** Maximum number of tab stops of a page. */
const MAX_PAGE_STOPS = 80;
/** Page with the most stops. */
const LONG_PAGES = ['/portails/septentrion.html'];
/** Maximum number of tab stops of one widget with twelve records, without its facets, which can be skipped. */
const MAX_WIDGET_STOPS = 40;
/** An explorer has four of them. */
const MAX_EXPLORER_STOPS = 80;

const SCREEN = {viewport: {width: 1280, height: 900}};

declare global {
  interface Window {
    /** Focused elements, in order. */
    stops: Element[];
  }
}

/** Records the focused element whenever a key is pressed. */
const recordStops = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.stops = [];
    const record = (): void => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (focused) window.stops.push(focused);
    };
    addEventListener('keydown', record, true);
  });

/** Presses Tab from the start of the page until the focus has left it; returns the number of stops. */
async function countStops(page: Page, max: number): Promise<number> {
  await recordStops(page);
  let count = 0;
  let hasLeft = false;
  // The first press records the start of the page, and one more the last stop.
  for (let n = 1; n <= max + 2 && !hasLeft; n++) {
    await page.keyboard.press('Tab');
    if (n % 8 > 0 && n < max + 2) continue;
    [count, hasLeft] = await page.evaluate(() => {
      const [, ...stops] = window.stops;
      const end = stops.indexOf(document.body);
      return [end < 0 ? stops.length : end, end >= 0] as const;
    });
  }
  return count;
}

describe('pages by the Tab key', {timeout: 120_000, concurrency: 3}, () => {
  let browser: Browser;
  let server: DemoServer;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
    site = await startSite();
  });
  after(async () => {
    await browser.close();
    await server.close();
    await site.close();
  });

  for (const path of isComplete ? demoPages.keys() : LONG_PAGES)
    it(`A-04 ${path} has at most ${String(MAX_PAGE_STOPS)} stops`, async () => {
      const {page} = await openPage(browser, new URL(path, server.url).href, SCREEN);
      await scrollThrough(page);
      const count = await countStops(page, MAX_PAGE_STOPS);
      assert.ok(count > 5, 'the page has stops');
      assert.ok(count <= MAX_PAGE_STOPS, `${String(count)} stops or more`);
      await page.context().close();
    });

  for (const [noun, write] of [...WIDGETS].filter(([one]) => isTypical(one)))
    it(`A-04 <spass-${noun}> has few stops, and every control can be reached from one of them`, async () => {
      const path = `/${noun}`;
      const markup = write(new URL('/api', server.url).href).replace(
        /spass-(?:resource-list|explorer) /,
        '$&facets="" ',
      );
      const max = noun === 'explorer' ? MAX_EXPLORER_STOPS : MAX_WIDGET_STOPS;
      site.responses.set(path, pageOf(`<main>${markup}</main>`));
      const {page} = await openPage(browser, site.url + path, SCREEN);
      await scrollThrough(page);
      await page.evaluate(() => (document.querySelector('main')!.tabIndex = -1));
      const {count, unreached} = await reachAll(page, 2 * max);
      assert.ok(count <= max, `${String(count)} stops`);
      assert.deepEqual(unreached, []);
      await page.context().close();
    });

  it('A-04 a timeline has one stop for each of its projects, also those without a link', async () => {
    const {page} = await openPage(browser, undefined, SCREEN);
    await page.goto(new URL('/widgets/frise-programmes.html', server.url).href);
    await scrollThrough(page);
    await countStops(page, MAX_PAGE_STOPS);
    const stops = await page.evaluate(() => {
      const timeline = document.querySelector('spass-programme-timeline')!.shadowRoot!;
      return [...timeline.querySelectorAll('.bar')].map(
        bar => window.stops.filter(stop => bar.contains(stop)).length,
      );
    });
    assert.ok(stops.length >= 20, `${String(stops.length)} projects`);
    assert.deepEqual([...new Set(stops)], [1]);
    await page.context().close();
  });
});

/**
 * Presses Tab through a page, and arrow keys at each stop. Returns the number of stops, and the controls that were not
 * reached.
 */
async function reachAll(
  page: Page,
  maxPresses: number,
): Promise<{count: number; unreached: string[]}> {
  await recordStops(page);
  let count = 0;
  for (; count <= maxPresses; count++) {
    await page.keyboard.press('Tab');
    const kind = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (!focused || focused === document.body) return 'end';
      // In other fields arrows move the cursor, on a map they move the map.
      return focused.matches('a, button, [type=radio]') && !focused.closest('.map')
        ? 'control'
        : 'other';
    });
    if (kind === 'end') break;
    if (kind === 'control') for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
  }
  const unreached = await page.evaluate(() => {
    const controls: Element[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('a[href], summary, :is(button, input, select, textarea):enabled'))
          controls.push(element);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document.querySelector('main')!);
    const isReached = (element: Element): boolean =>
      window.stops.includes(element) ||
      // Markers are reached by their place, from the first one. A field for robots is hidden from people.
      element.closest('.map, [aria-hidden=true]') !== null;
    return controls
      .filter(element => element.checkVisibility({visibilityProperty: true}) && !isReached(element))
      .map(element => element.outerHTML.slice(0, 120));
  });
  return {count, unreached};
}
