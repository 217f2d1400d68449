import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {partsDrawn} from '../support/page-parts.js';
import {canReadPdf, cutWords, overlappingWords, readPdf} from '../support/printed-page.js';
import {readQrCode} from '../support/qr-code.js';
import {openPage} from './browser-fixture.js';
import {scrollThrough} from './demo-pages.js';
import {prepareToPrint} from './print-page.js';
import {useDemo} from './use-demo.js';

/** Resolution of the picture of a QR code, in dots per inch. */
const DPI = 200;

/** Returns the QR code that is printed at the right of a word. */
function readPrintedCode(file: string, pageNumber: number, top: number): string {
  const pixels = (points: number): string => String(Math.round((points / 72) * DPI));
  const area = ['-x', pixels(340), '-y', pixels(top - 40), '-W', pixels(255), '-H', pixels(120)];
  const page = ['-f', String(pageNumber), '-l', String(pageNumber), '-r', String(DPI)];
  const picture = execFileSync('pdftoppm', [...page, ...area, file], {maxBuffer: 64 * 1024 * 1024});
  // PPM: type, width, height, maximum, then the bytes.
  const [header = '', width, height] =
    /^P6\s(\d+) (\d+)\s255\s/.exec(picture.toString('latin1')) ?? [];
  const data = new Uint8Array(picture.subarray(header.length));
  return readQrCode({width: Number(width), height: Number(height), data});
}

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('a page with maps on paper', {skip, timeout: 120_000}, () => {
  const demo = useDemo();
  const folder = mkdtempSync(join(tmpdir(), 'spass-print-'));
  after(() => {
    rmSync(folder, {recursive: true});
  });

  /** Opens a page of the demo, all of it seen, with the code for print. */
  const openReady = async (path: string, viewport = {width: 1280, height: 900}): Promise<Page> => {
    const {page} = await openPage(demo.browser, new URL(path, demo.url).href, {viewport});
    await scrollThrough(page);
    await prepareToPrint(page);
    return page;
  };

  /** Shows a page as it is printed. */
  const showPaper = async (page: Page): Promise<void> => {
    await page.emulateMedia({media: 'print'});
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  };

  it('has the detailed ground of the screen', async () => {
    const page = await openReady('/portails/ors.html');
    await showPaper(page);
    const credits = page.locator('.plan-credit').filter({visible: true});
    await credits.first().waitFor();
    for (const credit of await credits.allInnerTexts()) assert.match(credit, /OpenStreetMap/);
    await page.context().close();
  });

  it('has its map also if the reader prints at once, without a key, a click or a scroll', async () => {
    const {page} = await openPage(
      demo.browser,
      new URL('/widgets/carte-projets.html', demo.url).href,
      {viewport: {width: 1280, height: 900}},
    );
    await partsDrawn(page);
    const map = page.locator('spass-project-map').first();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await map.locator('.plan').count(), 2, 'for A4 and A3');
    assert.ok((await map.locator('.small .plan-number').count()) > 10);
    await page.context().close();
  });

  it('has the emblems of the parts that the reader has not come near', async () => {
    const address = new URL('/widgets/carte-projets.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {viewport: {width: 1280, height: 400}});
    page.setDefaultTimeout(8000);
    await partsDrawn(page);
    await prepareToPrint(page);
    await page.locator('img.emblem').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('spass-project-map')]
        .flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll<HTMLImageElement>('.emblem')])
        .every(({naturalWidth}) => naturalWidth > 0),
    );
    await page.context().close();
  });

  it('has the covers of cards that the reader has not come near', async () => {
    const address = new URL('/portails/eutopia.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {viewport: {width: 1280, height: 160}});
    page.setDefaultTimeout(8000);
    await partsDrawn(page);
    await prepareToPrint(page);
    await page.waitForFunction(() => {
      const roots = [...document.querySelectorAll('spass-portal-cards')].map(
        ({shadowRoot}) => shadowRoot!,
      );
      return roots.every(root => root.querySelectorAll('svg.cover, img').length > 0);
    });
    await page.context().close();
  });

  it('says how many records of a list are not printed, and where they are', async () => {
    const page = await openReady('/widgets/liste-ressources.html');
    await showPaper(page);
    const [rest] = await page.locator('spass-resource-list .rest').allInnerTexts();
    const {host, pathname} = new URL(page.url());
    assert.match(rest ?? '', /^Suite sur .+ \(\d+ de plus\)$/);
    assert.ok(rest?.includes(` ${host}${pathname} `), rest);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('.rest').count(), 0);
    await page.context().close();
  });

  it('has numbered maps, no text over another, and a QR code that opens the page', async () => {
    const address = new URL('/portails/trans-formation.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {
      viewport: {width: 1280, height: 900},
      colorScheme: 'dark',
    });
    await scrollThrough(page);
    await prepareToPrint(page);
    const file = join(folder, 'page.pdf');
    await page.pdf({path: file, format: 'A4'});
    await page.context().close();
    const pages = readPdf(file);
    const texts = pages.map(({words}) => words.map(({text}) => text).join(' '));
    assert.match(texts.join(' '), /20 km.*Natural Earth/, 'scale and credit of the map');
    assert.deepEqual(pages.flatMap(overlappingWords), []);
    assert.deepEqual(pages.flatMap(cutWords), []);
    const last = pages.findIndex(({words}) => words.some(({text}) => text === 'Imprimé'));
    const printed = pages[last]?.words.find(({text}) => text === 'Imprimé');
    assert.ok(printed, 'the day');
    assert.equal(readPrintedCode(file, last + 1, printed.top), address);
  });

  it('has sections side by side on A3, and ends with the cartouche, below the credits of the portal', async () => {
    const page = await openReady('/commune.html');
    const file = join(folder, 'commune.pdf');
    await page.pdf({path: file, format: 'A3', landscape: true});
    await page.context().close();
    const pages = readPdf(file);
    const [first] = pages;
    const found = (text: string) => first?.words.find(word => word.text === text);
    const [left, right] = [found('démarche,'), found('comprendre')];
    assert.ok(left && right, 'both sections on the first sheet');
    assert.ok(right.left > left.right + 200, 'side by side');
    const words = pages.flatMap((one, i) => one.words.map(word => ({...word, sheet: i})));
    const [printed, source] = ['Imprimé', 'Source'].map(name =>
      words.find(({text}) => text === name)!,
    );
    assert.equal(printed!.sheet, source!.sheet);
    assert.ok(source!.bottom < printed!.top);
  });

  it('sets the resources of chapters one below the other, on the whole width', async () => {
    const page = await openReady('/portails/modeles-innovation.html', {width: 700, height: 900});
    await showPaper(page);
    const list = page.locator('spass-resource-list[chapters]');
    const widths = await list.locator('.chapter .row').evaluateAll(rows =>
      rows.map(row => {
        const chapter = row.closest('.chapter') as Element;
        return Math.round((row.clientWidth / chapter.clientWidth) * 100);
      }),
    );
    assert.ok(widths.length > 10);
    assert.deepEqual(new Set(widths), new Set([100]), 'width in percent of the chapter');
    await page.context().close();
  });

  it('sets chapters side by side on A3, each whole', async () => {
    const page = await openReady('/portails/modeles-innovation.html', {width: 1497, height: 900});
    await showPaper(page);
    const chapters = page.locator('spass-resource-list[chapters] .chapter');
    const lefts = await chapters.evaluateAll(all =>
      all.map(one => Math.round(one.getBoundingClientRect().left)),
    );
    assert.ok(lefts.length > 4);
    assert.equal(new Set(lefts).size, 2, 'columns');
    assert.equal(
      await chapters.first().evaluate(one => getComputedStyle(one).breakInside),
      'avoid',
    );
    await page.context().close();
  });

  it('fills the marks of what is done, and the sea of a drawing, as on the screen', async () => {
    const page = await openReady('/portails/villers-outreaux.html');
    await showPaper(page);
    const done = page.locator('spass-project-progress .done').first();
    const adjust = await done.evaluate(one => getComputedStyle(one, '::before').printColorAdjust);
    assert.equal(adjust, 'exact');
    await page.goto(new URL('/portails/septentrion.html', demo.url).href);
    await partsDrawn(page);
    const cover = page.locator('svg.drawn').first();
    assert.equal(await cover.evaluate(one => getComputedStyle(one).printColorAdjust), 'exact');
    await page.context().close();
  });

  it('marks links by their numbers, not by lines, in the colour of their text', async () => {
    const page = await openReady('/widgets/frise-programmes.html');
    await showPaper(page);
    const timeline = page.locator('spass-programme-timeline').first();
    const links = await timeline.locator('.bar.within a[data-note]').evaluateAll(all =>
      all.map(link => ({
        line: getComputedStyle(link).textDecorationLine,
        isLegible: getComputedStyle(link, '::after').color === getComputedStyle(link).color,
      })),
    );
    assert.ok(links.length > 1);
    for (const link of links) assert.deepEqual(link, {line: 'none', isLegible: true});
    await page.context().close();
  });

  it('has the years of a time axis above its bars on each page', async () => {
    const page = await openReady('/widgets/frise-programmes.html');
    const file = join(folder, 'timeline.pdf');
    await page.pdf({path: file, format: 'A4', landscape: true});
    await page.context().close();
    const pages = readPdf(file);
    const indexOf = (name: string) =>
      pages.findIndex(({words}) => words.some(({text}) => text === name));
    assert.ok(indexOf('Interreg') < indexOf('Autres'), 'the rows go on to another page');
    const heading = pages[indexOf('Interreg')]!.words.some(({text}) => text === 'programmes');
    assert.ok(heading, 'the first rows stand below the heading');
    for (const name of ['Interreg', 'Autres']) {
      const {words} = pages[indexOf(name)]!;
      const row = words.find(({text}) => text === name)!;
      const years = words.filter(({text, top}) => /^\d{4}$/.test(text) && top < row.top);
      assert.deepEqual(
        years.map(({text}) => text).sort(),
        ['2000', '2005', '2010', '2015', '2020', '2025', '2030'],
        `above ${name}`,
      );
    }
  });

  it('begins the addresses below the last row, even if there are more than a page holds', async () => {
    const {page} = await openPage(
      demo.browser,
      new URL('/widgets/liste-ressources.html', demo.url).href,
    );
    await page.evaluate(async () => {
      const list = document.createElement('spass-resource-list');
      const items = Array.from({length: 95}, (_, id) => ({
        id,
        title: `Fiche${id}`,
        url: `https://example.org/${id}`,
      }));
      Object.assign(list, {items, limit: 95, hide: 'facets'});
      document.body.replaceChildren(list);
      await (list as HTMLElement & {loadComplete?: Promise<void>}).loadComplete;
    });
    await prepareToPrint(page);
    const file = join(folder, 'addresses.pdf');
    await page.pdf({path: file, format: 'A4'});
    await page.context().close();
    const pages = readPdf(file);
    const pageOf = (text: string): number =>
      pages.findLastIndex(({words}) => words.some(word => word.text.startsWith(text)));
    assert.equal(pageOf('Adresses'), pageOf('Fiche94'), 'no white page end');
    assert.equal(pageOf('Imprimé'), pageOf('example.org/94'), 'the day stays with an address');
  });
});
