import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {buildSync} from 'esbuild';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {openPage} from '../pages/browser-fixture.js';
import {demoPages, scrollThrough} from '../pages/demo-pages.js';
import {useDemo} from '../pages/use-demo.js';

/** Returns the visible lines of the widgets, without announcements, drawings, maps and their credits, which depend on the moment. */
const readTexts = async (page: Page): Promise<Set<string>> =>
  new Set(
    await page.evaluate(() => {
      const widgets = [...document.querySelectorAll('*')].filter(
        ({localName, shadowRoot}) => shadowRoot && !/map|explorer|story|portal$/.test(localName),
      );
      return widgets.flatMap(({shadowRoot}) => {
        const changing = '[role=status], [part~=map], .spass-map, svg';
        for (const one of shadowRoot!.querySelectorAll<HTMLElement>(changing))
          one.style.display = 'none';
        const blocks = [...shadowRoot!.children] as HTMLElement[];
        const texts = blocks.filter(one => !one.matches('style, script')).map(one => one.innerText);
        return texts
          .join('\n')
          .split(/\n\s*/)
          .filter(line => !line.startsWith('©'));
      });
    }),
  );

describe('the minified files of the CDN', {timeout: 600_000}, () => {
  const demo = useDemo();
  let modules: Uint8Array;
  before(() => {
    const entryPoints = [`${root}/src/define/all.ts`];
    modules = buildSync({entryPoints, bundle: true, format: 'iife', write: false}).outputFiles[0]!
      .contents;
  });

  /** Opens a page with the script of the CDN, or with the modules as they are written. */
  const textsOf = async (path: string, usesModules: boolean): Promise<Set<string>> => {
    const options = {reducedMotion: 'reduce', bypassCSP: true} as const;
    const {page} = await openPage(demo.browser, undefined, options);
    if (usesModules) {
      const body = Buffer.from(modules);
      await page.route(/\/spass-widgets\.js/, route => route.fulfill({contentType: 'text/javascript', body})); // prettier-ignore
      await page.route(
        url => url.pathname === path,
        async route => {
          const response = await route.fetch();
          const html = await response.text();
          await route.fulfill({response, body: html.replaceAll(/ integrity="[^"]*"/g, '')});
        },
      );
    }
    await page.goto(new URL(path, demo.url).href);
    await scrollThrough(page);
    const texts = await readTexts(page);
    await page.context().close();
    return texts;
  };

  const onlyMaps = /million|merimee|explorateur|carte-projets/;
  for (const path of [...demoPages.keys()].filter(one => !onlyMaps.test(one)))
    it(`write the same texts on ${path} as the modules that they are made of`, async () => {
      const [texts, written] = [await textsOf(path, false), await textsOf(path, true)];
      assert.ok(texts.size > 1, 'nothing is drawn');
      assert.deepEqual(
        [
          [...texts].filter(line => !written.has(line)),
          [...written].filter(line => !texts.has(line)),
        ],
        [[], []],
      );
    });
});
