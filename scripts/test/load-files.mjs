// Runs test files in this process: `node --import tsx scripts/test/load-files.mjs FILE…`. A process for each file, as
// `node --test` starts, takes half a second of processor time more per file.
import {resolve} from 'node:path';
import {it} from 'node:test';
import {pathToFileURL} from 'node:url';

const load = async () => {
  for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
};
const loading = load();
// The first test: no suite starts while files are still loading, since it may replace timers.
it('the test files load', () => loading);
