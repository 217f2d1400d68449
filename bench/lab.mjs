// Environment of the benchmarks: one Chromium, and a local server for the pages of the contestants.
import {spawnSync} from 'node:child_process';
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {gzipSync} from 'node:zlib';
import {buildSync} from 'esbuild';
import {chromium} from 'playwright-core';
import puppeteer from 'puppeteer-core';
import {findChromium, findFirefox, root} from '../scripts/setup.mjs';
import {GENERATED} from './generated-data.mjs';

const here = import.meta.dirname;

/** Installs the packages of bench/package-lock.json unless they are installed. */
export const ensurePeers = async () => {
  const lock = file => {
    try {
      return JSON.parse(readFileSync(join(here, file), 'utf8')).packages;
    } catch {
      return undefined;
    }
  };
  const installed = lock('node_modules/.package-lock.json') ?? {};
  const wanted = Object.entries(lock('package-lock.json') ?? {});
  if (wanted.every(([path, {version}]) => !path || installed[path]?.version === version)) return;
  process.stderr.write('· Installing the peers…\n');
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The peers could not be installed: see the message above.');
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Served folders: the pages of the contestants, the peers, and dist/. */
const FOLDERS = {
  '/pages/': join(here, 'pages'),
  '/peers/': join(here, 'node_modules'),
  '/dist/': join(root, 'dist'),
  '/made/': join(root, 'demo/made'),
};

const fileAt = pathname => {
  const prefix = Object.keys(FOLDERS).find(one => pathname.startsWith(one));
  if (!prefix) return undefined;
  const path = normalize(join(FOLDERS[prefix], pathname.slice(prefix.length)));
  return path.startsWith(FOLDERS[prefix]) && existsSync(path) && statSync(path).isFile()
    ? path
    : undefined;
};

/** Bundles a script of `pages/` with its libraries, as the author of a page would. */
const bundled = path =>
  buildSync({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'iife',
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
  }).outputFiles[0].contents;

const compressedFiles = new Map();
/** Returns a text file compressed with gzip -9, as a host sends it; cached. */
const compressFile = async (pathname, path, origin) => {
  const known = compressedFiles.get(pathname);
  if (known) return known;
  const generated = await GENERATED[pathname]?.(origin);
  const made = generated ?? (path?.includes('bundle') ? bundled(path) : undefined);
  const body = gzipSync(made ?? readFileSync(path), {level: 9});
  compressedFiles.set(pathname, body);
  return body;
};

const serve = () =>
  new Promise(resolve => {
    const server = createServer(async (request, response) => {
      const pathname = decodeURIComponent(new URL(request.url, 'http://bench').pathname);
      const path = fileAt(pathname);
      if (!path && !GENERATED[pathname]) {
        response.writeHead(404).end();
        return;
      }
      const known = TYPES[extname(pathname)] ?? (GENERATED[pathname] && TYPES['.json']);
      const type = {
        'Content-Type': known ?? 'application/octet-stream',
        'Access-Control-Allow-Origin': '*',
      };
      if (known) {
        const origin = `http://${request.headers.host}`;
        const body = await compressFile(pathname, path, origin).catch(() => undefined);
        if (!body) {
          response.writeHead(500).end();
          return;
        }
        const length = {'Content-Length': body.length, 'Content-Encoding': 'gzip'};
        response.writeHead(200, {...type, ...length}).end(body);
        return;
      }
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      if (first === undefined) {
        response.writeHead(200, type);
        createReadStream(path).pipe(response);
        return;
      }
      // Tile archives are read with range requests; an ETag allows the browser to cache them.
      const {size, mtimeMs} = statSync(path);
      const [start, end] = [Number(first), Math.min(Number(last), size - 1)];
      response.writeHead(206, {
        ...type,
        ETag: `"${size}-${mtimeMs}"`,
        'Content-Range': `bytes ${start}-${end}/${size}`,
        'Content-Length': end - start + 1,
      });
      createReadStream(path, {start, end}).pipe(response);
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

/** Network conditions of a phone in a rural area: bits per second down and up, round-trip time in milliseconds. */
export const LINES = {
  'a quarter of the speed, 1.6 Mbit/s, 150 ms': {down: 1_600_000, up: 750_000, latency: 150},
  'a quarter of the speed, 512 kbit/s, 400 ms': {down: 512_000, up: 256_000, latency: 400},
};

/** Limits the CPU to a quarter of its speed, and the network to a line. */
const throttle = async (cdp, {down, up, latency}) => {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: down / 8,
    uploadThroughput: up / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', {rate: 4});
};

/** Page of a contestant, with the metrics of Chromium. */
class Bench {
  #cdp;
  constructor(page, cdp) {
    this.page = page;
    this.#cdp = cdp;
  }

  /** Returns the total CPU time of the main thread, in milliseconds. */
  async mainThread() {
    return (await this.#durations()).TaskDuration;
  }

  /**
   * Returns where the time of the main thread went since the navigation, in milliseconds. The pauses by which Chromium
   * slows a processor down are in none of the parts: there is no rest then.
   */
  async work(isSlowed) {
    const durations = await this.#durations();
    const scripts = durations.ScriptDuration;
    const styles = durations.RecalcStyleDuration;
    const layout = durations.LayoutDuration;
    const rest = durations.TaskDuration - scripts - styles - layout;
    return {scripts, styles, layout, ...(isSlowed ? {} : {rest})};
  }

  async #durations() {
    const {metrics} = await this.#cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({name, value}) => [name, value * 1000]));
  }

  /** Returns the heap size after garbage collection, in bytes, typed arrays included. */
  async heap() {
    for (let i = 0; i < 3; i++) await this.#cdp.send('HeapProfiler.collectGarbage');
    const {usedSize, backingStorageSize = 0} = await this.#cdp.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  }

  /** Returns the number of nodes and listeners after garbage collection. */
  async counters() {
    await this.heap();
    return this.#cdp.send('Memory.getDOMCounters');
  }
}

/** Page of a contestant in Firefox, which has no metrics: only times are measured, for ratios. */
class FirefoxBench {
  constructor(page) {
    this.page = page;
  }

  mainThread() {
    return Number.NaN;
  }

  heap() {
    return Number.NaN;
  }
}

/** Launches Firefox, driven over WebDriver BiDi: Playwright needs a build of its own. */
const launchFirefox = () =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // Firefox ESR 140 does not support the screen orientation that puppeteer sets with a viewport.
    defaultViewport: null,
    args: ['--width=1280', '--height=805'],
    protocolTimeout: 30_000,
    env: {...process.env, TZ: 'Europe/Paris'},
  });

export const openLab = async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is missing: set CHROMIUM to its path.');
  const server = await serve();
  const url = `http://127.0.0.1:${server.address().port}`;
  const launch = (...args) =>
    chromium.launch({
      executablePath,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      args: ['--no-sandbox', '--disable-background-networking', '--js-flags=--expose-gc', ...args],
    });
  let browser = await launch();
  // maplibre-gl needs WebGL, which is rendered in software without a graphics card. The others must not be rendered
  // that way: a zoom step took 100 ms instead of 10.
  let withWebGl;
  // Lists of what compiled code depends on grow with each compilation: 150 to 350 bytes a time that are no leak.
  let withoutOptimizer;
  let firefox;
  const visitFirefox = async (path, measure) => {
    // A launch that failed is not repeated.
    firefox ??= launchFirefox();
    const page = await (await firefox).newPage();
    try {
      await page.goto(new URL(path, `${url}/pages/`).href, {waitUntil: 'load'});
      const result = await measure(new FirefoxBench(page));
      // Firefox reports no long tasks.
      const times = Object.entries(result).filter(([measured]) => !measured.includes('blocked'));
      return Object.fromEntries(times);
    } finally {
      await page.close();
    }
  };
  /** Closes the browsers. One that hangs is killed when the process exits. */
  const closeBrowsers = async () => {
    const others = [withWebGl, withoutOptimizer].map(one => one?.close());
    const closing = [browser.close(), ...others, firefox?.then(one => one.close())];
    withWebGl = withoutOptimizer = undefined;
    firefox = undefined;
    await Promise.race([Promise.allSettled(closing), delay(10_000, undefined, {ref: false})]);
  };
  return {
    /** Closes all pages, those of a contestant that did not end too. */
    async restart() {
      await closeBrowsers();
      browser = await launch();
    },
    /** Name and version of the browser. */
    version: `Chromium ${browser.version()}`,
    /**
     * Opens a page of `pages/`, or of another server, in a new browser context, passes it to `measure`, and closes it.
     * `prepare` runs before the navigation; `line` is a name of `LINES`, `condition` one of conditions.mjs. With
     * `isUnoptimized`, no code is compiled while it runs. The result gets the shares of the main thread's work as `work`.
     */
    async visit(path, measure, {prepare, line, condition = {}, isUnoptimized = false} = {}) {
      if (condition.isFirefox) return visitFirefox(path, measure);
      const needsWebGl = path.includes('maplibre');
      if (needsWebGl)
        withWebGl ??= await launch('--use-angle=swiftshader', '--enable-unsafe-swiftshader');
      if (isUnoptimized)
        withoutOptimizer ??= await launch('--js-flags=--expose-gc --no-opt --no-maglev');
      // A crash must not end a run of an hour.
      if (!browser.isConnected()) browser = await launch();
      const own = needsWebGl ? withWebGl : isUnoptimized ? withoutOptimizer : browser;
      const context = await own.newContext({
        viewport: {width: 1280, height: 720},
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        reducedMotion: condition.isReduced ? 'reduce' : 'no-preference',
      });
      try {
        const page = await context.newPage();
        const cdp = await context.newCDPSession(page);
        await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
        const errors = [];
        page.on('pageerror', error => errors.push(error.message));
        if (line) await throttle(cdp, LINES[line]);
        if (condition.isSlow) await cdp.send('Emulation.setCPUThrottlingRate', {rate: 4});
        await prepare?.(page);
        await page.goto(new URL(path, `${url}/pages/`).href);
        const bench = new Bench(page, cdp);
        const result = await measure(bench);
        if (errors.length > 0) throw new Error(`${path}: ${errors[0]}`);
        if (result) result.work = await bench.work(Boolean(line) || condition.isSlow);
        return result;
      } finally {
        await context.close();
      }
    },
    async close() {
      await closeBrowsers();
      server.closeAllConnections();
      server.close();
    },
  };
};
