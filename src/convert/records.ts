import {CheckedList} from '../data/checked-list.js';
import {parseRecord, RECORDS} from '../data/schema.js';
import {isMissing, valueAt} from '../data/sources/foreign/fields.js';
import {hintOf} from '../data/sources/foreign/hints.js';
import {ForeignRows} from '../data/sources/foreign/rows.js';
import {isObject} from '../data/shape.js';
import {fold} from '../model/fold.js';
import type {CollectionName} from '../model/records.js';
import {type Column, columnsOf, findUnused} from './columns.js';
import {ColumnDoubts, findDoubts} from './doubts.js';
import type {Entries, Entry} from './entries.js';
import {failureOf} from './faults.js';
import {type Find, type Place, quotedValue} from './finding.js';

type Raw = Readonly<Record<string, unknown>>;

export interface MakeOptions {
  readonly kind: CollectionName;
  /** Field mapping, in the syntax of the attribute `fields`. */
  readonly fields: string;
  /** Returns true if a column is ignored without a diagnostic. */
  readonly ignored: (name: string) => boolean;
  readonly lang: string;
  /** Base URL of relative URLs. */
  readonly base: string | undefined;
}

/** Maps entries to records of a collection; reports unusable values with their location. */
export function recordsOf(given: Entries, options: MakeOptions, find: Find): readonly Raw[] {
  const {kind, base} = options;
  const columns = columnsOf(kind, given, options, find);
  findUnused(given, columns, options.ignored, find);
  const entries = given.entries.map(entry => ({...entry, id: entry.id ?? nameOf(entry, columns)}));
  const rows = new ForeignRows(entries, columns);
  const teller = new Teller(columns, find);
  const kept: Raw[] = [];
  const untitled: Place[] = [];
  entries.forEach((entry, i) => {
    const whole = rows.whole(i) as Raw;
    const {value, faults} = parseRecord(kind, whole, base, []);
    const lacking = RECORDS[kind].needs.find(need => need !== 'id' && whole[need] === undefined);
    teller.look(
      entry,
      whole,
      faults.filter(fault => lacking === undefined || !fault.startsWith(`${lacking}:`)),
    );
    if (value === undefined) {
      find('dropped', entry.place, {what: 'recordWithout', field: lacking ?? 'id'});
      return;
    }
    teller.lookAtId(entry, value);
    const record = value as unknown as Raw;
    if ('title' in RECORDS[kind].shapes && record['title'] === undefined)
      untitled.push(entry.place);
    kept.push(record);
  });
  if (untitled.length === kept.length && kept.length > 1) find('doubt', {}, {what: 'noTitles'});
  else for (const place of untitled) find('doubt', place, {what: 'noTitle'});
  teller.tell();
  if (hintOf(new CheckedList(kind, kept)) !== undefined) find('doubt', {}, {what: 'swapped'});
  const shapes = entries.filter((_, i) => rows.geometry(i)).length;
  if (shapes > 0) find('doubt', {}, {what: 'shapes', count: shapes});
  return kept;
}

/** Derives an id from the title, so that it does not change if rows are reordered. */
function nameOf(entry: Entry, columns: readonly Column[]): string | undefined {
  const title = columns.find(({target}) => /^(?:title|name)(?:\.|$)/.test(target));
  const text = title?.read(entry.fields);
  if (typeof text !== 'string') return undefined;
  const name = fold(text).replace(/[^\p{L}\p{N}]+/gu, '-');
  return name.replace(/^-|-$/g, '').slice(0, 80) || undefined;
}

/** Reports the problems of records, located at their cells. */
class Teller {
  readonly #columns: readonly Column[];
  readonly #find: Find;
  readonly #doubts = new ColumnDoubts();

  constructor(columns: readonly Column[], find: Find) {
    this.#columns = columns;
    this.#find = find;
  }

  tell(): void {
    this.#doubts.tell(this.#find);
  }

  /** Reports the problems of a record and its validation errors. */
  look(entry: Entry, whole: Raw, faults: readonly string[]): void {
    for (const {target, from} of this.#columns)
      for (const name of from(entry.fields)) {
        const place = placeIn(entry, name);
        findDoubts(target, entry.fields[name], place, this.#find);
        this.#doubts.look(target, entry.fields[name], place);
      }
    for (const fault of faults) this.#fault(entry, fault);
    this.#place(entry, whole);
  }

  #fault(entry: Entry, fault: string): void {
    const failure = failureOf(fault);
    const targets = this.#columns.map(({target}) => target);
    for (const target of failure.about(targets)) {
      const column = this.#columns.find(one => one.target === target) as Column;
      const [name] = column.from(entry.fields);
      if (name === undefined) continue;
      const raw = valueAt(entry.fields, name);
      this.#find('dropped', placeIn(entry, name), failure.problem(raw, quotedValue(raw)));
      return;
    }
    // Half of a pair of coordinates: reported at the cell of the half that is present.
    const isPlace = failure.path.startsWith('geo');
    const half = isPlace ? this.#placed(entry)[0] : undefined;
    if (half !== undefined) this.#find('dropped', placeIn(entry, half), {what: 'halfPlace'});
    else {
      const name = isPlace && entry.geometry ? 'geometry' : failure.path;
      this.#find('dropped', {...entry.place, name}, failure.problem(undefined, failure.got));
    }
  }

  #placed({fields}: Entry): readonly string[] {
    return this.#columns
      .filter(({target}) => /^(?:geo|lat|lon)$/.test(target))
      .flatMap(({from}) => from(fields));
  }

  /** Reports coordinates 0, 0: they are read as missing, so that validation finds no error. */
  #place(entry: Entry, whole: Raw): void {
    const [name] = this.#placed(entry);
    if (name !== undefined && whole['geo'] === undefined)
      this.#find('dropped', placeIn(entry, name), {what: 'nowhere'});
  }

  /** Reports a duplicate identifier. */
  lookAtId(entry: Entry, record: unknown): void {
    const column = this.#columns.find(({target}) => target === 'id');
    const own = column?.read(entry.fields);
    const id = isObject(record) ? String(record['id']) : '';
    if (isMissing(own) || String(own) === id) return;
    const [name = ''] = column?.from(entry.fields) ?? [];
    this.#find('doubt', placeIn(entry, name), {what: 'takenId', got: quotedValue(own), given: id});
  }
}

const placeIn = (entry: Entry, name: string): Place =>
  entry.placeOf?.(name) ?? {...entry.place, name};
