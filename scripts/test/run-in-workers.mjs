// Runs test files in a few processes of Node: each takes the next file when the tests of its last one have ended. Files
// share what takes seconds to start in each process: the loader, Playwright, a browser with pages.
// `node scripts/test/run-in-workers.mjs --report=FILE --concurrency=2 FILE…`
import {fork} from 'node:child_process';
import {appendFileSync, existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {nodeArguments} from './node-arguments.mjs';

const LOADER = join(import.meta.dirname, 'load-files.mjs');

/**
 * Runs files of a queue, which processes share, until it is empty. Resolves with the exit code, and with the file in
 * which the process has ended, if it has before. Prints the output at the end, if other processes print too.
 */
const runWorker = (queue, {report, grep, isLive}) =>
  new Promise(done => {
    const stdio = isLive ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const execArgv = nodeArguments({report, grep});
    const child = fork(LOADER, {execArgv, stdio: [...stdio, 'ipc']});
    const chunks = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', chunk => void chunks.push(chunk));
    let file = 'scripts/test/load-files.mjs';
    child.on('message', () => {
      file = queue.shift();
      child.send({file});
    });
    child.once('close', code => {
      process.stdout.write(Buffer.concat(chunks));
      done({code: code ?? 1, lostIn: file});
    });
  });

const main = async () => {
  const {values, positionals: queue} = parseArgs({
    allowPositionals: true,
    options: {report: {type: 'string'}, grep: {type: 'string'}, concurrency: {type: 'string'}},
  });
  const count = Math.min(Number(values.concurrency), queue.length);
  const isLive = count === 1;
  const runAll = async (_, index) => {
    // A process that a test has ended leaves the other files to a new one.
    for (let run = 0; run === 0 || queue.length > 0; run++) {
      const report = `${values.report}.${index}.${run}`;
      const {code, lostIn} = await runWorker(queue, {report, grep: values.grep, isLive});
      if (code !== 0 || lostIn) process.exitCode = 1;
      if (existsSync(report)) appendFileSync(values.report, readFileSync(report));
      rmSync(report, {force: true});
      if (!lostIn) return;
      const lost = {file: lostIn, name: 'the process ended before its tests', result: 'failed'};
      appendFileSync(values.report, `${JSON.stringify(lost)}\n`);
    }
  };
  await Promise.all(Array.from({length: count}, runAll));
};
await main();
