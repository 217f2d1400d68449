import type {Geo} from '../model/geo.js';
import type {Geometry} from '../model/geometry.js';
import type {RecordList} from '../model/record-list.js';
import type {CollectionName, Collections, Family, PortalRecord} from '../model/records.js';
import {id as idLeaf, lat as latLeaf, lon as lonLeaf} from './leaves.js';
import {parseRecord, RECORDS} from './schema.js';
import {isObject, own, shown} from './shape.js';
import {inSlices} from './slices.js';

/** What a list of records left out, for the webmaster. */
export interface Report {
  /** Records that could not be used at all. */
  dropped: number;
  /** One line a fault, `projects[3].geo.lat: expected a number, got "3,1"`; the first ones only. */
  readonly faults: string[];
  /** How many faults there are in all. */
  count: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** Records as they came, or such as are made of foreign ones when they are asked for. */
export interface RawRecords {
  readonly length: number;
  /** What the first paint needs of one: id, place, family. */
  head(position: number): unknown;
  whole(position: number): unknown;
  /** Lines and areas of a record, where it has any. */
  geometry?(position: number): Geometry | undefined;
  /** How many records one stands for; one, where it is not there. */
  count?(position: number): number;
}

/** An answer of the portal API, as it is. */
const asTheyCame = (answer: readonly unknown[]): RawRecords => ({
  length: answer.length,
  head: position => answer[position],
  whole: position => answer[position],
});

const FAULTS_KEPT = 20;

/**
 * The records of an answer. At first only what the first paint needs is looked at: ids, places, families. Each
 * record is wholly checked when it is first asked for, or by `checkAll`; a field that fails is left out of its
 * record and reported, once.
 */
export class CheckedList<K extends CollectionName> implements RecordList<Collections[K]> {
  readonly collection: K;
  readonly report: Report = {dropped: 0, faults: [], count: 0};
  /** Addresses in the records are relative to it. */
  readonly base: string | undefined;
  readonly #raws: RawRecords;
  /** Those that somebody has asked for, as the model has them; a copy of each of 200,000 would be too heavy. */
  readonly #records: (Collections[K] | undefined)[] = [];
  /** Where each record stood in the answer; nothing as long as none is left out. */
  #positions: number[] | undefined;
  readonly #length: number;
  /** Whether the faults of each have been noted. */
  readonly #isChecked: Uint8Array;
  #unchecked: number;

  constructor(collection: K, answer: readonly unknown[] | RawRecords, base?: string) {
    this.collection = collection;
    this.base = base;
    this.#raws = Array.isArray(answer) ? asTheyCame(answer) : (answer as RawRecords);
    // Whether a record that needs more than its id can be shown, only a whole check can tell.
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

  /** A record that may be used at all, checked; its faults are noted the first time. */
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

  /** A record as it came, for who checks what they look at. */
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

  /** Whether every record has been wholly checked. */
  get isWhole(): boolean {
    return this.#unchecked === 0;
  }

  /** Checks the records that nobody asked for yet, a slice at a time, so that the page stays awake. */
  async checkAll(signal?: AbortSignal): Promise<void> {
    const check = (index: number): void => {
      if (this.#isChecked[index] === 0) this.#read(index);
    };
    if (!this.isWhole) await inSlices(this.length, check, signal);
  }
}

/** Why a record can't be used at all; undefined when it may. */
function faultOf(raw: unknown, ids: ReadonlySet<string>): string | undefined {
  if (!isObject(raw)) return `: expected an object, got ${shown(raw)}`;
  const id = own(raw, 'id');
  if (idLeaf.accept(id) === undefined) return `.id: expected ${idLeaf.expects}, got ${shown(id)}`;
  return ids.has(String(id)) ? `.id: ${shown(id)} is taken by an earlier record` : undefined;
}

/** The verdict of the schema on a place, without its cost. */
const isGeo = (geo: unknown): geo is Geo =>
  isObject(geo) &&
  latLeaf.accept(own(geo, 'lat')) !== undefined &&
  lonLeaf.accept(own(geo, 'lon')) !== undefined;
