import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {drupalFilter} from '../../scripts/docs/drupal-filter.mjs';
import {anchor} from '../../scripts/guide/pages.mjs';
import {root} from '../../scripts/setup.mjs';
import {ItemsSource} from '../../src/data/sources/document/document.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {readRecipes} from '../support/recipes.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const DOCS = readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.md'))
  .map(name => `docs/${name.replaceAll('\\', '/')}`)
  .sort();
const GUIDE = DOCS.filter(path => /^docs\/guide\/[^/]*$/.test(path));
const PAGES = [
  'README.md',
  'LISEZMOI.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...DOCS,
];
const FRENCH = ['LISEZMOI.md', 'docs/webmaster.md', 'docs/content-security-policy.md', ...GUIDE];
const TWINS = ['README.md', 'LISEZMOI.md'] as const;

const FOLDERS = ['bench', 'configurator', 'demo', 'docs', 'integrations', 'scripts', 'src', 'stories', 'tests']; // prettier-ignore
const LAYERS = readdirSync(join(root, 'src'), {withFileTypes: true})
  .filter(entry => entry.isDirectory())
  .map(({name}) => name);

/** Paths of all files and folders in `FOLDERS`. */
const REPOSITORY_PATHS = FOLDERS.flatMap(folder => [
  folder,
  ...readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => !name.includes('node_modules'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
]);

/** Other pages that name files. */
const OTHER_PAGES = ['bench/README.md']
  .concat(REPOSITORY_PATHS.filter(path => /^demo\/.*\.md$/.test(path)))
  .filter(path => existsSync(join(root, path)));

/** Files that the recipes of CONTRIBUTING.md write. */
const NEW_FILES = new Set(
  readRecipes().flatMap(({blocks}) => blocks.flatMap(one => (one.isChange ? [] : one.path))),
);

/** Returns true if a code span is a path of the repository, or the name of one of its scripts or modules. */
const isRepositoryPath = (text: string): boolean => {
  const [first = '', ...others] = text.split('/');
  if (others.length === 0) return /^[\w.-]+\.(?:ts|mjs)$/.test(text);
  return [...FOLDERS, ...LAYERS].includes(first) && !/[{}()=:]/.test(text);
};

/**
 * Returns true if a path exists, relative to the root or to src/. A file name alone may be in any folder; in a page
 * outside docs/, in a folder below the page's. `*` and `<…>` stand for any characters.
 */
const existsInRepository = (path: string, page: string): boolean => {
  if (page === 'CONTRIBUTING.md' && NEW_FILES.has(path)) return true;
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\*|<[^>]*>/g, '[^/]*');
  const pageFolder = /^(?:demo|bench)/.test(page) ? `${dirname(page)}/` : '';
  const parent = path.includes('/') ? '(?:src/|tests/)?' : `${pageFolder}(?:.*/)?`;
  const expression = new RegExp(`^${parent}${pattern}$`);
  return REPOSITORY_PATHS.some(name => expression.test(name)) || existsSync(join(root, path));
};

/** Returns the fenced code blocks of a page, as language and text. */
const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
    ([, language, code]) => `${language}\n${code}`,
  );

/** Returns the text without code. */
const prose = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '`');

