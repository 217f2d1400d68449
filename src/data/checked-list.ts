import type {Geo} from '../model/geo.js';
import type {RecordList} from '../model/record-list.js';
import type {CollectionName, Collections, Family} from '../model/records.js';
import {parseRecord} from './schema.js';
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

const FAULTS_KEPT = 20;

/** What a record of a collection can't do without, besides its id. */
const NEEDED: Readonly<Partial<Record<CollectionName, string>>> = {
  organisations: 'name',
  events: 'period',
  contributions: 'kind',
};

/**
 * The records of an answer. At first only what the first paint needs is looked at: ids, places, families. Each
 * record is wholly checked when it is first asked for, or by `checkAll`; a field that fails is left out of its
 * record and reported, once.
 */
export class CheckedList<K extends CollectionName> implements RecordList<Collections[K]> {
  readonly report: Report = {dropped: 0, faults: [], count: 0};
  readonly #collection: K;
  readonly #base: string | undefined;
  readonly #raws: Raw[] = [];
  /** Where each record stood in the answer, for the report. */
  readonly #positions: number[] = [];
  readonly #whole: (Collections[K] | undefined)[] = [];
  #unchecked: number;

  constructor(collection: K, answer: readonly unknown[], base?: string) {
    this.#collection = collection;
    this.#base = base;
    const ids = new Set<string>();
    for (let position = 0; position < answer.length; position++) {
      const raw = answer[position];
      const fault = this.#faultOf(raw, ids);
      if (fault !== undefined) {
        this.report.dropped++;
        this.#note(position, fault);
      } else {
        ids.add(String((raw as Raw)['id']));
        this.#raws.push(raw as Raw);
        this.#positions.push(position);
      }
    }
    this.#unchecked = this.#raws.length;
  }

  /** Why a record can't be used at all; undefined when it can. */
  #faultOf(raw: unknown, ids: ReadonlySet<string>): string | undefined {
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return `expected an object, got ${typeof raw}`;
    const id = (raw as Raw)['id'];
    if (!(typeof id === 'string' ? id !== '' : Number.isInteger(id))) {
      return `id: expected a string or a whole number, got ${JSON.stringify(id) ?? 'nothing'}`;
    }
    if (ids.has(String(id))) return `id: ${JSON.stringify(id)} is taken by an earlier record`;
    const needed = NEEDED[this.#collection];
    if (needed === undefined) return undefined;
    const parsed = parseRecord(this.#collection, raw, this.#base);
    return parsed.value === undefined ? (parsed.faults[0] ?? `${needed}: missing`) : undefined;
  }

  #note(position: number, fault: string): void {
    this.report.count++;
    const {faults} = this.report;
    if (faults.length < FAULTS_KEPT) faults.push(`${this.#collection}[${position}].${fault}`);
  }

  get length(): number {
    return this.#raws.length;
  }

  at(index: number): Collections[K] {
    const known = this.#whole[index];
    if (known) return known;
    const raw = this.#raws[index] as Raw;
    const {value, faults} = parseRecord(this.#collection, raw, this.#base);
    for (const fault of faults) this.#note(this.#positions[index] as number, fault);
    const record = value ?? ({id: raw['id']} as Collections[K]);
    this.#whole[index] = record;
    this.#unchecked--;
    return record;
  }

  geoAt(index: number): Geo | undefined {
    const geo = (this.#raws[index] as Raw)['geo'];
    return isGeo(geo) ? geo : undefined;
  }

  familyAt(index: number): Family | undefined {
    const family = (this.#raws[index] as Raw)['family'];
    return typeof family === 'string' ? family : undefined;
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
    if (!this.isWhole) await inSlices(this.length, index => this.at(index), signal);
  }
}

/** The verdict of the schema on a place, without its cost. */
function isGeo(geo: unknown): geo is Geo {
  if (geo === null || typeof geo !== 'object') return false;
  const {lat, lon} = geo as {lat?: unknown; lon?: unknown};
  return (
    typeof lat === 'number' && typeof lon === 'number' && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
  );
}
