import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {
  RELEASED_NAMES_FILE,
  listPublicNames,
  readManifest,
  removedNames,
} from '../../scripts/docs/public-names.mjs';
import {root} from '../../scripts/setup.mjs';
import {parseRecord} from '../../src/data/validation.js';

const released = JSON.parse(readFileSync(RELEASED_NAMES_FILE, 'utf8')) as ReturnType<
  typeof listPublicNames
>;
const current = listPublicNames(readManifest());

describe('the public API', () => {
  it('F-16 still has every tag, attribute, property, method, event, slot, part and custom property of the last release', () => {
    assert.ok(Object.keys(released).length >= 14);
    assert.deepEqual(removedNames(released, current), []);
  });

  it('F-16 is checked for each kind of name', () => {
    for (const [tag, kinds] of Object.entries(current)) {
      const {[tag]: gone, ...rest} = current;
      assert.ok(gone);
      assert.ok(removedNames(current, rest).length > 0, tag);
      for (const [kind, list] of Object.entries(kinds))
        for (const name of list) {
          const without: typeof gone = {...gone, [kind]: list.filter(one => one !== name)};
          assert.equal(
            removedNames(current, {...current, [tag]: without}).length,
            1,
            `${tag} ${kind} ${name}`,
          );
        }
    }
  });

  it('F-16 has every file that a page may load', () => {
    const files = readdirSync(join(root, 'dist/cdn'));
    for (const name of [
      'spass-widgets.js',
      'spass-widgets.all.js',
      'spass-widgets.css',
      'spass-iframe.js',
      'embed.html',
      'embed.json',
      'sri.json',
    ])
      assert.ok(files.includes(name), name);
  });

  it('F-16 accepts a record with unknown fields and values', () => {
    const {value, errors: faults} = parseRecord('resources', {
      id: 1,
      title: 'Guide',
      type: 'hologramme',
      section: 'une-nouvelle',
      colour: {deep: [1]},
    });
    assert.deepEqual(value, {id: 1, title: 'Guide', type: 'hologramme', section: 'une-nouvelle'});
    assert.deepEqual(faults, []);
  });
});
