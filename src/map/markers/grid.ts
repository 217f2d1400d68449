/* oxlint-disable typescript/no-non-null-assertion -- Every index refers to a cell, checked where it is made. */

/** Returns the radius of a mark for a number of records, in pixels: rings grow with its root. */
export const markRadius = (count: number): number =>
  count === 1 ? 14 : Math.min(34, Math.round(16 + 0.6 * Math.sqrt(count)));

/** Cell size of a grid in pixels, and maximum number of merge rounds. */
export interface GridOptions {
  readonly cellSize: number;
  readonly maxRounds: number;
}

/** Maximum distance between merging cells, in cells. */
export const MERGE_REACH = 2;
/** Maximum distance of cells that affect a cell, in cells: each round depends on cells within twice `MERGE_REACH`. */
export const influenceReach = ({maxRounds}: GridOptions): number =>
  MERGE_REACH * (2 * maxRounds + 1);

/** Position of a grid: `firstColumn` among the `columns` that span the world, and its size in cells. */
interface GridArea {
  readonly columns: number;
  readonly firstColumn: number;
  readonly width: number;
  readonly height: number;
}

/** Grid of cells that cover a part of the world, with union-find over merged cells. */
export class Grid {
  readonly area: GridArea;
  /** Per cell: number of records, number of points that represent them, first and last point. */
  readonly recordCounts: Int32Array;
  readonly pointCounts: Int32Array;
  readonly firstPoints: Int32Array;
  readonly lastPoints: Int32Array;
  /** Sums of world coordinates; their means do not depend on the viewport. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  /** Number of categories (families, then layers), and record counts by cell and category. */
  readonly categoryCount: number;
  readonly categoryCounts: Int32Array;
  /** Cells that represent a group. */
  roots: number[] = [];
  readonly #parents: Int32Array;
  // Centre and radius of marks, in world coordinates, used while merging.
  readonly #centerX: Float64Array;
  readonly #centerY: Float64Array;
  readonly #radii: Float64Array;

  constructor(span: GridArea, kinds: number) {
    const size = span.width * span.height;
    this.area = span;
    this.recordCounts = new Int32Array(size);
    this.pointCounts = new Int32Array(size);
    this.firstPoints = new Int32Array(size);
    this.lastPoints = new Int32Array(size);
    this.sumX = new Float64Array(size);
    this.sumY = new Float64Array(size);
    this.categoryCount = kinds;
    this.categoryCounts = new Int32Array(kinds * size);
    this.#parents = new Int32Array(size).fill(-1);
    this.#centerX = new Float64Array(size);
    this.#centerY = new Float64Array(size);
    this.#radii = new Float64Array(size);
  }

  x(cell: number): number {
    return this.sumX[cell]! / this.recordCounts[cell]!;
  }

  y(cell: number): number {
    return this.sumY[cell]! / this.recordCounts[cell]!;
  }

  /** Returns the cell that represents a cell. */
  rootOf(cell: number): number {
    let root = cell;
    while (this.#parents[root]! >= 0) root = this.#parents[root]!;
    return root;
  }

  /**
   * Merges cells whose marks overlap.
   *
   * @param worldPixels Side of the world in pixels.
   */
  merge(worldPixels: number, maxRounds: number): void {
    for (let cell = 0; cell < this.recordCounts.length; cell++)
      if (this.recordCounts[cell]! > 0) {
        this.roots.push(cell);
        this.#updateMark(cell, worldPixels);
      }
    const targets = new Int32Array(this.recordCounts.length);
    for (let round = 0; round < maxRounds; round++) {
      for (const cell of this.roots) targets[cell] = this.#mergeTarget(cell);
      // A cell whose target moves as well is kept for this round, so that the result does not depend on the order.
      const merging = this.roots.filter(
        cell => targets[cell]! >= 0 && targets[targets[cell]!]! < 0,
      );
      if (merging.length === 0) return;
      for (const cell of merging) this.#mergeInto(cell, targets[cell]!);
      this.roots = this.roots.filter(cell => this.#parents[cell]! < 0);
      for (const cell of merging) this.#updateMark(targets[cell]!, worldPixels);
    }
  }

  #updateMark(cell: number, worldPixels: number): void {
    this.#centerX[cell] = this.x(cell);
    this.#centerY[cell] = this.y(cell);
    this.#radii[cell] = markRadius(this.recordCounts[cell]!) / worldPixels;
  }

  /** Returns the largest overlapping neighbour if it is larger than the cell itself; else -1. */
  #mergeTarget(cell: number): number {
    const {columns, width, height} = this.area;
    const row = Math.floor(cell / width);
    const column = cell - row * width;
    const bottom = Math.min(height - 1, row + MERGE_REACH);
    // If the grid spans the world, its last column is next to its first.
    const isWrapped = width === columns;
    let best = cell;
    let bestCount = this.recordCounts[cell]!;
    for (let y = Math.max(0, row - MERGE_REACH); y <= bottom; y++)
      for (let x = column - MERGE_REACH; x <= column + MERGE_REACH; x++) {
        if (!isWrapped && (x < 0 || x >= width)) continue;
        const other = y * width + ((x + width) % width);
        const count = this.recordCounts[other]!;
        if (count < bestCount || (count === bestCount && this.#rank(other) >= this.#rank(best)))
          continue;
        if (this.#parents[other]! >= 0 || !this.#overlaps(cell, other)) continue;
        best = other;
        bestCount = count;
      }
    return best === cell ? -1 : best;
  }

  /**
   * Returns the rank of a cell among equals, the same in every view. It is scattered: in the order of the world, equal
   * cells in a row would wait for each other, and only the first would merge in a round.
   */
  #rank(cell: number): number {
    const {columns, firstColumn, width} = this.area;
    const row = Math.floor(cell / width);
    const position = row * columns + ((firstColumn + cell - row * width) % columns);
    return Math.imul(position, 0x9e3779b1) >>> 0;
  }

  #overlaps(a: number, b: number): boolean {
    const minDistance = this.#radii[a]! + this.#radii[b]!;
    const dxUnwrapped = this.#centerX[a]! - this.#centerX[b]!;
    const dx = dxUnwrapped - Math.round(dxUnwrapped);
    const dy = this.#centerY[a]! - this.#centerY[b]!;
    return dx * dx + dy * dy < minDistance * minDistance;
  }

  #mergeInto(cell: number, target: number): void {
    this.#parents[cell] = target;
    const turns = Math.round(this.x(target) - this.x(cell));
    this.sumX[target]! += this.sumX[cell]! + turns * this.recordCounts[cell]!;
    this.sumY[target]! += this.sumY[cell]!;
    this.recordCounts[target]! += this.recordCounts[cell]!;
    this.pointCounts[target]! += this.pointCounts[cell]!;
    this.firstPoints[target] = Math.min(this.firstPoints[target]!, this.firstPoints[cell]!);
    this.lastPoints[target] = Math.max(this.lastPoints[target]!, this.lastPoints[cell]!);
    const [from, to] = [this.categoryCount * cell, this.categoryCount * target];
    for (let category = 0; category < this.categoryCount; category++)
      this.categoryCounts[to + category]! += this.categoryCounts[from + category]!;
  }
}
