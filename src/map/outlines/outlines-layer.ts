import type {WorldBox} from '../../model/geo/mercator.js';
import {setPaths, svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';
import {nearOutlines, type OutlinePath, outlineWidths} from './near-outlines.js';
import {WORLD_UNITS} from './path-data.js';
import {type MapState, ViewBox} from './view-box.js';

/**
 * Land, water and borders: SVG paths under a `viewBox` that follows the map. The colours are plain CSS, so that a new
 * colour scheme or skin needs no redrawing.
 */
export class OutlinesLayer {
  readonly #viewBox: ViewBox<readonly WorldCopy[]>;
  /** One group per copy of the world. */
  readonly #groups: SVGGElement[] = [];
  #drawn: unknown;

  constructor(pane: HTMLElement) {
    this.#viewBox = new ViewBox(pane, 'outlines');
  }

  /** Draws the view, if it has left the drawn area. */
  draw(view: Viewport, state: MapState): void {
    const update = this.#viewBox.update(view, state);
    if (!update) return;
    const {drawing, unit} = update;
    drawing.content ??= worldCopies(drawing.box, unit);
    if (drawing === this.#drawn) for (const group of this.#groups) setWidths(group, unit);
    else this.#draw(drawing.content, unit);
    this.#drawn = drawing;
  }

  #draw(copies: readonly WorldCopy[], unit: number): void {
    while (this.#groups.length > copies.length) this.#groups.pop()?.remove();
    copies.forEach(({turn, paths}, i) => {
      const group = (this.#groups[i] ??= this.#viewBox.root.appendChild(svg('g')));
      group.setAttribute('transform', `translate(${turn * WORLD_UNITS})`);
      drawPaths(group, paths);
      setWidths(group, unit);
    });
  }
}

/** World beyond the antimeridian, a number of turns to the east, or the world itself. */
interface WorldCopy {
  readonly turn: number;
  readonly paths: readonly OutlinePath[];
}

/** Returns the world as often as an area needs it. */
function worldCopies(box: WorldBox, unit: number): WorldCopy[] {
  const copies: WorldCopy[] = [];
  for (let turn = Math.floor(box.west); turn < Math.ceil(box.east); turn++) {
    const area = {...box, west: box.west - turn, east: box.east - turn};
    copies.push({turn, paths: nearOutlines(area, unit)});
  }
  return copies;
}

/** Draws paths in a group per kind, in place of those that it has: few elements are new after a movement. */
function drawPaths(world: SVGGElement, paths: readonly OutlinePath[]): void {
  paths.forEach(([kind, data], i) => {
    const group = (world.children[i] ?? world.appendChild(svg('g', {'fill-rule': 'evenodd'}))) as SVGGElement; // prettier-ignore
    group.setAttribute('class', kind);
    setPaths(group, data);
  });
  while (world.children.length > paths.length) world.lastChild?.remove();
}

/** Draws the lines of a group for a zoom. A drawing from afar has no waterlines, which come first. */
function setWidths(world: SVGGElement, unit: number): void {
  const widths = outlineWidths(unit).slice(-world.children.length);
  widths.forEach((width, i) =>
    world.children[i]?.setAttribute('stroke-width', String(width * unit)),
  );
}
