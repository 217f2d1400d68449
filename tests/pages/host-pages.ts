import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {apiResponses, visibleText, WIDGETS} from './all-widgets.js';
import {mapsLoaded, scrollThrough} from './demo-pages.js';
import {openPage, type OpenPage, type Site} from './browser-fixture.js';

/** Page that is difficult for embedded widgets. */
export interface HostPage {
  /** Script before the script of the widgets. */
  readonly scriptBefore?: string;
  /** Script after the script of the widgets. */
  readonly scriptAfter?: string;
  readonly css?: string;
  /** Style that the widgets are meant to inherit: font, colours, direction. */
  readonly inheritedCss?: string;
  readonly skip?: string | false;
}

const library = (path: string): HostPage => ({
  scriptBefore: readFileSync(join(root, path), 'utf8'),
});

/** Returns a host page with a library packaged by Debian. */
const packaged = (path: string, name: string): HostPage => {
  const isThere = existsSync(path);
  return {
    scriptBefore: isThere ? readFileSync(path, 'utf8') : '',
    skip: !isThere && `Debian's ${name} is missing`,
  };
};

/** Host pages, by the name that a webmaster would use. */
export const HOST_PAGES: Readonly<Record<string, HostPage>> = {
  'Prototype 1.7.3': packaged('/usr/share/javascript/prototype/prototype.js', 'libjs-prototype'),
  'MooTools 1.4.5': packaged('/usr/share/javascript/mootools/mootools.js', 'libjs-mootools'),
  'jQuery 1.12': library('node_modules/jquery-1/dist/jquery.min.js'),
  'jQuery 2.2': library('node_modules/jquery-2/dist/jquery.min.js'),
  'jQuery 3.7': library('node_modules/jquery-3/dist/jquery.min.js'),
  'jQuery 4.0': library('node_modules/jquery-4/dist/jquery.min.js'),
  'core-js 2.6': library('node_modules/core-js-2/client/shim.min.js'),
  'extended prototypes': {
    scriptBefore: `for (const {prototype} of [Object, Array, String, Number, Function, Element, Node, Event, Map, Promise]) {
      prototype.extend = function () { return this; };
      prototype.each = prototype.first = prototype.last = prototype.clone = prototype.inspect = function () { return []; };
    }
    Array.from = () => [];
    Array.prototype.toJSON = undefined;`,
  },
  'frozen prototypes': {
    scriptBefore: `for (const built of [Object, Array, String, Number, Function, Promise, Map, Set, RegExp, Date, Error,
      Element, HTMLElement, Node, Event, EventTarget, Document, CustomElementRegistry])
      Object.freeze(built), Object.freeze(built.prototype);`,
  },
  'its own fetch, URL and Promise': {
    scriptBefore: `
      window.Promise = class Promise extends window.Promise {};
      window.URL = class URL extends window.URL {};
      window.fetch = (real => (...asked) => new Promise(done => done(real(...asked))))(window.fetch.bind(window));
      window.Symbol.observable = Symbol('observable');`,
    scriptAfter: `
      window.fetch = () => { throw new Error('the page has another fetch now'); };
      window.XMLHttpRequest = undefined;
      window.requestIdleCallback = undefined;
      JSON.stringify = (real => (...given) => real(...given))(JSON.stringify);`,
  },
  'an AMD loader, and CommonJS': {
    scriptBefore: `window.define = () => { throw new Error('an anonymous module'); };
      define.amd = {};
      window.exports = {};
      window.module = {exports};
      window.require = () => { throw new Error('no such module'); };`,
  },
  'global variables with common names': {
    scriptBefore: `for (const name of ['L', 'html', 'render', 'css', 'lit', 'Lit', '$', '_', 'Leaflet', 'spass', 'status', 'name', 'performance'])
      try { window[name] = 'of the page'; } catch {}`,
  },
  '* { all: unset !important }': {
    css: '* { all: unset !important }',
    // Without it a page has no margins, no blocks, and the default font of the browser.
    inheritedCss: 'html { font-family: initial !important } body { margin: 0 }',
  },
  'div { display: none !important }': {
    css: 'div { display: none !important }',
  },
  'html { font-size: 62.5% }': {
    css: 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  },
  'body { line-height: 0; letter-spacing: 1em; direction: rtl }': {
    css: `body { line-height: 0; letter-spacing: 1em; word-spacing: 1em; text-indent: 3em; text-transform: uppercase;
      text-align: center; white-space: pre; font-style: italic; direction: rtl }`,
    inheritedCss: 'body { direction: rtl }',
  },
  'img { max-width: none }': {
    css: 'img { max-width: none; height: auto; border: 0; vertical-align: top } svg { width: 100%; fill: red }',
  },
  'content-visibility': {
    css: 'main > * { content-visibility: auto; contain-intrinsic-size: auto 500px }',
    // Separate boxes that start at another fraction of a pixel.
    inheritedCss: 'main > * { contain: layout paint style }',
  },
  'rules for buttons': {
    css: `button, input, select, textarea { all: unset; background: #c00 !important; color: #fff !important;
      padding: 2em !important; border: 9px solid !important; text-transform: uppercase }`,
  },
  'a { color: … !important }': {
    css: 'a, a:link, a:visited { color: #f0f !important; text-decoration: none !important; border-bottom: 3px dotted }',
  },
  'rules for lists and headings': {
    css: `ul, ol { list-style: square inside !important; margin: 3em !important; padding: 3em !important }
      li::before { content: "→ " } h2, h3, h4 { font-size: 60px !important; border: 1px solid } p { margin: 4em }
      table, td { border: 5px solid } fieldset { display: inline !important }`,
  },
  'box sizing and transitions on everything': {
    css: `* { box-sizing: content-box !important; transition: all 9s !important; outline: 0 !important }
      *::before, *::after { content: none !important }`,
  },
};

