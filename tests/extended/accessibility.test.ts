import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {findProgram, root} from '../../scripts/setup.mjs';
import {
  faultsOf,
  keyboardErrors,
  printErrors,
  reflowErrors,
} from '../pages/accessibility-checks.js';
import {launchChromium} from '../pages/browser-fixture.js';
import {prepareToPrint} from '../pages/print-page.js';
import {checkMapAndList} from '../pages/check-map-and-list.js';
import {openGallery, resetGallery, showStory} from '../pages/story-gallery.js';
import {htmlPage} from '../support/flat-tree.js';
import {installChecker} from './nu-checker.js';
import {readStoryNames} from './read-story-names.js';

const reader = readFileSync(
  join(root, 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js'),
  'utf8',
);
/** Roles that need a name, in a line of an accessibility tree that has none. */
const NAMELESS =
  /^ *- (?:button|checkbox|combobox|dialog|form|heading|img|link|navigation|option|radio|region|searchbox|slider|spinbutton|tab|textbox)(?: \[[^\]]*\])*:?$/;
/** A group may start with its text instead: a disclosure, or the fields of a named form. */
const NAMELESS_GROUP = /^ *- group:\n *- (?!text:).*/gm;

/** Stories about appearance, not about a state. */
const APPEARANCE_STORIES =
  /^(?:Narrow\w*|Medium|Dark|Dsfr|Caue|CaueDark|DetailDark|Low|Many\w*|LongWords)$/;
/**
 * Stories that other tests cover: those with ten thousand places, and a poster that ends its texts in an ellipsis,
 * whatever its size.
 */
const OTHER_STORIES = new Set(['project-map Many', 'layer Many', 'project PosterOverfull']);

/** Returns the output of a screen reader from the top to the end of a page. */
async function screenReaderOutput(page: Page, markup: string): Promise<string[]> {
  await page.setContent(htmlPage('fr', `<main>${markup}</main>`));
  return page.evaluate(async source => {
    const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    const {virtual} = (await import(url)) as {
      virtual: {
        start(options: object): Promise<void>;
        next(): Promise<void>;
        lastSpokenPhrase(): Promise<string>;
        spokenPhraseLog(): Promise<string[]>;
        stop(): Promise<void>;
      };
    };
    const container = document.querySelector('main');
    await virtual.start({container});
    for (let n = 0; n < 2000; n++) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === 'end of main') break;
    }
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said;
  }, reader);
}

describe('every story', {timeout: 1_800_000}, () => {
  let browser: Browser;
  let page: Page;
  let listener: Page;
  const pages = new Map<string, string>();
  before(async () => {
    browser = await launchChromium();
    ({page} = await openGallery(browser, {reducedMotion: 'reduce'}));
    listener = await (await browser.newContext({locale: 'fr-FR'})).newPage();
    await listener.goto('about:blank');
  });
  after(() => browser.close());

  for (const {file, names} of readStoryNames()) {
    for (const name of names.filter(story => !OTHER_STORIES.has(`${file} ${story}`)))
      it(`A-04 A-06 A-12 A-15 ${file} › ${name}: by keyboard, enlarged, with reduced motion, printed`, async () => {
        await showStory(page, file, name);
        const faults = [
          ...(await faultsOf(page, 'runningAnimations')),
          ...(await faultsOf(page, 'animatedElements')),
          ...(await keyboardErrors(page)),
          ...(await reflowErrors(page)),
          ...(await printErrors(page)),
        ];
        assert.deepEqual(faults, []);
        pages.set(
          `${file}-${name}`,
          await page.evaluate(() => window.gallery.flat.serializeFlatTree(window.gallery.place)),
        );
      });

    it(`A-19 ${file}: a screen reader reads each state to its end, and all that needs a name has one`, async () => {
      for (const name of names.filter(story => !APPEARANCE_STORIES.test(story))) {
        // A draft stays in the page's memory for the next form with the same name.
        await resetGallery(page);
        await showStory(page, file, name);
        const tree = await page.locator('main').ariaSnapshot();
        const nameless = [
          ...tree.split('\n').filter(line => NAMELESS.test(line)),
          ...(tree.match(NAMELESS_GROUP) ?? []),
        ];
        assert.deepEqual(nameless, [], name);
        const markup = await page.evaluate(() => {
          const {flat, place} = window.gallery;
          return flat.serializeFlatTree(place, element => !flat.isVisible(element));
        });
        const phrases = await screenReaderOutput(listener, markup);
        assert.equal(phrases.at(-1), 'end of main', name);
        assert.deepEqual(
          phrases.filter(phrase => /\b(?:undefined|null|NaN)\b|\[object/.test(phrase)),
          [],
          name,
        );
      }
    });
  }

  it('A-08 200 sets of records: the list beside a map matches the map', () =>
    checkMapAndList(page, 200));

  it('A-18 is valid for the Nu checker, shadow trees included', context => {
    const java = findProgram(['java']);
    if (!java) {
      context.skip('needs Java');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'markup-'));
    try {
      // The checker does not know `part`, which CSS Shadow Parts defines for every element. The gallery loads pictures at
      // once that a page loads when they come into view.
      for (const [name, markup] of pages)
        writeFileSync(
          join(folder, `${name}.html`),
          htmlPage(
            'fr',
            markup.replace(/ part="[^"]*"/g, '').replaceAll('loading="eager"', 'loading="lazy"'),
          ),
        );
      const options = ['--errors-only', '--format', 'json', '--exit-zero-always', folder];
      const {stdout, stderr} = spawnSync(java, ['-jar', installChecker(), ...options], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      const {messages} = JSON.parse(stderr || stdout) as {
        messages: {message: string; extract?: string; url?: string}[];
      };
      const faults = messages.map(
        ({message, extract = '', url = ''}) =>
          `${message} ${url.replace(/.*\//, '')}: ${extract.replace(/\s+/g, ' ')}`,
      );
      assert.ok(pages.size > 100, 'the stories have been drawn');
      assert.deepEqual([...new Set(faults)], []);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });

  it('A-15 is printed with every title and URL on the screen', async context => {
    const pdftotext = findProgram(['pdftotext']);
    if (!pdftotext) {
      context.skip('needs pdftotext');
      return;
    }
    const squeeze = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');
    for (const [file, name] of [
      ['agenda', 'Default'],
      ['directory', 'Default'],
      ['portal-cards', 'Default'],
      ['programme-timeline', 'Default'],
      ['project-map', 'Default'],
      ['project-progress', 'Default'],
      ['resource-list', 'Default'],
      ['story', 'Default'],
    ] as const) {
      await showStory(page, file, name);
      const wanted = await page.evaluate(() => {
        const {flat, place} = window.gallery;
        const links = flat
          .flatDescendants(place)
          .filter(
            element => element.matches('[part~=link], [part~=title]') && flat.isVisible(element),
          );
        return links.flatMap(link => [
          link.textContent.trim(),
          // Notes at the end of the page leave out the scheme.
          ...(/^https?:\/\/(.+)/.exec(link.getAttribute('href') ?? '')?.slice(1) ?? []),
        ]);
      });
      await prepareToPrint(page);
      const pdf = await page.pdf({format: 'A4'});
      const {stdout} = spawnSync(pdftotext, ['-raw', '-', '-'], {input: pdf, maxBuffer: 2 ** 26});
      const paper = squeeze(stdout.toString());
      assert.ok(wanted.length > 0, file);
      assert.deepEqual(
        wanted.filter(words => !paper.includes(squeeze(words))),
        [],
        file,
      );
    }
  });
});
