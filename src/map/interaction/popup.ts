import type {PaneBox} from '../labels/label-position.js';
import {pointIn} from '../leaflet/viewport.js';

/** Distance between popup and mark, and between popup and edge of the view or controls over the map, in pixels. */
const MARK_GAP = 14;
const EDGE_GAP = 8;

/** Position of a mark in the container, and its radius in pixels. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Returns the boxes of elements over a container, in CSS pixels from its top left corner. */
export function boxesOver(container: HTMLElement, elements: Iterable<Element>): readonly PaneBox[] {
  const {left: x, top: y, right, bottom} = container.getBoundingClientRect();
  return [...elements]
    .map(element => element.getBoundingClientRect())
    .filter(box => box.right > x && box.left < right && box.bottom > y && box.top < bottom)
    .map(box => {
      const [left, top] = pointIn(container, box.left, box.top);
      const [edge, base] = pointIn(container, box.right, box.bottom);
      return {left, top, right: edge, bottom: base};
    });
}

/** Position of a popup in the container. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * Positions an element of the widget above, below or beside a mark, with a line to it; always within the view, and beside
 * the controls over the map. Content, role and focus of the element are left to the widget.
 */
export class Popup {
  readonly #container: HTMLElement;
  readonly #overlays: () => Iterable<Element>;
  readonly #panDown: (distance: number) => void;
  readonly #holder = document.createElement('div');
  readonly #leader = document.createElement('div');
  readonly #resizeObserver = new ResizeObserver(() => this.updatePosition());
  #element: HTMLElement | undefined;
  #getAnchor: (() => Anchor) | undefined;

  /**
   * @param overlays Returns the controls over the map, which the popup must not cover.
   * @param panDown Moves the map by pixels.
   */
  constructor(
    container: HTMLElement,
    overlays: () => Iterable<Element>,
    panDown: (distance: number) => void,
  ) {
    this.#container = container;
    this.#overlays = overlays;
    this.#panDown = panDown;
    this.#holder.className = 'popup-holder';
    this.#leader.className = 'leader';
    this.#holder.append(this.#leader);
  }

  /**
   * @param getAnchor Returns the current anchor.
   * @param isNew Moves the map if the popup would cover its mark.
   */
  set(element: HTMLElement | undefined, getAnchor?: () => Anchor, isNew = false): void {
    this.#getAnchor = getAnchor;
    if (element !== this.#element) this.#replaceElement(element);
    const distance = this.updatePosition();
    if (isNew && distance) this.#panDown(distance);
  }

  contains(target: EventTarget | null): boolean {
    return target instanceof Node && this.#holder.contains(target);
  }

  /** Returns the distance in pixels by which the mark would have to move down to be clear of the popup. */
  updatePosition(): number {
    if (!this.#element || !this.#getAnchor) return 0;
    const {x, y, radius} = this.#getAnchor();
    const {offsetWidth: width, offsetHeight: height} = this.#holder;
    const {clientWidth, clientHeight} = this.#container;
    const [maxLeft, maxTop] = [clientWidth - width - EDGE_GAP, clientHeight - height - EDGE_GAP];
    const reach = radius + MARK_GAP;
    const above = {left: clamp(x - width / 2, EDGE_GAP, maxLeft), top: y - reach - height};
    const below = {...above, top: y + reach};
    const middle = clamp(y - height / 2, EDGE_GAP, maxTop);
    const isHigh = above.top < EDGE_GAP && y < clientHeight / 2;
    // Beside the mark, where a tall popup leaves it visible.
    const places = [
      ...(isHigh ? [below, above] : [above, below]),
      {left: x + reach, top: middle},
      {left: x - reach - width, top: middle},
    ];
    const boxes = boxesOver(this.#container, this.#overlays());
    const isClear =
      ({left, top}: Place) =>
      (box: PaneBox): boolean =>
        left + width + EDGE_GAP <= box.left ||
        left >= box.right + EDGE_GAP ||
        top + height + EDGE_GAP <= box.top ||
        top >= box.bottom + EDGE_GAP;
    const isFree = (place: Place): boolean =>
      place.left >= EDGE_GAP &&
      place.left <= maxLeft &&
      place.top >= EDGE_GAP &&
      place.top <= maxTop &&
      boxes.every(isClear(place));
    const free = places.find(isFree);
    const preferred = {left: above.left, top: clamp(places[0]?.top ?? 0, EDGE_GAP, maxTop)};
    const lefts = boxes.flatMap(box => [box.left - width - EDGE_GAP, box.right + EDGE_GAP]);
    const tops = boxes.flatMap(box => [box.top - height - EDGE_GAP, box.bottom + EDGE_GAP]);
    const distance = ({left, top}: Place): number =>
      Math.hypot(left - preferred.left, top - preferred.top);
    const [nearest = preferred] = [preferred.left, ...lefts]
      .flatMap(left => [preferred.top, ...tops].map(top => ({left, top})))
      .filter(isFree)
      .sort((a, b) => distance(a) - distance(b));
    const {left, top} = free ?? nearest;
    this.#holder.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
    const [right, down] = [clamp(x, left, left + width) - x, clamp(y, top, top + height) - y];
    const length = Math.hypot(right, down) - radius;
    this.#leader.style.inlineSize = `${Math.max(0, length)}px`;
    this.#leader.style.transform = `translate(${x - left}px,${y - top}px) rotate(${Math.atan2(down, right)}rad) translate(${radius}px)`;
    if (length >= 0) return 0;
    // Between the controls above and those below, if popup and mark have room there.
    let [ceiling, floor] = [EDGE_GAP, clientHeight - EDGE_GAP];
    for (const box of boxes) {
      if (isClear({left: above.left, top: (box.top + box.bottom - height) / 2})(box)) continue;
      if (box.top + box.bottom < clientHeight) ceiling = Math.max(ceiling, box.bottom + EDGE_GAP);
      else floor = Math.min(floor, box.top - EDGE_GAP);
    }
    if (floor - ceiling < height + reach + radius) return 0;
    const [lower, higher] = [ceiling - above.top, floor - height - below.top];
    return -higher < lower ? higher : lower;
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
