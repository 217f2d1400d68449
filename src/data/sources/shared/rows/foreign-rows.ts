import type {Geo} from '../../../../model/geo/geo.js';
import {isOwnField} from '../../../../model/query.js';
import {parseGeometry, type Geometry} from '../../../../model/geo/geometry.js';
import type {RawRecords} from '../../../validation.js';
import {isObject, ownValue} from '../../../../model/schemas/schema-builder.js';
import {runInSlices} from '../../../scheduling.js';
import {type ForeignRecord, type FieldMapping, isPlaceTarget} from './foreign-record.js';
import {representativePoint} from './representative-point.js';
import {UniqueNames} from '../unique-names.js';

/** Record of a foreign source: its fields, and its geometry and id if the format keeps them apart. */
export interface Row {
  readonly fields: ForeignRecord;
  /** The record's own GeoJSON geometry, unchecked. */
  readonly geometry?: unknown;
  /** Line or area among its fields, not validated: drawn, and used as the place if the record has no other. */
  readonly shape?: unknown;
  readonly id?: unknown;
  /** Number of records it stands for. Default: 1. */
  readonly count?: number;
}

/** Fields that the first paint needs. */
const INITIAL_TARGETS = /^(?:geo|lat|lon|family|portal)$/;

/** Number of rows whose columns are listed in warnings. */
const MAX_NAMED_ROWS = 200;

/** Foreign records, mapped to ours on access. */
export class ForeignRows implements RawRecords {
  readonly #rows: readonly Row[];
  readonly #ids: readonly string[];
  readonly #mappings: readonly FieldMapping[];
  readonly #initialMappings: readonly FieldMapping[];
  /** True if the fields for the place are named, not guessed: they take precedence over the geometry. */
  readonly #isPlaceExplicit: boolean;

  /** @param isPart True if there are more rows elsewhere: generated ids are then hashes instead of positions. */
  constructor(rows: readonly Row[], mappings: readonly FieldMapping[], isPart = false) {
    this.#rows = rows;
    this.#mappings = mappings.filter(({target}) => target !== 'id');
    this.#initialMappings = mappings.filter(({target}) => INITIAL_TARGETS.test(target));
    this.#isPlaceExplicit = mappings.some(rule => rule.isExplicit && isPlaceTarget(rule.target));
    this.#ids = uniqueIds(
      rows,
      mappings.find(({target}) => target === 'id'),
      isPart ? row => hash(JSON.stringify(row)) : (_, position) => `${position + 1}`,
    );
  }

  get length(): number {
    return this.#rows.length;
  }

  initialFieldsAt(position: number): unknown {
    return this.#map(position, this.#initialMappings);
  }

  recordAt(position: number): unknown {
    return this.#map(position, this.#mappings);
  }

  /** Names of the columns of the first rows. */
  fieldNames(): readonly string[] {
    const rows = this.#rows.slice(0, MAX_NAMED_ROWS);
    return [...new Set(rows.flatMap(({fields}) => Object.keys(fields)))];
  }

  /** Returns a record without its id, which may be generated. */
  contentAt(position: number): unknown {
    return this.#map(position, this.#mappings, {});
  }

  /** Returns the line or area of a record; a point is in `geo` only. */
  geometryAt(position: number): Geometry | undefined {
    const row = this.#rows[position];
    const raw = firstGeometry(row?.shape ?? row?.geometry);
    if (!isObject(raw) || raw['type'] === 'Point') return undefined;
    const geometry = parseGeometry(raw);
    return typeof geometry === 'string' ? undefined : geometry;
  }

  countAt(position: number): number {
    return this.#rows[position]?.count ?? 1;
  }

  #map(
    position: number,
    mappings: readonly FieldMapping[],
    record: Record<string, unknown> = {id: this.#ids[position]},
  ): unknown {
    const row = this.#rows[position] as Row;
    for (const {target, read} of mappings) {
      const value = read(row.fields);
      if (value !== undefined) setAtPath(record, target, value);
    }
    const coordinates = coordinatesOf(record, row, this.#isPlaceExplicit);
    delete record['lat'];
    delete record['lon'];
    // Empty forms have the coordinates 0, 0 (in the Gulf of Guinea).
    if (coordinates === undefined || (isObject(coordinates) && isNullIsland(coordinates)))
      delete record['geo'];
    else record['geo'] = coordinates;
    return record;
  }
}

/** Sets the value at a dotted path, unless it has one. */
function setAtPath(record: Record<string, unknown>, target: string, value: unknown): void {
  // The name of an own field may contain dots.
  const keys = isOwnField(target) ? ['extra', target.slice('extra.'.length)] : target.split('.');
  const last = keys.pop() as string;
  let parent = record;
  for (const key of keys) {
    const next = ownValue(parent, key);
    parent = isObject(next) ? next : (parent[key] = {});
  }
  if (ownValue(parent, last) === undefined) parent[last] = value;
}

