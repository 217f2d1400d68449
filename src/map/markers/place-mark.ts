import type {NamedPlace} from '../../model/geo/geo.js';
import {overlaps, type PaneBox} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {adoptMapStylesAround} from '../map.styles.js';
import {nearestCopy, worldX, worldY} from '../../model/geo/mercator.js';
import {svg} from '../svg.js';

/** Half the width of the ring with its ticks, in pixels. The mark of a record fits into the ring. */
const RADIUS = 26;
const RING = 'M0-26v8M0 18v8M-26 0h8M18 0h8M-18 0a18 18 0 1 0 36 0a18 18 0 1 0-36 0';
/** Distance of the name from the place, in pixels. */
const NAME_DISTANCE = 30;

/** Styles of the mark, which the placeholder of a map does not load. */
const styles = `
.spass-map .asked { pointer-events: none; }
.spass-map .asked svg {
  position: absolute;
  inset: -26px;
  inline-size: 52px;
  fill: none;
  stroke: color-mix(in srgb, var(--_map-paper) 100%, #0000);
  stroke-width: 6px;
}
.spass-map .asked path + path { stroke: var(--_map-ink); stroke-width: 2.5px; }
.spass-map .asked span {
  position: absolute;
  inset-block-start: 30px;
  translate: -50%;
  inline-size: max-content;
  max-inline-size: 14em;
  padding: 3px 8px;
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background-color: var(--_map-paper);
  color: var(--_map-ink);
  font-size: 13px;
  line-height: 1.3;
  font-weight: 600;
  text-align: center;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
.spass-map .asked .above { inset-block: auto 30px; }
`;

/** Mark of the place that the user has asked for, which belongs to no record: a ring and a name. */
export class PlaceMark {
  /** Boxes of the ring and of the name in pane coordinates; empty without a mark. */
  ring: readonly PaneBox[] = [];
  name: readonly PaneBox[] = [];
  readonly #pane: HTMLElement;
  #place: NamedPlace | undefined;

  constructor(pane: HTMLElement) {
    adoptMapStylesAround(pane, styles);
    this.#pane = pane;
  }

  /** Position in world coordinates; undefined without a mark. */
  get position(): {readonly x: number; readonly y: number} | undefined {
    const {lat, lon, name} = this.#place ?? {};
    return name && lat !== undefined && lon !== undefined
      ? {x: worldX(lon), y: worldY(lat)}
      : undefined;
  }

  /** Boxes of ring and name. */
  get boxes(): readonly PaneBox[] {
    return [...this.ring, ...this.name];
  }

  /** Marks a place instead of the one before; none without a name. */
  set(place?: NamedPlace): void {
    this.#place = place;
    this.#pane.replaceChildren();
    this.ring = this.name = [];
    if (!place?.name) return;
    const {value, lang} = place.name;
    const root = document.createElement('div');
    root.className = 'asked';
    root.setAttribute('role', 'img');
    root.ariaLabel = value;
    if (lang) root.lang = lang;
    const ring = svg('svg', {viewBox: '-26 -26 52 52'});
    // The first path separates the ring from the ground.
    ring.append(svg('path', {d: RING}), svg('path', {d: RING}));
    const name = document.createElement('span');
    name.textContent = value;
    root.append(ring, name);
    this.#pane.append(root);
  }

  /**
   * Draws the mark in a view. The name is below the ring, or above it if only there it covers no mark of records.
   *
   * @param markBoxes Returns the boxes of the marks of records; not called without a place.
   */
  draw(view: Viewport, markBoxes: () => readonly PaneBox[]): void {
    const name = this.#pane.querySelector('span');
    if (!name) return;
    const marks = markBoxes();
    const [x, y] = this.updatePosition(view);
    const [half, height] = [name.offsetWidth / 2, name.offsetHeight];
    const nameAt = (top: number): PaneBox => ({
      left: x - half,
      right: x + half,
      top,
      bottom: top + height,
    });
    const [below, above] = [nameAt(y + NAME_DISTANCE), nameAt(y - NAME_DISTANCE - height)];
    const isFree = (box: PaneBox): boolean => !marks.some(mark => overlaps(mark, box));
    const isAbove = !isFree(below) && isFree(above);
    name.className = isAbove ? 'above' : '';
    this.name = [isAbove ? above : below];
    this.ring = [{left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS}];
  }

  /** Moves the mark to its position, which it returns in pane coordinates. */
  updatePosition(view: Viewport): [x: number, y: number] {
    const {lat = NaN, lon = NaN} = this.#place ?? {};
    const x = view.x(nearestCopy(worldX(lon), view.centerX));
    const y = view.y(worldY(lat));
    this.#pane.style.transform = `translate(${x}px,${y}px)`;
    return [x, y];
  }
}
