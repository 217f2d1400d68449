import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import type {SpassProject} from '../../src/index.js';
import {canReadPdf, cutWords, readPdf} from '../support/printed-page.js';
import {readQrCode} from '../support/qr-code.js';

const STATEMENTS = {
  fr: 'Projet cofinancé par l’Union européenne',
  nl: 'Project medegefinancierd door de Europese Unie',
  en: 'Project co-funded by the European Union',
  de: 'Kofinanziert von der Europäischen Union',
};
/** Width and height of paper, in points. */
const SIZES = {a3: [842, 1191], a4: [595, 842]} as const;
const ADDRESS =
  'https://interreg-fwvl.eu/fr/projets/pour-une-trame-ecologique-renforcee-des-monts-de-flandre-dans-eutopia';

/** Returns a page of a commune, whose own styles and texts have nothing to do with a poster. */
const site = (styles: string, body: string): string => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <title>Une commune</title>
    <script src="/cdn/spass-widgets.js" defer></script>
    <style>
      html { padding: 1cm; font-size: 20px }
      body { margin: 2cm; padding: 3em; border: 1em solid }
      body::before { content: 'AUTOUR'; display: block; font-size: 5em }
      ${styles}
    </style>
  </head>
  <body>
    <header style="position: sticky; top: 0"><h1>ENTÊTE</h1></header>
    ${body}
    <footer style="break-before: page"><p>PIED</p></footer>
  </body>
</html>`;
const poster = (size: string): string =>
  `<spass-project api="/api" project="clim-monts" poster="${size}" style="margin-block: 3em; padding: 2em"></spass-project>`;

/** Pages around a poster, by what is special about them. */
const SITES: Readonly<Record<string, (size: string) => string>> = {
  'a site with header, footer, margins and a padded column': size =>
    site(
      'main { max-width: 40em; margin: 4em auto; padding: 5rem; overflow: hidden; transform: scale(0.9) }',
      `<main>AUTOUR <p>AUTOUR</p>${poster(size)} AUTOUR</main>`,
    ),
  'a site with columns of a fixed height': size =>
    site(
      'main { display: grid; grid-template-columns: 1fr 2fr; height: 30em; overflow: auto } div { columns: 2 }',
      `<main><nav>AUTOUR</nav><div>${poster(size)}</div></main>`,
    ),
  'a site whose layout is a component': size =>
    site(
      '',
      `<une-page>${poster(size)}</une-page><script>
        customElements.define('une-page', class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({mode: 'open'}).innerHTML =
              '<style>:host { display: block; padding: 3em }</style><h2>AUTOUR</h2><section style="margin: 2em"><slot></slot></section>';
          }
        });
      </script>`,
    ),
  'a portal that shows the sheet of the project too': size =>
    site(
      '',
      `<spass-portal api="/api"><spass-project project="eutopia"></spass-project>${poster(size).replace('api="/api"', '')}</spass-portal>`,
    ),
};

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('the poster of a project', {skip, timeout: 120_000}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  const folder = mkdtempSync(join(tmpdir(), 'spass-poster-'));
  before(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, {recursive: true});
  });

  const ready = async (page: Page, size: keyof typeof SIZES): Promise<void> => {
    const poster = page.locator(`[data-size=${size}]`);
    await poster.locator('.qr-code').waitFor();
    await poster.locator('[part=funding] .emblem').waitFor();
    await page.locator('[poster]').evaluate((one: Partial<SpassProject>) => one.loadComplete);
    await poster.locator('.cover').waitFor();
  };

  /** Prints a page. Returns the PDF file, once it has been checked for one page of this size and the code. */
  const print = async (page: Page, size: keyof typeof SIZES, name: string): Promise<string> => {
    const file = join(folder, `${name}.pdf`);
    await page.pdf({path: file, preferCSSPageSize: true, printBackground: true});
    const facts = execFileSync('pdfinfo', [file], {encoding: 'utf8'});
    assert.match(facts, /^Pages:\s+1$/m);
    const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(facts)!;
    assert.deepEqual(
      [width, height].map(one => Math.round(Number(one))),
      [...SIZES[size]],
    );
    execFileSync('pdftoppm', ['-r', '110', '-singlefile', file, file]);
    assert.equal(readQrCode(readPpm(readFileSync(`${file}.ppm`))), ADDRESS);
    return file;
  };

  for (const [size, language] of [
    ['a3', 'fr'],
    ['a4', 'nl'],
    ['a3', 'en'],
    ['a4', 'de'],
  ] as const)
    it(`is one page of ${size} in ${language}, with the emblem, its sentence and a code that can be read`, async () => {
      const {page} = await openPage(browser, new URL('/widgets/affiche.html', server.url).href, {
        viewport: {width: 1280, height: 900},
      });
      for (const value of [size, language]) await page.locator(`button[value=${value}]`).click();
      await ready(page, size);
      await print(page, size, `${size}-${language}`);
      const sentence = page.locator(`[data-size=${size}]`).getByText(STATEMENTS[language]);
      assert.equal(await sentence.count(), 1);
      await page.context().close();
    });

  for (const [layout, pageOf] of Object.entries(SITES))
    it(`is the only page of ${layout}, which is itself again after the print`, async () => {
      for (const size of ['a3', 'a4'] as const) {
        const {page} = await openPage(browser, undefined, {viewport: {width: 1280, height: 900}});
        const address = new URL('/site-de-la-commune', server.url).href;
        await page.route(address, route =>
          route.fulfill({contentType: 'text/html', body: pageOf(size)}),
        );
        await page.goto(address);
        await ready(page, size);
        const before = await layoutOf(page);
        const file = await print(page, size, layout);
        const [sheet] = readPdf(file);
        const words = sheet!.words.map(({text}) => text);
        assert.ok(words.includes('Clim@Monts'), words.join(' '));
        assert.deepEqual(
          words.filter(word => /^(?:ENTÊTE|PIED|AUTOUR)$/.test(word)),
          [],
        );
        assert.deepEqual(cutWords(sheet!), []);
        assert.deepEqual(await layoutOf(page), before);
        await page.context().close();
      }
    });
});

/** Returns the elements of a page, with their places on the screen. */
const layoutOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('body, body *')
    .evaluateAll(all =>
      all.map(one => `${one.outerHTML} ${JSON.stringify(one.getBoundingClientRect())}`),
    );

/** Reads a picture as poppler writes it: `P6`, width, height, 255, and the pixels. */
function readPpm(bytes: Uint8Array) {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 60)),
  )!;
  return {
    width: Number(width),
    height: Number(height),
    data: bytes.subarray(head.length),
  };
}
