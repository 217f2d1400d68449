import {LabelLayer} from '../labels/label-layer.js';
import {isNamed} from '../labels/label-position.js';
import type {Viewport} from '../leaflet/viewport.js';
import {adoptMapStylesAround} from '../map.styles.js';
import type {Credit, MapPoints, PaintedBasemap, PlaceLabel} from '../map-view.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import type {RegionalSheet} from '../regional-sheet/regional-sheet.js';
import {
  isCoveredBySheet,
  isWithinSheet,
  loadedSheetCode,
  loadSheetCode,
  SHEET_ZOOM,
} from '../regional-sheet/sheet-loader.js';
import {ScaleBar} from '../scale-bar.js';
import {svg} from '../svg.js';
import {type DrawnMarks, drawDots, drawMarks, middleOf, type NumberedBox} from './draw-marks.js';
import {joinNear} from './paper-marks.js';
import {type PaperSize, positionIn} from './paper-view.js';

export {fillOf} from '../markers/mark.js';
export {unnumberedOf} from './draw-marks.js';
export {markShape} from './paper-marks.js';
export {frameHeightOf, paperView, positionIn, scaleOf, type PaperSize} from './paper-view.js';

/**
 * Space around the frame, in units: for the numbers and letters of the grid, for its own line, and below it for scale,
 * north and credit.
 */
const [LEFT, TOP, RIGHT, FOOT] = [8, 15, 1, 34] as const;
/** Width of a square of the grid, in units. */
const GRID_STEP = 110;
/** Number of marks beyond which a grid has some columns and rows at least: of so many, a square has a few only. */
const [MANY_MARKS, MIN_COLUMNS, MIN_ROWS] = [15, 6, 5] as const;
/** Maximum number of records with another in this distance that have a mark each. */
const [MAX_CLOSE, CLOSE] = [40, 20] as const;
/** Zoom without names of villages, with names of those that have room, and zoom from which there is room for all. */
const [NAMELESS_ZOOM, LOOSE_ZOOM, CLOSE_ZOOM] = [9, 10, 11.4] as const;
/** Maximum distance between a record and the middle of the place that it names, in units. */
const NEAR = 40;
/** Distance of the arrow from the frame's left edge: beside the longest scale. */
const ARROW = 168;

/** Pixels of a tile per unit of the drawing: 240 pixels an inch on a sheet of A4. */
const TILE_RESOLUTION = 2.5;

interface PaperMapOptions extends DrawnMarks {
  /** Archive whose tiles are the ground, instead of the outlines. */
  readonly basemap: PaintedBasemap | undefined;
  /** Letter of the north arrow. */
  readonly north: string;
}

/**
 * True if a view shows the regional sheet. Paper is so fine that it does from further away than a screen, if the sheet
 * covers all of the view.
 */
const showsSheet = (view: Viewport): boolean =>
  isWithinSheet(view) ||
  (view.zoom >= SHEET_ZOOM - Math.log2(TILE_RESOLUTION) && isCoveredBySheet(view.box));

/** True if what is drawn without a basemap is as fine as a view needs: outlines from afar, the regional sheet near. */
export const hasFineGround = (view: Viewport): boolean =>
  view.zoom < SHEET_ZOOM || isWithinSheet(view);

