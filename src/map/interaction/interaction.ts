import type {LeafletView} from '../leaflet/leaflet-view.js';
import type {MapLayers} from '../map-layers.js';
import type {Group} from '../markers/group-set.js';
import {pointIn} from '../leaflet/viewport.js';
import {listenToGestures} from './gestures.js';
import {nearestInDirection, handleKey} from './keyboard.js';
import type {Mark} from '../markers/mark.js';

/** Tracks the record under the pointer or the focus and reports changes. */
class HighlightTracker {
  readonly #onChange: (index: number | undefined) => void;
  #hovered: number | undefined;
  #focused: number | undefined;
  #reported: number | undefined;

  constructor(onChange: (index: number | undefined) => void) {
    this.#onChange = onChange;
  }

  hover(index: number | undefined): void {
    this.#hovered = index;
    this.#update();
  }

  focus(index: number | undefined): void {
    this.#focused = index;
    this.#update();
  }

  /** The pointer takes precedence over the focus. */
  #update(): void {
    const index = this.#hovered ?? this.#focused;
    if (index === this.#reported) return;
    this.#reported = index;
    this.#onChange(index);
  }
}

/** Distance of one arrow key press, in pixels. */
const PAN_STEP = 96;

/** Distance between a mark and the outer edge of its focus ring, in pixels. */
const RING_WIDTH = 5;

/** Handlers of user actions on the map. */
export interface InteractionHandlers {
  /** The user has moved the view. */
  onUserMove(): void;
  onGroupActivate(group: Group): void;
  /** The shape of a record was clicked. */
  onShapeActivate(index: number): void;
  /** The background was clicked, at pixels from the top left corner of the container. */
  onBackgroundClick(left: number, top: number): void;
  onHighlight(index: number | undefined): void;
}

/** Handles pointer and keyboard input. Listens on the container only, never on the page. */
export class Interaction {
  readonly #container: HTMLElement;
  readonly #leafletView: LeafletView;
  readonly #layers: MapLayers;
  readonly #handlers: InteractionHandlers;
  readonly #highlightTracker: HighlightTracker;
  readonly #controller = new AbortController();
  /** True if the last pointer has dragged the map: the following click is ignored. */
  #hasDragged = false;
  /** Button that had the focus after the last drawing. */
  #focusedButton: HTMLElement | undefined;

  constructor(
    container: HTMLElement,
    leafletView: LeafletView,
    layers: MapLayers,
    handlers: InteractionHandlers,
  ) {
    this.#container = container;
    this.#leafletView = leafletView;
    this.#layers = layers;
    this.#handlers = handlers;
    this.#highlightTracker = new HighlightTracker(index => handlers.onHighlight(index));
    this.#listen();
  }

  /** Updates highlight and focus after drawing: another mark may be under the pointer or have the focus. */
  handleDraw(): void {
    this.#highlightTracker.hover(undefined);
    this.#handleFocusChange();
  }

  destroy(): void {
    this.#controller.abort();
  }

  #listen(): void {
    const {signal} = this.#controller;
    const inPopup = (target: EventTarget | null) => this.#layers.popup.contains(target);
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => this.#container.addEventListener(type, listener, {signal});

