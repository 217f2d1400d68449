// Random delays: `TEST_DELAYS=7 npm test -- tests/pages`, with any number as the seed. A test that passes only where
// everything arrives at once fails with them. Half of the modules that are imported on first use, of the entries that a
// page goes back to and of the responses to pages of Playwright come up to MAX_MS late. Playwright switches off the cache
// of the browser then: the tests of a second visit (E-02) and of an unreachable server (F-05) fail.

const MAX_MS = 600;
const SHARE = 0.5;
/** Responses to delay. Scripts and style sheets of pages themselves are not: their order is the browser's. */
const DELAYED = /\/cdn\/spass-|\/api\/|\.json|\.pmtiles/;

/** Seed of the delays; undefined without. */
export const delaySeed = process.env.TEST_DELAYS ? Number(process.env.TEST_DELAYS) : undefined;

/** Returns a function that waits, by chance, for a random time. Written into pages too: it uses nothing around it. */
const createDelay = (seed, share, maxMs) => {
  const {setTimeout} = globalThis;
  let state = seed;
  // Linear congruential generator with the parameters of Numerical Recipes.
  const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
  return () =>
    new Promise(done => {
      if (random() < share) setTimeout.call(globalThis, done, random() * maxMs);
      else done();
    });
};

/** Delays the way back in the history, in a page. */
const delayHistory = delay => {
  for (const name of ['back', 'forward', 'go']) {
    const {prototype} = globalThis.History;
    const method = prototype[name];
    prototype[name] = function (...args) {
      void delay().then(() => method.apply(this, args));
    };
  }
};

/** Returns a function that delays the first import of each module: the next ones find it there. */
const delayFirst = delay => {
  const imported = new Map();
  return name => imported.get(name) ?? (imported.set(name, delay()), imported.get(name));
};

/** Returns the bundle of the browser tests with delays. esbuild writes `import()` of a module of it as a promise. */
export const delayBundle = text => {
  if (delaySeed === undefined) return text;
  const delayed = text.replace(
    /Promise\.resolve\(\)\.then\((?=\(\)=>\((init_\w+))/g,
    (_, name) => `delayImport('${name}').then(`,
  );
  const delay = `(${createDelay})(${delaySeed},${SHARE},${MAX_MS})`;
  return `const delayTest=${delay};(${delayHistory})(delayTest);const delayImport=(${delayFirst})(delayTest);${delayed}`;
};

/** Delays responses to all pages of browsers that are launched from now on. */
const delayResponses = async () => {
  const {chromium} = await import('playwright-core');
  const delay = createDelay(delaySeed, SHARE, MAX_MS);
  const launch = chromium.launch.bind(chromium);
  chromium.launch = async (...options) => {
    const browser = await launch(...options);
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (...contextOptions) => {
      const context = await newContext(...contextOptions);
      await context.route(DELAYED, async route => {
        await delay();
        await route.fallback().catch(() => {});
      });
      return context;
    };
    browser.newPage = async (...options) => (await browser.newContext(...options)).newPage();
    return browser;
  };
};

if (delaySeed !== undefined) await delayResponses();
