import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession} from 'playwright-core';
import {apiResponses, PORTAL_DOCUMENT, WIDGETS} from './all-widgets.js';
import {launchChromium, type OpenPage, type Site, startSite} from './browser-fixture.js';
import {
  addAndRemove,
  assertLeavesNothing,
  addAndRemoveEach,
  countElements,
  moveRepeatedly,
  openInstrumentedPage,
} from './held-resources.js';
import {isComplete} from '../support/test-scope.js';

// A thousand times each, with heap measurement: tests/extended/memory-leaks.test.ts.
const RUNS = 12;
/** Number of sources in the cache, each opened by another element. */
const SOURCES = 6;

const FEATURES = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {type: 'Feature', properties: {nom: 'Mare'}, geometry: {type: 'Point', coordinates: [3, 50]}},
  ],
});

/** Launches a browser that no other suite has used: what they have left would be counted. */
const launchOwnChromium = () => launchChromium({});

describe('a widget added and removed repeatedly', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;
  let opened: OpenPage & {cdp: CDPSession};
  before(async () => {
    browser = await launchOwnChromium();
    site = await startSite();
    opened = await openInstrumentedPage(browser, site);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const nouns = isComplete ? WIDGETS.keys() : ['resource-list', 'project-map', 'explorer'];
  for (const noun of nouns)
    it(`F-07 leaves nothing of <spass-${noun}> behind, also when it is moved`, async () => {
      const {page, errors} = opened;
      await addAndRemove(page, noun, 3);
      await moveRepeatedly(page, noun, 3);
      await assertLeavesNothing(
        opened,
        () => addAndRemove(page, noun, RUNS),
        'after it came and went',
      );
      let height = 0;
      await assertLeavesNothing(
        opened,
        async () => (height = await moveRepeatedly(page, noun, RUNS)),
        'after it was moved',
      );
      assert.ok(height > 0, 'it is there after its moves');
      assert.deepEqual(errors, []);
    });
});

describe('removed widgets, each with its own source', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchOwnChromium();
    site = await startSite();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const list =
    (attributes: string) =>
    (api: string): string =>
      `<spass-resource-list ${attributes.replaceAll('*', api)}></spass-resource-list>`;

  for (const [name, contents] of [
    ['every tag', [...WIDGETS.values()]],
    [
      'every kind of source',
      [
        list('api="*.json"'),
        list('api="*.geojson" source="geojson" fields="title"'),
        list('api="* *.geojson" source="portal geojson"'),
        list('api="*/none" source="tabular"'),
        list('api="*" departement="59" places="*/none" link-origin="https://a.example"'),
      ],
    ],
  ] as const)
    it(`F-07 are no longer in memory: ${name}`, async () => {
      const {page, cdp, errors} = await openInstrumentedPage(browser, site);
      for (const [i, write] of contents.entries()) {
        const apis = [...Array(SOURCES).keys()].map(n => `/api-${i}-${n}`);
        for (const api of apis) {
          for (const [path, reply] of Object.entries(apiResponses(api)))
            site.responses.set(path, reply);
          site.responses.set(`${api}.json`, PORTAL_DOCUMENT);
          site.responses.set(`${api}.geojson`, FEATURES);
        }
        await addAndRemoveEach(page, apis.map(write));
      }
      const counts = Object.entries(await countElements(page, cdp));
      // The browser itself retains one or two: in its style cache, and the last form of the page.
      assert.deepEqual(
        counts.filter(([, count]) => count > SOURCES / 2),
        [],
      );
      assert.deepEqual(errors, []);
      await page.context().close();
    });
});
