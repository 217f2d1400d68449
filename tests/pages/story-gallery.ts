import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import type {Gallery} from '../support/gallery.js';
import {tagStoryFiles} from '../support/story-files.js';
import {type OpenPage, openPage} from './browser-fixture.js';

/** No server is there: the browser's route handler answers each request. */
const SITE = 'http://gallery.localhost';

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Stories</title>
<meta name="viewport" content="width=device-width"></head>
<body style="margin: 8px"><h1>Page</h1><h2>Partie</h2><main></main><script type="module" src="/gallery.js"></script></body></html>`;

declare global {
  interface Window {
    gallery: Gallery;
  }
}

/** Bundles the stories of all tags from their sources; neither Storybook nor a build is needed. */
async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const files = tagStoryFiles();
  const contents = [
    `import './src/define/all.js';`,
    `import {openGallery} from './tests/support/gallery.js';`,
    ...files.map((file, i) => `import * as s${String(i)} from './stories/${file}.stories.js';`),
    `window.gallery = openGallery({${files.map((file, i) => `'${file}': s${String(i)}`).join()}});`,
  ].join('\n');
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: root, loader: 'ts', sourcefile: 'gallery.ts'},
    outdir: join(root, 'gallery'),
    entryNames: 'gallery',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    tsconfig: join(root, 'tsconfig.json'),
    write: false,
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({path, contents: code}) => [
      path.slice(join(root, 'gallery').length),
      Buffer.from(code),
    ]),
  );
}

let bundled: Promise<ReadonlyMap<string, Buffer>> | undefined;

/** Opens a page that shows stories, one at a time. */
export async function openGallery(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  bundled ??= bundle();
  const files = await bundled;
  const open = await openPage(browser, undefined, {
    locale: 'fr-FR',
    viewport: {width: 1280, height: 900},
    ...options,
  });
  await open.page.context().route(`${SITE}/**`, async route => {
    const {pathname} = new URL(route.request().url());
    const file = files.get(pathname);
    if (pathname === '/') return route.fulfill({contentType: 'text/html', body: PAGE});
    if (file) return route.fulfill({contentType: 'text/javascript', body: file});
    const path = join(root, pathname);
    if (!pathname.startsWith('/demo/') || !statSync(path, {throwIfNoEntry: false})?.isFile())
      return route.fulfill({status: 404});
    const body = readFileSync(path);
    const [, first, last] =
      /^bytes=(\d+)-(\d+)$/.exec(route.request().headers()['range'] ?? '') ?? [];
    const type = path.endsWith('.svg') ? {contentType: 'image/svg+xml'} : {};
    return first && last
      ? route.fulfill({status: 206, body: body.subarray(Number(first), Number(last) + 1)})
      : route.fulfill({...type, body});
  });
  await resetGallery(open.page);
  return open;
}

/** Resets the gallery to its initial state. */
export async function resetGallery(page: Page): Promise<void> {
  await page.goto(`${SITE}/`);
  await page.waitForFunction(() => 'gallery' in window);
}

/** Draws a story; returns the heading level at which it starts. */
export const showStory = (
  page: Page,
  file: string,
  name: string,
  {lang = 'fr', scheme = 'light'}: {lang?: string; scheme?: 'light' | 'dark'} = {},
): Promise<number> => page.evaluate(look => window.gallery.show(look), {file, name, lang, scheme});
