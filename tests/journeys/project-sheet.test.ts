import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {pageOf} from '../pages/all-widgets.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {longRecords} from '../support/project-sheet.js';

/** Returns the text of the focused element, looked for in all shadow trees. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  });

/** Presses Tab until the focused element has this text. Returns the texts of the stops on the way. */
async function tabTo(page: Page, text: RegExp, key = 'Tab'): Promise<readonly string[]> {
  const stops: string[] = [];
  while (stops.length < 40) {
    await page.keyboard.press(key);
    stops.push(await focusedText(page));
    if (text.test(stops.at(-1) ?? '')) return stops;
  }
  throw new Error(`no stop is called ${String(text)}: ${stops.join(' | ')}`);
}

describe('the sheet of a project', {timeout: 60_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await startSite({
      '/portail.json': {
        body: JSON.stringify(longRecords),
        headers: {'Content-Type': 'application/json'},
      },
      '/projet': pageOf(
        `<main><h1>Nos projets</h1>
        <spass-project api="/portail.json" project="portefeuille" sync-url heading-level="2"></spass-project></main>`,
      ),
    });
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('A-04 leads back from the link of a sheet, whose portfolio has not been shown', async () => {
    const {page} = await openPage(browser, `${site.url}/projet?project.item=monts`);
    await page.locator('spass-project .back').waitFor();
    await tabTo(page, /^Retour à la fiche EUTOPIA$/);
    await page.keyboard.press('Space');
    await page.locator('spass-project .children').waitFor();
    assert.equal(await focusedText(page), 'EUTOPIA');
    assert.doesNotMatch(page.url(), /item=/);
    await page.context().close();
  });
});
