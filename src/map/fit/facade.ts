import {adoptMapStylesAround} from '../map.styles.js';
import type {Viewport} from '../leaflet/viewport.js';
import {findPosition, type PaneBox} from '../labels/label-position.js';
import {markRadius} from '../markers/grid.js';
import {fillOf, markClass} from '../markers/mark.js';
import {addRing} from '../markers/rings.js';
import {outlines} from '../outlines/outlines.js';
import {nameIn} from '../outlines/read-towns.js';
import {ScaleBar} from '../scale-bar.js';
import {setPaths, svg} from '../svg.js';
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import {nearestCopy, worldSize, worldX, worldY} from '../../model/geo/mercator.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import {
  type FitSize,
  type FitView,
  clampCenter,
  DEFAULT_ZOOM,
  fitView,
  MAX_BASEMAP_ZOOM,
  MAX_OUTLINES_ZOOM,
  MIN_ZOOM,
  zoomToFit,
} from './fit-view.js';
import type {Geo} from '../../model/geo/geo.js';
import {fitBoxWithLayers, homeView, maxFitZoom} from './fit-box.js';

/** Start view set by the page. */
export interface FacadeOptions {
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
  readonly hasBasemap: boolean;
  /** Letters of the families in their marks. */
  readonly letters: readonly string[];
}

const clampZoom = (zoom: number, hasBasemap: boolean): number =>
  Math.max(MIN_ZOOM, Math.min(hasBasemap ? MAX_BASEMAP_ZOOM : MAX_OUTLINES_ZOOM, Math.round(zoom)));

/** Returns the view with which a map will start; undefined if lines and areas take part in it. */
export function facadeView(
  points: MapPoints,
  size: FitSize,
  style: CSSStyleDeclaration,
  {center, zoom, hasBasemap}: Omit<FacadeOptions, 'letters'>,
): FitView | undefined {
  if (center) {
    const valid = clampZoom(zoom ?? DEFAULT_ZOOM, hasBasemap);
    return {
      x: worldX(center.lon),
      y: clampCenter(worldY(center.lat), size.height, valid),
      zoom: valid,
    };
  }
  for (let i = 0; i < points.length; i++) if (points.geometryAt?.(i)) return undefined;
  const {x, y, autoFitCount = x.length} = points.autoFitPoints ?? points;
  const {box: own} = fitBoxWithLayers(x, y, autoFitCount);
  const [box, maxZoom] = own ? [own, maxFitZoom(own, hasBasemap)] : homeView();
  const deepest = Math.min(maxZoom, zoomToFit(box, size, style));
  return fitView(box, size, clampZoom(zoom ?? deepest, hasBasemap), style);
}

/** Number of marks from which near ones are a ring, as the clusters of the map, and the size of the cells of their grid. */
const [MANY, CELL] = [60, 64] as const;
/** Maximum number of towns with a name. */
const MAX_NAMES = 24;
/** Space at the lower edge, for the scale, the credit and the button, and at the other edges, in pixels. */
const [FOOT, EDGE] = [72, 8] as const;

/** Radius of the dot of a town, in pixels. */
const DOT = 2;

/** Layers of a preview. */
interface Layers {
  readonly outlines: OutlinesLayer;
  readonly scale: ScaleBar;
  readonly names: SVGElement;
  readonly rings: SVGGElement;
  readonly marks: HTMLElement;
}
const layers = new WeakMap<Element, Layers>();

/** Returns a view with its size in pixels, as the layers of the map use it. */
function viewportOf({x, y, zoom}: FitView, {width, height}: FitSize): Viewport {
  const size = worldSize(zoom);
  const [halfX, halfY] = [width / size / 2, height / size / 2];
  const box = {west: x - halfX, north: y - halfY, east: x + halfX, south: y + halfY};
  return {
    ...{box, zoom, size, width, height, centerX: x, centerY: y},
    x: at => Math.round((at - box.west) * size),
    y: at => Math.round((at - box.north) * size),
  };
}

