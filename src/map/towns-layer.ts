import {nearestCopy, worldX, worldY} from './mercator.js';
import type {NamedPlace, Names} from './names.js';
import {outlines, type Town} from './outlines.js';
import {svg} from './svg.js';
import type {Viewport} from './viewport.js';

/** Rectangle in pane coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Approximate letter widths and line height in pixels, at the font sizes of the style sheet. */
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
/** Minimum distance in pixels between two labels with the same text, since a street consists of many lines. */
const AGAIN = 240;
/** Maximum number of labels in a view. */
const MOST = 100;

/** SVG nodes of a label: text, and a dot if it has one. */
interface Label {
  readonly node: SVGGElement;
  readonly text: SVGTextElement;
  readonly place: NamedPlace;
}

/** Place labels, placed by priority so that they overlap neither marks nor each other. */
export class TownsLayer {
  readonly #root = svg('svg', {class: 'towns', 'aria-hidden': 'true'});
  readonly #labels = new WeakMap<NamedPlace, Label>();
  readonly #towns = new Map<Town, NamedPlace>();
  #shown: readonly Label[] = [];

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /**
   * Draws the labels of a view.
   *
   * @param basemapLabels Labels of the basemap; placed first, and exclusively in the area that it covers.
   */
  draw(view: Viewport, language: string, marks: readonly Box[], names?: Names): void {
    const taken = edges(view);
    // Labels beyond the view are drawn too, since a drag brings them into view.
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

  /** Updates all positions after the pixel origin of the map has changed. */
  place(view: Viewport): void {
    for (const {node, place} of this.#shown) {
      const left = view.x(nearestCopy(place.x, view.middleX));
      const turn = place.stretch ? ` rotate(${(place.stretch.angle * 180) / Math.PI})` : '';
      change(node, {transform: `translate(${left} ${view.y(place.y)})${turn}`});
    }
  }

  /** Yields the labels available at a zoom, by priority. */
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

/** Sets changed attributes only: each write causes a layout of the text. */
function change(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const name of Object.keys(attributes)) {
    const value = String(attributes[name]);
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** Returns the edges of the view as boxes, which no label may cross. */
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

/** Returns the free position of a label, in pane coordinates, and marks it as occupied. */
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
  // A label longer than its road would lie on another road.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [halfX, halfY] = [(width * cos + LINE * sin) / 2, (width * sin + LINE * cos) / 2];
  const box = {left: x - halfX, top: y - halfY, right: x + halfX, bottom: y + halfY};
  if (!isFree(box, marks, taken)) {
    // A mark at the centre of a town must not hide its name.
    const isTown = kind === 'city' || kind === 'town' || kind === 'village';
    return isTown ? besideDot(width, x, y, marks, taken) : undefined;
  }
  taken.push(box);
  return {anchor: 'middle', dx: 0, dy: 0};
}

const isFree = (box: Box, marks: readonly Box[], taken: readonly Box[]): boolean =>
  !marks.some(mark => overlap(mark, box)) && !taken.some(other => overlap(other, box));

/**
 * Returns a free position around a dot: right, left, above or below. If a mark covers the dot, the label is placed
 * around the mark.
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
