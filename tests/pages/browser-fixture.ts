import {readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {extname, join} from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import {findHeadlessChromium, root} from '../../scripts/setup.mjs';
import {listen} from '../support/listen.js';

export const cdn = join(root, 'dist/cdn');

/** Policy under which the package promises to work. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; " +
  'trusted-types lit-html spass-widgets';

/** Returns a page whose head has the script of the CDN build, or what is given. */
export const pageWith = (
  body: string,
  head = '<script defer src="/cdn/spass-widgets.js"></script>',
): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>
  <link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** Response of a site: a text, a text with headers, or a function that handles the connection. */
export type Reply =
  | string
  | {readonly body: string; readonly headers: Record<string, string>}
  | ((response: ServerResponse, request: IncomingMessage) => void);

export interface Site {
  readonly url: string;
  /** Requested paths, in order. */
  readonly requestedPaths: string[];
  /** Responses by path; can be changed at any time. */
  readonly responses: Map<string, Reply>;
  close(): Promise<void>;
}

const cdnFile = (path: string): string | undefined => {
  try {
    return path.startsWith('/cdn/') ? readFileSync(join(cdn, path.slice(5)), 'utf8') : undefined;
  } catch {
    return undefined;
  }
};

/** Starts a web site on a free local port: the given pages, and the built files under /cdn/. */
export async function startSite(pages: Readonly<Record<string, Reply>> = {}): Promise<Site> {
  const site = {requestedPaths: [] as string[], responses: new Map(Object.entries(pages))};
  const answer = (request: IncomingMessage): Reply | undefined => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    site.requestedPaths.push(pathname);
    return site.responses.get(pathname) ?? cdnFile(pathname);
  };
  const server = createServer((request, response) => {
    const reply = answer(request);
    if (typeof reply === 'function') {
      reply(response, request);
      return;
    }
    const {body, headers} =
      typeof reply === 'object' ? reply : {body: reply ?? 'Not found', headers: {}};
    const extension = extname(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(reply === undefined ? 404 : 200, {
      'Content-Type': TYPES[extension] ?? TYPES['.html'],
      'Access-Control-Allow-Origin': '*',
      ...headers,
    });
    response.end(body);
  });
  return {...site, ...(await listen(server))};
}

/** Pages left by tests, by browser and options. */
const reusedPages = new WeakMap<Browser, Map<string, Page>>();
/** Time that a browser, closed by a suite, waits for the next suite of its process. */
const IDLE_MS = 1000;
/** Browser that waits for the next suite. */
let idle: {readonly browser: Browser; readonly timer: NodeJS.Timeout} | undefined;

/** Makes `close` leave the browser, without its contexts, to the next suite: a launch takes a second of processor time. */
function shareBrowser(browser: Browser): Browser {
  const close = browser.close.bind(browser);
  browser.close = async () => {
    reusedPages.delete(browser);
    // Before the time runs: on a busy machine they take longer than it.
    await Promise.all(browser.contexts().map(context => context.close()));
    if (idle?.browser === browser) return;
    if (idle) return close();
    const timer = setTimeout(() => {
      idle = undefined;
      void close();
    }, IDLE_MS);
    idle = {browser, timer};
  };
  return browser;
}

/**
 * Launches Chromium with the settings of all page tests: no network beyond this machine, one language and time zone.
 * Without options, the browser of an earlier suite is used again.
 */
export async function launchChromium(options?: LaunchOptions): Promise<Browser> {
  if (!options && idle?.browser.isConnected()) {
    const {browser, timer} = idle;
    clearTimeout(timer);
    idle = undefined;
    return browser;
  }
  const executablePath = options?.executablePath ?? findHeadlessChromium();
  if (!executablePath) throw new Error('Chromium is missing: set CHROMIUM to its path.');
  const browser = await chromium.launch({
    ...options,
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      ...(options?.args ?? []),
    ],
  });
  return options ? browser : shareBrowser(browser);
}

export interface OpenPage {
  readonly page: Page;
  /** Console messages: warnings and errors only. */
  readonly console: string[];
  /** Uncaught errors and unhandled rejections. */
  readonly errors: string[];
}

/** Collects the console messages and errors of a page from now on. */
function collectMessages(page: Page): OpenPage {
  const open = {page, console: [] as string[], errors: [] as string[]};
  page.on('console', message => {
    if (['warning', 'error'].includes(message.type())) open.console.push(message.text());
  });
  page.on('pageerror', error => open.errors.push(error.message));
  return open;
}

/** Opens a new page in its own context, and collects its console messages and errors. */
export async function openPage(
  browser: Browser,
  url?: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'Europe/Paris',
    ...options,
  });
  // The test loader (esbuild) marks functions sent into a page with this helper.
  await context.addInitScript('globalThis.__name = value => value');
  const open = collectMessages(await context.newPage());
  if (url) await open.page.goto(url);
  return open;
}

/** Events of a page that tests listen to. */
const PAGE_EVENTS = ['console', 'pageerror', 'request', 'requestfailed', 'response'] as const;

/**
 * Loads a URL in a page that earlier calls with the same options have left, or in a new one: 0.2 s of processor time
 * instead of 0.8 s, since its process has compiled the scripts. Listeners and routes are removed; the HTTP cache,
 * cookies and storage stay. The page is closed with the browser.
 */
export async function reusePage(
  browser: Browser,
  url?: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const pages = reusedPages.get(browser) ?? new Map<string, Page>();
  reusedPages.set(browser, pages);
  const key = JSON.stringify(options);
  const page = pages.get(key) ?? (await openPage(browser, undefined, options)).page;
  pages.set(key, page);
  for (const event of PAGE_EVENTS) page.removeAllListeners(event);
  await page.unrouteAll({behavior: 'ignoreErrors'});
  if (options.viewport) await page.setViewportSize(options.viewport);
  await page.goto('about:blank');
  const open = collectMessages(page);
  if (url) await page.goto(url);
  return open;
}
