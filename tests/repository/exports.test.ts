import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {reachableTypes} from '../../scripts/build/prune-types.mjs';
import {root} from '../../scripts/setup.mjs';

type Target = string | {readonly types: string; readonly default: string};
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const pack = read('package.json') as {
  exports: Readonly<Record<string, Target>>;
  customElements: string;
  'web-types': string;
};

const filesBeside = (pattern: string) => {
  const [folder = '', end = ''] = pattern.split('*');
  return readdirSync(join(root, folder), {withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith(end))
    .filter(({name}) => end !== '.js' || !name.endsWith('.d.ts'))
    .map(({name}) => name.slice(0, name.length - end.length));
};

// The targets are files of dist/, which the build must have written.
describe('the package', () => {
  for (const [path, target] of Object.entries(pack.exports))
    it(`resolves ${path}, with its types`, () => {
      const {types, default: file} =
        typeof target === 'string' ? {types: '', default: target} : target;
      const names = file.includes('*') ? filesBeside(file) : [''];
      assert.ok(names.length > 0, `${file} stands for no file`);
      for (const name of names)
        for (const wanted of [file, types])
          if (wanted) assert.ok(existsSync(join(root, wanted.replace('*', name))), wanted);
      if (file.endsWith('.js') && !file.includes('/cdn/')) assert.ok(types, `${path} has no types`);
    });

  it('ships the declarations that its entry points reach, and no other', () => {
    const dist = join(root, 'dist');
    const all = readdirSync(dist, {recursive: true, encoding: 'utf8'})
      .map(name => name.replaceAll('\\', '/'))
      .filter(name => name.endsWith('.d.ts'));
    const entries = all.filter(name =>
      /^(?:index|define\/.*|types\/.*|tools\/convert\/convert)\.d\.ts$/.test(name),
    );
    assert.ok(entries.length > 17);
    assert.deepEqual([...reachableTypes(dist, entries)].sort(), all.sort());
  });

  it('puts types first, where resolvers look first', () => {
    for (const target of Object.values(pack.exports))
      if (typeof target !== 'string') assert.equal(Object.keys(target)[0], 'types');
  });

  it('contains the manifest and the editor data that it names', () => {
    for (const path of [pack.customElements, pack['web-types']]) assert.ok(read(path));
  });

  for (const name of readdirSync(join(import.meta.dirname, 'types')))
    it(`F-10 types the events of its elements for a single import (${name})`, () => {
      const {stdout} = spawnSync(
        process.execPath,
        [
          join(root, 'node_modules/@typescript/native/bin/tsc'),
          ...['--ignoreConfig', '--strict', '--noEmit', '--target', 'es2022', '--types', ''],
          ...['--module', 'esnext', '--moduleResolution', 'bundler'],
          join(import.meta.dirname, 'types', name),
        ],
        {encoding: 'utf8'},
      );
      assert.equal(stdout, '');
    });

  it('F-10 can be imported in plain Node, and registers nothing', () => {
    const script = `
      const all = await import('spass-widgets');
      if (typeof all.SpassPortal !== 'function') throw new Error('no classes');
      if (globalThis.customElements?.get('spass-portal')) throw new Error('registered');
      console.log(Object.keys(all).filter(name => name.startsWith('Spass')).join());`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.match(said, /SpassResourceList/);
  });
});
