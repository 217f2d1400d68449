/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a record or a cell. */
import {Grid, INFLUENCE} from './grid.js';
import {FAMILY_COUNT, type MapPoints} from './map-view.js';
import {nearestCopy, type WorldBox, worldSize, worldX, worldY} from './mercator.js';

/** Records that are drawn as one: a marker if it is one record, a cluster if there are more. */
export interface Group {
  /** Where it is drawn, in the world's square: the mean of its records' places. */
  readonly x: number;
  readonly y: number;
  /** How many records it stands for. */
  readonly count: number;
  /** How many of those are of each family, then of each layer. */
  readonly families: readonly number[];
  /** Its points in their order: a record each, but where a source has merged some. */
  readonly members: Uint32Array;
}

/** At most so many groups stand in a view: more is neither legible nor walkable by keyboard. */
export const MOST = 300;

/** The side of a cell for a map of this size, in pixels: wide enough that `MOST` is hardly ever met. */
export function cellSize(width: number, height: number): number {
  let cell = 56;
  while ((width / cell + 2) * (height / cell + 2) > MOST) cell += 4;
  return cell;
}

/** Reading order goes by rows of so many pixels. */
const ROW = 48;

/**
 * The places of the map, and how they group at any zoom.
 *
 * There is no index. A view is one pass over typed arrays, into the cells of a grid that is fixed to the world; then
 * cells merge whose marks would touch. Nothing is built ahead or kept. What merges depends on cells close by alone, so
 * that a place groups in the same way whatever part of the world is in view and whatever way led there.
 */
export class Clusters {
  /** How many records have a place. */
  readonly size: number;
  /** Places in the world's square, by record; NaN where a record has none. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #family: Uint8Array;
  readonly #counts: Uint32Array | undefined;
  readonly #kinds: number;
  /** The cell of each record in the view that is being made, or -1. */
  readonly #cell: Int32Array;

  constructor({length, lat, lon, family, counts, layers = []}: MapPoints) {
    this.x = new Float64Array(length).fill(NaN);
    this.y = new Float64Array(length).fill(NaN);
    this.#cell = new Int32Array(length);
    this.#family = family;
    this.#counts = counts;
    this.#kinds = FAMILY_COUNT + layers.length;
    let size = 0;
    for (let i = 0; i < length; i++) {
      const x = worldX(lon[i]!);
      const y = worldY(lat[i]!);
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      this.x[i] = x;
      this.y[i] = y;
      size++;
    }
    this.size = size;
  }

  /** Whether the places of the records are the same as in others. */
  sameAs({x, y}: Clusters): boolean {
    if (x.length !== this.x.length) return false;
    for (let i = 0; i < x.length; i++)
      if (!Object.is(x[i], this.x[i]) || !Object.is(y[i], this.y[i])) return false;
    return true;
  }

  /** What a view shows, in reading order; `cell` pixels apart, or further if there were too many. */
  view(box: WorldBox, zoom: number, cell: number): Group[] {
    let groups = this.groups(box, zoom, cell);
    for (let wider = cell * 1.5; groups.length > MOST; wider *= 1.5)
      groups = this.groups(box, zoom, wider);
    // The rows are fixed to the world, so that moving the map doesn't change the order.
    const row = ({y}: Group) => Math.floor((y * worldSize(zoom)) / ROW);
    return groups.sort((a, b) => row(a) - row(b) || a.x - b.x || a.members[0]! - b.members[0]!);
  }

  /** The group of a record, as every view at this zoom shows it. */
  groupOf(index: number, zoom: number, cell: number): Group | undefined {
    const [x, y] = [this.x[index]!, this.y[index]!];
    const far = (3 * cell) / worldSize(zoom);
    const box = {west: x - far, north: y - far, east: x + far, south: y + far};
    return this.groups(box, zoom, cell).find(({members}) => members.includes(index));
  }

  /** The first zoom at which a group is no longer one; none if it still is at the deepest. */
  partingZoom({members}: Group, zoom: number, deepest: number, cell: number): number | undefined {
    const parted = (at: number) =>
      this.groupOf(members[0]!, at, cell)?.members.length !== members.length;
    if (zoom >= deepest || !parted(deepest)) return undefined;
    let parting = zoom + 1;
    while (parting < deepest && !parted(parting)) parting++;
    return parting;
  }

