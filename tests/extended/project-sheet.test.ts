import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import type {Project} from '../../src/model/records.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {usePrintFolder} from '../support/print-folder.js';
import {canReadPdf, cutWords, overlappingWords, readPdf} from '../support/printed-page.js';
import {longerProject, longProject, longRecords} from '../support/project-sheet.js';

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

/** Returns a page of a commune, with margins and a heading of its own. */
const pageOf = (lang: string): string => `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Projet</title>
    <script src="/cdn/spass-widgets.js" defer></script>
    <style>body { max-width: 60em; margin: 1em auto; font-family: sans-serif }</style>
  </head>
  <body>
    <h1>La trame des monts</h1>
    <spass-project api="/portail.json" project="${longProject.id}"></spass-project>
  </body>
</html>`;

describe('the printed sheet of a project', {skip, timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  const folder = usePrintFolder();
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const [lang, project, name] of [
    ['fr', longProject, 'long'],
    ['nl', longProject, 'long'],
    ['en', longProject, 'long'],
    ['fr', longerProject, 'longer'],
  ] as const)
    it(`is one page of A4 with all its texts, in ${lang}: ${name}`, async () => {
      site.responses.set('/projet.html', pageOf(lang));
      site.responses.set('/portail.json', {
        body: JSON.stringify({...longRecords, projects: [project]}),
        headers: {'Content-Type': 'application/json'},
      });
      const {page} = await openPage(browser, `${site.url}/projet.html`);
      await page.locator('spass-project .head .name').waitFor();
      // As a reader does who looks at the sheet before printing it.
      await page.mouse.wheel(0, 2000);
      await page.evaluate(async () => {
        await document.querySelector('spass-project')!.loadComplete;
      });
      await page.waitForLoadState('networkidle');
      const file = join(folder, `${name}-${lang}.pdf`);
      await page.pdf({
        path: file,
        format: 'A4',
        margin: {top: '1cm', bottom: '1cm', left: '1cm', right: '1cm'},
      });
      await page.context().close();
      const pages = readPdf(file);
      assert.equal(pages.length, 1, `${pages.length} pages`);
      const [sheet] = pages;
      assert.deepEqual(cutWords(sheet!), []);
      assert.deepEqual(overlappingWords(sheet!), []);
      const printed = sheet!.words.map(({text}) => text).join(' ');
      for (const text of lastWords(project, lang)) assert.ok(printed.includes(text), text);
    });
});

/** Returns the last words of each text of a project and of the names of its partners. */
function lastWords({description, aims, results, partners}: Project, lang: string): string[] {
  const texts = [description, aims, results].map(text => (text as Record<string, string>)[lang]);
  return [
    ...texts.flatMap(text => text!.split('\n\n').map(part => part.split(' ').slice(-2).join(' '))),
    // A name may be on two lines, between which the other column is read.
    ...partners!.flatMap(({name}) => name.split(/[\s-]/)),
  ];
}
