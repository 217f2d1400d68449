import type {Viewport} from '../leaflet/viewport.js';
import {latAt, lonAt, worldY, wrap} from '../mercator.js';
import {svg} from '../svg.js';
import {WORLD_UNITS} from './path-data.js';
import {ViewBox} from './view-box.js';

/** First zoom with a graticule: from there on, a view may contain no coast, border or town. */
const MIN_ZOOM = 11;
/** Distance of its lines in minutes of arc, by zoom; at deeper zooms the last one. */
const MINUTES = [5, 5, 2, 1] as const;

/** Lines of latitude and longitude, as on a topographic map, for views without other detail. */
export class GraticuleLayer {
  readonly #viewBox: ViewBox;
  readonly #path = svg('path');

  constructor(pane: HTMLElement) {
    this.#viewBox = new ViewBox(pane, 'graticule');
    this.#viewBox.root.append(this.#path);
  }

  /** Draws the view. During movement (`isFinal` is false) only if the view has left the drawn area. */
  draw(view: Viewport, isFinal: boolean): void {
    const {zoom} = view;
    const isVisible = zoom >= MIN_ZOOM;
    this.#viewBox.root.classList.toggle('off', !isVisible);
    const drawn = isVisible ? this.#viewBox.update(view, isFinal) : undefined;
    if (!drawn) return;
    const {box, unit} = drawn;
    const minutes = MINUTES[Math.floor(zoom) - MIN_ZOOM] ?? 1;
    const first = (degrees: number): number => Math.ceil((degrees * 60) / minutes);
    const parts: string[] = [];
    const at = (world: number): number => Math.round(world * WORLD_UNITS * 10) / 10;
    const [left, right, top, bottom] = [box.west, box.east, box.north, box.south].map(at) as [number, number, number, number]; // prettier-ignore
    const [west, turn] = [lonAt(box.west), box.west - wrap(box.west)];
    const end = ((box.east - box.west) * 360 + west) * 60;
    for (let n = first(west); n * minutes <= end; n++)
      parts.push(`M${at((n * minutes) / 60 / 360 + 0.5 + turn)} ${top}V${bottom}`);
    for (let n = first(latAt(box.south)); n * minutes <= latAt(box.north) * 60; n++)
      parts.push(`M${left} ${at(worldY((n * minutes) / 60))}H${right}`);
    this.#path.setAttribute('d', parts.join(''));
    this.#path.setAttribute('stroke-width', String(unit));
  }
}
