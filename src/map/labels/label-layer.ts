import {nearestCopy, type WorldBox, worldX, worldY} from '../../model/geo/mercator.js';
import {farLabels} from './name-labels.js';
import type {PlaceLabel, LabelSource} from '../map-view.js';
import {
  findPosition,
  type LabelPosition,
  type MarkBox,
  type PaneBox,
  townsOfMarks,
} from './label-position.js';
import {outlines} from '../outlines/outlines.js';
import {nameIn, type Town} from '../outlines/read-towns.js';
import {svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';

/** Number of zooms after its first one at which a town of the outlines is drawn as a city. */
const CITY_LEAD = 2;
/** Width of the edges of a view within it, 2 mm on paper, and with what is beyond: no text crosses the frame. */
const [EDGE, BEYOND] = [8, 32];
/** Minimum distance in pixels between two labels with the same text, since a street consists of many lines. */
const MIN_REPEAT_DISTANCE = 240;
/** Maximum number of labels in a view. */
const MAX_LABELS = 200;

interface SheetSource extends Pick<LabelSource, 'labelsAt'> {
  /** True if a border crosses a box. */
  hasBorder(box: WorldBox): boolean | undefined;
  /** Hides the dots without a name in the boxes of texts. */
  keepClear(boxes: readonly WorldBox[]): void;
}

/** Sources of the labels of a map, in addition to the towns of the outlines. */
interface LabelSources {
  readonly basemap?: LabelSource | undefined;
  readonly sheet?: SheetSource | undefined;
  /** Coordinates of the graticule, placed first: all of an edge that is free. */
  readonly graticule?: {labelsAt(): readonly PlaceLabel[]} | undefined;
  /** Areas covered by controls, in which no label is drawn. */
  readonly overlays?: readonly PaneBox[];
}

export interface LabelOptions {
  /** Draws labels around the view too, since a drag brings them into view; not the many villages. */
  readonly hasMargin?: boolean;
  /** Draws those of the view before, as far as they have room. */
  readonly keeps?: boolean;
}

/** Label in the drawing. */
interface DrawnLabel {
  readonly label: PlaceLabel;
  readonly position: LabelPosition;
  /** True if this is the town of a mark. */
  readonly isOwn: boolean;
}

/** Place labels, placed by priority so that they overlap neither marks nor each other. */
export class LabelLayer {
  readonly #root = svg('svg', {class: 'towns', 'aria-hidden': 'true'});
  readonly #dots = new LabelDots(this.#root);
  readonly #texts = new WeakMap<PlaceLabel, SVGTextElement>();
  readonly #townLabels = new Map<Town, PlaceLabel>();
  #visible: readonly DrawnLabel[] = [];

  constructor(pane: HTMLElement) {
    pane.append(this.#root);
  }

  /**
   * Draws the labels of a view.
   *
   * @param sources Labels of the basemap, placed first, and exclusively in the area that it covers; then labels of the
   *   regional sheet, in addition to the towns of the outlines.
   */
  draw(
    view: Viewport,
    language: string,
    markBoxes: readonly MarkBox[],
    sources: LabelSources,
    {hasMargin = false, keeps = false}: LabelOptions = {},
  ): void {
    const occupied = [...viewEdges(view), ...(sources.overlays ?? [])];
    const visible: DrawnLabel[] = [];
    const at = (label: PlaceLabel) =>
      [view.x(nearestCopy(label.x, view.centerX)), view.y(label.y)] as const;
    const place = (label: PlaceLabel): void => {
      const [x, y] = at(label);
      const isRepeated = visible.some(
        ({label: other}) =>
          other.text === label.text &&
          Math.hypot(view.x(nearestCopy(other.x, view.centerX)) - x, view.y(other.y) - y) <
            MIN_REPEAT_DISTANCE,
      );
      if (isRepeated || visible.length >= MAX_LABELS) return;
      const own = owners.get(label);
      const neighbours = {marks: markBoxes, occupied, own, hasBorder};
      const position = findPosition(label, view.size, x, y, neighbours);
      if (position) visible.push({label, position, isOwn: !!own});
    };
    const [left, top] = [view.x(view.box.west), view.y(view.box.north)];
    const worldAt = (x: number, y: number) =>
      [view.box.west + (x - left) / view.size, view.box.north + (y - top) / view.size] as const;
    const worldBox = (box: PaneBox): WorldBox => {
      const [west, north] = worldAt(box.left, box.top);
      const [east, south] = worldAt(box.right, box.bottom);
      return {west, north, east, south};
    };
    const hasBorder = (box: PaneBox) => sources.sheet?.hasBorder(worldBox(box));
    const {length} = occupied;
    const inside: PlaceLabel[] = [];
    const around: PlaceLabel[] = [];
    const isKept = keeps && this.#visible.length > 0;
    const labels = isKept
      ? this.#keptLabels(sources)
      : this.#labelsAt(view.zoom, language, sources);
    for (const label of labels) {
      const distance = distanceFrom(view, label);
      if (distance <= 0.5) inside.push(label);
      else if ((hasMargin || isKept) && distance <= 1 && label.kind !== 'village')
        around.push(label);
    }
    const owners = townsOfMarks([...inside, ...around], markBoxes, at);
    const rankOf = (label: PlaceLabel): number =>
      label.kind === 'grid' || label.kind === 'city' ? 0 : owners.has(label) ? 1 : 2;
    inside.sort((a, b) => rankOf(a) - rankOf(b));
    // Those around take no room of those in view.
    for (const label of [...inside, ...around]) place(label);
    sources.sheet?.keepClear(occupied.slice(length).map(worldBox));
    this.#update(visible);
    this.updatePositions(view);
  }

  /** Adds and removes texts. */
  #update(visible: readonly DrawnLabel[]): void {
    const labels = new Set(visible.map(({label}) => label));
    for (const {label} of this.#visible) if (!labels.has(label)) this.#texts.get(label)?.remove();
    for (const {label, position, isOwn} of visible) {
      const text = this.#textOf(label);
      updateAttribute(text, 'text-anchor', position.anchor);
      text.classList.toggle('near', isOwn);
      if (!text.isConnected) this.#root.append(text);
    }
    this.#visible = visible;
  }

  /** Updates all positions after the pixel origin of the map has changed. */
  updatePositions(view: Viewport): void {
    const dots: [PlaceLabel['kind'], number, number][] = [];
    for (const {label, position} of this.#visible) {
      const [x, y] = [view.x(nearestCopy(label.x, view.centerX)), view.y(label.y)];
      const turn = label.road ? ` rotate(${(label.road.angle * 180) / Math.PI})` : '';
      const place = `translate(${x + position.dx} ${y + position.dy})${turn}`;
      updateAttribute(this.#textOf(label), 'transform', place);
      if (label.hasDot && !position.isDotCovered) dots.push([label.kind, x, y]);
    }
    this.#dots.draw(dots);
  }

  /** Yields the labels of the last drawing; the graticule has its own at the edges of each view. */
  *#keptLabels({basemap, graticule}: LabelSources): Iterable<PlaceLabel> {
    if (!basemap) yield* graticule?.labelsAt() ?? [];
    for (const {label} of this.#visible) if (label.kind !== 'grid') yield label;
  }

  /** Yields the labels available at a zoom, by priority. */
  *#labelsAt(
    zoom: number,
    language: string,
    {basemap, sheet, graticule}: LabelSources,
  ): Iterable<PlaceLabel> {
    if (basemap) yield* basemap.labelsAt(zoom, language);
    else yield* graticule?.labelsAt() ?? [];
    for (const label of this.labelsAt(zoom, language))
      if (!basemap?.covers(label.x, label.y)) yield label;
    for (const label of [...farLabels(zoom, language), ...(sheet?.labelsAt(zoom, language) ?? [])])
      if (!basemap?.covers(label.x, label.y)) yield label;
  }

  /** Returns the labels of the towns of the outlines, by priority. */
  labelsAt(zoom: number, language: string): PlaceLabel[] {
    return outlines()
      .towns.filter(({minZoom}) => zoom >= minZoom)
      .map(town => this.#townLabel(town, nameIn(town.names, language), zoom));
  }

  #townLabel(town: Town, text: string, zoom: number): PlaceLabel {
    const kind = town.minZoom < 7 || town.minZoom <= zoom - CITY_LEAD ? 'city' : 'town';
    const existing = this.#townLabels.get(town);
    if (existing?.text === text && existing.kind === kind) return existing;
    const label: PlaceLabel = {
      text,
      kind,
      hasDot: true,
      x: worldX(town.lon),
      y: worldY(town.lat),
    };
    this.#townLabels.set(town, label);
    return label;
  }

  #textOf(label: PlaceLabel): SVGTextElement {
    let text = this.#texts.get(label);
    if (!text) {
      text = svg('text', {class: label.kind, dy: '.35em'});
      text.textContent = label.text;
      this.#texts.set(label, text);
    }
    return text;
  }
}

/** Returns the distance of a place from the middle of a view, in widths or heights of the view. */
const distanceFrom = ({centerX, centerY, size, width, height}: Viewport, {x, y}: PlaceLabel) =>
  size * Math.max(Math.abs(nearestCopy(x, centerX) - centerX) / width, Math.abs(y - centerY) / height); // prettier-ignore

/** Sets a changed attribute only: each write causes a layout of the text. */
function updateAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Returns the edges of the view as boxes, which neither a label nor a dot may touch. They are as wide as a line outside
 * of the view: no label within it may belong to a dot beyond.
 */
function viewEdges({box, width, height, x, y}: Viewport): PaneBox[] {
  const [left, top] = [x(box.west) + EDGE, y(box.north) + EDGE];
  const [right, bottom] = [left + width - 2 * EDGE, top + height - 2 * EDGE];
  return [
    {left, top: top - BEYOND, right, bottom: top},
    {left, top: bottom, right, bottom: bottom + BEYOND},
    {left: left - BEYOND, top, right: left, bottom},
    {left: right, top, right: right + BEYOND, bottom},
  ];
}

/** Radii of the dots of places, by class. */
const RADII = {rings: 4, cores: 1.5, dots: 2, specks: 1.5} as const;
type DotClass = keyof typeof RADII;
const CLASSES = Object.keys(RADII) as DotClass[];

/** Returns the dots of a place: a ring with a core for a city. */
const dotsOf = (kind: PlaceLabel['kind']): readonly DotClass[] =>
  kind === 'city' ? ['rings', 'cores'] : kind === 'village' ? ['specks'] : ['dots'];

const circleAt = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Dots of the places of a map, one path per class: an element per dot would take longer than its name. */
class LabelDots {
  readonly #paths = CLASSES.map(name => svg('path', {class: name}));

  constructor(root: SVGSVGElement) {
    root.append(...this.#paths);
  }

  /** Draws dots, in place of the existing ones: kind and position in pane coordinates. */
  draw(places: readonly (readonly [kind: PlaceLabel['kind'], x: number, y: number])[]): void {
    const data: Record<DotClass, string> = {rings: '', cores: '', dots: '', specks: ''};
    for (const [kind, x, y] of places)
      for (const name of dotsOf(kind)) data[name] += circleAt(x, y, RADII[name]);
    CLASSES.forEach((name, i) => this.#paths[i]?.setAttribute('d', data[name]));
  }
}
