/** Room between a popup and the mark that it hangs on, and between it and the edge of the view, in pixels. */
const GAP = 6;
const EDGE = 8;

/** Where a mark is in the container, and half its width. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/**
 * Holds a node of the widget above a place, or below where that has more room, and always inside the view. The node
 * stays the widget's: its look, its role and its focus are no matter of the map.
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

  /** `place` answers what it hangs on. */
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
    // Only if it is still here: the widget may have put it elsewhere.
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

/** The lower bound wins: what is too large shows its beginning. */
const between = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));
