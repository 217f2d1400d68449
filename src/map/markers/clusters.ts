/* oxlint-disable typescript/no-non-null-assertion -- Every index refers to a record or a cell. */
import {Grid, influenceReach, type GridOptions, markRadius, MERGE_REACH} from './grid.js';
import {type Group, GroupSet, type PairSplitter} from './group-set.js';
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import {nearestCopy, type WorldBox, worldSize} from '../../model/geo/mercator.js';

/** Maximum number of marks in a view; more are neither legible nor reachable by keyboard. */
export const MAX_GROUPS = 300;

/** Up to this number of records, only marks that would overlap are merged. */
const MAX_FINE_RECORDS = 500;
/** Two marks in a cell of this size would touch. */
const FINE_GRID: GridOptions = {cellSize: 20, maxRounds: 6};
/** Clusters in cells of this size leave room to read the map between them. */
const COARSE_GRID: GridOptions = {cellSize: 80, maxRounds: 3};
/** First zoom at which two records that have room side by side have a mark each. */
const PAIR_ZOOM = 12;
/** Distance of the two marks of a pair, and minimum distance of a place from their middle, in pixels. */
const [PAIR_WIDTH, MIN_SHIFT] = [29, 2] as const;
/** Returns the grid for a map size and a number of records, such that `MAX_GROUPS` is rarely exceeded. */
export function gridOptionsFor(width: number, height: number, count: number): GridOptions {
  if (count <= MAX_FINE_RECORDS) return FINE_GRID;
  let {cellSize} = COARSE_GRID;
  while ((width / cellSize + 2) * (height / cellSize + 2) > MAX_GROUPS) cellSize += 4;
  return {...COARSE_GRID, cellSize};
}

/** Height of a row of the reading order, in pixels. */
const ROW_HEIGHT = 48;

/**
 * Points of the map and their clusters at any zoom.
 *
 * There is no spatial index: each view is one pass over typed arrays into the cells of a grid that is fixed to the
 * world, after which cells with overlapping marks merge. A merge depends on nearby cells only, so that the clusters of
 * a place are independent of the viewport and of previous views.
 */
export class Clusters {
  /** Number of records with coordinates. */
  readonly locatedCount: number;
  /** World coordinates by record, not copied; NaN for records without coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #families: Uint8Array;
  readonly #recordCounts: Uint32Array | undefined;
  /** 1 for records without a mark. */
  readonly #isUnmarked: Uint8Array;
  readonly #categoryCount: number;

  constructor({length, x, y, family, recordCounts, layers = []}: Omit<MapPoints, 'nameAt'>) {
    this.x = x;
    this.y = y;
    this.#families = family;
    this.#recordCounts = recordCounts;
    this.#categoryCount = FAMILY_COUNT + layers.length;
    this.#isUnmarked = new Uint8Array(length);
    let size = 0;
    for (let i = 0; i < length; i++) if (!Number.isNaN(x[i]!)) size++;
    this.locatedCount = size;
  }

  /** True if all records have the same coordinates in both instances. */
  hasSamePoints({x, y}: Clusters): boolean {
    if (x.length !== this.x.length) return false;
    for (let i = 0; i < x.length; i++)
      if (!Object.is(x[i], this.x[i]) || !Object.is(y[i], this.y[i])) return false;
    return true;
  }

  /** Removes the mark of a record, which is represented by its shape. */
  removeMark(index: number): void {
    this.#isUnmarked[index] = 1;
  }

  /** Returns the groups of a view, with a coarser grid if there would be more than `MAX_GROUPS`. */
  groupsInView(box: WorldBox, zoom: number, options: GridOptions): GroupSet {
    let result = this.groupsInBox(box, zoom, options);
    for (let {cellSize} = options; result.groups.length > MAX_GROUPS;)
      result = this.groupsInBox(box, zoom, {...options, cellSize: (cellSize *= 1.5)});
    return result;
  }

  /** Returns the group of a record, the same as in every view at this zoom. */
  groupOf(index: number, zoom: number, options: GridOptions): Group | undefined {
    const [x, y] = [this.x[index]!, this.y[index]!];
    // Maximum distance between a record and the centre of its group.
    const margin = (MERGE_REACH * options.maxRounds * options.cellSize) / worldSize(zoom);
    const box = {west: x - margin, north: y - margin, east: x + margin, south: y + margin};
    return this.groupsInBox(box, zoom, options).groupOf(index);
  }

  /** Returns the first zoom at which a group splits, or undefined if it stays one at `maxZoom`. */
  expansionZoom(
    {firstPoint, pointCount}: Group,
    zoom: number,
    maxZoom: number,
    options: GridOptions,
  ): number | undefined {
    const isSplit = (at: number) =>
      this.groupOf(firstPoint, at, options)?.pointCount !== pointCount;
    if (zoom >= maxZoom || !isSplit(maxZoom)) return undefined;
    let splitZoom = zoom + 1;
    while (splitZoom < maxZoom && !isSplit(splitZoom)) splitZoom++;
    return splitZoom;
  }

