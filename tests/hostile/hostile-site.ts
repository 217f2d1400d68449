// The page in which hostile texts are drawn, and the engines that open it.
import {createServer} from 'node:http';
import {join} from 'node:path';
import {buildSync} from 'esbuild';
import {root} from '../../scripts/setup.mjs';
import type {Engine} from '../engines/webkit.js';
import {cdn, launchChromium, openPage} from '../pages/browser-fixture.js';
import {readFileSync} from 'node:fs';
import type {Drawing, PageObservations} from './in-page.js';
import {listen} from '../support/listen.js';

const script = buildSync({
  entryPoints: [join(root, 'tests/hostile/in-page.ts')],
  bundle: true,
  format: 'iife',
  write: false,
  target: 'es2022',
}).outputFiles[0]?.text;

/**
 * Policy that the browser enforces; a second policy only reports. Scripts of any origin would run, so that insertions
 * are visible, but requests to other hosts are blocked and reported.
 */
const ENFORCED_POLICY =
  "connect-src 'self'; img-src 'self' data:; media-src 'none'; frame-src 'none'; object-src 'none'; " +
  "font-src 'none'; form-action 'none'; base-uri 'none'";
const REPORTED_POLICY =
  "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html spass-widgets";

const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>';

export interface HostileSite {
  readonly url: string;
  /** Responses at `/data/<name>.json`; `/data/<name>` is the same as an API. */
  readonly documents: Map<string, string>;
  /** Responses at other paths: `[type, body]`. */
  readonly files: Map<string, readonly [string, string]>;
  /** Further pages, with their own policy. */
  readonly policies: Map<string, string>;
  /** Requests that the page has no reason to send. */
  readonly unexpectedRequests: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

/** Converts a portal document to the response of an API, which accepts contributions; a document does not. */
function collectionOf(document: string, collection: string): string {
  const {[collection]: items = []} = JSON.parse(document) as Record<string, unknown>;
  return JSON.stringify({version: '1', items, complete: true});
}

/** Serves the built files, the page, and portals; every other request is recorded as a leak. */
export async function startHostileSite(body = '<main></main>'): Promise<HostileSite> {
  const documents = new Map<string, string>();
  const files = new Map<string, readonly [string, string]>();
  const policies = new Map<string, string>();
  const leaks: string[] = [];
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>
<script src="/in-page.js"></script>
<script src="/cdn/spass-widgets.js" defer></script></head><body>${body}</body></html>`;
  const answer = (path: string): readonly [string, string] | undefined => {
    if (files.has(path)) return files.get(path);
    if (path === '/' || policies.has(path)) return ['text/html; charset=utf-8', page];
    if (path === '/in-page.js') return ['text/javascript', script ?? ''];
    // A policy without images would block an icon named by the page, but not the default icon.
    if (['/pic', '/go', '/favicon.ico'].includes(path) || path.startsWith('/tiles/'))
      return ['image/svg+xml', PIXEL];
    const [, name = '', collection] = /^\/data\/(.+?)(?:\.json|\/(\w+))$/.exec(path) ?? [];
    const document = documents.get(name);
    if (document !== undefined)
      return ['application/json', collection ? collectionOf(document, collection) : document];
    if (!path.startsWith('/cdn/')) return undefined;
    try {
      return [
        TYPES[path.split('.').pop() ?? ''] ?? 'text/plain',
        readFileSync(join(cdn, path.slice(5)), 'utf8'),
      ];
    } catch {
      return undefined;
    }
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*/s, '');
    const found = answer(path);
    if (!found) leaks.push(request.url ?? '');
    const policy = policies.get(path);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': found?.[0] ?? 'text/plain',
      'Access-Control-Allow-Origin': '*',
      'Content-Security-Policy': policy ?? ENFORCED_POLICY,
      ...(policy === undefined && {'Content-Security-Policy-Report-Only': REPORTED_POLICY}),
    });
    response.end(found?.[1] ?? '');
  });
  return {
    ...(await listen(server)),
    documents,
    files,
    policies,
    unexpectedRequests: leaks,
  };
}

/** Starts Chromium with the interface of the other two engines; records its dialogs and foreign requests. */
export async function startChromium(): Promise<Engine & {readonly seen: string[]}> {
  const browser = await launchChromium();
  const {page, errors} = await openPage(browser);
  page.setDefaultTimeout(120_000);
  page.on('dialog', dialog => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', popup => seen.push(`window: ${popup.url()}`));
  page.on('request', request => {
    const isOwn = /^(?:http:\/\/127\.0\.0\.1:|data:)/.test(request.url());
    // Pictures may be on any https host; the policy of the page blocks the requests.
    if (!isOwn && request.resourceType() !== 'image') seen.push(request.url());
  });
  const seen = errors;
  return {
    seen,
    open: async address => {
      await page.goto(address);
    },
    run: <T>(code: string) =>
      page.evaluate(`new Promise(done => (function () { ${code} })(done))`) as Promise<T>,
    close: () => browser.close(),
  };
}

/** Calls a function of tests/hostile/in-page.ts. */
export async function call<T = PageObservations>(
  engine: Engine,
  name: string,
  ...args: readonly unknown[]
): Promise<T> {
  const answer = await engine.run<{value?: T; error?: string}>(
    `const done = arguments[arguments.length - 1];
Promise.resolve().then(() => hostile.${name}(...${JSON.stringify(args)})).then(
  value => done({value}), error => done({error: String(error && error.stack || error)}));`,
  );
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value as T;
}

export const draw = (
  engine: Engine,
  drawings: readonly Drawing[],
  presses = 0,
  addresses: readonly string[] = [],
): Promise<PageObservations> => call(engine, 'draw', drawings, presses, addresses);
