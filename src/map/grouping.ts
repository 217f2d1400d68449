/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a record or a cell. */
import type {Grid} from './grid.js';
import {nearestCopy, type WorldBox} from './mercator.js';

/** Records that are drawn as one: a marker if it is one record, a cluster if there are more. */
export interface Group {
  /** Where it is drawn, in the world's square: the mean of its records' places. */
  readonly x: number;
  readonly y: number;
  /** How many records it stands for. */
  readonly count: number;
  /** How many of those are of each family, then of each layer. */
  readonly families: readonly number[];
  /** The first of its points. */
  readonly first: number;
  /** How many points it has: one a record, but where a source has merged some. */
  readonly size: number;
  /** Its points in their order; looked up when first asked for. */
  readonly members: Uint32Array;
}

/** How records group at a zoom, in a part of the world. */
export class Grouping {
  /** What is drawn, in no order. */
  readonly groups: readonly Group[];
  readonly #grid: Grid;
  /** The cell of each point, or -1. */
  readonly #cells: Int32Array;
  readonly #byRoot = new Map<number, Group>();

  /** The groups of a merged grid whose middle is in a box. */
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

  /** The group that a record is drawn in. */
  groupAt(index: number): Group | undefined {
    const cell = this.#cells[index] ?? -1;
    return cell < 0 ? undefined : this.#byRoot.get(this.#grid.root(cell));
  }

  /** The records of all groups, in their order. */
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

/** A group that looks up its members when somebody asks for them: of most, nobody does. */
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
