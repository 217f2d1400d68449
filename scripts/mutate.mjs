// npm run mutate: plants one fault after the other in the model, the data layer and the gates, and looks whether their
// tests find it. `npm run mutate -- src/model/text.ts` for one module, a folder for what is in it; with no argument all
// of them, which takes hours. Each module's score goes to docs/mutation.md, and what stayed undiscovered to the console.
// MUTATE_AT_ONCE=1 leaves a processor to others.
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, posix, relative} from 'node:path';
import {Stryker} from '@stryker-mutator/core';
import {root} from './setup.mjs';

/** The gates come first: a hole there costs most. */
const GATES = [
  'src/data/links.ts',
  'src/model/colour.ts',
  'src/data/schema.ts',
  'src/data/client.ts',
];
const LAYERS = ['src/model', 'src/data'];
const TESTS = ['tests/model', 'tests/data', 'tests/convert', 'tests/map', 'tests/i18n'];
/** No more than these are asked about a fault: the nearest. More would find more, so that a score is a lower bound. */
const NEAREST = 6;
const PAGE = join(root, 'docs/mutation.md');

const under = folder =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();

/** What a module imports when it runs, from this repository. */
const imports = new Map();
const importsOf = file => {
  if (!imports.has(file)) {
    const found = [];
    for (const [, clause = '', from] of readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|[\s;}])(?:import|export)\s*(?:([\w*${},\s]+?)\s*from\s*|\()?['"](\.[^'"]+)['"]/g,
    )) {
      if (/^type\s/.test(clause)) continue;
      const path = posix.join(dirname(file), from.replace(/\.js$/, '.ts'));
      if (existsSync(join(root, path))) found.push(path);
    }
    imports.set(file, found);
  }
  return imports.get(file);
};

/** How many imports lie between a test and each module that it runs. */
const distancesFrom = test => {
  const distances = new Map([[test, 0]]);
  for (const [file, distance] of distances)
    if (file.endsWith('.ts'))
      for (const next of importsOf(file))
        if (!distances.has(next)) distances.set(next, distance + 1);
  return distances;
};
const allTests = TESTS.flatMap(under)
  .filter(file => file.endsWith('.test.ts'))
  .map(test => ({test, distances: distancesFrom(test)}));

/** The tests of a module: those that bear its name, then the nearest by imports. */
const testsOf = module => {
  const name = posix.basename(module, '.ts');
  const named = test => {
    const of = posix.basename(test, '.test.ts');
    return of === name ? 0 : of.startsWith(`${name}-`) ? 1 : 2;
  };
  return (
    allTests
      .filter(({distances}) => distances.has(module))
      // Of two as near, the one that runs less besides asks more of this.
      .map(({test, distances}) => ({
        test,
        rank: [named(test), distances.get(module), distances.size],
      }))
      .sort(
        (a, b) =>
          a.rank.map((part, i) => part - b.rank[i]).find(Boolean) || (a.test < b.test ? -1 : 1),
      )
      .slice(0, NEAREST)
      .map(({test}) => test)
  );
};

/** The rows of the table of docs/mutation.md, by module. */
const ROW = /^\| `(src\/[^`]+)` \|(.+)\|$/;
const readRows = () => {
  const rows = new Map();
  if (existsSync(PAGE))
    for (const line of readFileSync(PAGE, 'utf8').split('\n')) {
      const [, module, cells] = ROW.exec(line) ?? [];
      if (module)
        rows.set(
          module,
          cells.split('|').map(cell => cell.trim()),
        );
    }
  return rows;
};

const writeRow = (module, cells) => {
  const rows = readRows().set(module, cells);
  const lines = [...rows]
    .filter(([path]) => existsSync(join(root, path)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, of]) => `| \`${path}\` | ${of.join(' | ')} |`);
  const [head] = readFileSync(PAGE, 'utf8').split(/^\| `src/m);
  const tail = readFileSync(PAGE, 'utf8').split(/^\| `src.*\|\n(?!\| `src)/m)[1] ?? '';
  writeFileSync(PAGE, head + lines.join('\n') + '\n' + tail);
};

const count = (mutants, ...statuses) =>
  mutants.filter(({status}) => statuses.includes(status)).length;

const mutate = async module => {
  const tests = testsOf(module);
  if (tests.length === 0) {
    writeRow(module, ['–', '–', '–', 'no test of Node runs it', today]);
    return;
  }
  const started = performance.now();
  const compiled = tests.map(test => test.replace(/\.ts$/, '.js'));
  const stryker = new Stryker({
    mutate: [module],
    testRunner: 'tap',
    plugins: ['@stryker-mutator/tap-runner'],
    tap: {
      testFiles: compiled,
      nodeArgs: ['-r', '{{hookFile}}', '--test-reporter=tap', '{{testFile}}'],
      forceBail: true,
    },
    buildCommand: 'node scripts/mutate-build.mjs',
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATE_AT_ONCE ?? 2),
    // A busy machine is no fault found: what doesn't end is noticed by its loop, long before this.
    timeoutMS: 300_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 10,
    tempDirName: '.cache/stryker',
    ignorePatterns: [
      '.cache',
      'dist',
      'docs',
      'bench',
      'stories',
      'integrations',
      'shots',
      'storybook-static',
    ],
    reporters: ['clear-text'],
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
      reportScoreTable: false,
    },
    allowConsoleColors: false,
    logLevel: 'error',
    checkers: [],
  });
  const mutants = await stryker.runMutationTest();
  const killed = count(mutants, 'Killed', 'Timeout');
  // What a loop made endless is told by Stryker's count of its turns; what only ran out of time may be a busy machine's.
  const late = mutants.filter(
    ({status, statusReason = ''}) => status === 'Timeout' && !/^hit limit/i.test(statusReason),
  ).length;
  const survived = count(mutants, 'Survived');
  const uncovered = count(mutants, 'NoCoverage');
  const all = killed + survived + uncovered;
  const score = all === 0 ? '–' : `${((100 * killed) / all).toFixed(1)} %`;
  writeRow(module, [all, killed, survived + uncovered, score, today]);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${module}: ${killed} of ${all} found, ${late} of them by the clock alone, ${score} (${tests.join(', ')}; ${seconds} s)`,
  );
};

const today = execFileSync('date', ['-u', '+%F'], {encoding: 'utf8'}).trim();
process.env.TZ = 'Europe/Paris';
const asked = process.argv.slice(2);
const modules = (asked.length > 0 ? asked : [...GATES, ...LAYERS]).flatMap(path =>
  statSync(join(root, path)).isDirectory() ? under(path) : [path],
);
for (const module of new Set(modules)) await mutate(module);
