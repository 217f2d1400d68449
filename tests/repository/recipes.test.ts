import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {readRecipes, ScratchCopy} from '../support/recipes.js';

const recipes = readRecipes();

describe('CONTRIBUTING.md', () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

  it('has at most 250 lines', () => {
    assert.ok(page.trimEnd().split('\n').length <= 250);
  });
});

// tests/extended/recipe-results.test.ts tries what they add.
describe('the recipes of CONTRIBUTING.md, followed in a copy', {timeout: 300_000}, () => {
  let copy: ScratchCopy;
  before(() => {
    copy = new ScratchCopy();
    for (const recipe of recipes) copy.apply(recipe);
  });
  after(() => copy.remove());

  it('are those for an attribute, a tag, a source kind, a language, a skin and a command', () => {
    assert.deepEqual(
      recipes.map(({title}) => title.replace(/^A new /, '')),
      ['attribute', 'tag', 'source kind', 'language', 'skin', 'CLI command'],
    );
    for (const {title, blocks} of recipes) assert.ok(blocks.length > 0, title);
  });

  it('compile', async () => {
    const tsc = 'node_modules/.bin/tsc';
    for (const config of ['tsconfig.json', 'tsconfig.cli.json']) {
      const {code, out, err} = await copy.node(tsc, '-p', config, '--noEmit');
      assert.equal(code, 0, out + err);
    }
  });

  it('are formatted as the rest of the code', async () => {
    const paths = recipes.flatMap(({blocks}) => blocks.map(({path}) => path));
    const {code, out, err} = await copy.node(
      'node_modules/.bin/prettier',
      ...['--check', '--ignore-unknown', '--ignore-path=.prettierignore'],
      ...paths,
    );
    assert.equal(code, 0, out + err);
  });
});
