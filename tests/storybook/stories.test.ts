import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {Browser} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {openStory, readStories, serveStories} from '../../scripts/pictures/stories.mjs';
import {launchChromium, type OpenPage, openPage} from '../pages/browser-fixture.js';
import {AXE_TAGS} from '../support/axe-tags.js';
import type {Declaration, Described, Manifest} from '../../stories/manifest.js';
import type {StorySettings} from './check-story.js';

/** All of A-01, in the published Storybook. */
const LANGUAGES = supportedLanguages();
const SCHEMES = ['light', 'dark', 'forced'] as const;
const WIDTHS = [1280, 320];

/** Under a separate name: Storybook's addon may be running another instance. */
const axe = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
window.ownAxe = window.axe;`;

const manifest = JSON.parse(
  readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'),
) as Manifest;
const elementOf = (tag: string): Declaration | undefined =>
  manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .find(({tagName}) => tagName === tag);
const names = (list: readonly Described[] = []): string[] => list.map(({name}) => name);

/** Runs in the page. */
const checkStory = (asked: StorySettings): Promise<string[]> =>
  (window as unknown as {inPage: typeof import('./check-story.js')}).inPage.checkStory(asked);

// One page per processor: each has its own process, and all are in the foreground.
describe('the Storybook', {concurrency: availableParallelism()}, () => {
  let browser: Browser;
  let inPage: string;
  let server: Awaited<ReturnType<typeof serveStories>>;
  before(async () => {
    const {outputFiles} = await build({
      entryPoints: [join(root, 'tests/storybook/check-story.ts')],
      bundle: true,
      format: 'iife',
      globalName: 'inPage',
      footer: {js: 'window.inPage = inPage;'},
      write: false,
    });
    inPage = outputFiles[0]?.text ?? '';
    server = await serveStories();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  const opened = async (run: (open: OpenPage) => Promise<void>): Promise<void> => {
    // Without animation: colours are measured after a change of scheme, not during it.
    const look = {locale: 'fr-FR', reducedMotion: 'reduce'} as const;
    const open = await openPage(browser, undefined, look);
    try {
      await open.page.addInitScript({content: axe + inPage});
      // Other hosts are recorded and get no response; no server is at the port that some stories use.
      const own = [new URL(server.url).origin, 'http://127.0.0.1:9'];
      const elsewhere: string[] = [];
      await open.page.route(
        ({protocol, origin}) => protocol.startsWith('http') && !own.includes(origin),
        route => {
          elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      await run(open);
      assert.deepEqual(elsewhere, []);
    } finally {
      await open.page.context().close();
    }
  };

  for (const story of readStories().stories)
    it(`A-01 A-13 ${story.title} › ${story.name}: no violation in any language, scheme and width`, () =>
      opened(async ({page, errors, console}) => {
        await page.setViewportSize({width: 1280, height: 900});
        await openStory(page, server.url, story);
        const holdsResponses = story.id.includes('--loading');
        const faults: string[] = [];
        // Colour scheme in the innermost loop: a language change reloads all records, a width change all boxes.
        for (const lang of LANGUAGES)
          for (const width of WIDTHS) {
            await page.setViewportSize({width, height: 900});
            for (const scheme of SCHEMES) {
              await page.emulateMedia({forcedColors: scheme === 'forced' ? 'active' : 'none'});
              const found = await page.evaluate(checkStory, {
                lang,
                scheme,
                holdsResponses,
                tags: AXE_TAGS,
              });
              faults.push(...found.map(one => `${lang}, ${scheme}, ${String(width)} px: ${one}`));
            }
          }
        assert.deepEqual(faults, []);
        // Some stories are about warnings of a widget or a failed picture.
        const said = console.filter(line => !/^<spass-|^Failed to load resource/.test(line));
        assert.deepEqual([errors, said], [[], []]);
      }));

  // A page that is not about a tag has no manifest.
  for (const {id, title} of readStories().docs.filter(page => page.id.startsWith('elements-')))
    it(`F-16 ${title}: the docs page has all entries of the manifest`, () =>
      opened(async ({page, errors}) => {
        await page.goto(`${server.url}iframe.html?viewMode=docs&id=${id}`);
        const table = page.locator('.docblock-argstable').first();
        await table.locator('td').first().waitFor();
        for (const closed of await table.locator('tr[title^=Show] button').all())
          await closed.click();
        const named = await table.locator('tbody tr td:first-child').allInnerTexts();
        const shown = named.map(text => text.trim());
        const tag = id.replace(/^elements-(.*)--docs$/, 'spass-$1');
        const element = elementOf(tag);
        assert.ok(element);
        assert.notEqual(names(element.attributes).length, 0);
        const properties = (element.members ?? []).filter(
          ({kind, privacy, static: ofClass}) =>
            kind === 'field' && !ofClass && (privacy ?? 'public') === 'public',
        );
        const told = [
          ...names(element.attributes),
          ...names(properties.filter(({attribute}) => !attribute)).map(name => `.${name}`),
          ...names(element.events),
          ...names(element.slots)
            .filter(name => name && name !== '-')
            .map(name => `<slot name="${name}">`),
          ...names(element.cssParts).map(name => `::part(${name})`),
          ...names(element.cssProperties),
        ];
        assert.deepEqual(
          told.filter(name => !shown.includes(name)),
          [],
        );
        assert.deepEqual(errors, []);
      }));

  it('F-16 has a page that measures the contrast of a selected colour', () =>
    opened(async ({page, errors}) => {
      await openStory(page, server.url, {id: 'tokens-and-skins-contrast--caue'});
      const pair = page.locator('[data-pair="--spass-ink --spass-background"]');
      await page.locator('[data-passes=true]').first().waitFor();
      assert.equal(await page.locator('[data-passes=false]').count(), 0, 'the skin itself passes');
      assert.match(await pair.innerText(), /^1\d\.\d\d ✓ passes$/);
      // Both colours are from WCAG's own examples: 4.48 does not meet 4.5.
      await page.getByLabel('--spass-background').fill('#ffffff');
      await page.getByLabel('--spass-ink').fill('#777777');
      assert.equal(await pair.innerText(), '4.47 ✗ fails');
      await page.getByLabel('--spass-ink').fill('#000000');
      assert.equal(await pair.innerText(), '21.00 ✓ passes');
      const widget = page.locator('spass-portal-cards');
      const ink = widget.evaluate(one => getComputedStyle(one).getPropertyValue('--spass-ink'));
      assert.equal(await ink, '#000000');
      assert.deepEqual(errors, []);
    }));

  it('has its drawings as files: a record has no data: URL', () =>
    opened(async ({page}) => {
      await openStory(page, server.url, {id: 'elements-compare--series'});
      await page.locator('spass-compare img').first().waitFor();
      const sources = await page
        .locator('spass-compare img')
        .evaluateAll(all => all.map(one => (one as HTMLImageElement).currentSrc));
      assert.deepEqual(
        sources.filter(source => !source.startsWith(server.url)),
        [],
      );
    }));

  it('F-16 logs the events of a widget, and shows axe results in a panel', () =>
    opened(async ({page, errors}) => {
      await page.setViewportSize({width: 1280, height: 900});
      await page.goto(`${server.url}?path=/story/elements-family-filter--default`);
      const story = page.frameLocator('#storybook-preview-iframe');
      await story.locator('spass-family-filter .acteur').first().click();
      await page.getByRole('tab', {name: /^Actions/}).click();
      await page.getByText('spass-filter-change').filter({visible: true}).first().waitFor();
      await page.getByRole('tab', {name: /^Accessibility/}).click();
      await page.getByRole('tab', {name: /Violations/}).waitFor();
      assert.deepEqual(errors, []);
    }));
});
