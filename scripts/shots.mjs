// npm run shots: takes pictures of every page of the demo at four widths, light and dark, and on paper (A4 and A3), and
// combines them to contact sheets in shots/ (ignored by git). `npm run shots -- commune` takes only the pages whose path
// contains that word, `npm run shots -- 320` only that width, `npm run shots -- paper` only paper; words can be combined.
// The demo must be built. Paper needs pdftoppm (package poppler-utils).
/* global CSSStyleSheet, document, requestAnimationFrame, scrollTo */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {startServer} from '../demo/server/server.js';
import {demoPages, scrollThrough} from '../tests/pages/demo-pages.js';
import {prepareToPrint} from '../tests/pages/print-page.js';
import {findChromium, root} from './setup.mjs';

const WIDTHS = [320, 768, 1280, 1600];
const SCHEMES = ['light', 'dark'];
const PAPERS = [
  {name: 'A4', landscape: false},
  {name: 'A3', landscape: true},
];
/** Columns of a sheet by width of its pictures. A long page goes on in the next column. */
const COLUMNS = {320: 8, 768: 5, 1280: 4, 1600: 3};
/** Height of a part of a page in one column, as a multiple of its width. */
const PART_HEIGHT = {320: 5, 768: 2.5, 1280: 1.5, 1600: 1.25};
/** Width of a sheet that viewers show without scaling, in pixels. */
const SHEET_WIDTH = 1560;
const PAPER_DPI = 60;

const folder = join(root, 'shots');
const words = process.argv.slice(2);
const widths = WIDTHS.filter(width => words.includes(String(width)));
const isPaperWanted = words.includes('paper') || widths.length === 0;
const wantedWidths = widths.length || words.includes('paper') ? widths : WIDTHS;
const names = words.filter(word => word !== 'paper' && !Number(word));

/** Runs in the page: renders what a full-page picture would leave blank, and waits until it is drawn. */
const reveal = async isFirst => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  const adopt = one => {
    one.adoptedStyleSheets = [...one.adoptedStyleSheets, sheet];
    for (const {shadowRoot} of one.querySelectorAll('*')) if (shadowRoot) adopt(shadowRoot);
  };
  const settle = async frames => {
    for (let i = 0; i < frames; i++) await new Promise(done => requestAnimationFrame(done));
  };
  // Maps and covers are loaded when they near the screen.
  if (isFirst) adopt(document);
  for (let y = 0; isFirst && y < document.documentElement.scrollHeight; y += 600) {
    scrollTo(0, y);
    await settle(6);
  }
  scrollTo(0, 0);
  await settle(20);
  return document.documentElement.scrollHeight;
};

const fileName = (path, ...parts) =>
  [path === '/' ? 'index' : path, ...parts].join('-').replace(/\W+/g, '-').replace(/^-/, '');

/** Writes a sheet of HTML figures. */
const writeSheet = async (page, name, columns, figures) => {
  const file = join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>
body { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 8px; margin: 8px; background: #888 }
div { background-repeat: no-repeat } img { display: block; inline-size: 100% }
</style>${figures.join('')}`,
  );
  await page.setViewportSize({width: SHEET_WIDTH, height: 400});
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({path: join(folder, `sheet-${name}.png`), fullPage: true});
  rmSync(file);
};

/** Cuts a picture into columns of a sheet. */
const cut = (picture, width, height) => {
  const parts = Math.ceil(height / (width * PART_HEIGHT[width]));
  const style = part =>
    `aspect-ratio:${1 / PART_HEIGHT[width]};background-image:url(${picture});background-size:100% auto;background-position:0 ${parts > 1 ? ((part * width * PART_HEIGHT[width]) / (height - width * PART_HEIGHT[width])) * 100 : 0}%`;
  return [...Array(parts).keys()].map(part => `<div style="${style(part)}"></div>`);
};

const takeScreens = async (page, sheets, path) => {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({colorScheme});
    for (const width of wantedWidths) {
      await page.setViewportSize({width, height: 900});
      const height = await page.evaluate(
        reveal,
        colorScheme === SCHEMES[0] && width === wantedWidths[0],
      );
      const name = fileName(path, width, colorScheme);
      await page.screenshot({
        path: join(folder, `${name}.png`),
        fullPage: true,
        animations: 'disabled',
      });
      await writeSheet(sheets, name, COLUMNS[width], cut(`${name}.png`, width, height));
    }
  }
};

const takePaper = async (page, sheets, path) => {
  await prepareToPrint(page);
  for (const {name, landscape} of PAPERS) {
    const stem = fileName(path, name);
    const file = join(folder, `${stem}.pdf`);
    const margin = {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'};
    await page.pdf({path: file, format: name, landscape, margin});
    execFileSync('pdftoppm', ['-r', String(PAPER_DPI), '-png', file, join(folder, stem)]);
    const pictures = readdirSync(folder)
      .filter(one => one.startsWith(`${stem}-`) && one.endsWith('.png'))
      .sort();
    const figures = pictures.map(one => `<img src="${one}">`);
    await writeSheet(sheets, stem, landscape ? 3 : 4, figures);
    for (const one of pictures) rmSync(join(folder, one));
  }
};

rmSync(folder, {recursive: true, force: true});
mkdirSync(folder);
const paths = [...demoPages.keys()].filter(path => names.every(name => path.includes(name)));
const server = await startServer();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
});
try {
  const sheets = await browser.newPage();
  for (const path of paths) {
    const page = await browser.newPage({
      viewport: {width: wantedWidths[0] ?? 1280, height: 900},
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    });
    // esbuild, which reads the modules in TypeScript, names their functions with it.
    await page.addInitScript('globalThis.__name = value => value');
    await page.goto(new URL(path, server.url).href);
    await scrollThrough(page);
    await takeScreens(page, sheets, path);
    if (isPaperWanted) await takePaper(page, sheets, path);
    await page.close();
    console.log(`· ${path}`);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${paths.length} pages in ${folder}`);
