import type {Browser, Page} from 'playwright-core';
import {openPage} from '../pages/browser-fixture.js';
import {mapsLoaded, scrollThrough} from '../pages/demo-pages.js';

/** Opens a page in a window so high that nothing scrolls, and waits until all its widgets and maps have loaded. */
export async function openWholePage(browser: Browser, url: string, width = 1280): Promise<Page> {
  const {page} = await openPage(browser, url, {
    viewport: {width, height: 900},
    reducedMotion: 'reduce',
  });
  await scrollThrough(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({width, height});
  await scrollThrough(page);
  await mapsLoaded(page);
  return page;
}
