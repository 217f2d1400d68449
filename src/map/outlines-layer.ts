import {type WorldBox, worldX, worldY} from './mercator.js';
import {outlines, type Path} from './outlines.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** The world's side in the paths: fine enough for whole numbers, coarse enough for a renderer's short floats. */
const SIDE = 2 ** 20;
/** How much is drawn beyond each edge of the view, in views: so a drag meets no blank. */
const BEYOND = 0.5;

/** Path data in whole numbers, each point told from the one before. */
function pathData(lines: readonly Path[], close: string): string {
  let text = '';
  for (const line of lines) {
    let [lastX, lastY] = [0, 0];
    for (let i = 0; i < line.length; i += 2) {
      // Not wrapped: a shore may reach beyond the antimeridian.
      const x = Math.round((line[i]! / 360 + 0.5) * SIDE);
      const y = Math.round(worldY(line[i + 1]!) * SIDE);
      text += i === 0 ? `M${x} ${y}l` : `${x - lastX} ${y - lastY} `;
      [lastX, lastY] = [x, y];
    }
    text += close;
  }
  return text;
}

/** Where a map without data looks: the lands whose regions are drawn. */
export function homeBox(): WorldBox {
  const box = {west: 1, north: 1, east: 0, south: 0};
  for (const line of outlines().regions)
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = [worldX(line[i]!), worldY(line[i + 1]!)];
      box.west = Math.min(box.west, x);
      box.east = Math.max(box.east, x);
      box.north = Math.min(box.north, y);
      box.south = Math.max(box.south, y);
    }
  return box;
}

let known: readonly (readonly [kind: string, d: string])[] | undefined;

function paths() {
  if (known) return known;
  const {land, regions, countries} = outlines();
  known = [
    ['land', pathData(land.flat(), 'z')],
    ['regions', pathData(regions, '')],
    ['countries', pathData(countries, '')],
  ];
  return known;
}

/**
 * Land, water and borders: three SVG paths that never change, under a `viewBox` that follows the map. Their colours are
 * plain CSS, so that a new colour scheme or skin needs no drawing.
 */
export class OutlinesLayer {
  readonly #root = svg('svg', {class: 'outlines', 'aria-hidden': 'true'});
  #drawn: {readonly box: WorldBox; readonly size: number} | undefined;

  constructor(pane: HTMLElement) {
    const world = svg('g');
    for (const [kind, d] of paths())
      world.append(svg('path', {class: kind, d, 'fill-rule': 'evenodd'}));
    this.#root.append(world);
    pane.append(this.#root);
  }

  /** Draws about the view. While it moves (not `settled`) only where what was drawn no longer covers it. */
  draw({box, size, x, y}: Viewport, settled: boolean): void {
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
    const [left, top] = [x(drawn.west), y(drawn.north)];
    const [across, down] = [x(drawn.east) - left, y(drawn.south) - top];
    // From the rounded pixels back, so that nothing shifts between two drawings.
    const unit = SIDE / size;
    const corner = [drawn.west * SIDE, drawn.north * SIDE];
    this.#root.setAttribute('width', String(across));
    this.#root.setAttribute('height', String(down));
    this.#root.setAttribute('viewBox', [...corner, across * unit, down * unit].join(' '));
    this.#root.style.transform = `translate(${left}px,${top}px)`;
    this.#root.style.setProperty('--_pixel', String(unit));
    this.#repeat(Math.floor(drawn.west), Math.ceil(drawn.east));
  }

  /** The world goes on beyond the antimeridian: as often as the view needs. */
  #repeat(from: number, to: number): void {
    const {children} = this.#root;
    while (children.length > to - from) this.#root.lastElementChild?.remove();
    while (children.length < to - from) this.#root.append(children[0]!.cloneNode(true));
    for (let i = 0; i < children.length; i++)
      children[i]!.setAttribute('transform', `translate(${(from + i) * SIDE})`);
  }
}

const holds = (outer: WorldBox, inner: WorldBox): boolean =>
  inner.west >= outer.west &&
  inner.east <= outer.east &&
  inner.north >= outer.north &&
  inner.south <= outer.south;
