import type {MapPoints} from './map-view.js';
import {type WorldBox, worldSize, worldX, worldY} from './mercator.js';

/** Records that are drawn as one: a marker if it is one record, a cluster if there are more. */
export interface Group {
  /** Where it is drawn, in the world's square: the mean of its records' places. */
  readonly x: number;
  readonly y: number;
  /** How many of its records are of each family. */
  readonly families: readonly [number, number, number, number];
  /** Its records in the order of the points. */
  readonly members: Uint32Array;
}

/** At most so many groups stand in a view: more is neither legible nor walkable by keyboard. */
export const MOST = 300;

/** Half the width of what is drawn for so many records, in pixels. */
export function radius(count: number): number {
  if (count === 1) return 14;
  return count < 10 ? 19 : count < 100 ? 22 : count < 1000 ? 25 : count < 10_000 ? 29 : 34;
}

/** The side of a cell for a map of this size, in pixels: wide enough that `MOST` is hardly ever met. */
export function cellSize(width: number, height: number): number {
  let cell = 56;
  while ((width / cell + 2) * (height / cell + 2) > MOST) cell += 4;
  return cell;
}

/** How often neighbours may merge, and how many cells away a neighbour may be. */
const ROUNDS = 3;
const REACH = 2;
/** Cells about a view that have a say in what it shows: a merge has reasons within twice its reach. */
const MARGIN = REACH * (2 * ROUNDS + 1);

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
  /** The cell of each record in the view that is being made, or -1. */
  readonly #cell: Int32Array;

  constructor({length, lat, lon, family}: MapPoints) {
    this.x = new Float64Array(length).fill(NaN);
    this.y = new Float64Array(length).fill(NaN);
    this.#cell = new Int32Array(length);
    this.#family = family;
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

  /** What a view shows, from north-west to south-east; `cell` pixels apart, or further if there were too many. */
  view(box: WorldBox, zoom: number, cell: number): Group[] {
    let groups = this.groups(box, zoom, cell);
    for (let wider = cell * 1.5; groups.length > MOST; wider *= 1.5)
      groups = this.groups(box, zoom, wider);
    // The rows are fixed to the world, so that moving the map doesn't change the order.
    const row = ({y}: Group) => Math.floor((y * worldSize(zoom)) / 48);
    return groups.sort((a, b) => row(a) - row(b) || a.x - b.x || a.members[0]! - b.members[0]!);
  }

  /** The group of a record, as every view at this zoom shows it. */
  groupOf(index: number, zoom: number, cell: number): Group | undefined {
    const [x, y] = [this.x[index]!, this.y[index]!];
    const far = (REACH * cell) / worldSize(zoom);
    const box = {west: x - far, north: y - far, east: x + far, south: y + far};
    return this.groups(box, zoom, cell).find(({members}) => members.includes(index));
  }

  /** The groups whose middle is in a box, for cells of about so many pixels. */
  groups(box: WorldBox, zoom: number, cell: number): Group[] {
    // A whole number of cells goes round the world, so that the grid has no seam at the antimeridian.
    const columns = Math.max(1, Math.floor(worldSize(zoom) / cell));
    const across = Math.ceil((box.east - box.west) * columns) + 1 + 2 * MARGIN;
    const width = Math.min(columns, across);
    const left = Math.floor(
      width < across ? ((box.west + box.east - 1) / 2) * columns : box.west * columns - MARGIN,
    );
    const top = Math.max(0, Math.floor(box.north * columns) - MARGIN);
    const height = Math.min(columns, Math.floor(box.south * columns) + 1 + MARGIN) - top;
    if (!(width > 0 && height > 0)) return [];

    const grid = new Grid(width, height);
    const total = this.#fill(grid, columns, left, top);
    grid.merge(worldSize(zoom));

    // The records, sorted by group in one go; within a group they keep their order.
    const sorted = new Uint32Array(total);
    const starts = grid.starts();
    for (let i = 0; i < this.#cell.length; i++) {
      const at = this.#cell[i]!;
      if (at >= 0) sorted[starts[grid.root(at)]!++] = i;
    }
    const groups: Group[] = [];
    for (const at of grid.roots) {
      const count = grid.counts[at]!;
      const [x, y] = [grid.x(at), grid.y(at)];
      if (x < box.west || x >= box.east || y < box.north || y >= box.south) continue;
      const [a, b, c, d] = grid.families.subarray(
        4 * at,
        4 * at + 4,
      ) as unknown as Group['families'];
      const end = starts[at]!;
      groups.push({x, y, families: [a, b, c, d], members: sorted.subarray(end - count, end)});
    }
    return groups;
  }

  /** Counts the records into the cells of a part of the world; answers how many there are. */
  #fill(grid: Grid, columns: number, left: number, top: number): number {
    const {x, y} = this;
    const cells = this.#cell;
    const family = this.#family;
    const {width, height, counts, sumX, sumY, families} = grid;
    const turns = Math.floor(left / columns);
    const first = left - turns * columns;
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      cells[i] = -1;
      const row = Math.floor(y[i]! * columns) - top;
      // NaN is neither.
      if (!(row >= 0 && row < height)) continue;
      let column = Math.floor(x[i]! * columns) - first;
      const over = column < 0 ? 1 : 0;
      column += over * columns;
      if (column >= width) continue;
      const at = row * width + column;
      cells[i] = at;
      counts[at]!++;
      sumX[at]! += x[i]! + (turns + over);
      sumY[at]! += y[i]!;
      families[4 * at + Math.min(3, family[i]!)]!++;
      total++;
    }
    return total;
  }
}

