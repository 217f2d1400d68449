import type {Geo} from '../model/geo.js';
import type {Geometry} from '../model/geometry.js';
import type {RecordList} from '../model/record-list.js';
import type {CollectionName, Collections, Family, PortalRecord} from '../model/records.js';
import {id as idLeaf, lat as latLeaf, lon as lonLeaf} from './leaves.js';
import {parseRecord, RECORDS} from './schema.js';
import {isObject, own, shown} from './shape.js';
import {inSlices} from './slices.js';

/** Validation errors of a record list, for the webmaster. */
export interface Report {
  /** Number of records left out. */
  dropped: number;
  /** First 20 errors, one line each: `projects[3].geo.lat: expected a number, got "3,1"`. */
  readonly faults: string[];
  /** Number of all errors. */
  count: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** Unvalidated records: parsed JSON, or records mapped from a foreign source on access. */
export interface RawRecords {
  readonly length: number;
  /** Returns a record with at least the fields that the first paint needs: id, coordinates, family, portal. */
  head(position: number): unknown;
  whole(position: number): unknown;
  /** Line or area of a record, if it has one. */
  geometry?(position: number): Geometry | undefined;
  /** Number of records that an entry stands for. Default: 1. */
  count?(position: number): number;
}

/** Wraps the records of a portal API response. */
const asTheyCame = (answer: readonly unknown[]): RawRecords => ({
  length: answer.length,
  head: position => answer[position],
  whole: position => answer[position],
});

const FAULTS_KEPT = 20;

/**
 * List of records, validated on first access.
 *
 * The constructor reads only the ids, and drops records without a usable one. Each record is fully validated when it is
 * first requested, or by `validateAll`. An invalid field is left out of its record and reported once.
 */
export class CheckedList<K extends CollectionName> implements RecordList<Collections[K]> {
  readonly collection: K;
  readonly report: Report = {dropped: 0, faults: [], count: 0};
  /** Base of relative URLs in the records. */
  readonly base: string | undefined;
  readonly #raws: RawRecords;
  /** Parsed records, cached on first access: a copy of each of 200,000 would take too much memory. */
  readonly #records: (Collections[K] | undefined)[] = [];
  /** Position of each record in the response. Undefined as long as no record is dropped. */
  #positions: number[] | undefined;
  readonly #length: number;
  /** 1 for each record whose errors have been reported. */
  readonly #isChecked: Uint8Array;
  #unchecked: number;

  constructor(collection: K, answer: readonly unknown[] | RawRecords, base?: string) {
    this.collection = collection;
    this.base = base;
    this.#raws = Array.isArray(answer) ? asTheyCame(answer) : (answer as RawRecords);
    // If fields other than the id are required, only full validation decides if the record can be used.
    const atOnce = RECORDS[collection].needs.length > 1;
    const ids = new Set<string>();
    let length = 0;
    for (let position = 0; position < answer.length; position++) {
      const raw = this.#raws.head(position);
      const fault = faultOf(raw, ids);
      const checked = fault === undefined && atOnce ? this.#check(position) : undefined;
      if (fault !== undefined || (atOnce && checked === undefined)) {
        this.report.dropped++;
        if (fault !== undefined) this.#note(`${collection}[${position}]${fault}`);
        this.#positions ??= [...Array(position).keys()];
        continue;
      }
      ids.add(String((raw as Raw)['id']));
      if (checked) this.#keep(length, checked);
      this.#positions?.push(position);
      length++;
    }
    this.#length = length;
    this.#isChecked = new Uint8Array(length).fill(atOnce ? 1 : 0);
    this.#unchecked = atOnce ? 0 : length;
  }

  #check(position: number, isNoted = false): Collections[K] | undefined {
    const path = [this.collection, position];
    const raw = this.#raws.whole(position);
    const {value, faults} = parseRecord(this.collection, raw, this.base, path);
    if (!isNoted) for (const fault of faults) this.#note(fault);
    return value;
  }

  /** Validates a record; its errors are reported the first time only. */
  #read(index: number): Collections[K] {
    const isNoted = this.#isChecked[index] === 1;
    const checked = this.#check(this.#positionOf(index), isNoted) as Collections[K];
    if (!isNoted) this.#unchecked--;
    this.#isChecked[index] = 1;
    return checked;
  }

  #keep(index: number, record: Collections[K]): Collections[K] {
    this.#records[index] = record;
    return record;
  }

  #positionOf(index: number): number {
    return this.#positions ? (this.#positions[index] as number) : index;
  }

  #note(fault: string): void {
    this.report.count++;
    if (this.report.faults.length < FAULTS_KEPT) this.report.faults.push(fault);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): Collections[K] {
    return this.#records[index] ?? this.#keep(index, this.#read(index));
  }

  /** Returns a record as received, without validation. */
  rawAt(index: number): Raw {
    return this.#raws.whole(this.#positionOf(index)) as Raw;
  }

  #head(index: number): Raw {
    const record = this.#records[index] as Raw | undefined;
    return record ?? (this.#raws.head(this.#positionOf(index)) as Raw);
  }

  idAt(index: number): PortalRecord['id'] {
    return this.#head(index)['id'] as PortalRecord['id'];
  }

  portalAt(index: number): PortalRecord['id'] | undefined {
    return idLeaf.accept(own(this.#head(index), 'portal'));
  }

  geoAt(index: number): Geo | undefined {
    const geo = own(this.#head(index), 'geo');
    return isGeo(geo) ? geo : undefined;
  }

  familyAt(index: number): Family | undefined {
    const family = own(this.#head(index), 'family');
    return typeof family === 'string' ? family : undefined;
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#raws.geometry?.(this.#positionOf(index));
  }

  countAt(index: number): number {
    return this.#raws.count?.(this.#positionOf(index)) ?? 1;
  }

  *[Symbol.iterator](): Iterator<Collections[K]> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** True if every record has been fully validated. */
  get isWhole(): boolean {
    return this.#unchecked === 0;
  }

  /** Validates all remaining records, in slices that keep the page responsive. */
  async checkAll(signal?: AbortSignal): Promise<void> {
    const check = (index: number): void => {
      if (this.#isChecked[index] === 0) this.#read(index);
    };
    if (!this.isWhole) await inSlices(this.length, check, signal);
  }
}

/** Returns the reason why a record must be dropped, or undefined if it can be used. */
function faultOf(raw: unknown, ids: ReadonlySet<string>): string | undefined {
  if (!isObject(raw)) return `: expected an object, got ${shown(raw)}`;
  const id = own(raw, 'id');
  if (idLeaf.accept(id) === undefined) return `.id: expected ${idLeaf.expects}, got ${shown(id)}`;
  return ids.has(String(id)) ? `.id: ${shown(id)} is taken by an earlier record` : undefined;
}

/** Same check as the `geo` schema, without its cost. */
const isGeo = (geo: unknown): geo is Geo =>
  isObject(geo) &&
  latLeaf.accept(own(geo, 'lat')) !== undefined &&
  lonLeaf.accept(own(geo, 'lon')) !== undefined;
