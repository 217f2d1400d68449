/** Room between a popup and its place, and between it and the edge of the view. */
const GAP = 18;
const EDGE = 8;

/**
 * Holds a node of the widget above a place, or below where there is more room, and always inside the view. The node
 * stays the widget's: its look, its role and its focus are no matter of the map.
 */
export class Popup {
  readonly #container: HTMLElement;
  readonly #holder = document.createElement('div');
  readonly #sizes: ResizeObserver;
  #node: HTMLElement | undefined;
  #place: (() => {readonly x: number; readonly y: number} | undefined) | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#holder.className = 'popup-holder';
    this.#sizes = new ResizeObserver(() => this.draw());
  }

  /** `place` answers where it belongs in the container, in pixels. */
  set(
    node: HTMLElement | undefined,
    place?: () => {readonly x: number; readonly y: number} | undefined,
  ) {
    this.#place = place;
    if (node === this.#node) return this.draw();
    this.#sizes.disconnect();
    // Only if it is still here: the widget may have put it elsewhere.
    if (this.#node?.parentNode === this.#holder) this.#node.remove();
    this.#node = node;
    if (!node) return this.#holder.remove();
    this.#holder.replaceChildren(node);
    this.#container.append(this.#holder);
    this.#sizes.observe(node);
    this.draw();
  }

  get open(): boolean {
    return this.#node !== undefined;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#holder.contains(target);
  }

  draw(): void {
    const place = this.#node && this.#place?.();
    if (!place) return;
    const {offsetWidth: width, offsetHeight: height} = this.#holder;
    const {clientWidth, clientHeight} = this.#container;
    const above = place.y - GAP - height;
    const below = place.y + GAP;
    const fitsBelow = below + height + EDGE <= clientHeight;
    const top = above >= EDGE || (!fitsBelow && place.y > clientHeight / 2) ? above : below;
    const left = place.x - width / 2;
    const x = within(left, EDGE, clientWidth - width - EDGE);
    const y = within(top, EDGE, clientHeight - height - EDGE);
    this.#holder.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  }

  destroy(): void {
    this.set(undefined);
  }
}

/** The lower bound wins: what is too large shows its beginning. */
const within = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));
