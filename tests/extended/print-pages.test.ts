import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {pageOf} from '../pages/all-widgets.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {headingTexts, prepareToPrint} from '../pages/print-page.js';
import {SHEETS, usePrintFolder} from '../support/print-folder.js';
import {
  canReadPdf,
  cutWords,
  filledShares,
  keysWithoutMap,
  loneHeadings,
  overlappingWords,
  readPdf,
  wrongSquares,
} from '../support/printed-page.js';

const range = (count: number): readonly number[] => [...Array(count).keys()];

const TOWNS = ['Le Quesnoy', 'Saint-Amand-les-Eaux', 'Villers-Outréaux', 'Bergues', 'Ors'];
const LONG =
  'Réhabiliter l’ancienne école de filles en maison de santé pluridisciplinaire et ouvrir son jardin au bourg';

const projects = (count: number, title = 'Halle') =>
  range(count).map(i => ({
    id: `p${i}`,
    title: `${title} ${i + 1}, ${TOWNS[i % TOWNS.length]}`,
    family: ['acteur', 'theme', 'projet'][i % 3],
    url: `https://commune.example/projets/${i}`,
    geo: {lat: 49 + (i % 6) * 0.35, lon: 2 + Math.floor(i / 6) * 0.4},
    period: {start: String(2000 + (i % 20)), end: String(2006 + (i % 20))},
  }));

const resources = (count: number, title: string) =>
  range(count).map(i => ({
    id: i,
    title: `${title} ${i + 1}`,
    portal: 'p',
    section: 'mediatheque',
    description: {fr: 'Un document de la commune, à lire sur place ou à emporter.'},
    url: `https://commune.example/documents/${i}`,
  }));

const MAP = '<spass-project-map api="/data.json"></spass-project-map>';
const LIST = (limit: number): string =>
  `<spass-resource-list api="/data.json" limit="${limit}"></spass-resource-list>`;
const TIMELINE = '<spass-programme-timeline api="/data.json"></spass-programme-timeline>';
const CARDS = '<spass-portal-cards api="/data.json"></spass-portal-cards>';

interface Case {
  readonly body: string;
  readonly data: object;
  /** Number of sheets of A4 and A3. */
  readonly sheets: readonly [number, number];
  /** Text on paper. */
  readonly text: string;
}

/** Pages of a commune that the demo does not have. */
const CASES: Readonly<Record<string, Case>> = {
  'a map with one mark': {
    body: `<h2>La carte</h2>${MAP}`,
    data: {projects: projects(1)},
    sheets: [1, 1],
    text: 'Halle 1',
  },
  'a map with sixty marks': {
    body: `<h2>La carte</h2>${MAP}`,
    data: {projects: projects(60)},
    sheets: [2, 2],
    text: 'Halle 60',
  },
  'a map with twenty marks and three projects without a place': {
    body: `<h2>Un titre</h2><p>${'Un texte de la commune. '.repeat(130)}</p><h2>La carte</h2>${MAP}`,
    data: {
      projects: [
        ...projects(20),
        ...range(3).map(i => ({id: `x${i}`, title: `Atelier mobile ${i}`})),
      ],
    },
    sheets: [2, 2],
    text: 'Atelier mobile 2',
  },
  'one project': {
    body: `<h2>Le projet</h2>${TIMELINE}<h2>Les documents</h2>${LIST(3)}`,
    data: {projects: projects(1), resources: resources(1, 'Guide')},
    sheets: [1, 1],
    text: 'Guide 1',
  },
  'three records without a picture': {
    body: `<h2>Les portails</h2>${CARDS}<h2>Les documents</h2>${LIST(3)}`,
    data: {
      portals: range(3).map(i => ({id: `a${i}`, title: `Portail ${i + 1}`, family: 'acteur'})),
      resources: resources(3, 'Guide'),
    },
    sheets: [1, 1],
    text: 'Portail 3',
  },
  'two hundred records with long titles': {
    body: `<h2>Les documents</h2>${LIST(200)}`,
    data: {resources: resources(200, LONG)},
    sheets: [16, 9],
    text: `${LONG} 200`,
  },
};

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('pages of a commune on paper', {skip, timeout: 300_000}, () => {
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

  for (const [what, {body, data, sheets, text}] of Object.entries(CASES))
    for (const [i, {name, ...sheet}] of SHEETS.entries())
      it(`${what} on ${name}: whole, nothing over another, a key beside its map`, async () => {
        site.responses.set('/data.json', JSON.stringify({version: '1', ...data}));
        site.responses.set('/page', pageOf(`<h1>Commune</h1>${body}`));
        const {page} = await openPage(browser, `${site.url}/page`, {
          viewport: {width: 1280, height: 900},
        });
        await scrollThrough(page);
        await prepareToPrint(page);
        const headings = await headingTexts(page);
        const file = join(folder, `${what.replace(/\W+/g, '-')}-${name}.pdf`);
        const margin = {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'};
        await page.pdf({path: file, ...sheet, margin});
        await page.context().close();
        const pages = readPdf(file);
        const words = pages.flatMap(one => one.words.map(word => word.text)).join(' ');
        assert.ok(words.includes(text), words.slice(-500));
        assert.ok(words.includes('Imprimé le'));
        assert.ok(pages.length <= sheets[i]!, `${pages.length} sheets`);
        assert.deepEqual(
          {
            overlapping: pages.flatMap(overlappingWords),
            cut: pages.flatMap(cutWords),
            alone: pages.flatMap(one => loneHeadings(one, headings)),
            wrongSquares: pages.flatMap(wrongSquares),
            keysWithoutMap: name === 'A3' ? keysWithoutMap(pages) : [],
            nearlyEmpty: filledShares(file).filter(
              (share, n, all) => share < 0.4 && n < all.length - 1,
            ),
          },
          {
            overlapping: [],
            cut: [],
            alone: [],
            wrongSquares: [],
            keysWithoutMap: [],
            nearlyEmpty: [],
          },
        );
      });
});
