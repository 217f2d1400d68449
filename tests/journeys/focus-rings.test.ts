import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {allWidgets, apiResponses, pageOf} from '../pages/all-widgets.js';
import {focusRingErrors} from '../support/focus-rings.js';
import {isComplete} from '../support/test-scope.js';
import {openWholePage} from '../support/whole-page.js';
import {useSite} from '../pages/use-site.js';

describe('the focus ring on a page with all widgets', {timeout: 120_000}, () => {
  const fixture = useSite({'/': pageOf(allWidgets()), ...apiResponses('/api')});

  for (const width of isComplete ? [1280, 320] : [320])
    it(`A-04 shows on all sides of every stop, in ${String(width)} px`, async () => {
      const page = await openWholePage(fixture.browser, `${fixture.site.url}/`, width);
      const {stopCount, errors} = await focusRingErrors(page, fixture.browser);
      assert.deepEqual(errors, []);
      assert.ok(stopCount > 60, `only ${String(stopCount)} stops`);
      await page.close();
    });
});
