// npm run bench: our widgets beside their peers, see README.md here.
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {ensureModules, root, run} from '../scripts/setup.mjs';

const {values: options} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    only: {type: 'string'},
    runs: {type: 'string'},
  },
});
const runs = Number(options.runs ?? (options.quick ? 3 : 7));
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs takes a whole number above 0');

await ensureModules();
const {ensurePeers, openLab} = await import('./lab.mjs');
await ensurePeers();
const built = await run(process.execPath, [join(root, 'scripts/build.mjs'), '--if-changed']);
if (!built.ok) process.exit(1);

const {markdownOf, rowsOf} = await import('./report.mjs');
const files = readdirSync(join(import.meta.dirname, 'cases')).filter(name => name.endsWith('.mjs'));
const cases = await Promise.all(
  files.sort().map(async file => (await import(`./cases/${file}`)).default),
);

const lab = await openLab();
const rows = [];
try {
  for (const {name, measures, contests} of cases)
    for (const contest of contests(options.quick)) {
      const title = `${name} ${contest.name}`;
      if (options.only && !title.includes(options.only)) continue;
      const results = contest.contestants.map(() => []);
      for (let turn = 0; turn < runs; turn++)
        for (const [i, contestant] of contest.contestants.entries()) {
          process.stderr.write(`· ${title}, ${contestant.name}, ${turn + 1} of ${runs}\n`);
          results[i].push(await contestant.run(lab));
        }
      rows.push(...rowsOf(title, measures, contest.contestants, results));
    }
} finally {
  await lab.close();
}

console.log(markdownOf(rows, runs));
if (!options.quick && !options.only) {
  const file = join(import.meta.dirname, 'results.json');
  const kept = rows.map(({name, value, unit, peer, peerValue, ratio}) => ({
    name,
    value,
    unit,
    peer,
    peerValue,
    ratio,
  }));
  // A row a line: a later run shows what changed.
  writeFileSync(file, `[\n${kept.map(row => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
}