const PRINT_CSS = `@media print { a::after { content: " (" attr(href) ")" !important } nav, aside, button { display: none }
  * { background: transparent !important; box-shadow: none !important } }`;

/** Page with print styles. */
export const PRINT_PAGE: HostPage = {css: PRINT_CSS};

const NOUNS = [...WIDGETS.keys()];

const hostMarkup = ({
  scriptAfter: later = '',
  css = '',
  inheritedCss: like = '',
}: HostPage): string => `<!doctype html>
  <html lang="fr"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
  <style>html { font-family: "DejaVu Sans", sans-serif } ${like}</style><style>${css}</style>
  <script src="/host.js"></script>
  <script src="/cdn/spass-widgets.js"></script><script>${later}</script></head>
  <body><main>${[...WIDGETS].map(([noun, widget]) => `<section id="${noun}">${widget('/api')}</section>`).join('')}</main></body>
  </html>`;

/** Opens a page with all widgets and waits for all of them. */
export async function openHostPage(
  browser: Browser,
  site: Site,
  host: HostPage,
): Promise<OpenPage> {
  for (const [path, reply] of Object.entries(apiResponses('/api'))) site.responses.set(path, reply);
  site.responses.set('/host.js', host.scriptBefore ?? '');
  site.responses.set('/', hostMarkup(host));
  const opened = await openPage(browser, site.url, {
    reducedMotion: 'reduce',
    // Everything is in view at once: which maps load does not depend on the scroll speed.
    viewport: {width: 1280, height: 12_000},
  });
  await scrollThrough(opened.page);
  return opened;
}

/** Returns the text of each widget, by name. */
export async function widgetTexts(page: Page): Promise<Record<string, string>> {
  await mapsLoaded(page);
  const words: Record<string, string> = {};
  for (const noun of NOUNS) words[noun] = await visibleText(page, `#${noun} > *`);
  return words;
}

/**
 * Takes a picture of each widget, by name. The picture shows the first inner box with a height: a portal without a foot
 * has none, and if a page makes the tags inline,
 * its own text is on the same line.
 */
export async function widgetScreenshots(page: Page): Promise<Record<string, string>> {
  const looks: Record<string, string> = {};
  for (const noun of NOUNS) {
    const picture = await page
      .locator(`#${noun} .root`)
      .filter({visible: true})
      .first()
      .screenshot({animations: 'disabled', caret: 'hide'});
    looks[noun] = picture.toString('base64');
  }
  return looks;
}

/** Returns the share of pixels in which two pictures differ; pixels of only one of them count. */
export const pixelDifference = (page: Page, one: string, other: string): Promise<number> =>
  page.evaluate(
    async pictures => {
      const read = async (picture: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await read(pictures[0]!), await read(pictures[1]!)];
      const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
      let others = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const isIn = (image: ImageData) => x < image.width && y < image.height;
          const at = (image: ImageData, part: number) =>
            image.data[(y * image.width + x) * 4 + part]!;
          const isSame =
            isIn(a) && isIn(b) && [0, 1, 2].every(part => Math.abs(at(a, part) - at(b, part)) < 16);
          if (!isSame) others++;
        }
      return others / (width * height);
    },
    [one, other],
  );
