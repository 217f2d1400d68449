import {readWord} from '../../data/sources/shared/readers/value-readers.js';
import {readerFor} from '../../data/sources/shared/rows/field-targets.js';
import {isMissing} from '../../data/sources/shared/rows/foreign-record.js';
import {parseRecord} from '../../data/validation.js';
import {fold} from '../../model/fold.js';
import type {CollectionName} from '../../model/records.js';
import {isObject, type JsonObject} from '../../model/schemas/schema-builder.js';
import {type ReportDiagnostic, quotedValue} from '../messages/diagnostic.js';
import {checkCell} from './cell-checks.js';
import {parseFieldError} from './field-errors.js';
import {createFieldFinder, type NameLists, withOwnLanguage} from './heading-names.js';
import type {RecordMappingOptions} from './map-records.js';
import {NamedRecords} from './named-records.js';
import type {InputRecord, ParsedInput} from './parsed-input.js';

type RawCollections = Map<CollectionName, readonly JsonObject[]>;
type Reader = (value: unknown) => unknown;

/** Sheet whose rows are items of a list in the records of another sheet, such as the steps of stories. */
export interface ChildSheet {
  /** Normalized names of the sheet in French, Dutch, English and German, separated by spaces. */
  readonly names: string;
  /** Field that contains the items, by the collection of the record. */
  readonly lists: Readonly<Partial<Record<CollectionName, string>>>;
  /**
   * Normalized names of columns by the field of an item; those by a collection name the record. `order` is the position
   * in the list.
   */
  readonly columns: NameLists;
  /** Fields that name a record of another collection. */
  readonly references?: Readonly<Record<string, CollectionName>>;
  /** Readers of fields that the widgets read differently. */
  readonly readers?: Readonly<Record<string, Reader>>;
  /** Field by which an item replaces one that the record has already. */
  readonly key?: string;
  /** Changes an item before it is validated. */
  readonly complete?: (item: JsonObject) => JsonObject;
  /** Changes the record of an item, by what the row states besides. */
  readonly applyTo?: (record: JsonObject, item: JsonObject) => JsonObject;
}

type ChildSheetOptions = Pick<RecordMappingOptions, 'isIgnored' | 'base' | 'lang'>;

/** Column of the sheet, with the field of an item that it contains. */
interface ItemColumn {
  readonly name: string;
  readonly target: string;
}

/** Returns the columns of each field, and reports the others that have values. */
function columnsOf(
  {entries, names}: ParsedInput,
  sheet: ChildSheet,
  {isIgnored, lang}: ChildSheetOptions,
  report: ReportDiagnostic,
): readonly ItemColumn[] {
  const fieldOf = createFieldFinder(sheet.columns);
  const found = new Map<string, string>();
  for (const {name, location} of names) {
    const target = fieldOf(name);
    const filled = entries.filter(({fields}) => fields[name] !== undefined).length;
    const other = target && found.get(target);
    if (target && !other) found.set(target, name);
    else if (filled > 0 && !isIgnored(name))
      if (other) report('error', location, 'duplicateColumn', filled, other);
      else report('error', location, 'unusedColumn', filled);
  }
  return [...found].map(([target, name]) => ({
    name,
    target: withOwnLanguage(target, found.keys(), lang),
  }));
}

/** Returns a copy of an object with a value at a path, unless it has one. */
function withValue(object: JsonObject, [key = '', ...rest]: readonly string[], value: unknown) {
  const own = object[key];
  const next: unknown = rest.length > 0 ? withValue(isObject(own) ? own : {}, rest, value) : value;
  return {...object, [key]: rest.length > 0 ? next : (own ?? next)};
}

/** Reads and validates the rows of a sheet. */
class ChildRows {
  readonly #sheet: ChildSheet;
  readonly #columns: readonly ItemColumn[];
  readonly #options: ChildSheetOptions;
  readonly #report: ReportDiagnostic;
  /** Rows with an address that is none: that it is missing then need not be reported. */
  readonly #rejected = new Set<InputRecord>();

  constructor(
    input: ParsedInput,
    sheet: ChildSheet,
    options: ChildSheetOptions,
    report: ReportDiagnostic,
  ) {
    this.#sheet = sheet;
    this.#columns = columnsOf(input, sheet, options, report);
    this.#options = options;
    this.#report = report;
  }