    listenToGestures(
      this.#container,
      {
        pan: (right, down) => this.#panBy(right, down),
        panEnd: () => {
          this.#hasDragged = true;
          this.#leafletView.endPan();
        },
        zoomAt: (x, y, steps) => this.#zoomAt(x, y, steps),
      },
      inPopup,
      signal,
    );
    on('pointerdown', () => {
      this.#hasDragged = false;
    });
    on('click', ({target, clientX, clientY}) => {
      const group = this.#layers.markers.groupAt(target);
      const shape = this.#layers.shapes.indexAt(target);
      if (group) this.#handlers.onGroupActivate(group);
      else if (shape !== undefined && !this.#hasDragged) this.#handlers.onShapeActivate(shape);
      else if (!this.#hasDragged && !inPopup(target))
        this.#handlers.onBackgroundClick(...pointIn(this.#container, clientX, clientY));
    });
    on('keydown', event => {
      const isHandled = handleKey(event, inPopup(event.target), {
        pan: (right, down) => {
          this.#panBy(-right * PAN_STEP, -down * PAN_STEP);
          this.#leafletView.endPan();
        },
        focusNext: (right, down) => this.#focusNext(right, down),
        focusEdge: last => this.#focusEdge(last),
        zoom: steps => this.#zoomAroundFocus(steps),
      });
      if (isHandled) event.preventDefault();
    });
    on('pointerover', ({target}) => this.#highlightTracker.hover(this.#recordAt(target)));
    on('pointerleave', () => this.#highlightTracker.hover(undefined));
    on('focusin', () => {
      // While drawing, the focus may pass between marks; it is handled afterwards.
      if (!this.#layers.markers.isDrawing) this.#handleFocusChange();
    });
    on('focusout', () => {
      this.#focusedButton = undefined;
      this.#highlightTracker.focus(undefined);
    });
  }

  #handleFocusChange(): void {
    const {focused} = this.#layers.markers;
    this.#highlightTracker.focus(this.#recordAt(focused?.button ?? null));
    if (focused?.button === this.#focusedButton) return;
    this.#focusedButton = focused?.button;
    if (!focused) return;
    this.#layers.markers.setTabStop(focused);
    this.#panIntoView(focused);
  }

  /** Returns the record of the marker or shape that is the target of an event. */
  #recordAt(target: EventTarget | null): number | undefined {
    const group = this.#layers.markers.groupAt(target);
    return group?.pointCount === 1 ? group.firstPoint : this.#layers.shapes.indexAt(target);
  }

  /** Pans so that neither a mark with keyboard focus nor its ring is covered by controls or a notice, or cut off. */
  #panIntoView({button, group}: Mark): void {
    if (!button.matches(':focus-visible')) return;
    const {left, top, width, height} = button.getBoundingClientRect();
    const root = button.getRootNode() as Document | ShadowRoot;
    const [x, y] = [left + width / 2, top + height / 2];
    const [dx, dy] = [width / 2 + RING_WIDTH, height / 2 + RING_WIDTH];
    const isClear = [
      [x, y],
      [x - dx, y],
      [x + dx, y],
      [x, y - dy],
      [x, y + dy],
    ].every(([across = 0, down = 0]) => {
      const topElement = root.elementFromPoint(across, down);
      // Nothing is found outside of the window: the browser has yet to scroll.
      return !topElement || this.#container.contains(topElement);
    });
    if (isClear) return;
    const {centerX, centerY, size} = this.#leafletView.view;
    this.#panBy((centerX - group.x) * size, (centerY - group.y) * size);
    this.#leafletView.endPan();
  }

  #panBy(right: number, down: number): void {
    this.#handlers.onUserMove();
    this.#leafletView.panBy(right, down);
  }

  #zoomAt(left: number, top: number, steps: number): void {
    if (this.#leafletView.zoomAt(left, top, steps)) this.#handlers.onUserMove();
  }

  /** Zooms around the focused mark, so that it stays in view; else around the centre. */
  #zoomAroundFocus(steps: number): void {
    const {box, size, width, height} = this.#leafletView.view;
    const group = this.#layers.markers.focused?.group;
    const left = group ? (group.x - box.west) * size : width / 2;
    const top = group ? (group.y - box.north) * size : height / 2;
    this.#zoomAt(left, top, steps);
  }

  #focusNext(right: number, down: number): boolean {
    const {focused, marks} = this.#layers.markers;
    if (!focused) return false;
    const next = nearestInDirection(focused, marks, ({group}) => group, right, down);
    if (next) this.#layers.markers.focus(next);
    return true;
  }

  #focusEdge(isLast: boolean): boolean {
    const {focused, marks} = this.#layers.markers;
    const target = marks.at(isLast ? -1 : 0);
    if (focused && target) this.#layers.markers.focus(target);
    return focused !== undefined;
  }
}
