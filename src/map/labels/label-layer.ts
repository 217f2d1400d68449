import {nearestCopy, worldX, worldY} from '../../model/geo/mercator.js';
import {farLabels} from './far-names.js';
import {LabelDots} from './label-dots.js';
import type {PlaceLabel, LabelSource} from './place-label.js';
import {outlines} from '../outlines/outlines.js';
import {nameIn, type Town} from '../outlines/read-towns.js';
import {svg} from '../svg.js';
import type {Viewport} from '../leaflet/viewport.js';

/** Rectangle in pane coordinates. */
export interface PaneBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const overlaps = (a: PaneBox, b: PaneBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Approximate letter widths and line height in pixels, at the font sizes of the style sheet. */
const LETTER_WIDTHS: Readonly<Record<PlaceLabel['kind'], number>> = {
  country: 10,
  city: 10,
  town: 7.5,
  village: 6.5,
  hood: 6.5,
  water: 7,
  sea: 22,
  strait: 11,
  area: 13,
  street: 6.5,
  grid: 6,
};
const LINE_HEIGHT = 16;
/** Space after the estimated width of a text, which is wrong for short ones with wide letters, in pixels. */
const TEXT_PADDING = 4;
/** Space around a label that needs room, in pixels: as for a village from afar, among many. */
const [ROOM_ACROSS, ROOM_DOWN] = [26, 14];
/** Number of zooms after its first one at which a town of the outlines is drawn as a city. */
const CITY_LEAD = 2;
const DOT_GAP = 4;
/** Width of the edges of a view within it and beyond: ascenders of cities are higher than their line. */
const [EDGE, BEYOND] = [2, 26];
/** Radius in pixels of the dot of a place. */
const dotRadius = (kind: PlaceLabel['kind']): number => (kind === 'city' ? 5 : 3);
/** Minimum distance in pixels between two labels with the same text, since a street consists of many lines. */
const MIN_REPEAT_DISTANCE = 240;
/** Maximum number of labels in a view. */
const MAX_LABELS = 200;

/** Sources of the labels of a map, in addition to the towns of the outlines. */
export interface LabelSources {
  readonly basemap?: LabelSource | undefined;
  readonly sheet?: Pick<LabelSource, 'labelsAt'> | undefined;
  /** Coordinates of the graticule, placed last. */
  readonly graticule?: {labelsAt(): readonly PlaceLabel[]} | undefined;
  /** Areas covered by controls, in which no label is drawn. */
  readonly overlays?: readonly PaneBox[];
}

/** Label in the drawing. */
interface DrawnLabel {
  readonly label: PlaceLabel;
  readonly position: LabelPosition;
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
   * @param hasMargin Draws labels around the view too, since a drag brings them into view; not the many villages.
   */
  draw(
    view: Viewport,
    language: string,
    markBoxes: readonly PaneBox[],
    sources: LabelSources,
    hasMargin = false,
  ): void {
    const occupied = [...viewEdges(view), ...(sources.overlays ?? [])];
    const visible: DrawnLabel[] = [];
    const place = (label: PlaceLabel): void => {
      const [x, y] = [view.x(nearestCopy(label.x, view.centerX)), view.y(label.y)];
      const isRepeated = visible.some(
        ({label: other}) =>
          other.text === label.text &&
          Math.hypot(view.x(nearestCopy(other.x, view.centerX)) - x, view.y(other.y) - y) <
            MIN_REPEAT_DISTANCE,
      );
      if (isRepeated || visible.length >= MAX_LABELS) return;
      const position = findPosition(label, view.size, x, y, markBoxes, occupied);
      if (position) visible.push({label, position});
    };
    const around: PlaceLabel[] = [];
    for (const label of this.#labelsAt(view.zoom, language, sources)) {
      const distance = distanceFrom(view, label);
      if (distance <= 0.5) place(label);
      else if (hasMargin && distance <= 1 && label.kind !== 'village') around.push(label);
    }
    // These take no room of those in view.
    around.forEach(place);
    this.#update(visible);
    this.updatePositions(view);
  }

  /** Adds and removes texts. */
  #update(visible: readonly DrawnLabel[]): void {
    const labels = new Set(visible.map(({label}) => label));
    for (const {label} of this.#visible) if (!labels.has(label)) this.#texts.get(label)?.remove();
    for (const {label, position} of visible) {
      const text = this.#textOf(label);
      updateAttribute(text, 'text-anchor', position.anchor);
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

  /** Yields the labels available at a zoom, by priority. */
  *#labelsAt(
    zoom: number,
    language: string,
    {basemap, sheet, graticule}: LabelSources,
  ): Iterable<PlaceLabel> {
    if (basemap) yield* basemap.labelsAt(zoom, language);
    for (const town of outlines().towns) {
      if (zoom < town.minZoom) continue;
      const label = this.#townLabel(town, nameIn(town.names, language), zoom);
      if (!basemap?.covers(label.x, label.y)) yield label;
    }
    for (const label of [...farLabels(zoom, language), ...(sheet?.labelsAt(zoom, language) ?? [])])
      if (!basemap?.covers(label.x, label.y)) yield label;
    if (!basemap) yield* graticule?.labelsAt() ?? [];
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

interface LabelPosition {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  readonly dy: number;
  /** True if a mark covers the dot. */
  readonly isDotCovered?: boolean;
}

/** Returns the free position of a label, in pane coordinates, and marks it as occupied. */
function findPosition(
  {text, kind, hasDot, road, needsRoom}: PlaceLabel,
  size: number,
  x: number,
  y: number,
  marks: readonly PaneBox[],
  occupied: PaneBox[],
): LabelPosition | undefined {
  const width = text.length * LETTER_WIDTHS[kind] + TEXT_PADDING;
  if (needsRoom) {
    const [across, down] = [width + ROOM_ACROSS, LINE_HEIGHT / 2 + ROOM_DOWN];
    const room = {left: x - ROOM_ACROSS, top: y - down, right: x + across, bottom: y + down};
    if (!isFree(room, marks, occupied)) return undefined;
  }
  if (hasDot) return findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied);
  const {angle, length} = road ?? {angle: 0, length: Infinity};
  // A label longer than its road would lie on another road.
  if (width > length * size) return undefined;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [halfX, halfY] = [
    (width * cos + LINE_HEIGHT * sin) / 2,
    (width * sin + LINE_HEIGHT * cos) / 2,
  ];
  const box = {left: x - halfX, top: y - halfY, right: x + halfX, bottom: y + halfY};
  if (!isFree(box, marks, occupied)) {
    // A mark at the centre of a town must not hide its name.
    const isTown = kind === 'city' || kind === 'town' || kind === 'village';
    return isTown
      ? findPositionBesideDot(width, dotRadius(kind), x, y, marks, occupied)
      : undefined;
  }
  occupied.push(box);
  return {anchor: 'middle', dx: 0, dy: 0};
}

const isFree = (box: PaneBox, marks: readonly PaneBox[], occupied: readonly PaneBox[]): boolean =>
  !marks.some(mark => overlaps(mark, box)) && !occupied.some(other => overlaps(other, box));

/**
 * Returns a free position around a dot: right, left, above or below. If a mark covers the dot, the label is placed
 * around the mark.
 */
function findPositionBesideDot(
  width: number,
  radius: number,
  x: number,
  y: number,
  marks: readonly PaneBox[],
  occupied: PaneBox[],
): LabelPosition | undefined {
  const dot = {left: x - radius, top: y - radius, right: x + radius, bottom: y + radius};
  if (occupied.some(box => overlaps(box, dot))) return undefined;
  const cover = marks.find(box => overlaps(box, dot)) ?? dot;
  const candidates: readonly LabelPosition[] = [
    {anchor: 'start', dx: cover.right - x + DOT_GAP, dy: 0},
    {anchor: 'end', dx: cover.left - x - DOT_GAP, dy: 0},
    {anchor: 'middle', dx: 0, dy: cover.top - y - LINE_HEIGHT / 2 - 2},
    {anchor: 'middle', dx: 0, dy: cover.bottom - y + LINE_HEIGHT / 2 + 2},
  ];
  const position = candidates.find(({anchor, dx, dy}) => {
    const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const top = y + dy - LINE_HEIGHT / 2;
    const box = {left, top, right: left + width, bottom: top + LINE_HEIGHT};
    if (!isFree(box, marks, occupied)) return false;
    occupied.push(box, dot);
    return true;
  });
  return position && {...position, isDotCovered: cover !== dot};
}
