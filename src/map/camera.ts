import {DomUtil, Map as LeafletMap} from 'leaflet/dist/leaflet-src.esm.js';
import {latAt, lonAt, type WorldBox, worldSize} from './mercator.js';
import {type Viewport, viewportOf} from './viewport.js';

/** Space left free at each edge when the map fits a box, in pixels. */
const EDGE = 36;
const edgeOf = (side: number): number => Math.min(EDGE, side / 8);

/**
 * View of the map: a Leaflet map kept at integer zooms and within the world. View changes are not animated, so that
 * focus never waits and `prefers-reduced-motion` needs no special case.
 */
export class Camera {
  readonly map: LeafletMap;
  /** Element passed to Leaflet, which adds classes, styles and a listener to it. */
  readonly #frame = document.createElement('div');
  /** True while a view is being set; the intermediate `move` events of Leaflet are ignored. */
  #going = false;

  constructor(container: HTMLElement) {
    this.#frame.className = 'frame';
    container.append(this.#frame);
    this.map = new LeafletMap(this.#frame, {
      attributionControl: false,
      zoomControl: false,
      minZoom: 2,
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

  /** Registers callbacks: `onMove` during user movement, `onMoveEnd` after each movement. */
  watch(moving: () => void, settled: () => void): void {
    this.map.on('move', () => this.#going || moving());
    this.map.on('moveend', () => this.#within() && settled());
  }

  /** Sets the centre, in world coordinates, and the zoom. */
  go(x: number, y: number, zoom: number): void {
    const bounded = this.bound(zoom);
    const half = Math.min(0.5, this.map.getSize().y / worldSize(bounded) / 2);
    const middle = Math.max(half, Math.min(1 - half, y));
    this.#going = true;
    this.map.setView([latAt(middle), lonAt(x)], bounded, {animate: false});
    this.#going = false;
  }

  /**
   * Fits a box at a zoom, by default the deepest at which it fits with padding. Areas covered by controls, given by the
   * `scroll-padding` of the container, stay free as far as the padding allows.
   */
  fit(box: WorldBox, deepest: number, zoom = Math.min(deepest, this.zoomToFit(box))): void {
    const {x: width, y: height} = this.map.getSize();
    const size = worldSize(this.bound(zoom));
    const style = getComputedStyle(this.#frame.parentElement ?? this.#frame);
    const aside = (side: number, used: number, before: string, after: string): number => {
      const spare = Math.max(0, side - 2 * edgeOf(side) - used * size) / 2;
      // `parseFloat('auto')` is NaN.
      const wanted = ((parseFloat(before) || 0) - (parseFloat(after) || 0)) / 2;
      return Math.max(-spare, Math.min(spare, wanted)) / size;
    };
    const {scrollPaddingLeft, scrollPaddingRight, scrollPaddingTop, scrollPaddingBottom} = style;
    const right = aside(width, box.east - box.west, scrollPaddingLeft, scrollPaddingRight);
    const down = aside(height, box.south - box.north, scrollPaddingTop, scrollPaddingBottom);
    this.go((box.west + box.east) / 2 - right, (box.north + box.south) / 2 - down, zoom);
  }

  zoomToFit(box: WorldBox): number {
    const {x: width, y: height} = this.map.getSize();
    const across = (width - 2 * edgeOf(width)) / (box.east - box.west);
    const down = (height - 2 * edgeOf(height)) / (box.south - box.north);
    // For a box of zero size the zoom is infinite, and is clamped.
    return this.bound(Math.floor(Math.log2(Math.min(across, down) / worldSize(0))));
  }

  /** Zooms around a pixel of the container. Returns false if the zoom is already at its limit. */
  zoomAt(left: number, top: number, steps: number): boolean {
    const {box, zoom, size, middleX, middleY} = this.view;
    const bounded = this.bound(zoom + steps);
    if (bounded === zoom) return false;
    const [x, y] = [box.west + left / size, box.north + top / size];
    const nearer = 2 ** (zoom - bounded);
    this.go(x + (middleX - x) * nearer, y + (middleY - y) * nearer, bounded);
    return true;
  }

  zoomBy(steps: number): boolean {
    const {width, height} = this.view;
    return this.zoomAt(width / 2, height / 2, steps);
  }

  /** Pans by pixels, up to the poles. Call `endPan` afterwards. */
  shift(right: number, down: number): void {
    const {box, size} = this.view;
    const [least, most] = [(box.south - 1) * size, box.north * size];
    const limited = least > most ? 0 : Math.max(least, Math.min(most, down));
    const pane = this.map.getPanes().mapPane;
    const delta: [number, number] = [Math.round(right), Math.round(limited)];
    DomUtil.setPosition(pane, DomUtil.getPosition(pane).add(delta));
    this.map.fire('move');
  }

  rest(): void {
    this.map.fire('moveend');
  }

  destroy(): void {
    this.map.off().remove();
    this.#frame.remove();
  }

  /** Returns the nearest valid zoom. */
  bound(zoom: number): number {
    return Math.max(this.map.getMinZoom(), Math.min(this.map.getMaxZoom(), Math.round(zoom)));
  }

  /** Returns to the world after a drag or a pinch has left it. Returns true if the view was valid. */
  #within(): boolean {
    const {box, zoom, size, middleX, middleY} = this.view;
    const over = Math.max(-box.north, box.south - 1, 0) * size;
    const under = box.south - box.north >= 1 ? Math.abs(middleY - 0.5) * size : over;
    if (middleX >= 0 && middleX < 1 && under < 1 && Number.isInteger(zoom)) return true;
    this.go(middleX, middleY, zoom);
    return false;
  }
}
