import type {LitElement, ReactiveController} from 'lit';

/** Minimum width at which views are side by side, in em of the page's font. */
const WIDE = 52;

interface Options {
  /** Element of the host's width and no height, so that its size does not depend on the content. */
  ruler(): Element | null;
  /** Called before the update when the layout has changed. */
  changes(isWide: boolean): void;
}

/** Determines if there is room for all views side by side. In print all views are shown, one below the other. */
export class LayoutController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: Options;
  #print: MediaQueryList | undefined;
  #observer: ResizeObserver | undefined;
  #ruler: Element | null = null;
  #hasRoom: boolean | undefined;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isWide(): boolean {
    return (this.#hasRoom ?? false) || (this.#print?.matches ?? false);
  }

  hostConnected(): void {
    this.#print = matchMedia('print');
    this.#print.addEventListener('change', this.#redraw);
    this.#observer = new ResizeObserver(() => this.#look());
    // The new place may have another size: measured before the first request.
    this.#hasRoom = undefined;
  }

  hostUpdate(): void {
    this.#hasRoom ??= this.#measure();
  }

  hostUpdated(): void {
    const ruler = this.#options.ruler();
    if (ruler === this.#ruler) return;
    this.#observer?.disconnect();
    this.#ruler = ruler;
    if (ruler) this.#observer?.observe(ruler);
  }

  hostDisconnected(): void {
    this.#print?.removeEventListener('change', this.#redraw);
    this.#observer?.disconnect();
    this.#ruler = null;
  }

  readonly #redraw = (): void => this.#host.requestUpdate();

  #measure(): boolean {
    // An inline host has no `clientWidth`.
    const width = this.#host.clientWidth || this.#host.getBoundingClientRect().width;
    return width >= WIDE * parseFloat(getComputedStyle(this.#host).fontSize);
  }

  #look(): void {
    // Print width is not a change of layout by the user.
    if (this.#print?.matches) return;
    const hasRoom = this.#measure();
    if (hasRoom === this.#hasRoom) return;
    this.#options.changes(hasRoom);
    this.#hasRoom = hasRoom;
    this.#host.requestUpdate();
    this.#rest();
  }

  /**
   * Pauses the observer until the next frame. The new layout may add a scroll bar to the page, and a size change caused
   * by an observer is reported to the page as an error (ResizeObserver loop).
   */
  #rest(): void {
    const ruler = this.#ruler;
    this.#observer?.disconnect();
    requestAnimationFrame(() => {
      if (ruler && ruler === this.#ruler) this.#observer?.observe(ruler);
    });
  }
}
