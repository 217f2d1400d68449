import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';
import {testFiles} from '../../scripts/test/select-files.mjs';
import {allStages} from '../../scripts/test/stages.mjs';

describe('the tests that `npm test` starts beside the build', () => {
  const copy = mkdtempSync(join(tmpdir(), 'without-build-'));
  after(() => rmSync(copy, {recursive: true, force: true}));

  it('pass where nothing has been built yet', () => {
    const apart = ['.git', '.cache', 'node_modules', 'storybook-static', 'dist'];
    for (const name of readdirSync(root).filter(entry => !apart.includes(entry)))
      cpSync(join(root, name), join(copy, name), {recursive: true});
    for (const name of ['.git', 'node_modules']) symlinkSync(join(root, name), join(copy, name));
    const stages = allStages(testFiles, {isExtended: false});
    const {files = []} = stages.find(({name}) => name === 'node tests') ?? {};
    assert.ok(files.length > 100);
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    const {status, stdout} = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--test', '--test-concurrency=2', '--test-reporter=spec', ...files],
      {cwd: copy, encoding: 'utf8', env, maxBuffer: 1e8},
    );
    const [, passed = '0'] = /^ℹ pass (\d+)/m.exec(stdout) ?? [];
    const [, failures = ''] = stdout.split('failing tests:');
    assert.ok(Number(passed) > files.length, stdout);
    assert.equal(status, 0, failures);
  });
});
