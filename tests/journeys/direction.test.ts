import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {apiResponses, pageOf, WIDGETS} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {scrollThrough} from '../pages/demo-pages.js';
import {useSite} from '../pages/use-site.js';

/** Widgets that draw nothing themselves. */
const SILENT = ['portal'];

/** Markup of a widget with a heading of the page. */
const withHeading = (markup: string): string =>
  markup.replace(
    /<spass-[a-z-]+[^>]*>/,
    tag => `${tag}<h3 slot="heading">\u0645\u062f\u064a\u0646\u0629 12</h3>`,
  );

/** Position of each element of a widget, relative to the widget, as lines; and the direction of each text. */
const layoutOf = (page: Page) =>
  page.evaluate(() => {
    const widget = document.querySelector<HTMLElement>('main > *')!;
    const frame = widget.getBoundingClientRect();
    const boxes: string[] = [];
    const rightToLeft: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        // Parts of drawings are placed to fractions of a pixel.
        if (element.matches('style, svg *') || !element.checkVisibility()) continue;
        // The regional sheet of a map, which has its own credit, may have loaded by now or not.
        if (
          element.closest(
            '.leaflet-outlines-pane, .leaflet-graticule-pane, .leaflet-towns-pane, .credit',
          )
        )
          continue;
        const {left, top, width, height} = element.getBoundingClientRect();
        const numbers = [left - frame.left, top - frame.top, width, height].map(Math.round);
        // A cover may be drawn by now or not; its box is the same.
        const name = element.matches('.cover')
          ? 'cover'
          : `${element.localName}.${element.getAttribute('class') ?? ''}`;
        // Drawings of a map come once it rests.
        const isDrawing = element.closest('.spass-map [aria-hidden]') !== null;
        if (element.localName !== 'slot' && !isDrawing) boxes.push(`${name} ${numbers.join(' ')}`);
        const isText = [...element.childNodes].some(
          node => node instanceof Text && node.data.trim(),
        );
        if (isText && getComputedStyle(element).direction === 'rtl')
          rightToLeft.push(element.textContent.trim().slice(0, 40));
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    if (widget.shadowRoot) visit(widget.shadowRoot);
    const heading = widget.querySelector('h3');
    return {
      boxes,
      rightToLeft,
      heading: heading && getComputedStyle(heading).direction,
      isWide: document.documentElement.scrollWidth > innerWidth,
    };
  });

describe('a page written from right to left', {timeout: 120_000}, () => {
  const fixture = useSite(apiResponses('/api'));
  let page: Page;
  before(async () => {
    ({page} = await openPage(fixture.browser));
  });

  const show = async (markup: string, direction: 'ltr' | 'rtl', width: number) => {
    const html = pageOf(`<main>${withHeading(markup)}</main>`);
    fixture.site.responses.set('/', html.replace('<html', `<html dir="${direction}"`));
    await page.setViewportSize({width, height: 900});
    await page.goto(fixture.site.url);
    await scrollThrough(page);
    return layoutOf(page);
  };

  for (const [noun, write] of WIDGETS) {
    if (SILENT.includes(noun)) continue;
    it(`I-07 A-06 <spass-${noun}> in French is laid out as in any page, and the page’s heading keeps its direction`, async () => {
      for (const width of [1280, 320]) {
        const usual = await show(write('/api'), 'ltr', width);
        const other = await show(write('/api'), 'rtl', width);
        assert.ok(usual.boxes.length > 0, 'something is drawn');
        assert.deepEqual(other.rightToLeft, [], 'texts that run from right to left');
        assert.deepEqual(other.boxes, usual.boxes);
        assert.equal(other.heading, 'rtl');
        assert.equal(other.isWide, false);
      }
    });
  }
});
