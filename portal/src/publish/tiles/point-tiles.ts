import {fromGeojsonVt} from '@maplibre/vt-pbf';
import {latAt, worldY} from '../../../../src/model/geo/mercator.js';
import {type ArchiveTile, firstTileId} from './pmtiles-archive.js';

/** Places with the fields that a map shows. */
export interface Points {
  /** In degrees. */
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  /** Returns the fields of a point. */
  fieldsAt(position: number): Readonly<Record<string, string | number>>;
}

/** Zoom levels at which tiles may contain the points themselves. */
const [MIN_DETAIL, MAX_DETAIL] = [10, 16];
/** Number of points in a tile above which a deeper zoom level is preferred. */
const MAX_POINTS = 1000;
/** Average number of points in a tile below which a deeper zoom level would mostly add files. */
const MIN_AVERAGE = 10;
/** Above the deepest zoom level, the points of a cell are one group. A side of a tile has 2 to this power cells. */
const CELL_BITS = 5;
/** Subdivisions of the world in the sort key of a point: enough for the cells of each zoom level. */
const DEPTH = MAX_DETAIL + CELL_BITS;
/** Coordinates in a tile. The deepest one has more: 0.15 m, whatever its zoom level. */
const EXTENT = 4096;

/** Latitude of the edge of the Web Mercator square, in degrees. */
const MAX_LATITUDE = latAt(0);
const clamp = (value: number, max: number): number => Math.max(-max, Math.min(max, value));

/** World x of a longitude, in [0, 1]: unlike on a map, 180° is the eastern edge of the last tile. */
const unwrappedX = (lon: number): number => (lon + 180) / 360;

/** Returns the column or row of a position between 0 and 1, if there are `size` of them. */
const cellAt = (world: number, size: number): number =>
  Math.max(0, Math.min(size - 1, Math.floor(world * size)));

/**
 * Returns the position of a cell on the Hilbert curve of PMTiles. Those of the larger cells around it are its quarters,
 * rounded down: sorted once, the points of each tile at each zoom level follow one another.
 */
function hilbertPosition(depth: number, column: number, row: number): number {
  let [x, y, position] = [column, row, 0];
  for (let size = 2 ** (depth - 1); size >= 1; size /= 2) {
    const [right, below] = [x >= size ? 1 : 0, y >= size ? 1 : 0];
    position += size * size * ((3 * right) ^ below);
    x -= right * size;
    y -= below * size;
    if (below === 1) continue;
    if (right === 1) [x, y] = [size - 1 - x, size - 1 - y];
    [x, y] = [y, x];
  }
  return position;
}

/**
 * Makes vector tiles of points. At the deepest zoom level a tile contains each point with its fields; above, points of
 * one cell are a group at their centre, with their number as `point_count`. Each point counts once at each zoom level,
 * and no tile above the deepest has more than 1,024 features.
 */
export class PointPyramid {
  readonly maxZoom: number;
  /** Covered area, in degrees. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly #points: Points;
  readonly #layer: string;
  /** Positions on the world map, from 0 to 1. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** Points in the order of the Hilbert curve, and their positions on it. */
  readonly #order: Uint32Array;
  readonly #keys: Float64Array;

