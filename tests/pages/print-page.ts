import type {Page} from 'playwright-core';

interface PrintedWidget extends HTMLElement {
  readonly loadComplete?: Promise<void>;
  readonly view?: {readonly paperMap?: () => unknown};
}

/** Presses Ctrl, as a reader who is about to print, and waits until the page is prepared. */
export async function prepareToPrint(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const one of document.querySelectorAll<PrintedWidget>('*')) await one.loadComplete;
  });
  await page.keyboard.press('Control');
  await page.waitForFunction(() => {
    const widgetsIn = (root: ParentNode): PrintedWidget[] =>
      [...root.querySelectorAll<PrintedWidget>('*')]
        .filter(({localName, shadowRoot}) => localName.startsWith('spass-') && shadowRoot)
        .flatMap(element => [element, ...widgetsIn(element.shadowRoot as ShadowRoot)]);
    dispatchEvent(new Event('beforeprint'));
    const elements = widgetsIn(document);
    const widgets = elements.filter(({view}) => view);
    const isReady =
      widgets.length === 0 ||
      (elements.every(({shadowRoot}) => !shadowRoot?.querySelector('[part~=cover]:empty')) &&
        [...elements, ...document.querySelectorAll('.spass-foot')].some(({shadowRoot}) =>
          shadowRoot?.querySelector('.cartouche, .poster'),
        ) &&
        widgets.every(
          ({view, shadowRoot}) =>
            !view?.paperMap?.() || shadowRoot?.querySelector('.plan, .paper:empty'),
        ));
    dispatchEvent(new Event('afterprint'));
    return isReady;
  });
}

/** Returns the texts of the headings of a page, shadow trees included. */
export const headingTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const read = (root: ParentNode): string[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
        ...(/^h[1-6]$/.test(element.localName) &&
        element.checkVisibility() &&
        !element.closest('summary')
          ? [element.innerText.trim()]
          : []),
        ...(element.shadowRoot ? read(element.shadowRoot) : []),
      ]);
    return read(document).filter(Boolean);
  });

/** Returns the words of a page, shadow trees included. */
export const wordsOf = async (page: Page): Promise<ReadonlySet<string>> =>
  new Set(
    await page.evaluate(() => {
      const read = (root: Node): string[] =>
        [...root.childNodes].flatMap(node => [
          ...(node instanceof Text ? (node.data.match(/\p{L}+/gu) ?? []) : []),
          ...read(node),
          ...(node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : []),
        ]);
      return read(document.body);
    }),
  );
