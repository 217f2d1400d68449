import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {guidePages} from '../../scripts/guide/pages.mjs';
import {root} from '../../scripts/setup.mjs';
import {isComplete, sample} from '../support/test-scope.js';
import {axeViolations, GUIDE, headingLevels, skippedLevels} from './demo-pages.js';
import {type OpenPage, openPage} from './browser-fixture.js';
import {addressesIn, linkChecker} from './links.js';
import {useDemo} from './use-demo.js';

const {files, pictures} = await guidePages();

/** Pages with every kind of element. */
const TYPICAL_PAGES = new Set([
  'index.html',
  'webmaster.html',
  'premier-composant.html',
  'composants/project-map.html',
]);
/** The only code of the pages: the search, and the widgets on the pages of the tags. */
const OWN_SCRIPTS =
  /<script (?:type="module" src="[./]*recherche\.js"|src="[./]*cdn\/spass-widgets\.js" defer)><\/script>/g;

describe('the guide', () => {
  const demo = useDemo();

  it('is served unchanged, with every picture', async () => {
    assert.ok(files.size >= 15, String(files.size));
    assert.ok(pictures.size >= 9, String(pictures.size));
    for (const [file, html] of files)
      assert.equal(await (await fetch(`${demo.url}guide/${file}`)).text(), html, file);
    for (const [from, to] of pictures) {
      const bytes = Buffer.from(await (await fetch(`${demo.url}guide/${to}`)).arrayBuffer());
      assert.ok(bytes.equals(readFileSync(join(root, from))), to);
    }
  });

  it('has pictures of less than 800 kB in total, each with alternative text', () => {
    const weights = [...pictures.keys()].map(from => readFileSync(join(root, from)).length);
    assert.ok(weights.reduce((sum, one) => sum + one, 0) < 800_000);
    for (const [file, html] of files)
      for (const [image] of html.matchAll(/<img [^>]*>/g))
        assert.match(image, /alt="[^"]{20,}"(?: data-year="\d+")? width="\d+" height="\d+"/, file);
  });

  it('has no broken link to a page, picture or heading', async () => {
    const check = linkChecker(`${demo.url}guide/`);
    for (const [file, html] of files)
      for (const address of addressesIn(html)) await check(address, file);
  });

  describe('the search', () => {
    const searchIn = async (page: Page, words: string): Promise<string> => {
      await page.getByRole('searchbox').fill(words);
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent);
      return page.locator('.resultats [role=status]').innerText();
    };

    it('is used by keyboard alone: a count, results, the page', async () => {
      const {
        page,
        errors,
        console: lines,
      } = await openPage(demo.browser, `${demo.url}guide/index.html`);
      assert.equal(await searchIn(page, 'zzyzx'), 'Aucun résultat pour «\u00a0zzyzx\u00a0».');
      assert.match(await searchIn(page, 'fond de carte commune'), /^\d+ résultats/);
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole('searchbox').press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      assert.match(await page.locator(':focus').innerText(), /fond de carte/);
      await page.keyboard.press('Escape');
      assert.equal(await page.getByRole('searchbox').inputValue(), '');
      assert.equal(await page.locator('.resultats a').count(), 0);
      await searchIn(page, 'wordpress');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/wordpress.html');
      assert.deepEqual([errors, lines], [[], []]);
      await page.context().close();
    });

    it('has its results in the place of the text, not over it, until they are closed', async () => {
      const {page} = await openPage(demo.browser, `${demo.url}guide/fond-de-carte.html`);
      const shown = (): Promise<string[]> =>
        page
          .locator('main > *')
          .evaluateAll(all => all.filter(one => one.clientHeight > 0).map(one => one.className));
      const before = await shown();
      for (const width of [1280, 320]) {
        await page.setViewportSize({width, height: 900});
        await searchIn(page, 'carte');
        assert.deepEqual(await shown(), ['resultats'], String(width));
        const [header, results] = [
          await page.locator('.bandeau').boundingBox(),
          await page.locator('.resultats').boundingBox(),
        ];
        assert.ok(header && results && results.y >= header.y + header.height, String(width));
        await page.locator('.resultats a').nth(2).focus();
        await page.keyboard.press('Escape');
        assert.equal(await page.locator(':focus').getAttribute('id'), 'recherche');
        assert.deepEqual(await shown(), before, String(width));
      }
      await page.goto(`${demo.url}guide/index.html`);
      await searchIn(page, 'carte');
      assert.deepEqual(await shown(), ['resultats']);
      await page.goto(`${demo.url}guide/fond-de-carte.html`);
      await searchIn(page, 'carte');
      await page.getByRole('button', {name: 'Revenir à la page'}).press('Enter');
      assert.equal(await page.locator(':focus').getAttribute('id'), 'recherche');
      assert.deepEqual(await shown(), before);
      await searchIn(page, 'carte montre sans fond');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/fond-de-carte.html#ce-que-la-carte-montre-sans-fond');
      assert.deepEqual(await shown(), before, 'a section of this very page');
      await page.context().close();
    });

    it('says that it could not be loaded, and works once the network is back', async () => {
      const {page} = await openPage(demo.browser, `${demo.url}guide/developers/agenda.html`);
      await page.context().setOffline(true);
      assert.match(await searchIn(page, 'calendar'), /could not be loaded/);
      await page.context().setOffline(false);
      await page.getByRole('searchbox').fill('');
      assert.match(await searchIn(page, 'calendar'), /^\d+ results?/);
      await page.context().close();
    });

    it('is not shown without JavaScript, where the page of a tag shows its content', async () => {
      const {page} = await openPage(demo.browser, undefined, {javaScriptEnabled: false});
      for (const file of ['index.html', 'composants/agenda.html', 'developers/agenda.html']) {
        await page.goto(`${demo.url}guide/${file}`);
        assert.equal(await page.getByRole('searchbox').isVisible(), false);
        assert.ok(await page.locator('#pages a').first().isVisible());
        if (file !== 'index.html') assert.ok(await page.locator('.exemple a').first().isVisible());
      }
      await page.context().close();
    });
  });

  it('opens with ways in and all tags, and no table', () => {
    const home = files.get('index.html') ?? '';
    assert.doesNotMatch(home, /<table/);
    const [, ways = ''] = /<h2 [^>]*>Que voulez-vous faire.*\n<ul>([^]*?)<\/ul>/.exec(home) ?? [];
    assert.equal(ways.split('<li>').length - 1, 4);
    assert.ok(home.indexOf('<h2') === home.indexOf('<h2 id="que-voulez-vous-faire"'));
    const [, tags = ''] = /<ul class="balises">([^]*?)<\/ul>/.exec(home) ?? [];
    const sheets = [...files.keys()].filter(file => file.startsWith('composants/'));
    for (const file of sheets) assert.ok(tags.includes(`href="${file}"`), file);
    assert.equal(tags.split('<li>').length - 1, sheets.length);
    const drawings = tags.match(/<svg class="vignette"[^]*?<\/svg>/g) ?? [];
    assert.equal(new Set(drawings).size, sheets.length, 'a drawing for each tag');
    assert.doesNotMatch(tags, /undefined|\[object/);
  });

  it('opens with a map on the first screen, beside its first sentence on wide screens', async () => {
    const {page} = await openPage(demo.browser, `${demo.url}guide/index.html`);
    for (const [width, height] of [
      [1280, 800],
      [320, 740],
    ] as const) {
      await page.setViewportSize({width, height});
      await page.locator('.scene [part~=marker], .scene [part~=cluster]').first().waitFor();
      const map = await page.locator('.scene [part~=map]').boundingBox();
      const sentence = await page.locator('.accueil > p').first().boundingBox();
      assert.ok(map && sentence);
      assert.ok(map.y + map.height / 2 < height, `${String(map.y)} at ${String(width)}`);
      assert.equal(map.x >= sentence.x + sentence.width, width === 1280);
    }
    await page.context().close();
  });

  it('has lists that end where its text does, each component with its tag below its name', async () => {
    const {page} = await openPage(demo.browser, `${demo.url}guide/index.html`);
    for (const width of [1280, 768]) {
      await page.setViewportSize({width, height: 900});
      const ends = await page
        .locator('.accueil > ul')
        .evaluateAll(all =>
          all.map(list =>
            Math.max(...[...list.children].map(one => one.getBoundingClientRect().right)),
          ),
        );
      assert.equal(ends.length, 5);
      assert.ok(Math.max(...ends) - Math.min(...ends) < 1, ends.join());
      const starts = await page
        .locator('.balises :is(a, code)')
        .evaluateAll(all => all.map(one => one.getBoundingClientRect().left));
      assert.equal(new Set(starts.map(Math.round)).size, 2, 'two columns');
    }
    await page.context().close();
  });

  it('has the widget of a tag on the first screen of a phone', async () => {
    const viewport = {width: 360, height: 740};
    const {page} = await openPage(demo.browser, `${demo.url}guide/composants/project-map.html`, {
      viewport,
    });
    const widget = await page.locator('spass-project-map').first().boundingBox();
    assert.ok(widget && widget.y < 0.75 * viewport.height, String(widget?.y));
    await page.context().close();
  });

  it('has the contents of a page before its first section, beside it on wide screens', async () => {
    const {page} = await openPage(demo.browser);
    for (const file of sample([
      'composants/story.html',
      'webmaster.html',
      'developers/agenda.html',
    ]))
      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({width, height: 900});
        if (width === 1280) await page.goto(`${demo.url}guide/${file}`);
        const contents = await page.locator('.sur-la-page').boundingBox();
        const section = await page.locator('.sur-la-page ~ h2').first().boundingBox();
        assert.ok(contents && section, file);
        assert.equal(await page.locator('h2 ~ .sur-la-page').count(), 0, file);
        if (width === 1280) assert.ok(contents.x >= section.x + section.width, file);
        else assert.ok(contents.y + contents.height <= section.y, file);
        assert.ok(
          contents.height < (width === 1280 ? 900 : 300),
          `${file} ${String(contents.height)}`,
        );
        const first = page.locator('.sur-la-page a').first();
        assert.equal(await first.innerText(), await page.locator('main h2').first().innerText());
      }
    await page.context().close();
  });

  // One context for all pages, which share style sheets and the search.
  describe('page by page', () => {
    let open: OpenPage;
    const asked: string[] = [];
    const failed: string[] = [];
    before(async () => {
      open = await openPage(demo.browser, undefined, {reducedMotion: 'reduce'});
      open.page.on('request', request => asked.push(request.url()));
      open.page.on('response', response => {
        if (response.status() >= 400) failed.push(response.url());
      });
    });
    after(() => open.page.context().close());

    const plainPages = new Set(
      sample(files.keys(), 9).filter(file => isComplete || !file.startsWith('composants/')),
    );
    for (const [file, html] of files) {
      // The sheets of the tags have one template.
      const isFurtherSheet = /^accessibilite\/spass-(?!agenda)/.test(file);
      if (!plainPages.has(file) && !TYPICAL_PAGES.has(file)) continue;
      const isTypical = isComplete ? !isFurtherSheet : TYPICAL_PAGES.has(file);
      const title = isTypical
        ? `A-01 A-06 A-11 ${GUIDE}${file} is accessible, and sends no request to other hosts`
        : `${GUIDE}${file} has ordered headings and no wide part, and sends no request to other hosts`;
      it(title, async () => {
        const {page, errors, console: lines} = open;
        assert.equal(/<script|<style| style=|\son\w+=/.exec(html.replace(OWN_SCRIPTS, '')), null);
        await page.setViewportSize({width: 1280, height: 900});
        await page.goto(`${demo.url}guide/${file}`);
        const schemes = file === 'index.html' ? (['dark', 'light'] as const) : (['light'] as const);
        for (const colorScheme of isTypical ? schemes : []) {
          await page.emulateMedia({colorScheme});
          assert.deepEqual(await axeViolations(page), [], colorScheme);
        }
        const levels = await headingLevels(page);
        assert.equal(levels.filter(level => level === 1).length, 1, 'one h1');
        assert.deepEqual(skippedLevels(levels), []);
        for (const width of [768, 320]) {
          await page.setViewportSize({width, height: 900});
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${String(wide)} px wide on a screen of ${String(width)}`);
        }
        // Lazy pictures load when scrolled near.
        for (const image of await page.locator('main img').all()) {
          await image.scrollIntoViewIfNeeded();
          await image.evaluate((element: HTMLImageElement) => element.decode());
        }
        assert.equal(await page.locator('#pages [aria-current=page]').count(), 1);
        assert.deepEqual([errors, lines, failed], [[], [], []]);
        const {origin} = new URL(demo.url);
        assert.deepEqual(
          asked.filter(url => new URL(url).origin !== origin),
          [],
        );
      });
    }
  });
});
