import {normalizeName} from '../../data/sources/shared/columns/column-names.js';
import {COLLECTIONS, type CollectionName} from '../../model/records.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {type ReportDiagnostic, quotedValue} from '../messages/diagnostic.js';
import {addChildren, type ChildSheet} from './child-sheets.js';
import {ConversionError} from './parsed-input.js';
import {readGrid} from './formats/grid.js';
import type {Worksheet} from './formats/sheet.js';
import {type MappedRecord, type RecordMappingOptions, mapRecords} from './map-records.js';
import {NamedRecords} from './named-records.js';
import {KNOWN_SHEETS, kindOfSheet, type SheetKind, STEPS} from './sheet-names.js';

/** Fields that name a record of another collection. */
const REFERENCES: Readonly<Record<string, CollectionName>> = {
  portal: 'portals',
  portals: 'portals',
  programme: 'programmes',
  project: 'projects',
  projects: 'projects',
  parent: 'projects',
};

/** Adds the name of the sheet to the locations of diagnostics. */
const inSheet =
  (sheet: string, report: ReportDiagnostic): ReportDiagnostic =>
  (severity, location, ...message) =>
    report(severity, {...location, sheet}, ...message);

/** Returns a record with the titles in its references replaced by identifiers; reports those that name no record. */
function withReferences(
  collection: CollectionName,
  {record, sheet, locationOf}: MappedRecord & {readonly sheet?: string},
  ids: NamedRecords<unknown>,
  report: ReportDiagnostic,
): JsonObject {
  const result: Record<string, unknown> = {...record};
  for (const [field, target] of Object.entries(REFERENCES)) {
    const value = record[field];
    // A sheet that is missing may be in another document.
    const isReference = ids.has(target) && field in RECORD_SCHEMAS[collection].properties;
    if (value === undefined || !isReference) continue;
    const resolve = (name: unknown): unknown => {
      const id = ids.find(target, name);
      if (id === undefined)
        inSheet(sheet ?? '', report)(
          'warning',
          locationOf(field),
          'unknownReference',
          quotedValue(name),
          target,
        );
      return id ?? name;
    };
    result[field] = Array.isArray(value) ? value.map(resolve) : resolve(value);
  }
  return result;
}

/** Returns records with new identifiers for those that a record of another sheet has, and reports these. */
function withFreeIds(
  records: readonly MappedRecord[],
  others: readonly MappedRecord[],
  report: ReportDiagnostic,
): readonly MappedRecord[] {
  const taken = new Set(others.map(({record}) => String(record['id'])));
  const own = new Set(records.map(({record}) => String(record['id'])));
  const numbers = new Map<string, number>();
  return records.map(one => {
    const id = String(one.record['id']);
    if (!taken.has(id)) return one;
    let n = numbers.get(id) ?? 1;
    let free = id;
    while (taken.has(free) || own.has(free)) free = `${id}~${++n}`;
    numbers.set(id, n);
    own.add(free);
    report('warning', one.locationOf('id'), 'duplicateId', quotedValue(id), free);
    return {...one, record: {...one.record, id: free}};
  });
}

/** Returns the sheets by what their rows are, and reports those whose name is unknown. */
function sheetsByKind(
  sheets: readonly Worksheet[],
  {isIgnored, childSheets = []}: WorkbookOptions,
  report: ReportDiagnostic,
): ReadonlyMap<SheetKind | ChildSheet, readonly Worksheet[]> {
  const known = new Map<SheetKind | ChildSheet, Worksheet[]>();
  const firstNames = childSheets.map(({names}) => names.split(' ')[0]?.replace('_', ' '));
  for (const sheet of sheets) {
    const name = normalizeName(sheet.name);
    const kind =
      childSheets.find(({names}) => names.split(' ').includes(name)) ?? kindOfSheet(sheet.name);
    if (kind) known.set(kind, [...(known.get(kind) ?? []), sheet]);
    else if (!isIgnored(sheet.name)) {
      const names = [KNOWN_SHEETS, ...firstNames].join(', ');
      report('error', {sheet: sheet.name}, 'unknownSheet', sheet.rows.length, names);
    }
  }
  return known;
}

export interface WorkbookOptions extends Omit<RecordMappingOptions, 'kind'> {
  /** Sheets of items of records, besides the steps of stories. */
  readonly childSheets?: readonly ChildSheet[];
}

/**
 * Maps the sheets of a workbook to the collections of one portal document. The name of a sheet says what its rows are,
 * in French, Dutch, English or German; rows name each other by identifier or title.
 *
 * @throws {ConversionError} if no sheet has records.
 */
export function mapWorkbook(
  sheets: readonly Worksheet[],
  options: WorkbookOptions,
  report: ReportDiagnostic,
): ReadonlyMap<CollectionName, readonly JsonObject[]> {
  const known = sheetsByKind(sheets, options, report);
  const mapped = new Map<CollectionName, (MappedRecord & {readonly sheet: string})[]>();
  for (const kind of COLLECTIONS)
    for (const {name, rows} of known.get(kind as SheetKind) ?? []) {
      const say = inSheet(name, report);
      const records = mapRecords(readGrid(rows, say), {...options, kind}, say);
      const before = mapped.get(kind) ?? [];
      const added = withFreeIds(records, before, say).map(one => ({...one, sheet: name}));
      const all = [...before, ...added];
      if (all.length > 0) mapped.set(kind, all);
    }
  const ids = new NamedRecords<unknown>();
  for (const [kind, records] of mapped)
    for (const {record} of records) ids.add(kind, record, record['id']);
  const collections = new Map(
    [...mapped].map(([kind, records]): [CollectionName, readonly JsonObject[]] => [
      kind,
      records.map(one => withReferences(kind, one, ids, report)),
    ]),
  );
  for (const child of ['steps', ...(options.childSheets ?? [])] as const)
    for (const {name, rows} of known.get(child) ?? []) {
      const say = inSheet(name, report);
      const sheet = child === 'steps' ? STEPS : child;
      addChildren(collections, sheet, readGrid(rows, say), ids, options, say);
    }
  if (mapped.size === 0) throw new ConversionError('empty');
  return collections;
}
