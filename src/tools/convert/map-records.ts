import {parseRecord, LazyRecordList} from '../../data/validation.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import {isMissing, isPlaceTarget, valueAt} from '../../data/sources/shared/rows/foreign-record.js';
import {swappedPlaces} from '../../data/sources/shared/rows/coordinate-order.js';
import {
  firstPosition,
  ForeignRows,
  isProjected,
} from '../../data/sources/shared/rows/foreign-rows.js';
import {readOwnField} from '../../data/sources/shared/readers/value-readers.js';
import {isObject, type JsonObject} from '../../model/schemas/schema-builder.js';
import {fold} from '../../model/fold.js';
import type {CollectionName} from '../../model/records.js';
import {type ColumnMapping, mapColumns, reportUnusedColumns} from './column-mapping.js';
import {ColumnChecks, checkCell} from './cell-checks.js';
import type {ParsedInput, InputRecord} from './parsed-input.js';
import {parseFieldError} from './field-errors.js';
import {type ReportDiagnostic, type SourceLocation, quotedValue} from '../messages/diagnostic.js';

export interface RecordMappingOptions {
  readonly kind: CollectionName;
  /** Field mapping, in the syntax of the attribute `fields`. */
  readonly fields: string;
  /** Returns true if a column is ignored without a diagnostic. */
  readonly isIgnored: (name: string) => boolean;
  /** Columns kept as own fields (`extra`), `*` for all that no field uses. */
  readonly keep?: readonly string[];
  /** Language of texts whose column states none. */
  readonly lang: string;
  /** Base URL of relative URLs. */
  readonly base: string | undefined;
}

/** Record made of a row, with the locations of its fields. */
export interface MappedRecord {
  readonly record: JsonObject;
  /** Returns the location of a field: its cell, or else its record. */
  readonly locationOf: (target: string) => SourceLocation;
}

/** Maps entries to records of a collection; reports unusable values with their location. */
export function mapRecords(
  input: ParsedInput,
  options: RecordMappingOptions,
  report: ReportDiagnostic,
): readonly MappedRecord[] {
  const {kind, base, keep = []} = options;
  const mapped = mapColumns(kind, input, options, report);
  const {columns} = mapped;
  const ownColumns = keptColumns(input, columns, keep);
  const isKept = (name: string): boolean => options.isIgnored(name) || ownColumns.includes(name);
  reportUnusedColumns(input, mapped, isKept, report);
  const entries = mapped.entries.map(entry => ({
    ...entry,
    id: entry.id ?? deriveId(entry, columns),
  }));
  const rows = new ForeignRows(entries, columns);
  const diagnostics = new RecordDiagnostics(columns, report);
  const kept: MappedRecord[] = [];
  const untitled: SourceLocation[] = [];
  entries.forEach((entry, i) => {
    const extra = ownFields(entry, ownColumns);
    const mapped = {...(rows.recordAt(i) as JsonObject), ...extra};
    const {value, errors} = parseRecord(kind, mapped, base, []);
    const missingField = RECORD_SCHEMAS[kind].required.find(
      need => need !== 'id' && mapped[need] === undefined,
    );
    diagnostics.checkRecord(
      entry,
      mapped,
      errors.filter(error => missingField === undefined || !error.startsWith(`${missingField}:`)),
    );
    if (value === undefined) {
      const field = missingField === 'name' || missingField === 'period' ? missingField : 'id';
      report('error', entry.location, 'missingField', field);
      return;
    }
    diagnostics.checkId(entry, value);
    const record = value as unknown as JsonObject;
    if ('title' in RECORD_SCHEMAS[kind].properties && record['title'] === undefined)
      untitled.push(entry.location);
    kept.push({
      record,
      locationOf: target => {
        const column = columns.find(one => one.target === target);
        const [name] = column?.columnNames(entry.fields) ?? [];
        return name === undefined ? entry.location : fieldLocation(entry, name);
      },
    });
  });
  if (untitled.length === kept.length && kept.length > 1) report('warning', {}, 'noTitleColumn');
  else for (const location of untitled) report('warning', location, 'noTitle');
  diagnostics.reportColumns();
  const records = new LazyRecordList(
    kind,
    kept.map(({record}) => record),
  );
  const swapped = swappedPlaces(records, kept.length);
  const first = kept[swapped[0] ?? -1]?.locationOf('geo');
  if (first) report('warning', first, 'swappedCoordinates', swapped.length);
  const projected = entries.find(({geometry}) => isProjected(geometry));
  if (projected)
    report(
      'error',
      {name: 'geometry'},
      'projectedCoordinates',
      quotedValue(firstPosition(projected.geometry)),
    );
  const shapes = entries.filter((_, i) => rows.geometryAt(i)).length;
  if (shapes > 0) report('warning', {}, 'reducedShapes', shapes);
  return kept;
}

/** Returns the columns that become own fields: those that are named, and with `*` all that no field uses. */
function keptColumns(
  {names}: ParsedInput,
  columns: readonly ColumnMapping[],
  keep: readonly string[],
): readonly string[] {
  const isUsed = (name: string): boolean => columns.some(({paths}) => paths.includes(name));
  return names
    .map(({name}) => name)
    .filter(name => keep.includes(name) || (keep.includes('*') && !isUsed(name)));
}