const headings = (text: string): readonly string[] =>
  [...prose(text).matchAll(/^(#+) /gm)].map(([, marks]) => String(marks));

/** Returns the first column of each table row, if it is code. */
const firstColumn = (text: string): readonly string[] =>
  [...text.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => String(cell));

describe('the documentation of the package', () => {
  it('has the same content in English and in French', () => {
    const [english, french] = TWINS.map(read) as [string, string];
    assert.deepEqual(headings(french), headings(english), 'headings');
    assert.deepEqual(blocks(french), blocks(english), 'snippets');
    assert.deepEqual(firstColumn(french), firstColumn(english), 'tables');
    const files = (text: string) =>
      [...text.matchAll(/\]\(([^)#]+)/g)]
        .map(([, path]) => path)
        .filter(path => !path?.includes('://'));
    const twin = (path: string) => path.replace(/README|LISEZMOI/, 'twin');
    assert.deepEqual(
      new Set(files(french).map(path => twin(String(path)))),
      new Set(files(english).map(path => twin(String(path)))),
      'links',
    );
  });

  for (const path of PAGES)
    it(`${path} has no broken link`, () => {
      for (const [, target = ''] of read(path).matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file = '', hash] = target.split('#');
        const name = file ? join(dirname(path), file) : path;
        assert.ok(existsSync(join(root, name)), `${target} of ${path}`);
        if (hash === undefined) continue;
        const text = read(name).replace(/^```[\s\S]*?^```/gm, '');
        const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, words]) => anchor(String(words)));
        assert.ok(anchors.includes(hash), `${target} of ${path}: ${anchors.join(' ')}`);
      }
    });

  for (const path of [...PAGES, ...OTHER_PAGES])
    it(`${path} names only files and folders that exist`, () => {
      const text = read(path).replace(/^```[\s\S]*?^```/gm, '');
      const missing = [...text.matchAll(/`([^`\s]+)`/g)]
        .map(([, name = '']) => name)
        .filter(name => isRepositoryPath(name) && !existsInRepository(name, path));
      assert.deepEqual(missing, []);
    });

  it('names existing commands', () => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
    // npm's built-in commands are known.
    const known = new Set([
      ...Object.keys(scripts),
      'audit',
      'ci',
      'deprecate',
      'install',
      'publish',
      'sbom',
    ]);
    let named = 0;
    for (const path of PAGES)
      for (const [, script = ''] of read(path).matchAll(/`npm (?:run )?([\w:-]+)/g)) {
        assert.ok(known.has(script), `npm run ${script}, in ${path}`);
        named++;
      }
    assert.ok(named >= 8);
  });

  it('names every tag, and no other', () => {
    const tags = readdirSync(join(root, 'src/define'))
      .filter(name => name !== 'all.ts')
      .map(name => `spass-${name.slice(0, -3)}`);
    for (const path of TWINS) {
      const rows = firstColumn(read(path)).join('\n');
      assert.deepEqual(
        [...rows.matchAll(/<(spass-[\w-]+)>/g)].map(([, tag]) => tag).sort(),
        tags.sort(),
      );
    }
  });

  it('names the attributes of the elements', () => {
    const manifest = JSON.parse(read('dist/custom-elements.json')) as {
      modules: {declarations?: {tagName?: string; attributes?: {name: string}[]}[]}[];
    };
    const elements = manifest.modules.flatMap(({declarations = []}) => declarations);
    const attributesOf = (tag: string) =>
      (elements.find(({tagName}) => tagName === tag)?.attributes ?? []).map(({name}) => name);
    const common = firstColumn(read('README.md'))
      .join()
      .matchAll(/`([a-z-]+)`/g);
    const missing: string[] = [];
    // "lang" is an attribute of HTML.
    for (const [, name = ''] of common)
      if (name !== 'lang' && !attributesOf('spass-resource-list').includes(name))
        missing.push(name);
    let tag = '';
    for (const [, first, second] of read('docs/webmaster.md').matchAll(
      /^\| (?:`<(spass-[\w-]+)>`)? ?\| ([^|]*) \| /gm,
    )) {
      tag = first ?? tag;
      for (const [, name = ''] of String(second).matchAll(/`([a-z-]+)`/g))
        if (tag && !attributesOf(tag).includes(name)) missing.push(`${tag} ${name}`);
    }
    assert.deepEqual(missing, []);
    assert.ok(tag);
  });

  it('allows every attribute of the widgets in the filter for Drupal', () => {
    const manifest = JSON.parse(read('dist/custom-elements.json')) as object;
    const [line] = /^<div data-spass data-.*>/m.exec(read('docs/guide/drupal.md')) ?? [];
    assert.equal(line, drupalFilter(manifest), 'run scripts/docs/drupal-filter.mjs after a build');
  });

  it('has a guide page for each subject, listed in the index', () => {
    const listed = [...read('docs/guide/LISEZMOI.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(
      ([, name]) => `docs/guide/${name}`,
    );
    assert.deepEqual(listed.sort(), GUIDE.filter(path => !path.endsWith('LISEZMOI.md')).sort());
  });

  it('names custom properties that the styles use', () => {
    const styles = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts'))
      .map(name => read(`src/${name}`))
      .join();
    for (const path of PAGES)
      for (const [name] of read(path).matchAll(/--spass-[a-z]+(-[a-z]+)*/g))
        assert.ok(
          styles.includes(`var(${name}`) || styles.includes(`${name}:`),
          `${name} in ${path}`,
        );
  });

  it('names files that the build creates', () => {
    for (const path of PAGES)
      for (const [, file = ''] of read(path).matchAll(/`(dist\/[\w./-]*\w)`/g))
        assert.ok(existsSync(join(root, file)), `${file} in ${path}`);
  });

  for (const path of FRENCH)
    it(`I-04 ${path} follows French typography`, () => {
      const text = prose(read(path))
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/https?:\S+/g, '');
      for (const fault of [
        /'/,
        / [;!?»]/,
        /« /,
        /(?<=\p{L}) :/u,
        /[^\s\u202f`|][;!?»]/,
        /«[^\u202f]/,
      ]) {
        const found = fault.exec(text.replace(/!\[/g, '['));
        const around = found && text.slice(Math.max(0, found.index - 30), found.index + 30);
        assert.equal(around, null, `${fault.source} in ${path}`);
      }
    });

  it('has an example document that is valid', async () => {
    const [code] = blocks(read('docs/api.md')).filter(block => block.startsWith('json\n'));
    const portal = JSON.parse(String(code).slice(5)) as Record<string, unknown[]>;
    const told: string[] = [];
    const source = new ItemsSource(portal, line => told.push(line));
    const {signal} = new AbortController();
    for (const name of COLLECTIONS.filter(name => portal[name])) {
      const {total, items, report} = await source.find(name, {limit: Infinity}, {signal});
      assert.equal(total, portal[name]?.length, name);
      assert.equal([...items].length, total);
      assert.equal(report.errorCount, 0, `${name}: ${told.join()}`);
    }
    assert.deepEqual(told, []);
  });
});
