/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a cell, checked where it is made. */

/** Returns the radius of a mark for a number of records, in pixels. */
export function radius(count: number): number {
  if (count === 1) return 14;
  return count < 10 ? 19 : count < 100 ? 22 : count < 1000 ? 25 : count < 10_000 ? 29 : 34;
}

/** Cell size of a grid in pixels, and maximum number of merge rounds. */
export interface Mesh {
  readonly cell: number;
  readonly rounds: number;
}

/** Maximum distance between merging cells, in cells. */
export const REACH = 2;
/** Maximum distance of cells that affect a cell, in cells: each round depends on cells within twice `MERGE_REACH`. */
export const influenceOf = ({rounds}: Mesh): number => REACH * (2 * rounds + 1);

/** Position of a grid: `firstColumn` among the `columns` that span the world, and its size in cells. */
interface Span {
  readonly columns: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Grid of cells that cover a part of the world, with union-find over merged cells. */
export class Grid {
  readonly span: Span;
  /** Per cell: number of records, number of points that represent them, and first point. */
  readonly counts: Int32Array;
  readonly points: Int32Array;
  readonly firsts: Int32Array;
  /** Sums of world coordinates; their means do not depend on the viewport. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  /** Number of categories (families, then layers), and record counts by cell and category. */
  readonly kinds: number;
  readonly families: Int32Array;
  /** Cells that represent a group. */
  roots: number[] = [];
  readonly #into: Int32Array;
  // Centre and radius of marks, in world coordinates, used while merging.
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #half: Float64Array;

  constructor(span: Span, kinds: number) {
    const size = span.width * span.height;
    this.span = span;
    this.counts = new Int32Array(size);
    this.points = new Int32Array(size);
    this.firsts = new Int32Array(size);
    this.sumX = new Float64Array(size);
    this.sumY = new Float64Array(size);
    this.kinds = kinds;
    this.families = new Int32Array(kinds * size);
    this.#into = new Int32Array(size).fill(-1);
    this.#x = new Float64Array(size);
    this.#y = new Float64Array(size);
    this.#half = new Float64Array(size);
  }

  x(cell: number): number {
    return this.sumX[cell]! / this.counts[cell]!;
  }

  y(cell: number): number {
    return this.sumY[cell]! / this.counts[cell]!;
  }

  /** Returns the cell that represents a cell. */
  root(cell: number): number {
    let root = cell;
    while (this.#into[root]! >= 0) root = this.#into[root]!;
    return root;
  }

  /**
   * Merges cells whose marks overlap.
   *
   * @param worldPixels Side of the world in pixels.
   */
  merge(world: number, rounds: number): void {
    for (let cell = 0; cell < this.counts.length; cell++)
      if (this.counts[cell]! > 0) {
        this.roots.push(cell);
        this.#measure(cell, world);
      }
    const targets = new Int32Array(this.counts.length);
    for (let round = 0; round < rounds; round++) {
      for (const cell of this.roots) targets[cell] = this.#target(cell);
      // A cell whose target moves as well is kept for this round, so that the result does not depend on the order.
      const going = this.roots.filter(cell => targets[cell]! >= 0 && targets[targets[cell]!]! < 0);
      if (going.length === 0) return;
      for (const cell of going) this.#join(cell, targets[cell]!);
      this.roots = this.roots.filter(cell => this.#into[cell]! < 0);
      for (const cell of going) this.#measure(targets[cell]!, world);
    }
  }

  #measure(cell: number, world: number): void {
    this.#x[cell] = this.x(cell);
    this.#y[cell] = this.y(cell);
    this.#half[cell] = radius(this.counts[cell]!) / world;
  }

  /** Returns the largest overlapping neighbour if it is larger than the cell itself; else -1. */
  #target(cell: number): number {
    const {columns, width, height} = this.span;
    const row = Math.floor(cell / width);
    const column = cell - row * width;
    const bottom = Math.min(height - 1, row + REACH);
    // If the grid spans the world, its last column is next to its first.
    const round = width === columns;
    let best = cell;
    let most = this.counts[cell]!;
    for (let y = Math.max(0, row - REACH); y <= bottom; y++)
      for (let x = column - REACH; x <= column + REACH; x++) {
        if (!round && (x < 0 || x >= width)) continue;
        const other = y * width + ((x + width) % width);
        const count = this.counts[other]!;
        if (count < most || (count === most && this.#rank(other) >= this.#rank(best))) continue;
        if (this.#into[other]! >= 0 || !this.#touch(cell, other)) continue;
        best = other;
        most = count;
      }
    return best === cell ? -1 : best;
  }

  /** Returns the position of a cell in the order of the whole world. */
  #rank(cell: number): number {
    const {columns, left, width} = this.span;
    const row = Math.floor(cell / width);
    return row * columns + ((left + cell - row * width) % columns);
  }

  #touch(a: number, b: number): boolean {
    const apart = this.#half[a]! + this.#half[b]!;
    const across = this.#x[a]! - this.#x[b]!;
    const dx = across - Math.round(across);
    const dy = this.#y[a]! - this.#y[b]!;
    return dx * dx + dy * dy < apart * apart;
  }

  #join(cell: number, into: number): void {
    this.#into[cell] = into;
    const turns = Math.round(this.x(into) - this.x(cell));
    this.sumX[into]! += this.sumX[cell]! + turns * this.counts[cell]!;
    this.sumY[into]! += this.sumY[cell]!;
    this.counts[into]! += this.counts[cell]!;
    this.points[into]! += this.points[cell]!;
    this.firsts[into] = Math.min(this.firsts[into]!, this.firsts[cell]!);
    const [from, to] = [this.kinds * cell, this.kinds * into];
    for (let f = 0; f < this.kinds; f++) this.families[to + f]! += this.families[from + f]!;
  }
}
