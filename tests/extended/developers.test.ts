import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type RunningServer, startServer} from '../../demo/server/server.js';
import {root} from '../../scripts/setup.mjs';
import {launchChromium} from '../pages/browser-fixture.js';
import {checkDeveloperPage} from '../pages/developer-pages.js';

describe('each page for developers', () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const page of readdirSync(join(root, 'dist/guide/developers')))
    if (page.endsWith('.html'))
      it(`${page} is accessible, with a live example that works`, () =>
        checkDeveloperPage(browser, `${server.url}guide/developers/${page}`));
});
