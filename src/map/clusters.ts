/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a record or a cell. */
import {Grid, influenceOf, type Mesh, REACH} from './grid.js';
import {type Group, Grouping} from './grouping.js';
import {FAMILY_COUNT, type MapPoints} from './map-view.js';
import {nearestCopy, type WorldBox, worldSize, worldX, worldY} from './mercator.js';

/** Maximum number of marks in a view; more are neither legible nor reachable by keyboard. */
export const MOST = 300;

/** Up to this number of records, only marks that would overlap are merged. */
const FEW = 500;
/** Two marks in a cell of this size would touch. */
const FINE: Mesh = {cell: 20, rounds: 6};
const COARSE: Mesh = {cell: 56, rounds: 3};

/** Returns the grid for a map size and a number of records, such that `MAX_GROUPS` is rarely exceeded. */
export function meshFor(width: number, height: number, count: number): Mesh {
  if (count <= FEW) return FINE;
  let {cell} = COARSE;
  while ((width / cell + 2) * (height / cell + 2) > MOST) cell += 4;
  return {...COARSE, cell};
}

/** Height of a row of the reading order, in pixels. */
const ROW = 48;

/**
 * Points of the map and their clusters at any zoom.
 *
 * There is no spatial index: each view is one pass over typed arrays into the cells of a grid that is fixed to the
 * world, after which cells with overlapping marks merge. A merge depends on nearby cells only, so that the clusters of
 * a place are independent of the viewport and of previous views.
 */
export class Clusters {
  /** Number of records with coordinates. */
  readonly size: number;
  /** World coordinates by record; NaN for records without coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #family: Uint8Array;
  readonly #counts: Uint32Array | undefined;
  readonly #kinds: number;

  constructor({length, lat, lon, family, counts, layers = []}: MapPoints) {
    this.x = new Float64Array(length).fill(NaN);
    this.y = new Float64Array(length).fill(NaN);
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

  /** True if all records have the same coordinates in both instances. */
  sameAs({x, y}: Clusters): boolean {
    if (x.length !== this.x.length) return false;
    for (let i = 0; i < x.length; i++)
      if (!Object.is(x[i], this.x[i]) || !Object.is(y[i], this.y[i])) return false;
    return true;
  }

  /** Returns the groups of a view, with a coarser grid if there would be more than `MAX_GROUPS`. */
  view(box: WorldBox, zoom: number, mesh: Mesh): Grouping {
    let grouping = this.grouping(box, zoom, mesh);
    for (let {cell} = mesh; grouping.groups.length > MOST;)
      grouping = this.grouping(box, zoom, {...mesh, cell: (cell *= 1.5)});
    return grouping;
  }

  /** Returns the group of a record, the same as in every view at this zoom. */
  groupOf(index: number, zoom: number, mesh: Mesh): Group | undefined {
    const [x, y] = [this.x[index]!, this.y[index]!];
    // Maximum distance between a record and the centre of its group.
    const far = (REACH * mesh.rounds * mesh.cell) / worldSize(zoom);
    const box = {west: x - far, north: y - far, east: x + far, south: y + far};
    return this.grouping(box, zoom, mesh).groupAt(index);
  }

  /** Returns the first zoom at which a group splits, or undefined if it stays one at `maxZoom`. */
  partingZoom({first, size}: Group, zoom: number, deepest: number, mesh: Mesh): number | undefined {
    const parted = (at: number) => this.groupOf(first, at, mesh)?.size !== size;
    if (zoom >= deepest || !parted(deepest)) return undefined;
    let parting = zoom + 1;
    while (parting < deepest && !parted(parting)) parting++;
    return parting;
  }

  /** Returns the bounding box of records, in the copy of the world nearest to `x`. */
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

  /** Returns the groups whose centre lies within a box. */
  grouping(box: WorldBox, zoom: number, mesh: Mesh): Grouping {
    // An integer number of cells spans the world, so that the grid has no seam at the antimeridian.
    const columns = Math.max(1, Math.floor(worldSize(zoom) / mesh.cell));
    const beyond = influenceOf(mesh);
    const across = Math.ceil((box.east - box.west) * columns) + 1 + 2 * beyond;
    const width = Math.min(columns, across);
    const west = width < across ? 0 : Math.floor(box.west * columns) - beyond;
    const top = Math.max(0, Math.floor(box.north * columns) - beyond);
    const height = Math.max(
      0,
      Math.min(columns, Math.floor(box.south * columns) + 1 + beyond) - top,
    );
    const turns = Math.floor(west / columns);
    const grid = new Grid({columns, left: west - turns * columns, width, height}, this.#kinds);
    const cells = this.#fill(grid, top, turns);
    grid.merge(worldSize(zoom), mesh.rounds);
    return new Grouping(grid, cells, box);
  }

  /**
   * Adds the records to the cells. Returns the cell of each record, or -1 if it is outside the grid.
   *
   * @param turns Number of worlds between the grid and the world from 0 to 1.
   */
  #fill(grid: Grid, top: number, turns: number): Int32Array {
    const {x, y} = this;
    const cells = new Int32Array(x.length);
    const family = this.#family;
    const weights = this.#counts;
    const {counts, points, firsts, sumX, sumY, families, kinds} = grid;
    const {columns, left, width, height} = grid.span;
    for (let i = 0; i < x.length; i++) {
      cells[i] = -1;
      const row = Math.floor(y[i]! * columns) - top;
      // False for NaN too.
      if (!(row >= 0 && row < height)) continue;
      const column = Math.floor(x[i]! * columns) - left;
      const over = column < 0 ? 1 : 0;
      if (column + over * columns >= width) continue;
      const cell = row * width + column + over * columns;
      cells[i] = cell;
      const weight = weights ? weights[i]! : 1;
      if (points[cell]!++ === 0) firsts[cell] = i;
      counts[cell]! += weight;
      sumX[cell]! += (x[i]! + (turns + over)) * weight;
      sumY[cell]! += y[i]! * weight;
      families[kinds * cell + Math.min(kinds - 1, family[i]!)]! += weight;
    }
    return cells;
  }
}

/** Sorts groups into reading order, by rows that are fixed to the world: panning does not change the order. */
export function inReadingOrder(groups: readonly Group[], zoom: number): Group[] {
  const row = ({y}: Group) => Math.floor((y * worldSize(zoom)) / ROW);
  return [...groups].sort((a, b) => row(a) - row(b) || a.x - b.x || a.first - b.first);
}
