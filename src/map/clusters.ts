/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a record or a cell. */
import {Grid, influenceOf, type Mesh, REACH} from './grid.js';
import {type Group, Grouping} from './grouping.js';
import {FAMILY_COUNT, type MapPoints} from './map-view.js';
import {nearestCopy, type WorldBox, worldSize, worldX, worldY} from './mercator.js';

/** At most so many groups stand in a view: more is neither legible nor walkable by keyboard. */
export const MOST = 300;

/** With so few records each has its marker, but where those would lie on one another. */
const FEW = 500;
/** Two in a cell of this side would touch. */
const FINE: Mesh = {cell: 20, rounds: 6};
const COARSE: Mesh = {cell: 56, rounds: 3};

/** How a map of this size groups so many records: so that `MOST` is hardly ever met. */
export function meshFor(width: number, height: number, count: number): Mesh {
  if (count <= FEW) return FINE;
  let {cell} = COARSE;
  while ((width / cell + 2) * (height / cell + 2) > MOST) cell += 4;
  return {...COARSE, cell};
}

/** The height of a row, in pixels. */
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

  /** Whether the places of the records are the same as in others. */
  sameAs({x, y}: Clusters): boolean {
    if (x.length !== this.x.length) return false;
    for (let i = 0; i < x.length; i++)
      if (!Object.is(x[i], this.x[i]) || !Object.is(y[i], this.y[i])) return false;
    return true;
  }

  /** What a view shows; further apart than the mesh has it, if there were too many. */
  view(box: WorldBox, zoom: number, mesh: Mesh): Grouping {
    let grouping = this.grouping(box, zoom, mesh);
    for (let {cell} = mesh; grouping.groups.length > MOST;)
      grouping = this.grouping(box, zoom, {...mesh, cell: (cell *= 1.5)});
    return grouping;
  }

  /** The group of a record, as every view at this zoom shows it. */
  groupOf(index: number, zoom: number, mesh: Mesh): Group | undefined {
    const [x, y] = [this.x[index]!, this.y[index]!];
    // As far as the middle of its group may be.
    const far = (REACH * mesh.rounds * mesh.cell) / worldSize(zoom);
    const box = {west: x - far, north: y - far, east: x + far, south: y + far};
    return this.grouping(box, zoom, mesh).groupAt(index);
  }

  /** The first zoom at which a group is no longer one; none if it still is at the deepest. */
  partingZoom({first, size}: Group, zoom: number, deepest: number, mesh: Mesh): number | undefined {
    const parted = (at: number) => this.groupOf(first, at, mesh)?.size !== size;
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

  /** The groups whose middle is in a box. */
  grouping(box: WorldBox, zoom: number, mesh: Mesh): Grouping {
    // A whole number of cells goes round the world, so that the grid has no seam at the antimeridian.
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

  /** Counts the records into the cells, `turns` round the world; answers the cell of each, or -1. */
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
      // NaN is neither.
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

/** Groups in reading order: by rows that are fixed to the world, so that moving the map doesn't change it. */
export function inReadingOrder(groups: readonly Group[], zoom: number): Group[] {
  const row = ({y}: Group) => Math.floor((y * worldSize(zoom)) / ROW);
  return [...groups].sort((a, b) => row(a) - row(b) || a.x - b.x || a.first - b.first);
}
