/** Distance between popup and mark, and between popup and edge of the view, in pixels. */
const MARK_GAP = 6;
const EDGE_GAP = 8;

/** Position of a mark in the container, and its radius in pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * Positions an element of the widget above a mark, or below it if there is more space, and always within the view.
 * Content, role and focus of the element are left to the widget.
 */
export class Popup {
  readonly #container: HTMLElement;
  readonly #holder = document.createElement('div');
  readonly #resizeObserver = new ResizeObserver(() => this.updatePosition());
  #element: HTMLElement | undefined;
  #getAnchor: (() => Anchor) | undefined;

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#holder.className = 'popup-holder';
  }

  /** @param getAnchor Returns the current anchor. */
  set(element: HTMLElement | undefined, getAnchor?: () => Anchor): void {
    this.#getAnchor = getAnchor;
    if (element !== this.#element) this.#replaceElement(element);
    this.updatePosition();
  }

  contains(target: EventTarget | null): boolean {
    return target instanceof Node && this.#holder.contains(target);
  }

  updatePosition(): void {
    if (!this.#element || !this.#getAnchor) return;
    const {x, y, radius} = this.#getAnchor();
    const {offsetWidth: width, offsetHeight: height} = this.#holder;
    const {clientWidth, clientHeight} = this.#container;
    const space = {above: y - radius - MARK_GAP, below: clientHeight - y - radius - MARK_GAP};
    const above = space.above >= height + EDGE_GAP || space.above > space.below;
    const top = above ? space.above - height : y + radius + MARK_GAP;
    const left = clamp(x - width / 2, EDGE_GAP, clientWidth - width - EDGE_GAP);
    const clampedTop = clamp(top, EDGE_GAP, clientHeight - height - EDGE_GAP);
    this.#holder.style.transform = `translate(${Math.round(left)}px,${Math.round(clampedTop)}px)`;
  }

  #replaceElement(element: HTMLElement | undefined): void {
    this.#resizeObserver.disconnect();
    // The widget may have moved the node elsewhere.
    if (this.#element?.parentNode === this.#holder) this.#element.remove();
    this.#element = element;
    if (!element) {
      this.#holder.remove();
      return;
    }
    this.#holder.append(element);
    this.#container.append(this.#holder);
    this.#resizeObserver.observe(element);
  }
}

/** The lower bound takes precedence: an oversized popup shows its start. */
const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));
