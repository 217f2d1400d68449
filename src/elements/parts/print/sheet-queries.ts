/** Width in pixels from which conditions are those of A3, where the columns of a page are narrower than its sheet. */
const MAX_WIDTH = 800;
/** Size of `em` in conditions of printed widgets, in pixels. */
const EM = 40 / 3;
/** Length that no sheet has. */
const NO_SHEET = '9999px';
/** Step of widths in pixels, which limits the number of copies. */
const STEP = 20;

/** Copies of style sheets, by the width of what is beside the element. */
const copies = new Map<number, WeakMap<CSSStyleSheet, CSSStyleSheet>>();

/** Returns rules that ask for the width of the sheet instead of that of a container. */
const sheetRules = (text: string, beside: number): string =>
  text.replace(
    /@container ([^{]*width[^{]*)/g,
    (_, condition: string) =>
      `@media ${condition.replace(/([\d.]+)(em|px)/g, (__, length: string, unit: string) => {
        const pixels = Number(length) * (unit === 'em' ? EM : 1);
        return pixels < MAX_WIDTH ? `${pixels + beside}px` : NO_SHEET;
      })}`,
  );

function copyOf(sheet: CSSStyleSheet, beside: number): CSSStyleSheet {
  const known = copies.get(beside) ?? new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  copies.set(beside, known);
  let copy = known.get(sheet);
  if (!copy) {
    copy = new CSSStyleSheet();
    const text = [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
    copy.replaceSync(sheetRules(text, beside));
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
 * Returns the width in pixels of what the page has beside an element on the screen, and thus on paper. Its content is in
 * the middle, between equal margins.
 */
function widthBeside(element: HTMLElement): number {
  const {left, right} = outerElement(element).getBoundingClientRect();
  return Math.ceil(Math.abs(left + right - document.documentElement.clientWidth) / STEP) * STEP;
}

/**
 * Makes the styles of elements depend on the width of the sheet instead of that of their containers: Firefox prints
 * nothing of a box whose `display` changes with the width of a container (seen in 153).
 *
 * @returns The function that undoes it.
 */
export function useSheetQueries(elements: readonly HTMLElement[]): () => void {
  const widths = elements.map(widthBeside);
  const steps = elements.map(({shadowRoot}, i) => {
    const sheets = [...(shadowRoot?.adoptedStyleSheets ?? [])];
    if (shadowRoot)
      shadowRoot.adoptedStyleSheets = sheets.map(sheet => copyOf(sheet, Number(widths[i])));
    return () => shadowRoot && (shadowRoot.adoptedStyleSheets = sheets);
  });
  return () => {
    for (const step of steps) step();
  };
}
