import type {Viewport} from '../leaflet/viewport.js';
import type {Path} from '../outlines/outlines.js';
import {pathData, unitX, unitY} from '../outlines/path-data.js';
import {ViewBox} from '../outlines/view-box.js';
import {adoptMapStyles} from '../map.styles.js';
import {svg} from '../svg.js';
import {decodeSheet, type SheetData, type SheetFace} from './sheet.js';
import {SHEET_BOX} from './sheet-box.js';
import {sheetStyles} from './sheet.styles.js';

/** Distances of the three waterlines from the coast, in pixels, from the outermost. */
const WATERLINES = [15, 10, 5.5] as const;

/** Path of the sheet: class, path data, width in pixels, lengths of dashes and gaps in pixels. */
type SheetPath = readonly [className: string, d: string, width: number, dash?: readonly number[]];

let pathCache: readonly SheetPath[] | undefined;

/** Returns the ring of a face. */
function ringOf({arcs}: SheetFace, sheet: SheetData): Path {
  const paths = arcs.map(ref => {
    const path = sheet.arcs[ref < 0 ? ~ref : ref]?.path ?? new Float64Array();
    return ref < 0 ? reversed(path) : path;
  });
  const ring = new Float64Array(paths.reduce((sum, {length}) => sum + length, 0));
  let offset = 0;
  for (const path of paths) {
    ring.set(path, offset);
    offset += path.length;
  }
  return ring;
}

function reversed(path: Path): Path {
  const result = new Float64Array(path.length);
  for (let i = 0; i < path.length; i += 2) {
    result[path.length - i - 2] = path[i] ?? NaN;
    result[path.length - i - 1] = path[i + 1] ?? NaN;
  }
  return result;
}

/**
 * Returns a closed path with rounded corners, through the middles of the sides: the source draws a pond with four or
 * five points.
 */
function roundedPath(ring: Path): string {
  const points: [x: number, y: number][] = [];
  for (let i = 0; i < ring.length; i += 2)
    points.push([unitX(ring[i] ?? NaN), unitY(ring[i + 1] ?? NaN)]);
  const sides = points.map(([x, y], i): string => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    return `${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`;
  });
  const start = sides.at(-1)?.split(' ').slice(2).join(' ') ?? '';
  return `M${start}Q${sides.join(' ')}z`;
}

/** Returns the paths in drawing order: each hides the parts of those below that are not to be seen. */
function sheetPaths(): readonly SheetPath[] {
  if (pathCache) return pathCache;
  const sheet = decodeSheet();
  const {arcs, faces, waters, regions, rivers} = sheet;
  const linesOf = (isCoast: boolean): string =>
    pathData(
      arcs.filter(arc => arc.isCoast === isCoast && arc.path.length > 2).map(({path}) => path),
      '',
    );
  const land = (isHome: boolean): string =>
    pathData(faces.filter(face => face.isHome === isHome).map(face => ringOf(face, sheet)), 'z'); // prettier-ignore
  const riversOf = (isCanal: boolean): string =>
    pathData(rivers.filter(river => river.isCanal === isCanal).map(({path}) => path), ''); // prettier-ignore
  const [coast, borders, canals] = [linesOf(true), linesOf(false), riversOf(true)];
  pathCache = [
    ...WATERLINES.flatMap((width): SheetPath[] => [
      ['waterline', coast, 2 * width + 1.8],
      ['sea', coast, 2 * width],
    ]),
    ['home', land(true), 0],
    // The half beyond the border is hidden by the neighbours.
    ['band', borders, 14],
    ['abroad', land(false), 0],
    ['waters', waters.map(roundedPath).join(''), 0.75],
    ['river', riversOf(false), 1.4],
    ['river', canals, 1],
    ['river', canals, 4, [1, 7]],
    ['district', pathData(regions, ''), 1, [7, 3, 1, 3]],
    ['border', borders, 1.4],
    ['shore', coast, 1.2],
  ];
  return pathCache;
}

/** Coast, borders and waters of the regional sheet, over the outlines. */
export class SheetLayer {
  readonly #viewBox: ViewBox;
  readonly #paths: readonly (readonly [SVGPathElement, SheetPath])[];
  #unit = 0;

  constructor(pane: HTMLElement) {
    const root = pane.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) adoptMapStyles(root, sheetStyles);
    this.#viewBox = new ViewBox(pane, 'outlines sheet');
    const [west, south, east, north] = SHEET_BOX;
    const [x, y] = [unitX(west), unitY(north)];
    const [width, height] = [unitX(east) - x, unitY(south) - y];
    // Clips to the area of the sheet: beyond it, the outlines stay visible.
    const area = svg('svg', {x, y, width, height, viewBox: `${x} ${y} ${width} ${height}`});
    area.append(svg('rect', {class: 'ocean', x, y, width, height}));
    this.#paths = sheetPaths().map(part => [svg('path', {class: part[0], d: part[1]}), part]);
    area.append(...this.#paths.map(([path]) => path));
    this.#viewBox.root.append(area);
  }

  /** Draws the view. During movement (`isFinal` is false) only if the view has left the drawn area. */
  draw(view: Viewport, isFinal: boolean): void {
    const drawn = this.#viewBox.update(view, isFinal);
    if (!drawn || drawn.unit === this.#unit) return;
    const {unit} = drawn;
    this.#unit = unit;
    for (const [path, [, , width, dash]] of this.#paths) {
      path.setAttribute('stroke-width', String(width * unit));
      if (dash) path.setAttribute('stroke-dasharray', dash.map(length => length * unit).join(' '));
    }
  }

  setVisible(isVisible: boolean): void {
    this.#viewBox.root.style.display = isVisible ? '' : 'none';
  }
}
