import {worldSize} from '../../model/geo/mercator.js';
import {LabelLayer} from '../labels/label-layer.js';
import {overlaps, type PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {isFarAway} from '../outlines/graticule-layer.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import {svg} from '../svg.js';

/** Styles of the small map. */
export const locatorStyles = `
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
.spass-map .locator.low { inset-block: auto 2.75em; }
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
  .spass-map .locator .frame { fill: none; stroke: CanvasText; }
}
`;

/** Size of the small map in pixels. */
const [WIDTH, HEIGHT] = [148, 116] as const;
/** Zooms by which the small map is farther than the view, and its own range of zooms. */
const [LEAD, MIN_ZOOM, MAX_ZOOM] = [4, 4, 6] as const;
/** Minimum size of the frame of the view on the small map, in pixels. */
const MIN_FRAME = 9;

/** Small map of the region, with the position of the view. */
export class Locator {
  readonly root = document.createElement('div');
  readonly #outlines: OutlinesLayer;
  readonly #labels: LabelLayer;
  readonly #frame = svg('rect', {class: 'frame'});

  constructor(container: HTMLElement) {
    this.root.className = 'locator';
    this.root.ariaHidden = 'true';
    container.append(this.root);
    this.#outlines = new OutlinesLayer(this.root);
    this.#labels = new LabelLayer(this.root);
    const overlay = svg('svg', {width: WIDTH, height: HEIGHT});
    overlay.append(this.#frame);
    this.root.append(overlay);
  }

  draw({centerX, centerY, zoom, width, height, size}: Viewport, language: string): void {
    const maxZoom = isFarAway(centerX, centerY) ? MIN_ZOOM : MAX_ZOOM;
    const far = Math.max(MIN_ZOOM, Math.min(maxZoom, Math.round(zoom) - LEAD));
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

  /**
   * Moves to the lower corner if there is a mark in the upper one, and leaves the map if there is one in both.
   *
   * @param boxOf Returns the box of an element in pane coordinates; undefined if it is not displayed.
   */
  avoid(marks: readonly PaneBox[], boxOf: (element: Element) => PaneBox | undefined): void {
    const {classList} = this.root;
    const isFree = (isLow: boolean): boolean => {
      classList.toggle('low', isLow);
      const box = boxOf(this.root);
      return !box || !marks.some(mark => overlaps(mark, box));
    };
    classList.toggle('off', !isFree(false) && !isFree(true));
  }
}
