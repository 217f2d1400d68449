// npm run mutate: mutation tests of the model, the data layer and the security checks with Stryker. `npm run mutate --
// src/model/text.ts` for one module, a folder for its modules; without arguments all modules, which takes hours. The
// score of each module is written to docs/mutation.md; survived mutants are listed on the console. MUTATE_AT_ONCE=1
// uses one processor only.
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, posix, relative} from 'node:path';
import {Stryker} from '@stryker-mutator/core';
import {root} from '../setup.mjs';

/** Security checks, tested first: a gap there costs most. */
const GATES = [
  'src/model/schemas/safe-urls.ts',
  'src/model/colours.ts',
  'src/model/schemas/record-schemas.ts',
  'src/data/client/client.ts',
];
const LAYERS = ['src/model', 'src/data'];
const TESTS = ['tests/model', 'tests/data', 'tests/tools/convert', 'tests/map', 'tests/i18n'];
/**
 * Maximum number of test files per module, the nearest ones. More would kill more mutants, so a score is a lower bound.
 */
const NEAREST = 6;
const PAGE = join(root, 'docs/mutation.md');

const under = folder =>
  readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();

/** Runtime imports of a module, from this repository. */
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

/** Returns the number of imports between a test and each module that it loads. */
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

/** Returns the tests of a module: those with its name, then the nearest by imports. */
const testsOf = module => {
  const name = posix.basename(module, '.ts');
  const named = test => {
    const of = posix.basename(test, '.test.ts');
    return of === name ? 0 : of.startsWith(`${name}-`) ? 1 : 2;
  };
  return (
    allTests
      .filter(({distances}) => distances.has(module))
      // Of two tests at the same distance, the one that loads fewer modules is more specific.
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

/** Rows of the table in docs/mutation.md, by module. */
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
    buildCommand: 'node scripts/test/mutate-build.mjs',
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATE_AT_ONCE ?? 2),
    // A timeout on a busy machine must not count as a killed mutant. Endless loops are detected by their iteration
    // count long before.
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
  // Stryker reports endless loops by their iteration count; other timeouts may be caused by a busy machine.
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
