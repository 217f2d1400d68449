import type {LitElement, ReactiveController} from 'lit';
import type {View} from './views.js';

/**
 * Arranges the views for wide containers: in pairs, with the first one alone if their number is odd. A timeline takes a
 * full row.
 */
export function layoutRows(views: readonly View[]): readonly (readonly View[])[] {
  const rows: View[][] = [];
  let pending: View[] = [];
  const flush = (): void => {
    if (pending.length % 2) rows.push(pending.splice(0, 1));
    while (pending.length) rows.push(pending.splice(0, 2));
    pending = [];
  };
  for (const view of views) {
    if (view === 'timeline') {
      flush();
      rows.push([view]);
    } else pending.push(view);
  }
  flush();
  return rows;
}

/** Minimum width at which views are side by side, in em of the page's font. */
const MIN_WIDTH_EM = 52;
const PRINT_EVENTS = ['beforeprint', 'afterprint'];

/** Determines if there is room for all views side by side. In print all views are shown, one below the other. */
export class LayoutController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onChange: (isWide: boolean) => void;
  #printQuery: MediaQueryList | undefined;
  #isPrinting = false;
  #isAboutToPrint = false;
  #observer: ResizeObserver | undefined;
  #ruler: Element | null = null;
  #hasRoom: boolean | undefined;

  /**
   * Creates a controller. The host renders `.width`, an element of its width and no height, whose size does not depend
   * on the content.
   *
   * @param onChange Called before the update when the layout has changed.
   */
  constructor(host: LitElement, onChange: (isWide: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get isWide(): boolean {
    return (this.#hasRoom ?? false) || this.#isPrinting || (this.#printQuery?.matches ?? false);
  }

  /** True once the reader was about to print: hidden views have loaded too, since the browser does not wait for them. */
  get isAboutToPrint(): boolean {
    return this.#isAboutToPrint;
  }

  prepareForPrint(): void {
    if (this.#isAboutToPrint) return;
    this.#isAboutToPrint = true;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#printQuery = matchMedia('print');
    this.#printQuery.addEventListener('change', this.#requestUpdate);
    for (const type of PRINT_EVENTS) addEventListener(type, this);
    // In the next frame: a size that changes while observers are called is reported to the page as an error
    // (ResizeObserver loop), also that of an ancestor, which the scroll anchoring observes.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#handleResize()));
    // The new place may have another size: measured before the first request.
    this.#hasRoom = undefined;
  }

  hostUpdate(): void {
    this.#hasRoom ??= this.#measureRoom();
  }

  hostUpdated(): void {
    // An update may come after the host has left the page: an observer would not end.
    if (!this.#host.isConnected) return;
    const ruler = this.#host.renderRoot.querySelector('.width');
    if (ruler === this.#ruler) return;
    this.#observer?.disconnect();
    this.#ruler = ruler;
    if (ruler) this.#observer?.observe(ruler);
  }

  hostDisconnected(): void {
    this.#printQuery?.removeEventListener('change', this.#requestUpdate);
    for (const type of PRINT_EVENTS) removeEventListener(type, this);
    this.#observer?.disconnect();
    this.#ruler = null;
  }

  /** Shows all views before the browser counts the sheets, which it does before the medium changes. */
  handleEvent({type}: Event): void {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  }

  readonly #requestUpdate = (): void => this.#host.requestUpdate();

  #measureRoom(): boolean {
    // An inline host has no `clientWidth`.
    const width = this.#host.clientWidth || this.#host.getBoundingClientRect().width;
    return width >= MIN_WIDTH_EM * parseFloat(getComputedStyle(this.#host).fontSize);
  }

  #handleResize(): void {
    // Print width is not a change of layout by the user. The host may have left the page.
    if (this.#isPrinting || this.#printQuery?.matches || !this.#ruler) return;
    const hasRoom = this.#measureRoom();
    if (hasRoom === this.#hasRoom) return;
    this.#onChange(hasRoom);
    this.#hasRoom = hasRoom;
    this.#host.requestUpdate();
  }
}
