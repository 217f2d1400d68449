/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is that of a place, a bucket or a band. */
import {arcOf, EARTH_RADIUS} from './geo.js';

/** Coordinates in typed arrays, in WGS 84 degrees; NaN for records without a location. */
export interface PlaceArrays {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** Index and distance in metres of a nearby target. */
export interface Neighbour {
  readonly index: number;
  readonly metres: number;
}

/** Number of neighbours kept for each origin; all are counted. */
export const NEIGHBOURS_KEPT = 3;

/** Maximum number of bands of the grid, and of cells around a parallel. Beyond it, cells are wider than necessary. */
const MOST_BANDS = 65_536;
const MOST_COLUMNS = 2 ** 26;

const RADIANS = Math.PI / 180;

/**
 * Finds the targets within a radius of each origin, by great-circle distance.
 *
 * Uses a grid for this radius: bands of latitude, divided into cells so that all targets near a point lie in the nine
 * cells around it, also at the poles and across the antimeridian. Cells of targets are the buckets of a hash table, so
 * their number depends on the targets and not on the radius. Distances are compared as chords of the unit sphere: the
 * square of half a chord is the haversine of its arc.
 *
 * Call `step` for 0 to `steps - 1`, in slices, before reading the results.
 */
export class NearJoin {
  /** Number of targets near each origin. */
  readonly counts: Uint32Array;
  readonly steps: number;
  readonly #a: PlaceArrays;
  readonly #b: PlaceArrays;
  /** Square of the chord of the radius. */
  readonly #limit: number;

  // Grid: the lowest band starts at `south` and each is `bandHeight` high, in radians.
  readonly #south: number;
  readonly #side: number;
  /** Number of cells around the Earth, by band. */
  readonly #columns: Uint32Array;

  // Targets: cells in input order, then the other arrays sorted by bucket.
  readonly #cells: Float64Array;
  readonly #mask: number;
  /** Index of the first target of each bucket; during sorting, the next position to fill. */
  readonly #starts: Uint32Array;
  readonly #indices: Uint32Array;
  readonly #keys: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #z: Float64Array;

  // Nearest targets, `MAX_NEIGHBOURS` for each origin.
  readonly #nearest: Uint32Array;
  readonly #chords: Float64Array;

