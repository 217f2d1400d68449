/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a record or a cell. */
import type {Grid} from './grid.js';
import {nearestCopy, type WorldBox} from './mercator.js';

/** Records drawn as one mark: a marker for one record, a cluster for several. */
export interface Group {
  /** Position in world coordinates: the mean of the records. */
  readonly x: number;
  readonly y: number;
  /** Number of records. */
  readonly count: number;
  /** Number of records by category: families, then layers. */
  readonly families: readonly number[];
  /** Index of the first point. */
  readonly first: number;
  /** Number of points: one per record, unless a source has merged records. */
  readonly size: number;
  /** Indices of the points, in ascending order; computed on first access. */
  readonly members: Uint32Array;
}

/** Groups of the records at a zoom, in a part of the world. */
export class Grouping {
  /** Groups, unordered. */
  readonly groups: readonly Group[];
  readonly #grid: Grid;
  /** Cell of each point, or -1. */
  readonly #cells: Int32Array;
  readonly #byRoot = new Map<number, Group>();

  /** Creates the groups of a merged grid whose centre lies within a box. */
  constructor(grid: Grid, cells: Int32Array, box: WorldBox) {
    this.#grid = grid;
    this.#cells = cells;
    const middle = (box.west + box.east) / 2;
    for (const root of grid.roots) {
      const x = nearestCopy(grid.x(root), middle);
      const y = grid.y(root);
      if (!(x >= box.west && x < box.east && y >= box.north && y < box.south)) continue;
      this.#byRoot.set(root, new LateGroup(grid, root, x, y, cells));
    }
    this.groups = [...this.#byRoot.values()];
  }

  /** Returns the group that contains a record. */
  groupAt(index: number): Group | undefined {
    const cell = this.#cells[index] ?? -1;
    return cell < 0 ? undefined : this.#byRoot.get(this.#grid.root(cell));
  }

  /** Returns the indices of the records in all groups, in ascending order. */
  records(): Uint32Array {
    const cells = this.#cells;
    const isShown = new Uint8Array(this.#grid.counts.length);
    for (let cell = 0; cell < isShown.length; cell++)
      if (this.#byRoot.has(this.#grid.root(cell))) isShown[cell] = 1;
    let count = 0;
    for (const {size} of this.groups) count += size;
    const records = new Uint32Array(count);
    for (let index = 0, at = 0; at < count; index++) {
      const cell = cells[index]!;
      if (cell >= 0 && isShown[cell]!) records[at++] = index;
    }
    return records;
  }
}

/** Group that computes its members on first access: most are never read. */
class LateGroup implements Group {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly families: readonly number[];
  readonly first: number;
  readonly size: number;
  readonly #grid: Grid;
  readonly #root: number;
  readonly #cells: Int32Array;
  #members: Uint32Array | undefined;

  constructor(grid: Grid, root: number, x: number, y: number, cells: Int32Array) {
    const {counts, families, firsts, kinds, points} = grid;
    this.#grid = grid;
    this.#root = root;
    this.#cells = cells;
    this.x = x;
    this.y = y;
    this.count = counts[root]!;
    this.families = [...families.subarray(kinds * root, kinds * (root + 1))];
    this.first = firsts[root]!;
    this.size = points[root]!;
  }

  get members(): Uint32Array {
    return (this.#members ??= this.#find());
  }

  #find(): Uint32Array {
    const {first, size} = this;
    const members = new Uint32Array(size);
    const cells = this.#cells;
    for (let index = first, at = 0; at < size; index++) {
      const cell = cells[index]!;
      if (cell >= 0 && this.#grid.root(cell) === this.#root) members[at++] = index;
    }
    return members;
  }
}