/** Draws coasts and borders, as the map will draw them, with its scale. */
function drawGround(container: HTMLElement, viewport: Viewport, language: string): Layers {
  adoptMapStylesAround(container);
  container.classList.add('spass-map');
  let drawn = layers.get(container);
  if (!drawn) {
    const outlines = new OutlinesLayer(container);
    const rings = svg('g');
    container.appendChild(svg('svg', {class: 'clusters'})).append(rings);
    const names = container.appendChild(svg('svg', {class: 'towns'}));
    const marks = container.appendChild(document.createElement('div'));
    marks.className = 'marks';
    drawn = {outlines, names, rings, marks, scale: new ScaleBar(container)};
    layers.set(container, drawn);
  }
  drawn.outlines.draw(viewport, 'moved');
  drawn.scale.draw(viewport, n => n.toLocaleString(language || undefined));
  return drawn;
}

/** Mark of the preview: the sums of the positions of its records, and the number of these by family. */
interface FacadeMark {
  x: number;
  y: number;
  readonly counts: number[];
}

/** Returns the marks of places in view: one each, or of many, one for those that are near to each other, in their middle. */
function marksOf(
  {length, x, y, family, layers = []}: MapPoints,
  view: Viewport,
): readonly FacadeMark[] {
  const cells = new Map<string, FacadeMark>();
  for (let i = 0; i < length; i++) {
    const left = view.x(nearestCopy(x[i] ?? NaN, view.centerX));
    const top = view.y(y[i] ?? NaN);
    if (!(left >= 0 && left <= view.width && top >= 0 && top <= view.height)) continue;
    const key = length > MANY ? [left, top].map(at => Math.floor(at / CELL)).join() : String(i);
    const counts = new Array<number>(FAMILY_COUNT + layers.length).fill(0);
    counts[Math.min(family[i] ?? Infinity, counts.length - 1)] = 1;
    const mark = {x: left, y: top, counts};
    const cell = cells.get(key);
    if (cell) join(cell, mark);
    else cells.set(key, mark);
  }
  const marks = [...cells.values()];
  // Those that would overlap on the map are a ring there too.
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] as FacadeMark;
    const j = marks.findIndex(other => other !== mark && areOver(mark, other));
    if (j < 0) continue;
    join(mark, marks[j] as FacadeMark);
    marks.splice(j, 1);
    i = -1;
  }
  return marks;
}

function join(mark: FacadeMark, {x, y, counts}: FacadeMark): void {
  mark.x += x;
  mark.y += y;
  counts.forEach((count, i) => (mark.counts[i] = (mark.counts[i] ?? 0) + count));
}

