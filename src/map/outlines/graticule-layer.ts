import type {PlaceLabel} from '../labels/place-label.js';
import type {Viewport} from '../leaflet/viewport.js';
import {svg} from '../svg.js';
import {graticuleLabels, graticuleLines, isSparse} from './graticule.js';
import {WORLD_UNITS} from './path-data.js';
import {type MapState, ViewBox} from './view-box.js';

/** Lines of latitude and longitude, as on a topographic map, for views without other detail. */
export class GraticuleLayer {
  readonly #viewBox: ViewBox;
  readonly #path = svg('path');
  /** View drawn last; undefined if it has enough other detail. */
  #view: Viewport | undefined;

  constructor(pane: HTMLElement) {
    this.#viewBox = new ViewBox(pane, 'graticule');
    this.#viewBox.root.append(this.#path);
  }

  /** Draws the view, if it has left the drawn area. */
  draw(view: Viewport, state: MapState): void {
    if (state !== 'moving') this.#view = isSparse(view) ? view : undefined;
    this.#viewBox.root.classList.toggle('off', !this.#view);
    const drawn = this.#view && this.#viewBox.update(view, state);
    if (!drawn) return;
    const {box, unit} = drawn;
    // The distance of the lines depends on the zoom: they are drawn anew at each step.
    const at = (world: number): number => Math.round(world * WORLD_UNITS * 10) / 10;
    const {meridians, parallels} = graticuleLines(view, box);
    const parts = [
      ...meridians.map(({world}) => `M${at(world)} ${at(box.north)}V${at(box.south)}`),
      ...parallels.map(({world}) => `M${at(box.west)} ${at(world)}H${at(box.east)}`),
    ];
    this.#path.setAttribute('d', parts.join(''));
    this.#path.setAttribute('stroke-width', String(unit));
  }

  /** Returns the coordinates of the lines, as labels of the view drawn last. */
  labelsAt(): readonly PlaceLabel[] {
    return this.#view ? graticuleLabels(this.#view) : [];
  }
}
