// Runs test files in this process: `node --import tsx scripts/test/load-files.mjs FILE…`, or those that the parent
// process sends one by one. A process for each file, as `node --test` starts, takes half a second of processor time more
// per file.
import {resolve} from 'node:path';
import {it} from 'node:test';
import {pathToFileURL} from 'node:url';

const files = process.argv.slice(2);
const load = file => import(pathToFileURL(resolve(file)).href);
const loadAll = async () => {
  for (const file of files) await load(file);
};

if (files.length > 0) {
  const loading = loadAll();
  // The first test: no suite starts while files are still loading, since it may replace timers.
  it('the test files load', () => loading);
} else {
  process.on('message', ({file}) => {
    if (file === undefined) process.disconnect();
    else void run(file);
  });
  process.send('ready');
}

/** Runs a file, and asks for the next one when its tests have ended. */
async function run(file) {
  const loading = load(file);
  const loaded = it(`${file} loads`, () => loading);
  await loading.catch(error => {
    // The test above is skipped if only some tests are asked for.
    console.error(error);
    process.exitCode = 1;
  });
  await loaded;
  // Tests run in the order of the calls, also if they are skipped: this one is the last of the file.
  await it(`${file} ends`, () => {});
  process.send('ready');
}
