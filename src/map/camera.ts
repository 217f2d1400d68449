import {DomUtil, Map as LeafletMap} from 'leaflet/dist/leaflet-src.esm.js';
import {latAt, lonAt, type WorldBox, worldSize} from './mercator.js';
import {type Viewport, viewportOf} from './viewport.js';

/** What a fit leaves free at each edge, in pixels. */
const EDGE = 36;
const edgeOf = (side: number): number => Math.min(EDGE, side / 8);

/**
 * Where the map looks: Leaflet's view, always at a whole zoom, inside the world from pole to pole, and set at once.
 * Nothing is animated: neither eyes nor focus have to wait, and nobody has to ask for less motion.
 */
export class Camera {
  readonly map: LeafletMap;
  /** Leaflet's own element: it leaves classes, styles and a listener on it. */
  readonly #frame = document.createElement('div');
  /** While a view is being set, what Leaflet tells on the way is not worth drawing. */
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
      // Leaflet's handlers listen on the document and mark the page's own elements; ours don't.
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

  /** Calls back while a person moves the view, and once each time that it rests. */
  watch(moving: () => void, settled: () => void): void {
    this.map.on('move', () => this.#going || moving());
    this.map.on('moveend', () => this.#within() && settled());
  }

  /** Looks at a place of the world's square. */
  go(x: number, y: number, zoom: number): void {
    const bounded = this.bound(zoom);
    const half = Math.min(0.5, this.map.getSize().y / worldSize(bounded) / 2);
    const middle = Math.max(half, Math.min(1 - half, y));
    this.#going = true;
    this.map.setView([latAt(middle), lonAt(x)], bounded, {animate: false});
    this.#going = false;
  }

  /**
   * Looks at a box from a zoom, or from the nearest at which it fits with some room about it. What lies on the map, by
   * the `scroll-padding` of its container, is left free as far as that room goes.
   */
  fit(box: WorldBox, deepest: number, zoom = Math.min(deepest, this.zoomToFit(box))): void {
    const {x: width, y: height} = this.map.getSize();
    const size = worldSize(this.bound(zoom));
    const style = getComputedStyle(this.#frame.parentElement ?? this.#frame);
    const aside = (side: number, used: number, before: string, after: string): number => {
      const spare = Math.max(0, side - 2 * edgeOf(side) - used * size) / 2;
      // `auto` is no number.
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
    // A box without breadth fits at any zoom.
    return this.bound(Math.floor(Math.log2(Math.min(across, down) / worldSize(0))));
  }

  /** Zooms so that what is under a pixel of the container stays there; answers whether it could. */
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

  /** Shifts what is seen, no farther than the poles; a `rest` is due when the shifting is over. */
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

  /** The nearest zoom that there is. */
  bound(zoom: number): number {
    return Math.max(this.map.getMinZoom(), Math.min(this.map.getMaxZoom(), Math.round(zoom)));
  }

  /** Comes back to the world if a drag or a pinch has left it; else answers true. */
  #within(): boolean {
    const {box, zoom, size, middleX, middleY} = this.view;
    const over = Math.max(-box.north, box.south - 1, 0) * size;
    const under = box.south - box.north >= 1 ? Math.abs(middleY - 0.5) * size : over;
    if (middleX >= 0 && middleX < 1 && under < 1 && Number.isInteger(zoom)) return true;
    this.go(middleX, middleY, zoom);
    return false;
  }
}
