import type {Geo} from './geo.js';
import type {Geometry} from './geometry.js';
import type {Family, PortalRecord} from './records.js';

/**
 * Records that may be many: each is wholly checked when it is first asked for, its place and family are known
 * before that.
 */
export interface RecordList<R extends PortalRecord = PortalRecord> extends Iterable<R> {
  readonly length: number;
  /** The record at an index from 0 to `length - 1`. */
  at(index: number): R;
  /** What it is called, without the whole check. */
  idAt(index: number): R['id'];
  /** The portal of a record that names one, without the whole check. Most foreign sources have none. */
  portalAt?(index: number): R['id'] | undefined;
  geoAt(index: number): Geo | undefined;
  /** The line or area of a record that has one, checked; `geoAt` then is a place on it. Most sources have none. */
  geometryAt?(index: number): Geometry | undefined;
  /** How many records this one stands for: more than one where a source has merged what lies close together. */
  countAt?(index: number): number;
  /** Whether `geoAt` is but the centre of the record's commune. Most sources know places better, or none. */
  isApproximateAt?(index: number): boolean;
  /** A record's own family; undefined when only its portals say. */
  familyAt(index: number): Family | undefined;
}

/** Some of the records of a list, in an order of their own. */
export class SubList<R extends PortalRecord> implements RecordList<R> {
  readonly #list: RecordList<R>;
  readonly #indices: ArrayLike<number>;

  constructor(list: RecordList<R>, indices: ArrayLike<number>) {
    this.#list = list;
    this.#indices = indices;
  }

  get length(): number {
    return this.#indices.length;
  }

  at(index: number): R {
    return this.#list.at(this.#indices[index] as number);
  }

  idAt(index: number): R['id'] {
    return this.#list.idAt(this.#indices[index] as number);
  }

  portalAt(index: number): R['id'] | undefined {
    return this.#list.portalAt?.(this.#indices[index] as number);
  }

  geoAt(index: number): Geo | undefined {
    return this.#list.geoAt(this.#indices[index] as number);
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#list.geometryAt?.(this.#indices[index] as number);
  }

  countAt(index: number): number {
    return this.#list.countAt?.(this.#indices[index] as number) ?? 1;
  }

  isApproximateAt(index: number): boolean {
    return this.#list.isApproximateAt?.(this.#indices[index] as number) ?? false;
  }

  familyAt(index: number): Family | undefined {
    return this.#list.familyAt(this.#indices[index] as number);
  }

  *[Symbol.iterator](): Iterator<R> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/** A list of records that are at hand whole. */
export class WholeList<R extends PortalRecord> implements RecordList<R> {
  readonly #records: readonly R[];

  constructor(records: readonly R[]) {
    this.#records = records;
  }

  get length(): number {
    return this.#records.length;
  }

  at(index: number): R {
    return this.#records[index] as R;
  }

  idAt(index: number): R['id'] {
    return this.at(index).id;
  }

  portalAt(index: number): R['id'] | undefined {
    return (this.at(index) as {portal?: R['id']}).portal;
  }

  geoAt(index: number): Geo | undefined {
    return (this.at(index) as {geo?: Geo | null}).geo ?? undefined;
  }

  familyAt(index: number): Family | undefined {
    return (this.at(index) as {family?: Family}).family;
  }

  [Symbol.iterator](): Iterator<R> {
    return this.#records[Symbol.iterator]();
  }
}
