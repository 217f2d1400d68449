// Runs one stage of `npm test` and reads its results.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../setup.mjs';
import {readReport} from './line-reporter.mjs';

const reports = mkdtempSync(join(tmpdir(), 'spass-test-'));
process.on('exit', () => rmSync(reports, {recursive: true, force: true}));

const running = new Set();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => {
    for (const child of running) stop(child);
    process.exit(code);
  });

/** Ends a program and its child processes: each stage has its own process group. */
const stop = child => {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The process has already exited.
  }
};

/** Runs a program. Resolves with its output (printed at once if `isLive`) and, if it failed, with the reason. */
const runProgram = (command, args, {limit, env = {}, isLive}) =>
  new Promise(done => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', ...(isLive ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
      detached: true,
      env: {...process.env, TZ: 'Europe/Paris', LANG: 'C.UTF-8', ...env},
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', text => (output += text));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      stop(child);
    }, limit);
    const finish = problem => {
      clearTimeout(timer);
      stop(child);
      running.delete(child);
      const late = `took longer than ${limit / 60_000} minutes and was stopped`;
      done({output, problem: isLate ? late : problem});
    };
    child.once('error', error => finish(error.message));
    // A grandchild may keep the streams open: the group is stopped when the program exits.
    child.once('exit', (code, signal) => {
      stop(child);
      const end = () => finish(code === 0 ? '' : `ended with ${signal ?? code}`);
      if (isLive) end();
      else child.once('close', end);
    });
  });

/** Runs a stage. Resolves with its results, a list of `{name, file, result, reason}`, and its output. */
export const runStage = async (stage, {grep, concurrency, isLive}) => {
  const report = join(reports, `${stage.name.replaceAll(' ', '-')}.jsonl`);
  const [command, ...args] = stage.start({files: stage.files, report, grep, concurrency});
  const env = {...stage.env, TEST_REPORT: report, ...(grep && {TEST_ONLY: grep})};
  const {output, problem} = await runProgram(command, args, {...stage, env, isLive});
  if (!stage.folders) {
    const result = problem ? 'failed' : 'passed';
    return {output, results: [{name: stage.name, result, reason: problem}]};
  }
  const results = readReport(report).filter(
    ({reason}) => !grep || reason !== 'test name does not match pattern',
  );
  if (problem && !results.some(({result}) => result === 'failed'))
    results.push({name: stage.name, result: 'failed', reason: problem});
  if (!problem && results.length === 0 && !grep)
    results.push({name: stage.name, result: 'failed', reason: 'reported no test at all'});
  return {output, results};
};
