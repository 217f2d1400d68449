import {after, before} from 'node:test';
import type {Browser} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {launchChromium} from './browser-fixture.js';

/** Demo server and a browser, once the tests of their suite run. */
export interface Demo {
  readonly browser: Browser;
  /** URL of the server. */
  readonly url: string;
}

/** Launches Chromium and starts the demo server before the tests of the suite that calls it, and ends both after them. */
export function useDemo(): Demo {
  let browser: Browser;
  let server: DemoServer;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}
