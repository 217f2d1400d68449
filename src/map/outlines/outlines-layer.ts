import {type WorldBox, worldX, worldY} from '../mercator.js';
import {outlines, type Path} from './outlines.js';
import {svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';

/** Side of the world in path units: large enough for integers, small enough for 32-bit floats of a renderer. */
const WORLD_UNITS = 2 ** 20;
/** Area drawn beyond each edge of the view, as a fraction of its size, so that dragging reveals no blank area. */
const OVERSCAN = 0.5;

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

/** Returns SVG path data in integers, with relative coordinates. */
function pathData(lines: readonly Path[], close: string): string {
  const parts: string[] = [];
  for (const line of lines) {
    let [x, lastX, lastY] = [0, 0, 0];
    line.forEach((degrees, i) => {
      if (i % 2 === 0) {
        // Not wrapped: a coast may extend across the antimeridian.
        x = Math.round((degrees / 360 + 0.5) * WORLD_UNITS);
        return;
      }
      const y = Math.round(worldY(degrees) * WORLD_UNITS);
      parts.push(i === 1 ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `);
      [lastX, lastY] = [x, y];
    });
    parts.push(close);
  }
  return parts.join('');
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
  readonly #root = svg('svg', {class: 'outlines', 'aria-hidden': 'true'});
  /** One group per copy of the world. */
  readonly #worldCopies: SVGGElement[] = [];
  #drawnArea: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /** Draws the view with a margin. During movement (`isFinal` is false) only if the view has left the drawn area. */
  draw(view: Viewport, isFinal: boolean): void {
    const {box, size} = view;
    if (!isFinal && this.#drawnArea?.size === size && contains(this.#drawnArea.box, box)) return;
    const width = box.east - box.west;
    const height = box.south - box.north;
    const area = {
      west: box.west - width * OVERSCAN,
      north: box.north - height * OVERSCAN,
      east: box.east + width * OVERSCAN,
      south: box.south + height * OVERSCAN,
    };
    this.#drawnArea = {box: area, size};
    const [left, top] = [view.x(area.west), view.y(area.north)];
    const [across, down] = [view.x(area.east) - left, view.y(area.south) - top];
    const unit = WORLD_UNITS / size;
    const viewBox = [area.west * WORLD_UNITS, area.north * WORLD_UNITS, across * unit, down * unit];
    this.#root.setAttribute('width', String(across));
    this.#root.setAttribute('height', String(down));
    this.#root.setAttribute('viewBox', viewBox.join(' '));
    this.#root.style.transform = `translate(${left}px,${top}px)`;
    this.#drawWorldCopies(Math.floor(area.west), Math.ceil(area.east), unit);
  }

  /** Repeats the world beyond the antimeridian as often as the view needs. */
  #drawWorldCopies(from: number, to: number, unit: number): void {
    while (this.#worldCopies.length > to - from) this.#worldCopies.pop()?.remove();
    while (this.#worldCopies.length < to - from) {
      const world = svg('g');
      for (const [kind, d] of outlinePaths())
        world.append(svg('path', {class: kind, d, 'fill-rule': 'evenodd'}));
      this.#worldCopies.push(world);
      this.#root.append(world);
    }
    this.#worldCopies.forEach((world, i) => {
      world.setAttribute('transform', `translate(${(from + i) * WORLD_UNITS})`);
      outlinePaths().forEach(([, , width], n) =>
        world.children[n]?.setAttribute('stroke-width', String(width * unit)),
      );
    });
  }
}

const contains = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
