import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {pageOf} from '../pages/all-widgets.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {prepareToPrint} from '../pages/print-page.js';
import {usePrintFolder} from '../support/print-folder.js';
import {canReadPdf, filledShares, readPdf} from '../support/printed-page.js';

const range = (count: number): readonly number[] => [...Array(count).keys()];

/** Programmes of ten projects each, of which the first one has a part that begins long after it. */
const createData = (programmeCount: number) => ({
  version: '1',
  programmes: range(programmeCount).map(i => ({
    id: `p${i}`,
    title: `Programme${i}`,
    generation: `Programme${i}`,
    period: {start: String(2000 + i * 5), end: String(2005 + i * 5)},
  })),
  projects: [
    ...range(programmeCount * 10).map(i => ({
      id: `j${i}`,
      title: `Projet${i}`,
      programme: `p${Math.floor(i / 10)}`,
      period: {start: String(2001 + (i % 25)), end: String(2004 + (i % 25))},
    })),
    {
      id: 'far',
      title: 'Une étude lointaine',
      programme: 'p0',
      parent: 'j0',
      period: {start: '2022', end: '2024'},
    },
  ],
});

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('a timeline on paper', {skip, timeout: 120_000}, () => {
  const folder = usePrintFolder();
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Prints a timeline on A4, below some lines of text. */
  const print = async (programmeCount: number, lines = 1) => {
    const text = range(lines).map(i => `<p>Ligne ${i}</p>`);
    const timeline = '<spass-programme-timeline api="/data.json"></spass-programme-timeline>';
    site.responses.set('/data.json', JSON.stringify(createData(programmeCount)));
    site.responses.set(
      '/page',
      pageOf(`<h1>Page</h1>${text.join('')}<h2>La frise</h2>${timeline}`),
    );
    const {page} = await openPage(browser, `${site.url}/page`, {
      viewport: {width: 1280, height: 900},
    });
    await scrollThrough(page);
    await prepareToPrint(page);
    const path = join(folder, `timeline-${programmeCount}-${lines}.pdf`);
    const margin = {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'};
    await page.pdf({path, format: 'A4', margin});
    await page.context().close();
    const sheets = readPdf(path);
    const texts = sheets.map(({words}) => words.map(({text: word}) => word).join(' '));
    return {sheets, texts, shares: filledShares(path)};
  };

  it('ends its lines with the last row of a sheet, and has its title again on the next one', async () => {
    const {sheets, texts, shares} = await print(6);
    assert.ok(sheets.length > 1);
    for (const [i, {words, height}] of sheets.slice(0, -1).entries()) {
      const end = Math.max(...words.map(({bottom}) => bottom)) / height;
      assert.ok(shares[i]! < end + 0.02, `sheet ${i + 1}: lines to ${shares[i]}, rows to ${end}`);
      assert.match(texts[i + 1]!, /^La frise \(suite\)|^\D*La frise \(suite\)/);
    }
    for (const {words} of sheets) {
      const today = words.find(({text}) => text === 'déc.')!;
      const row = words.find(({text}) => text.startsWith('Programme'))!;
      const years = words.filter(({text, top}) => /^20\d[05]$/.test(text) && top < row.top - 4);
      assert.deepEqual(
        years.map(({text}) => text).sort(),
        ['2000', '2005', '2010', '2015', '2020', '2025', '2030'],
        'above the rows',
      );
      for (const {top} of years) assert.ok(top > today.bottom - 1, 'the date of today above them');
    }
  });

  it('is not divided if a sheet has room for it', async () => {
    for (const lines of [18, 24]) {
      const {texts} = await print(2, lines);
      // A name has a halo, which is a text too.
      const rows = texts.map(text => new Set(text.match(/Projet\d+/g)).size);
      assert.deepEqual(
        rows.filter(count => count > 0),
        [20],
        `below ${lines} lines: ${rows.join()}`,
      );
    }
  });

  it('has the name of a project beside its bar, also of a part that begins long after its portfolio', async () => {
    const {sheets} = await print(2);
    const [{words}] = sheets as [(typeof sheets)[number]];
    const name = words.find(({text}) => text === 'lointaine')!;
    const year = words.find(({text}) => text === '2015')!;
    assert.ok(name.left > year.left, `its name at ${name.left}, 2015 at ${year.left}`);
    assert.ok(
      Math.abs(name.top - words.find(({text}) => text === 'étude')!.top) < 1,
      'in one line',
    );
  });
});
