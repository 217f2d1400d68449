import type {Geo} from '../geo/geo.js';
import type {Geometry} from '../geo/geometry.js';
import type {Family, PortalRecord} from '../records.js';

/** List of records that are validated on first access. Id, location and family are available before. */
export interface RecordList<R extends PortalRecord = PortalRecord> extends Iterable<R> {
  readonly length: number;
  /** Returns the record at an index from 0 to `length - 1`. */
  at(index: number): R;
  /** Returns the id without validating the record. */
  idAt(index: number): R['id'];
  /** Returns the portal id without validating the record. Most foreign sources have none. */
  portalAt?(index: number): R['id'] | undefined;
  geoAt(index: number): Geo | undefined;
  /** Returns the validated line or area of a record; `geoAt` then returns a point on it. Most sources have none. */
  geometryAt?(index: number): Geometry | undefined;
  /** Returns the number of records that an entry represents: more than one if a source has merged nearby records. */
  countAt?(index: number): number;
  /** Returns true if `geoAt` is only the centre of the commune. Most sources have exact locations or none. */
  isApproximateAt?(index: number): boolean;
  /** Returns the record's own family; undefined if it only follows from its portals. */
  familyAt(index: number): Family | undefined;
}

/** Reads a property of the record at an index of a list. */
export type ListReader<R extends PortalRecord, T> = (list: RecordList<R>, index: number) => T;

/** List with the records of other lists. Forwards every member; subclasses override what they change. */
export abstract class DerivedRecordList<R extends PortalRecord> implements RecordList<R> {
  abstract readonly length: number;

  /** Reads from the list that holds the record at an index. */
  protected abstract read<T>(index: number, read: ListReader<R, T>): T;

  at(index: number): R {
    return this.read(index, (list, i) => list.at(i));
  }

  idAt(index: number): R['id'] {
    return this.read(index, (list, i) => list.idAt(i));
  }

  portalAt(index: number): R['id'] | undefined {
    return this.read(index, (list, i) => list.portalAt?.(i));
  }

  geoAt(index: number): Geo | undefined {
    return this.read(index, (list, i) => list.geoAt(i));
  }

  geometryAt(index: number): Geometry | undefined {
    return this.read(index, (list, i) => list.geometryAt?.(i));
  }

  countAt(index: number): number {
    return this.read(index, (list, i) => list.countAt?.(i) ?? 1);
  }

  isApproximateAt(index: number): boolean {
    return this.read(index, (list, i) => list.isApproximateAt?.(i) ?? false);
  }

  familyAt(index: number): Family | undefined {
    return this.read(index, (list, i) => list.familyAt(i));
  }

  *[Symbol.iterator](): Iterator<R> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}

/** Selected records of a list, in any order. */
export class SubsetRecordList<R extends PortalRecord> extends DerivedRecordList<R> {
  readonly #list: RecordList<R>;
  readonly #indices: ArrayLike<number>;

  constructor(list: RecordList<R>, indices: ArrayLike<number>) {
    super();
    this.#list = list;
    this.#indices = indices;
  }

  get length(): number {
    return this.#indices.length;
  }

  protected read<T>(index: number, read: ListReader<R, T>): T {
    return read(this.#list, this.#indices[index] as number);
  }
}

export class ArrayRecordList<R extends PortalRecord> implements RecordList<R> {
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
