/** Distance between popup and mark, and between popup and edge of the view, in pixels. */
const GAP = 6;
const EDGE = 8;

/** Position of a mark in the container, and its radius in pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/**
 * Positions an element of the widget above a mark, or below it if there is more space, and always within the view.
 * Content, role and focus of the element are left to the widget.
 */
export class Popup {
  readonly #container: HTMLElement;
  readonly #holder = document.createElement('div');
  readonly #sizes = new ResizeObserver(() => this.draw());
  #node: HTMLElement | undefined;
  #place: (() => Anchor) | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#holder.className = 'popup-holder';
  }

  /** @param getAnchor Returns the current anchor. */
  set(node: HTMLElement | undefined, place?: () => Anchor): void {
    this.#place = place;
    if (node !== this.#node) this.#exchange(node);
    this.draw();
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#holder.contains(target);
  }

  draw(): void {
    if (!this.#node || !this.#place) return;
    const {x, y, half} = this.#place();
    const {offsetWidth: width, offsetHeight: height} = this.#holder;
    const {clientWidth, clientHeight} = this.#container;
    const room = {above: y - half - GAP, below: clientHeight - y - half - GAP};
    const above = room.above >= height + EDGE || room.above > room.below;
    const top = above ? room.above - height : y + half + GAP;
    const left = between(x - width / 2, EDGE, clientWidth - width - EDGE);
    const within = between(top, EDGE, clientHeight - height - EDGE);
    this.#holder.style.transform = `translate(${Math.round(left)}px,${Math.round(within)}px)`;
  }

  #exchange(node: HTMLElement | undefined): void {
    this.#sizes.disconnect();
    // The widget may have moved the node elsewhere.
    if (this.#node?.parentNode === this.#holder) this.#node.remove();
    this.#node = node;
    if (!node) {
      this.#holder.remove();
      return;
    }
    this.#holder.append(node);
    this.#container.append(this.#holder);
    this.#sizes.observe(node);
  }
}

/** The lower bound takes precedence: an oversized popup shows its start. */
const between = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));
