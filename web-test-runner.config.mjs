// Tests of elements in a browser: `npx wtr`, or `npx wtr tests/elements/portal-cards.test.ts`. scripts/test/engine.mjs
// runs them in the engine of ENGINE, Firefox or WebKitGTK.
import {appendFileSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {htmlErrors} from './scripts/test/validate-html.mjs';
import {findHeadlessChromium} from './scripts/setup.mjs';
import {bundleBrowserTests} from './scripts/test/bundle-browser-tests.mjs';
import {shortMessage} from './scripts/test/line-reporter.mjs';
import {runnerPage} from './scripts/test/runner-page.mjs';
import {testFiles} from './scripts/test/select-files.mjs';
import {isBrowserTest} from './scripts/test/stages.mjs';

const timezoneId = 'Europe/Paris';
const locale = 'en-US';

const chromium = chromeLauncher({
  // On two cores: a page waits two fifths of its time, for frames, timers and pressed keys.
  concurrency: 3,
  launchOptions: {
    executablePath: findHeadlessChromium(),
    headless: true,
    env: {...process.env, TZ: timezoneId, LANG: 'en_US.UTF-8', LANGUAGE: locale},
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${locale}`,
    ],
  },
  // Tabs in the background get about one animation frame a second: each page has a window of its own, and the focus is
  // emulated for each.
  createPage: async ({context}) => {
    const ownContext = await context.browser().createBrowserContext();
    const page = await ownContext.newPage();
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setFocusEmulationEnabled', {enabled: true});
    await devtools.send('Emulation.setTimezoneOverride', {timezoneId});
    await devtools.send('Emulation.setLocaleOverride', {locale});
    return page;
  },
});

const engine = process.env.ENGINE;
/** Other engines run one page at a time. */
const browser = engine
  ? (await import('./tests/engines/launchers.ts')).launchers[engine]()
  : chromium;

/** Reporter that writes one JSON line per test to the file of TEST_REPORT, counted by scripts/test.mjs. */
const lineReporter = path => ({
  onTestRunFinished({sessions}) {
    const write = line => appendFileSync(path, JSON.stringify(line) + '\n');
    const walk = (suite, file, names = []) => {
      for (const {name, skipped, passed, error, duration} of suite?.tests ?? [])
        write({
          file,
          name: [...names, name].join(' › '),
          result: skipped ? 'skipped' : passed ? 'passed' : 'failed',
          reason: shortMessage(error?.message),
          ms: duration,
        });
      for (const inner of suite?.suites ?? []) walk(inner, file, [...names, inner.name]);
    };
    for (const {testFile, testResults, errors} of sessions) {
      const file = relative(import.meta.dirname, testFile);
      walk(testResults, file);
      for (const {message} of errors ?? []) write({file, name: message, result: 'failed'});
    }
  },
});

/** Middleware for range requests of tile archives, which the server of the runner does not support. */
const ranges = async (context, next) => {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(context.get('range')) ?? [];
  if (!first || !/^\/demo\/fonds\/\w+\.pmtiles$/.test(context.path)) return next();
  try {
    const file = readFileSync(fileURLToPath(new URL(`.${context.path}`, import.meta.url)));
    context.status = 206;
    context.body = file.subarray(Number(first), Number(last) + 1);
  } catch {
    context.status = 404;
  }
};

/** Plugin that validates the HTML sent by tests. */
const markup = {
  name: 'markup',
  executeCommand: ({command, payload}) =>
    command === 'markup-faults' ? htmlErrors(payload.html) : undefined,
};

/** Plugin that emulates forced colours and contrast, which the commands of the runner and Puppeteer cannot. */
const mediaFeatures = {
  name: 'media-features',
  executeCommand: async ({command, payload, session}) => {
    if (command !== 'media-features') return undefined;
    const page = session.browser.getPage(session.id);
    if (!page.createCDPSession) throw new Error('no such features in this engine');
    const devtools = await page.createCDPSession();
    const features = Object.entries(payload).map(([name, value]) => ({name, value}));
    await devtools.send('Emulation.setEmulatedMedia', {features});
    return true;
  },
};

const bundle = bundleBrowserTests(testFiles.filter(isBrowserTest));

export default {
  files: [
    'tests/elements/**/*.test.ts',
    'tests/controllers/**/*.test.ts',
    'tests/contexts/**/*.test.ts',
  ],
  middleware: [ranges, bundle.middleware],
  browsers: [browser],
  testRunnerHtml: runnerPage,
  plugins: [markup, mediaFeatures, bundle.plugin],
  // The planted faults run a single test.
  testFramework: {config: {timeout: 10_000, grep: process.env.TEST_ONLY}},
  testsFinishTimeout: 180_000,
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY)}),
    ...(process.env.TEST_REPORT ? [lineReporter(process.env.TEST_REPORT)] : []),
  ],
  // Console messages are printed with their test, except the one about Lit's development mode.
  filterBrowserLogs: ({args}) =>
    !args.some(arg => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};
