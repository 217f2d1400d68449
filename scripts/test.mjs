// npm test: all checks with Node and Chromium. With --all also in Firefox and WebKitGTK, a map of a million points, and
// every story of the built Storybook in every language, colour scheme and width. The last line is `N passed, N
// failed`.
import {spawn} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {readReport} from './line-reporter.mjs';
import {rgaaSummary} from './accessibility.mjs';
import {readRequirements, requirementReport} from './quality.mjs';
import {ensurePrograms, ensureModules, findChromium, root} from './setup.mjs';

const all = process.argv.includes('--all');
const only = process.argv.find(argument => argument.startsWith('--only='))?.slice(7);
const minutes = count => count * 60_000;
const bin = name => join(root, 'node_modules/.bin', name);

const reports = mkdtempSync(join(tmpdir(), 'spass-test-'));
process.on('exit', () => rmSync(reports, {recursive: true, force: true}));

/** Returns the test files under these folders of tests/, in a stable order; a folder may be absent. */
const testFiles = folders =>
  folders.flatMap(folder => {
    try {
      return readdirSync(join(root, 'tests', folder), {recursive: true, withFileTypes: true})
        .filter(entry => entry.isFile() && entry.name.endsWith('.test.ts'))
        .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
        .sort();
    } catch {
      return [];
    }
  });

const running = new Set();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => {
    for (const child of running) stop(child, 'SIGKILL');
    process.exit(code);
  });

/** Ends a program and its child processes: each stage has its own process group. */
const stop = (child, signal) => {
  try {
    if (child?.pid) process.kill(-child.pid, signal);
  } catch {
    // The process has already exited.
  }
};

const run = (command, args, {limit, env = {}}) =>
  new Promise(done => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: {...process.env, TZ: 'Europe/Paris', LANG: 'C.UTF-8', ...env},
    });
    running.add(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop(child, 'SIGKILL');
    }, limit);
    const finish = problem => {
      clearTimeout(timer);
      stop(child, 'SIGKILL');
      running.delete(child);
      done(late ? `took longer than ${limit / 60_000} minutes and was stopped` : problem);
    };
    child.once('error', error => finish(error.message));
    child.once('exit', (code, signal) => finish(code === 0 ? '' : `ended with ${signal ?? code}`));
  });

/** Returns a stage with a single result. */
const check = (command, args) => async stage => {
  const problem = await run(command, args, stage);
  return [{name: stage.name, result: problem ? 'failed' : 'passed', reason: problem}];
};

/** Returns a stage whose tests report one JSON line each. `start` returns the program and its arguments. */
const tests = start => async stage => {
  const files = testFiles(stage.folders);
  if (files.length === 0) return [];
  const report = join(reports, `${stage.name.replaceAll(' ', '-')}.jsonl`);
  const [command, ...args] = start(files, report);
  const problem = await run(command, args, {...stage, env: {...stage.env, TEST_REPORT: report}});
  const results = readReport(report);
  if (problem && !results.some(({result}) => result === 'failed'))
    results.push({name: stage.name, result: 'failed', reason: problem});
  if (!problem && results.length === 0)
    results.push({name: stage.name, result: 'failed', reason: 'reported no test at all'});
  return results;
};

