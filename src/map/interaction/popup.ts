import type {PaneBox} from '../labels/label-position.js';
import {pointIn} from './client-point.js';

/** Distance between popup and mark, and between popup and edge of the view or controls over the map, in pixels. */
const MARK_GAP = 6;
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

/**
 * Positions an element of the widget above a mark, or below it if there is more space; always within the view, and
 * beside the controls over the map. Content, role and focus of the element are left to the widget.
 */
export class Popup {
  readonly #container: HTMLElement;
  readonly #overlays: () => Iterable<Element>;
  readonly #holder = document.createElement('div');
  readonly #resizeObserver = new ResizeObserver(() => this.updatePosition());
  #element: HTMLElement | undefined;
  #getAnchor: (() => Anchor) | undefined;

  /** @param overlays Returns the controls over the map, which the popup must not cover. */
  constructor(container: HTMLElement, overlays: () => Iterable<Element>) {
    this.#container = container;
    this.#overlays = overlays;
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
    const [maxLeft, maxTop] = [clientWidth - width - EDGE_GAP, clientHeight - height - EDGE_GAP];
    const preferred = {
      left: clamp(x - width / 2, EDGE_GAP, maxLeft),
      top: clamp(top, EDGE_GAP, maxTop),
    };
    // Beside the mark, where a tall popup leaves it visible.
    const middle = clamp(y - height / 2, EDGE_GAP, maxTop);
    const beside = [
      {left: x + radius + MARK_GAP, top: middle},
      {left: x - radius - MARK_GAP - width, top: middle},
    ];
    const boxes = boxesOver(this.#container, this.#overlays());
    const [across, down] = [width + EDGE_GAP, height + EDGE_GAP];
    const isFree = (left: number, at: number): boolean =>
      left >= EDGE_GAP &&
      left <= maxLeft &&
      at >= EDGE_GAP &&
      at <= maxTop &&
      boxes.every(
        box =>
          left + across <= box.left ||
          left >= box.right + EDGE_GAP ||
          at + down <= box.top ||
          at >= box.bottom + EDGE_GAP,
      );
    const lefts = boxes.flatMap(box => [box.left - across, box.right + EDGE_GAP]);
    const tops = boxes.flatMap(box => [box.top - down, box.bottom + EDGE_GAP]);
    const distance = (place: {left: number; top: number}): number =>
      Math.hypot(place.left - preferred.left, place.top - preferred.top);
    const isAside = top === preferred.top;
    const free = (isAside ? [preferred, ...beside] : [...beside, preferred]).find(place =>
      isFree(place.left, place.top),
    );
    const [nearest = preferred] = [preferred.left, ...lefts]
      .flatMap(left => [preferred.top, ...tops].map(at => ({left, top: at})))
      .filter(place => isFree(place.left, place.top))
      .sort((a, b) => distance(a) - distance(b));
    const {left, top: at} = free ?? nearest;
    this.#holder.style.transform = `translate(${Math.round(left)}px,${Math.round(at)}px)`;
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
