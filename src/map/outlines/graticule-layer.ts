import type {PlaceLabel} from '../map-view.js';
import type {Viewport} from '../leaflet/viewport.js';
import {svg} from '../svg.js';
import {WORLD_UNITS} from './path-data.js';
import {type MapState, ViewBox} from './view-box.js';
import {latAt, lonAt, worldY, wrap} from '../../model/geo/mercator.js';

/** First zoom at which every view is sparse: from there on, it may contain no coast, border or town. */
const MIN_ZOOM = 11;
/** Distance from the middle of France, about 20° in world coordinates, beyond which outlines are coarse and towns few. */
const MAX_DISTANCE = 0.06;
/** Middle of France in world coordinates. */
const [CENTER_X, CENTER_Y] = [0.51, 0.35] as const;
/** Distance of the lines in minutes of arc, by zoom: about 100 to 250 pixels. */
const MINUTES = [1800, 1800, 1800, 1200, 600, 300, 300, 120, 60, 30, 15, 5, 5, 2, 1] as const;
/** Distance in pixels of the coordinates from the top and the right edge of the view. */
const [TOP_INSET, RIGHT_INSET] = [18, 36] as const;
/** First zoom at which the ground, without a basemap, has no detail: the lines are crosses, as on a site plan. */
export const CLOSE_ZOOM = 12;
/** Half the size of the crosses of a close view, in pixels. */
const CROSS_ARM = 5;
type GraticuleView = Pick<Viewport, 'zoom' | 'size' | 'box'>;

interface GridLine {
  /** Minutes of arc to the north or the east. */
  readonly minutes: number;
  /** World coordinate. */
  readonly world: number;
}

/** True for places where outlines are coarse. */
export const isFarAway = (x: number, y: number): boolean =>
  Math.hypot(x - CENTER_X, y - CENTER_Y) > MAX_DISTANCE;

/** True if a view may lack other detail. */
export const isSparse = ({zoom, centerX, centerY}: Viewport): boolean =>
  zoom >= MIN_ZOOM || isFarAway(centerX, centerY);

/** Returns the lines of latitude and longitude in a view, or in another box at its zoom. */
function graticuleLines({zoom}: GraticuleView, box: Viewport['box']) {
  const step = MINUTES[Math.floor(zoom)] ?? 1;
  const multiples = (from: number, to: number): number[] => {
    const all: number[] = [];
    for (let n = Math.ceil((from * 60) / step) * step; n <= to * 60; n += step) all.push(n);
    return all;
  };
  const [west, turn] = [lonAt(box.west), box.west - wrap(box.west)];
  const east = west + (box.east - box.west) * 360;
  const meridians = multiples(west, east).map((n): GridLine => {
    const minutes = ((n + 180 * 60) % (360 * 60)) - 180 * 60;
    return {minutes, world: n / 60 / 360 + 0.5 + turn};
  });
  const parallels = multiples(latAt(box.south), latAt(box.north)).map((minutes): GridLine => ({
    minutes,
    world: worldY(minutes / 60),
  }));
  return {meridians, parallels};
}

/** Returns the coordinates of the lines of a view, at its top and its right edge. */
export function graticuleLabels(view: GraticuleView): PlaceLabel[] {
  const {box, size} = view;
  const label = (minutes: number, x: number, y: number): PlaceLabel => {
    const [degrees, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    // A sign, since the letters of east and west depend on the language.
    const sign = minutes < 0 && minutes > -180 * 60 ? '−' : '';
    const text = `${sign}${degrees}°${rest ? `\u202f${String(rest).padStart(2, '0')}′` : ''}`;
    return {kind: 'grid', hasDot: false, text, x, y};
  };
  const {meridians, parallels} = graticuleLines(view, box);
  const [top, right] = [box.north + TOP_INSET / size, box.east - RIGHT_INSET / size];
  return [
    ...meridians.map(({minutes, world}) => label(minutes, world, top)),
    ...parallels.map(({minutes, world}) => label(minutes, right, world)),
  ];
}

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
    const arm = Math.round(CROSS_ARM * unit * 10) / 10;
    const crosses = meridians.flatMap(({world: x}) =>
      parallels.map(
        ({world: y}) => `M${at(x) - arm} ${at(y)}h${2 * arm}M${at(x)} ${at(y) - arm}v${2 * arm}`,
      ),
    );
    const isClose = view.zoom >= CLOSE_ZOOM;
    this.#viewBox.root.classList.toggle('crosses', isClose);
    const parts = isClose
      ? crosses
      : [
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
