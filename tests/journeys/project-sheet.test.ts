import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {axeViolations} from '../pages/demo-pages.js';
import {installAnnouncementLog} from '../support/announcement-log.js';
import {partsDrawn} from '../support/page-parts.js';
import {longRecords} from '../support/project-sheet.js';
import {useSite} from '../pages/use-site.js';

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
  const fixture = useSite({
    '/portail.json': {
      body: JSON.stringify(longRecords),
      headers: {'Content-Type': 'application/json'},
    },
    '/projet': pageOf(
      `<main><h1>Nos projets</h1>
        <spass-project api="/portail.json" project="portefeuille" sync-url heading-level="2"></spass-project></main>`,
    ),
  });

  it('A-04 is read by keyboard alone: languages, a sheet of the portfolio, documents, and the way back', async () => {
    const {page} = await openPage(fixture.browser, undefined, {reducedMotion: 'reduce'});
    await installAnnouncementLog(page);
    await page.goto(`${fixture.site.url}/projet`);
    const sheet = page.locator('spass-project');
    const title = sheet.locator('.head .title');
    // A status may be replaced by the next one before it is looked at.
    const announced = (text: string) =>
      page.waitForFunction(
        wanted => window.announced.some(one => one.replace(/\s/g, ' ').includes(wanted)),
        text,
      );
    const isTitle = async (text: string) => {
      await title.filter({hasText: text}).waitFor();
      // The switch of languages and the map come later.
      await partsDrawn(page);
    };

    await isTitle('EUTOPIA');
    await tabTo(page, /^Nederlands$/);
    await page.keyboard.press('Enter');
    await sheet.getByText('Medegefinancierd door de Europese Unie').waitFor();
    await announced('Nederlands');
    assert.equal(await focusedText(page), 'Nederlands', 'the focus stays on the chosen language');
    await tabTo(page, /^français$/, 'Shift+Tab');
    await page.keyboard.press('Space');
    await sheet.getByText('Cofinancé par l’Union européenne').waitFor();

    await tabTo(page, /^Voir la fiche : Pour une trame/);
    await page.keyboard.press('Enter');
    await isTitle('Pour une trame écologique');
    await announced('Fiche affichée : Pour une trame écologique renforcée des monts de Flandre');
    assert.match(await focusedText(page), /^Pour une trame/, 'the focus is on the title');
    assert.match(page.url(), /project\.item=monts/);
    const stops = await tabTo(page, /^La délibération de 2024/);
    const documents = stops.filter(text => /PDF|ZIP/.test(text));
    assert.deepEqual(documents, [
      'La synthèse, PDF, 2,4 Mo (en néerlandais)',
      'Guide d’entretien des haies, PDF, 5,1 Mo',
      'Les panneaux de l’exposition, ZIP, 48 Mo',
    ]);
    // The map is a drawing with a name: nothing in it takes the focus.
    const map = sheet.getByRole('figure', {name: 'Le projet et ses partenaires sur la carte'});
    await map.scrollIntoViewIfNeeded();
    await map.locator('svg').waitFor();
    assert.deepEqual(await axeViolations(page), []);

    await tabTo(page, /^Retour à la fiche EUTOPIA$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await isTitle('EUTOPIA');
    await announced('Fiche affichée : EUTOPIA');
    assert.equal(await focusedText(page), 'EUTOPIA');
    await page.context().close();
  });

  it('F-11 A-04 is one step of the browser’s history, however fast it is left again', async () => {
    const {page} = await openPage(fixture.browser, undefined, {reducedMotion: 'reduce'});
    await page.clock.install();
    await page.goto(`${fixture.site.url}/projet`);
    const sheet = page.locator('spass-project');
    await sheet.locator('.children').waitFor();
    const isShown = (text: string) => sheet.locator('.head .title', {hasText: text}).waitFor();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await page.clock.runFor(200);
    };
    const focusIsInSheet = () => page.evaluate(() => document.activeElement?.localName);
    // Less than a second between the choices.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await tabTo(page, /^Voir la fiche : Pour une trame/);
    await press('Enter');
    await isShown('Pour une trame écologique');
    await page.waitForURL(/project\.item=monts/);
    await tabTo(page, /^Retour à la fiche EUTOPIA$/, 'Shift+Tab');
    await press('Enter');
    await isShown('EUTOPIA');
    await page.clock.resume();
    await page.goBack({waitUntil: 'commit'});
    await isShown('Pour une trame écologique');
    assert.match(page.url(), /project\.item=monts/);
    assert.equal(await focusIsInSheet(), 'spass-project', 'Back does not lose the focus');
    await page.goBack({waitUntil: 'commit'});
    await isShown('EUTOPIA');
    assert.equal(page.url(), `${fixture.site.url}/projet`);
    await page.goForward({waitUntil: 'commit'});
    await isShown('Pour une trame écologique');
    await page.goForward({waitUntil: 'commit'});
    await isShown('EUTOPIA');
    await page.context().close();
  });

  it('A-04 leads back from the link of a sheet, whose portfolio has not been shown', async () => {
    const {page} = await openPage(fixture.browser, `${fixture.site.url}/projet?project.item=monts`);
    await page.locator('spass-project .back').waitFor();
    await tabTo(page, /^Retour à la fiche EUTOPIA$/);
    await page.keyboard.press('Space');
    await page.locator('spass-project .children').waitFor();
    assert.equal(await focusedText(page), 'EUTOPIA');
    assert.doesNotMatch(page.url(), /item=/);
    await page.context().close();
  });
});
