import type {Commune} from '../records.js';
import {pickText, type Text} from '../text.js';
import type {Geo} from './geo.js';

/** Records with their positions and communes. */
export interface LocatedRecords {
  /** Indices of the records with coordinates. */
  readonly located: ArrayLike<number>;
  /** Returns the position of a record. */
  geoAt(index: number): Geo | undefined;
  /** Returns the commune of a record. Validates the record. */
  communeAt(index: number): Commune | undefined;
}

/** Commune that contains records. */
export interface LocatedCommune {
  readonly value: string;
  readonly name: Text;
  /** Mean position of these records. */
  readonly center: Geo;
}

/** Number of records that are read before somebody searches for a commune. */
const SAMPLE_SIZE = 100;

/** Communes of located records, in the order of the data. Records are added one by one, since reading one takes time. */
export class LocatedCommunes {
  readonly #records: LocatedRecords;
  readonly #sums = new Map<string, {name: Text; lat: number; lon: number; count: number}>();
  #all: readonly LocatedCommune[] | undefined;

  constructor(records: LocatedRecords) {
    this.#records = records;
  }

  get count(): number {
    return this.#sums.size;
  }

  /** Communes of the records added so far; the same array until another one is added. */
  get all(): readonly LocatedCommune[] {
    return (this.#all ??= [...this.#sums].map(([value, {name, lat, lon, count}]) => ({
      value,
      name,
      center: {lat: lat / count, lon: lon / count},
    })));
  }

  /** Adds the commune of the record at a position of `located`. */
  add(position: number): void {
    const index = this.#records.located[position] as number;
    const commune = this.#records.communeAt(index);
    if (!commune?.name) return;
    const value = commune.insee ?? pickText(commune.name, 'fr').value;
    const sum = this.#sums.get(value) ?? {name: commune.name, lat: 0, lon: 0, count: 0};
    const {lat = NaN, lon = NaN} = this.#records.geoAt(index) ?? {};
    sum.lat += lat;
    sum.lon += lon;
    sum.count++;
    this.#sums.set(value, sum);
    this.#all = undefined;
  }
}

/** Returns true if records at even distances are in at least two communes. */
export function hasSeveralCommunes(records: LocatedRecords): boolean {
  const communes = new LocatedCommunes(records);
  const {length} = records.located;
  const step = Math.max(1, length / SAMPLE_SIZE);
  for (let at = 0; at < length && communes.count < 2; at += step) communes.add(Math.floor(at));
  return communes.count > 1;
}