  #locationOf(entry: InputRecord, name: string | undefined) {
    return (name !== undefined && entry.locationOf?.(name)) || entry.location;
  }

  /** Returns the record that a row names; reports a name that no record has. */
  parentOf(entry: InputRecord, parents: Parents): Parent | undefined {
    const {lists} = this.#sheet;
    const references = this.#columns.filter(({target}) => target in lists || target === 'record');
    const column = references.find(({name}) => !isMissing(entry.fields[name])) ?? references[0];
    const given = column && entry.fields[column.name];
    // With a single record the rows need not name it.
    if (isMissing(given) && parents.all.length === 1) return parents.all[0];
    const collections = column && column.target in lists ? [column.target] : Object.keys(lists);
    const name = readWord(given);
    const parent = collections
      .map(collection => parents.byName.find(collection, name))
      .find(Boolean);
    if (!parent)
      this.#report(
        'error',
        this.#locationOf(entry, column?.name),
        'unknownReference',
        quotedValue(given),
        collections.join(', '),
      );
    return parent;
  }

  /** Returns an item with the titles in its references replaced by identifiers; reports unknown ones. */
  resolve(item: JsonObject, entry: InputRecord, ids: NamedRecords<unknown>): JsonObject {
    const result = {...item};
    for (const [field, collection] of Object.entries(this.#sheet.references ?? {})) {
      const given = item[field];
      // A sheet that is missing may be in another document.
      if (given === undefined || !ids.has(collection)) continue;
      const id = ids.find(collection, given);
      const column = this.#columns.find(({target}) => target === field);
      const location = this.#locationOf(entry, column?.name);
      if (id !== undefined) result[field] = id;
      else this.#report('warning', location, 'unknownReference', quotedValue(given), collection);
    }
    return result;
  }

  /** Returns the fields of a row; reports addresses that are none. */
  read(entry: InputRecord): JsonObject {
    const {readers = {}, complete, lists} = this.#sheet;
    let item: JsonObject = {};
    for (const {name, target} of this.#columns) {
      const raw = entry.fields[name];
      if (target in lists || target === 'record' || isMissing(raw)) continue;
      const value = (readers[target] ?? readerFor(target, 'lat-lon'))(raw);
      const location = this.#locationOf(entry, name);
      checkCell(target, raw, value, location, this.#report);
      if (value !== undefined) item = withValue(item, target.split('.'), value);
      else if (/(?:^|\.)(?:url|src)$/.test(target)) {
        const expected = target === 'url' ? 'link' : 'picture';
        this.#report('error', location, 'unreadable', expected, quotedValue(raw));
        this.#rejected.add(entry);
      }
    }
    return complete?.(item) ?? item;
  }

  /** Returns the valid fields of an item; reports the others at their cells. */
  validate(
    item: JsonObject,
    entry: InputRecord,
    collection: CollectionName,
    list: string,
  ): unknown {
    const raw = {id: 'parent', [list]: [item]};
    const {value, errors} = parseRecord(collection, raw, this.#options.base, []);
    for (const error of errors) {
      const fieldError = parseFieldError(error.slice(error.indexOf(']') + 1).replace(/^\./, ''));
      const isAbsent = fieldError.value === 'nothing';
      if (isAbsent && this.#rejected.has(entry)) continue;
      const [target] = fieldError.concernedTargets(this.#columns.map(column => column.target));
      const name = this.#columns.find(column => column.target === target)?.name;
      const cell = name === undefined ? undefined : entry.fields[name];
      const location = this.#locationOf(entry, name);
      if (isAbsent && fieldError.path === 'name')
        this.#report('error', location, 'missingField', 'name');
      else this.#report('error', location, ...fieldError.toMessage(cell, quotedValue(cell)));
    }
    const [valid] = ((value as JsonObject | undefined)?.[list] ?? []) as readonly object[];
    return valid;
  }
}

/** Record that may have items. */
interface Parent {
  readonly collection: CollectionName;
  record: JsonObject;
  readonly items: {readonly order: number; readonly item: JsonObject}[];
}

interface Parents {
  readonly all: readonly Parent[];
  readonly byName: NamedRecords<Parent>;
}

function parentsIn(collections: RawCollections, {lists}: ChildSheet): Parents {
  const all = (Object.keys(lists) as CollectionName[]).flatMap(collection =>
    (collections.get(collection) ?? []).map((record): Parent => ({collection, record, items: []})),
  );
  const byName = new NamedRecords<Parent>();
  for (const parent of all) byName.add(parent.collection, parent.record, parent);
  return {all, byName};
}

/** Returns a record with its items after those that it has already, unless they replace them. */
function withItems({record, items}: Parent, list: string, key = ''): JsonObject {
  if (items.length === 0) return record;
  const added = items.sort((a, b) => a.order - b.order).map(({item}) => item);
  const idOf = (item: JsonObject): unknown =>
    typeof item[key] === 'string' ? fold(item[key]) : undefined;
  const ids = new Set(added.map(idOf));
  const given = (record[list] ?? []) as readonly JsonObject[];
  const kept = given.filter(item => idOf(item) === undefined || !ids.has(idOf(item)));
  return {...record, [list]: [...kept, ...added]};
}

/**
 * Adds the rows of a sheet to the records that they name by identifier or title. Items are in the order of their column,
 * else of the rows.
 *
 * @param ids Identifiers of the records that items refer to.
 */
export function addChildren(
  collections: RawCollections,
  sheet: ChildSheet,
  input: ParsedInput,
  ids: NamedRecords<unknown>,
  options: ChildSheetOptions,
  report: ReportDiagnostic,
): void {
  const rows = new ChildRows(input, sheet, options, report);
  const {lists, key, applyTo} = sheet;
  const parents = parentsIn(collections, sheet);
  input.entries.forEach((entry, i) => {
    const parent = rows.parentOf(entry, parents);
    if (!parent) return;
    const {order, ...read} = rows.read(entry);
    const item = rows.resolve(read, entry, ids);
    const valid = rows.validate(item, entry, parent.collection, lists[parent.collection] ?? '');
    if (!isObject(valid) || Object.keys(valid).length === 0) return;
    parent.items.push({order: typeof order === 'number' ? order : i, item: valid});
    if (applyTo) parent.record = applyTo(parent.record, item);
  });
  for (const [collection, list] of Object.entries(lists)) {
    const own = parents.all.filter(parent => parent.collection === collection);
    if (own.length > 0)
      collections.set(
        collection as CollectionName,
        own.map(parent => withItems(parent, list, key)),
      );
  }
}
