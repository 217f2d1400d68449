import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {
  demoPages,
  headingLevels,
  renderedText,
  skippedLevels,
  scrollThrough,
} from './demo-pages.js';
import {sample} from '../support/test-scope.js';
import {caveatsIn, notes} from '../support/caveats.js';
import {openPage, reusePage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

/** Page with servers that misbehave on purpose, and the console messages allowed there. */
const FAULTY_PAGE = '/widgets/etats.html';
const EXPECTED_MESSAGES = [
  /\/faulty\/(html|hostile|one-bad|500)\//,
  /\/old\/|https:\/\/portail-voisin\.example/,
  /there is no api attribute/,
  /status of 50[03]/,
];
/** Pages that try widgets without fallback content. */
const PAGES_WITHOUT_FALLBACK = [FAULTY_PAGE, '/charge.html'];

const TAGS = readdirSync(join(root, 'src/define'))
  .filter(file => !['all.ts', 'portal.ts'].includes(file))
  .map(file => `spass-${file.replace('.ts', '')}`);

describe('the demo', () => {
  const demo = useDemo();
  const at = (path: string) => new URL(path, demo.url).href;

  const checked = new Set([...sample(demoPages.keys(), 6), FAULTY_PAGE]);
  for (const path of checked) {
    it(`A-06 A-11 E-02 S-04 ${path} meets the requirements for our pages`, async () => {
      const {
        page,
        console: lines,
        errors,
      } = await reusePage(demo.browser, undefined, {
        viewport: {width: 1280, height: 900},
      });
      const asked: string[] = [];
      const failed: string[] = [];
      page.on('request', request => asked.push(request.url()));
      page.on('requestfailed', request => {
        // A map gives up tiles that a change of its width has moved out of view.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
      });
      page.on('response', response => {
        if (response.status() >= 400) failed.push(response.url());
      });
      await page.goto(at(path));
      await scrollThrough(page);

      for (const width of [1280, 768, 320]) {
        await page.setViewportSize({width, height: 900});
        const {wide, below} = await page.evaluate(() => {
          const {scrollWidth: wide, scrollHeight, clientHeight} = document.documentElement;
          const bottom = document.body.getBoundingClientRect().bottom + scrollY;
          return {wide, below: scrollHeight - Math.max(bottom, clientHeight)};
        });
        assert.ok(wide <= width, `${wide} px wide on a screen of ${width}`);
        assert.ok(below < 1, `${below} empty px below the page on a screen of ${width}`);
      }
      const large = await page.evaluate(() => {
        const root = document.documentElement;
        root.style.fontSize = `${String(2 * parseFloat(getComputedStyle(root).fontSize))}px`;
        const {scrollWidth} = root;
        root.style.fontSize = '';
        return scrollWidth;
      });
      assert.ok(large <= 320, `${large} px wide on a screen of 320 with text of 200 %`);
      await page.setViewportSize({width: 1280, height: 900});

      const text = await renderedText(page);
      assert.deepEqual(caveatsIn(text), [], 'no caveat of the people who collected the data');
      for (const [key, note] of Object.entries(notes)) assert.ok(!text.includes(note), key);

      const levels = await headingLevels(page);
      assert.equal(levels.filter(level => level === 1).length, 1, 'one h1');
      assert.deepEqual(skippedLevels(levels), []);

      const isExpected = (line: string) =>
        path === FAULTY_PAGE && EXPECTED_MESSAGES.some(pattern => pattern.test(line));
      assert.deepEqual(errors, []);
      assert.deepEqual(
        lines.filter(line => !isExpected(line)),
        [],
      );
      assert.deepEqual(
        failed.filter(url => !isExpected(url)),
        [],
      );
      const {origin} = new URL(demo.url);
      assert.deepEqual(
        asked.filter(url => new URL(url).origin !== origin),
        [],
      );
      const data = asked.filter(url =>
        /^\/(api|data|faulty|fichiers|made|ods|ogc|openagenda|tabular|wp)\b/.test(
          new URL(url).pathname,
        ),
      );
      assert.ok(data.length > 0);
      // An archive is requested in parts.
      const whole = data.filter(url => !url.endsWith('.pmtiles'));
      const twice = whole.filter((url, i) => whole.indexOf(url) !== i);
      assert.deepEqual(
        twice.filter(url => !isExpected(url)),
        [],
        'each question once',
      );
      const kept = await page.evaluate(() => [
        document.cookie,
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
      ]);
      assert.deepEqual(kept, ['']);
    });
  }

  for (const path of sample(demoPages.keys(), 6))
    it(`A-17 ${path} is readable without scripts`, async () => {
      const {
        page,
        errors,
        console: lines,
      } = await reusePage(demo.browser, at(path), {
        javaScriptEnabled: false,
        viewport: {width: 320, height: 900},
      });
      assert.ok(await page.getByRole('heading', {level: 1}).isVisible());
      // The content of a layer is drawn by the surrounding map, which has the links.
      const widgets = page.locator(TAGS.filter(tag => tag !== 'spass-layer').join());
      assert.ok((await widgets.count()) > 0);
      if (!PAGES_WITHOUT_FALLBACK.includes(path))
        for (const widget of await widgets.all()) {
          // Content of the page itself, pictures or phases, counts in place of links.
          const own = widget.locator('a, img, li').first();
          assert.ok(await own.isVisible(), await widget.innerHTML());
        }
      for (const group of await page.locator('#pages summary').all()) await group.click();
      const hidden = await page
        .locator('#pages a')
        .evaluateAll(links => links.filter(link => !link.checkVisibility()).map(String));
      assert.deepEqual([...hidden, ...errors, ...lines], []);
    });

  it('changes the language of its excerpt on a click', async () => {
    const {page, console: lines} = await openPage(demo.browser, at('/widgets/langues.html'));
    await scrollThrough(page);
    const filter = page.locator('#extrait spass-family-filter');
    assert.ok(await filter.getByText('En réseau').isVisible());
    await page.getByRole('button', {name: 'Nederlands'}).click();
    await filter.getByText('In een netwerk').first().waitFor();
    assert.equal(
      await page.getByRole('button', {name: 'Nederlands'}).getAttribute('aria-pressed'),
      'true',
    );
    assert.deepEqual(lines, []);
    await page.context().close();
  });

  it('shows a complete network at its URL', async () => {
    const {page} = await openPage(demo.browser, at('/?portal.family=projet'));
    await scrollThrough(page);
    const cards = page.locator('spass-portal-cards[layout=une]');
    assert.equal(await cards.locator('[part~=card]').count(), 3);
    assert.ok(await cards.getByText('Raismes').first().isVisible());
    await page.context().close();
  });
});
