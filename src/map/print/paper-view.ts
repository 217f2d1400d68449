import type {Bbox} from '../../model/geo/geo.js';
import {fitBox, maxFitZoom} from '../fit/fit-box.js';
import {MIN_ZOOM} from '../fit/fit-view.js';
import {metresPerPixel} from '../scale-bar.js';
import {isWithinSheet} from '../regional-sheet/sheet-loader.js';
import type {Viewport} from '../leaflet/viewport.js';
import type {MapPoints} from '../map-view.js';
import {nearestCopy, type WorldBox, worldSize, worldY} from '../../model/geo/mercator.js';

/** Space between the outermost places and the frame, in units of the drawing. */
const PADDING = 26;
/** Limits of the ratio of width to height of a frame. */
const [MIN_RATIO, MAX_RATIO] = [1.25, 2.6] as const;

/** Deepest zoom of places that are near to each other, where the regional sheet is drawn. */
const MAX_SHEET_ZOOM = 11.7;
/** Zoom from which places take half of a map: around them, there are few names. */
const NEAR_ZOOM = 10;

/** Size of a printed map, in units of the drawing: CSS pixels of its type. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** Returns a function of the height of a frame for its width: that at which it ends with the places, within limits. */
export function frameHeightOf(
  points: MapPoints,
  area: Bbox | undefined,
): (width: number) => number {
  const box = area ? boxOf(area) : fitBox(points.x, points.y);
  const padding = area ? 0 : 2 * PADDING;
  const across = box ? box.east - box.west : 0;
  const down = box ? box.south - box.north : 0;
  return width => {
    const height = across > 0 ? ((width - padding) * down) / across + padding : Infinity;
    return Math.max(width / MAX_RATIO, Math.min(width / MIN_RATIO, height));
  };
}

/**
 * Returns the view of a printed map: the area on the screen, or all places except outliers. Undefined without a place.
 * The zoom is not rounded, since paper has no tiles.
 */
export function paperView(
  points: MapPoints,
  size: PaperSize,
  area: Bbox | undefined,
): Viewport | undefined {
  const box = area ? boxOf(area) : fitBox(points.x, points.y);
  if (!box) return undefined;
  if (area) return viewOf(box, size, zoomOf(box, size, 0));
  const filled = zoomOf(box, size, PADDING);
  const fitted = Math.max(Math.min(filled, NEAR_ZOOM), filled - 1);
  const max = maxFitZoom(box, false);
  const view = viewOf(box, size, Math.min(fitted, max));
  // One place has no extent: its map shows what is around it.
  if (fitted <= max || fitted === Infinity || !isWithinSheet(view)) return view;
  return viewOf(box, size, Math.min(fitted, MAX_SHEET_ZOOM));
}

const zoomOf = (
  {west, north, east, south}: WorldBox,
  {width, height}: PaperSize,
  padding: number,
): number => {
  const across = (width - 2 * padding) / (east - west);
  const down = (height - 2 * padding) / (south - north);
  return Math.max(MIN_ZOOM, Math.log2(Math.min(across, down) / worldSize(0)));
};

function viewOf(box: WorldBox, {width, height}: PaperSize, zoom: number): Viewport {
  const size = worldSize(zoom);
  const [centerX, centerY] = [(box.west + box.east) / 2, (box.north + box.south) / 2];
  const west = centerX - width / size / 2;
  const north = centerY - height / size / 2;
  return {
    box: {west, north, east: west + width / size, south: north + height / size},
    zoom,
    size,
    width,
    height,
    centerX,
    centerY,
    x: x => Math.round((x - west) * size * 10) / 10,
    y: y => Math.round((y - north) * size * 10) / 10,
  };
}

function boxOf([west, south, east, north]: Bbox): WorldBox {
  const left = west / 360 + 0.5;
  const right = east / 360 + 0.5;
  return {
    west: left,
    // An area may extend across the antimeridian.
    east: right > left ? right : right + 1,
    north: worldY(north),
    south: worldY(south),
  };
}

/** Returns the position of a record in a view; undefined if it has none, or is outside. */
export function positionIn(
  view: Viewport,
  {x: xs, y: ys}: MapPoints,
  index: number,
): {readonly x: number; readonly y: number} | undefined {
  const x = view.x(nearestCopy(xs[index] ?? NaN, view.centerX));
  const y = view.y(ys[index] ?? NaN);
  return x >= 0 && x <= view.width && y >= 0 && y <= view.height ? {x, y} : undefined;
}

/** Unit of a drawing on paper, in metres. */
const UNIT = 0.0254 / 96;
/** Zoom from which the scale differs by a few percent at most between the upper and the lower edge of a sheet. */
const MIN_SCALE_ZOOM = 6;

/** Returns n of the scale 1 : n in the middle of a view, with two digits; undefined from afar, where it varies. */
export const scaleOf = ({zoom, size, centerY}: Viewport): number | undefined =>
  zoom < MIN_SCALE_ZOOM ? undefined : Number((metresPerPixel(centerY, size) / UNIT).toPrecision(2));
