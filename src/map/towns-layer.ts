import {nearestCopy, worldX, worldY} from './mercator.js';
import {outlines, type Town} from './outlines.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** A rectangle in the map's panes. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Roughly how wide a letter is, and how high a line, at the size that the style sheet gives to names. */
const LETTER = 7;
const LINE = 16;
const GAP = 7;

/** Beside its dot, then over and under it: the first place that is free. */
const PLACES = [
  {anchor: 'start', dx: GAP, dy: 0},
  {anchor: 'end', dx: -GAP, dy: 0},
  {anchor: 'middle', dx: 0, dy: -GAP - LINE / 2},
  {anchor: 'middle', dx: 0, dy: GAP + LINE / 2},
] as const;

/** Names of towns, where they meet neither a marker nor each other; the larger towns first. */
export class TownsLayer {
  readonly #root = svg('svg', {class: 'towns', 'aria-hidden': 'true'});
  #names: {readonly name: SVGElement; readonly x: number; readonly y: number}[] = [];

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  draw(view: Viewport, language: string, taken: readonly Box[]): void {
    const boxes = [...taken, ...edges(view)];
    this.#names = [];
    // Beyond the view too: a drag brings names along.
    const [reachX, reachY] = [view.width / view.size, view.height / view.size];
    for (const town of outlines().towns) {
      const [x, y] = [nearestCopy(worldX(town.lon), view.middleX), worldY(town.lat)];
      const far = Math.abs(x - view.middleX) > reachX || Math.abs(y - view.middleY) > reachY;
      if (far || view.zoom < town.rank) continue;
      const name = write(nameIn(town, language), town.rank, view.x(x), view.y(y), boxes);
      if (name) this.#names.push({name, x, y});
    }
    this.place(view);
    this.#root.replaceChildren(...this.#names.map(({name}) => name));
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const {name, x, y} of this.#names)
      name.setAttribute('transform', `translate(${view.x(x)} ${view.y(y)})`);
  }
}

/** The edges of the view, which no name shall cross. */
function edges({box, width, height, x, y}: Viewport): Box[] {
  const [left, top] = [x(box.west), y(box.north)];
  const [right, bottom] = [left + width, top + height];
  return [
    {left, top, right, bottom: top},
    {left, top: bottom, right, bottom},
    {left, top, right: left, bottom},
    {left: right, top, right, bottom},
  ];
}

/** A name with its dot, if there is room for it at a place; takes that room. */
function write(text: string, rank: number, x: number, y: number, boxes: Box[]) {
  const width = text.length * LETTER;
  const dot = {left: x - 3, top: y - 3, right: x + 3, bottom: y + 3};
  if (boxes.some(box => overlap(box, dot))) return undefined;
  for (const {anchor, dx, dy} of PLACES) {
    const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const top = y + dy - LINE / 2;
    const box = {left, top, right: left + width, bottom: top + LINE};
    if (boxes.some(other => overlap(other, box))) continue;
    boxes.push(box, dot);
    const label = svg('text', {x: dx, y: dy, dy: '.35em', 'text-anchor': anchor});
    label.textContent = text;
    const group = svg('g', {class: rank < 7 ? 'city' : 'town'});
    group.append(svg('circle', {r: 2}), label);
    return group;
  }
  return undefined;
}

function nameIn({names}: Town, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  return code === 'nl' || code === 'en' || code === 'de' ? names[code] : names.fr;
}
