// Requests to a server with 50,000 resources, ten at the same time: spass-portal and json-server.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {Agent, get} from 'node:http';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import {startNode} from '../limits.mjs';

const measures = {'time per request': 'ms', p99: 'ms', memory: 'MB'};

const CONCURRENCY = 10;
/** Requests of one run; json-server needs a third of a second for each search. */
const REQUESTS = {list: 1000, record: 1000, bbox: 200, search: 200};
const WORDS = ['canal', 'ecole', 'jardin', 'friche', 'halle', 'pont', 'place', 'berges'];

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/** Longest time without a byte. On a busy machine ten searches of json-server take twenty seconds. */
const TIMEOUT_MS = 60_000;

const agent = new Agent({keepAlive: true, maxSockets: CONCURRENCY});

/** Resolves with the duration of a request, in milliseconds. */
const request = (url, expected = 200) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = get(url, {agent, timeout: TIMEOUT_MS}, response => {
      if (response.statusCode !== expected)
        reject(new Error(`${url} answered ${response.statusCode}`));
      // A response that is cut off has no end, only an error.
      response
        .resume()
        .on('error', reject)
        .on('end', () => resolve(performance.now() - start));
    });
    sent
      .on('error', reject)
      .on('timeout', () => sent.destroy(new Error(`${url} has not answered in time`)));
  });

/** Resolves when a server responds. */
const ready = async url => {
  for (let tries = 0; tries < 300; tries++) {
    try {
      await request(url);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${url} does not respond`);
};

/** Resident memory of a process, in megabytes; NaN where there is no /proc. */
const memoryOf = pid => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return NaN;
  }
};

/** Measures a server that is started for each run. `start` returns the arguments of Node. */
const contestant = (name, start, first, urlOf, count) => ({
  name,
  async run() {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const args = await start(port, folder);
    const child = startNode(args, {
      cwd: root,
      env: {...process.env, PORT: String(port), HOST: '127.0.0.1'},
      stdio: 'ignore',
    });
    try {
      await ready(base + first);
      // The first requests build indexes.
      for (let i = 0; i < 5; i++) await request(base + urlOf(i));
      const times = [];
      let next = 5;
      const begin = performance.now();
      const lane = async () => {
        while (next < count + 5) times.push(await request(base + urlOf(next++)));
      };
      await Promise.all(Array.from({length: CONCURRENCY}, lane));
      const total = performance.now() - begin;
      times.sort((a, b) => a - b);
      return {
        'time per request': total / times.length,
        p99: times[Math.floor(times.length * 0.99)],
        memory: memoryOf(child.pid),
      };
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, {recursive: true, force: true});
    }
  },
});

const startOurs = () => ['--import', 'tsx', 'portal/src/main.ts', 'serve', 'demo/data', '--demo'];

const startJsonServer = async (_port, folder) => {
  const {tsImport} = await import('tsx/esm/api');
  const {generatePortal} = await tsImport('../../demo/made/generate-portal.ts', import.meta.url);
  const {resources} = generatePortal(50_000, 1);
  const file = join(folder, 'db.json');
  writeFileSync(file, JSON.stringify({resources}));
  const program = join(root, 'bench/node_modules/json-server/lib/cli/bin.js');
  return [program, file, '--quiet', '--host', '127.0.0.1', '--port', String(_port)];
};

/** Latitude of the south edge of a box, different each time, so that no cache can answer. */
const southOf = i => (49.9 + (i % 500) / 1000).toFixed(3);

const QUERIES = {
  list: [i => `limit=12&page=${1 + (i % 3000)}`, i => `_limit=12&_page=${1 + (i % 3000)}`],
  bbox: [
    i => `limit=12&bbox=2.9,${southOf(i)},3.2,51&_=${i}`,
    i => `_limit=12&geo.lon_gte=2.9&geo.lon_lte=3.2&geo.lat_gte=${southOf(i)}&geo.lat_lte=51`,
  ],
  search: [
    i => `limit=12&q=${WORDS[i % WORDS.length]}&_=${i}`,
    i => `_limit=12&q=${WORDS[i % WORDS.length]}`,
  ],
};

const contest = (name, count, ours, theirs) => ({
  name,
  contestants: [
    contestant('spass-portal', startOurs, '/api-50000/resources?limit=1', ours, count),
    contestant('json-server', startJsonServer, '/resources?_limit=1', theirs, count),
  ],
});

export default {
  name: 'server with 50,000 resources:',
  measures,
  contests: () => [
    ...Object.entries(QUERIES).map(([name, [ours, theirs]]) =>
      contest(
        name,
        REQUESTS[name],
        i => `/api-50000/resources?${ours(i)}`,
        i => `/resources?${theirs(i)}`,
      ),
    ),
    contest(
      'record',
      REQUESTS.record,
      i => `/api-50000/resources/${1 + i}`,
      i => `/resources/${1 + i}`,
    ),
  ],
  runs: 2,
};
