import type {Geo} from './geo.js';
import type {Geometry} from './geometry.js';
import type {RecordList} from './record-list.js';
import type {Family, PortalRecord} from './records.js';

/** Concatenation of two record lists. */
export class ConcatenatedRecordList<R extends PortalRecord> implements RecordList<R> {
  readonly #first: RecordList<R>;
  readonly #second: RecordList<R>;

  constructor(first: RecordList<R>, second: RecordList<R>) {
    this.#first = first;
    this.#second = second;
  }

  get length(): number {
    return this.#first.length + this.#second.length;
  }

  #read<T>(index: number, read: (list: RecordList<R>, index: number) => T): T {
    const {length} = this.#first;
    return index < length ? read(this.#first, index) : read(this.#second, index - length);
  }

  at(index: number): R {
    return this.#read(index, (list, i) => list.at(i));
  }

  idAt(index: number): R['id'] {
    return this.#read(index, (list, i) => list.idAt(i));
  }

  portalAt(index: number): R['id'] | undefined {
    return this.#read(index, (list, i) => list.portalAt?.(i));
  }

  geoAt(index: number): Geo | undefined {
    return this.#read(index, (list, i) => list.geoAt(i));
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#read(index, (list, i) => list.geometryAt?.(i));
  }

  countAt(index: number): number {
    return this.#read(index, (list, i) => list.countAt?.(i) ?? 1);
  }

  isApproximateAt(index: number): boolean {
    return this.#read(index, (list, i) => list.isApproximateAt?.(i) ?? false);
  }

  familyAt(index: number): Family | undefined {
    return this.#read(index, (list, i) => list.familyAt(i));
  }

  *[Symbol.iterator](): Iterator<R> {
    yield* this.#first;
    yield* this.#second;
  }
}
