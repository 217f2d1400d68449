import type {Browser, Page} from 'playwright-core';
import {openPage, type Site} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {installAnnouncementLog} from './announcement-log.js';

/** Page whose clock stands still, and which records what a screen reader announces. */
export class StillPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * Opens a page of a site. Delays before the repetition of a request are zero.
   *
   * @param prepare Called before the document is loaded.
   */
  static async open(
    browser: Browser,
    site: Site,
    path = '/',
    prepare?: (page: Page) => Promise<void>,
  ): Promise<StillPage> {
    const {page} = await openPage(browser);
    await prepare?.(page);
    await installAnnouncementLog(page);
    await page.addInitScript('Math.random = () => 0');
    await page.clock.install({time: '2026-11-25T10:00:00Z'});
    await page.clock.pauseAt('2026-11-25T10:00:01Z');
    await page.goto(site.url + path);
    return new StillPage(page);
  }

  /** Waits until all widgets have loaded or failed. Time passes slowly meanwhile, so that delays of zero end. */
  async loaded(): Promise<void> {
    let isLoaded = false as boolean;
    const load = scrollThrough(this.page).finally(() => (isLoaded = true));
    while (!isLoaded) await this.page.clock.runFor(1);
    await load;
  }

  /** Lets time pass. */
  pass(ms: number): Promise<void> {
    return this.page.clock.runFor(ms);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
