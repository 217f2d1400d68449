import {type WorldBox, worldX, worldY} from './mercator.js';
import {outlines, type Path} from './outlines.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** The world's side in the paths: fine enough for whole numbers, coarse enough for a renderer's short floats. */
const SIDE = 2 ** 20;
/** How much is drawn beyond each edge of the view, in views: so a drag meets no blank. */
const BEYOND = 0.5;

/** Where a map without data looks: the lands whose regions are drawn. */
export function homeBox(): WorldBox {
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

/** Path data in whole numbers, each point told from the one before. */
function pathData(lines: readonly Path[], close: string): string {
  const parts: string[] = [];
  for (const line of lines) {
    let [x, lastX, lastY] = [0, 0, 0];
    line.forEach((degrees, i) => {
      if (i % 2 === 0) {
        // Not wrapped: a shore may reach beyond the antimeridian.
        x = Math.round((degrees / 360 + 0.5) * SIDE);
        return;
      }
      const y = Math.round(worldY(degrees) * SIDE);
      parts.push(i === 1 ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `);
      [lastX, lastY] = [x, y];
    });
    parts.push(close);
  }
  return parts.join('');
}

let known: readonly (readonly [kind: string, d: string, width: number])[] | undefined;

function paths() {
  if (known) return known;
  const {land, regions, countries} = outlines();
  known = [
    ['land', pathData(land.flat(), 'z'), 1],
    ['regions', pathData(regions, ''), 0.75],
    ['countries', pathData(countries, ''), 1.5],
  ];
  return known;
}

/**
 * Land, water and borders: three SVG paths that never change, under a `viewBox` that follows the map. Their colours are
 * plain CSS, so that a new colour scheme or skin needs no drawing.
 */
export class OutlinesLayer {
  readonly #root = svg('svg', {class: 'outlines', 'aria-hidden': 'true'});
  /** One a copy of the world. */
  readonly #worlds: SVGGElement[] = [];
  #drawn: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /** Draws about the view. While it moves (not `settled`) only where what was drawn no longer covers it. */
  draw(view: Viewport, settled: boolean): void {
    const {box, size} = view;
    if (!settled && this.#drawn?.size === size && holds(this.#drawn.box, box)) return;
    const width = box.east - box.west;
    const height = box.south - box.north;
    const drawn = {
      west: box.west - width * BEYOND,
      north: box.north - height * BEYOND,
      east: box.east + width * BEYOND,
      south: box.south + height * BEYOND,
    };
    this.#drawn = {box: drawn, size};
    const [left, top] = [view.x(drawn.west), view.y(drawn.north)];
    const [across, down] = [view.x(drawn.east) - left, view.y(drawn.south) - top];
    const unit = SIDE / size;
    const part = [drawn.west * SIDE, drawn.north * SIDE, across * unit, down * unit];
    this.#root.setAttribute('width', String(across));
    this.#root.setAttribute('height', String(down));
    this.#root.setAttribute('viewBox', part.join(' '));
    this.#root.style.transform = `translate(${left}px,${top}px)`;
    this.#repeat(Math.floor(drawn.west), Math.ceil(drawn.east), unit);
  }

  /** The world goes on beyond the antimeridian: as often as the view needs. */
  #repeat(from: number, to: number, unit: number): void {
    while (this.#worlds.length > to - from) this.#worlds.pop()?.remove();
    while (this.#worlds.length < to - from) {
      const world = svg('g');
      for (const [kind, d] of paths())
        world.append(svg('path', {class: kind, d, 'fill-rule': 'evenodd'}));
      this.#worlds.push(world);
      this.#root.append(world);
    }
    this.#worlds.forEach((world, i) => {
      world.setAttribute('transform', `translate(${(from + i) * SIDE})`);
      paths().forEach(([, , width], n) =>
        world.children[n]?.setAttribute('stroke-width', String(width * unit)),
      );
    });
  }
}

const holds = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
