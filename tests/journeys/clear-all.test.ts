import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {apiResponses, pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {partsDrawn} from '../support/page-parts.js';
import {isComplete} from '../support/test-scope.js';
import {useSite} from '../pages/use-site.js';

/** Widgets that a selection can empty, in the order of the page. */
const TAGS = [
  'portal-cards',
  'resource-list',
  'project-map',
  'programme-timeline',
  'agenda',
  'directory',
].map(noun => `spass-${noun}`);

const TEXT = `<p>${'Un texte de la commune, avant et après le composant. '.repeat(60)}</p>`;
const PAGE = pageOf(
  `${TEXT}<main><spass-portal api="/api">${TAGS.map(tag => `<${tag}></${tag}>`).join(TEXT)}</spass-portal></main>${TEXT}`,
);

/** Selects something that no record matches, in all widgets of the page. */
const emptyAll = (page: Page): Promise<void> =>
  page.evaluate(tag => {
    const widget = document.querySelector(tag) as unknown as {
      selection: {setFilter(filter: object): void};
    };
    widget.selection.setFilter({q: 'rien de tel'});
  }, TAGS[0]!);

/** Returns the text and the position of the focused element, or undefined if the page itself has the focus. */
const focusedBox = (page: Page): Promise<{text: string; top: number; bottom: number} | undefined> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!focused || focused === document.body) return undefined;
    const {top, bottom} = focused.getBoundingClientRect();
    return {text: focused.textContent.trim(), top, bottom};
  });

describe('the focus after “Tout effacer” in one of many linked widgets', {timeout: 120_000}, () => {
  const fixture = useSite({'/': PAGE, ...apiResponses('/api')});

  // The widgets above show their records again, and move the focused status line out of the window.
  const windows = [
    {width: 320, height: 640, tags: isComplete ? TAGS : ['spass-agenda', 'spass-resource-list']},
    {width: 1280, height: 800, tags: isComplete ? TAGS : ['spass-project-map']},
  ];
  for (const {width, height, tags} of windows)
    for (const tag of tags)
      it(`A-04 is in view: <${tag}> at ${String(width)} × ${String(height)} px`, async () => {
        const {page} = await openPage(fixture.browser, `${fixture.site.url}/`, {
          viewport: {width, height},
          reducedMotion: 'reduce',
        });
        await scrollThrough(page);
        await emptyAll(page);
        await partsDrawn(page);
        const button = page.locator(tag).getByRole('button', {name: 'Tout effacer'});
        await button.focus();
        await page.keyboard.press('Enter');
        await button.waitFor({state: 'hidden'});
        await partsDrawn(page);
        const box = await focusedBox(page);
        assert.ok(box, 'an element has the focus');
        assert.match(box.text, /^\d+ /, 'says what is shown');
        assert.ok(box.bottom - box.top > 20, 'is visible');
        assert.ok(box.top >= 0 && box.bottom <= height, `from ${box.top} to ${box.bottom} px`);
        await page.context().close();
      });
});
