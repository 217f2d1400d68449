/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a cell, checked where it is made. */

/** Half the width of what is drawn for so many records, in pixels. */
export function radius(count: number): number {
  if (count === 1) return 14;
  return count < 10 ? 19 : count < 100 ? 22 : count < 1000 ? 25 : count < 10_000 ? 29 : 34;
}

/** How often neighbours may merge, and how many cells away a neighbour may be. */
const ROUNDS = 3;
const REACH = 2;
/** How far a cell's fate may hang on others: each merge has its reasons within twice its reach. */
export const INFLUENCE = REACH * (2 * ROUNDS + 1);

/** The cells of a part of the world, and what is in them. One that has merged into another names it. */
export class Grid {
  readonly columns: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** How many records are in each, and how many points stand for them. */
  readonly counts: Int32Array;
  readonly points: Int32Array;
  /** Sums of the places in the world's square: their means don't depend on which part of it is looked at. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  /** How many families there are, and so many numbers a cell. */
  readonly kinds: number;
  readonly families: Int32Array;
  /** The cells that stand for a group. */
  roots: number[] = [];
  readonly #into: Int32Array;

  /** `columns` of cells go round the world; here are `width` of them from the `left` one on. */
  constructor(columns: number, left: number, width: number, height: number, kinds: number) {
    const size = width * height;
    this.columns = columns;
    this.left = left;
    this.width = width;
    this.height = height;
    this.counts = new Int32Array(size);
    this.points = new Int32Array(size);
    this.sumX = new Float64Array(size);
    this.sumY = new Float64Array(size);
    this.kinds = kinds;
    this.families = new Int32Array(kinds * size);
    this.#into = new Int32Array(size).fill(-1);
  }

  /** Puts a point into a cell, that stands for so many records. */
  add(cell: number, x: number, y: number, family: number, count: number): void {
    this.points[cell]!++;
    this.counts[cell]! += count;
    this.sumX[cell]! += x * count;
    this.sumY[cell]! += y * count;
    this.families[this.kinds * cell + family]! += count;
  }

  x(cell: number): number {
    return this.sumX[cell]! / this.counts[cell]!;
  }

  y(cell: number): number {
    return this.sumY[cell]! / this.counts[cell]!;
  }

  /** The cell that stands for this one. */
  root(cell: number): number {
    let root = cell;
    while (this.#into[root]! >= 0) root = this.#into[root]!;
    return root;
  }

  /** Lets marks that would touch become one, in a world of so many pixels. */
  merge(world: number): void {
    for (let cell = 0; cell < this.counts.length; cell++)
      if (this.counts[cell]! > 0) this.roots.push(cell);
    const targets = new Int32Array(this.counts.length);
    for (let round = 0; round < ROUNDS; round++) {
      for (const cell of this.roots) targets[cell] = this.#target(cell, world);
      // One whose target itself goes elsewhere stays for this round: so the order of cells doesn't matter.
      const going = this.roots.filter(cell => targets[cell]! >= 0 && targets[targets[cell]!]! < 0);
      if (going.length === 0) return;
      for (const cell of going) this.#join(cell, targets[cell]!);
      this.roots = this.roots.filter(cell => this.#into[cell]! < 0);
    }
  }

  /** The strongest neighbour that a cell would touch, if it is stronger than the cell; else -1. */
  #target(cell: number, world: number): number {
    const row = Math.floor(cell / this.width);
    const column = cell - row * this.width;
    const bottom = Math.min(this.height - 1, row + REACH);
    // Where all the world is here, its last column is beside its first.
    const round = this.width === this.columns;
    let best = cell;
    for (let y = Math.max(0, row - REACH); y <= bottom; y++)
      for (let x = column - REACH; x <= column + REACH; x++) {
        if (!round && (x < 0 || x >= this.width)) continue;
        const other = y * this.width + ((x + this.width) % this.width);
        if (this.#stronger(other, best) && this.#touch(cell, other, world)) best = other;
      }
    return best === cell ? -1 : best;
  }

  #stronger(cell: number, than: number): boolean {
    if (this.#into[cell]! >= 0) return false;
    const more = this.counts[cell]! - this.counts[than]!;
    return more > 0 || (more === 0 && this.#rank(cell) < this.#rank(than));
  }

  /** Where a cell is in the whole world's order. */
  #rank(cell: number): number {
    const row = Math.floor(cell / this.width);
    const column = (this.left + cell - row * this.width) % this.columns;
    return row * this.columns + column;
  }

  #touch(a: number, b: number, world: number): boolean {
    const apart = (radius(this.counts[a]!) + radius(this.counts[b]!)) / world;
    const dx = this.x(a) - this.x(b);
    return Math.hypot(dx - Math.round(dx), this.y(a) - this.y(b)) < apart;
  }

  #join(cell: number, into: number): void {
    this.#into[cell] = into;
    const turns = Math.round(this.x(into) - this.x(cell));
    this.sumX[into]! += this.sumX[cell]! + turns * this.counts[cell]!;
    this.counts[into]! += this.counts[cell]!;
    this.points[into]! += this.points[cell]!;
    this.sumY[into]! += this.sumY[cell]!;
    const [from, to] = [this.kinds * cell, this.kinds * into];
    for (let f = 0; f < this.kinds; f++) this.families[to + f]! += this.families[from + f]!;
  }
}
