import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {buildSync} from 'esbuild';
import type {Browser, Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import type * as FlatTree from './flat-tree.js';

declare global {
  interface Window {
    flatTree: typeof FlatTree;
    virtualReader: VirtualReader;
  }
}

interface VirtualReader {
  start(options: object): Promise<void>;
  next(): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
  stop(): Promise<void>;
}

const readerSource = readFileSync(
  join(root, 'node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js'),
  'utf8',
);

let flatTreeScript: string | undefined;

const bundleFlatTree = (): string =>
  (flatTreeScript ??= buildSync({
    entryPoints: [join(root, 'tests/support/flat-tree.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'flatTree',
    write: false,
  }).outputFiles[0]!.text);

/** Phrases about the structure only. */
const STRUCTURE =
  /^(?:end\b.*|main|paragraph|list|status|article|term|definition|time|(?:not )?busy)$/;

/** Removes phrases that only name a part of the structure, or repeat the name of the control before them. */
function essentials(phrases: readonly string[]): readonly string[] {
  let name = '';
  return phrases.filter(phrase => {
    if (STRUCTURE.test(phrase) || name.includes(phrase)) return false;
    name = phrase;
    return true;
  });
}

/** Simulated screen reader. It reads copies of elements in a page of its own, since it does not read shadow trees. */
export class PageReader {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<PageReader> {
    const page = await (await browser.newContext()).newPage();
    await page.setContent('<!doctype html><html lang="fr"><title>Page</title><main></main></html>');
    await page.evaluate(async source => {
      const url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
      window.virtualReader = ((await import(url)) as {virtual: VirtualReader}).virtual;
    }, readerSource);
    return new PageReader(page);
  }

  /** Makes a page readable. Called before its document is loaded. */
  static async prepare(page: Page): Promise<void> {
    await page.addInitScript(`${bundleFlatTree()};window.flatTree = flatTree;`);
  }

  /**
   * Reads an element from its start.
   *
   * @param maxPhrases Number of phrases to read at most.
   */
  async read(page: Page, selector: string, maxPhrases: number): Promise<readonly string[]> {
    const markup = await page
      .locator(selector)
      .first()
      .evaluate(element =>
        window.flatTree.serializeFlatTree(element, one => !window.flatTree.isVisible(one)),
      );
    const phrases = await this.#page.evaluate(
      async ([html, count]) => {
        const container = document.querySelector('main')!;
        container.innerHTML = html;
        await window.virtualReader.start({container});
        for (let n = 0; n < 3 * count; n++) {
          await window.virtualReader.next();
          if ((await window.virtualReader.spokenPhraseLog()).at(-1) === 'end of main') break;
        }
        const log = await window.virtualReader.spokenPhraseLog();
        await window.virtualReader.stop();
        return log;
      },
      [markup, maxPhrases] as const,
    );
    return essentials(phrases).slice(0, maxPhrases);
  }
}
