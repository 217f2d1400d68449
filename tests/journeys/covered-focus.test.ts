import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {coveredStops} from '../support/covered-focus.js';
import {isComplete} from '../support/test-scope.js';

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
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await startSite({
      '/': pageOf(`${HEADER}<main>${allWidgets()}</main>`),
      '/story': pageOf(`<p>Une page</p><main>${OWN_STORY}</main>`),
      ...apiResponses('/api'),
    });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
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
      const {page} = await openPage(browser, `${site.url}${path}`, {
        viewport: {width, height},
        reducedMotion: 'reduce',
      });
      await scrollThrough(page);
      const {stopCount, covered} = await coveredStops(page);
      assert.deepEqual(covered, []);
      assert.ok(stopCount > minStops, `only ${String(stopCount)} stops`);
    });
});
