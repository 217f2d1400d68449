import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';
import {pageOf} from '../pages/all-widgets.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {headingTexts, prepareToPrint} from '../pages/print-page.js';
import {frenchDay} from '../support/french-day.js';
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

const TEXT = `<p>${'Un texte de la commune, avant et après ses widgets. '.repeat(12)}</p>`;
const COOKIES = '<p id="cookies">Accepter les biscuits</p>';

interface Case {
  readonly body: string;
  /** Styles of the page. */
  readonly css?: string;
  readonly data: object;
  /** Number of sheets of A4 and A3. */
  readonly sheets: readonly [number, number];
  /** True if its key is longer than the sheet of the map. */
  readonly hasLongKey?: boolean;
  /** Text on paper. */
  readonly text: string;
  /** Number of times that a text is printed. */
  readonly counts?: Readonly<Record<string, number>>;
}

const PORTALS = range(3).map(i => ({
  id: `a${i}`,
  title: `Portail ${i + 1}`,
  family: 'acteur',
  url: 'https://commune.example/',
}));

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
    hasLongKey: true,
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
      portals: PORTALS,
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
  'a page that scrolls in a box as high as the screen, below bars that stay in place': {
    css: `html, body { height: 100% } body { margin: 0; padding-top: 64px; box-sizing: border-box }
      body { display: grid; grid-template: auto minmax(0, 1fr) / 240px 1fr } h1 { grid-column: 1 / -1 }
      #top, #cookies { position: fixed; inset-inline: 0; margin: 0; padding: 20px; background: #345; color: #fff }
      #top { top: 0 } #cookies { bottom: 0 } nav, main { grid-row: 2; overflow: auto; height: 100% }`,
    body: `<p id="top">Mairie d’Exemple</p><nav>Menu de la mairie</nav><main>${TEXT}<h2>La carte</h2>${MAP}${TEXT.repeat(9)}<h2>Les documents</h2>${LIST(20)}</main>${COOKIES}`,
    data: {projects: projects(12), resources: resources(20, 'Guide')},
    sheets: [5, 3],
    text: 'Guide 20',
    counts: {'Mairie d’Exemple': 1, 'Menu de la mairie': 1, 'Accepter les biscuits': 0},
  },
  'cards in a narrow column, below a heading near the end of the sheet': {
    css: 'nav { float: left; inline-size: 240px } main { margin-inline-start: 280px; overflow: hidden }',
    body: `<nav>Menu</nav><main>${TEXT.repeat(3)}<h2>Les portails</h2>${CARDS}</main>`,
    data: {portals: PORTALS},
    sheets: [2, 2],
    text: 'Portail 3',
    counts: {[frenchDay()]: 1},
  },
  'a map in a column of 290 pixels': {
    css: 'main { inline-size: 290px }',
    body: `<main>${MAP}</main>`,
    data: {projects: projects(1)},
    sheets: [1, 1],
    text: 'GeoNames',
  },
  'a last widget in a part that is closed': {
    body: `<h2>Les documents</h2>${LIST(3)}<details><summary>Les projets</summary>${TIMELINE}</details><div hidden>${CARDS}</div>`,
    data: {projects: projects(3), portals: PORTALS, resources: resources(3, 'Guide')},
    sheets: [1, 1],
    text: 'Guide 3',
    counts: {'Portail 1': 0},
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

  for (const [what, {body, css = '', data, sheets, text, counts = {}, ...rest}] of Object.entries(
    CASES,
  ))
    for (const [i, {name, ...sheet}] of SHEETS.entries())
      it(`${what} on ${name}: whole, nothing over another, a key beside its map`, async () => {
        site.responses.set('/data.json', JSON.stringify({version: '1', ...data}));
        site.responses.set('/page', pageOf(`<h1>Commune</h1>${body}`, `<style>${css}</style>`));
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
        for (const [part, number] of Object.entries(counts))
          assert.equal(words.split(part).length - 1, number, part);
        assert.ok(pages.length <= sheets[i]!, `${pages.length} sheets`);
        assert.deepEqual(
          {
            overlapping: pages.flatMap(overlappingWords),
            cut: pages.flatMap(cutWords),
            alone: pages.flatMap(one => loneHeadings(one, headings)),
            wrongSquares: pages.flatMap(wrongSquares),
            keysWithoutMap: name === 'A3' && !rest.hasLongKey ? keysWithoutMap(pages) : [],
            nearlyEmpty: filledShares(file).filter(
              (share, n, all) => share < 0.38 && n < all.length - 1,
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
