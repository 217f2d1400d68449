import {MIN_WIDTH_SHARE} from './last-widget.js';

/** Width in pixels from which conditions are those of A3, where the columns of a page are narrower than its sheet. */
const MAX_WIDTH = 800;
/** Assumed width in pixels of widgets in a narrow column of a page. */
const NARROW = 300;
/** Size of `em` in conditions of printed widgets, in pixels. */
const EM = 40 / 3;
/** Length that no sheet has. */
const NO_SHEET = '9999px';

/** Copies of style sheets, by the width up to which they apply. */
const copies = new Map<number, WeakMap<CSSStyleSheet, CSSStyleSheet>>();

/** Returns rules that ask for the width of the sheet instead of that of a container, up to a width. */
const sheetRules = (text: string, maxWidth: number): string =>
  text.replace(
    /@container ([^{]*width[^{]*)/g,
    (_, condition: string) =>
      `@media ${condition.replace(/([\d.]+)(em|px)/g, (__, length: string, unit: string) => {
        const pixels = Number(length) * (unit === 'em' ? EM : 1);
        return pixels < maxWidth ? `${pixels}px` : NO_SHEET;
      })}`,
  );

function copyOf(sheet: CSSStyleSheet, maxWidth: number): CSSStyleSheet {
  const known = copies.get(maxWidth) ?? new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  copies.set(maxWidth, known);
  let copy = known.get(sheet);
  if (!copy) {
    copy = new CSSStyleSheet();
    const text = [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
    copy.replaceSync(sheetRules(text, maxWidth));
    known.set(sheet, copy);
  }
  return copy;
}

/** Returns the element of the page that an element is in. */
function outerElement(element: HTMLElement): HTMLElement {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outerElement(root.host as HTMLElement) : element;
}

/**
 * Makes the styles of elements depend on the width of the sheet instead of that of their containers: Firefox prints
 * nothing of a box whose `display` changes with the width of a container (seen in 153).
 *
 * @returns The function that undoes it.
 */
export function useSheetQueries(elements: readonly HTMLElement[]): () => void {
  const widths = elements.map(element => outerElement(element).offsetWidth);
  const minWidth = MIN_WIDTH_SHARE * Math.max(...widths);
  const steps = elements.map(({shadowRoot}, i) => {
    const sheets = [...(shadowRoot?.adoptedStyleSheets ?? [])];
    const maxWidth = Number(widths[i]) < minWidth ? NARROW : MAX_WIDTH;
    if (shadowRoot) shadowRoot.adoptedStyleSheets = sheets.map(sheet => copyOf(sheet, maxWidth));
    return () => shadowRoot && (shadowRoot.adoptedStyleSheets = sheets);
  });
  return () => {
    for (const step of steps) step();
  };
}
