import {type WorldBox, worldX, worldY} from '../../model/geo/mercator.js';
import {outlines} from './outlines.js';
import {setPaths, svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';
import {nearOutlines, type OutlinePath} from './near-outlines.js';
import {WORLD_UNITS} from './path-data.js';
import {type MapState, ViewBox} from './view-box.js';

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

/**
 * Land, water and borders: SVG paths under a `viewBox` that follows the map. The colours are plain CSS, so that a new
 * colour scheme or skin needs no redrawing.
 */
export class OutlinesLayer {
  readonly #viewBox: ViewBox;
  /** One group per copy of the world. */
  readonly #worldCopies: SVGGElement[] = [];

  constructor(pane: HTMLElement) {
    this.#viewBox = new ViewBox(pane, 'outlines');
  }

  /** Draws the view, if it has left the drawn area. */
  draw(view: Viewport, state: MapState): void {
    const drawn = this.#viewBox.update(view, state);
    if (drawn) this.#drawWorldCopies(drawn.box, drawn.unit);
  }

  /** Repeats the world beyond the antimeridian as often as the view needs. */
  #drawWorldCopies(box: WorldBox, unit: number): void {
    const [from, to] = [Math.floor(box.west), Math.ceil(box.east)];
    while (this.#worldCopies.length > to - from) this.#worldCopies.pop()?.remove();
    while (this.#worldCopies.length < to - from) {
      const world = svg('g');
      this.#worldCopies.push(world);
      this.#viewBox.root.append(world);
    }
    this.#worldCopies.forEach((world, i) => {
      const copy = from + i;
      world.setAttribute('transform', `translate(${copy * WORLD_UNITS})`);
      const area = {...box, west: box.west - copy, east: box.east - copy};
      drawPaths(world, nearOutlines(area, unit), unit);
    });
  }
}

/** Draws paths in a group per kind, in place of those that it has: few elements are new after a movement. */
function drawPaths(world: SVGGElement, paths: readonly OutlinePath[], unit: number): void {
  paths.forEach(([kind, data, width], i) => {
    const group = (world.children[i] ?? world.appendChild(svg('g', {'fill-rule': 'evenodd'}))) as SVGGElement; // prettier-ignore
    group.setAttribute('class', kind);
    group.setAttribute('stroke-width', String(width * unit));
    setPaths(group, data);
  });
  while (world.children.length > paths.length) world.lastChild?.remove();
}
