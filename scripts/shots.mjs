// npm run shots: takes screenshots of every story at four widths, light and dark, and as printed, in shots/ (ignored by git), combined
// to contact sheets. `npm run shots -- timeline` takes only the stories whose id contains that word, `npm run shots -- 320` only
// that width; both can be given.
/* global CSSStyleSheet, document, requestAnimationFrame, scrollTo */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {ensureModules, findChromium, root, run} from './setup.mjs';
import {openStory, readStories, serveStories} from './stories.mjs';

const WIDTHS = [320, 768, 1280, 1600];
const SCHEMES = ['light', 'dark'];
/** Width of an A4 page within its margins, in CSS pixels. */
const PAPER_WIDTH = 718;
/** Columns of a sheet, by width of the screenshots; each sheet has two rows. */
const COLUMNS = {320: 6, [PAPER_WIDTH]: 4, 768: 4, 1280: 3, 1600: 2};
/** Maximum width and height of a sheet that viewers show without scaling, in pixels. */
const SIDE = 1560;
const folder = join(root, 'shots');
const given = process.argv.slice(2);
const wanted = given.find(word => !Number(word)) ?? '';
const isWanted = width => given.every(word => !Number(word)) || given.includes(String(width));

/** Runs in the page: sets the colour scheme of a story's wrapper. */
const paint = scheme => {
  for (const place of document.querySelectorAll('html, #storybook-root [style*=color-scheme]'))
    Object.assign(place.style, {colorScheme: scheme, background: 'Canvas'});
};

/**
 * Runs in the page: renders what a full-page screenshot would leave blank, namely sections below the screen with
 * `content-visibility: auto` and parts that are loaded when they near it.
 */
const reveal = async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  const adopt = root => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) adopt(shadowRoot);
  };
  adopt(document);
  // Two frames each, for elements that react to their size and place.
  const settle = () =>
    new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo(0, y);
    await settle();
  }
  scrollTo(0, 0);
  for (const widget of document.querySelectorAll('#storybook-root *'))
    if (widget.loadComplete && !document.location.search.includes('--loading'))
      await widget.loadComplete;
  await settle();
};

const takeAll = async (page, url, stories) => {
  for (const story of stories) {
    await page.setViewportSize({width: 1280, height: 900});
    await openStory(page, url, story);
    for (const scheme of SCHEMES)
      for (const width of WIDTHS.filter(isWanted)) {
        await page.evaluate(paint, scheme);
        await page.setViewportSize({width, height: 900});
        await page.evaluate(reveal);
        const path = join(folder, `${story.id}-${width}-${scheme}.png`);
        await page.screenshot({path, fullPage: true, animations: 'disabled'});
      }
    if (!isWanted(PAPER_WIDTH)) continue;
    await page.evaluate(paint, 'light');
    await page.emulateMedia({media: 'print'});
    await page.setViewportSize({width: PAPER_WIDTH, height: 900});
    await page.evaluate(reveal);
    await page.screenshot({
      path: join(folder, `${story.id}-${PAPER_WIDTH}-print.png`),
      fullPage: true,
      animations: 'disabled',
    });
    await page.emulateMedia({media: 'screen'});
    console.log(`· ${story.id}`);
  }
};

/** Writes one sheet of a widget, at one width and in one colour scheme. */
const sheet = async (page, name, stories, width, scheme) => {
  const columns = COLUMNS[width];
  const figures = stories.map(
    ({id, name: story}) =>
      `<figure><figcaption>${story}</figcaption><img src="${id}-${width}-${scheme}.png"></figure>`,
  );
  const html = `<!doctype html><meta charset="utf-8"><style>
body { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 8px; margin: 8px; background: #888 }
figure { margin: 0; max-block-size: ${SIDE / 2 - 16}px; overflow: hidden; font: 12px sans-serif }
figcaption { background: #ff8 } img { display: block; inline-size: 100% }
</style>${figures.join('')}`;
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  await page.setViewportSize({width: SIDE, height: 400});
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({path: join(folder, `sheet-${name}.png`), fullPage: true});
  rmSync(file);
};

/** Writes all sheets of a widget. */
const sheets = async (page, title, stories) => {
  for (const [width, schemes] of [...WIDTHS.map(one => [one, SCHEMES]), [PAPER_WIDTH, ['print']]])
    for (const scheme of isWanted(width) ? schemes : [])
      for (let from = 0, size = 2 * COLUMNS[width]; from < stories.length; from += size) {
        const name = title.replaceAll(/\W+/g, '-').toLowerCase();
        const part = `${name}-${width}-${scheme}-${from / size + 1}`;
        await sheet(page, part, stories.slice(from, from + size), width, scheme);
      }
};

await ensureModules();
const build = await run(process.execPath, [join(root, 'scripts/storybook.mjs'), 'build']);
if (!build.ok) process.exit(1);
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder);
const stories = readStories().stories.filter(({id}) => id.includes(wanted));
const server = await serveStories();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
});
try {
  const page = await browser.newPage({locale: 'fr-FR', timezoneId: 'Europe/Paris'});
  await takeAll(page, server.url, stories);
  for (const title of new Set(stories.map(story => story.title))) {
    const own = stories.filter(story => story.title === title);
    await sheets(page, title, own);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${stories.length} stories in ${folder}`);
