import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {focusRingErrors} from '../support/focus-rings.js';
import {isComplete} from '../support/test-scope.js';
import {openWholePage} from '../support/whole-page.js';
import {useSite} from '../pages/use-site.js';

const picture = (year: number): string =>
  `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='40'/%3E"
    alt="Le parc en ${year}" width="1200" height="200" data-year="${year}">`;

/** Projects whose bars have room for their names. Ends of the first are soft: the bar itself shows no focus. */
const LONG_PROJECTS = JSON.stringify({
  version: '1',
  programmes: [
    {id: 'p', title: 'Interreg V', generation: 'V', period: {start: '2014', end: '2020'}},
  ],
  projects: [
    {
      ...{id: 'canal', title: 'Canal', url: 'https://example.org/canal', programme: 'p'},
      ...{period: {start: '2014', end: '2020'}, datePrecision: 'circa'},
    },
    {
      ...{id: 'parc', title: 'Parc', text: 'Un parc entre deux villes.', programme: 'p'},
      period: {start: '2014', end: '2020'},
    },
  ],
});

describe('the focus ring on a page with all widgets', {timeout: 120_000}, () => {
  const fixture = useSite({
    '/': pageOf(allWidgets()),
    '/filled':
      pageOf(`<spass-programme-timeline api="/long.json" skin="caue"></spass-programme-timeline>
      <spass-compare skin="caue">${picture(1905)}${picture(2024)}</spass-compare>`),
    '/long.json': LONG_PROJECTS,
    ...apiResponses('/api'),
  });

  for (const width of isComplete ? [1280, 320] : [320])
    it(`A-04 shows on all sides of every stop, in ${String(width)} px`, async () => {
      const page = await openWholePage(fixture.browser, `${fixture.site.url}/`, width);
      const {stopCount, errors} = await focusRingErrors(page, fixture.browser);
      assert.deepEqual(errors, []);
      assert.ok(stopCount > 60, `only ${String(stopCount)} stops`);
      await page.close();
    });

  it('A-04 shows on all sides of names in bars, and of buttons that touch', async () => {
    const page = await openWholePage(fixture.browser, `${fixture.site.url}/filled`);
    assert.ok((await page.locator('.within .name').count()) > 0);
    const {stopCount, errors} = await focusRingErrors(page, fixture.browser);
    assert.deepEqual(errors, []);
    assert.ok(stopCount > 5, `only ${String(stopCount)} stops`);
    await page.close();
  });
});
