import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {compareWithKnownFailures, UNSUPPORTED} from '../../scripts/test/known-failures.mjs';
import {root} from '../../scripts/setup.mjs';

const known = [{reason: 'no other medium', tests: ['a.test.ts › prints']}];
const failures = (results: {file: string; name: string; result: string}[], isComplete = true) =>
  compareWithKnownFailures(results, known, {whole: isComplete})
    .filter(({result}) => result === 'failed')
    .map(({name}) => name.split(':')[0]);

describe('the browser tests in another engine', () => {
  it('F-15 fail only if they are in the list of known failures', () => {
    const prints = {file: 'a.test.ts', name: 'prints', result: 'failed'};
    assert.deepEqual(failures([prints, {file: 'a.test.ts', name: 'b', result: 'passed'}]), []);
    assert.deepEqual(failures([prints, {file: 'b.test.ts', name: 'prints', result: 'failed'}]), [
      'prints',
    ]);
  });

  it('F-15 may fail where they need a command that the engine lacks', () => {
    const asks = {file: 'b.test.ts', name: 'asks', result: 'failed'};
    const [verdict] = compareWithKnownFailures([
      {...asks, reason: `Error while executing command: no other medium ${UNSUPPORTED}`},
    ]);
    assert.equal(verdict?.result, 'known');
    assert.deepEqual(failures([asks], false), ['asks']);
  });

  it('F-15 fail if they are in the list', () => {
    for (const result of ['passed', 'skipped'])
      assert.deepEqual(failures([{file: 'a.test.ts', name: 'prints', result}]), ['prints']);
  });

  it('F-15 have all run, after a complete run', () => {
    assert.deepEqual(failures([]), ['a.test.ts › prints']);
    assert.deepEqual(failures([], false), []);
  });

  it('F-15 are listed with a reason, each once', () => {
    const lists = JSON.parse(
      readFileSync(join(root, 'tests/engines/known.json'), 'utf8'),
    ) as Record<string, {reason: string; tests: string[]}[]>;
    assert.deepEqual(Object.keys(lists), ['Firefox', 'WebKitGTK']);
    for (const list of Object.values(lists)) {
      const tests = list.flatMap(({tests}) => tests);
      assert.equal(new Set(tests).size, tests.length);
      for (const {reason} of list) assert.ok(reason.split(' ').length > 4, reason);
    }
  });
});
