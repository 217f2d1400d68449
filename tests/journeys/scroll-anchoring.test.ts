import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {apiResponses, pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {partsDrawn} from '../support/page-parts.js';
import {isComplete} from '../support/test-scope.js';
import {useSite} from '../pages/use-site.js';

const TEXT = `<p>${'Un texte de la commune, avant et après le composant. '.repeat(40)}</p>`;
/** The cards above everything else show fewer entries after each choice, in another height. */
const WIDGETS = `
  <spass-portal api="/api">
    <spass-portal-cards></spass-portal-cards>${TEXT}
    <spass-family-filter></spass-family-filter>${TEXT}
    <spass-resource-list facets="type theme"></spass-resource-list>${TEXT}
    <spass-programme-timeline></spass-programme-timeline>${TEXT}
    <spass-directory></spass-directory>
  </spass-portal>${TEXT}${TEXT}${TEXT}`;

/** Layouts of sites: the page scrolls, or a frame in a page of the window's height. */
const SITES = {
  'a page': `${TEXT}<main>${WIDGETS}</main>`,
  'a page of fixed height': `<style>html, body { height: 100% }</style>${TEXT}${WIDGETS}`,
  'a frame that scrolls': `<div style="height: 95vh; overflow-y: auto">${TEXT}${WIDGETS}</div>`,
};

interface Control {
  readonly name: string;
  find(page: Page): Locator;
  readonly key: string;
}

const CONTROLS: readonly Control[] = [
  {
    name: 'a family',
    find: page => page.locator('spass-family-filter').getByRole('button', {name: /^PROJET/}),
    key: 'Enter',
  },
  {
    name: 'a value of a facet',
    find: page => page.locator('spass-resource-list').getByRole('checkbox').first(),
    key: 'Space',
  },
  {
    name: 'the search field',
    find: page => page.locator('spass-resource-list').getByRole('searchbox'),
    key: 'z',
  },
  {
    name: 'a programme',
    find: page => page.locator('spass-programme-timeline button[aria-pressed]').first(),
    key: 'Enter',
  },
];

const topOf = (control: Locator): Promise<number> =>
  control.evaluate(element => element.getBoundingClientRect().top);

describe(
  'a control whose choice changes the height of the widgets above it',
  {timeout: 120_000},
  () => {
    const pages = Object.entries(SITES).map(([, html], i) => [`/${String(i)}`, pageOf(html)]);
    const fixture = useSite({...Object.fromEntries(pages), ...apiResponses('/api')});

    const layouts = isComplete ? Object.keys(SITES) : ['a page'];
    for (const [i, layout] of layouts.entries())
      for (const width of [320, 1280])
        for (const {name, find, key} of CONTROLS)
          it(`A-04 stays at its place in the window: ${name} in ${layout}, ${String(width)} px wide`, async () => {
            const {page} = await openPage(fixture.browser, `${fixture.site.url}/${String(i)}`, {
              viewport: {width, height: 700},
              reducedMotion: 'reduce',
            });
            await scrollThrough(page);
            const cards = page.locator('spass-portal-cards');
            const heightBefore = (await cards.boundingBox())!.height;
            // On a phone, the facets are closed.
            const opener = page.locator('spass-resource-list [aria-controls="facets"]');
            if (await opener.isVisible()) await opener.click();
            const control = find(page);
            await control.focus();
            await partsDrawn(page);
            const top = await topOf(control);
            await page.keyboard.press(key);
            await cards.evaluate(
              (element, before) =>
                new Promise<void>(resolve => {
                  new ResizeObserver(() => {
                    if (Math.abs(element.getBoundingClientRect().height - before) > 1) resolve();
                  }).observe(element);
                }),
              heightBefore,
            );
            await partsDrawn(page);
            assert.ok(
              Math.abs((await topOf(control)) - top) <= 1,
              `${String(await topOf(control))} px, was ${String(top)} px`,
            );
            await page.context().close();
          });
  },
);
