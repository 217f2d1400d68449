import {nearestCopy} from '../../model/geo/mercator.js';
import {overlaps, type PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import type {MapMessages} from '../map-view.js';
import {metresPerPixel, roundLength} from '../scale-bar.js';
import {svg} from '../svg.js';

/** Styles of the circles of distance. */
export const circleStyles = `
.spass-map .distances, .spass-map .captions {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: visible;
  pointer-events: none;
}
.spass-map .distances { --_ring: var(--_projet-fill); --_disc: var(--_map-ink); font-size: 11px; text-anchor: middle; }
.spass-map .distances circle {
  fill: color-mix(in srgb, var(--_disc) 2%, #0000);
  stroke: color-mix(in srgb, var(--_ring) 42%, var(--_home));
}
.spass-map .warm { --_disc: color-mix(in srgb, var(--_projet-fill) 60%, var(--_map-ink)); }
.spass-map .distances circle.far { fill: none; stroke: color-mix(in srgb, var(--_ring) 24%, var(--_home)); }
.spass-map .distances text {
  fill: color-mix(in srgb, var(--_ring) 70%, var(--_map-ink));
  stroke: color-mix(in srgb, var(--_home) 100%, #0000);
  stroke-width: 4px;
  stroke-linejoin: round;
  paint-order: stroke;
}
@media screen and (forced-colors: active) {
  .spass-map .distances circle { fill: none; stroke: CanvasText; }
  .spass-map .distances text { fill: CanvasText; stroke: Canvas; }
}
`;

/** Minimum distance between two circles in pixels. */
const MIN_DISTANCE = 62;
/** Number of tinted circles, and of all. */
const [TINTED, MAX_CIRCLES] = [4, 24] as const;
/** Half the size of a distance, in pixels. */
const [TEXT_HALF, TEXT_HEIGHT_HALF] = [18, 7] as const;

/** Place in world coordinates. */
export interface WorldPlace {
  readonly x: number;
  readonly y: number;
}

/** Circles of round distances around a place, with the distance on each. */
export class DistanceCircles {
  /** Boxes of the distances, in pane coordinates, which place labels avoid. */
  textBoxes: readonly PaneBox[] = [];
  readonly root = svg('svg', {class: 'distances', 'aria-hidden': 'true'});
  /** Position, view and language of the circles drawn last. */
  #key = '';

  /**
   * Draws the circles around a place; none without one.
   *
   * @param covers Boxes of controls and marks, in pane coordinates, below which no distance is written.
   */
  draw(
    view: Viewport,
    place: WorldPlace | undefined,
    messages: MapMessages,
    covers: readonly PaneBox[],
    fill?: string,
  ): void {
    const {x: placeX, y: placeY} = place ?? {x: NaN, y: NaN};
    const x = view.x(nearestCopy(placeX, view.centerX));
    const y = view.y(placeY);
    const [left, top] = [view.x(view.box.west), view.y(view.box.north)];
    const [right, bottom] = [left + view.width, top + view.height];
    const key = JSON.stringify([
      x,
      y,
      left,
      top,
      right,
      bottom,
      view.zoom,
      messages.language,
      fill,
      covers,
    ]);
    if (key === this.#key) return;
    this.#key = key;
    this.textBoxes = [];
    this.root.replaceChildren();
    // The tint of a story; that of a blue family would look like water.
    this.root.classList.toggle('warm', !fill);
    this.root.style.setProperty('--_ring', fill ?? '');
    if (Number.isNaN(x)) return;
    const scale = metresPerPixel(placeY, view.size);
    const step = roundLength(scale * MIN_DISTANCE * 2.5);
    const reach = Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y));
    const count = Math.min(MAX_CIRCLES, Math.max(TINTED, Math.ceil((reach * scale) / step)));
    const texts: SVGTextElement[] = [];
    const isFree = (box: PaneBox): boolean =>
      box.left > left &&
      box.right < right &&
      box.top > top &&
      box.bottom < bottom &&
      !covers.some(cover => overlaps(cover, box));
    for (let i = count; i > 0; i--) {
      const r = Math.round((i * step) / scale);
      this.root.append(svg('circle', {cx: x, cy: y, r, class: i > TINTED ? 'far' : 'near'}));
      // Between 1 km and 2 km: the circles around it say how far it is, in one unit.
      if (i * step > 1000 && (i * step) % 1000 > 0) continue;
      // At the top; beside the place if the top is out of view.
      const places = [
        [x, y - r],
        [x - r, y],
        [x + r, y],
        [x, y + r],
      ] as const;
      const boxes = places.map(([across, down]) => boxAround(across, down));
      const box = boxes.find(isFree);
      if (!box) continue;
      this.textBoxes = [...this.textBoxes, box];
      const text = svg('text', {
        x: box.left + TEXT_HALF,
        y: box.top + TEXT_HEIGHT_HALF,
        dy: '.35em',
      });
      const [unit, name] = (i * step) % 1000 > 0 ? [1, 'm'] : [1000, 'km'];
      text.textContent = `${messages.formatNumber((i * step) / unit)}\u00a0${name}`;
      texts.push(text);
    }
    // The text of a circle is over the other circles.
    this.root.append(...texts);
  }
}

const boxAround = (x: number, y: number): PaneBox => ({
  left: x - TEXT_HALF,
  right: x + TEXT_HALF,
  top: y - TEXT_HEIGHT_HALF,
  bottom: y + TEXT_HEIGHT_HALF,
});
