import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {wrongSuggestions} from '../../scripts/build/editor-data.mjs';
import {root} from '../../scripts/setup.mjs';
import {SOURCE_KINDS} from '../../src/data/sources/registry.js';
import {FAMILIES} from '../../src/model/records.js';
import {VIEWS} from '../../src/elements/explorer/views.js';

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly fieldName?: string;
}

interface Declaration extends Entry {
  readonly tagName?: string;
  readonly superclass?: {readonly name: string};
  readonly attributes?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
  readonly members?: readonly (Entry & {readonly kind: string; readonly static?: boolean})[];
}

const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as {
  modules: readonly {readonly path: string; readonly declarations?: readonly Declaration[]}[];
};
const declarations = manifest.modules.flatMap(module => module.declarations ?? []);
const tags = declarations.filter(declaration => declaration.tagName);

/** Tags that src/define/ registers. */
const defined = readdirSync(join(root, 'src/define'))
  .map(file => readFileSync(join(root, 'src/define', file), 'utf8'))
  .flatMap(code => [...code.matchAll(/customElements\.define\(\s*'([^']+)'/g)])
  .map(([, tag]) => tag)
  .sort();

/** Event name of each event class. */
const EVENTS: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(join(root, 'src/events/events.ts'), 'utf8').matchAll(
      /class (\w+Event) [\s\S]*?static readonly type = '([^']+)'/g,
    ),
  ].map(([, name = '', type = '']) => [name, type]),
);

const codeIn = (folder: string): string =>
  readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({name}) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

/** Returns the parts, slots and events in a piece of code. */
function namesIn(code: string) {
  const found = (pattern: RegExp) => [
    ...new Set(
      [...code.matchAll(pattern)].flatMap(([, value]) =>
        (value ?? '').split(/\s+/).filter(Boolean),
      ),
    ),
  ];
  return {
    parts: found(/\bpart="([^"$]+)"/g),
    slots: [...found(/<slot name="([^"$]+)"/g), ...(/<slot>/.test(code) ? [''] : [])],
    events: found(/\bnew (\w+Event)\(/g).flatMap(name => EVENTS.get(name) ?? []),
  };
}

/** Returns those that the manifest does not describe. */
function missingNames(code: string, described: readonly Omit<Declaration, 'name'>[]) {
  const {parts, slots, events} = namesIn(code);
  const left = (names: readonly string[], kind: 'cssParts' | 'slots' | 'events') =>
    names.filter(name => !described.some(one => one[kind]?.some(entry => entry.name === name)));
  return {
    parts: left(parts, 'cssParts'),
    slots: left(slots, 'slots'),
    events: left(events, 'events'),
  };
}
const NONE = {parts: [], slots: [], events: []};

