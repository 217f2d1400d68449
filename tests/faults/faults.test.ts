import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {root} from '../../scripts/setup.mjs';
import type {Fault} from './fault.js';

// Another list of faults is another file of this folder that exports `faults`.
const lists = readdirSync(import.meta.dirname).filter(
  name => name.endsWith('.ts') && !['fault.ts', 'faults.test.ts'].includes(name),
);
const faults: Fault[] = [];
for (const name of lists) {
  const url = pathToFileURL(join(import.meta.dirname, name)).href;
  faults.push(...((await import(url)) as {readonly faults: readonly Fault[]}).faults);
}

/** A second house, made of links to the files of this one: what is written anew there leaves them as they are. */
const house = join(root, '.cache/faults');

describe('a fault made on purpose is found', {timeout: 1_800_000}, () => {
  before(() => {
    rmSync(house, {recursive: true, force: true});
    mkdirSync(house, {recursive: true});
    const apart = ['.git', '.cache', 'node_modules', 'storybook-static'];
    const names = readdirSync(root).filter(name => !apart.includes(name));
    const copied = spawnSync('cp', ['-al', ...names, house], {cwd: root, encoding: 'utf8'});
    assert.equal(copied.status, 0, copied.stderr);
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  });
  after(() => rmSync(house, {recursive: true, force: true}));

  for (const {id, what, file, from, to, test} of faults)
    it(`F-18 ${id}: ${what}`, () => {
      const path = join(house, file);
      const good = readFileSync(path, 'utf8');
      const isThere = typeof from === 'string' ? good.includes(from) : from.test(good);
      assert.ok(isThere, `${file} no longer has ${String(from)}: the fault needs another`);
      const write = (text: string): void => {
        rmSync(path, {force: true});
        writeFileSync(path, text);
      };
      write(good.replace(from, to));
      try {
        assert.ok(findsIt(test, id), `${test} does not fail by a test that names ${id}`);
      } finally {
        write(good);
      }
    });

  /** Runs a test file of the second house: whether a test that names a promise fails there. */
  function findsIt(test: string, id: string): boolean {
    const report = join(house, 'report.jsonl');
    rmSync(report, {force: true});
    const inBrowser = /^tests\/(?:elements|controllers|contexts)\//.test(test);
    const [command, ...args] = inBrowser
      ? [join(root, 'node_modules/.bin/wtr'), '--files', test]
      : [
          process.execPath,
          ...['--import', 'tsx', '--test', `--test-name-pattern=${id}`],
          ...[
            '--test-reporter=./scripts/line-reporter.mjs',
            `--test-reporter-destination=${report}`,
          ],
          test,
        ];
    // A test of Node's that starts another one must say that the other is none of its own.
    const {NODE_TEST_CONTEXT: _, ...env} = process.env;
    spawnSync(command, args, {
      cwd: house,
      env: {...env, TEST_REPORT: report, TZ: 'Europe/Paris'},
      timeout: 300_000,
    });
    return readFileSync(report, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as {readonly name: string; readonly result: string})
      .some(({name, result}) => result === 'failed' && name.includes(id));
  }
});
