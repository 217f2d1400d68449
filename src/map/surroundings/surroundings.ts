import {LabelLayer} from '../labels/label-layer.js';
import type {PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {adoptMapStylesAround} from '../map.styles.js';
import type {MapMessages} from '../map-view.js';
import {nearestCopy, worldSize} from '../../model/geo/mercator.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import {metresPerPixel, roundLength} from '../scale-bar.js';
import {svg} from '../svg.js';

/** Styles of the circles of distance and of the small map. */
const surroundingsStyles = `
.spass-map .distances {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: visible;
  pointer-events: none;
  font-size: 11px;
  text-anchor: middle;
}
.spass-map .distances circle {
  fill: color-mix(in srgb, var(--_projet-fill) 4%, #0000);
  stroke: color-mix(in srgb, var(--_projet-fill) 42%, var(--_home));
}
.spass-map .distances text {
  fill: color-mix(in srgb, var(--_projet-fill) 70%, var(--_map-ink));
  stroke: color-mix(in srgb, var(--_home) 100%, #0000);
  stroke-width: 4px;
  stroke-linejoin: round;
  paint-order: stroke;
}
.spass-map .locator {
  position: absolute;
  inset-block-start: .75em;
  inset-inline-end: .75em;
  inline-size: 148px;
  block-size: 116px;
  overflow: clip;
  border: 1px solid var(--_map-border);
  border-radius: var(--_radius, 6px);
  background-color: var(--_map-water);
  pointer-events: none;
}
@container (width <= 28em) {
  .spass-map .locator { display: none; }
}
.spass-map .locator > * { position: absolute; inset: 0 auto auto 0; direction: ltr; }
.spass-map .locator .towns { font-size: 10px; stroke-width: 2.5px; }
.spass-map .locator :is(.city, .town) { font: 600 10.5px var(--_text-font, inherit); }
.spass-map .locator .area { display: none; }
.spass-map .locator .strait { font-size: 9.5px; letter-spacing: .1em; }
.spass-map .locator .rings { display: none; }
.spass-map .locator .cores { stroke: var(--_map-ink); stroke-width: .5px; }
.spass-map .locator .frame { fill: color-mix(in srgb, var(--_projet-fill) 30%, #0000); stroke: color-mix(in srgb, var(--_projet-fill) 90%, var(--_map-ink)); stroke-width: 1.5px; inset: auto; }
@media screen and (forced-colors: active) {
  .spass-map :is(.distances circle, .locator .frame) { fill: none; stroke: CanvasText; }
  .spass-map .distances text { fill: CanvasText; stroke: Canvas; }
}
`;

/** Circles, the largest first, and the minimum distance between two, in pixels. */
const [CIRCLES, MIN_DISTANCE] = [[4, 3, 2, 1], 62] as const;
/** Size of the small map in pixels. */
const [WIDTH, HEIGHT] = [148, 116] as const;
/** Zooms by which the small map is farther than the view, and its own range of zooms. */
const [LEAD, MIN_ZOOM, MAX_ZOOM] = [4, 4, 6] as const;
/** Half the width of a distance, in pixels. */
const TEXT_HALF = 18;
/** Minimum size of the frame of the view on the small map, in pixels. */
const MIN_FRAME = 9;

/** Place in world coordinates. */
interface WorldPlace {
  readonly x: number;
  readonly y: number;
}

/** Circles of distance around the place of a view, and a small map with the position of the view. */
export class Surroundings {
  /** Boxes of the distances, in pane coordinates, which place labels avoid. */
  textBoxes: readonly PaneBox[] = [];
  readonly #circles = svg('svg', {class: 'distances', 'aria-hidden': 'true'});
  readonly #locator = document.createElement('div');
  readonly #outlines: OutlinesLayer;
  readonly #labels: LabelLayer;
  readonly #frame = svg('rect', {class: 'frame'});
  /** Position, zoom and language of the circles drawn last. */
  #position = '';

  /** @param pane Pane below the marks, for the circles. */
  constructor(container: HTMLElement, pane: HTMLElement) {
    adoptMapStylesAround(pane, surroundingsStyles);
    pane.append(this.#circles);
    this.#locator.className = 'locator';
    this.#locator.ariaHidden = 'true';
    container.append(this.#locator);
    this.#outlines = new OutlinesLayer(this.#locator);
    this.#labels = new LabelLayer(this.#locator);
    const overlay = svg('svg', {width: WIDTH, height: HEIGHT});
    overlay.append(this.#frame);
    this.#locator.append(overlay);
  }

  /** Draws the surroundings of a place in a view; no circles if its coordinates are NaN. */
  draw(view: Viewport, place: WorldPlace, messages: MapMessages): void {
    this.#drawCircles(view, place, messages);
    this.#drawLocator(view, messages.language);
  }

  remove(): void {
    this.#locator.remove();
    this.#circles.remove();
  }

  #drawCircles(view: Viewport, place: WorldPlace, messages: MapMessages): void {
    const x = view.x(nearestCopy(place.x, view.centerX));
    const y = view.y(place.y);
    const position = [x, y, view.zoom, messages.language].join();
    if (position === this.#position) return;
    this.#position = position;
    this.#circles.replaceChildren();
    this.textBoxes = [];
    if (Number.isNaN(place.x)) return;
    const scale = metresPerPixel(place.y, view.size);
    const step = roundLength(scale * MIN_DISTANCE * 2.5);
    const [unit, name] = step < 1000 ? [1, 'm'] : [1000, 'km'];
    for (const i of CIRCLES) {
      const r = (i * step) / scale;
      const text = svg('text', {x, y: y - r, dy: '.35em'});
      text.textContent = `${messages.formatNumber((i * step) / unit)}\u00a0${name}`;
      const [left, right, top] = [x - TEXT_HALF, x + TEXT_HALF, y - r - 7];
      this.textBoxes = [...this.textBoxes, {left, right, top, bottom: top + 14}];
      this.#circles.append(svg('circle', {cx: x, cy: y, r: Math.round(r)}), text);
    }
    // The text of a circle is over the other circles.
    this.#circles.append(...this.#circles.querySelectorAll('text'));
  }

  #drawLocator({centerX, centerY, zoom, width, height, size}: Viewport, language: string): void {
    const far = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, Math.round(zoom) - LEAD));
    const world = worldSize(far);
    const west = centerX - WIDTH / world / 2;
    const north = centerY - HEIGHT / world / 2;
    const view: Viewport = {
      box: {west, north, east: west + WIDTH / world, south: north + HEIGHT / world},
      zoom: far,
      size: world,
      width: WIDTH,
      height: HEIGHT,
      centerX,
      centerY,
      x: x => Math.round((x - west) * world),
      y: y => Math.round((y - north) * world),
    };
    this.#outlines.draw(view, 'moved');
    const [across, down] = [width, height].map(side =>
      Math.max(MIN_FRAME, Math.round((side / size) * world)),
    ) as [number, number];
    const [left, top] = [(WIDTH - across) / 2, (HEIGHT - down) / 2];
    const frame = {left, top, right: left + across, bottom: top + down};
    this.#labels.draw(view, language, [frame], {});
    for (const [name, value] of Object.entries({x: left, y: top, width: across, height: down}))
      this.#frame.setAttribute(name, String(value));
  }
}
