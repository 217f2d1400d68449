import type {LitElement, ReactiveController} from 'lit';

/** From so much room on, the views stand beside each other (em, of the page's own type). */
const WIDE = 52;

interface Options {
  /** Something as wide as the host and of no height: what is drawn does not change its size. */
  ruler(): Element | null;
  /** Hears, before anything is drawn anew, that there is room for all views now, or no longer. */
  changes(isWide: boolean): void;
}

/** Whether there is room for all views beside each other. On paper they all are there, one under the other. */
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
    // A place of another size, perhaps: to be measured before the first request.
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
    // One that a page has made a part of a line has no width of its own, but that of what is in it.
    const width = this.#host.clientWidth || this.#host.getBoundingClientRect().width;
    return width >= WIDE * parseFloat(getComputedStyle(this.#host).fontSize);
  }

  #look(): void {
    // Paper is no place to which the reader has gone.
    if (this.#print?.matches) return;
    const hasRoom = this.#measure();
    if (hasRoom === this.#hasRoom) return;
    this.#options.changes(hasRoom);
    this.#hasRoom = hasRoom;
    this.#host.requestUpdate();
    this.#rest();
  }

  /**
   * Hears nothing until the next frame: what is drawn anew may bring the page a scroll bar, and a width that changes by
   * what an observer has done is told to the page as an error.
   */
  #rest(): void {
    const ruler = this.#ruler;
    this.#observer?.disconnect();
    requestAnimationFrame(() => {
      if (ruler && ruler === this.#ruler) this.#observer?.observe(ruler);
    });
  }
}
