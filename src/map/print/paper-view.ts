import type {Bbox} from '../../model/geo/geo.js';
import {fitBox, maxFitZoom} from '../fit/fit-box.js';
import {MIN_ZOOM} from '../fit/fit-view.js';
import {isWithinSheet} from '../regional-sheet/sheet-loader.js';
import type {Viewport} from '../leaflet/viewport.js';
import type {MapPoints} from '../map-view.js';
import {nearestCopy, type WorldBox, worldSize, worldY} from '../../model/geo/mercator.js';

/** Space between the outermost places and the frame, in units of the drawing. */
const PADDING = 34;

/** Minimum number of places of which one may be left out, and maximum share of them. */
const [MIN_COUNT, MAX_LONE_SHARE] = [8, 0.06] as const;
/** Maximum extent of the others, as a share of that of all: a map of all would show them on half of its width. */
const MAX_REST = 0.62;
/** Deepest zoom of places that are near to each other, where the regional sheet is drawn. */
const MAX_SHEET_ZOOM = 11.7;

/** Size of a printed map, in units of the drawing: CSS pixels of its type. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the view of a printed map: the area on the screen, or all places except outliers. Undefined without a place.
 * The zoom is not rounded, since paper has no tiles.
 *
 * @param isListed True if a list names the places that are off the map, so that a lone one may be.
 */
export function paperView(
  points: MapPoints,
  size: PaperSize,
  area: Bbox | undefined,
  isListed = false,
): Viewport | undefined {
  const box = area ? boxOf(area) : fitBox(points.x, points.y);
  if (!box) return undefined;
  if (area) return viewOf(box, size, zoomOf(box, size, 0));
  const shown = isListed ? boxWithoutLone(points, box) : box;
  const fitted = zoomOf(shown, size, PADDING);
  const max = maxFitZoom(shown, false);
  const view = viewOf(shown, size, Math.min(fitted, max));
  // One place has no extent: its map shows what is around it.
  if (fitted <= max || fitted === Infinity || !isWithinSheet(view)) return view;
  return viewOf(shown, size, Math.min(fitted, MAX_SHEET_ZOOM));
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

/** Returns the box of places without the few farthest ones, if these take much of the map. */
function boxWithoutLone({x, y}: MapPoints, all: WorldBox): WorldBox {
  const centerX = (all.west + all.east) / 2;
  const places = [...x.keys()]
    .map(i => ({x: nearestCopy(x[i] ?? NaN, centerX), y: y[i] ?? NaN}))
    .filter(
      one => one.x >= all.west && one.x <= all.east && one.y >= all.north && one.y <= all.south,
    );
  if (places.length < MIN_COUNT) return all;
  const middle = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const [left, top] = [middle(places.map(one => one.x)), middle(places.map(one => one.y))];
  const distance = (one: (typeof places)[number]): number => Math.hypot(one.x - left, one.y - top);
  const count = Math.max(1, Math.floor(places.length * MAX_LONE_SHARE));
  const rest = places.sort((a, b) => distance(b) - distance(a)).slice(count);
  const [xs, ys] = [rest.map(one => one.x), rest.map(one => one.y)];
  const box = {
    west: Math.min(...xs),
    north: Math.min(...ys),
    east: Math.max(...xs),
    south: Math.max(...ys),
  };
  return extentOf(box) < MAX_REST * extentOf(all) ? box : all;
}

/** Extent on a sheet, which is twice as wide as high. */
const extentOf = ({west, north, east, south}: WorldBox): number =>
  Math.max(east - west, 2 * (south - north));

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
