import type {Page} from 'playwright-core';

/** Maximum number of tab stops of a page, so that a trap ends the walk. */
const MAX_STOPS = 400;

/** Returns the part of the focused element that something else covers; `end` if the page has no further stop. */
const coveredPart = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    /** Returns the topmost element at a point, across shadow roots. */
    const topAt = (x: number, y: number): Element | null => {
      let top = document.elementFromPoint(x, y);
      let inner = top?.shadowRoot?.elementFromPoint(x, y);
      while (inner && inner !== top) {
        top = inner;
        inner = top.shadowRoot?.elementFromPoint(x, y);
      }
      return top;
    };
    const parentOf = (node: Node): Node | null =>
      (node as Partial<Element>).assignedSlot ??
      (node instanceof ShadowRoot ? node.host : node.parentNode);
    const isWithin = (node: Node | null, ancestor: Node): boolean => {
      for (let at = node; at; at = parentOf(at)) if (at === ancestor) return true;
      return false;
    };
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'end';
    const words = (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();
    const name = `${document.activeElement?.localName ?? ''} ${element.localName} "${words.slice(0, 40)}"`;
    // A link of several lines has a box for each.
    for (const {left, top, right, bottom} of element.getClientRects()) {
      // Of a map, which has its own attribution over it, enough is seen.
      if (bottom - top > innerHeight * 0.4) continue;
      const inset = Math.min(4, (bottom - top) / 4);
      // Browsers scroll to the caret of a long text field, not to its box.
      const edges = element.localName === 'textarea' ? [] : [top + inset, bottom - inset];
      for (const y of [(top + bottom) / 2, ...edges])
        for (const x of [left + inset, (left + right) / 2, right - inset]) {
          if (y < 0 || y > innerHeight) return `${name}: out of sight`;
          const cover = topAt(x, y);
          if (cover && !isWithin(cover, element) && !isWithin(element, cover))
            return `${name}: covered by ${cover.localName}.${cover.className} ${cover.id}`;
        }
    }
    return undefined;
  });

/** Walks through a page with Tab, and back. Returns the stops that something covers, and the number of stops. */
export async function coveredStops(
  page: Page,
): Promise<{readonly stopCount: number; readonly covered: readonly string[]}> {
  const covered: string[] = [];
  let stopCount = 0;
  for (const key of ['Tab', 'Shift+Tab'])
    for (let n = 0; n < MAX_STOPS; n++) {
      await page.keyboard.press(key);
      let part = await coveredPart(page);
      if (part === 'end') break;
      if (part) {
        // Code that has just loaded may move the page until the next frame.
        await page.evaluate(async () => {
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        });
        part = await coveredPart(page);
      }
      stopCount++;
      if (part) covered.push(`${key}: ${part}`);
    }
  return {stopCount, covered};
}
