import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {root, run} from '../../scripts/setup.mjs';
import {launchChromium} from '../pages/browser-fixture.js';
import {assertMarkersOnly, openPageWithTraffic, mapContent} from '../support/pmtiles-map.js';

const FILE = '/made/million.pmtiles';

describe('a map of one static file of 1,000,000 records', {timeout: 600_000}, () => {
  let browser: Browser;
  let server: DemoServer;
  before(async () => {
    if (!existsSync(`${root}demo/made/million.pmtiles`)) {
      const made = await run(process.execPath, ['--import', 'tsx', 'scripts/make/million.ts']);
      assert.ok(made.ok, 'scripts/make/million.ts made no file');
    }
    browser = await launchChromium();
    server = await startServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('shows them with at most 15 requests and 600 kB, and asks the reader to zoom in', async () => {
    const page = await openPageWithTraffic(
      browser,
      new URL('/million.html', server.url).href,
      FILE,
    );
    const {traffic, errors} = page;
    const map = `[api="${FILE}"]`;
    await page.page.locator(map).scrollIntoViewIfNeeded();
    const seen = await mapContent(page.page, map);
    assertMarkersOnly(seen, 1_000_000);
    const {bytes} = traffic;
    const requests = traffic.statuses.length;
    console.log(`first view of a million: ${requests} requests, ${bytes} bytes`);
    assert.ok(traffic.statuses.every(status => status === 206));
    assert.ok(requests <= 15, `${requests} requests`);
    assert.ok(bytes <= 600_000, `${bytes} bytes`);
    assert.equal(seen.fields, 0, 'no search');
    assert.deepEqual(errors, []);
    await page.page.context().close();
  });
});
