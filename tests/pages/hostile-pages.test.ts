import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {HOST_PAGES, openHostPage, widgetTexts} from './host-pages.js';
import {useSite} from './use-site.js';

// All of them, with comparison of the appearance: tests/extended/hostile-pages.test.ts.
const SAMPLE_HOSTS = [
  'Prototype 1.7.3',
  'MooTools 1.4.5',
  'extended prototypes',
  '* { all: unset !important }',
];

describe('on a page with', {timeout: 120_000}, () => {
  const fixture = useSite();
  let texts: Record<string, string> = {};
  before(async () => {
    const {page} = await openHostPage(fixture.browser, fixture.site, {});
    texts = await widgetTexts(page);
    await page.context().close();
  });

  for (const name of SAMPLE_HOSTS)
    it(`F-09 ${name} every widget has the same text`, {skip: HOST_PAGES[name]?.skip}, async () => {
      const {
        page,
        errors,
        console: lines,
      } = await openHostPage(fixture.browser, fixture.site, HOST_PAGES[name]!);
      assert.deepEqual([errors, lines], [[], []]);
      assert.deepEqual(await widgetTexts(page), texts);
      await page.context().close();
    });
});
