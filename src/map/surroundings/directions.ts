import {nearestCopy} from '../../model/geo/mercator.js';
import type {PlaceLabel, MapMessages} from '../map-view.js';
import {boxInPanes, overlaps, type PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {metresPerPixel} from '../scale-bar.js';
import {svg} from '../svg.js';

/** Styles of the towns beyond the edges. */
export const directionStyles = `
.spass-map .directions { position: absolute; inset: 0; pointer-events: none; direction: ltr; font-size: 11.5px; line-height: 16px; color: color-mix(in srgb, var(--_map-ink) 82%, var(--_map-land)); }
.spass-map .directions span { position: absolute; display: flex; gap: 5px; align-items: center; white-space: nowrap; padding-inline: 3px; text-shadow: 0 0 2px var(--_home), 0 0 3px var(--_home), 0 0 4px var(--_home); }
.spass-map .directions .after { flex-direction: row-reverse; }
.spass-map .directions svg { inline-size: 11px; block-size: 11px; fill: none; stroke: currentColor; stroke-width: 1.5; flex: none; }
`;

/** Weight of a town by its style: a larger one is named although it is farther. */
const WEIGHTS: Partial<Record<PlaceLabel['kind'], number>> = {city: 4, town: 1.6, village: 1};
/** Maximum distance in metres, and minimum angle between two towns in radians. */
const [MAX_DISTANCE, MIN_ANGLE] = [40_000, 0.55] as const;
const MAX_TOWNS = 8;
/** Distance in pixels of the names from the edges, and that within which they would be read as the names of dots. */
const [EDGE, REACH] = [6, 14] as const;
/** Arrow to the north. */
const ARROW = 'M5.5 10.5V1.5M2 5l3.5-3.5L9 5';

/** Town beyond the edge of a view. */
interface Direction {
  readonly label: PlaceLabel;
  /** In radians, clockwise from the north. */
  readonly bearing: number;
  readonly distance: number;
}

/** Towns beyond the edges of a view, with their direction and distance, as on old road maps. */
export class Directions {
  /** Boxes of the names, in pane coordinates. */
  boxes: PaneBox[] = [];
  readonly root = document.createElement('div');

  constructor(container: HTMLElement) {
    this.root.className = 'directions';
    this.root.ariaHidden = 'true';
    container.append(this.root);
  }

  /**
   * Draws the towns around a view.
   *
   * @param occupied Boxes of controls, marks and texts, in pane coordinates.
   */
  draw(
    view: Viewport,
    towns: readonly PlaceLabel[],
    occupied: readonly PaneBox[],
    messages: MapMessages,
  ): void {
    this.boxes = [];
    const directions = directionsFrom(view, towns);
    const names = directions.map(one => nameOf(one, messages));
    this.root.replaceChildren(...names);
    // All are measured together, in one layout.
    const sizes = names.map(({offsetWidth, offsetHeight}) => [offsetWidth, offsetHeight] as const);
    directions.forEach(({bearing}, i) => {
      const [name, [width, height]] = [
        names[i] as HTMLElement,
        sizes[i] as readonly [number, number],
      ];
      const {left, top} = placeAtEdge(view, bearing, width, height);
      const box = boxInPanes({left, top, right: left + width, bottom: top + height}, view);
      const isFree = ![...occupied, ...this.boxes].some(other => overlaps(other, box));
      if (!isFree || this.boxes.length >= MAX_TOWNS) {
        name.remove();
        return;
      }
      this.boxes.push({...box, reach: REACH});
      name.style.left = `${left}px`;
      name.style.top = `${top}px`;
    });
  }
}

/** Returns the name of a town with its distance, and an arrow. */
function nameOf({label, bearing, distance}: Direction, messages: MapMessages): HTMLElement {
  const name = document.createElement('span');
  name.className = Math.sin(bearing) < 0 ? 'before' : 'after';
  const arrow = svg('svg', {viewBox: '0 0 11 11'});
  const turn = `rotate(${(bearing * 180) / Math.PI} 5.5 6)`;
  arrow.append(svg('path', {d: ARROW, transform: turn}));
  const text = document.createElement('bdi');
  const km = distance / 1000;
  const length = messages.formatNumber(km < 10 ? Math.round(km * 10) / 10 : Math.round(km));
  text.textContent = `${label.text} ${length}\u00a0km`;
  name.append(arrow, text);
  return name;
}

/** Returns the towns around a view, the most important first, no two in the same direction. */
function directionsFrom(view: Viewport, towns: readonly PlaceLabel[]): Direction[] {
  const {centerX, centerY, size, width, height} = view;
  const scale = metresPerPixel(centerY, size);
  const found = towns
    .filter(({hasDot}) => hasDot)
    .map(label => {
      const across = (nearestCopy(label.x, centerX) - centerX) * size;
      const down = (label.y - centerY) * size;
      const isOutside = Math.abs(across) > width / 2 || Math.abs(down) > height / 2;
      const distance = Math.hypot(across, down) * scale;
      return {label, isOutside, distance, bearing: Math.atan2(across, -down)};
    })
    .filter(({isOutside, distance}) => isOutside && distance < MAX_DISTANCE)
    .map(one => ({...one, score: one.distance / (WEIGHTS[one.label.kind] ?? 1)}))
    .sort((a, b) => a.score - b.score);
  const chosen: Direction[] = [];
  for (const one of found) {
    const isFree = chosen.every(({bearing}) => angleBetween(bearing, one.bearing) > MIN_ANGLE);
    if (isFree) chosen.push(one);
  }
  return chosen;
}

const angleBetween = (a: number, b: number): number => {
  const difference = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(difference, 2 * Math.PI - difference);
};

/** Returns the position of a name at the edge of a view, in pixels from its top left corner. */
function placeAtEdge(
  {width, height}: Viewport,
  bearing: number,
  boxWidth: number,
  boxHeight: number,
): {readonly left: number; readonly top: number} {
  const [sin, cos] = [Math.sin(bearing), Math.cos(bearing)];
  const [halfX, halfY] = [width / 2 - EDGE, height / 2 - EDGE];
  const reach = Math.min(halfX / Math.abs(sin), halfY / Math.abs(cos));
  const clamp = (value: number, side: number, length: number): number =>
    Math.max(EDGE, Math.min(side - EDGE - length, value));
  // The arrow is at the edge: the text begins or ends there.
  const edgeX = width / 2 + reach * sin;
  const isAtSide = reach * Math.abs(sin) >= halfX - 1;
  const left = clamp(
    isAtSide ? (sin < 0 ? edgeX : edgeX - boxWidth) : edgeX - boxWidth / 2,
    width,
    boxWidth,
  );
  const top = clamp(height / 2 - reach * cos - boxHeight / 2, height, boxHeight);
  return {left, top};
}
