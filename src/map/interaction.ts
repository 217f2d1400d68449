import type {Camera} from './camera.js';
import type {Group} from './grouping.js';
import {listenToGestures} from './gestures.js';
import {nearestTowards, pressKey} from './keyboard.js';
import type {Mark} from './mark.js';
import type {MarkerLayer} from './markers.js';
import {Pointing} from './pointing.js';
import type {Popup} from './popup.js';
import type {ShapesLayer} from './shapes-layer.js';

/** How far an arrow key moves the view, in pixels. */
const PAN = 96;

/** What a person's acts come to. */
export interface Acts {
  /** The view was moved by hand. */
  moved(): void;
  activate(group: Group): void;
  /** The line or area of a record was clicked. */
  activateShape(index: number): void;
  /** The ground was clicked, so many pixels from the container's left and top. */
  placed(left: number, top: number): void;
  pointed(index: number | undefined): void;
  /** Escape was pressed; answers whether there was something to leave. */
  escape(): boolean;
}

/** All that people do to the map with pointers and keys. Only the container is listened to, never the page. */
export class Interaction {
  readonly #container: HTMLElement;
  readonly #camera: Camera;
  readonly #markers: MarkerLayer;
  readonly #shapes: ShapesLayer;
  readonly #popup: Popup;
  readonly #acts: Acts;
  readonly #pointing: Pointing;
  readonly #end = new AbortController();
  /** Whether the last pointer that was put down has dragged the map: its click is none. */
  #hasDragged = false;
  /** The button that was focused when all was drawn last. */
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

  /** All is drawn anew: another mark may be under the pointer, or have the focus. */
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
      // While marks are being drawn the focus may pass from one to another: that is seen to once they are.
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

  /** The record of a marker or of a shape, if an event is on one. */
  #recordAt(target: EventTarget | null): number | undefined {
    const group = this.#markers.groupAt(target);
    return group?.size === 1 ? group.first : this.#shapes.indexAt(target);
  }

  /** Brings a mark that took the focus out from under what lies on the map: buttons, a notice. */
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

  /** Zooms about the mark that has the focus, so that it isn't lost from sight; else about the middle. */
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
