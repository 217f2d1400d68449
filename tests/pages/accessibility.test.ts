import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type Axe from 'axe-core';
import type {Browser, Page} from 'playwright-core';
import {AXE_TAGS} from '../support/axe-tags.js';
import {unreviewedResults} from '../support/axe-reviews.js';
import {tagStoryFiles} from '../support/story-files.js';
import {isTypical} from '../support/test-scope.js';
import {faultsOf, keyboardErrors, printErrors, reflowErrors} from './accessibility-checks.js';
import {launchChromium} from './browser-fixture.js';
import {checkMapAndList} from './check-map-and-list.js';
import {openGallery, showStory} from './story-gallery.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Story of a tag with the most content; tests/extended covers all. */
const storyOf = (file: string): string => (file === 'contribute' ? 'Tree' : 'Default');

describe('one story of each tag', {timeout: 300_000}, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchChromium();
    ({page} = await openGallery(browser, {reducedMotion: 'reduce'}));
    await page.evaluate(axe);
  });
  after(() => browser.close());

  for (const file of tagStoryFiles().filter(isTypical)) {
    const name = storyOf(file);

    it(`A-04 ${file}: Tab moves through it in order, with visible and uncovered focus, and out again`, async () => {
      await showStory(page, file, name);
      assert.deepEqual(await keyboardErrors(page), []);
    });

    it(`A-06 ${file}: nothing is cut off at 400 %, in large text or in spaced text`, async () => {
      await showStory(page, file, name);
      assert.deepEqual(await reflowErrors(page), []);
    });

    it(`A-12 ${file}: nothing moves with reduced motion, nor for long without it`, async () => {
      await showStory(page, file, name);
      assert.deepEqual(await faultsOf(page, 'runningAnimations'), []);
      assert.deepEqual(await faultsOf(page, 'animatedElements'), []);
      await page.emulateMedia({reducedMotion: 'no-preference'});
      try {
        await showStory(page, file, name);
        assert.deepEqual(await faultsOf(page, 'longAnimations'), []);
      } finally {
        await page.emulateMedia({reducedMotion: 'reduce'});
      }
    });

    it(`A-15 ${file}: is printed with its text and URLs, without controls`, async () => {
      await showStory(page, file, name);
      assert.deepEqual(await printErrors(page), []);
    });

    it(`A-01 A-04 A-13 A-16 ${file}: states and focus are visible in forced colours`, async () => {
      await page.emulateMedia({forcedColors: 'active'});
      try {
        await showStory(page, file, name);
        const faults = await page.evaluate(async tags => {
          const {gallery, axe: checker} = window as unknown as Window & {axe: typeof Axe};
          const {violations, incomplete} = await checker.run(gallery.place, {
            runOnly: tags,
            resultTypes: ['violations', 'incomplete'],
            elementRef: true,
          });
          return {
            found: violations.flatMap(({id, nodes}) =>
              nodes.map(({target}) => `${id}: ${target.join(' ')}`),
            ),
            doubts: gallery.reviewed.incompleteResults(incomplete),
          };
        }, AXE_TAGS);
        assert.deepEqual([...faults.found, ...unreviewedResults(faults.doubts)], []);
        assert.deepEqual(await faultsOf(page, 'stateViolations'), []);
        assert.deepEqual(await faultsOf(page, 'familyViolations'), []);
        assert.deepEqual(await keyboardErrors(page), []);
      } finally {
        await page.emulateMedia({forcedColors: 'none'});
      }
    });
  }

  it('A-08 the list beside a map matches the map, for any records and filter', () =>
    checkMapAndList(page, 12));
});
