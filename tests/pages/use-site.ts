import {after, before} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, type Reply, type Site, startSite} from './browser-fixture.js';

export interface SiteFixture {
  readonly browser: Browser;
  readonly site: Site;
}

/** Opens a browser and a site before a suite, and closes them after it. Usable in tests and hooks, not while declaring. */
export function useSite(pages?: Readonly<Record<string, Reply>>): SiteFixture {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    site = await startSite(pages);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
  };
}
