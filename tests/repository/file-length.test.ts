import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const MAX_LINES = 400;
/** Catalogues of a language: one file each. */
const CATALOGUE = /^i18n\/(?:de|en|nl)\.ts$/;

describe('the files of src/', () => {
  it(`have ${String(MAX_LINES)} lines at most: longer ones contain more than one thing`, () => {
    const long = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
      .filter(name => name.endsWith('.ts') && !CATALOGUE.test(name))
      .map(name => [name, readFileSync(join(root, 'src', name), 'utf8').split('\n').length - 1])
      .filter(([, lines]) => Number(lines) > MAX_LINES);
    assert.deepEqual(long, []);
  });
});
