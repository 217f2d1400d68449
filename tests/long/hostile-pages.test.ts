import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, openPage, type OpenPage, type Site, startSite} from '../pages/harness.js';
import {difference, HOSTS, looksOf, PRINTED, visit, wordsOf} from '../pages/hosts.js';

/** Share of a widget's pixels that a page may change. */
const MOST = 0.01;

describe('on a page with', {timeout: 600_000}, () => {
  let browser: Browser;
  let site: Site;
  /** Empty page in which pictures are compared. */
  let scales: OpenPage;
  const looks = new Map<string, Record<string, string>>();
  let words: Record<string, string> = {};

  /** Returns pictures of the widgets on a page with only the styles they are meant to inherit. */
  const looksWith = async (like: string): Promise<Record<string, string>> => {
    const known = looks.get(like);
    if (known) return known;
    const {page} = await visit(browser, site, {like});
    if (!like) words = await wordsOf(page);
    const seen = await looksOf(page);
    await page.context().close();
    looks.set(like, seen);
    return seen;
  };

  before(async () => {
    browser = await launchChromium();
    site = await startSite({'/scales': '<!doctype html><title>Scales</title>'});
    scales = await openPage(browser, `${site.url}/scales`);
    await looksWith('');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [name, host] of Object.entries(HOSTS))
    it(
      `F-09 ${name} every widget has the same text and appearance`,
      {skip: host.skip},
      async () => {
        const {page, errors, console: lines} = await visit(browser, site, host);
        assert.deepEqual(errors, []);
        assert.deepEqual(lines, []);
        assert.deepEqual(await wordsOf(page), words);
        const [mine, theirs] = [await looksWith(host.like ?? ''), await looksOf(page)];
        const changed: Record<string, number> = {};
        for (const [noun, look] of Object.entries(theirs)) {
          const share = await difference(scales.page, mine[noun]!, look);
          if (share > MOST) changed[noun] = share;
        }
        assert.deepEqual(changed, {});
        await page.context().close();
      },
    );

  it('F-09 print styles every widget has the same text on paper', async () => {
    const print = async (host: typeof PRINTED) => {
      const {page, errors} = await visit(browser, site, host);
      await page.emulateMedia({media: 'print'});
      const said = await wordsOf(page);
      assert.deepEqual(errors, []);
      await page.context().close();
      return said;
    };
    assert.deepEqual(await print(PRINTED), await print({}));
  });
});
