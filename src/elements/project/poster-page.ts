/** Sizes of paper. */
export type PosterSize = 'a3' | 'a4';

/** Attribute of a poster and of the elements around it, while the page is printed. */
const MARK = 'data-spass-poster';

/**
 * Prints the poster alone, on a page without margins: everything else is hidden, and the elements around the poster lose
 * their margins, widths and columns. Their own text cannot be hidden: it has no size.
 */
const stylesFor = (size: PosterSize): string => `
@page { size: ${size.toUpperCase()} portrait; margin: 0 }
@media print {
  :not([${MARK}], [${MARK}='poster'] *), [${MARK}]::before, [${MARK}]::after { display: none !important }
  [${MARK}] { all: initial !important; display: block !important }
  [${MARK}='box'] { font-size: 0 !important; line-height: 0 !important }
}`;

/** Page on which a poster is printed. It changes the document from `beforeprint` to `afterprint`. */
export class PosterPage {
  readonly #host: HTMLElement;
  readonly #styles = new CSSStyleSheet();
  readonly #print = matchMedia('print');
  readonly #undo: (() => void)[] = [];
  #size: PosterSize | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Sets the size of the paper; undefined without a poster. */
  set size(size: PosterSize | undefined) {
    if (size === this.#size) return;
    this.#size = size;
    if (size) this.#styles.replaceSync(stylesFor(size));
    const listen = size ? addEventListener : removeEventListener;
    listen('beforeprint', this.#open);
    listen('afterprint', this.#close);
    if (size) this.#print.addEventListener('change', this.#handleChange);
    else this.#print.removeEventListener('change', this.#handleChange);
    if (!size) this.#close();
  }

  readonly #handleChange = (): void => {
    if (this.#print.matches) this.#open();
    else this.#close();
  };

  readonly #open = (): void => {
    this.#close();
    // The poster of a tab that is not open, for example.
    if (this.#host.getClientRects().length === 0) return;
    this.#mark(this.#host, 'poster');
    for (let node = parentOf(this.#host); node; node = parentOf(node))
      if (node instanceof Element) this.#mark(node, node === document.documentElement ? '' : 'box');
      else if (node instanceof ShadowRoot || node instanceof Document) this.#adoptInto(node);
  };

  readonly #close = (): void => {
    for (const step of this.#undo.splice(0)) step();
  };

  #mark(element: Element, value: string): void {
    element.setAttribute(MARK, value);
    this.#undo.push(() => element.removeAttribute(MARK));
  }

  #adoptInto(root: Document | ShadowRoot): void {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#styles];
    this.#undo.push(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(one => one !== this.#styles);
    });
  }
}

/** Returns the parent in the tree that is drawn: the slot that shows a node, or the host of a shadow tree. */
const parentOf = (node: Node): Node | null =>
  node instanceof Element && node.assignedSlot
    ? node.assignedSlot
    : node instanceof ShadowRoot
      ? node.host
      : node.parentNode;
