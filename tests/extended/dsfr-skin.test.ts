import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';

const dsfr = readFileSync(join(root, 'node_modules/@gouvfr/dsfr/dist/dsfr.min.css'), 'utf8');

/** Components of the DSFR, as its documentation writes them. */
const THEIRS = `<p id="text">Texte</p>
<a class="fr-link" id="link" href="#x">Lien</a>
<button class="fr-btn fr-btn--secondary" id="button">Bouton</button>
<div class="fr-search-bar" role="search"><label class="fr-label" id="label" for="search">Rechercher</label>
<input class="fr-input" id="search" type="search"></div>
<input class="fr-input" id="input"><button class="fr-tag fr-tag--dismiss" id="tag">Mot</button>
<nav class="fr-pagination"><ul class="fr-pagination__list"><li><a class="fr-pagination__link" aria-current="page" id="current-page">1</a></li><li><a class="fr-pagination__link" id="page" href="#">2</a></li></ul></nav>
<div class="fr-card"><div class="fr-card__body"><div class="fr-card__content"><h3 class="fr-card__title" id="card-title">Carte</h3>
<p class="fr-card__desc" id="card-text">Texte</p></div></div></div>
<div class="fr-alert fr-alert--error" id="alert"><p>Texte</p></div>`;

const records = {
  version: '1',
  portals: [{id: 1, title: 'Un portail', family: 'ACTEUR', description: 'Un texte.'}],
  resources: Array.from({length: 18}, (_, i) => ({
    id: i,
    title: `Fiche ${i}`,
    description: 'Un texte.',
    section: i % 4 ? 'mediatheque' : 'observatoire',
    url: 'https://example.org/',
  })),
};
const OURS = `<spass-resource-list skin="dsfr" api="/portail.json" limit="3" paging="pages" facets="section"></spass-resource-list>
<spass-portal-cards skin="dsfr" api="/portail.json"></spass-portal-cards>
<spass-agenda skin="dsfr" api="/missing.json"></spass-agenda>`;

const BOX = ['lineHeight', 'paddingBlockStart', 'paddingInlineStart'];
/** Element of ours beside the DSFR's, and the properties in which they must agree. */
const PAIRS = [
  ['link', 'spass-resource-list .row .title a', ['color']],
  ['text', 'spass-portal-cards .card .text', ['color', 'fontWeight']],
  ['card-title', 'spass-portal-cards .card .title', ['color']],
  ['label', 'spass-resource-list .search label', ['color', 'fontSize', 'fontWeight', 'lineHeight']],
  [
    'button',
    'spass-agenda .failure .button',
    [...['color', 'edge', 'borderRadius', 'fontSize', 'fontWeight'], ...BOX],
  ],
  // The text of our fields is as dark as their label.
  [
    'input',
    'spass-resource-list #q',
    ['backgroundColor', 'borderRadius', 'fontSize', 'fontWeight', ...BOX],
  ],
  ['search', 'spass-resource-list #q', ['edge', 'backgroundColor']],
  [
    'tag',
    'spass-resource-list .chip',
    ['color', 'backgroundColor', 'fontSize', 'fontWeight', ...BOX],
  ],
  ['page', 'spass-resource-list .pages .button', ['fontWeight', 'paddingInlineStart']],
  [
    'current-page',
    'spass-resource-list .pages [aria-current=page]',
    ['color', 'backgroundColor', 'fontWeight'],
  ],
  [
    'alert',
    'spass-agenda .failure > p',
    ['edge', 'borderRadius', 'lineHeight', 'paddingBlockStart'],
  ],
] as const satisfies readonly (readonly [string, string, readonly string[]])[];

type Values = Readonly<Record<string, string>>;

/** Returns the computed values of an element; `edge` is the colour of its border, or of what draws it. */
const valuesOf = (page: Page, selector: string): Promise<Values> =>
  page
    .locator(selector)
    .first()
    .evaluate(element => {
      const style = getComputedStyle(element);
      const drawn = /rgb\([^)]*\)/.exec(`${style.boxShadow} ${style.backgroundImage}`)?.[0];
      const {color, fontSize, lineHeight, fontWeight, paddingBlockStart, paddingInlineStart} =
        style;
      const {borderRadius, backgroundColor} = style;
      const values = {
        color,
        fontSize,
        lineHeight,
        fontWeight,
        paddingBlockStart,
        paddingInlineStart,
      };
      return {...values, borderRadius, backgroundColor, edge: drawn ?? style.borderBlockEndColor};
    });

const numbersIn = (value: string): readonly number[] => [...value.matchAll(/[\d.]+/g)].map(Number);
/** Equal; in colours up to two steps, for contrast on tints. */
const isClose = (a = '', b = ''): boolean => {
  const [ours, theirs] = [numbersIn(a), numbersIn(b)];
  const most = a.startsWith('rgb') ? 2 : 0.5;
  return (
    ours.length === theirs.length &&
    ours.every((one, i) => Math.abs(one - (theirs[i] ?? 0)) <= most)
  );
};

describe('the skin dsfr beside the components of the DSFR', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    const page = `<!doctype html><html lang="fr" data-fr-theme="light"><meta charset="utf-8"><title>DSFR</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/dsfr.css"><script src="/cdn/spass-widgets.js" defer></script>
<main>${THEIRS}${OURS}</main>`;
    site = await startSite({
      '/': page,
      '/dsfr.css': {body: dsfr, headers: {'Content-Type': 'text/css'}},
      '/portail.json': JSON.stringify(records),
    });
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`agrees with them in type, measures and colours, ${scheme}`, async () => {
      const {page} = await openPage(browser, site.url, {
        colorScheme: scheme,
        reducedMotion: 'reduce',
        viewport: {width: 1280, height: 900},
      });
      await page.evaluate(name => {
        document.documentElement.dataset['frTheme'] = name;
        document.documentElement.style.colorScheme = name;
      }, scheme);
      await page.locator('spass-agenda .failure').waitFor();
      await page.locator('spass-resource-list [data-facet=section] input').first().check();
      await page.locator('spass-resource-list .chip').waitFor();
      const differences: string[] = [];
      for (const [id, selector, names] of PAIRS) {
        const theirs = await valuesOf(page, `#${id}`);
        if ((await page.locator(selector).count()) === 0) {
          differences.push(`${selector} is missing`);
          continue;
        }
        const ours = await valuesOf(page, selector);
        for (const name of names)
          if (!isClose(ours[name], theirs[name]))
            differences.push(`${id}, ${name}: ${String(ours[name])}, DSFR ${String(theirs[name])}`);
      }
      assert.deepEqual(differences, []);
      await page.context().close();
    });

  it('has the same focus ring', async () => {
    const {page} = await openPage(browser, site.url, {reducedMotion: 'reduce'});
    const ringOf = async (selector: string): Promise<string> => {
      await page.locator(selector).first().focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      return page
        .locator(selector)
        .first()
        .evaluate(element => {
          const {outlineColor, outlineWidth, outlineOffset, outlineStyle} =
            getComputedStyle(element);
          return `${outlineStyle} ${outlineWidth} ${outlineColor} ${outlineOffset}`;
        });
    };
    await page.locator('spass-agenda .failure').waitFor();
    assert.equal(await ringOf('spass-agenda .failure .button'), await ringOf('#button'));
    await page.context().close();
  });
});
