import assert from 'node:assert/strict';
import type {Browser, Page} from 'playwright-core';
import type {SpassProjectMap} from '../../src/index.js';
import {openPage} from '../pages/browser-fixture.js';

/** Visible content of a map and its list. */
export interface MapContent {
  readonly notices: readonly string[];
  readonly list: readonly string[];
  readonly titles: number;
  /** Number of records represented by the markers. */
  readonly markedRecords: number;
  readonly marks: number;
  readonly fields: number;
}

export const mapContent = (
  page: Page,
  selector = 'spass-project-map >> nth=0',
): Promise<MapContent> =>
  page.locator(selector).evaluate(async element => {
    const widget = element as SpassProjectMap;
    await customElements.whenDefined(widget.localName);
    await widget.loadComplete;
    const all = (inside: string) => [...(widget.shadowRoot?.querySelectorAll(inside) ?? [])];
    const said = (inside: string) =>
      all(inside).map(one => one.textContent.replace(/\s+/g, ' ').trim());
    const counts = said('.cluster').map(text => Number(text.replace(/\D/g, '')));
    return {
      notices: said('.notice'),
      list: said('.list p'),
      titles: all('.list .title').length,
      markedRecords: all('.marker').length + counts.reduce((sum, one) => sum + one, 0),
      marks: all('.marker, .cluster').length,
      fields: all('input, select').length,
    };
  });

/** Requests of a page for an archive, with the size of the responses. */
export interface ArchiveTraffic {
  readonly statuses: number[];
  bytes: number;
}

/** Opens a page that counts its requests for an archive, with an empty cache. */
export async function openPageWithTraffic(browser: Browser, url: string, file: string) {
  const open = await openPage(browser, undefined, {
    viewport: {width: 1280, height: 900},
    locale: 'fr-FR',
  });
  const traffic: ArchiveTraffic = {statuses: [], bytes: 0};
  open.page.on('response', response => {
    if (new URL(response.url()).pathname !== file) return;
    traffic.statuses.push(response.status());
    traffic.bytes += Number(response.headers()['content-length']);
  });
  await open.page.goto(url);
  return {...open, traffic};
}

/** Inserts a widget at the start of the page. */
export const prependWidget = (
  page: Page,
  tag: string,
  attributes: Readonly<Record<string, string>>,
) =>
  page.evaluate(
    ([name, entries]) => {
      const widget = document.createElement(name);
      for (const [key, value] of entries) widget.setAttribute(key, value);
      document.querySelector('main')?.prepend(widget);
    },
    [tag, Object.entries(attributes)] as const,
  );

/** Asserts the state of a map with too many records for a list: only markers are shown. */
export function assertMarkersOnly(seen: MapContent, count: number): void {
  assert.equal(seen.titles, 0);
  const [, about = ''] = /Zoomez pour la liste \(≈ ([^)]*)\)\./.exec(seen.list.join()) ?? [];
  const listed = Number(about.replace(/\D/g, ''));
  assert.ok(listed > count * 0.9 && listed <= count, `${about} of ${count}`);
  assert.equal(seen.markedRecords, listed, 'the marks stand for as many');
  assert.ok(seen.marks <= 300, `${seen.marks} marks`);
}