  /** @param layer Name of the layer in the tiles. */
  constructor(points: Points, layer: string) {
    const {length} = points.lon;
    this.#points = points;
    this.#layer = layer;
    this.#x = new Float64Array(length);
    this.#y = new Float64Array(length);
    const keys = new Float64Array(length);
    const size = 2 ** DEPTH;
    let [west, south, east, north] = [180, MAX_LATITUDE, -180, -MAX_LATITUDE];
    for (let i = 0; i < length; i++) {
      const lon = clamp(points.lon[i] ?? 0, 180);
      const lat = clamp(points.lat[i] ?? 0, MAX_LATITUDE);
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
      const [x, y] = [unwrappedX(lon), worldY(lat)];
      this.#x[i] = x;
      this.#y[i] = y;
      keys[i] = hilbertPosition(DEPTH, cellAt(x, size), cellAt(y, size));
    }
    this.#order = Uint32Array.from(keys, (_, i) => i).sort(
      (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b,
    );
    this.#keys = Float64Array.from(this.#order, i => keys[i] ?? 0);
    this.maxZoom = this.#chooseMaxZoom();
    // Coordinates in tiles are rounded: without a margin, those at the edge would be outside of the bounds.
    const margin = Math.max(east - west, north - south, 360 / 2 ** this.maxZoom) / EXTENT;
    this.bounds = [
      clamp(west - margin, 180),
      clamp(south - margin, MAX_LATITUDE),
      clamp(east + margin, 180),
      clamp(north + margin, MAX_LATITUDE),
    ];
  }

  /** Returns the first zoom level at which no tile has too many points, or most have few. */
  #chooseMaxZoom(): number {
    for (let zoom = MIN_DETAIL; zoom < MAX_DETAIL; zoom++) {
      const span = 4 ** (DEPTH - zoom);
      let [tiles, largest] = [0, 0];
      for (let start = 0, end; start < this.#keys.length; start = end, tiles++) {
        end = this.#endOfRun(start, span);
        largest = Math.max(largest, end - start);
      }
      if (largest <= MAX_POINTS || this.#keys.length < tiles * MIN_AVERAGE) return zoom;
    }
    return MAX_DETAIL;
  }

  /** Returns the end of the points that are in the same cell as the one at `start`. */
  #endOfRun(start: number, span: number): number {
    const limit = (Math.floor((this.#keys[start] ?? 0) / span) + 1) * span;
    let end = start + 1;
    while (end < this.#keys.length && (this.#keys[end] ?? 0) < limit) end++;
    return end;
  }

  /** Returns the tiles of all zoom levels in the order of their ids. */
  *tiles(): Generator<ArchiveTile> {
    for (let zoom = 0; zoom <= this.maxZoom; zoom++) {
      const span = 4 ** (DEPTH - zoom);
      for (let start = 0, end; start < this.#keys.length; start = end) {
        end = this.#endOfRun(start, span);
        const position = Math.floor((this.#keys[start] ?? 0) / span);
        yield {id: firstTileId(zoom) + position, bytes: this.#encode(zoom, start, end)};
      }
    }
  }

  /** Returns the tile with the points from `start` to `end`. */
  #encode(zoom: number, start: number, end: number): Uint8Array {
    const isDeepest = zoom === this.maxZoom;
    const extent = isDeepest ? EXTENT * 2 ** (MAX_DETAIL - zoom) : EXTENT;
    const span = 4 ** (DEPTH - zoom - CELL_BITS);
    const size = 2 ** zoom;
    const first = this.#order[start] ?? 0;
    const [left, top] = [cellAt(this.#x[first] ?? 0, size), cellAt(this.#y[first] ?? 0, size)];
    const features: object[] = [];
    for (let from = start, to; from < end; from = to) {
      to = isDeepest ? from + 1 : this.#endOfRun(from, span);
      let [x, y] = [0, 0];
      for (let i = from; i < to; i++) {
        x += this.#x[this.#order[i] ?? 0] ?? 0;
        y += this.#y[this.#order[i] ?? 0] ?? 0;
      }
      const count = to - from;
      const place = [
        cellAt((x / count) * size - left, extent),
        cellAt((y / count) * size - top, extent),
      ];
      const number = this.#order[from] ?? 0;
      features.push(
        count === 1
          ? {type: 1, id: number + 1, geometry: [place], tags: this.#points.fieldsAt(number)}
          : {type: 1, geometry: [place], tags: {point_count: count}},
      );
    }
    return fromGeojsonVt({[this.#layer]: {features} as never}, {version: 2, extent});
  }
}
