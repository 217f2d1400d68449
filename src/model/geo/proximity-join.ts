/* oxlint-disable typescript/no-non-null-assertion -- Every index refers to a place, a bucket or a band. */
import {arcLength, EARTH_RADIUS} from './geo.js';

/** Coordinates in typed arrays, in WGS 84 degrees; NaN for records without a location. */
export interface CoordinateArrays {
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
export const MAX_NEIGHBOURS = 3;

/** Maximum number of bands of the grid, and of cells around a parallel. Beyond it, cells are wider than necessary. */
const MAX_BANDS = 65_536;
const MAX_COLUMNS = 2 ** 26;

const RADIANS_PER_DEGREE = Math.PI / 180;

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
export class ProximityJoin {
  /** Number of targets near each origin. */
  readonly counts: Uint32Array;
  readonly steps: number;
  readonly #origins: CoordinateArrays;
  readonly #targets: CoordinateArrays;
  /** Square of the chord of the radius. */
  readonly #maxSquaredChord: number;

  // Grid: the lowest band starts at `south` and each is `bandHeight` high, in radians.
  readonly #south: number;
  readonly #bandHeight: number;
  /** Number of cells around the Earth, by band. */
  readonly #columnCounts: Uint32Array;

  // Targets: cells in input order, then indices and places sorted by bucket.
  readonly #cells: Float64Array;
  readonly #bucketMask: number;
  /** Index of the first target of each bucket; during sorting, the next position to fill. */
  readonly #bucketStarts: Uint32Array;
  readonly #indices: Uint32Array;
  /** x, y and z on the unit sphere, then the cell: next to each other, since a search reads them together. */
  readonly #places: Float64Array;

  // Nearest targets, `MAX_NEIGHBOURS` for each origin.
  readonly #nearest: Uint32Array;
  readonly #squaredChords: Float64Array;