  /** Returns the first zoom at which the group of a record is as small as at `maxZoom`. */
  soloZoom(index: number, zoom: number, maxZoom: number, options: GridOptions): number {
    const sizeAt = (at: number) => this.groupOf(index, at, options)?.pointCount ?? 0;
    const minSize = sizeAt(maxZoom);
    let result = zoom;
    while (result < maxZoom && sizeAt(result) > minSize) result++;
    return result;
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
  groupsInBox(box: WorldBox, zoom: number, options: GridOptions): GroupSet {
    // An integer number of cells spans the world, so that the grid has no seam at the antimeridian.
    const pixels = worldSize(zoom);
    const columns = Math.max(1, Math.floor(pixels / options.cellSize));
    const margin = influenceReach(options);
    const columnsNeeded = Math.ceil((box.east - box.west) * columns) + 1 + 2 * margin;
    const width = Math.min(columns, columnsNeeded);
    const west = width < columnsNeeded ? 0 : Math.floor(box.west * columns) - margin;
    const top = Math.max(0, Math.floor(box.north * columns) - margin);
    const height = Math.max(
      0,
      Math.min(columns, Math.floor(box.south * columns) + 1 + margin) - top,
    );
    const turns = Math.floor(west / columns);
    const grid = new Grid(
      {columns, firstColumn: west - turns * columns, width, height},
      this.#categoryCount,
    );
    const cells = this.#addRecords(grid, top, turns);
    grid.merge(pixels, options.maxRounds);
    return new GroupSet(
      grid,
      cells,
      box,
      zoom < PAIR_ZOOM ? undefined : this.#marksOfPair(grid, pixels),
    );
  }

  /** Returns a function with the marks of a pair that has room around it. Each mark still covers its place. */
  #marksOfPair(grid: Grid, pixels: number): PairSplitter {
    const {recordCounts, pointCounts, firstPoints, lastPoints, categoryCount, roots} = grid;
    // From the widest ring.
    const farthest = (markRadius(Infinity) + PAIR_WIDTH) / pixels;
    return (root, middleX, middleY) => {
      if (pointCounts[root] !== 2 || recordCounts[root] !== 2) return undefined;
      const distanceFrom = (x: number, y: number) =>
        Math.hypot(nearestCopy(x, middleX) - middleX, y - middleY) * pixels;
      // The places are at equal distances from their middle.
      const distance = distanceFrom(this.x[firstPoints[root]!]!, this.y[firstPoints[root]!]!);
      const isFree = (other: number) => {
        const count = recordCounts[other]!;
        // Most are in other rows. To compute every distance would be a fifth of a drawing.
        if (Math.abs(grid.y(other) - middleY) > farthest) return true;
        const reach = count === 2 ? PAIR_WIDTH : markRadius(count);
        return other === root || distanceFrom(grid.x(other), grid.y(other)) > reach + PAIR_WIDTH;
      };
      if (distance < MIN_SHIFT || !roots.every(isFree)) return undefined;
      const scale = Math.max(1, PAIR_WIDTH / 2 / distance);
      return [firstPoints[root]!, lastPoints[root]!].map((index): Group => {
        const family = Math.min(categoryCount - 1, this.#families[index]!);
        return {
          x: middleX + scale * (nearestCopy(this.x[index]!, middleX) - middleX),
          y: middleY + scale * (this.y[index]! - middleY),
          recordCount: 1,
          pointCount: 1,
          firstPoint: index,
          categoryCounts: [...new Array(categoryCount).keys()].map(i => Number(i === family)),
          members: Uint32Array.of(index),
        };
      });
    };
  }

  /**
   * Adds the records to the cells. Returns the cell of each record, or -1 if it is outside the grid.
   *
   * @param turns Number of worlds between the grid and the world from 0 to 1.
   */
  #addRecords(grid: Grid, top: number, turns: number): Int32Array {
    const {x, y} = this;
    const cells = new Int32Array(x.length);
    const family = this.#families;
    const isUnmarked = this.#isUnmarked;
    const recordCounts = this.#recordCounts;
    const {
      recordCounts: counts,
      pointCounts,
      firstPoints,
      lastPoints,
      sumX,
      sumY,
      categoryCounts,
      categoryCount,
    } = grid;
    const {columns, firstColumn, width, height} = grid.area;
    for (let i = 0; i < x.length; i++) {
      cells[i] = -1;
      const row = Math.floor(y[i]! * columns) - top;
      // False for NaN too.
      if (!(row >= 0 && row < height) || isUnmarked[i]!) continue;
      const column = Math.floor(x[i]! * columns) - firstColumn;
      const wrapped = column < 0 ? 1 : 0;
      if (column + wrapped * columns >= width) continue;
      const cell = row * width + column + wrapped * columns;
      cells[i] = cell;
      const weight = recordCounts ? recordCounts[i]! : 1;
      if (pointCounts[cell]!++ === 0) firstPoints[cell] = i;
      lastPoints[cell] = i;
      counts[cell]! += weight;
      sumX[cell]! += (x[i]! + (turns + wrapped)) * weight;
      sumY[cell]! += y[i]! * weight;
      categoryCounts[categoryCount * cell + Math.min(categoryCount - 1, family[i]!)]! += weight;
    }
    return cells;
  }
}

/** Sorts groups into reading order, by rows that are fixed to the world: panning does not change the order. */
export function inReadingOrder(groups: readonly Group[], zoom: number): Group[] {
  const row = ({y}: Group) => Math.floor((y * worldSize(zoom)) / ROW_HEIGHT);
  return [...groups].sort((a, b) => row(a) - row(b) || a.x - b.x || a.firstPoint - b.firstPoint);
}
