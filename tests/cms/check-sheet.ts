import assert from 'node:assert/strict';
import type {Page} from 'playwright-core';

/** Beginning and headings of the sheet of Clim@Monts, by language. */
const EXPECTED = {
  fr: ['Projet cofinancé par l’Union européenne', 'En bref', 'Partenaires'],
  nl: ['Project medegefinancierd door de Europese Unie', 'In het kort', 'Partners'],
  en: ['Project co-funded by the European Union', 'At a glance', 'Partners'],
  de: ['Kofinanziert von der Europäischen Union', 'Auf einen Blick', 'Partner'],
} as const;
export const SHEET_LANGUAGES = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

/** Checks sheets of Clim@Monts, with their `lang`, on a page without JavaScript. */
export async function checkSheetsWithoutScripts(page: Page): Promise<void> {
  const sheets = await page.locator('spass-project').all();
  assert.ok(sheets.length >= SHEET_LANGUAGES.length);
  for (const sheet of sheets) {
    const lang = (await sheet.getAttribute('lang')) as keyof typeof EXPECTED;
    const [statement, ...headings] = EXPECTED[lang];
    const first = await sheet.locator('p').first().innerText();
    assert.ok(first.trim().startsWith(statement), first);
    const emblem = await sheet.locator('p:first-child img').boundingBox();
    assert.ok(emblem && emblem.height >= 56 && emblem.width > emblem.height, lang);
    const texts = await sheet.locator('h3, h4').allInnerTexts();
    assert.match(texts[0]!, /Clim@Monts|Monts|heuvels/i);
    for (const heading of headings) assert.ok(texts.includes(heading), texts.join());
    assert.ok((await sheet.locator('li').count()) > 1, 'partners');
    assert.match(String(await sheet.locator('h3 a').getAttribute('href')), /^https:/);
  }
}

/** Checks that the script shows the same sheets, statement first. */
export async function checkSheets(page: Page): Promise<void> {
  for (const sheet of await page.locator('spass-project').all()) {
    const lang = (await sheet.getAttribute('lang')) as keyof typeof EXPECTED;
    await sheet.locator('[part=funding]').getByText(EXPECTED[lang][0]).waitFor();
    await sheet.locator('[part=partner]').first().waitFor();
    assert.equal(await sheet.locator('> p').first().isVisible(), false, 'not twice');
  }
}
