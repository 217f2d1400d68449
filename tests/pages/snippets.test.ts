import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {scrollThrough} from './demo-pages.js';
import {reusePage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

/** Placeholder in the texts for a reader's own address. */
const PLACEHOLDER_URL = 'https://exemple.fr/';
const DATA = new Map([
  ['portail.json', 'data/portail.json'],
  ['fosse-1910.jpg', 'api/drawing-goriaux-then.svg'],
  ['etang-2026.jpg', 'api/drawing-goriaux-now.svg'],
  ...[
    'place-1900',
    'place-1900-petit',
    'place-1978',
    'place-1978-petit',
    'place-2026',
    'place-2026-petit',
  ].map(name => [`${name}.jpg`, 'api/drawing-goriaux-now.svg'] as const),
]);
/** Widgets that draw content of the page, pictures, sections, phases, the sheet of a project, and a form. */
const CONTENT_WIDGETS =
  'spass-compare [part=frame], spass-story [part=step], spass-project-progress [part=phase], spass-project [part=facts], spass-contribute form';

const snippets = [
  'README.md',
  'LISEZMOI.md',
  ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
    .sort(),
].flatMap(path =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^```html\n([\s\S]*?)^```/gm)]
    .map(([, html]) => String(html))
    .filter(html => html.includes('</spass-'))
    .map((html, index) => ({name: `${path}, ${index + 1}`, html})),
);

/** Script of a page into which a part of a page is pasted: without it, the test would wait forever. */
const SCRIPT = `<script src="${PLACEHOLDER_URL}cdn/spass-widgets.js" defer></script>`;

describe('a documented snippet', {timeout: 120_000}, () => {
  const demo = useDemo();

  it('exists', () => assert.ok(snippets.length >= 5));

  for (const {name, html} of snippets)
    it(`works unchanged: ${name}`, {timeout: 60_000}, async () => {
      const {page, console: lines, errors} = await reusePage(demo.browser);
      await page.route(`${PLACEHOLDER_URL}**`, async route => {
        const path = route.request().url().slice(PLACEHOLDER_URL.length);
        // Pictures are next to the document that names them.
        const beside = /^[\w-]+\.svg$/.test(path) ? `data/${path}` : path;
        const response = await route.fetch({url: demo.url + (DATA.get(path) ?? beside)});
        if (!path.startsWith('api/')) return route.fulfill({response});
        // The server's links contain the requested address.
        const body = (await response.text()).replaceAll(demo.url, PLACEHOLDER_URL);
        return route.fulfill({response, body});
      });
      await page.route(demo.url, route =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="fr"><head><title>Page</title><link rel="icon" href="data:,"></head><body><h1>Page</h1><h2>Collé</h2>${html.includes('<script') ? '' : SCRIPT}${html}</body></html>`,
        }),
      );
      await page.goto(demo.url);
      await scrollThrough(page);
      const widgets = page.locator(
        'spass-portal-cards, spass-resource-list, spass-project-map, spass-programme-timeline',
      );
      for (const widget of await widgets.all()) {
        const links = widget.locator('[part~=link]');
        assert.ok((await links.count()) > 0, await widget.evaluate(({localName}) => localName));
        assert.match(String(await links.first().getAttribute('href')), /^https?:/);
      }
      const own = await page.locator(CONTENT_WIDGETS).count();
      assert.ok((await widgets.count()) + own > 0);
      // A lazy picture may still be loading.
      await page.unrouteAll({behavior: 'wait'});
      assert.deepEqual([...errors, ...lines], []);
    });
});
