import {type WorldBox, worldX, worldY} from './mercator.js';
import {outlines, type Path} from './outlines.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** Side of the world in path units: large enough for integers, small enough for 32-bit floats of a renderer. */
const SIDE = 2 ** 20;
/** Area drawn beyond each edge of the view, as a fraction of its size, so that dragging reveals no blank area. */
const BEYOND = 0.5;

/** Returns the view of a map without data: the area whose regional borders are drawn. */
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

/** Returns SVG path data in integers, with relative coordinates. */
function pathData(lines: readonly Path[], close: string): string {
  const parts: string[] = [];
  for (const line of lines) {
    let [x, lastX, lastY] = [0, 0, 0];
    line.forEach((degrees, i) => {
      if (i % 2 === 0) {
        // Not wrapped: a coast may extend across the antimeridian.
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
 * Land, water and borders: three constant SVG paths under a `viewBox` that follows the map. The colours are plain CSS,
 * so that a new colour scheme or skin needs no redrawing.
 */
export class OutlinesLayer {
  readonly #root = svg('svg', {class: 'outlines', 'aria-hidden': 'true'});
  /** One group per copy of the world. */
  readonly #worlds: SVGGElement[] = [];
  #drawn: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /** Draws the view with a margin. During movement (`isFinal` is false) only if the view has left the drawn area. */
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

  /** Repeats the world beyond the antimeridian as often as the view needs. */
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
