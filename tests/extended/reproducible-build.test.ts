import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

/** Returns the hash of each file in a folder, by its path there. */
const hashes = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [
        path.slice(folder.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

describe('a second build of the same sources', () => {
  const cache = join(root, '.cache');
  mkdirSync(cache, {recursive: true});
  const folder = mkdtempSync(join(cache, 'again-'));
  after(() => rmSync(folder, {recursive: true, force: true}));

  it('S-12 gives the same bytes', () => {
    const again = spawnSync(process.execPath, ['scripts/build.mjs', `--out=${folder}`], {
      cwd: root,
    });
    assert.equal(again.status, 0, again.stderr.toString());
    assert.deepEqual(hashes(folder), hashes(join(root, 'dist')));
  });
});
