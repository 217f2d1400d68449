import type {Browser, CDPSession, Page} from 'playwright-core';
import {openPage} from '../pages/browser-fixture.js';

/** Distance in pixels around an element within which its focus ring is. */
const MARGIN = 8;
/** Minimum contrast between a pixel with and without focus (WCAG 2.2, 1.4.11). */
const MIN_CONTRAST = 3;
/** Minimum number of ring pixels per pixel of a side: a ring of 2 px, with round or cut corners. */
const MIN_THICKNESS = 1.5;
/** Number of stops of the same kind whose ring is measured. */
const MAX_OF_A_KIND = 2;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Element that has the focus. */
interface Stop {
  /** Widget, tag and name. */
  readonly name: string;
  /** Widget, tag, class and parts. */
  readonly kind: string;
  /** Boxes of the element and its closest ancestors: a card or a frame may have the ring of the link in it. */
  readonly boxes: readonly Box[];
}

/** Number of ancestors that may have the ring. */
const MAX_ANCESTORS = 3;

/** Returns the focused element, across shadow roots; undefined if the page itself has the focus. */
const currentStop = (page: Page): Promise<Stop | undefined> =>
  page.evaluate(maxAncestors => {
    const top = document.activeElement;
    let element = top;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || !top || element === document.body) return undefined;
    const boxes: Box[] = [];
    for (
      let at: Element | null = element;
      at && boxes.length <= maxAncestors;
      at = at.parentElement
    ) {
      const {left, top: up, right, bottom} = at.getBoundingClientRect();
      const [x, y] = [Math.round(left), Math.round(up)];
      boxes.push({x, y, width: Math.round(right) - x, height: Math.round(bottom) - y});
    }
    const words = element.ariaLabel ?? element.closest('label')?.textContent ?? element.textContent;
    const place = `${top.localName} ${element.localName}`;
    return {
      name: `${place} "${words.replace(/\s+/g, ' ').trim().slice(0, 40)}"`,
      kind: `${place}.${element.className}[${element.getAttribute('part') ?? ''}]`,
      boxes,
    };
  }, MAX_ANCESTORS);

/** Screenshots of a page, compared by the browser, which decodes them, in a page of their own. */
class Screenshots {
  private constructor(
    readonly session: CDPSession,
    readonly decoder: Page,
  ) {}

  static async of(page: Page, browser: Browser): Promise<Screenshots> {
    const {page: decoder} = await openPage(browser, 'about:blank');
    const shots = new Screenshots(await page.context().newCDPSession(page), decoder);
    const whole = await shots.#take();
    await decoder.evaluate(async data => {
      const decode = async (png: string) => {
        const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
        const bitmap = await createImageBitmap(blob);
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
          willReadFrequently: true,
        });
        if (!context) throw new Error('no canvas');
        context.drawImage(bitmap, 0, 0);
        return context;
      };
      Object.assign(window, {decode, whole: await decode(data)});
    }, whole);
    return shots;
  }

  async #take(clip?: Box): Promise<string> {
    const options = clip ? {clip: {...clip, scale: 1}} : {};
    return (await this.session.send('Page.captureScreenshot', {optimizeForSpeed: true, ...options}))
      .data;
  }

  /**
   * Returns the thickness of the ring that has appeared around a box since the first screenshot, on each side: the
   * number of changed pixels per pixel of its length.
   */
  async ringAround({x, y, width, height}: Box): Promise<readonly number[]> {
    const [left, top] = [Math.max(0, x - MARGIN), Math.max(0, y - MARGIN)];
    const clip = {
      ...{x: left, y: top},
      ...{width: x + width + MARGIN - left, height: y + height + MARGIN - top},
    };
    const inner = {left: x - left, top: y - top, width, height};
    return this.decoder.evaluate(
      async ([data, area, box, margin, minContrast]) => {
        const {decode, whole} = window as unknown as {
          decode(png: string): Promise<OffscreenCanvasRenderingContext2D>;
          whole: OffscreenCanvasRenderingContext2D;
        };
        const now = (await decode(data)).getImageData(0, 0, area.width, area.height).data;
        const before = whole.getImageData(area.x, area.y, area.width, area.height).data;
        const linear = (value: number): number =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
        const luminance = (pixels: Uint8ClampedArray, i: number): number =>
          0.2126 * linear(pixels[i] ?? 0) +
          0.7152 * linear(pixels[i + 1] ?? 0) +
          0.0722 * linear(pixels[i + 2] ?? 0);
        const hasChanged = (i: number): boolean => {
          if ([0, 1, 2].every(k => now[i + k] === before[i + k])) return false;
          const [a, b] = [luminance(now, i) + 0.05, luminance(before, i) + 0.05];
          return Math.max(a, b) / Math.min(a, b) >= minContrast;
        };
        const count = (x0: number, y0: number, x1: number, y1: number): number => {
          let changed = 0;
          for (let row = Math.max(0, y0); row < Math.min(area.height, y1); row++)
            for (let column = Math.max(0, x0); column < Math.min(area.width, x1); column++)
              if (hasChanged(4 * (row * area.width + column))) changed++;
          return changed;
        };
        const {left: l, top: t, width: w, height: h} = box;
        // Small elements: the bands of opposite sides do not overlap.
        const [inX, inY] = [Math.min(margin, w >> 1), Math.min(margin, h >> 1)];
        return [
          count(l, t - margin, l + w, t + inY) / w,
          count(l + w - inX, t, l + w + margin, t + h) / h,
          count(l, t + h - inY, l + w, t + h + margin) / w,
          count(l - margin, t, l + inX, t + h) / h,
        ];
      },
      [await this.#take(clip), clip, inner, MARGIN, MIN_CONTRAST] as const,
    );
  }
}

const isComplete = (ring: readonly number[] | undefined): boolean =>
  ring?.every(thickness => thickness >= MIN_THICKNESS) ?? false;

/**
 * Goes through a page with Tab, and compares the pixels around each stop with the same page without focus. Returns
 * the stops whose ring does not show on all four sides, and the number of stops.
 */
export async function focusRingErrors(
  page: Page,
  browser: Browser,
): Promise<{readonly stopCount: number; readonly errors: readonly string[]}> {
  const errors: string[] = [];
  const counts = new Map<string, number>();
  const shots = await Screenshots.of(page, browser);
  let stopCount = 0;
  for (; ; stopCount++) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (!stop) break;
    const count = (counts.get(stop.kind) ?? 0) + 1;
    counts.set(stop.kind, count);
    if (count > MAX_OF_A_KIND) continue;
    const rings: (readonly number[])[] = [];
    for (const box of stop.boxes) {
      rings.push(await shots.ringAround(box));
      if (isComplete(rings.at(-1))) break;
    }
    if (!isComplete(rings.at(-1)))
      errors.push(`${stop.name}: ${rings[0]?.map(side => side.toFixed(1)).join(' ') ?? ''} px`);
  }
  await shots.decoder.context().close();
  return {stopCount, errors};
}
