import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readReport} from '../../scripts/test/line-reporter.mjs';
import {root} from '../../scripts/setup.mjs';
import {isBrowserTest} from '../../scripts/test/stages.mjs';
import {type Fault, hasFaultText} from './fault.js';
import {faults} from './all-faults.js';

/** Copies of the project made of links to its files: rewriting a file in a copy leaves the original unchanged. */
const copies = [1, 2].map(n => join(root, `.cache/faults-${String(process.pid)}-${String(n)}`));
const freeCopies = [...copies];
/** With PLANT=0 no fault is planted and each test must pass, which shows that none fails for another reason. */
const plantsFaults = process.env['PLANT'] !== '0';
const title = plantsFaults
  ? 'a fault made on purpose is found'
  : 'where no fault is made none is found';

describe(title, {timeout: 1_800_000, concurrency: copies.length}, () => {
  before(() => {
    const apart = ['.git', '.cache', 'node_modules', 'storybook-static'];
    const names = readdirSync(root).filter(name => !apart.includes(name));
    for (const house of copies) {
      rmSync(house, {recursive: true, force: true});
      mkdirSync(house, {recursive: true});
      const copied = spawnSync('cp', ['-al', ...names, house], {cwd: root, encoding: 'utf8'});
      assert.equal(copied.status, 0, copied.stderr);
      symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    }
  });
  after(() => {
    for (const house of copies) rmSync(house, {recursive: true, force: true});
  });

  for (const fault of faults)
    it(`F-18 ${fault.id}: ${fault.effect}`, async () => {
      const house = freeCopies.pop();
      assert.ok(house, 'as many at once as there are houses');
      try {
        await check(fault, house);
      } finally {
        freeCopies.push(house);
      }
    });
});

async function check(fault: Fault, copy: string): Promise<void> {
  const {id, file, search: from, replacement: to, test} = fault;
  const path = join(copy, file);
  const good = readFileSync(path, 'utf8');
  assert.ok(
    hasFaultText(good, fault),
    `${file} no longer has ${String(from)}: the fault needs another`,
  );
  const before = plantsFaults
    ? plant(copy, file, good.replace(from, to))
    : new Map<string, string>();
  try {
    const results = await run(fault, copy);
    assert.ok(results.length > 0, `${test} has no test that names ${id}`);
    const failed = results.filter(({result}) => result === 'failed').map(({name}) => name);
    if (plantsFaults)
      assert.ok(failed.length > 0, `${test} does not fail by a test that names ${id}`);
    else assert.deepEqual(failed, []);
  } finally {
    for (const [where, text] of before) rewrite(where, text);
  }
}

/** Replaces a link by a file, so that the original stays unchanged. */
function rewrite(path: string, text: string): void {
  rmSync(path, {force: true});
  writeFileSync(path, text);
}

/**
 * Rewrites a file, and returns the previous content of all changed files. The CDN script rejects parts whose hash does
 * not match: as in a build, files that contain the hash of a changed part are updated, recursively.
 */
function plant(copy: string, file: string, text: string): ReadonlyMap<string, string> {
  const before = new Map<string, string>();
  const cdn = join(copy, 'dist/cdn');
  const hash = (content: string): string => createHash('sha256').update(content).digest('base64');
  const put = (path: string, changed: string): void => {
    const old = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, old);
    rewrite(path, changed);
    if (!path.startsWith(cdn)) return;
    for (const name of readdirSync(cdn).filter(one => one.endsWith('.js'))) {
      const other = readFileSync(join(cdn, name), 'utf8');
      if (other.includes(hash(old)))
        put(join(cdn, name), other.replaceAll(hash(old), hash(changed)));
    }
  };
  put(join(copy, file), text);
  return before;
}

/** Runs a test file in a copy; returns the results of the tests that name the promise. */
async function run({id, test, titlePattern: only = id}: Fault, copy: string) {
  const report = join(copy, 'report.jsonl');
  rmSync(report, {force: true});
  const [command, ...args] = isBrowserTest(test)
    ? [join(root, 'node_modules/.bin/wtr'), '--files', test]
    : [
        process.execPath,
        ...['--import', 'tsx', '--test', `--test-name-pattern=${only}`],
        ...[
          '--test-reporter=./scripts/test/line-reporter.mjs',
          `--test-reporter-destination=${report}`,
        ],
        test,
      ];
  // Without this variable removed, a nested test runner of Node reports to the outer one.
  const {NODE_TEST_CONTEXT: _, ...env} = process.env;
  await new Promise<void>((done, fail) => {
    spawn(command, args, {
      cwd: copy,
      env: {...env, TEST_REPORT: report, TEST_ONLY: only, TZ: 'Europe/Paris'},
      stdio: 'ignore',
      timeout: 300_000,
    })
      .once('error', fail)
      .once('exit', () => done());
  });
  const isMeant = new RegExp(only);
  return readReport(report).filter(({name}) => name.includes(id) && isMeant.test(name));
}