  /** The box about some records, in the copy of the world that is nearest to `x`. */
  boxOf(members: Uint32Array, x: number): WorldBox {
    const box = {west: Infinity, north: Infinity, east: -Infinity, south: -Infinity};
    for (const index of members) {
      const [left, top] = [nearestCopy(this.x[index]!, x), this.y[index]!];
      box.west = Math.min(box.west, left);
      box.east = Math.max(box.east, left);
      box.north = Math.min(box.north, top);
      box.south = Math.max(box.south, top);
    }
    return box;
  }

  /** The groups whose middle is in a box, for cells of about so many pixels. */
  groups(box: WorldBox, zoom: number, cell: number): Group[] {
    // A whole number of cells goes round the world, so that the grid has no seam at the antimeridian.
    const columns = Math.max(1, Math.floor(worldSize(zoom) / cell));
    const across = Math.ceil((box.east - box.west) * columns) + 1 + 2 * INFLUENCE;
    const width = Math.min(columns, across);
    const west = width < across ? 0 : Math.floor(box.west * columns) - INFLUENCE;
    const top = Math.max(0, Math.floor(box.north * columns) - INFLUENCE);
    const height = Math.min(columns, Math.floor(box.south * columns) + 1 + INFLUENCE) - top;
    if (!(width > 0 && height > 0)) return [];
    const turns = Math.floor(west / columns);
    const grid = new Grid(columns, west - turns * columns, width, height, this.#kinds);
    const total = this.#fill(grid, top, turns);
    grid.merge(worldSize(zoom));
    return this.#collect(grid, total, (box.west + box.east) / 2).filter(
      ({x, y}) => x >= box.west && x < box.east && y >= box.north && y < box.south,
    );
  }

  /** Counts the records into the cells, `turns` round the world; answers how many are inside. */
  #fill(grid: Grid, top: number, turns: number): number {
    const {x, y} = this;
    const cells = this.#cell;
    const family = this.#family;
    const counts = this.#counts;
    const {columns, left, width, height, kinds} = grid;
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      cells[i] = -1;
      const row = Math.floor(y[i]! * columns) - top;
      // NaN is neither.
      if (!(row >= 0 && row < height)) continue;
      const column = Math.floor(x[i]! * columns) - left;
      const over = column < 0 ? 1 : 0;
      if (column + over * columns >= width) continue;
      const cell = row * width + column + over * columns;
      cells[i] = cell;
      const kind = Math.min(kinds - 1, family[i]!);
      grid.add(cell, x[i]! + (turns + over), y[i]!, kind, counts ? counts[i]! : 1);
      total++;
    }
    return total;
  }

  /** The groups of a merged grid, in the copy of the world about `middle`. The records are sorted by group in one go; within one they keep their order. */
  #collect(grid: Grid, total: number, middle: number): Group[] {
    const ends = new Int32Array(grid.counts.length);
    let sum = 0;
    for (const root of grid.roots) {
      ends[root] = sum;
      sum += grid.points[root]!;
    }
    const sorted = new Uint32Array(total);
    const cells = this.#cell;
    for (let i = 0; i < cells.length; i++)
      if (cells[i]! >= 0) sorted[ends[grid.root(cells[i]!)]!++] = i;
    return grid.roots.map(root => {
      const end = ends[root]!;
      return {
        x: nearestCopy(grid.x(root), middle),
        y: grid.y(root),
        count: grid.counts[root]!,
        families: [...grid.families.subarray(grid.kinds * root, grid.kinds * (root + 1))],
        members: sorted.subarray(end - grid.points[root]!, end),
      };
    });
  }
}

/** The records of some groups, in their order; `length` is how many records there are at all. */
export function recordsOf(groups: readonly Group[], length: number): Uint32Array {
  const shown = new Uint8Array(length);
  let count = 0;
  for (const {members} of groups) {
    count += members.length;
    for (const index of members) shown[index] = 1;
  }
  const indices = new Uint32Array(count);
  for (let index = 0, at = 0; at < count; index++) if (shown[index]) indices[at++] = index;
  return indices;
}
