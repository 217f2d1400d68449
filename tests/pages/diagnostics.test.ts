import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openPage, pageWith} from './browser-fixture.js';
import {useSite} from './use-site.js';

describe('the box with configuration errors', {timeout: 60_000}, () => {
  const fixture = useSite({
    '/': pageWith(`
      <spass-resource-list diagnostics limit="?">[]</spass-resource-list>
      <spass-agenda diagnostics limit="?"></spass-agenda>
      <spass-project-progress diagnostics limit="?"></spass-project-progress>`),
  });

  it('has a frame on each widget, also if its code arrives before that of the widget', async () => {
    const {page} = await openPage(fixture.browser);
    // The code of the views waits for the boxes.
    await page.route(/spass-(agenda|project-progress|resource-list)\.js/, async route => {
      await page.locator('.diagnostics').nth(2).waitFor();
      await route.continue();
    });
    await page.goto(fixture.site.url);
    await page.evaluate(
      'Promise.all([...document.body.children].map(element => element.loadComplete))',
    );
    assert.deepEqual(
      await page
        .locator('.diagnostics')
        .evaluateAll(boxes => boxes.map(box => getComputedStyle(box).borderTopStyle)),
      ['dashed', 'dashed', 'dashed'],
    );
    await page.context().close();
  });
});
