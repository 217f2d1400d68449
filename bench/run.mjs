// npm run bench: compares our widgets with their peers, see bench/README.md.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {ensureModules, root, run} from '../scripts/setup.mjs';

const {values: options} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    only: {type: 'string'},
    keep: {type: 'boolean', default: false},
    runs: {type: 'string'},
  },
});
const runs = Number(options.runs ?? (options.quick ? 1 : 7));
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs takes a whole number above 0');
const isFull = !options.quick && !options.only;

await ensureModules();
const {ensurePeers, openLab} = await import('./lab.mjs');
await ensurePeers();
const built = await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
if (!built.ok) process.exit(1);

const {growthRows, toMarkdown, mergeRows, toRows} = await import('./report.mjs');
const files = readdirSync(join(import.meta.dirname, 'cases')).filter(name => name.endsWith('.mjs'));
const cases = await Promise.all(
  files.sort().map(async file => (await import(`./cases/${file}`)).default),
);

const lab = await openLab();
const rows = [];
try {
  for (const {name, measures, contests, runs: most = runs, growth} of cases) {
    const own = [];
    for (const contest of contests(options.quick)) {
      const title = `${name} ${contest.name}`;
      if (options.only && !title.includes(options.only)) continue;
      const results = contest.contestants.map(() => []);
      for (let turn = 0; turn < Math.min(most, runs); turn++)
        for (const [i, contestant] of contest.contestants.entries()) {
          process.stderr.write(`· ${title}, ${contestant.name}, ${turn + 1}\n`);
          try {
            results[i].push(await contestant.run(lab));
          } catch (error) {
            // A failing contestant must not discard the results of the others.
            process.stderr.write(`${title}, ${contestant.name}: ${error.message}\n`);
            process.exitCode = 1;
          }
        }
      const {size} = contest;
      own.push(...toRows(title, measures, contest.contestants, results, size));
    }
    rows.push(...own);
    if (growth && !options.quick) rows.push(...growthRows(name, growth, own));
  }
} finally {
  await lab.close();
}

console.log(toMarkdown(rows));
if (isFull || options.keep) {
  const file = join(import.meta.dirname, 'results.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const kept = isFull ? mergeRows([], rows) : mergeRows(known, rows);
  // One row per line, so that the diff of a later run shows the changes.
  writeFileSync(file, `[\n${kept.map(row => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
  const {drawChart} = await import('./chart.mjs');
  writeFileSync(join(root, 'docs/images/bench.svg'), drawChart(kept));
}
