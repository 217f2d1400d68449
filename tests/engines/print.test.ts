import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {findFirefox} from '../../scripts/setup.mjs';
import {pageOf, PORTAL_DOCUMENT, WIDGETS} from '../pages/all-widgets.js';
import {type Site, startSite} from '../pages/browser-fixture.js';
import {canReadPdf, darkShare, familyInkShare, readPdf} from '../support/printed-page.js';
import {launchFirefox} from './firefox.js';

const skip =
  (!findFirefox() && 'Firefox is missing') ||
  (!canReadPdf() && 'pdftotext is not installed (package poppler-utils)');

/** Text that each widget prints from the portal of the tests. */
const PRINTED = {
  'project-map': 'Septentrion',
  'programme-timeline': 'Septentrion',
  agenda: 'Marche au bord de l’étang',
};

describe('A-15 paper in Firefox', {skip}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spass-print-'));
  let browser: Browser;
  let site: Site;
  before(async () => {
    const pages = Object.keys(PRINTED).map(noun => [
      `/${noun}`,
      pageOf(`<h1>Commune</h1>${WIDGETS.get(noun)!('/portal.json')}`),
    ]);
    site = await startSite({'/portal.json': PORTAL_DOCUMENT, ...Object.fromEntries(pages)});
    browser = await launchFirefox();
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, {recursive: true});
  });

  for (const [noun, text] of Object.entries(PRINTED))
    it(`has the content of <spass-${noun}>`, {timeout: 60_000}, async () => {
      const page = await browser.newPage();
      await page.goto(`${site.url}/${noun}`);
      await page.evaluate(async tag => {
        await customElements.whenDefined(tag);
        const widget = document.querySelector(tag) as HTMLElement & {loadComplete: Promise<void>};
        await widget.loadComplete;
        // As a reader does who is about to print: loads the code for paper.
        dispatchEvent(new KeyboardEvent('keydown', {key: 'Control', ctrlKey: true}));
      }, `spass-${noun}`);
      await page.waitForNetworkIdle();
      const path = join(folder, `${noun}.pdf`);
      await page.pdf({path, format: 'A4'});
      const words = readPdf(path).flatMap(sheet => sheet.words.map(word => word.text));
      assert.ok(words.join(' ').includes(text), words.join(' '));
      // Names with dark edges: 1.4 per cent of the sheet with the map.
      assert.ok(darkShare(path) < 0.012, String(darkShare(path)));
      // Dots and links without bars are 0.35 per cent of the sheet, bars across the whole axis 10.
      if (noun === 'programme-timeline') {
        const share = familyInkShare(path);
        assert.ok(share > 0.005 && share < 0.03, `bars: ${share}`);
        // Without the rules of its container it would be a list, without the years above the bars.
        const years = words.filter(word => /^(?:19|20)\d\d$/.test(word));
        assert.ok(years.length >= 5, years.join(' '));
      }
      await page.close();
    });
});