/** Parts and events that an element inherits: patterns of its code, and the names they imply. */
const INHERITED: readonly (readonly [RegExp, string])[] = [
  [/ extends DataWidget\b/, '<slot name="heading"> <slot></slot>'],
  [/ extends Data(?:Widget|Element)\b/, 'new LoadEvent() new LoadErrorEvent()'],
  [/\b(?:this|super)\.choose\(|\brender(?:Empty|WayOut)\(/, 'new FilterChangeEvent()'],
  [/\bthis\.follow\(/, 'new RecordSelectEvent()'],
  [/\brenderLink\(/, 'new RecordSelectEvent() part="link" part="title"'],
];

describe('custom-elements.json', () => {
  it('F-16 describes every tag that is registered, and no other', () => {
    assert.deepEqual(tags.map(({tagName}) => tagName).sort(), defined);
  });

  it('names existing files of the package', () => {
    const paths = JSON.stringify(manifest).matchAll(/"(?:path|module)":"([^"]+)"/g);
    for (const [, path] of paths) assert.match(path ?? '', /^\/?dist\/.*\.js$|^[^./]/);
  });

  for (const {tagName, ...tag} of tags)
    it(`describes <${tagName ?? ''}> and each of its public names`, () => {
      const silent = (kind: string, entries: readonly Entry[] = []) =>
        entries
          .filter(({description}) => !description)
          .map(({name}) => `${kind} ${name || '(default)'}`);
      const fields = tag.members?.filter(({kind, static: shared}) => kind === 'field' && !shared);
      const methods = tag.members?.filter(({kind}) => kind === 'method');
      assert.deepEqual(
        [
          ...(tag.description ? [] : ['the tag itself']),
          ...silent('attribute', tag.attributes),
          ...silent('property', fields),
          ...silent('method', methods),
          ...silent('event', tag.events),
          ...silent('slot', tag.slots),
          ...silent('part', tag.cssParts),
          ...silent('custom property', tag.cssProperties),
        ],
        [],
      );
    });

  for (const {tagName, ...tag} of tags) {
    const noun = (tagName ?? '').replace(/^spass-/, '');
    const documented = (entries: readonly Entry[] = []) => entries.map(({name}) => name);

    it(`names each part, slot and event in the code of <${tagName ?? ''}>`, () => {
      const folder = join(root, 'src/elements', noun);
      const own = readFileSync(join(folder, `${noun}.ts`), 'utf8');
      const brought = INHERITED.filter(([words]) => words.test(own)).map(([, code]) => code);
      assert.deepEqual(missingNames([codeIn(folder), ...brought].join('\n'), [tag]), NONE);
    });

    it(`gives each attribute of <${tagName ?? ''}> the name of its property`, () => {
      const fields = new Map(tag.members?.map(member => [member.name, member]));
      const stray = (tag.attributes ?? []).filter(
        ({name, fieldName}) =>
          fieldName !== undefined &&
          (!fields.has(fieldName) || name !== fieldName.replace(/[A-Z]/g, '-$&').toLowerCase()),
      );
      assert.deepEqual(documented(stray), []);
    });
  }

  it('names each part, slot and event of shared code', () => {
    assert.deepEqual(missingNames(codeIn(join(root, 'src/elements')), tags), NONE);
  });

  it('fails the test if an entry is missing', () => {
    const code = '<slot name="a"> <p part="link b"> new LoadEvent(1, 0)';
    const link = [{name: 'link'}];
    assert.deepEqual(missingNames(code, [{cssParts: link}]), {
      parts: ['b'],
      slots: ['a'],
      events: ['spass-load'],
    });
  });

  it('suggests to editors only values that an attribute accepts', () => {
    const {tags: editorTags} = JSON.parse(
      readFileSync(join(root, 'dist/vscode.html-custom-data.json'), 'utf8'),
    ) as {tags: {name: string; attributes: {name: string; values?: {name: string}[]}[]}[]};
    const valuesOf = (tag: string, attribute: string): string[] | undefined =>
      editorTags
        .find(({name}) => name === tag)
        ?.attributes.find(({name}) => name === attribute)
        ?.values?.map(({name}) => name);
    assert.deepEqual(valuesOf('spass-resource-list', 'detail'), ['dialog', 'inline']);
    assert.deepEqual(valuesOf('spass-project-map', 'consent'), ['ask', 'granted', 'denied']);
    assert.deepEqual(valuesOf('spass-portal', 'source'), Object.keys(SOURCE_KINDS));
    assert.deepEqual(
      valuesOf('spass-explorer', 'facets'),
      valuesOf('spass-resource-list', 'facets'),
    );
    assert.deepEqual(valuesOf('spass-explorer', 'views')?.sort(), [...VIEWS].sort());
    assert.deepEqual(valuesOf('spass-story', 'tiles'), ['none', 'ign', 'ign-ortho', 'osm-be']);
    assert.deepEqual(valuesOf('spass-agenda', 'family'), [...FAMILIES]);
    assert.deepEqual(valuesOf('spass-layer', 'near'), []);
  });

  it('is refused by the build if an editor would suggest the name of a type', () => {
    const tag = (value: string) => ({
      tags: [{name: 'spass-agenda', attributes: [{name: 'sort', values: [{name: value}]}]}],
    });
    assert.deepEqual(wrongSuggestions(tag('-title')), []);
    for (const value of ['Sort', 'readonly View[]', 'Geo | undefined', '', "'date'"])
      assert.deepEqual(wrongSuggestions(tag(value)), [`<spass-agenda sort="${value}">`]);
    const element = (type: string) => ({
      contributions: {
        html: {elements: [{name: 'spass-agenda', attributes: [{name: 'sort', value: {type}}]}]},
      },
    });
    assert.deepEqual(wrongSuggestions(undefined, element("'title' | '-title' | string")), []);
    assert.deepEqual(wrongSuggestions(undefined, element("'title' | Sort")), [
      '<spass-agenda sort="<Sort>">',
    ]);
  });
});
