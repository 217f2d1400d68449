import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isComplete} from '../support/test-scope.js';
import {reusePage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

const PAGES = [
  '/',
  '/commune.html',
  '/widgets/filtre-familles.html',
  '/widgets/portail-cartes.html',
  '/widgets/liste-ressources.html',
  '/widgets/carte-projets.html',
  '/widgets/frise-programmes.html',
  '/widgets/explorateur.html',
];
/** Cumulative layout shift; "good" is 0.1 (web.dev/articles/cls). */
const MAX_SHIFT = 0.01;
/** The height of one or two rows of unknown text cannot be predicted to the pixel. */
const MAX_SHIFT_BELOW_SHORT_LIST = 0.05;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** Returns a page as in the README, with a tag in the middle. */
const pageWith = (tag: string): string => `<!doctype html><html lang="fr"><head><title>Page</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/cdn/spass-widgets.css">
<script src="/cdn/spass-widgets.js" defer></script></head><body><h1>Les portails</h1>
${tag}</${tag.slice(1).split(' ', 1).join()}><p>Mairie, place de la République</p></body></html>`;

describe('layout stability', () => {
  const demo = useDemo();

  /** Checks the layout shift at some widths until all data have loaded. */
  async function checkShifts(
    path: string,
    body?: string,
    max = MAX_SHIFT,
    json?: object,
  ): Promise<void> {
    for (const width of [320, 768, 1280]) {
      const {page} = await reusePage(demo.browser, undefined, {viewport: {width, height: 800}});
      let release = (): void => undefined;
      const painted = new Promise<void>(resolve => (release = resolve));
      // The data arrive after the skeletons have been drawn.
      await page.route(/\/(api|data)\//, async route => {
        await painted;
        await (json ? route.fulfill({json}) : route.continue());
      });
      if (body !== undefined)
        await page.route(`**${path}`, route => route.fulfill({body, contentType: 'text/html'}));
      await page.goto(new URL(path, demo.url).href);
      const frames = () =>
        page.evaluate(
          () =>
            new Promise<void>(done =>
              requestAnimationFrame(() => requestAnimationFrame(() => done())),
            ),
        );
      await frames();
      release();
      await page.evaluate(async () => {
        for (const widget of document.querySelectorAll<HTMLElement>('*'))
          if (widget.localName.startsWith('spass-') && 'loadComplete' in widget)
            await widget.loadComplete;
      });
      await frames();
      const {value, moved} = await page.evaluate(async () => {
        const shifts: Shift[] = [];
        const observer = new PerformanceObserver(list => {
          shifts.push(...(list.getEntries() as Shift[]));
        });
        observer.observe({type: 'layout-shift', buffered: true});
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        // The nodes of a shadow root are not named.
        const box = ({x, y, width, height}: DOMRectReadOnly) =>
          `${width} × ${height} at ${x}, ${y}`;
        return {
          value: shifts.reduce((sum, shift) => sum + shift.value, 0),
          moved: shifts
            .flatMap(({sources}) => sources)
            .map(({previousRect, currentRect}) => `${box(previousRect)} → ${box(currentRect)}`),
        };
      });
      assert.ok(value <= max, `${value} at ${width} px: ${moved.join('; ')}`);
    }
  }

  for (const path of PAGES)
    it(`A-17 of ${path} is kept while widgets and their data load`, () => checkShifts(path));

  for (const width of [320, 600, 768, 1280])
    it(`A-17 of the explorer is kept at ${width} px if the code of its filter comes last`, async () => {
      const {page} = await reusePage(demo.browser, undefined, {viewport: {width, height: 800}});
      let release = (): void => undefined;
      const held = new Promise<void>(resolve => (release = resolve));
      await page.route('**/spass-family-filter.js', async route => {
        await held;
        await route.continue();
      });
      await page.goto(new URL('/widgets/explorateur.html', demo.url).href);
      const [card, button] = ['.card', 'spass-family-filter button'].map(part =>
        page.locator(part).first(),
      );
      await card!.waitFor();
      const before = await card!.boundingBox();
      release();
      await button!.waitFor();
      const after = await card!.boundingBox();
      assert.ok(Math.abs(after!.y - before!.y) <= 20, `${before!.y} → ${after!.y}`);
    });

  it('A-17 of an explorer is kept if its data have only resources', () => {
    const titles = ['L’Écluse', 'De Scheldemeersen', 'Réhabilitation d’une friche', undefined];
    const resources = Array.from({length: 40}, (_, id) => ({
      id,
      title: titles[id % titles.length],
    }));
    const body = pageWith('<spass-explorer api="/data/resources-only.json">');
    return checkShifts('/only.html', body, MAX_SHIFT_BELOW_SHORT_LIST, {resources});
  });

  for (const noun of ['portal-cards', 'resource-list'])
    for (const limit of isComplete ? [1, 3, 6, 12, 24] : [1, 12])
      it(`A-17 below <spass-${noun} limit="${limit}"> is kept`, () => {
        const body = pageWith(`<spass-${noun} api="/api" limit="${limit}">`);
        return checkShifts('/limit.html', body, limit > 6 ? MAX_SHIFT : MAX_SHIFT_BELOW_SHORT_LIST);
      });
});