function areOver(a: FacadeMark, b: FacadeMark): boolean {
  const [one, other] = [total(a.counts), total(b.counts)];
  const distance = Math.hypot(a.x / one - b.x / other, a.y / one - b.y / other);
  return distance < markRadius(one) + markRadius(other);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** Draws the names of the largest towns in view, where the map sets them too, and the credit of the outlines. */
function drawNames(view: Viewport, marks: readonly PaneBox[], language: string): SVGElement[] {
  const {width, height, zoom} = view;
  const occupied: PaneBox[] = [
    {left: 0, top: height - FOOT, right: width, bottom: height},
    {left: -width, top: 0, right: EDGE, bottom: height},
    {left: width - EDGE, top: 0, right: 2 * width, bottom: height},
    {left: 0, top: -height, right: width, bottom: EDGE},
  ];
  const credit = svg('text', {
    x: width - EDGE,
    y: height - EDGE,
    'text-anchor': 'end',
    class: 'grid',
  });
  credit.textContent = 'Natural Earth';
  const drawn: SVGElement[] = [credit];
  for (const {names, lat, lon, minZoom} of [...outlines().towns].sort(
    (a, b) => a.minZoom - b.minZoom,
  )) {
    if (minZoom > zoom || drawn.length > 2 * MAX_NAMES) break;
    const [worldLeft, worldTop, text] = [worldX(lon), worldY(lat), nameIn(names, language)];
    const [x, y] = [view.x(nearestCopy(worldLeft, view.centerX)), view.y(worldTop)];
    if (x < 0 || x > width || y < 0 || y > height) continue;
    const kind = minZoom < 7 ? 'city' : 'town';
    const label = {text, kind, hasDot: true, x: worldLeft, y: worldTop} as const;
    const position = findPosition(label, view.size, x, y, {marks, occupied});
    if (!position) continue;
    const name = svg('text', {
      class: kind,
      dy: '.35em',
      x: x + position.dx,
      y: y + position.dy,
      'text-anchor': position.anchor,
    });
    name.textContent = text;
    const d = position.isDotCovered
      ? ''
      : `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0z`;
    drawn.push(svg('path', {d}), name);
  }
  return drawn;
}

/** Draws the number of places of a ring, in its middle. */
function drawCount(x: number, y: number, count: number, language: string): SVGElement {
  const text = svg('text', {class: 'near', dy: '.35em', x, y, 'text-anchor': 'middle'});
  text.textContent = count.toLocaleString(language || undefined);
  return text;
}

/** Draws the mark of one place, as on the map. */
function drawMark(
  x: number,
  y: number,
  category: number,
  {layers = []}: MapPoints,
  letters: readonly string[],
): HTMLElement {
  const mark = document.createElement('span');
  const layer = layers[category - FAMILY_COUNT];
  mark.className = `marker ${markClass(category)}`;
  mark.dataset['letter'] = layer?.letter ?? letters[category] ?? '';
  const {style} = mark;
  style.inlineSize = style.blockSize = `${2 * markRadius(1)}px`;
  style.transform = `translate(${x}px,${y}px) translate(-50%,-50%)`;
  if (layer) style.setProperty('--_layer-fill', layer.fill);
  return mark;
}

/**
 * Draws the placeholder of a map into its `.ground`: coasts, towns, scale and places, as the map will draw them.
 *
 * @param map Container of the map, with its `scroll-padding`.
 */
export function drawFacade(
  facade: HTMLElement,
  map: Element,
  points: MapPoints,
  options: FacadeOptions,
): void {
  const size = {width: facade.clientWidth, height: facade.clientHeight};
  const ground = facade.querySelector<HTMLElement>('.ground');
  if (!(size.width && size.height && ground)) return;
  const fitted = facadeView(points, size, getComputedStyle(map), options);
  if (!fitted) return;
  const view = viewportOf(fitted, size);
  const language = facade.closest<HTMLElement>('[lang]')?.lang ?? '';
  const {names, rings, marks} = drawGround(ground, view, language);
  const categories = FAMILY_COUNT + (points.layers?.length ?? 0);
  const paths = new Array<string>(categories + 1).fill('');
  const numbers: SVGElement[] = [];
  marks.replaceChildren();
  const boxes = marksOf(points, view).map(({x: sumX, y: sumY, counts}): PaneBox => {
    const count = total(counts);
    const [x, y] = [Math.round(sumX / count), Math.round(sumY / count)];
    if (count > 1) {
      addRing(paths, x, y, counts);
      numbers.push(drawCount(x, y, count, language));
    } else marks.append(drawMark(x, y, counts.indexOf(1), points, options.letters));
    const r = markRadius(count);
    return {left: x - r, top: y - r, right: x + r, bottom: y + r};
  });
  setPaths(rings, paths);
  for (let category = 0; category < categories; category++) {
    const {style} = rings.children[category + 1] as SVGPathElement;
    style.setProperty('--_shape', fillOf(category, points));
  }
  names.replaceChildren(...drawNames(view, boxes, language), ...numbers);
}
