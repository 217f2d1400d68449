import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {scrollThrough} from './demo-pages.js';
import {launchChromium, openPage, type Site, startSite} from './browser-fixture.js';
import {type RecordingProxy, startRecordingProxy} from './recording-proxy.js';

/** Returns each tag once, with the demo's portal and its required attributes. */
export const demoWidgets = (api: string, tiles = 'none'): string => `
  <spass-portal api="${api}/api">
    <spass-family-filter></spass-family-filter>
    <spass-portal-cards></spass-portal-cards>
    <spass-resource-list></spass-resource-list>
    <spass-project-map tiles="${tiles}" attribution="© Fond">
      <spass-layer api="${api}/made/monuments.json" source="opendatasoft" label="Monuments"
        fields="title: titre_editorial_de_la_notice; geo: coordonnees_au_format_wgs84; id: reference"></spass-layer>
    </spass-project-map>
    <spass-programme-timeline></spass-programme-timeline>
    <spass-project project="raismes-2032"></spass-project>
    <spass-project-progress project="raismes-2032"></spass-project-progress>
    <spass-agenda></spass-agenda>
    <spass-directory></spass-directory>
    <spass-story story="ors-wilfred-owen" tiles="${tiles}"></spass-story>
    <spass-compare>
      <img src="${api}/api/drawing-ors-then.svg" alt="La maison en 1918" data-year="1918" loading="lazy">
      <img src="${api}/api/drawing-ors-now.svg" alt="La maison en 2011" data-year="2011" loading="lazy">
    </spass-compare>
    <spass-contribute kind="idea" portal="ors" tiles="${tiles}" controller="La commune"
      contact="dpo@commune.example" retention="deux ans" policy="/donnees"></spass-contribute>
    <spass-explorer tiles="${tiles}"></spass-explorer>
  </spass-portal>`;

export const TAGS = [
  'portal',
  ...['portal-cards', 'family-filter', 'resource-list', 'project-map', 'programme-timeline'],
  ...[
    'story',
    'compare',
    'project',
    'project-progress',
    'contribute',
    'agenda',
    'directory',
    'layer',
  ],
  'explorer',
].map(noun => `spass-${noun}`);

/** Returns the data that the browser stores for the page's origin. */
export const storedData = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))),
});

export const NOTHING_STORED = {
  cookies: [],
  local: [],
  session: [],
  databases: [],
  caches: [],
  workers: 0,
};

/** Municipal page on one origin, portal on another, tiles on a third; each records its requests. */
export class ThreeOriginSite {
  readonly browser: Browser;
  readonly site: Site;
  readonly api: RecordingProxy;
  readonly tiles: RecordingProxy;
  readonly #server: DemoServer;

  private constructor(
    browser: Browser,
    site: Site,
    api: RecordingProxy,
    tiles: RecordingProxy,
    server: DemoServer,
  ) {
    this.browser = browser;
    this.site = site;
    this.api = api;
    this.tiles = tiles;
    this.#server = server;
  }

  static async start(): Promise<ThreeOriginSite> {
    const server = await startServer();
    const [browser, site, api, tiles] = await Promise.all([
      // No host name resolves. Interception by Playwright would hide preflights from the servers.
      launchChromium({args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']}),
      startSite(),
      startRecordingProxy(server.url),
      startRecordingProxy(),
    ]);
    return new ThreeOriginSite(browser, site, api, tiles, server);
  }

  /** URL template of a third party's tiles. */
  get tileTemplate(): string {
    return `${this.tiles.url}/{z}/{x}/{y}.png`;
  }

  /** Publishes a page on the municipal site, and clears the recorded requests. */
  publish(
    content: string,
    headers: Record<string, string> = {},
    lang = 'fr',
    script = '/cdn/spass-widgets.js',
  ): void {
    const body = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Une commune</title>
      <meta name="viewport" content="width=device-width">
      <link rel="icon" href="data:,"><script src="${script}" defer crossorigin="anonymous"></script>
      <h1>Une commune</h1>${content}`;
    this.site.responses.set('/', {body, headers});
    this.site.requestedPaths.length = this.api.requests.length = this.tiles.requests.length = 0;
  }

  /** Opens the page in a new browser context. */
  async open(options: BrowserContextOptions = {}) {
    const opened = await openPage(this.browser, undefined, {
      viewport: {width: 1280, height: 800},
      ...options,
    });
    const urls: string[] = [];
    opened.page.on('request', request => urls.push(request.url()));
    const hosts = () =>
      [
        ...new Set(urls.filter(url => url.startsWith('http')).map(url => new URL(url).origin)),
      ].sort();
    return {...opened, urls, hosts};
  }

  /** Opens the page in a new context and scrolls through it. */
  async openAndScroll(options: BrowserContextOptions = {}) {
    const visit = await this.open(options);
    await visit.page.goto(this.site.url);
    await scrollThrough(visit.page);
    return visit;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all([this.site, this.api, this.tiles, this.#server].map(one => one.close()));
  }
}
