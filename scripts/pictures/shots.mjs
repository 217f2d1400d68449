// npm run shots: takes pictures of every page of the demo, and of the states and skins of every widget, at four widths,
// light and dark, and of the pages on paper (A4 and A3), into contact sheets in shots/ (ignored by git).
// Words choose some of them: `npm run shots -- 320 dark`, `npm run shots -- commune paper`, `npm run shots -- states agenda`.
// Build the demo first, and for states the Storybook. Paper needs pdftoppm (package poppler-utils).
/* global CSSStyleSheet, document, requestAnimationFrame, scrollTo */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {startServer} from '../../demo/server/server.js';
import {CONFIGURATOR, GUIDE, demoPages, scrollThrough} from '../../tests/pages/demo-pages.js';
import {prepareToPrint} from '../../tests/pages/print-page.js';
import {launchForPictures} from './picture-browser.mjs';
import {root} from '../setup.mjs';
import {openStory, readStories} from './stories.mjs';

const PAPERS = [
  {name: 'A4', landscape: false},
  {name: 'A3', landscape: true},
];
/** Columns of a sheet by width of its pictures. A long page goes on in the next column, and on the next sheet. */
const COLUMNS = {320: 4, 768: 2, 1280: 2, 1600: 2};
/** Side of a sheet that viewers show without scaling, in pixels. */
const SHEET = 1560;
/** Stories of states and skins, by the end of their names. */
const STATES =
  /--(loading|empty|failed|stale|(projects|partly|past-events)-failed|part-missing|dsfr|caue)$/;

const folder = join(root, 'shots');
const words = process.argv.slice(2);
const chosen = all => {
  const some = all.filter(one => words.includes(String(one)));
  return some.length > 0 ? some : all;
};
const kinds = ['screens', 'paper', 'states'];
const isWanted = kind => chosen(kinds).includes(kind);
const widths = chosen(Object.keys(COLUMNS));
const schemes = chosen(['light', 'dark']);
const options = [...kinds, ...Object.keys(COLUMNS), 'light', 'dark'];
const names = words.filter(word => !options.includes(word));
const isNamed = text => names.every(name => text.includes(name));

/** Runs in the page: renders what a full-page picture would leave blank, and returns its height once it is drawn. */
const reveal = async scheme => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  const adopt = one => {
    one.adoptedStyleSheets = [...one.adoptedStyleSheets, sheet];
    for (const {shadowRoot} of one.querySelectorAll('*')) if (shadowRoot) adopt(shadowRoot);
  };
  const settle = async frames => {
    for (let i = 0; i < frames; i++) await new Promise(done => requestAnimationFrame(done));
  };
  const story = document.querySelector('#storybook-root [style*=color-scheme]');
  for (const one of story ? [story, document.documentElement] : [])
    Object.assign(one.style, {colorScheme: scheme, background: 'Canvas'});
  // Maps, covers and views of explorers are loaded when they near the screen.
  const scrollDown = async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo(0, y);
      await settle(4);
    }
  };
  await scrollDown();
  if (document.adoptedStyleSheets.length === 0) {
    adopt(document);
    await scrollDown();
  }
  scrollTo(0, 0);
  await settle(12);
  return document.documentElement.scrollHeight;
};

const fileName = (...parts) => parts.join('-').replace(/\W+/g, '-').replace(/^-/, '');

