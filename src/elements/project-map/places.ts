import type {LayerLook, MapPoints} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import type {Geometry} from '../../model/geometry.js';
import type {RecordList} from '../../model/record-list.js';
import {type Commune, type Family, FAMILIES, type PortalRecord} from '../../model/records.js';
import type {RecordRef} from '../../model/selection.js';

/** Records of one kind: the map's own, then those of each layer. */
export interface PlacesPart {
  readonly records: RecordList;
  readonly collection: RecordRef['collection'];
  /** Of a layer: what tells its records from others in the selection, and from others to the eye. */
  readonly source?: string | undefined;
  readonly look?: LayerLook | undefined;
}

/** The family of a record: its own, else its portal's. */
export type FamilyOf = (record: PortalRecord) => Family | undefined;

/** A commune in which records stand. */
interface CommuneSeen {
  readonly value: string;
  readonly name: string;
  /** The middle of those records. */
  readonly center: Geo;
}

/** The number of the first layer among the families: after the three, and any other. */
export const FIRST_LAYER = FAMILIES.length + 1;

const familyIndex = (family: Family | undefined): number => {
  const index = (FAMILIES as readonly string[]).indexOf(family ?? '');
  return index < 0 ? FAMILIES.length : index;
};

/** How many records each stands for, where some stand for several. */
function countsOf(parts: readonly PlacesPart[]): Uint32Array | undefined {
  if (!parts.some(({records}) => records.countAt)) return undefined;
  const counts = parts.flatMap(({records}) => {
    const of: number[] = [];
    for (let index = 0; index < records.length; index++) of.push(records.countAt?.(index) ?? 1);
    return of;
  });
  return counts.some(count => count > 1) ? Uint32Array.from(counts) : undefined;
}

/**
 * Records as the map and its list know them, by their index in typed arrays, one part after the other. Where they are
 * is known before a record is wholly checked, and of which family but where only its portal says.
 */
export class Places implements MapPoints {
  readonly length: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  readonly family: Uint8Array;
  readonly counts: Uint32Array | undefined;
  readonly layers: readonly LayerLook[];
  readonly leading: number;
  readonly located: readonly number[];
  readonly unlocated: readonly number[];
  readonly name: (index: number) => string;
  readonly #parts: readonly PlacesPart[];
  /** Where each part starts, and the last one ends. */
  readonly starts: readonly number[];
  readonly #indices = new Map<string, number>();
  #communes: readonly CommuneSeen[] | undefined;

  constructor(
    parts: readonly PlacesPart[],
    familyOf: FamilyOf,
    name: (record: PortalRecord, part: number) => string,
  ) {
    this.#parts = parts;
    const starts = [0];
    for (const {records} of parts) starts.push((starts.at(-1) as number) + records.length);
    this.starts = starts;
    this.length = starts.at(-1) as number;
    this.leading = parts[0]?.records.length ?? 0;
    this.layers = parts.flatMap(({look}) => look ?? []);
    this.name = index => name(this.at(index), this.partOf(index));
    this.lat = new Float64Array(this.length).fill(NaN);
    this.lon = new Float64Array(this.length).fill(NaN);
    this.family = new Uint8Array(this.length);
    const located: number[] = [];
    const unlocated: number[] = [];
    let layer = FIRST_LAYER;
    for (const [part, {records, look}] of parts.entries()) {
      for (let i = 0, index = starts[part] as number; i < records.length; i++, index++) {
        const geo = records.geoAt(i);
        (geo ? located : unlocated).push(index);
        if (geo) {
          this.lat[index] = geo.lat;
          this.lon[index] = geo.lon;
        }
        this.family[index] = look
          ? layer
          : familyIndex(records.familyAt(i) ?? familyOf(records.at(i)));
      }
      if (look) layer++;
    }
    this.counts = countsOf(parts);
    this.located = located;
    this.unlocated = unlocated;
  }

  /** How many records some stand for: more than they are where some stand for several. */
  countOf(indices: ArrayLike<number>): number {
    const {counts} = this;
    if (!counts) return indices.length;
    let sum = 0;
    for (let i = 0; i < indices.length; i++) sum += counts[indices[i] as number] ?? 0;
    return sum;
  }

  /** The part in which a record stands. */
  partOf(index: number): number {
    let part = 0;
    while (part + 1 < this.#parts.length && index >= (this.starts[part + 1] as number)) part++;
    return part;
  }

  /** What the part of a record knows of it. */
  #in<T>(index: number, read: (records: RecordList, index: number) => T): T {
    const part = this.partOf(index);
    return read((this.#parts[part] as PlacesPart).records, index - (this.starts[part] as number));
  }

  at(index: number): PortalRecord {
    return this.#in(index, (records, i) => records.at(i));
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#in(index, (records, i) => records.geometryAt?.(i));
  }

  /** Whether a record stands for its whole commune. */
  isApproximateAt(index: number): boolean {
    return this.#in(index, (records, i) => records.isApproximateAt?.(i) ?? false);
  }

  /** What the selection calls a record. */
  refTo(index: number): RecordRef {
    const {id} = this.at(index);
    const {collection, source} = this.#parts[this.partOf(index)] as PlacesPart;
    // Most questions are about what the map itself has named: they are answered without a look at all the others.
    const ref: RecordRef = source === undefined ? {collection, id} : {collection, id, source};
    this.#indices.set(keyOf(ref), index);
    return ref;
  }

  /** Where a record of the selection stands among the places; undefined when it isn't there. */
  indexOf(ref: RecordRef | undefined): number | undefined {
    if (!ref || !this.#parts.some(part => isOf(ref, part))) return undefined;
    const key = keyOf(ref);
    if (!this.#indices.has(key) && this.#indices.size < this.length) {
      for (let index = 0; index < this.length; index++) this.refTo(index);
    }
    return this.#indices.get(key);
  }

  /** The communes of the records that have a place, in the order of the data. */
  get communes(): readonly CommuneSeen[] {
    return (this.#communes ??= this.#findCommunes());
  }

  #findCommunes(): CommuneSeen[] {
    const found = new Map<string, {value: string; name: string; indices: number[]}>();
    for (const index of this.located) {
      const {commune} = this.at(index) as {readonly commune?: Commune};
      if (!commune?.name) continue;
      const value = commune.insee ?? commune.name;
      const known = found.get(value);
      if (known) known.indices.push(index);
      else found.set(value, {value, name: commune.name, indices: [index]});
    }
    const mean = (degrees: Float64Array, indices: readonly number[]): number =>
      indices.reduce((sum, index) => sum + (degrees[index] ?? NaN), 0) / indices.length;
    return [...found.values()].map(({value, name, indices}) => ({
      value,
      name,
      center: {lat: mean(this.lat, indices), lon: mean(this.lon, indices)},
    }));
  }
}

const isOf = (ref: RecordRef, {collection, source}: PlacesPart): boolean =>
  ref.collection === collection && ref.source === source;

const keyOf = ({source = '', id}: RecordRef): string => `${source} ${id}`;
