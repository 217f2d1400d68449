import {nearestCopy, worldX, worldY} from './mercator.js';
import type {NamedPlace, Names} from './names.js';
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
const LETTER: Readonly<Record<NamedPlace['kind'], number>> = {
  country: 10,
  province: 8,
  city: 9,
  town: 7,
  village: 6.5,
  hood: 6.5,
  water: 7,
  street: 6.5,
};
const LINE = 16;
const GAP = 4;
/** How far the same name keeps from itself (pixels): a street is many lines. */
const AGAIN = 240;
/** No more names than this: who reads them all? */
const MOST = 100;

/** A name, with a dot if it has one, and where it stands. */
interface Label {
  readonly node: SVGGElement;
  readonly text: SVGTextElement;
  readonly place: NamedPlace;
}

/** Names of places, where they meet neither a marker nor each other; the larger ones first. */
export class TownsLayer {
  readonly #root = svg('svg', {class: 'towns', 'aria-hidden': 'true'});
  readonly #labels = new WeakMap<NamedPlace, Label>();
  readonly #towns = new Map<Town, NamedPlace>();
  #shown: readonly Label[] = [];

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /** `names` are those of the background, if it has some: they go first, and alone where it draws. */
  draw(view: Viewport, language: string, marks: readonly Box[], names?: Names): void {
    const taken = edges(view);
    // Beyond the view too: a drag brings names along.
    const [reachX, reachY] = [view.width / view.size, view.height / view.size];
    const shown: Label[] = [];
    for (const place of this.#places(view.zoom, language, names)) {
      const worldX = nearestCopy(place.x, view.middleX);
      if (Math.abs(worldX - view.middleX) > reachX || Math.abs(place.y - view.middleY) > reachY)
        continue;
      const [x, y] = [view.x(worldX), view.y(place.y)];
      const isAgain = shown.some(
        ({place: other}) =>
          other.text === place.text &&
          Math.hypot(view.x(nearestCopy(other.x, view.middleX)) - x, view.y(other.y) - y) < AGAIN,
      );
      const at = isAgain ? undefined : findPlace(place, view.size, x, y, marks, taken);
      if (!at) continue;
      const label = this.#labelOf(place);
      change(label.text, {x: at.dx, y: at.dy, 'text-anchor': at.anchor});
      if (shown.push(label) === MOST) break;
    }
    const kept = new Set(shown);
    for (const label of this.#shown) if (!kept.has(label)) label.node.remove();
    this.#root.append(...shown.filter(({node}) => !node.isConnected).map(({node}) => node));
    this.#shown = shown;
    this.place(view);
  }

  /** Puts each where it belongs, after the map's pixels have changed. */
  place(view: Viewport): void {
    for (const {node, place} of this.#shown) {
      const left = view.x(nearestCopy(place.x, view.middleX));
      const turn = place.stretch ? ` rotate(${(place.stretch.angle * 180) / Math.PI})` : '';
      change(node, {transform: `translate(${left} ${view.y(place.y)})${turn}`});
    }
  }

  /** What may be written at a zoom, the first first. */
  *#places(zoom: number, language: string, names: Names | undefined): Iterable<NamedPlace> {
    if (names) yield* names.list(zoom, language);
    for (const town of outlines().towns) {
      if (zoom < town.rank) continue;
      const place = this.#placeOf(town, nameIn(town, language));
      if (!names?.covers(place.x, place.y)) yield place;
    }
  }

  #placeOf(town: Town, text: string): NamedPlace {
    const known = this.#towns.get(town);
    if (known?.text === text) return known;
    const place: NamedPlace = {
      text,
      kind: town.rank < 7 ? 'city' : 'town',
      hasDot: true,
      x: worldX(town.lon),
      y: worldY(town.lat),
    };
    this.#towns.set(town, place);
    return place;
  }

  #labelOf(place: NamedPlace): Label {
    let label = this.#labels.get(place);
    if (!label) {
      const node = svg('g', {class: place.kind});
      const text = svg('text', {dy: '.35em'});
      text.textContent = place.text;
      if (place.hasDot) node.append(svg('circle', {r: 2}));
      node.append(text);
      label = {node, text, place};
      this.#labels.set(place, label);
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

interface Standing {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  readonly dy: number;
}

/** Where a name has room, in the map's panes; takes that room. */
function findPlace(
  {text, kind, hasDot, stretch}: NamedPlace,
  size: number,
  x: number,
  y: number,
  marks: readonly Box[],
  taken: Box[],
): Standing | undefined {
  const width = text.length * LETTER[kind];
  if (hasDot) return besideDot(width, x, y, marks, taken);
  const {angle, length} = stretch ?? {angle: 0, length: Infinity};
  // A name longer than its road would stand on another's.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [halfX, halfY] = [(width * cos + LINE * sin) / 2, (width * sin + LINE * cos) / 2];
  const box = {left: x - halfX, top: y - halfY, right: x + halfX, bottom: y + halfY};
  if (!isFree(box, marks, taken)) {
    // A mark on the middle of a town shall not hide which one it is.
    const isTown = kind === 'city' || kind === 'town' || kind === 'village';
    return isTown ? besideDot(width, x, y, marks, taken) : undefined;
  }
  taken.push(box);
  return {anchor: 'middle', dx: 0, dy: 0};
}

const isFree = (box: Box, marks: readonly Box[], taken: readonly Box[]): boolean =>
  !marks.some(mark => overlap(mark, box)) && !taken.some(other => overlap(other, box));

/**
 * Where about its dot a name of a width has room: beside it, then over and under it. Where a mark covers the dot the
 * name stands about the mark.
 */
function besideDot(
  width: number,
  x: number,
  y: number,
  marks: readonly Box[],
  taken: Box[],
): Standing | undefined {
  const dot = {left: x - 3, top: y - 3, right: x + 3, bottom: y + 3};
  if (taken.some(box => overlap(box, dot))) return undefined;
  const cover = marks.find(box => overlap(box, dot)) ?? dot;
  const places: readonly Standing[] = [
    {anchor: 'start', dx: cover.right - x + GAP, dy: 0},
    {anchor: 'end', dx: cover.left - x - GAP, dy: 0},
    {anchor: 'middle', dx: 0, dy: cover.top - y - LINE / 2 - 2},
    {anchor: 'middle', dx: 0, dy: cover.bottom - y + LINE / 2 + 2},
  ];
  return places.find(({anchor, dx, dy}) => {
    const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const top = y + dy - LINE / 2;
    const box = {left, top, right: left + width, bottom: top + LINE};
    if (!isFree(box, marks, taken)) return false;
    taken.push(box, dot);
    return true;
  });
}

function nameIn({names}: Town, language: string): string {
  const code = language.slice(0, 2).toLowerCase();
  return code === 'nl' || code === 'en' || code === 'de' ? names[code] : names.fr;
}