/**
 * The place of a record: from the fields that `fields` or the source names, else from its geometry, else from guessed
 * fields, else from its shape. RFC 7946 fixes the order of coordinates in a geometry, but not of a pair in a property:
 * Opendatasoft 1 exports `geo_point_2d: [lat, lon]`.
 */
function coordinatesOf(
  record: Readonly<Record<string, unknown>>,
  {geometry, shape: geoJson}: Row,
  isExplicit: boolean,
): unknown {
  const named = placeInFields(record);
  if (isExplicit && named !== undefined) return named;
  const own = cachedRepresentativePoint(geometry);
  return isPlace(own) ? own : (named ?? cachedRepresentativePoint(geoJson) ?? own);
}

function placeInFields({geo, lat, lon}: Readonly<Record<string, unknown>>): unknown {
  if (lat !== undefined || lon !== undefined) return {lat, lon};
  return isObject(geo) && 'type' in geo ? cachedRepresentativePoint(geo['geometry'] ?? geo) : geo;
}

/** Returns true for Null Island (0, 0), the coordinates of an empty form. */
const isNullIsland = ({lat, lon}: Partial<Geo>): boolean => lat === 0 && lon === 0;

/** Reads a number, which some programs write as a text. */
const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;

/** Returns the coordinates of a position; anything else as it is, so that validation reports it. */
const pointAt = (position: unknown): unknown =>
  Array.isArray(position)
    ? {lat: asNumber(position[1]), lon: asNumber(position[0])}
    : (position ?? undefined);

export function firstPosition(geometry: unknown): readonly unknown[] {
  let first: unknown = isObject(geometry) ? geometry['coordinates'] : undefined;
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
  return Array.isArray(first) ? first : [];
}

/** True for coordinates in metres, such as Lambert 93, which exceed any degree. */
export const isProjected = (geometry: unknown): boolean =>
  firstPosition(geometry)
    .slice(0, 2)
    .some(number => typeof number === 'number' && Math.abs(number) > 1_000);

/** True if a row has a geometry that places its record. */
export const isPlaced = ({geometry}: Row): boolean => isPlace(cachedRepresentativePoint(geometry));

/** True if a value is a usable place on Earth. */
function isPlace(value: unknown): value is Geo {
  if (!isObject(value)) return false;
  const {lat, lon} = value;
  return isWithin(lat, 90) && isWithin(lon, 180) && !isNullIsland({lat, lon});
}

const isWithin = (value: unknown, max: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= max;

/** Cache of representative points: lines and areas may have thousands of corners, and are read repeatedly. */
const representativePoints = new WeakMap<object, Geo | string | undefined>();

function cachedRepresentativePoint(geometry: unknown): unknown {
  const raw = firstGeometry(geometry);
  if (!isObject(raw)) return undefined;
  if (raw['type'] === 'Point') return isProjected(raw) ? undefined : pointAt(raw['coordinates']);
  if (!representativePoints.has(raw)) representativePoints.set(raw, findPoint(raw));
  return representativePoints.get(raw);
}

function findPoint(geometry: Readonly<Record<string, unknown>>): Geo | string | undefined {
  if (isProjected(geometry)) return undefined;
  const geometryOrReason = parseGeometry(geometry);
  // The text is reported as an invalid value of `geo`.
  return typeof geometryOrReason === 'string'
    ? geometryOrReason
    : representativePoint(geometryOrReason);
}

/**
 * Computes the points of all lines and areas in slices, so that later reads are fast.
 *
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function computeRepresentativePoints(
  rows: readonly Row[],
  signal: AbortSignal,
): Promise<void> {
  const shapes = rows
    .map(({geometry, shape}) => shape ?? geometry)
    .filter(shape => isObject(shape) && shape['type'] !== 'Point');
  // Each may have so many corners that the clock is looked at after it.
  await runInSlices(shapes.length, index => cachedRepresentativePoint(shapes[index]), signal, 1);
}

/** Returns a geometry; the first one of a geometry collection. */
const firstGeometry = (geometry: unknown): unknown =>
  isObject(geometry) && Array.isArray(geometry['geometries'])
    ? firstGeometry((geometry['geometries'] as unknown[])[0])
    : geometry;

function uniqueIds(
  rows: readonly Row[],
  mapping: FieldMapping | undefined,
  generate: (row: Row, position: number) => string,
): readonly string[] {
  const names = new UniqueNames('~');
  return rows.map((row, position) => {
    const given = mapping?.read(row.fields) ?? row.id;
    const isId = (typeof given === 'string' && given !== '') || Number.isFinite(given);
    return names.take(isId ? String(given) : generate(row, position));
  });
}

/** Returns a short hash of a text: FNV-1a, 32 bits (draft-eastlake-fnv). */
function hash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