/** Writes the figures of HTML to contact sheets. */
const writeSheets = async (page, name, columns, figures) => {
  const file = join(folder, 'sheet.html');
  for (let i = 0; i < figures.length; i += columns) {
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><style>
body { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 8px; margin: 0; background: #888 }
div { background-repeat: no-repeat } img { display: block; inline-size: 100% } figure { margin: 0 }
</style>${figures.slice(i, i + columns).join('')}`,
    );
    await page.setViewportSize({width: SHEET, height: 400});
    await page.goto(pathToFileURL(file).href);
    const number = figures.length > columns ? `-${i / columns + 1}` : '';
    await page.screenshot({path: join(folder, `sheet-${name}${number}.png`), fullPage: true});
  }
  rmSync(file);
};

/** Cuts a picture into columns. */
const cut = (picture, width, height) => {
  const part = Math.min(height, width * COLUMNS[width]);
  const style = start =>
    `aspect-ratio:${width / part};background-image:url(${picture});background-size:100% auto;background-position:0 ${height > part ? (start / (height - part)) * 100 : 0}%`;
  return [...Array(Math.ceil(height / part)).keys()].map(
    i => `<div style="${style(i * part)}"></div>`,
  );
};

/** Takes the pictures of an open page, and passes each to `use`. */
const takeScreens = async (page, name, use) => {
  for (const scheme of schemes) {
    await page.emulateMedia({colorScheme: scheme});
    for (const width of widths) {
      await page.setViewportSize({width: Number(width), height: 900});
      const height = await page.evaluate(reveal, scheme);
      const picture = `${fileName(name, width, scheme)}.png`;
      await page.screenshot({path: join(folder, picture), fullPage: true, animations: 'disabled'});
      await use({scheme, width, height, picture});
    }
  }
};

const takePaper = async (page, sheets, path) => {
  await prepareToPrint(page);
  await page.waitForLoadState('networkidle');
  for (const {name, landscape} of PAPERS) {
    const stem = fileName(path, name);
    const file = join(folder, `${stem}.pdf`);
    const margin = {top: '12mm', right: '12mm', bottom: '12mm', left: '12mm'};
    await page.pdf({path: file, format: name, landscape, margin});
    execFileSync('pdftoppm', ['-r', '75', '-png', file, join(folder, stem)]);
    const pictures = readdirSync(folder).filter(
      one => one.startsWith(`${stem}-`) && one.endsWith('.png'),
    );
    const figures = pictures.sort().map(one => `<img src="${one}">`);
    await writeSheets(sheets, stem, landscape ? 2 : 3, figures);
    for (const one of pictures) rmSync(join(folder, one));
  }
};

mkdirSync(folder, {recursive: true});
const server = await startServer();
const browser = await launchForPictures();
const newPage = async () => {
  const page = await browser.newPage({
    viewport: {width: Number(widths.at(-1)), height: 900},
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  // esbuild, which reads the modules in TypeScript, names their functions with it.
  await page.addInitScript('globalThis.__name = value => value');
  return page;
};
try {
  const sheets = await browser.newPage();
  const paths = [...demoPages.keys(), CONFIGURATOR, GUIDE].filter(isNamed);
  for (const path of isWanted('screens') || isWanted('paper') ? paths : []) {
    const page = await newPage();
    await page.goto(new URL(path, server.url).href);
    await scrollThrough(page);
    const name = path === '/' ? 'index' : path;
    if (isWanted('screens'))
      await takeScreens(page, name, ({scheme, width, height, picture}) =>
        writeSheets(
          sheets,
          fileName(name, width, scheme),
          COLUMNS[width],
          cut(picture, width, height),
        ),
      );
    if (isWanted('paper') && demoPages.has(path)) await takePaper(page, sheets, name);
    await page.close();
    console.log(`· ${path}`);
  }
  const stories = isWanted('states') ? readStories().stories : [];
  const figures = new Map();
  for (const story of stories.filter(({id}) => STATES.test(id) && isNamed(id))) {
    const page = await newPage();
    await openStory(page, `${server.url}storybook/`, story);
    await takeScreens(page, story.id, ({scheme, width, picture}) => {
      const name = fileName('states', story.title, width, scheme);
      const figure = `<figure>${story.name}<img src="${picture}"></figure>`;
      figures.set(name, [...(figures.get(name) ?? []), figure]);
    });
    await page.close();
    console.log(`· ${story.id}`);
  }
  for (const [name, list] of figures) await writeSheets(sheets, name, 4, list);
} finally {
  await browser.close();
  await server.close();
}
console.log(`Pictures are in ${folder}`);
