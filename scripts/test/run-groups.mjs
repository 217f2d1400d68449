// Runs test files in groups, each in a process of Node that its files share: the loader, the sources and Chromium start
// once for a group, which saves a second and a half of processor time for each further file with pages.
// `node scripts/test/run-groups.mjs --report=FILE --concurrency=2 FILE…`
import {spawn} from 'node:child_process';
import {appendFileSync, readFileSync, rmSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {nodeArguments} from './node-arguments.mjs';

/** Largest number of files in a group. */
const MAX_FILES = 8;
/** Divides files into groups. The last ones are small, so that all processes end at about the same time. */
export const groupFiles = (files, concurrency) => {
  const groups = [];
  for (let rest = files; rest.length > 0; rest = rest.slice(groups.at(-1).length))
    groups.push(rest.slice(0, Math.min(MAX_FILES, Math.ceil(rest.length / (2 * concurrency)))));
  return groups;
};

/** Runs a group. Resolves with the exit code; prints the output at the end, if other groups print too. */
const runGroup = (files, {report, grep, isAlone}) =>
  new Promise(done => {
    const args = [...nodeArguments({report, grep}), 'scripts/test/load-files.mjs', ...files];
    const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(process.execPath, args, {stdio});
    const chunks = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', chunk => void chunks.push(chunk));
    child.once('close', code => {
      process.stdout.write(Buffer.concat(chunks));
      done(code ?? 1);
    });
  });

const main = async () => {
  const {values, positionals: files} = parseArgs({
    allowPositionals: true,
    options: {report: {type: 'string'}, grep: {type: 'string'}, concurrency: {type: 'string'}},
  });
  const concurrency = Number(values.concurrency);
  const groups = groupFiles(files, concurrency);
  const isAlone = groups.length === 1;
  const waiting = groups.entries();
  const runNext = async () => {
    // The iterator is shared: each process takes the next group.
    for (const [index, group] of waiting) {
      const report = `${values.report}.${index}`;
      const code = await runGroup(group, {report, grep: values.grep, isAlone});
      if (code !== 0) process.exitCode = 1;
      appendFileSync(values.report, readFileSync(report));
      rmSync(report);
    }
  };
  await Promise.all(Array.from({length: concurrency}, runNext));
};
if (import.meta.filename === process.argv[1]) await main();
