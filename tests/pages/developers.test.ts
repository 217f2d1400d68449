import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {EXAMPLES} from '../../scripts/developers/examples.mjs';
import {listPublicNames} from '../../scripts/docs/public-names.mjs';
import {root} from '../../scripts/setup.mjs';
import {checkDeveloperPage} from './developer-pages.js';
import {addressesIn, linkChecker} from './links.js';
import {useDemo} from './use-demo.js';

const folder = join(root, 'dist/guide/developers');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const PAGES = readdirSync(folder).filter(name => name.endsWith('.html'));

const manifest = JSON.parse(
  readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'),
) as object;
const NAMES = Object.entries(listPublicNames(manifest));

const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('the pages for developers', () => {
  const demo = useDemo();

  it('have an example of each tag', () => {
    const names = Object.keys(EXAMPLES).sort();
    assert.deepEqual(names, NAMES.map(([tag]) => tag).sort(), 'scripts/developers/examples.mjs');
  });

  it('describe each public name of each tag', () => {
    assert.equal(PAGES.length, NAMES.length + 2);
    for (const [tag, kinds] of NAMES) {
      const page = unescaped(read(`${tag.slice(6)}.html`));
      const {methods = [], events = [], slots = [], parts = []} = kinds;
      const {attributes = [], properties = [], customProperties = []} = kinds;
      const codes = [
        ...[...attributes, ...properties, ...events, ...slots.filter(Boolean), ...customProperties],
        ...parts.map(part => `::part(${part})`),
      ];
      const missing = [
        ...codes.filter(name => !page.includes(`<code>${name}</code>`)),
        ...methods.filter(name => !page.includes(`<code>${name}(`)),
      ];
      assert.deepEqual(missing, [], tag);
      for (const event of events)
        assert.ok(page.includes(`index.html#event-${event}`), `${event} of ${tag}`);
    }
  });

  it('show the accepted values and the default of an attribute', () => {
    const row = (page: string, name: string): string =>
      unescaped(
        new RegExp(`<tr><th scope="row"><code>${name}</code></th>.*`).exec(read(page))?.[0] ?? '',
      ).replace(/<[^>]*>/g, ' ');
    assert.match(row('resource-list.html', 'paging'), / more +pages +more /);
    assert.match(row('explorer.html', 'source'), /portal +document .*or other text/);
    assert.match(row('explorer.html', 'views'), /cards,list,map,timeline/);
    assert.match(row('resource-list.html', 'facets'), / family,section,type,theme,commune,year /);
    assert.match(row('project-map.html', 'zoom'), /number +none/);
  });

  it('show the very files that the apps of the tests are built from', () => {
    const snippets = readdirSync(join(root, 'dist/snippets'), {
      recursive: true,
      withFileTypes: true,
    }).filter(entry => entry.isFile());
    assert.equal(snippets.length, NAMES.length * 7);
    const all = PAGES.map(read).map(unescaped);
    for (const {parentPath, name} of snippets) {
      const code = readFileSync(join(parentPath, name), 'utf8');
      assert.ok(
        all.some(page => page.includes(`<code>${code}</code>`)),
        `${parentPath}/${name}`,
      );
    }
    for (const path of ['react/App.tsx', 'next/app/widgets.tsx', 'angular/src/app.component.ts'])
      assert.ok(
        unescaped(read('frameworks.html')).includes(
          readFileSync(join(root, 'tests/apps', path), 'utf8'),
        ),
        path,
      );
  });

  it('have no broken link, nor has llms.txt', async () => {
    const check = linkChecker(`${demo.url}guide/developers/`);
    for (const page of PAGES)
      for (const address of addressesIn(read(page).replace(/<pre[\s\S]*?<\/pre>/g, '')))
        await check(address, page);
    const links = [...read('llms.txt').matchAll(/\]\(([^)]*)\)/g)];
    assert.ok(links.length > NAMES.length);
    for (const [, address = ''] of links) await check(address, 'llms.txt');
  });

  it('have their content as one text, for language models', () => {
    const text = read('llms-full.txt');
    for (const [tag, {attributes = []}] of NAMES) {
      const section = text.slice(text.indexOf(`\n## <${tag}>`)).split('\n## ')[1] ?? '';
      for (const name of attributes) assert.ok(section.includes(`- \`${name}\` (`), name);
    }
    assert.doesNotMatch(text, /\{\{\w|&lt;/);
  });

  // All of them in tests/extended/developers.test.ts.
  it('A-01 A-06 A-11 are accessible on screens, in the dark and on paper', () =>
    checkDeveloperPage(demo.browser, `${demo.url}guide/developers/resource-list.html`));
});
