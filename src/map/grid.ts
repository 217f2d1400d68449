/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a cell, checked where it is made. */

/** Half the width of what is drawn for so many records, in pixels. */
export function radius(count: number): number {
  if (count === 1) return 14;
  return count < 10 ? 19 : count < 100 ? 22 : count < 1000 ? 25 : count < 10_000 ? 29 : 34;
}

/** How wide the cells of a grid are, in pixels, and how often neighbours may merge. */
export interface Mesh {
  readonly cell: number;
  readonly rounds: number;
}

/** How many cells away a neighbour may be. */
export const REACH = 2;
/** How many cells away what decides a cell's fate may be: each merge has its reasons within twice its reach. */
export const influenceOf = ({rounds}: Mesh): number => REACH * (2 * rounds + 1);

/** Where a grid is: of the `columns` of cells that go round the world, `width` from the `left` one on. */
interface Span {
  readonly columns: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The cells of a part of the world, and what is in them. One that has merged into another names it. */
export class Grid {
  readonly span: Span;
  /** How many records are in each, how many points stand for them, and the first of those. */
  readonly counts: Int32Array;
  readonly points: Int32Array;
  readonly firsts: Int32Array;
  /** Sums of the places in the world's square: their means don't depend on which part of it is looked at. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  /** How many families there are, and so many numbers a cell. */
  readonly kinds: number;
  readonly families: Int32Array;
  /** The cells that stand for a group. */
  roots: number[] = [];
  readonly #into: Int32Array;
  // While they merge: the means, and how wide the marks are, in the world's square.
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

  /** The cell that stands for this one. */
  root(cell: number): number {
    let root = cell;
    while (this.#into[root]! >= 0) root = this.#into[root]!;
    return root;
  }

  /** Lets marks that would touch become one, in a world of so many pixels. */
  merge(world: number, rounds: number): void {
    for (let cell = 0; cell < this.counts.length; cell++)
      if (this.counts[cell]! > 0) {
        this.roots.push(cell);
        this.#measure(cell, world);
      }
    const targets = new Int32Array(this.counts.length);
    for (let round = 0; round < rounds; round++) {
      for (const cell of this.roots) targets[cell] = this.#target(cell);
      // One whose target itself goes elsewhere stays for this round: so the order of cells doesn't matter.
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

  /** The strongest neighbour that a cell would touch, if it is stronger than the cell; else -1. */
  #target(cell: number): number {
    const {columns, width, height} = this.span;
    const row = Math.floor(cell / width);
    const column = cell - row * width;
    const bottom = Math.min(height - 1, row + REACH);
    // Where all the world is here, its last column is beside its first.
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

  /** Where a cell is in the whole world's order. */
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
