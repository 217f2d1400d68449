import {type WorldBox, worldX, worldY} from '../mercator.js';
import {outlines} from './outlines.js';
import {svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';
import {pathData, WORLD_UNITS} from './path-data.js';
import {ViewBox} from './view-box.js';

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

let pathCache: readonly (readonly [kind: string, d: string, width: number])[] | undefined;

function outlinePaths() {
  if (pathCache) return pathCache;
  const {land, regions, countries} = outlines();
  pathCache = [
    ['land', pathData(land.flat(), 'z'), 1],
    ['regions', pathData(regions, ''), 0.75],
    ['countries', pathData(countries, ''), 1.5],
  ];
  return pathCache;
}

/**
 * Land, water and borders: three constant SVG paths under a `viewBox` that follows the map. The colours are plain CSS,
 * so that a new colour scheme or skin needs no redrawing.
 */
export class OutlinesLayer {
  readonly #viewBox: ViewBox;
  /** One group per copy of the world. */
  readonly #worldCopies: SVGGElement[] = [];

  constructor(pane: HTMLElement) {
    this.#viewBox = new ViewBox(pane, 'outlines');
  }

  /** Draws the view. During movement (`isFinal` is false) only if the view has left the drawn area. */
  draw(view: Viewport, isFinal: boolean): void {
    const drawn = this.#viewBox.update(view, isFinal);
    if (drawn)
      this.#drawWorldCopies(Math.floor(drawn.box.west), Math.ceil(drawn.box.east), drawn.unit);
  }

  /** Repeats the world beyond the antimeridian as often as the view needs. */
  #drawWorldCopies(from: number, to: number, unit: number): void {
    while (this.#worldCopies.length > to - from) this.#worldCopies.pop()?.remove();
    while (this.#worldCopies.length < to - from) {
      const world = svg('g');
      for (const [kind, d] of outlinePaths())
        world.append(svg('path', {class: kind, d, 'fill-rule': 'evenodd'}));
      this.#worldCopies.push(world);
      this.#viewBox.root.append(world);
    }
    this.#worldCopies.forEach((world, i) => {
      world.setAttribute('transform', `translate(${(from + i) * WORLD_UNITS})`);
      outlinePaths().forEach(([, , width], n) =>
        world.children[n]?.setAttribute('stroke-width', String(width * unit)),
      );
    });
  }
}
