import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type RunningServer, startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from './harness.js';

const PAGES = [
  '/',
  '/commune.html',
  '/widgets/filtre-familles.html',
  '/widgets/portail-cartes.html',
  '/widgets/liste-ressources.html',
  '/widgets/carte-projets.html',
  '/widgets/frise-programmes.html',
  '/widgets/explorateur.html',
];
/** Cumulative layout shift; "good" is 0.1 (web.dev/articles/cls). */
const MOST = 0.01;

interface Shift extends PerformanceEntry {
  readonly value: number;
}

describe('what is on the screen', () => {
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

  for (const path of PAGES)
    it(`A-17 of ${path} stays where it is while widgets and their data come`, async () => {
      for (const width of [320, 768, 1280]) {
        const {page} = await openPage(browser, undefined, {viewport: {width, height: 800}});
        let release = (): void => undefined;
        const painted = new Promise<void>(resolve => (release = resolve));
        // The data come when the skeletons have been seen.
        await page.route(/\/(api|data)\//, async route => {
          await painted;
          await route.continue();
        });
        await page.addInitScript(() => {
          const sum = {value: 0};
          Object.assign(window, {shifts: sum});
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum.value += (entry as Shift).value;
          }).observe({type: 'layout-shift', buffered: true});
        });
        await page.goto(new URL(path, server.url).href);
        const frames = () =>
          page.evaluate(
            () =>
              new Promise<void>(done =>
                requestAnimationFrame(() => requestAnimationFrame(() => done())),
              ),
          );
        await frames();
        release();
        await page.evaluate(async () => {
          for (const widget of document.querySelectorAll<HTMLElement>('*'))
            if (widget.localName.startsWith('spass-') && 'loadComplete' in widget)
              await widget.loadComplete;
        });
        await frames();
        const {value} = await page.evaluate(
          () => (window as unknown as {shifts: {value: number}}).shifts,
        );
        assert.ok(value <= MOST, `${String(value)} at ${String(width)} px`);
        await page.context().close();
      }
    });
});
