import {type WorldBox, worldX, worldY} from '../mercator.js';
import {outlines} from './outlines.js';
import {setPaths, svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';
import type {nearOutlines, OutlinePath} from './near-outlines.js';
import {pathData, WORLD_UNITS} from './path-data.js';
import {ViewBox} from './view-box.js';

/** First zoom at which only what is in view is drawn. */
const NEAR_ZOOM = 8;

/** Returns the view of a map without data: the area whose regional borders are drawn. */
export function defaultBox(): WorldBox {
  const box = {west: 1, north: 1, east: 0, south: 0};
  for (const line of outlines().regions)
    line.forEach((degrees, i) => {
      if (i % 2 === 0) {
        box.west = Math.min(box.west, worldX(degrees));
        box.east = Math.max(box.east, worldX(degrees));
      } else {
        box.north = Math.min(box.north, worldY(degrees));
        box.south = Math.max(box.south, worldY(degrees));
      }
    });
  return box;
}

let pathCache: readonly OutlinePath[] | undefined;

/** Returns the outlines of the world: constant, so that dragging and zooming cost no strings. */
function worldPaths(): readonly OutlinePath[] {
  if (pathCache) return pathCache;
  const {land, regions, countries} = outlines();
  pathCache = [
    ['land', [pathData(land.flat(), 'z')], 1],
    ['regions', [pathData(regions, '')], 0.75],
    ['countries', [pathData(countries, '')], 1.5],
  ];
  return pathCache;
}

/**
 * Land, water and borders: SVG paths under a `viewBox` that follows the map. The colours are plain CSS, so that a new
 * colour scheme or skin needs no redrawing.
 */
export class OutlinesLayer {
  readonly #viewBox: ViewBox;
  readonly #nearOutlines: typeof nearOutlines | undefined;
  /** One group per copy of the world. */
  readonly #worldCopies: SVGGElement[] = [];
  #isNear = false;

  /** @param near Returns the outlines of a part of the world, for zooms from 8. Default: the outlines of the world. */
  constructor(pane: HTMLElement, near?: typeof nearOutlines) {
    this.#viewBox = new ViewBox(pane, 'outlines');
    this.#nearOutlines = near;
  }

  /** Draws the view. During movement (`isFinal` is false) only if the view has left the drawn area. */
  draw(view: Viewport, isFinal: boolean): void {
    const drawn = this.#viewBox.update(view, isFinal);
    if (!drawn) return;
    const {box, unit} = drawn;
    const isNear = view.zoom >= NEAR_ZOOM && this.#nearOutlines !== undefined;
    // Other paths, in another order.
    if (isNear !== this.#isNear) for (const world of this.#worldCopies.splice(0)) world.remove();
    this.#isNear = isNear;
    this.#drawWorldCopies(box, unit);
  }

  /** Repeats the world beyond the antimeridian as often as the view needs. */
  #drawWorldCopies(box: WorldBox, unit: number): void {
    const [from, to] = [Math.floor(box.west), Math.ceil(box.east)];
    while (this.#worldCopies.length > to - from) this.#worldCopies.pop()?.remove();
    while (this.#worldCopies.length < to - from) {
      const world = svg('g');
      if (!this.#isNear) appendPaths(world, worldPaths());
      this.#worldCopies.push(world);
      this.#viewBox.root.append(world);
    }
    this.#worldCopies.forEach((world, i) => {
      const copy = from + i;
      world.setAttribute('transform', `translate(${copy * WORLD_UNITS})`);
      const paths = this.#isNear
        ? this.#nearOutlines?.({...box, west: box.west - copy, east: box.east - copy}, unit)
        : worldPaths();
      if (this.#isNear) {
        world.replaceChildren();
        appendPaths(world, paths ?? []);
      }
      paths?.forEach(([, , width], n) =>
        world.children[n]?.setAttribute('stroke-width', String(width * unit)),
      );
    });
  }
}

function appendPaths(world: SVGGElement, paths: readonly OutlinePath[]): void {
  for (const [kind, data] of paths) {
    const group = svg('g', {class: kind, 'fill-rule': 'evenodd'});
    setPaths(group, data);
    world.append(group);
  }
}
