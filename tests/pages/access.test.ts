import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type Axe from 'axe-core';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {AXE_TAGS} from '../support/axe-tags.js';
import {unreviewed} from '../support/reviewed.js';
import {faultsOf, keyboardFaults, paperFaults, reflowFaults} from './access-checks.js';
import {launchChromium} from './harness.js';
import {checkMapAndList} from './map-list.js';
import {openGallery, show} from './story-gallery.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One story of each tag, with the most content; tests/long covers all. */
/** Files of stories that are not about a tag. */
const OTHERS = ['sources.stories.ts', 'tokens.stories.ts'];
const FILES = readdirSync(join(root, 'stories'))
  .filter(name => name.endsWith('.stories.ts') && !OTHERS.includes(name))
  .map(name => name.replace('.stories.ts', ''));
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

  for (const file of FILES) {
    const name = storyOf(file);

    it(`A-04 ${file}: Tab moves through it in order, with visible and uncovered focus, and out again`, async () => {
      await show(page, file, name);
      assert.deepEqual(await keyboardFaults(page), []);
    });

    it(`A-06 ${file}: nothing is cut off at 400 %, in large text or in spaced text`, async () => {
      await show(page, file, name);
      assert.deepEqual(await reflowFaults(page), []);
    });

    it(`A-12 ${file}: nothing moves with reduced motion, nor for long without it`, async () => {
      await show(page, file, name);
      assert.deepEqual(await faultsOf(page, 'movingThings'), []);
      assert.deepEqual(await faultsOf(page, 'movableThings'), []);
      await page.emulateMedia({reducedMotion: 'no-preference'});
      try {
        await show(page, file, name);
        assert.deepEqual(await faultsOf(page, 'lastingThings'), []);
      } finally {
        await page.emulateMedia({reducedMotion: 'reduce'});
      }
    });

    it(`A-15 ${file}: is printed with its text and URLs, without controls`, async () => {
      await show(page, file, name);
      assert.deepEqual(await paperFaults(page), []);
    });

    it(`A-01 A-04 A-13 A-16 ${file}: states and focus are visible in forced colours`, async () => {
      await page.emulateMedia({forcedColors: 'active'});
      try {
        await show(page, file, name);
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
            doubts: gallery.reviewed.doubtsOf(incomplete),
          };
        }, AXE_TAGS);
        assert.deepEqual([...faults.found, ...unreviewed(faults.doubts)], []);
        assert.deepEqual(await faultsOf(page, 'stateFaults'), []);
        assert.deepEqual(await faultsOf(page, 'familyFaults'), []);
        assert.deepEqual(await keyboardFaults(page), []);
      } finally {
        await page.emulateMedia({forcedColors: 'none'});
      }
    });
  }

  it('A-08 the list beside a map matches the map, for any records and filter', () =>
    checkMapAndList(page, 12));
});
