// Runs the browser tests in another engine: `node scripts/test/engine.mjs Firefox`, or WebKitGTK; with test files, only
// those. Known failures of an engine are in tests/engines/known.json, with the reason. An unlisted failure is an error,
// and so is a listed test that passes.
import {spawn} from 'node:child_process';
import {appendFileSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {readReport} from './line-reporter.mjs';
import {compareWithKnownFailures} from './known-failures.mjs';
import {root} from '../setup.mjs';

const [engine, ...files] = process.argv.slice(2);
const known = JSON.parse(readFileSync(join(root, 'tests/engines/known.json'), 'utf8'))[engine];
const folder = mkdtempSync(join(tmpdir(), 'spass-engine-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
const report = join(folder, 'report.jsonl');

const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
// The runner's own search may choose a port that another run has just found.
const port = await new Promise(done => {
  const server = createServer().listen(0, () => {
    const {port} = server.address();
    server.close(() => done(port));
  });
});
const args = [
  '--import',
  'tsx',
  runner,
  `--port=${port}`,
  ...(files.length > 0 ? ['--files', ...files] : []),
];
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {...process.env, ENGINE: engine, TEST_REPORT: report},
});
await new Promise(done => child.once('exit', done));

const results = readReport(report);
const verdicts = compareWithKnownFailures(results, known, {whole: files.length === 0});
if (process.env.TEST_REPORT)
  for (const verdict of verdicts)
    appendFileSync(process.env.TEST_REPORT, JSON.stringify(verdict) + '\n');
const failed = verdicts.filter(({result}) => result === 'failed');
for (const {file, name} of failed) console.log(`${engine}: ${file ?? ''} ${name}`);
const count = wanted => verdicts.filter(({result}) => result === wanted).length;
console.log(
  `${engine}: ${count('passed')} passed, ${count('known')} known not to, ${failed.length} failed`,
);
process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