  /**
   * Prepares the search.
   *
   * @param radius Distance in metres, greater than 0.
   */
  constructor(a: PlaceArrays, b: PlaceArrays, metres: number) {
    this.#a = a;
    this.#b = b;
    this.steps = 2 * b.length + a.length;
    const angle = Math.min(Math.PI, metres / EARTH_RADIUS);
    this.#limit = (2 * Math.sin(angle / 2)) ** 2;

    let [south, north] = [Infinity, -Infinity];
    for (let i = 0; i < b.length; i++) {
      // NaN fails both comparisons.
      if (b.lat[i]! < south) south = b.lat[i]!;
      if (b.lat[i]! > north) north = b.lat[i]!;
    }
    const extent = Math.max(0, north - south) * RADIANS;
    this.#south = south * RADIANS;
    // Slightly more than the radius: rounding must not move a target at the exact distance two bands away.
    this.#side = Math.max(angle * (1 + 1e-9), extent / MOST_BANDS);
    this.#columns = new Uint32Array(Math.floor(extent / this.#side) + 2);
    for (let band = 0; band < this.#columns.length; band++)
      this.#columns[band] = this.#columnsOf(band);

    let buckets = 1;
    while (buckets < 2 * b.length) buckets *= 2;
    this.#mask = buckets - 1;
    this.#starts = new Uint32Array(buckets + 1);
    this.#cells = new Float64Array(b.length);
    this.#indices = new Uint32Array(b.length);
    this.#keys = new Float64Array(b.length);
    this.#x = new Float64Array(b.length);
    this.#y = new Float64Array(b.length);
    this.#z = new Float64Array(b.length);

    this.counts = new Uint32Array(a.length);
    this.#nearest = new Uint32Array(a.length * NEIGHBOURS_KEPT);
    this.#chords = new Float64Array(a.length * NEIGHBOURS_KEPT).fill(Infinity);
  }

  step(index: number): void {
    const {length} = this.#b;
    if (index < length) this.#count(index);
    else if (index < 2 * length) {
      if (index === length) this.#open();
      this.#place(index - length);
    } else this.#look(index - 2 * length);
  }

  /** Returns the nearest targets of an origin, nearest first; targets at the same distance in input order. */
  nearest(index: number): readonly Neighbour[] {
    const found: Neighbour[] = [];
    const from = index * NEIGHBOURS_KEPT;
    const to = from + Math.min(NEIGHBOURS_KEPT, this.counts[index]!);
    for (let at = from; at < to; at++)
      found.push({index: this.#nearest[at]!, metres: arcOf(this.#chords[at]! / 4)});
    return found;
  }

  /**
   * Returns the number of cells of a band, each wide enough that a circle around a point near the band spans at most
   * three.
   */
  #columnsOf(band: number): number {
    const from = this.#south + (band - 1) * this.#side;
    const steepest = Math.max(Math.abs(from), Math.abs(from + 3 * this.#side));
    // A circle around a pole touches every meridian.
    if (steepest + this.#side >= Math.PI / 2) return 1;
    const half = Math.asin(Math.sin(this.#side) / Math.cos(steepest));
    return Math.max(1, Math.min(MOST_COLUMNS, Math.floor((2 * Math.PI) / half)));
  }

  #bandOf(lat: number): number {
    return Math.floor((lat * RADIANS - this.#south) / this.#side);
  }

  #columnOf(lon: number, columns: number): number {
    // 180° and -180° are the same meridian.
    return Math.floor((lon / 360 + 0.5) * columns) % columns;
  }

  #bucketOf(band: number, column: number): number {
    const mixed = Math.imul(band, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  /** Assigns a target to its cell. */
  #count(index: number): void {
    const {lat, lon} = this.#b;
    const band = this.#bandOf(lat[index]!);
    const column = this.#columnOf(lon[index]!, this.#columns[band] ?? NaN);
    const isPlace = !Number.isNaN(column);
    this.#cells[index] = isPlace ? band * MOST_COLUMNS + column : NaN;
    if (isPlace) this.#starts[this.#bucketOf(band, column)]!++;
  }

  /** Computes the end of each bucket from its count. Targets are then placed from last to first. */
  #open(): void {
    const starts = this.#starts;
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  }

  #place(step: number): void {
    const index = this.#b.length - 1 - step;
    const key = this.#cells[index]!;
    if (Number.isNaN(key)) return;
    const band = Math.floor(key / MOST_COLUMNS);
    const at = --this.#starts[this.#bucketOf(band, key - band * MOST_COLUMNS)]!;
    const lat = this.#b.lat[index]! * RADIANS;
    const lon = this.#b.lon[index]! * RADIANS;
    const parallel = Math.cos(lat);
    this.#indices[at] = index;
    this.#keys[at] = key;
    this.#x[at] = parallel * Math.cos(lon);
    this.#y[at] = parallel * Math.sin(lon);
    this.#z[at] = Math.sin(lat);
  }

  /** Searches the cells around an origin. */
  #look(index: number): void {
    const [lat, lon] = [this.#a.lat[index]!, this.#a.lon[index]!];
    const middle = this.#bandOf(lat);
    const last = Math.min(this.#columns.length - 1, middle + 1);
    const parallel = Math.cos(lat * RADIANS);
    const x = parallel * Math.cos(lon * RADIANS);
    const y = parallel * Math.sin(lon * RADIANS);
    const z = Math.sin(lat * RADIANS);
    for (let band = Math.max(0, middle - 1); band <= last; band++) {
      const columns = this.#columns[band]!;
      const about = this.#columnOf(lon, columns);
      const cells = Math.min(3, columns);
      for (let n = 0; n < cells; n++)
        this.#lookInto(band, (about + columns - 1 + n) % columns, index, x, y, z);
    }
  }

  #lookInto(band: number, column: number, a: number, x: number, y: number, z: number): void {
    const bucket = this.#bucketOf(band, column);
    const key = band * MOST_COLUMNS + column;
    const end = this.#starts[bucket + 1]!;
    for (let at = this.#starts[bucket]!; at < end; at++) {
      // Several cells may share a bucket.
      if (this.#keys[at] !== key) continue;
      const [dx, dy, dz] = [this.#x[at]! - x, this.#y[at]! - y, this.#z[at]! - z];
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord > this.#limit) continue;
      this.counts[a]!++;
      this.#keep(a * NEIGHBOURS_KEPT, this.#indices[at]!, chord);
    }
  }

  /** Inserts a neighbour if it is among the nearest. */
  #keep(from: number, index: number, chord: number): void {
    const nearest = this.#nearest;
    const chords = this.#chords;
    let at = from + NEIGHBOURS_KEPT;
    while (
      at > from &&
      (chord < chords[at - 1]! || (chord === chords[at - 1]! && index < nearest[at - 1]!))
    )
      at--;
    const end = from + NEIGHBOURS_KEPT;
    if (at === end) return;
    nearest.copyWithin(at + 1, at, end - 1);
    chords.copyWithin(at + 1, at, end - 1);
    nearest[at] = index;
    chords[at] = chord;
  }
}
