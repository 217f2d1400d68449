import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {createServer, request as ask} from 'node:http';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {findFirefox, findWebKit, root} from '../../scripts/setup.mjs';
import {startServer} from '../../demo/server/server.js';
import {startFirefox} from './firefox.js';
import {type Engine, startWebKit} from './webkit.js';
import {listen} from '../support/listen.js';

/** Every page of the demo, as its path on the server. */
const pages = readdirSync(join(root, 'demo'), {recursive: true, encoding: 'utf8'})
  .filter(path => path.endsWith('.html') && !/^(?:configurateur|data|made|server)\//.test(path))
  .map(path => `/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** Collects the errors of a page, which `LOOK` reads. */
const ERROR_HOOK = `window.faults = [];
addEventListener('error', event => event.message && window.faults.push(event.message));
addEventListener('unhandledrejection', event => window.faults.push(String(event.reason)));`;

/** Script that runs in the page: waits for its widgets, and returns the errors. */
const CHECK_SCRIPT = `
const done = arguments[arguments.length - 1];
const within = (promise, milliseconds) => Promise.race([
  promise.then(() => true),
  new Promise(resolve => setTimeout(resolve, milliseconds, false)),
]);
(async () => {
  const widgets = [...document.querySelectorAll('*')].filter(e => e.localName.startsWith('spass-'));
  const tags = [...new Set(widgets.map(widget => widget.localName))];
  const undefinedTags = [];
  for (const tag of tags)
    if (!(await within(customElements.whenDefined(tag), 10000))) undefinedTags.push(tag);
  const pending = [];
  for (const widget of widgets) {
    if (!('loadComplete' in widget)) continue;
    widget.scrollIntoView();
    if (!(await within(widget.loadComplete, 20000))) pending.push(widget.localName);
  }
  return {tags, faults: window.faults, undefinedTags, pending};
})().then(done, error => done({tags: [], faults: [String(error)], undefinedTags: [], pending: []}));`;

interface PageReport {
  readonly tags: readonly string[];
  readonly faults: readonly string[];
  readonly undefinedTags: readonly string[];
  readonly pending: readonly string[];
}

/** Serves the demo with HOOK as the first script of each page: WebDriver cannot add one before the page's own. */
const startDemo = async () => {
  const demo = await startServer();
  const server = createServer((request, response) => {
    if (request.url === '/faults.js') {
      response.setHeader('Content-Type', 'text/javascript').end(ERROR_HOOK);
      return;
    }
    const {host, 'accept-encoding': encoding, ...headers} = request.headers;
    const {method} = request;
    const forward = ask(new URL(request.url ?? '/', demo.url), {method, headers}, answer => {
      const html = answer.headers['content-type']?.startsWith('text/html');
      const {'content-length': length, ...rest} = answer.headers;
      response.writeHead(answer.statusCode ?? 500, html ? rest : answer.headers);
      if (!html) {
        answer.pipe(response);
        return;
      }
      let body = '';
      answer.setEncoding('utf8').on('data', chunk => (body += String(chunk)));
      answer.on('end', () =>
        response.end(body.replace(/<head[^>]*>/i, '$&<script src="/faults.js"></script>')),
      );
    });
    forward.on('error', () => response.destroy());
    request.pipe(forward);
  });
  const {url, close} = await listen(server);
  return {
    url,
    close: async () => {
      await close();
      await demo.close();
    },
  };
};

for (const [name, found, start] of [
  ['Firefox', findFirefox(), startFirefox],
  ['WebKitGTK', findWebKit(), startWebKit],
] as const)
  describe(`the demo in ${name}`, {skip: !found && `${name} is missing`}, () => {
    let engine: Engine | undefined;
    let demo: Awaited<ReturnType<typeof startDemo>> | undefined;

    before(async () => {
      demo = await startDemo();
      engine = await start();
    });
    after(async () => {
      await engine?.close();
      await demo?.close();
    });

    for (const path of pages)
      it(`F-15 shows every widget of ${path}`, {timeout: 150_000}, async () => {
        assert.ok(engine && demo);
        await engine.open(demo.url + path);
        const {tags, ...findings} = await engine.run<PageReport>(CHECK_SCRIPT);
        assert.deepEqual(findings, {faults: [], undefinedTags: [], pending: []});
        assert.ok(tags.length > 0, 'the page holds a widget');
      });
  });
