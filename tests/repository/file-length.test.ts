import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

const MAX_LINES = 300;
const MAX_FILES_OF_A_TAG = 12;
const MAX_FILES_OF_A_FOLDER = 20;
/** Folders with one file for each tag. */
const ONE_FILE_EACH = new Set(['define']);
/** Data and catalogues of a language: one file each. */
const DATA = /^(?:i18n|tools\/messages)\/[a-z]{2,3}\.ts$|\.data\.ts$/;

const files = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'}).filter(name =>
  /\.(?:ts|css)$/.test(name),
);
const linesOf = (name: string) =>
  readFileSync(join(root, 'src', name), 'utf8').split('\n').length - 1;

/** Returns the groups with more than a number of files. */
const groupsOver = (max: number, groupOf: (name: string) => string | undefined) => {
  const counts = new Map<string, number>();
  for (const name of files) {
    const group = groupOf(name);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > max);
};

describe('the files of src/', () => {
  it(`have ${String(MAX_LINES)} lines at most: longer ones contain more than one thing`, () => {
    const long = files
      .filter(name => !DATA.test(name))
      .map(name => [name, linesOf(name)] as const)
      .filter(([, lines]) => lines > MAX_LINES);
    assert.deepEqual(long, []);
  });

  it(`are ${String(MAX_FILES_OF_A_TAG)} at most for each tag`, () => {
    const tagOf = (name: string) => /^elements\/(?!(?:base|parts)\/)([^/]+)\//.exec(name)?.[1];
    assert.deepEqual(groupsOver(MAX_FILES_OF_A_TAG, tagOf), []);
  });

  it(`are ${String(MAX_FILES_OF_A_FOLDER)} at most in each folder`, () => {
    assert.deepEqual(
      groupsOver(MAX_FILES_OF_A_FOLDER, dirname).filter(([name]) => !ONE_FILE_EACH.has(name)),
      [],
    );
  });
});
