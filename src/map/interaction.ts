import type {Camera} from './camera.js';
import type {Group} from './grouping.js';
import {listenToGestures} from './gestures.js';
import {nearestTowards, pressKey} from './keyboard.js';
import type {Mark} from './mark.js';
import type {MarkerLayer} from './markers.js';
import {Pointing} from './pointing.js';
import type {Popup} from './popup.js';
import type {ShapesLayer} from './shapes-layer.js';

/** Distance of one arrow key press, in pixels. */
const PAN = 96;

/** Handlers of user actions on the map. */
export interface Acts {
  /** The user has moved the view. */
  moved(): void;
  activate(group: Group): void;
  /** The shape of a record was clicked. */
  activateShape(index: number): void;
  /** The background was clicked, at pixels from the top left corner of the container. */
  placed(left: number, top: number): void;
  pointed(index: number | undefined): void;
  /** Escape was pressed. Returns true if something was closed. */
  escape(): boolean;
}

/** Handles pointer and keyboard input. Listens on the container only, never on the page. */
export class Interaction {
  readonly #container: HTMLElement;
  readonly #camera: Camera;
  readonly #markers: MarkerLayer;
  readonly #shapes: ShapesLayer;
  readonly #popup: Popup;
  readonly #acts: Acts;
  readonly #pointing: Pointing;
  readonly #end = new AbortController();
  /** True if the last pointer has dragged the map: the following click is ignored. */
  #hasDragged = false;
  /** Button that had the focus after the last drawing. */
  #focused: HTMLElement | undefined;

  constructor(
    container: HTMLElement,
    camera: Camera,
    markers: MarkerLayer,
    shapes: ShapesLayer,
    popup: Popup,
    acts: Acts,
  ) {
    this.#container = container;
    this.#camera = camera;
    this.#markers = markers;
    this.#shapes = shapes;
    this.#popup = popup;
    this.#acts = acts;
    this.#pointing = new Pointing(index => acts.pointed(index));
    this.#listen();
  }

  /** Updates highlight and focus after drawing: another mark may be under the pointer or have the focus. */
  drawn(): void {
    this.#pointing.hover(undefined);
    this.#focusMoved();
  }

  end(): void {
    this.#end.abort();
  }

  #listen(): void {
    const {signal} = this.#end;
    const inPopup = (target: EventTarget | null) => this.#popup.holds(target);
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      act: (event: HTMLElementEventMap[K]) => void,
    ) => this.#container.addEventListener(type, act, {signal});

    listenToGestures(
      this.#container,
      {
        drag: (right, down) => this.#shift(right, down),
        dragged: () => {
          this.#hasDragged = true;
          this.#camera.rest();
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
      const group = this.#markers.groupAt(target);
      const shape = this.#shapes.indexAt(target);
      if (group) this.#acts.activate(group);
      else if (shape !== undefined && !this.#hasDragged) this.#acts.activateShape(shape);
      else if (!this.#hasDragged && !inPopup(target)) {
        const {left, top} = this.#container.getBoundingClientRect();
        this.#acts.placed(clientX - left, clientY - top);
      }
    });
    on('keydown', event => {
      const meant = pressKey(event, inPopup(event.target), {
        pan: (right, down) => {
          this.#shift(-right * PAN, -down * PAN);
          this.#camera.rest();
        },
        step: (right, down) => this.#step(right, down),
        jump: last => this.#jump(last),
        zoom: steps => this.#zoom(steps),
        escape: () => this.#acts.escape(),
      });
      if (meant) event.preventDefault();
    });
    on('pointerover', ({target}) => this.#pointing.hover(this.#recordAt(target)));
    on('pointerleave', () => this.#pointing.hover(undefined));
    on('focusin', () => {
      // While drawing, the focus may pass between marks; it is handled afterwards.
      if (!this.#markers.drawing) this.#focusMoved();
    });
    on('focusout', () => {
      this.#focused = undefined;
      this.#pointing.focus(undefined);
    });
  }

  #focusMoved(): void {
    const {focused} = this.#markers;
    this.#pointing.focus(this.#recordAt(focused?.button ?? null));
    if (focused?.button === this.#focused) return;
    this.#focused = focused?.button;
    if (!focused) return;
    this.#markers.stopAt(focused);
    this.#uncover(focused);
  }

  /** Returns the record of the marker or shape that is the target of an event. */
  #recordAt(target: EventTarget | null): number | undefined {
    const group = this.#markers.groupAt(target);
    return group?.size === 1 ? group.first : this.#shapes.indexAt(target);
  }

  /** Pans so that a mark with keyboard focus is not covered by controls or a notice. */
  #uncover({button, group}: Mark): void {
    if (!button.matches(':focus-visible')) return;
    const {left, top, width, height} = button.getBoundingClientRect();
    const root = button.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    if (!hit || this.#container.contains(hit)) return;
    const {middleX, middleY, size} = this.#camera.view;
    this.#shift((middleX - group.x) * size, (middleY - group.y) * size);
    this.#camera.rest();
  }

  #shift(right: number, down: number): void {
    this.#acts.moved();
    this.#camera.shift(right, down);
  }

  #zoomAt(left: number, top: number, steps: number): void {
    if (this.#camera.zoomAt(left, top, steps)) this.#acts.moved();
  }

  /** Zooms around the focused mark, so that it stays in view; else around the centre. */
  #zoom(steps: number): void {
    const {box, size, width, height} = this.#camera.view;
    const group = this.#markers.focused?.group;
    const left = group ? (group.x - box.west) * size : width / 2;
    const top = group ? (group.y - box.north) * size : height / 2;
    this.#zoomAt(left, top, steps);
  }

  #step(right: number, down: number): boolean {
    const {focused, all} = this.#markers;
    if (!focused) return false;
    const next = nearestTowards(focused, all, ({group}) => group, right, down);
    if (next) this.#markers.focus(next);
    return true;
  }

  #jump(last: boolean): boolean {
    const {focused, all} = this.#markers;
    const goal = all.at(last ? -1 : 0);
    if (focused && goal) this.#markers.focus(goal);
    return focused !== undefined;
  }
}