/** Returns the own fields of an entry; several values in a cell are a list. */
function ownFields({fields}: InputRecord, names: readonly string[]): JsonObject {
  const filled = names.flatMap(name => {
    const value = readOwnField(fields[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return filled.length > 0 ? {extra: Object.fromEntries(filled)} : {};
}

/** Derives an id from the title, so that it does not change if rows are reordered. */
function deriveId(entry: InputRecord, columns: readonly ColumnMapping[]): string | undefined {
  const title = columns.find(({target}) => /^(?:title|name)(?:\.|$)/.test(target));
  const text = title?.read(entry.fields);
  if (typeof text !== 'string') return undefined;
  const name = fold(text).replace(/[^\p{L}\p{N}]+/gu, '-');
  return name.replace(/^-|-$/g, '').slice(0, 80) || undefined;
}

/** Reports the problems of records, located at their cells. */
class RecordDiagnostics {
  readonly #columns: readonly ColumnMapping[];
  readonly #report: ReportDiagnostic;
  readonly #columnChecks = new ColumnChecks();

  constructor(columns: readonly ColumnMapping[], report: ReportDiagnostic) {
    this.#columns = columns;
    this.#report = report;
  }

  reportColumns(): void {
    this.#columnChecks.report(this.#report);
  }

  /** Reports the problems of a record and its validation errors. */
  checkRecord(entry: InputRecord, mapped: JsonObject, errors: readonly string[]): void {
    for (const {target, columnNames} of this.#columns)
      for (const name of columnNames(entry.fields)) {
        const location = fieldLocation(entry, name);
        checkCell(target, entry.fields[name], valueAt(mapped, target), location, this.#report);
        this.#columnChecks.checkCell(target, entry.fields[name], location);
      }
    for (const error of errors) this.#reportError(entry, error);
    this.#checkAddresses(entry, mapped);
    this.#checkCoordinates(entry, mapped);
  }

  /** Reports words in a column of addresses: they are read as missing. */
  #checkAddresses(entry: InputRecord, mapped: JsonObject): void {
    for (const {target, columnNames, isTemplate} of this.#columns) {
      const [name] = columnNames(entry.fields);
      if (!/(?:^|\.)(?:url|src)$/.test(target) || isTemplate || name === undefined) continue;
      const expected = target === 'url' ? 'link' : 'picture';
      const value = quotedValue(valueAt(entry.fields, name));
      if (valueAt(mapped, target) === undefined)
        this.#report('error', fieldLocation(entry, name), 'unreadable', expected, value);
    }
  }

  #reportError(entry: InputRecord, error: string): void {
    const fieldError = parseFieldError(error);
    const targets = this.#columns.map(({target}) => target);
    for (const target of fieldError.concernedTargets(targets)) {
      const column = this.#columns.find(one => one.target === target) as ColumnMapping;
      const [name] = column.columnNames(entry.fields);
      if (name === undefined) continue;
      const raw = valueAt(entry.fields, name);
      const message = fieldError.toMessage(raw, quotedValue(raw));
      this.#report('error', fieldLocation(entry, name), ...message);
      return;
    }
    // Half of a pair of coordinates: reported at the cell of the half that is present.
    const isPlace = fieldError.path.startsWith('geo');
    const half = isPlace ? this.#coordinateColumns(entry)[0] : undefined;
    if (half !== undefined) this.#report('error', fieldLocation(entry, half), 'halfCoordinates');
    else {
      const isGeometry = isPlace && entry.geometry !== undefined && entry.geometry !== null;
      const name = isGeometry ? 'geometry' : fieldError.path;
      const isDegree = /\.(?:lat|lon)$/.test(fieldError.path);
      const message =
        isGeometry && !isDegree
          ? (['invalidGeometry'] as const)
          : fieldError.toMessage(undefined, fieldError.value);
      this.#report('error', {...entry.location, name}, ...message);
    }
  }

  #coordinateColumns({fields}: InputRecord): readonly string[] {
    return this.#columns
      .filter(({target}) => isPlaceTarget(target))
      .flatMap(({columnNames}) => columnNames(fields));
  }

  /** Reports coordinates 0, 0: they are read as missing, so that validation finds no error. */
  #checkCoordinates(entry: InputRecord, mapped: JsonObject): void {
    const [name] = this.#coordinateColumns(entry);
    if (name !== undefined && mapped['geo'] === undefined)
      this.#report('error', fieldLocation(entry, name), 'zeroCoordinates');
  }

  /** Reports a duplicate identifier. */
  checkId(entry: InputRecord, record: unknown): void {
    const column = this.#columns.find(({target}) => target === 'id');
    const givenId = column?.read(entry.fields);
    const id = isObject(record) ? String(record['id']) : '';
    if (isMissing(givenId) || String(givenId) === id) return;
    const [name = ''] = column?.columnNames(entry.fields) ?? [];
    const location = fieldLocation(entry, name);
    this.#report('warning', location, 'duplicateId', quotedValue(givenId), id);
  }
}

const fieldLocation = (entry: InputRecord, name: string): SourceLocation =>
  entry.locationOf?.(name) ?? {...entry.location, name};
