import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {findFirefox} from '../../scripts/setup.mjs';
import {pageOf, PORTAL_DOCUMENT, WIDGETS} from '../pages/all-widgets.js';
import {type Site, startSite} from '../pages/browser-fixture.js';
import {frenchDay} from '../support/french-day.js';
import {
  canReadPdf,
  darkShare,
  familyInkShare,
  filledShares,
  loneHeadings,
  readPdf,
} from '../support/printed-page.js';
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

/** Page with a menu beside its content, in a grid below a bar. */
const GRID_STYLES = `<style>.bar { height: 64px } .page { display: grid; grid-template-columns: minmax(0, 1fr) 280px; gap: 24px }</style>`;
const TEXT = `<p>${'Un texte de la commune, avant et après ses widgets. '.repeat(16)}</p>`;
const GRID_DATA = JSON.stringify({
  version: '1',
  portals: ['1', '2', '3'].map(id => ({id, title: `Portail ${id}`, family: 'acteur'})),
  resources: [...Array(12).keys()].map(id => ({
    id,
    title: `Guide ${id}`,
    portal: '1',
    section: 'mediatheque',
    description: {fr: 'Un document de la commune, à lire sur place.'},
    url: `https://commune.example/${id}`,
  })),
});
const GRID_BODY = `<div class="bar">Mairie</div><div class="page"><main>${TEXT.repeat(3)}
  <h2>Les documents</h2><spass-resource-list api="/grid.json" limit="12"></spass-resource-list>${TEXT}
  <h2>Les portails</h2><spass-portal-cards api="/grid.json"></spass-portal-cards></main><nav>Menu</nav></div>`;

describe('A-15 paper in Firefox', {skip}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spass-print-'));
  let browser: Browser;
  let site: Site;
  before(async () => {
    const pages = Object.keys(PRINTED).map(noun => [
      `/${noun}`,
      pageOf(`<h1>Commune</h1>${WIDGETS.get(noun)!('/portal.json')}`),
    ]);
    site = await startSite({
      '/portal.json': PORTAL_DOCUMENT,
      '/grid.json': GRID_DATA,
      '/grid': pageOf(GRID_BODY, GRID_STYLES),
      '/directory': pageOf(
        '<spass-directory api="/portal.json" group-by="country"></spass-directory>',
      ),
      ...Object.fromEntries(pages),
    });
    browser = await launchFirefox();
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, {recursive: true});
  });

  /** Opens a page, and loads the code for paper, as a reader does who is about to print. */
  const openReady = async (address: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/${address}`);
    await page.evaluate(async () => {
      await customElements.whenDefined('spass-portal');
      type Widget = HTMLElement & {loadComplete?: Promise<void>};
      for (const widget of document.querySelectorAll<Widget>('body *')) await widget.loadComplete;
      dispatchEvent(new KeyboardEvent('keydown', {key: 'Control', ctrlKey: true}));
    });
    await page.waitForNetworkIdle();
    return page;
  };

  it(
    'has all rows and cards of a page in a grid, in the width of their column, with their headings',
    {
      timeout: 60_000,
    },
    async () => {
      const page = await openReady('grid');
      const path = join(folder, 'grid.pdf');
      await page.pdf({path, format: 'A4'});
      await page.close();
      const sheets = readPdf(path);
      const words = sheets.flatMap(sheet => sheet.words.map(word => word.text)).join(' ');
      assert.equal(words.split('Médiathèque').length - 1, 12, 'facts of the rows');
      assert.ok(words.includes(frenchDay()), 'the day, not a letter a line');
      const headings = ['Les documents', 'Les portails'];
      assert.deepEqual(
        sheets.flatMap(sheet => loneHeadings(sheet, headings)),
        [],
      );
      const shares = filledShares(path).slice(0, -1);
      assert.ok(Math.min(...shares) > 0.5, `sheets filled to ${shares.join(', ')}`);
    },
  );

  it(
    'has the actors of a directory next to the names of their groups',
    {timeout: 60_000},
    async () => {
      const page = await openReady('directory');
      const path = join(folder, 'directory.pdf');
      await page.pdf({path, format: 'A4'});
      await page.close();
      const [sheet] = readPdf(path);
      const tops = sheet!.words.map(({top}) => top).sort((a, b) => a - b);
      const gaps = tops.slice(1).map((top, i) => top - (tops[i] as number));
      assert.ok(Math.max(...gaps) < 60, `${Math.max(...gaps)} points between two lines`);
      const find = (name: string) => sheet!.words.find(({text}) => text === name)!;
      const [notes, day] = [find('Adresses'), find('Imprimé')];
      assert.ok(Math.abs(day.top - notes.top) < 45, 'the day is beside the addresses');
    },
  );

  for (const [noun, text] of Object.entries(PRINTED))
    it(`has the content of <spass-${noun}>`, {timeout: 60_000}, async () => {
      const page = await openReady(noun);
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
