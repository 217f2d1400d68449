import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import type {SpassProject} from '../../src/index.js';
import {EU_STATEMENT} from '../../src/model/funding.js';
import {usePrintFolder} from '../support/print-folder.js';
import {canReadPdf, cutWords, overlappingWords, readPdf} from '../support/printed-page.js';
import {longProject, longRecords, withPartners} from '../support/project-sheet.js';
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

const sentence = 'Relier les haies des deux côtés de la frontière, avec les habitants. ';
const longTitle = 'Pour une trame écologique renforcée des monts de Flandre '
  .repeat(5)
  .slice(0, 270);
const manyFields = Object.fromEntries(
  Array.from({length: 30}, (_, index) => [`Champ propre ${index + 1}`, `Valeur ${index + 1}`]),
);

/** Projects that fill more than a page, or next to nothing of it, by what is special about them. */
const AWKWARD_PROJECTS: Readonly<Record<string, object>> = {
  'thirty fields of its own': {...longProject, extra: manyFields},
  'a title of 270 characters': {...longProject, title: longTitle},
  'too much of everything': {
    ...withPartners(60),
    title: `${longTitle} ${'Donaudampfschifffahrtsgesellschaft'.repeat(9)}`,
    description: `${sentence.repeat(20)}\n\n`.repeat(5),
    aims: sentence.repeat(90),
    results: `${sentence}\n\n`.repeat(60),
    extra: {...manyFields, 'Un champ long': sentence.repeat(20), Mot: 'x'.repeat(400)},
  },
  'nothing but its budget': {id: 'monts', budget: {eu: 10}},
};
const AWKWARD_ADDRESS = `https://example.org/${'projets-en-cours/'.repeat(30)}monts`;

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('the poster of a project', {skip, timeout: 120_000}, () => {
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

  const ready = async (page: Page, size: keyof typeof SIZES): Promise<void> => {
    const poster = page.locator(`[data-size=${size}]`);
    await poster.locator('.qr-code').waitFor();
    await poster.locator('[part=funding] .emblem').waitFor();
    await page.locator('[poster]').evaluate((one: Partial<SpassProject>) => one.loadComplete);
    await poster.locator('.cover').waitFor();
  };

  /** Prints a page. Returns the PDF file, once it has been checked for one page of this size and the code. */
  const print = async (
    page: Page,
    size: keyof typeof SIZES,
    name: string,
    address = ADDRESS,
  ): Promise<string> => {
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
    assert.equal(readQrCode(readPpm(readFileSync(`${file}.ppm`))), address);
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
      const [sheet] = readPdf(await print(page, size, `${size}-${language}`));
      const {words, width} = sheet!;
      const facts = words.find(word => /^Program/.test(word.text))!;
      const last = Math.max(...words.map(one => one.bottom).filter(end => end < facts.top));
      // Above the facts are their padding and the gap, 2.25em, and the rule below the last partner.
      const room = ((facts.top - last) / width) * 54;
      assert.ok(room > 2.5, `the last partner is cut: ${room}em above the facts`);
      const frame = (await page.locator(`[data-size=${size}] .places`).boundingBox())!;
      const marks = await page.locator(`[data-size=${size}] .places :is(.mark, text)`).all();
      for (const mark of marks) {
        const box = (await mark.boundingBox())!;
        assert.ok(box.y > frame.y && box.y + box.height < frame.y + frame.height, 'a mark is cut');
      }
      const sentence = page.locator(`[data-size=${size}]`).getByText(STATEMENTS[language]);
      assert.equal(await sentence.count(), 1);
      await page.context().close();
    });

  for (const [what, project] of Object.entries(AWKWARD_PROJECTS))
    it(`has the emblem, its sentence and the code on the page, and ends the texts, for a project with ${what}`, async () => {
      for (const [language, size] of [
        ['fr', 'a4'],
        ['nl', 'a3'],
        ['en', 'a4'],
        ['de', 'a3'],
      ] as const) {
        const {page} = await openPage(browser, undefined, {viewport: {width: 1280, height: 900}});
        const address = new URL('/site-de-la-commune', server.url).href;
        const data = {...longRecords, projects: [{...project, url: AWKWARD_ADDRESS}]};
        await page.route(`${address}.json`, route =>
          route.fulfill({contentType: 'application/json', body: JSON.stringify(data)}),
        );
        const tag = `<spass-project api="${address}.json" lang="${language}" project="monts" poster="${size}"></spass-project>`;
        await page.route(address, route =>
          route.fulfill({contentType: 'text/html', body: site('', tag)}),
        );
        await page.goto(address);
        const poster = page.locator('.poster');
        for (const part of ['.qr-code', '[part=funding] .emblem'])
          await poster.locator(part).waitFor();
        await page.locator('[poster]').evaluate((one: Partial<SpassProject>) => one.loadComplete);
        const [sheet] = readPdf(await print(page, size, `${what}-${language}`, AWKWARD_ADDRESS));
        assert.deepEqual(cutWords(sheet!), []);
        assert.deepEqual(overlappingWords(sheet!), []);
        const words = sheet!.words.map(({text}) => text).join(' ');
        assert.ok(words.includes(EU_STATEMENT[language]!), words);
        // No line is cut by the end of its box.
        const overfull = await poster
          .locator('.supports, .poster-head, .poster-body > .texts, .facts, .poster-end')
          .evaluateAll(all =>
            all
              .filter(one => one.scrollHeight > one.clientHeight + 1)
              .map(one => `${one.className}: ${one.scrollHeight} > ${one.clientHeight}`),
          );
        assert.deepEqual(overfull, []);
        const sheetBox = (await poster.boundingBox())!;
        for (const part of ['.qr-code', '.emblem']) {
          const box = (await poster.locator(part).boundingBox())!;
          assert.ok(box.y + box.height <= sheetBox.y + sheetBox.height, part);
          // Nothing is printed over it, nor below it: the lines on paper break as on the screen.
          const scale = sheet!.width / sheetBox.width;
          const [left, top] = [(box.x - sheetBox.x) * scale, (box.y - sheetBox.y) * scale];
          const [right, bottom] = [left + box.width * scale, top + box.height * scale];
          const covered = sheet!.words.filter(
            word =>
              word.left < right && word.right > left && word.top < bottom && word.bottom > top,
          );
          assert.deepEqual(covered, [], part);
        }
        await page.context().close();
      }
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

/** Returns the elements of a page, with their places on the screen. A print loads pictures that were not near it. */
const layoutOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('body, body *')
    .evaluateAll(all =>
      all.map(
        one =>
          one.outerHTML.replaceAll('loading="eager"', 'loading="lazy"') +
          JSON.stringify(one.getBoundingClientRect()),
      ),
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
