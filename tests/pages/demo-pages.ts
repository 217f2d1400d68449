import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {partsDrawn} from '../support/page-parts.js';

/** Path of the configurator, a separate page: built, and tested on its own. */
export const CONFIGURATOR = '/configurateur/';
/** Path of the guide, generated from docs/, and tested on its own. */
export const GUIDE = '/guide/';

/** Every page of the demo, by its path on the server. */
export const demoPages: ReadonlyMap<string, string> = new Map(
  readdirSync(join(root, 'demo'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.html') && !name.startsWith('configurateur'))
    .sort()
    .map(name => [
      `/${name.replaceAll('\\', '/').replace(/^index\.html$/, '')}`,
      readFileSync(join(root, 'demo', name), 'utf8'),
    ]),
);

/** Scrolls through the page, and waits until every widget has loaded or failed, and late parts of it are drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    type Widget = HTMLElement & {loadComplete: Promise<void>};
    const tags = [...document.querySelectorAll<Widget>('*')].filter(({localName}) =>
      localName.startsWith('spass-'),
    );
    await Promise.all(tags.map(({localName}) => customElements.whenDefined(localName)));
    for (const widget of tags.filter(tag => 'loadComplete' in tag)) {
      widget.scrollIntoView();
      await widget.loadComplete;
    }
    // Chromium 150 starts the order of Tab at what was scrolled into view last.
    document.documentElement.scrollIntoView();
  });
  await partsDrawn(page);
}

/** Waits until every map that is in view has loaded: maps load once the browser has reported that they are. */
export const mapsLoaded = (page: Page): Promise<void> =>
  page.locator('[part~=map]:not([role])').first().waitFor({state: 'detached'});

/** Returns the text of the page, shadow trees included. */
export const renderedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.matches('script, style')) return '';
      return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(read).join(' ');
    };
    return read(document.body);
  });

/** Returns the heading levels in reading order, shadow trees and slots included. */
export const headingLevels = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const levels: number[] = [];
    const read = (node: Node): void => {
      if (!(node instanceof Element)) return;
      if (!node.checkVisibility()) return;
      const level = /^h([1-6])$/.exec(node.localName)?.[1];
      if (level) levels.push(Number(level));
      const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
      for (const child of assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes)
        read(child);
    };
    read(document.body);
    return levels;
  });

export const skippedLevels = (levels: readonly number[]): readonly string[] =>
  levels
    .map((level, i) => `h${levels[i - 1] ?? 0} to h${level}`)
    .filter((_, i) => (levels[i] ?? 0) > (levels[i - 1] ?? 0) + 1);

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: unknown; readonly failureSummary?: string}[];
}

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Returns the errors that axe finds in the page, in short form. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axeSource};0`);
  const faults = await page.evaluate(async tags => {
    const {axe} = globalThis as unknown as {
      axe: {run(options: object): Promise<{violations: Violation[]}>};
    };
    return (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations;
  }, TAGS);
  return faults.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
