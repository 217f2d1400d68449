import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {demoPages, scrollThrough} from '../pages/demo-pages.js';
import {headingTexts, prepareToPrint, wordsOf} from '../pages/print-page.js';
import {SHEETS, usePrintFolder} from '../support/print-folder.js';
import {
  brokenWords,
  canReadPdf,
  cutWords,
  endsWithAxis,
  filledShares,
  loneHeadings,
  overlappingWords,
  readPdf,
  tinyTexts,
  wrongSquares,
} from '../support/printed-page.js';

/** Share of its height down to which each sheet but the last is printed; frames of a page are whole. */
const MIN_FILLED = 2 / 3;
const MIN_FILLED_BY_FRAMES: ReadonlyMap<string, number> = new Map([
  ['/widgets/habillages.html A4', 0.6],
]);
/** Share of its height down to which the last sheet is printed: the foot is at its lower edge. */
const MIN_LAST_FILLED = 0.9;
/** Height of a word in the cartouche, in points. A page that is too wide is printed smaller. */
const LINE_HEIGHT = 11.5;
/** Space above the cartouche, in points, beyond which something else is printed: it is never alone on a sheet. */
const CARTOUCHE_ROOM = 48;
/** Sheets of pages that would have one more for their last lines. */
const MAX_SHEETS: ReadonlyMap<string, number> = new Map([
  ['/ A3', 4],
  ['/ A4', 5],
  ['/charge.html A4', 5],
  ['/million.html A3', 2],
  ['/sources.html A3', 4],
  ['/sources.html A4', 5],
  ['/portails/bassin-minier.html A4', 2],
  ['/portails/eutopia.html A4', 3],
  ['/portails/merimee.html A4', 3],
  ['/portails/modeles-innovation.html A3', 2],
  ['/portails/observatoires.html A3', 1],
  ['/portails/ors.html A3', 2],
  ['/portails/ors.html A4', 3],
  ['/portails/raismes.html A4', 4],
  ['/widgets/carte-projets.html A3', 2],
  ['/portails/archires.html A3', 3],
  ['/portails/partons.html A3', 2],
  ['/widgets/etats.html A3', 2],
  ['/widgets/explorateur.html A4', 4],
  ['/widgets/filtre-familles.html A3', 1],
  ['/widgets/habillages.html A4', 3],
  ['/widgets/frise-programmes.html A4', 2],
]);

/** Sheets without a foot at their lower edge: of a poster. */
const ENDS_ABOVE: ReadonlySet<string> = new Set([
  '/widgets/affiche.html A4',
  '/widgets/affiche.html A3',
]);

/** Text of what a list of the page has too. */
const REPEATED: ReadonlyMap<string, string> = new Map([
  ['/portails/villers-outreaux.html', 'Dernières ressources'],
]);

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('the pages of the demo on paper', {skip, timeout: 600_000}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  const folder = usePrintFolder();
  before(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const path of demoPages.keys())
    for (const {name, ...sheet} of SHEETS)
      it(`${path} on ${name}: nothing over another, cut, tiny, broken, alone or shrunk, no wrong square, and no sheet but the last with a third blank`, async () => {
        const {page} = await openPage(browser, new URL(path, server.url).href, {
          viewport: {width: 1280, height: 900},
          colorScheme: 'dark',
        });
        // The first sheet is printed before the reader has seen the page to its end.
        if (name === 'A3') await scrollThrough(page);
        await prepareToPrint(page);
        const isPoster = path === '/widgets/affiche.html';
        const headings = await headingTexts(page);
        const known = await wordsOf(page);
        const file = join(folder, `${path.replace(/\W+/g, '_')}${name}.pdf`);
        await page.pdf({
          path: file,
          ...sheet,
          preferCSSPageSize: false,
          margin: {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'},
        });
        await page.context().close();
        const pages = readPdf(file);
        assert.ok(pages.length > 0 && pages.some(({words}) => words.length > 20));
        const line = pages.flatMap(({words}) => words).find(({text}) => text === 'Imprimé');
        const cartouche = pages.flatMap(({words}) => {
          const printed = words.find(
            ({text}, i) => `${text} ${words[i + 1]?.text}` === 'Imprimé le',
          );
          return printed
            ? [
                words.some(
                  ({right, bottom}) =>
                    bottom < printed.top - CARTOUCHE_ROOM ||
                    (right < printed.left - 20 && bottom < printed.top + CARTOUCHE_ROOM),
                ),
              ]
            : [];
        });
        const texts = pages.flatMap(({words}) => words.map(({text}) => text)).join(' ');
        const repeated = REPEATED.get(path);
        assert.ok(!repeated || !texts.includes(repeated), texts);
        const maxSheets = MAX_SHEETS.get(`${path} ${name}`) ?? pages.length;
        assert.ok(pages.length <= maxSheets, `${pages.length} sheets`);
        const shares = filledShares(file);
        const filled = shares.slice(0, -1);
        assert.deepEqual(
          {
            overlapping: pages.flatMap(overlappingWords),
            cut: pages.flatMap(cutWords),
            tiny: tinyTexts(file),
            broken: pages.flatMap(one => brokenWords(one, known)),
            alone: pages.flatMap(one => loneHeadings(one, headings)),
            axisAlone: pages.flatMap((one, i) => (endsWithAxis(one) ? [`sheet ${i + 1}`] : [])),
            blank: filled.flatMap((share, i) =>
              share < (MIN_FILLED_BY_FRAMES.get(`${path} ${name}`) ?? MIN_FILLED)
                ? [`sheet ${i + 1}: ${share.toFixed(2)}`]
                : [],
            ),
            wrongSquares: pages.flatMap(wrongSquares),
            footNotBelow:
              !ENDS_ABOVE.has(`${path} ${name}`) && Number(shares.at(-1)) < MIN_LAST_FILLED,
            shrunk: line !== undefined && line.bottom - line.top < LINE_HEIGHT,
            loneCartouche: cartouche.includes(false),
            withoutCartouche: cartouche.length === 0 && !isPoster,
          },
          {
            overlapping: [],
            cut: [],
            tiny: [],
            broken: [],
            alone: [],
            axisAlone: [],
            blank: [],
            wrongSquares: [],
            footNotBelow: false,
            shrunk: false,
            loneCartouche: false,
            withoutCartouche: false,
          },
        );
      });
});
