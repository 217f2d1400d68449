import {DomUtil, Map as LeafletMap} from 'leaflet/dist/leaflet-src.esm.js';
import {clampCenter, type FitSize, fitView, MIN_ZOOM, zoomToFit} from '../fit/fit-view.js';
import {latAt, lonAt, type WorldBox} from '../../model/geo/mercator.js';
import {type Viewport, viewportOf} from './viewport.js';

/**
 * View of the map: a Leaflet map kept at integer zooms and within the world. View changes are not animated, so that
 * focus never waits and `prefers-reduced-motion` needs no special case.
 */
export class LeafletView {
  readonly map: LeafletMap;
  /** Element passed to Leaflet, which adds classes, styles and a listener to it. */
  readonly #frame = document.createElement('div');
  /** True while a view is being set; the intermediate `move` events of Leaflet are ignored. */
  #isSettingView = false;
  /** True while the view jumps to another area. */
  #isJump = false;

  constructor(container: HTMLElement) {
    this.#frame.className = 'frame';
    container.append(this.#frame);
    this.map = new LeafletMap(this.#frame, {
      attributionControl: false,
      zoomControl: false,
      minZoom: MIN_ZOOM,
      zoomAnimation: false,
      fadeAnimation: false,
      markerZoomAnimation: false,
      inertia: false,
      bounceAtZoomLimits: false,
      trackResize: false,
      // Leaflet's handlers listen on the document and modify elements of the page; `gestures.ts` replaces them.
      boxZoom: false,
      doubleClickZoom: false,
      dragging: false,
      keyboard: false,
      scrollWheelZoom: false,
      tapHold: false,
    });
  }

  get view(): Viewport {
    return viewportOf(this.map);
  }

  /**
   * Registers callbacks: `onMove` during user movement, `onMoveEnd` after each movement, with true if it was a jump, not
   * a zoom step or a drag.
   */
  watch(onMove: () => void, onMoveEnd: (isJump: boolean) => void): void {
    this.map.on('move', () => this.#isSettingView || onMove());
    this.map.on('moveend', () => this.#returnToWorld() && onMoveEnd(this.#isJump));
  }

  /** Sets the centre, in world coordinates, and the zoom. */
  setView(x: number, y: number, zoom: number): void {
    this.#isJump = true;
    this.#moveTo(x, y, zoom);
    this.#isJump = false;
  }

  #moveTo(x: number, y: number, zoom: number): void {
    const validZoom = this.clampZoom(zoom);
    const centerY = clampCenter(y, this.map.getSize().y, validZoom);
    this.#isSettingView = true;
    this.map.setView([latAt(centerY), lonAt(x)], validZoom, {animate: false});
    this.#isSettingView = false;
  }

  /**
   * Fits a box at a zoom, by default the deepest at which it fits with padding. Areas covered by controls, given by the
   * `scroll-padding` of the container, stay free as far as the padding allows.
   */
  fit(box: WorldBox, maxZoom: number, zoom = Math.min(maxZoom, this.zoomToFit(box))): void {
    const view = fitView(box, this.#size, this.clampZoom(zoom), this.#style);
    this.setView(view.x, view.y, view.zoom);
  }

  zoomToFit(box: WorldBox): number {
    return this.clampZoom(zoomToFit(box, this.#size, this.#style));
  }

  get #style(): CSSStyleDeclaration {
    return getComputedStyle(this.#frame.parentElement ?? this.#frame);
  }

  get #size(): FitSize {
    const {x: width, y: height} = this.map.getSize();
    return {width, height};
  }

  /** Zooms around a pixel of the container. Returns false if the zoom is already at its limit. */
  zoomAt(left: number, top: number, steps: number): boolean {
    const {box, zoom, size, centerX, centerY} = this.view;
    const validZoom = this.clampZoom(zoom + steps);
    if (validZoom === zoom) return false;
    const [x, y] = [box.west + left / size, box.north + top / size];
    const ratio = 2 ** (zoom - validZoom);
    this.#moveTo(x + (centerX - x) * ratio, y + (centerY - y) * ratio, validZoom);
    return true;
  }

  zoomBy(steps: number): boolean {
    const {width, height} = this.view;
    return this.zoomAt(width / 2, height / 2, steps);
  }

  /** Pans by pixels, up to the poles. Call `endPan` afterwards. */
  panBy(right: number, down: number): void {
    const {box, size} = this.view;
    const [min, max] = [(box.south - 1) * size, box.north * size];
    const limited = min > max ? 0 : Math.max(min, Math.min(max, down));
    const pane = this.map.getPanes().mapPane;
    const delta: [number, number] = [Math.round(right), Math.round(limited)];
    DomUtil.setPosition(pane, DomUtil.getPosition(pane).add(delta));
    this.map.fire('move');
  }

  endPan(): void {
    this.map.fire('moveend');
  }

  destroy(): void {
    this.map.off().remove();
    this.#frame.remove();
  }

  /** Returns the nearest valid zoom. */
  clampZoom(zoom: number): number {
    return Math.max(this.map.getMinZoom(), Math.min(this.map.getMaxZoom(), Math.round(zoom)));
  }

  /** Returns to the world after a drag or a pinch has left it. Returns true if the view was valid. */
  #returnToWorld(): boolean {
    const {box, zoom, size, centerX, centerY} = this.view;
    const beyondPole = Math.max(-box.north, box.south - 1, 0) * size;
    const deviation = box.south - box.north >= 1 ? Math.abs(centerY - 0.5) * size : beyondPole;
    if (centerX >= 0 && centerX < 1 && deviation < 1 && Number.isInteger(zoom)) return true;
    this.#moveTo(centerX, centerY, zoom);
    return false;
  }
}
