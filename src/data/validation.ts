import {ENVELOPE_SCHEMA, type Envelope} from '../model/schemas/part-schemas.js';
import type {Geo} from '../model/geo/geo.js';
import type {Geometry} from '../model/geo/geometry.js';
import type {RecordList} from '../model/collection/record-list.js';
import type {CollectionName, Collections, Family, PortalRecord} from '../model/records.js';
import {id as idLeaf, lat as latLeaf, lon as lonLeaf} from '../model/schemas/scalar-schemas.js';
import {RECORD_SCHEMAS} from '../model/schemas/record-schemas.js';
import {
  describeValue,
  isObject,
  type JsonObject,
  type ObjectSchema,
  ownValue,
  type ParseContext,
  type Schema,
} from '../model/schemas/schema-builder.js';
import {runInSlices} from './scheduling.js';

/** Parsed value and its validation errors. */
export interface ParseResult<T> {
  /** Undefined if the value cannot be used. */
  readonly value: T | undefined;
  /** One line per error, with its path: `geo.lat: expected a number, got "3,1"`. */
  readonly errors: readonly string[];
}

function parse<T>(
  schema: Schema<T>,
  raw: unknown,
  base: string | undefined,
  path: ParseContext['path'] = [],
): ParseResult<T> {
  const errors: string[] = [];
  return {value: schema.parse(raw, {base, path, errors}), errors};
}

/**
 * Parses a record. Invalid fields are left out and reported.
 *
 * @param path Prefix of the paths in the errors.
 */
export const parseRecord = <K extends CollectionName>(
  collection: K,
  raw: unknown,
  base?: string,
  path?: ParseContext['path'],
): ParseResult<Collections[K]> =>
  parse(RECORD_SCHEMAS[collection] as Schema<Collections[K]>, raw, base, path);

/** Parses the metadata of a list response. */
export const parseEnvelope = (raw: unknown, base?: string): ParseResult<Envelope> =>
  parse(ENVELOPE_SCHEMA, raw, base);

/** Validation errors of a record list, for the webmaster. */
export interface ValidationReport {
  /** Number of records left out. */
  dropped: number;
  /** First 20 errors, one line each: `projects[3].geo.lat: expected a number, got "3,1"`. */
  readonly errors: string[];
  errorCount: number;
}

/** Unvalidated records: parsed JSON, or records mapped from a foreign source on access. */
export interface RawRecords {
  readonly length: number;
  /** Returns a record with at least the fields that the first paint needs: id, coordinates, family, portal. */
  initialFieldsAt(position: number): unknown;
  recordAt(position: number): unknown;
  /** Line or area of a record, if it has one. */
  geometryAt?(position: number): Geometry | undefined;
  /** Names of the fields that can be own fields. Default: the names in `extra`. */
  fieldNames?(): readonly string[];
  /** Number of records that an entry stands for. Default: 1. */
  countAt?(position: number): number;
}

/** Wraps the records of a portal API response. */
const fromJson = (records: readonly unknown[]): RawRecords => ({
  length: records.length,
  initialFieldsAt: position => records[position],
  recordAt: position => records[position],
});

const MAX_REPORTED_ERRORS = 20;

/**
 * List of records, validated on first access.
 *
 * The constructor reads only the required fields, and drops records without a usable one. Each record is fully validated
 * when it is first requested, or by `validateAll`. An invalid field is left out of its record and reported once.
 */
export class LazyRecordList<K extends CollectionName> implements RecordList<Collections[K]> {
  readonly collection: K;
  readonly report: ValidationReport = {dropped: 0, errors: [], errorCount: 0};
  /** Base of relative URLs in the records. */
  readonly base: string | undefined;
  readonly #rawRecords: RawRecords;
  /** Parsed records, cached on first access: a copy of each of 200,000 would take too much memory. */
  readonly #records: (Collections[K] | undefined)[] = [];
  /** Position of each record in the response. Undefined as long as no record is dropped. */
  #positions: number[] | undefined;
  readonly #length: number;
  /** 1 for each record whose errors have been reported. */
  readonly #isValidated: Uint8Array;

