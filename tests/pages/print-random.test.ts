import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {SHEETS, usePrintFolder} from '../support/print-folder.js';
import {
  canReadPdf,
  cutWords,
  filledShares,
  loneHeadings,
  overlappingWords,
  readPdf,
} from '../support/printed-page.js';
import {sample} from '../support/test-scope.js';
import {writeRandomPage} from '../support/random-pages.js';
import {pageOf} from './all-widgets.js';
import {openPage} from './browser-fixture.js';
import {scrollThrough} from './demo-pages.js';
import {headingTexts, prepareToPrint} from './print-page.js';
import {useDemo} from './use-demo.js';

/** Pages with a sheet each: once, a heading was alone, the foot over a text, or a sheet missing. */
const CHOSEN = new Map([
  [12, 'A4'],
  [17, 'A4'],
  [58, 'A3'],
  [100, 'A4'],
]);
/** Share of its height below which a sheet is blank. */
const MIN_FILLED = 0.05;

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('pages with any content on paper', {skip, timeout: 600_000}, () => {
  const demo = useDemo();
  const folder = usePrintFolder();

  for (const seed of sample(CHOSEN.keys(), CHOSEN.size))
    for (const {name, ...sheet} of SHEETS) {
      if (CHOSEN.get(seed) !== name) continue;
      const {name: page, body, css, headings} = writeRandomPage(seed);
      it(`${page} on ${name}: no heading last on a sheet, nothing over another or cut, no blank sheet`, async () => {
        const {page} = await openPage(demo.browser, undefined, {
          viewport: {width: 1280, height: 900},
        });
        await page.route('**/page.html', route =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            body: pageOf(body, `<style>${css}</style>`),
          }),
        );
        await page.goto(new URL('/page.html', demo.url).href);
        await scrollThrough(page);
        await prepareToPrint(page);
        const all = await headingTexts(page);
        const path = join(folder, `random-${seed}-${name}.pdf`);
        const margin = {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'};
        await page.pdf({path, ...sheet, margin});
        await page.context().close();
        const sheets = readPdf(path);
        const text = sheets.flatMap(({words}) => words.map(word => word.text)).join(' ');
        assert.deepEqual(
          {
            alone: sheets.flatMap(one => loneHeadings(one, all)),
            overlapping: sheets.flatMap(overlappingWords),
            cut: sheets.flatMap(cutWords),
            blank: filledShares(path).filter(share => share < MIN_FILLED),
            missing: [...headings, 'Imprimé le'].filter(part => !text.includes(part)),
          },
          {alone: [], overlapping: [], cut: [], blank: [], missing: []},
        );
      });
    }
});