/** Cells with what is in them. A cell that has merged into another names it; the others are roots. */
class Grid {
  readonly counts: Int32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly families: Int32Array;
  /** The cells that stand for a group. */
  roots: number[] = [];
  readonly #into: Int32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    const size = width * height;
    this.counts = new Int32Array(size);
    this.sumX = new Float64Array(size);
    this.sumY = new Float64Array(size);
    this.families = new Int32Array(4 * size);
    this.#into = new Int32Array(size).fill(-1);
  }

  x(at: number): number {
    return this.sumX[at]! / this.counts[at]!;
  }

  y(at: number): number {
    return this.sumY[at]! / this.counts[at]!;
  }

  root(at: number): number {
    for (let into = this.#into[at]!; into >= 0; into = this.#into[at]!) at = into;
    return at;
  }

  /** Where the records of each root begin when all are sorted by root. */
  starts(): Int32Array {
    const starts = new Int32Array(this.counts.length);
    let sum = 0;
    for (const at of this.roots) {
      starts[at] = sum;
      sum += this.counts[at]!;
    }
    return starts;
  }

  /** Lets the marks that would touch become one, in a world of so many pixels. */
  merge(world: number): void {
    this.counts.forEach((count, at) => count > 0 && this.roots.push(at));
    const targets = new Int32Array(this.counts.length);
    for (let round = 0; round < ROUNDS; round++) {
      for (const at of this.roots) targets[at] = this.#target(at, world);
      // A cell whose own target moves away stays for this round: so no order of cells matters.
      const leaving = this.roots.filter(at => targets[at]! >= 0 && targets[targets[at]!]! < 0);
      if (leaving.length === 0) return;
      for (const at of leaving) this.#join(at, targets[at]!);
      this.roots = this.roots.filter(at => this.#into[at]! < 0);
    }
  }

  /** The strongest neighbour that a cell would touch, if it is stronger than itself. */
  #target(at: number, world: number): number {
    const row = Math.floor(at / this.width);
    const column = at - row * this.width;
    let best = at;
    for (let r = Math.max(0, row - REACH); r <= Math.min(this.height - 1, row + REACH); r++)
      for (
        let c = Math.max(0, column - REACH);
        c <= Math.min(this.width - 1, column + REACH);
        c++
      ) {
        const other = r * this.width + c;
        if (this.#stronger(other, best) && this.#touch(at, other, world)) best = other;
      }
    return best === at ? -1 : best;
  }

  #stronger(a: number, b: number): boolean {
    if (this.#into[a]! >= 0) return false;
    const more = this.counts[a]! - this.counts[b]!;
    return more > 0 || (more === 0 && a < b);
  }

  #touch(a: number, b: number, world: number): boolean {
    const apart = (radius(this.counts[a]!) + radius(this.counts[b]!)) / world;
    const [dx, dy] = [this.x(a) - this.x(b), this.y(a) - this.y(b)];
    return dx * dx + dy * dy < apart * apart;
  }

  #join(at: number, into: number): void {
    this.#into[at] = into;
    this.counts[into]! += this.counts[at]!;
    this.sumX[into]! += this.sumX[at]!;
    this.sumY[into]! += this.sumY[at]!;
    for (let f = 0; f < 4; f++) this.families[4 * into + f]! += this.families[4 * at + f]!;
  }
}
