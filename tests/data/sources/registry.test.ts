import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {SOURCE_KINDS} from '../../../src/data/sources/registry.js';
import {LIST_FILTERS, TERRITORIES} from '../../../src/model/query.js';

const root = new URL('../../../', import.meta.url);
const guide = readFileSync(new URL('docs/webmaster.md', root), 'utf8');
const PARTS = ['q', 'bbox', 'from', 'to', 'sort', ...LIST_FILTERS, ...TERRITORIES];

describe('the list of source kinds', () => {
  it('has a line for each folder of data/sources/', () => {
    const folders = readdirSync(new URL('src/data/sources/', root), {withFileTypes: true})
      .filter(entry => entry.isDirectory() && entry.name !== 'shared')
      .map(({name}) => name);
    assert.deepEqual(Object.keys(SOURCE_KINDS).sort(), folders.sort());
  });

  for (const [kind, {access, load}] of Object.entries(SOURCE_KINDS)) {
    if (!load) continue;

    it(`${kind}: the module opens a source, and lists the filters of its server`, async () => {
      const {open, filters} = await load();
      assert.equal(typeof open, 'function');
      assert.equal(filters !== undefined, access === 'server');
      const unknown = Object.keys(filters ?? {}).filter(part => !PARTS.includes(part));
      assert.deepEqual(unknown, []);
    });

    it(`${kind}: has a heading in docs/webmaster.md`, () => {
      assert.match(guide, new RegExp(`^### .*\`${kind}\``, 'm'));
    });
  }
});
