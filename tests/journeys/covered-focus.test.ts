import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {isComplete} from '../support/test-scope.js';
import {useSite} from '../pages/use-site.js';

/** Maximum number of tab stops of a page, so that a trap ends the walk. */
const MAX_STOPS = 400;

/** Returns the part of the focused element that something else covers; `end` if the page has no further stop. */
const coveredPart = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    /** Returns the topmost element at a point, across shadow roots. */
    const topAt = (x: number, y: number): Element | null => {
      let top = document.elementFromPoint(x, y);
      let inner = top?.shadowRoot?.elementFromPoint(x, y);
      while (inner && inner !== top) {
        top = inner;
        inner = top.shadowRoot?.elementFromPoint(x, y);
      }
      return top;
    };
    const parentOf = (node: Node): Node | null =>
      (node as Partial<Element>).assignedSlot ??
      (node instanceof ShadowRoot ? node.host : node.parentNode);
    const isWithin = (node: Node | null, ancestor: Node): boolean => {
      for (let at = node; at; at = parentOf(at)) if (at === ancestor) return true;
      return false;
    };
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'end';
    const words = (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();
    const name = `${document.activeElement?.localName ?? ''} ${element.localName} "${words.slice(0, 40)}"`;
    // A link of several lines has a box for each.
    for (const {left, top, right, bottom} of element.getClientRects()) {
      // Of a map, which has its own attribution over it, enough is seen.
      if (bottom - top > innerHeight * 0.4) continue;
      const inset = Math.min(4, (bottom - top) / 4);
      // Browsers scroll to the caret of a long text field, not to its box.
      const edges = element.localName === 'textarea' ? [] : [top + inset, bottom - inset];
      for (const y of [(top + bottom) / 2, ...edges])
        for (const x of [left + inset, (left + right) / 2, right - inset]) {
          if (y < 0 || y > innerHeight) return `${name}: out of sight`;
          const cover = topAt(x, y);
          if (cover && !isWithin(cover, element) && !isWithin(element, cover))
            return `${name}: covered by ${cover.localName}.${cover.className} ${cover.id}`;
        }
    }
    return undefined;
  });

/** Walks through a page with Tab, and back. Returns the stops that something covers, and the number of stops. */
async function coveredStops(
  page: Page,
): Promise<{readonly stopCount: number; readonly covered: readonly string[]}> {
  const covered: string[] = [];
  let stopCount = 0;
  for (const key of ['Tab', 'Shift+Tab'])
    for (let n = 0; n < MAX_STOPS; n++) {
      await page.keyboard.press(key);
      let part = await coveredPart(page);
      if (part === 'end') break;
      if (part) {
        // Code that has just loaded may move the page until the next frame.
        await page.evaluate(async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        });
        part = await coveredPart(page);
      }
      stopCount++;
      if (part) covered.push(`${key}: ${part}`);
    }
  return {stopCount, covered};
}

/** Story of the page's own sections, whose links the widget does not style. */
const OWN_STORY = `<spass-story id="own">${Array.from({length: 14}, (_, i) => i + 1)
  .map(
    n => `<section data-geo="50.${String(n + 30)},3.1" data-zoom="10"><h3>Étape ${String(n)}</h3>
      <p>${'Un long paragraphe sur le bassin minier et ses habitants. '.repeat(3)}
      <a href="#a${String(n)}">Le premier lien de l’étape ${String(n)}</a>
      ${'Les cités, les fosses et les terrils. '.repeat(4)}
      <a href="#b${String(n)}">Le deuxième lien, plus long que la ligne sur un téléphone</a></p></section>`,
  )
  .join('')}</spass-story>`;

/** Header that stays at the top of the window, as many sites have. */
const HEADER = `<header style="position: sticky; inset-block-start: 0; z-index: 99; block-size: 64px; background: #ddd">Ville</header>`;

describe('the focus below parts that stay while the page scrolls', {timeout: 120_000}, () => {
  const fixture = useSite({
    '/': pageOf(`${HEADER}<main>${allWidgets()}</main>`),
    '/story': pageOf(`<p>Une page</p><main>${OWN_STORY}</main>`),
    ...apiResponses('/api'),
  });

  const windows = [
    ['all widgets on a phone', '/', 320, 480, 120],
    ['a story on a phone', '/story', 320, 480, 90],
    ['all widgets in a low window', '/', 1280, 600, 120],
    // A window of 1280 by 1024 px, enlarged to 400 %.
    ['a story at 400 %', '/story', 320, 256, 90],
  ] as const;
  for (const [name, path, width, height, minStops] of windows.slice(0, isComplete ? 4 : 2))
    it(`A-04 is never covered, forwards and back: ${name}`, async () => {
      const {page} = await openPage(fixture.browser, `${fixture.site.url}${path}`, {
        viewport: {width, height},
        reducedMotion: 'reduce',
      });
      await scrollThrough(page);
      const {stopCount, covered} = await coveredStops(page);
      assert.deepEqual(covered, []);
      assert.ok(stopCount > minStops, `only ${String(stopCount)} stops`);
    });
});
