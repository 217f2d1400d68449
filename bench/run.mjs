// npm run bench: compares our widgets with their peers, see bench/README.md.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {ensureModules, root, run} from '../scripts/setup.mjs';
import {exitOnSignals, runWithin} from './limits.mjs';

const start = performance.now();
const minutesPassed = () => (performance.now() - start) / 60_000;

const {values: options} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    only: {type: 'string'},
    keep: {type: 'boolean', default: false},
    runs: {type: 'string'},
    minutes: {type: 'string', default: '50'},
  },
});
const runs = Number(options.runs ?? (options.quick ? 1 : 5));
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs takes a whole number above 0');
const minutes = Number(options.minutes);
if (!(minutes > 0)) throw new Error('--minutes takes a number above 0');
/** Further minutes for what has not run at all; the run ends after them in any case. */
const EXTRA_MINUTES = 10;
/** Minutes for one run of a contestant. The longest, the boxes of json-server, took 3.5 beside other work. */
const LIMIT_MINUTES = 6;
const isFull = !options.quick && !options.only;

await ensureModules();
const {ensurePeers, openLab} = await import('./lab.mjs');
await ensurePeers();
const built = await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
if (!built.ok) process.exit(1);

const {growthRows, toMarkdown, mergeRows, toRows, typicalWork} = await import('./report.mjs');
const {targetTable, withTable} = await import('./targets.mjs');
if (isFull && !existsSync(join(root, 'demo/made/million.pmtiles')))
  await run(process.execPath, ['--import', 'tsx', join(root, 'scripts/make/million.ts')]);
const files = readdirSync(join(import.meta.dirname, 'cases')).filter(name => name.endsWith('.mjs'));
const cases = await Promise.all(
  files.sort().map(async file => (await import(`./cases/${file}`)).default),
);

const contests = cases.flatMap(({name, measures, contests: list, runs: most = runs, growth}) =>
  list(options.quick)
    .map(contest => ({...contest, title: `${name} ${contest.name}`}))
    .filter(({title}) => !options.only || title.includes(options.only))
    .map(contest => ({
      ...contest,
      name,
      measures,
      growth,
      runs: Math.min(contest.runs ?? most, runs),
      results: contest.contestants.map(() => []),
    })),
);

const lab = await openLab();
exitOnSignals();

/** Runs each contestant of a contest once. A failing one must not discard the results of the others. */
const runOnce = async ({title, contestants, results}, round) => {
  for (const [i, contestant] of contestants.entries()) {
    // One that has failed would fail again, mostly after half a minute.
    if (round > 1 && results[i].length === 0) continue;
    process.stderr.write(
      `${minutesPassed().toFixed(1)} · ${title}, ${contestant.name}, ${round}\n`,
    );
    try {
      const left = Math.min(LIMIT_MINUTES, minutes + EXTRA_MINUTES - minutesPassed());
      if (left <= 0) throw new Error('no time left');
      results[i].push(
        await runWithin(
          () => contestant.run(lab),
          left,
          () => lab.restart(),
        ),
      );
    } catch (error) {
      process.stderr.write(`${title}, ${contestant.name}: ${error.message}\n`);
      process.exitCode = 1;
    }
  }
};

/** Returns the rows of all contests so far, with the growth of contests of several sizes. */
const rowsOfAll = () =>
  cases.flatMap(({name, growth}) => {
    const own = contests
      .filter(contest => contest.name === name)
      .flatMap(({title, measures, contestants, results, size}) =>
        toRows(title, measures, contestants, results, size),
      );
    return [...own, ...(growth && !options.quick ? growthRows(name, growth, own) : [])];
  });

const tableOf = rows => {
  const works = new Map(contests.map(({title, results}) => [title, typicalWork(results[0])]));
  return targetTable(rows, works);
};

/** Writes the results so far: an interrupted run keeps the results of its last round. */
const writeResults = async rows => {
  const file = join(import.meta.dirname, 'results.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const kept = isFull ? mergeRows([], rows) : mergeRows(known, rows);
  // One row per line, so that the diff of a later run shows the changes.
  writeFileSync(file, `[\n${kept.map(row => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
  const {drawChart} = await import('./chart.mjs');
  writeFileSync(join(root, 'docs/images/bench.svg'), drawChart(kept));
  if (!isFull) return;
  const history = join(import.meta.dirname, 'HISTORY.md');
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${lab.version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;
  const summary = `${date}, one run of ${Math.round(minutesPassed())} minutes: ${machine}.`;
  const text = withTable(readFileSync(history, 'utf8'), tableOf(rows), summary);
  const {format, resolveConfig} = await import('prettier');
  const style = await resolveConfig(history);
  writeFileSync(history, await format(text, {...style, filepath: history}));
};

try {
  for (let round = 1; round <= runs; round++) {
    for (const contest of contests.filter(({runs: most}) => round <= most)) {
      // Each contest has longer for its first run.
      if (round > 1 && minutesPassed() > minutes) break;
      await runOnce(contest, round);
    }
    if (isFull || options.keep) await writeResults(rowsOfAll());
  }
} finally {
  await lab.close();
}
const rows = rowsOfAll();
console.log(`${toMarkdown(rows)}\n\n${tableOf(rows)}\n\n${minutesPassed().toFixed(1)} minutes`);
// A page or a server that was given up may keep the process alive.
process.exit();
