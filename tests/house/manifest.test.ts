import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
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

/** The tags that src/define/ registers. */
const defined = readdirSync(join(root, 'src/define'))
  .map(file => readFileSync(join(root, 'src/define', file), 'utf8'))
  .flatMap(code => [...code.matchAll(/customElements\.define\(\s*'([^']+)'/g)])
  .map(([, tag]) => tag)
  .sort();

describe('custom-elements.json', () => {
  it('F-16 describes every tag that is registered, and no other', () => {
    assert.deepEqual(tags.map(({tagName}) => tagName).sort(), defined);
  });

  it('names files of the package', () => {
    const paths = JSON.stringify(manifest).matchAll(/"(?:path|module)":"([^"]+)"/g);
    for (const [, path] of paths) assert.match(path ?? '', /^\/?dist\/.*\.js$|^[^./]/);
  });

  for (const {tagName, ...tag} of tags)
    it(`has a sentence on <${tagName ?? ''}> and on each of its public names`, () => {
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

  for (const {tagName, ...tag} of tags)
    it(`names each part and slot in the templates of <${tagName ?? ''}>`, () => {
      const noun = (tagName ?? '').replace(/^spass-/, '');
      const folder = join(root, 'src/elements', noun);
      const code = readdirSync(folder)
        .filter(file => file.endsWith('.ts'))
        .map(file => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
      const names = (pattern: RegExp) =>
        [...code.matchAll(pattern)].flatMap(([, value]) =>
          (value ?? '').split(/\s+/).filter(Boolean),
        );
      const documented = (entries: readonly Entry[] = []) => entries.map(({name}) => name);
      const parts = names(/\bpart="([^"$]+)"/g).filter(n => !documented(tag.cssParts).includes(n));
      const slots = names(/<slot name="([^"$]+)"/g).filter(n => !documented(tag.slots).includes(n));
      assert.deepEqual(
        {parts: [...new Set(parts)], slots: [...new Set(slots)]},
        {parts: [], slots: []},
      );
    });
});