  /** @param radius Distance in metres, greater than 0. */
  constructor(origins: CoordinateArrays, targets: CoordinateArrays, radius: number) {
    this.#origins = origins;
    this.#targets = targets;
    this.steps = 2 * targets.length + origins.length;
    const angle = Math.min(Math.PI, radius / EARTH_RADIUS);
    this.#maxSquaredChord = (2 * Math.sin(angle / 2)) ** 2;

    let [south, north] = [Infinity, -Infinity];
    for (let i = 0; i < targets.length; i++) {
      // NaN fails both comparisons.
      if (targets.lat[i]! < south) south = targets.lat[i]!;
      if (targets.lat[i]! > north) north = targets.lat[i]!;
    }
    const extent = Math.max(0, north - south) * RADIANS_PER_DEGREE;
    this.#south = south * RADIANS_PER_DEGREE;
    // Slightly more than the radius: rounding must not move a target at the exact distance two bands away.
    this.#bandHeight = Math.max(angle * (1 + 1e-9), extent / MAX_BANDS);
    this.#columnCounts = new Uint32Array(Math.floor(extent / this.#bandHeight) + 2);
    for (let band = 0; band < this.#columnCounts.length; band++)
      this.#columnCounts[band] = this.#columnCount(band);

    let buckets = 1;
    while (buckets < 2 * targets.length) buckets *= 2;
    this.#bucketMask = buckets - 1;
    this.#bucketStarts = new Uint32Array(buckets + 1);
    this.#cells = new Float64Array(targets.length);
    this.#indices = new Uint32Array(targets.length);
    this.#places = new Float64Array(4 * targets.length);

    this.counts = new Uint32Array(origins.length);
    this.#nearest = new Uint32Array(origins.length * MAX_NEIGHBOURS);
    this.#squaredChords = new Float64Array(origins.length * MAX_NEIGHBOURS).fill(Infinity);
  }

  step(index: number): void {
    const {length} = this.#targets;
    if (index < length) this.#assignCell(index);
    else if (index < 2 * length) {
      if (index === length) this.#computeBucketEnds();
      this.#placeTarget(index - length);
    } else this.#searchOrigin(index - 2 * length);
  }

  /** Returns the nearest targets of an origin, nearest first; targets at the same distance in input order. */
  nearest(index: number): readonly Neighbour[] {
    const found: Neighbour[] = [];
    const from = index * MAX_NEIGHBOURS;
    const to = from + Math.min(MAX_NEIGHBOURS, this.counts[index]!);
    for (let at = from; at < to; at++)
      found.push({index: this.#nearest[at]!, metres: arcLength(this.#squaredChords[at]! / 4)});
    return found;
  }

  /**
   * Returns the number of cells of a band, each wide enough that a circle around a point near the band spans at most
   * three.
   */
  #columnCount(band: number): number {
    const from = this.#south + (band - 1) * this.#bandHeight;
    const steepest = Math.max(Math.abs(from), Math.abs(from + 3 * this.#bandHeight));
    // A circle around a pole touches every meridian.
    if (steepest + this.#bandHeight >= Math.PI / 2) return 1;
    const half = Math.asin(Math.sin(this.#bandHeight) / Math.cos(steepest));
    return Math.max(1, Math.min(MAX_COLUMNS, Math.floor((2 * Math.PI) / half)));
  }

  #bandOf(lat: number): number {
    return Math.floor((lat * RADIANS_PER_DEGREE - this.#south) / this.#bandHeight);
  }

  #columnOf(lon: number, columns: number): number {
    const column = Math.floor((lon / 360 + 0.5) * columns);
    // 180° and -180° are the same meridian. A remainder is slow.
    return column < columns ? column : column % columns;
  }

  /** Returns the bucket of a cell: cells beside each other have buckets beside each other, which are read together. */
  #bucketOf(band: number, column: number): number {
    const mixed = Math.imul(band, 0x9e3779b1);
    return ((mixed ^ (mixed >>> 15)) + column) & this.#bucketMask;
  }

  #assignCell(index: number): void {
    const {lat, lon} = this.#targets;
    const band = this.#bandOf(lat[index]!);
    const column = this.#columnOf(lon[index]!, this.#columnCounts[band] ?? NaN);
    const isPlace = !Number.isNaN(column);
    this.#cells[index] = isPlace ? band * MAX_COLUMNS + column : NaN;
    if (isPlace) this.#bucketStarts[this.#bucketOf(band, column)]!++;
  }

  /** Computes the end of each bucket from its count. Targets are then placed from last to first. */
  #computeBucketEnds(): void {
    const starts = this.#bucketStarts;
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  }

  #placeTarget(step: number): void {
    const index = this.#targets.length - 1 - step;
    const key = this.#cells[index]!;
    if (Number.isNaN(key)) return;
    const band = Math.floor(key / MAX_COLUMNS);
    const at = --this.#bucketStarts[this.#bucketOf(band, key - band * MAX_COLUMNS)]!;
    const lat = this.#targets.lat[index]! * RADIANS_PER_DEGREE;
    const lon = this.#targets.lon[index]! * RADIANS_PER_DEGREE;
    const parallel = Math.cos(lat);
    const places = this.#places;
    this.#indices[at] = index;
    places[4 * at] = parallel * Math.cos(lon);
    places[4 * at + 1] = parallel * Math.sin(lon);
    places[4 * at + 2] = Math.sin(lat);
    places[4 * at + 3] = key;
  }

  /** Searches the cells around an origin. */
  #searchOrigin(index: number): void {
    const [lat, lon] = [this.#origins.lat[index]!, this.#origins.lon[index]!];
    const middle = this.#bandOf(lat);
    const last = Math.min(this.#columnCounts.length - 1, middle + 1);
    const parallel = Math.cos(lat * RADIANS_PER_DEGREE);
    const x = parallel * Math.cos(lon * RADIANS_PER_DEGREE);
    const y = parallel * Math.sin(lon * RADIANS_PER_DEGREE);
    const z = Math.sin(lat * RADIANS_PER_DEGREE);
    if (Number.isNaN(x)) return;
    for (let band = Math.max(0, middle - 1); band <= last; band++) {
      const columns = this.#columnCounts[band]!;
      const about = this.#columnOf(lon, columns);
      const first = this.#bucketOf(band, about - 1);
      const isRow = about > 0 && about + 1 < columns && first + 2 <= this.#bucketMask;
      const key = band * MAX_COLUMNS;
      if (isRow) {
        this.#searchBuckets(first, 3, key + about, index, x, y, z);
        continue;
      }
      for (let n = 0; n < Math.min(3, columns); n++) {
        const column = (about + columns - 1 + n) % columns;
        this.#searchBuckets(this.#bucketOf(band, column), 1, key + column, index, x, y, z);
      }
    }
  }

  /**
   * Searches one bucket, or three of the cells beside each other.
   *
   * @param key Cell in the middle.
   */
  #searchBuckets(
    first: number,
    count: 1 | 3,
    key: number,
    origin: number,
    x: number,
    y: number,
    z: number,
  ): void {
    const end = this.#bucketStarts[first + count]!;
    const places = this.#places;
    const maxSquaredChord = this.#maxSquaredChord;
    const reach = count === 3 ? 1 : 0;
    for (let at = this.#bucketStarts[first]!; at < end; at++) {
      // Several cells may share a bucket.
      if (Math.abs(places[4 * at + 3]! - key) > reach) continue;
      const dx = places[4 * at]! - x;
      const dy = places[4 * at + 1]! - y;
      const dz = places[4 * at + 2]! - z;
      const squaredChord = dx * dx + dy * dy + dz * dz;
      if (squaredChord > maxSquaredChord) continue;
      this.counts[origin]!++;
      this.#insertNeighbour(origin * MAX_NEIGHBOURS, this.#indices[at]!, squaredChord);
    }
  }

  /** Inserts a neighbour if it is among the nearest. */
  #insertNeighbour(start: number, index: number, squaredChord: number): void {
    const nearest = this.#nearest;
    const chords = this.#squaredChords;
    const isNearer = (at: number): boolean =>
      squaredChord < chords[at]! || (squaredChord === chords[at]! && index < nearest[at]!);
    let at = start + MAX_NEIGHBOURS - 1;
    if (!isNearer(at)) return;
    for (; at > start && isNearer(at - 1); at--) {
      nearest[at] = nearest[at - 1]!;
      chords[at] = chords[at - 1]!;
    }
    nearest[at] = index;
    chords[at] = squaredChord;
  }
}