/** Loads the regional sheet if a view shows it. A map without it is complete: it has the outlines. */
export async function loadPaperSheet(view: Viewport | undefined): Promise<void> {
  if (!view || !showsSheet(view)) return;
  try {
    await loadSheetCode();
  } catch {
    // The loader has logged the reason.
  }
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Returns the grid of a view with a number of marks. */
const gridOf = ({width, height}: Viewport, {length}: DrawnMarks['marks']): Grid => {
  const [columns, rows] = length > MANY_MARKS ? [MIN_COLUMNS, MIN_ROWS] : [1, 1];
  return {
    columns: Math.max(columns, Math.round(width / GRID_STEP)),
    rows: Math.max(rows, Math.round(height / GRID_STEP)),
  };
};

const columnName = (column: number): string => String.fromCharCode(65 + column);

/** Returns the square of the grid that contains one of the marks, with some records: `F4`; undefined if it is not on the map. */
export function gridSquare(
  view: Viewport,
  points: MapPoints,
  indices: readonly number[],
  marks: DrawnMarks['marks'],
): string | undefined {
  const position = middleOf(view, points, indices);
  if (!position) return undefined;
  const {columns, rows} = gridOf(view, marks);
  const column = Math.min(columns - 1, Math.floor((position.x / view.width) * columns));
  const row = Math.min(rows - 1, Math.floor((position.y / view.height) * rows));
  return `${columnName(column)}${row + 1}`;
}

/** Returns the records of each mark, by number: of so many, near ones have a mark in common. */
export function groupMarks(
  view: Viewport,
  points: MapPoints,
  indices: readonly number[],
): readonly (readonly number[])[] {
  const records = indices.flatMap(index => {
    const position = positionIn(view, points, index);
    return position ? {...position, index, family: points.family[index] ?? 0} : [];
  });
  const isClose = (a: (typeof records)[number]): boolean =>
    records.some(b => a !== b && Math.hypot(a.x - b.x, a.y - b.y) < CLOSE);
  if (records.filter(isClose).length <= MAX_CLOSE) return indices.map(index => [index]);
  return joinNear(records).map(group => group.map(({index}) => index));
}

const totalOf = ({width, height}: PaperSize): readonly [number, number] => [
  LEFT + width + RIGHT,
  TOP + height + FOOT,
];

/** Returns the `viewBox` of a drawing, which has the letters, scale and arrow around the map. */
export const boxOfPlan = ({width, height}: Viewport): string =>
  `0 0 ${totalOf({width, height}).join(' ')}`;

/**
 * Draws a map for paper into a container: coasts, borders, towns, numbered marks, grid, scale and north, as one SVG
 * element of any width. The container must be in the tree, whose style sheets it needs.
 *
 * @returns The credit of the regional sheet, if it is drawn.
 */
export function drawPaperMap(container: HTMLElement, options: PaperMapOptions): Credit | undefined {
  const {view, marks, messages, basemap, north} = options;
  const grid = gridOf(view, marks);
  const {width, height} = view;
  adoptMapStylesAround(container);
  container.classList.add('spass-map');
  const root = svg('svg', {
    class: 'plan',
    viewBox: boxOfPlan(view),
    'aria-hidden': 'true',
  });
  const frame = {x: LEFT, y: TOP, width, height};
  const area = svg('svg', frame);
  if (basemap) container.append(paintGround(basemap, view));
  container.append(root);
  root.append(area, svg('rect', {class: 'plan-frame', ...frame}), ...renderGridNames(view, grid));
  const sheet = basemap ? undefined : drawGround(area, view);
  area.append(svg('path', {class: 'plan-grid', d: gridPath(view, grid)}));
  const labels = svg('g');
  const dots = drawDots(area, options);
  area.append(labels);
  const numbered = drawMarks(area, options, dots);
  // Between two zooms of the screen, all villages would have names.
  const isDense = !basemap && view.zoom > NAMELESS_ZOOM && view.zoom < CLOSE_ZOOM;
  const named = isDense ? {...view, zoom: Math.min(LOOSE_ZOOM, Math.round(view.zoom))} : view;
  const layer = new LabelLayer(asPane(labels));
  const own = sheet ? ownPlaces([layer, sheet], numbered, view, messages.language) : [];
  layer.draw(named, messages.language, [...numbered, ...dots], {
    basemap,
    sheet,
    graticule: {labelsAt: () => own},
  });
  const foot = svg('svg', {x: LEFT - 24, y: height + TOP + 6, height: 24, width});
  root.append(foot, northArrow(LEFT + ARROW, height + TOP + 8, north));
  new ScaleBar(asPane(foot)).draw(view, n => messages.formatNumber(n));
  return sheet?.credit;
}

/** Returns the labels of the places that the records of marks name, whatever the zoom, the largest first. */
function ownPlaces(
  sources: readonly Pick<RegionalSheet, 'labelsAt'>[],
  boxes: readonly NumberedBox[],
  {x: xOf, y: yOf}: Viewport,
  language: string,
): readonly PlaceLabel[] {
  const isNear = ({place: {x, y}}: NumberedBox, label: PlaceLabel): boolean =>
    Math.hypot(xOf(label.x) - x, yOf(label.y) - y) < NEAR;
  return sources
    .flatMap(source => source.labelsAt(CLOSE_ZOOM, language))
    .filter(label => label.hasDot && boxes.some(box => isNear(box, label) && isNamed(box, label)))
    .map(label => ({...label, kind: 'village' as const}));
}

/** The layers of the screen append SVG elements to a pane, and move them by CSS, which nested ones do not support. */
const asPane = (element: SVGElement): HTMLElement => element as unknown as HTMLElement;

function placeByAttributes(pane: SVGElement): void {
  for (const element of pane.querySelectorAll<SVGSVGElement>(':scope > svg')) {
    const [, x = '0', y = '0'] =
      /translate\((-?[\d.]+)px, ?(-?[\d.]+)px\)/.exec(element.style.transform) ?? [];
    element.style.transform = '';
    element.setAttribute('x', x);
    element.setAttribute('y', y);
  }
}

/** Draws coasts and borders. Returns the regional sheet, which has names too. */
function drawGround(area: SVGElement, view: Viewport): RegionalSheet | undefined {
  const pane = svg('g');
  area.append(svg('rect', {class: 'plan-sea', width: view.width, height: view.height}), pane);
  new OutlinesLayer(asPane(pane)).draw(view, 'moved');
  const Sheet = loadedSheetCode();
  const sheet = Sheet && showsSheet(view) ? new Sheet(asPane(pane)) : undefined;
  sheet?.draw(view, 'moved');
  placeByAttributes(pane);
  return sheet;
}

/** Draws tiles as a picture that lies below the frame of the map. */
function paintGround(basemap: PaintedBasemap, view: Viewport): HTMLCanvasElement {
  const [totalWidth, totalHeight] = totalOf(view);
  const canvas = document.createElement('canvas');
  canvas.className = 'plan-tiles';
  canvas.width = view.width * TILE_RESOLUTION;
  canvas.height = view.height * TILE_RESOLUTION;
  const share = (length: number, total: number): string => `${(100 * length) / total}%`;
  Object.assign(canvas.style, {
    position: 'absolute',
    left: share(LEFT, totalWidth),
    top: share(TOP, totalHeight),
    width: share(view.width, totalWidth),
    height: share(view.height, totalHeight),
  });
  basemap.paint(canvas, view);
  return canvas;
}

function gridPath({width, height}: Viewport, {columns, rows}: Grid): string {
  let path = '';
  for (let i = 1; i < columns; i++) path += `M${(i * width) / columns} 0v${height}`;
  for (let i = 1; i < rows; i++) path += `M0 ${(i * height) / rows}h${width}`;
  return path;
}

function renderGridNames(view: Viewport, {columns, rows}: Grid): SVGTextElement[] {
  const name = (text: string, x: number, y: number): SVGTextElement => {
    const element = svg('text', {class: 'plan-name', x: x.toFixed(1), y: y.toFixed(1)});
    element.textContent = text;
    return element;
  };
  return [
    ...[...Array(columns).keys()].map(i =>
      name(columnName(i), LEFT + ((i + 0.5) * view.width) / columns, TOP - 5),
    ),
    ...[...Array(rows).keys()].map(i =>
      name(String(i + 1), 2.75, TOP + ((i + 0.5) * view.height) / rows + 3),
    ),
  ];
}

/** North is up everywhere on the map, as in each Mercator projection. */
function northArrow(x: number, y: number, letter: string): SVGElement {
  const group = svg('g', {transform: `translate(${x} ${y})`});
  const text = svg('text', {class: 'plan-name', x: -14, y: 15});
  text.textContent = letter;
  group.append(
    svg('path', {class: 'plan-arrow', d: 'M0 0 5 20 0 15.5z'}),
    svg('path', {class: 'plan-arrow open', d: 'M0 0-5 20 0 15.5z'}),
    text,
  );
  return group;
}
