/* oxlint-disable typescript/no-non-null-assertion -- Every index refers to a record or a cell. */
import type {Grid} from './grid.js';
import {nearestCopy, type WorldBox} from '../../model/geo/mercator.js';

/** Records drawn as one mark: a marker for one record, a cluster for several. */
export interface Group {
  /** Position in world coordinates: the mean of the records. */
  readonly x: number;
  readonly y: number;
  readonly recordCount: number;
  /** Number of records by category: families, then layers. */
  readonly categoryCounts: readonly number[];
  /** Index of the first point. */
  readonly firstPoint: number;
  /** Number of points: one per record, unless a source has merged records. */
  readonly pointCount: number;
  /** Indices of the points, in ascending order; computed on first access. */
  readonly members: Uint32Array;
}

/** Returns the marks of the group at a position, if it is two of them. */
export type PairSplitter = (root: number, x: number, y: number) => readonly Group[] | undefined;

/** Groups of the records at a zoom, in a part of the world. */
export class GroupSet {
  /** Groups, unordered. */
  readonly groups: readonly Group[];
  readonly #grid: Grid;
  /** Cell of each point, or -1. */
  readonly #cells: Int32Array;
  readonly #groupsByRoot = new Map<number, Group>();
  /** Marks of pairs, by point. */
  readonly #marks = new Map<number, Group>();

  /**
   * Creates the groups of a merged grid whose centre lies within a box.
   *
   * @param split Returns the two marks of a group, if it is not one.
   */
  constructor(grid: Grid, cells: Int32Array, box: WorldBox, split?: PairSplitter) {
    this.#grid = grid;
    this.#cells = cells;
    const groups: Group[] = [];
    const middle = (box.west + box.east) / 2;
    for (const root of grid.roots) {
      const x = nearestCopy(grid.x(root), middle);
      const y = grid.y(root);
      if (!(x >= box.west && x < box.east && y >= box.north && y < box.south)) continue;
      const group = new LazyGroup(grid, root, x, y, cells);
      this.#groupsByRoot.set(root, group);
      const marks = split?.(root, x, y);
      for (const mark of marks ?? []) this.#marks.set(mark.firstPoint, mark);
      groups.push(...(marks ?? [group]));
    }
    this.groups = groups;
  }

  /** Returns the group that contains a record. */
  groupOf(index: number): Group | undefined {
    const cell = this.#cells[index] ?? -1;
    if (cell < 0) return undefined;
    return this.#marks.get(index) ?? this.#groupsByRoot.get(this.#grid.rootOf(cell));
  }

  /** Returns the indices of the records in all groups, in ascending order. */
  recordIndices(): Uint32Array {
    const cells = this.#cells;
    const isShown = new Uint8Array(this.#grid.recordCounts.length);
    for (let cell = 0; cell < isShown.length; cell++)
      if (this.#groupsByRoot.has(this.#grid.rootOf(cell))) isShown[cell] = 1;
    let count = 0;
    for (const {pointCount} of this.groups) count += pointCount;
    const records = new Uint32Array(count);
    for (let index = 0, at = 0; at < count; index++) {
      const cell = cells[index]!;
      if (cell >= 0 && isShown[cell]!) records[at++] = index;
    }
    return records;
  }
}

/** Group that computes its members on first access: most are never read. */
class LazyGroup implements Group {
  readonly x: number;
  readonly y: number;
  readonly recordCount: number;
  readonly categoryCounts: readonly number[];
  readonly firstPoint: number;
  readonly pointCount: number;
  readonly #grid: Grid;
  readonly #root: number;
  readonly #cells: Int32Array;
  #members: Uint32Array | undefined;

  constructor(grid: Grid, root: number, x: number, y: number, cells: Int32Array) {
    const {recordCounts, categoryCounts, firstPoints, categoryCount, pointCounts} = grid;
    this.#grid = grid;
    this.#root = root;
    this.#cells = cells;
    this.x = x;
    this.y = y;
    this.recordCount = recordCounts[root]!;
    this.categoryCounts = [
      ...categoryCounts.subarray(categoryCount * root, categoryCount * (root + 1)),
    ];
    this.firstPoint = firstPoints[root]!;
    this.pointCount = pointCounts[root]!;
  }

  get members(): Uint32Array {
    return (this.#members ??= this.#collectMembers());
  }

  #collectMembers(): Uint32Array {
    const {firstPoint, pointCount} = this;
    const members = new Uint32Array(pointCount);
    const cells = this.#cells;
    for (let index = firstPoint, at = 0; at < pointCount; index++) {
      const cell = cells[index]!;
      if (cell >= 0 && this.#grid.rootOf(cell) === this.#root) members[at++] = index;
    }
    return members;
  }
}