  constructor(collection: K, records: readonly unknown[] | RawRecords, base?: string) {
    this.collection = collection;
    this.base = base;
    this.#rawRecords = Array.isArray(records) ? fromJson(records) : (records as RawRecords);
    const {properties, required} = RECORD_SCHEMAS[collection] as ObjectSchema<unknown>;
    // The first one is the id. A record without another one cannot be used either.
    const others = required.slice(1);
    const isUsable = (position: number): boolean =>
      others.every(name => {
        const value = ownValue(this.#rawRecords.recordAt(position) as JsonObject, name);
        return parse(properties[name] as Schema<unknown>, value, base).value !== undefined;
      });
    let length = 0;
    let lastId = '';
    let ids: Set<string> | undefined;
    // While ids ascend, as in most exports, none occurs twice. A set of them, which takes as long as the rest of the
    // list, is made at the first that does not.
    const isTaken = (id: string): boolean => {
      // Shorter ids come first: `p9`, `p10`.
      const longer = id.length - lastId.length;
      if (!ids && (longer ? longer > 0 : id > lastId)) return false;
      ids ??= new Set([...Array(length).keys()].map(index => String(this.idAt(index))));
      return ids.has(id);
    };
    for (let position = 0; position < records.length; position++) {
      const raw = this.#rawRecords.initialFieldsAt(position);
      const fault = rejectionReason(raw, isTaken);
      if (fault || !isUsable(position)) {
        this.report.dropped++;
        if (fault) this.#addError(`${collection}[${position}]${fault}`);
        else this.#parseRaw(position);
        this.#positions ??= [...Array(position).keys()];
        continue;
      }
      lastId = String((raw as JsonObject)['id']);
      ids?.add(lastId);
      this.#positions?.push(position);
      length++;
    }
    this.#length = length;
    this.#isValidated = new Uint8Array(length);
  }

  #parseRaw(position: number, isReported = false): Collections[K] | undefined {
    const raw = this.#rawRecords.recordAt(position);
    const {value, errors} = parseRecord(this.collection, raw, this.base, [
      this.collection,
      position,
    ]);
    if (!isReported) for (const error of errors) this.#addError(error);
    return value;
  }

  /** Validates a record; its errors are reported the first time only. */
  #parse(index: number): Collections[K] {
    const parsed = this.#parseRaw(this.#positionOf(index), this.#isValidated[index] === 1);
    this.#isValidated[index] = 1;
    return parsed as Collections[K];
  }

  #positionOf(index: number): number {
    return this.#positions?.[index] ?? index;
  }

  #addError(error: string): void {
    if (this.report.errorCount++ < MAX_REPORTED_ERRORS) this.report.errors.push(error);
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): Collections[K] {
    return (this.#records[index] ??= this.#parse(index));
  }

  /** Returns a record as received, without validation. */
  rawAt(index: number): JsonObject {
    return this.#rawRecords.recordAt(this.#positionOf(index)) as JsonObject;
  }

  #initialFields(index: number): JsonObject {
    const record = this.#records[index] as JsonObject | undefined;
    return record ?? (this.#rawRecords.initialFieldsAt(this.#positionOf(index)) as JsonObject);
  }

  idAt(index: number): PortalRecord['id'] {
    return this.#initialFields(index)['id'] as PortalRecord['id'];
  }

  portalAt(index: number): PortalRecord['id'] | undefined {
    return idLeaf.tryParse(ownValue(this.#initialFields(index), 'portal'));
  }

  geoAt(index: number): Geo | undefined {
    const geo = ownValue(this.#initialFields(index), 'geo');
    return isGeo(geo) ? geo : undefined;
  }

  familyAt(index: number): Family | undefined {
    const family = ownValue(this.#initialFields(index), 'family');
    return typeof family === 'string' ? family : undefined;
  }

  /** Names of the fields that can be own fields, for warnings. Undefined: those in `extra`. */
  fieldNames(): readonly string[] | undefined {
    return this.#rawRecords.fieldNames?.();
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#rawRecords.geometryAt?.(this.#positionOf(index));
  }

  countAt(index: number): number {
    return this.#rawRecords.countAt?.(this.#positionOf(index)) ?? 1;
  }

  *[Symbol.iterator](): Iterator<Collections[K]> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** Validates all remaining records, in slices that keep the page responsive. */
  async validateAll(): Promise<void> {
    await runInSlices(this.length, index => this.#isValidated[index] || this.#parse(index));
  }
}

/** Returns the reason why a record must be dropped, or undefined if it can be used. */
function rejectionReason(raw: unknown, isTaken: (id: string) => boolean): string | undefined {
  if (!isObject(raw)) return `: expected an object, got ${describeValue(raw)}`;
  const id = ownValue(raw, 'id');
  if (idLeaf.tryParse(id) === undefined)
    return `.id: expected ${idLeaf.expects}, got ${describeValue(id)}`;
  return isTaken(String(id))
    ? `.id: ${describeValue(id)} is taken by an earlier record`
    : undefined;
}

/** Same check as the `geo` schema, without its cost. */
const isGeo = (geo: unknown): geo is Geo =>
  isObject(geo) &&
  latLeaf.tryParse(ownValue(geo, 'lat')) !== undefined &&
  lonLeaf.tryParse(ownValue(geo, 'lon')) !== undefined;
