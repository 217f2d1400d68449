import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {FAMILIES} from '../../src/model/schemas/record-schemas.js';

/** Physical declarations for which CSS has a logical equivalent. */
const PHYSICAL: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a side', /(?:^|[\s;{])(?:scroll-)?(?:margin|padding)-(?:left|right|top|bottom)\s*:/],
  ['a border', /(?:^|[\s;{])border-(?:left|right|top|bottom)(?:-[a-z-]+)?\s*:/],
  ['an inset', /(?:^|[\s;{])(?:left|right|top|bottom)\s*:/],
  ['a size', /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/],
  ['an alignment', /(?:^|[\s;{])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/],
  // Four values go clockwise, and so distinguish right from left.
  [
    'four sides',
    /(?:^|[\s;{])(?:margin|padding|inset|border-(?:width|style|color|radius))\s*:\s*(?!inherit)(?:(?:[\w.%-]+\([^;]*?\)|[^\s;()]+)\s+){3}[^;]+;/,
  ],
];

/** Returns the physical declarations of a style sheet, comments and media queries excluded. */
const physicalDeclarations = (css: string): readonly string[] => {
  const declared = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[a-z]+[^{;]*[{;]/g, '');
  return PHYSICAL.filter(([, pattern]) => pattern.test(declared)).map(([what]) => what);
};

const files = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts') || name.endsWith('.css'))
  .map(name => ({name, text: readFileSync(join(root, 'src', name), 'utf8')}));

const sheets = files.flatMap(({name, text}) => {
  const parts = name.endsWith('.css')
    ? [text]
    : [...text.matchAll(/\bcss`([\s\S]*?)`/g)].map(([, css]) => String(css));
  return parts.map(css => ({name, css}));
});

/** Shorthand in which a keyword such as `inherit`, the value of these properties by default, makes the whole invalid. */
const FONT_OF_PROPERTY = /\bfont: [^;]*var\(--_(?:heading-)?font\b/;

/**
 * Physical on purpose: Leaflet positions the map's frame from the left and the top in every writing mode; placeholders
 * keep a height, which is the same in both.
 */
const EXEMPT_FILES = new Set([
  'map/map.styles.ts',
  'map/basemap/basemap.styles.ts',
  'embed/spass-widgets.css',
]);

describe('the style sheets', () => {
  it('I-07 use logical properties, not physical ones', () => {
    assert.ok(sheets.length >= 20);
    const faults = sheets
      .filter(({name}) => !EXEMPT_FILES.has(name))
      .flatMap(({name, css}) => physicalDeclarations(css).map(fault => `${name}: ${fault}`));
    assert.deepEqual(faults, []);
  });

  it('F-09 have no length that depends on the text size of the page’s root', () => {
    const rootLengths = sheets.flatMap(({name, css}) =>
      [...css.matchAll(/[\d.]+rem\b/g)].map(([length]) => `${name}: ${length}`),
    );
    assert.deepEqual(rootLengths, []);
  });

  it('set the font of a skin by its own property', () => {
    const faults = files.filter(({text}) => FONT_OF_PROPERTY.test(text)).map(({name}) => name);
    assert.deepEqual(faults, []);
  });

  it('A-12 move only for a time that is zero with reduced motion', () => {
    const moving = sheets
      .filter(({name}) => !EXEMPT_FILES.has(name))
      .flatMap(({name, css}) =>
        [...css.matchAll(/(?:transition|animation)\s*:\s*([^;]+);/g)]
          .flatMap(([, value = '']) => value.split(','))
          .map(value => ({name, value: value.trim()})),
      );
    assert.ok(moving.length >= 5, String(moving.length));
    assert.deepEqual(
      moving.filter(({value}) => !value.endsWith('var(--_motion)')),
      [],
    );
  });

  it('A-13 show nothing in forced colours by Highlight alone, which only HighlightText has to differ from', () => {
    const used = files.filter(({text}) => /:[^;]*\bHighlight\b/.test(text));
    assert.deepEqual(
      used.filter(({text}) => !text.includes('HighlightText')).map(({name}) => name),
      [],
    );
  });

  it('I-07 are rejected by this test with left or right', () => {
    for (const [css, fault] of [
      ['a { margin-left: 1em; }', 'a side'],
      ['a { border-right: 1px solid; }', 'a border'],
      ['a { left: 0; }', 'an inset'],
      ['a { max-width: 3em; }', 'a size'],
      ['a { text-align: left; }', 'an alignment'],
      ['a { float: right; }', 'an alignment'],
      ['a { padding: 0 1em 0 calc(1em + 2px); }', 'four sides'],
      ['a { border-radius: calc(var(--r) - 1px) 0 0 calc(var(--r) - 1px); }', 'four sides'],
    ] as const)
      assert.deepEqual(physicalDeclarations(css), [fault], css);
    assert.deepEqual(
      physicalDeclarations(
        '@media (width < 3em) { a { inset-inline: 0 1em; padding: 0 1em; float: inline-end; } }',
      ),
      [],
    );
  });

  it('give a class of a shared style sheet no other meaning in a view', () => {
    // Refined on purpose: the same thing, in a place of its own.
    const refined: Readonly<Record<string, readonly string[]>> = {
      contribute: ['stage', 'tools'],
      directory: ['acts', 'failure', 'search'],
      project: ['root'],
      'programme-timeline': ['empty', 'failure', 'field', 'theme', 'tools'],
      'project-map': ['controls', 'empty', 'finder', 'notice', 'stage', 'tools'],
      'resource-list': ['count'],
      story: ['stage'],
    };
    const classesOf = (css: string): readonly string[] =>
      [
        ...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<=[{};,]\s*)\.([\w-]+)\s*(?=[{,])/g),
      ].map(([, name]) => String(name));
    const cssOf = (prefix: string): string =>
      `;${sheets.flatMap(({name, css}) => (name.startsWith(prefix) ? [css] : [])).join(';')}`;
    const sharedNames = [...new Set(sheets.map(({name}) => name))].filter(name =>
      /^styles\/.*\.styles\.ts$/.test(name),
    );
    const collisions = readdirSync(join(root, 'src/elements'))
      .filter(folder => !['base', 'parts', 'portal'].includes(folder))
      .flatMap(folder => {
        const code = readdirSync(join(root, 'src/elements', folder), {encoding: 'utf8'})
          .map(file => readFileSync(join(root, 'src/elements', folder, file), 'utf8'))
          .join('');
        const own = new Set(classesOf(cssOf(`elements/${folder}/`)));
        // Every widget has the styles of its host.
        const adopted = sharedNames.filter(
          name => name.endsWith('host.styles.ts') || code.includes(name.replace(/ts$/, 'js')),
        );
        return adopted
          .flatMap(name => classesOf(cssOf(name)))
          .filter(one => own.has(one) && !refined[folder]?.includes(one))
          .map(one => `${folder}: .${one}`);
      });
    assert.deepEqual([...new Set(collisions)], []);
  });
});

describe('the colours of the families', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const tokens = read('src/styles/tokens.styles.ts');

  // Style sheets of pages, and a picture without any, cannot import those of the widgets.
  for (const family of FAMILIES)
    it(`are those of the widgets wherever a page draws them: ${family}`, () => {
      const [, light = '', dark = ''] =
        new RegExp(`--_${family}-fill: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
      for (const path of ['portal/publish-assets/site.css', 'demo/demo.css'])
        assert.ok(read(path).includes(`--${family}: light-dark(${light}, ${dark});`), path);
      const picture = 'portal/src/publish/pictures/share-picture.ts';
      assert.ok(read(picture).includes(`['${family}', '${light}']`), picture);
      assert.ok(read('configurator/thumbnails.css').includes(`light-dark(${light}, ${dark})`));
    });
});