const nodeTests = (...options) =>
  tests((files, report) => [
    process.execPath,
    '--import',
    'tsx',
    '--test',
    ...options,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/line-reporter.mjs',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);

const stages = [
  {name: 'type check', run: check(bin('tsc'), ['-p', 'tsconfig.test.json']), limit: minutes(3)},
  {
    name: 'build',
    run: check(process.execPath, ['scripts/build.mjs']),
    limit: minutes(10),
  },
  {
    name: 'lint',
    run: check(bin('eslint'), ['.', '--max-warnings=0']),
    limit: minutes(8),
    isBeside: true,
  },
  {
    name: 'format',
    run: check(bin('prettier'), ['--check', '--log-level=warn', '.']),
    limit: minutes(5),
  },
  {
    name: 'node tests',
    run: nodeTests('--test-concurrency=2'),
    folders: [
      'model',
      'data',
      'i18n',
      'styles',
      'repository',
      'demo',
      'map',
      'embed',
      'docs',
      'tools',
      'configurator',
    ],
    limit: minutes(15),
  },
  {
    // Random values: a few in each run, many with --all.
    name: 'fuzz',
    run: nodeTests(),
    folders: ['fuzz'],
    limit: minutes(all ? 30 : 5),
    env: {FUZZ_RUNS: all ? '100000' : '2000'},
  },
  {
    name: 'browser tests',
    run: tests(files => [bin('wtr'), '--files', ...files]),
    folders: ['elements', 'controllers', 'contexts'],
    limit: minutes(15),
    needs: ['Chromium'],
  },
  {
    // Background pages get few animation frames: tests that render hundreds of times run alone.
    name: 'browser tests alone',
    run: tests(files => [bin('wtr'), '--concurrency', '1', '--files', ...files]),
    folders: ['isolated'],
    limit: minutes(5),
    needs: ['Chromium'],
  },
  {
    name: 'page tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['pages'],
    limit: minutes(25),
    needs: ['Chromium', 'build'],
  },
  {
    // Every tag in every snippet format, and after an import.
    name: 'long page tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['extended'],
    limit: minutes(60),
    needs: ['Chromium', 'build'],
    rare: true,
  },
  {
    // Every fault of tests/faults/, in a copy of the repository: its test must find it.
    name: 'planted faults',
    run: nodeTests('--test-concurrency=1'),
    folders: ['faults'],
    limit: minutes(30),
    needs: ['Chromium', 'build'],
    rare: true,
  },
  {
    name: 'framework tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['frameworks'],
    limit: minutes(10),
    needs: ['Chromium', 'build'],
    rare: true,
  },
  ...['Firefox', 'WebKitGTK'].map(engine => ({
    name: `browser tests in ${engine}`,
    run: tests(() => [process.execPath, 'scripts/test-engine.mjs', engine]),
    folders: ['elements', 'controllers', 'contexts'],
    limit: minutes(30),
    needs: [engine],
    rare: true,
  })),
  {
    name: 'engine tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['engines'],
    limit: minutes(10),
    needs: ['build'],
    rare: true,
  },
  {
    name: 'tests of real servers',
    run: nodeTests('--test-concurrency=1'),
    folders: ['cms'],
    limit: minutes(15),
    needs: ['Chromium', 'build'],
    rare: true,
  },
  {
    name: 'large tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['large'],
    // Most of it is the generation of the file, once.
    limit: minutes(20),
    needs: ['Chromium', 'build', 'tippecanoe'],
    rare: true,
  },
  {
    name: 'Storybook',
    run: check(process.execPath, ['scripts/storybook.mjs', 'build']),
    limit: minutes(5),
    needs: ['build'],
    rare: true,
  },
  {
    name: 'story tests',
    run: nodeTests('--test-concurrency=1'),
    folders: ['storybook'],
    limit: minutes(60),
    needs: ['Chromium', 'Storybook'],
    rare: true,
  },
].filter(({name, rare}) => (only ? only.split(',').includes(name) : all || !rare));

await ensureModules();
const missing = await ensurePrograms({all});
for (const {how} of missing) console.log(`· ${how}`);
process.env.CHROMIUM = findChromium() ?? '';
const absent = new Set(missing.map(({name}) => name));

// Without Chromium most tests cannot run; further requirements of --all are skipped with a reason.
const results = missing.map(({name, how}) => ({
  name: how,
  result: name === 'Chromium' ? 'failed' : 'skipped',
}));
const runStage = async stage => {
  const lacking = stage.needs?.find(name => absent.has(name));
  if (lacking) {
    results.push({name: stage.name, result: 'skipped', reason: `needs ${lacking}`});
    return;
  }
  console.log(`\n== ${stage.name}`);
  const start = performance.now();
  const found = await stage.run(stage);
  for (const result of found) results.push({...result, stage: stage.name});
  if (found.some(({result}) => result === 'failed')) absent.add(stage.name);
  const count = wanted => found.filter(({result}) => result === wanted).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `-- ${stage.name}: ${count('passed')} passed, ${count('failed')} failed, ${seconds} s`,
  );
};
// In parallel: one after the other would take twice as long.
const groups = [];
for (const stage of stages)
  if (stage.isBeside && groups.length > 0) groups.at(-1).push(stage);
  else groups.push([stage]);
for (const group of groups) await Promise.all(group.map(runStage));

const of = wanted => results.filter(({result}) => result === wanted);
const place = ({stage, file}) => file ?? stage ?? 'set-up';
console.log('\n== summary');
for (const result of of('skipped'))
  console.log(
    `skipped: ${place(result)}: ${result.name}${result.reason ? ` (${result.reason})` : ''}`,
  );
for (const result of of('failed'))
  console.log(
    `failed: ${place(result)}: ${result.name}${result.reason ? ` (${result.reason})` : ''}`,
  );
for (const line of requirementReport(readRequirements(), results)) console.log(line);
console.log(rgaaSummary());
process.exitCode = of('failed').length > 0 ? 1 : 0;
console.log(`${of('passed').length} passed, ${of('failed').length} failed`);
