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

/** Roughly how wide a letter is, and how high a line, at the sizes that the style sheet gives to names. */
const LETTER = {city: 9, town: 7};
const LINE = 16;
const GAP = 4;

/** The style of a name; it is a class of the style sheet. */
const styleOf = ({rank}: Town) => (rank < 7 ? 'city' : 'town');

/** A town's name with its dot, and where it stands. */
interface Label {
  readonly node: SVGGElement;
  readonly text: SVGTextElement;
  readonly x: number;
  readonly y: number;
}

/** Names of towns, where they meet neither a marker nor each other; the larger towns first. */
export class TownsLayer {
  readonly #root = svg('svg', {class: 'towns', 'aria-hidden': 'true'});
  readonly #labels = new Map<Town, Label>();
  #shown: readonly Label[] = [];

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  draw(view: Viewport, language: string, marks: readonly Box[]): void {
    const taken = edges(view);
    // Beyond the view too: a drag brings names along.
    const [reachX, reachY] = [view.width / view.size, view.height / view.size];
    const shown: Label[] = [];
    for (const town of outlines().towns) {
      if (view.zoom < town.rank) continue;
      const label = this.#labelOf(town);
      const x = nearestCopy(label.x, view.middleX);
      if (Math.abs(x - view.middleX) > reachX || Math.abs(label.y - view.middleY) > reachY)
        continue;
      const name = nameIn(town, language);
      const width = name.length * LETTER[styleOf(town)];
      const place = findPlace(width, view.x(x), view.y(label.y), marks, taken);
      if (!place) continue;
      const {dx, dy, anchor} = place;
      change(label.text, {x: dx, y: dy, 'text-anchor': anchor});
      if (label.text.textContent !== name) label.text.textContent = name;
      shown.push(label);
    }
    const kept = new Set(shown);
    for (const label of this.#shown) if (!kept.has(label)) label.node.remove();
    this.#root.append(...shown.filter(({node}) => !node.isConnected).map(({node}) => node));
    this.#shown = shown;
    this.place(view);
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const {node, x, y} of this.#shown) {
      const left = view.x(nearestCopy(x, view.middleX));
      change(node, {transform: `translate(${left} ${view.y(y)})`});
    }
  }

  #labelOf(town: Town): Label {
    let label = this.#labels.get(town);
    if (!label) {
      const node = svg('g', {class: styleOf(town)});
      const text = svg('text', {dy: '.35em'});
      node.append(svg('circle', {r: 2}), text);
      label = {node, text, x: worldX(town.lon), y: worldY(town.lat)};
      this.#labels.set(town, label);
    }
    return label;
  }
}

/** Sets attributes that are other than they were: each costs a layout of the text. */
function change(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const name of Object.keys(attributes)) {
    const value = String(attributes[name]);
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
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

/**
 * Where about its dot a name of a width has room: beside it, then over and under it. Takes that room. Where a mark
 * covers the dot the name stands about the mark.
 */
function findPlace(width: number, x: number, y: number, marks: readonly Box[], taken: Box[]) {
  const dot = {left: x - 3, top: y - 3, right: x + 3, bottom: y + 3};
  if (taken.some(box => overlap(box, dot))) return undefined;
  const cover = marks.find(box => overlap(box, dot)) ?? dot;
  const places = [
    {anchor: 'start', dx: cover.right - x + GAP, dy: 0},
    {anchor: 'end', dx: cover.left - x - GAP, dy: 0},
    {anchor: 'middle', dx: 0, dy: cover.top - y - LINE / 2 - 2},
    {anchor: 'middle', dx: 0, dy: cover.bottom - y + LINE / 2 + 2},
  ] as const;
  return places.find(({anchor, dx, dy}) => {
    const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const top = y + dy - LINE / 2;
    const box = {left, top, right: left + width, bottom: top + LINE};
    if (marks.some(mark => overlap(mark, box)) || taken.some(other => overlap(other, box)))
      return false;
    taken.push(box, dot);
    return true;
  });
}

function nameIn({names}: Town, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  return code === 'nl' || code === 'en' || code === 'de' ? names[code] : names.fr;
}
