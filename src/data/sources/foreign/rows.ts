import type {Geo} from '../../../model/geo.js';
import {checkGeometry, type Geometry} from '../../../model/geometry.js';
import type {RawRecords} from '../../checked-list.js';
import {isObject, own} from '../../shape.js';
import {inSlices} from '../../slices.js';
import type {Foreign, Rule} from './fields.js';
import {middleOfGeometry} from './middle.js';
import {isNullIsland, readGeo} from './values.js';

/** Record of a foreign source: its fields, and its geometry and id if the format keeps them apart. */
export interface Row {
  readonly fields: Foreign;
  /** The record's own GeoJSON geometry, unchecked. */
  readonly geometry?: unknown;
  /** A line or an area among its fields, unchecked: drawn, and the place of a record that has no other. */
  readonly shape?: unknown;
  readonly id?: unknown;
  /** Number of records it stands for. Default: 1. */
  readonly count?: number;
}

/** Fields that the first paint needs. */
const HEAD = /^(?:geo|lat|lon|family|portal)$/;
const PLACE = /^(?:geo|lat|lon)$/;

/** Foreign records, mapped to ours on access. */
export class ForeignRows implements RawRecords {
  readonly #rows: readonly Row[];
  readonly #ids: readonly string[];
  readonly #rules: readonly Rule[];
  readonly #head: readonly Rule[];
  /** True if the fields for the place are named, not guessed: they take precedence over the geometry. */
  readonly #isPlaceExplicit: boolean;

  /** @param isPart True if there are more rows elsewhere: generated ids are then hashes instead of positions. */
  constructor(rows: readonly Row[], rules: readonly Rule[], isPart = false) {
    this.#rows = rows;
    this.#rules = rules.filter(({target}) => target !== 'id');
    this.#head = rules.filter(({target}) => HEAD.test(target));
    this.#isPlaceExplicit = rules.some(rule => rule.isExplicit && PLACE.test(rule.target));
    this.#ids = idsOf(
      rows,
      rules.find(({target}) => target === 'id'),
      isPart ? row => hashOf(JSON.stringify(row)) : (_, position) => `${position + 1}`,
    );
  }

  get length(): number {
    return this.#rows.length;
  }

  head(position: number): unknown {
    return this.#make(position, this.#head);
  }

  whole(position: number): unknown {
    return this.#make(position, this.#rules);
  }

  /** Returns a record without its id, which may be generated. */
  content(position: number): unknown {
    return this.#make(position, this.#rules, {});
  }

  /** Returns the line or area of a record; a point is in `geo` only. */
  geometry(position: number): Geometry | undefined {
    const row = this.#rows[position];
    const raw = partOf(row?.shape ?? row?.geometry);
    if (!isObject(raw) || raw['type'] === 'Point') return undefined;
    const geometry = checkGeometry(raw);
    return typeof geometry === 'string' ? undefined : geometry;
  }

  count(position: number): number {
    return this.#rows[position]?.count ?? 1;
  }

  #make(
    position: number,
    rules: readonly Rule[],
    record: Record<string, unknown> = {id: this.#ids[position]},
  ): unknown {
    const row = this.#rows[position] as Row;
    for (const {target, read} of rules) {
      const value = read(row.fields);
      if (value !== undefined) put(record, target, value);
    }
    const place = placeOf(record, row, this.#isPlaceExplicit);
    delete record['lat'];
    delete record['lon'];
    // Empty forms have the coordinates 0, 0 (in the Gulf of Guinea).
    if (place === undefined || (isObject(place) && isNullIsland(place))) delete record['geo'];
    else record['geo'] = place;
    return record;
  }
}

/** Sets the value at a dotted path, unless it has one. */
function put(record: Record<string, unknown>, target: string, value: unknown): void {
  const keys = target.split('.');
  const last = keys.pop() as string;
  let inside = record;
  for (const key of keys) {
    const next = own(inside, key);
    inside = isObject(next) ? next : (inside[key] = {});
  }
  if (own(inside, last) === undefined) inside[last] = value;
}

/**
 * The place of a record: from the fields that `fields` or the source names, else from its geometry, else from guessed
 * fields, else from its shape. RFC 7946 fixes the order of coordinates in a geometry, but not of a pair in a property:
 * Opendatasoft 1 exports `geo_point_2d: [lat, lon]`.
 */
function placeOf(
  record: Readonly<Record<string, unknown>>,
  {geometry, shape}: Row,
  isExplicit: boolean,
): unknown {
  const named = placeInFields(record);
  if (isExplicit && named !== undefined) return named;
  const own = middleIn(geometry);
  return isPlace(own) ? own : (named ?? middleIn(shape) ?? own);
}

function placeInFields({geo, lat, lon}: Readonly<Record<string, unknown>>): unknown {
  if (lat !== undefined || lon !== undefined) return {lat, lon};
  return isObject(geo) && 'type' in geo ? middleIn(geo['geometry'] ?? geo) : geo;
}

/** True if a row has a geometry that places its record. */
export const isPlaced = ({geometry}: Row): boolean => isPlace(middleIn(geometry));

/** True if a value is a usable place on Earth. */
function isPlace(value: unknown): value is Geo {
  if (!isObject(value)) return false;
  const {lat, lon} = value;
  return isWithin(lat, 90) && isWithin(lon, 180) && !isNullIsland({lat, lon});
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;

/** The middles that were found: a line or an area of thousands of corners is asked for its own again and again. */
const middles = new WeakMap<object, Geo | string>();

function middleIn(geometry: unknown): unknown {
  const raw = partOf(geometry);
  if (!isObject(raw)) return undefined;
  if (raw['type'] === 'Point') return readGeo(raw['coordinates'], 'lon-lat');
  const known = middles.get(raw);
  if (known !== undefined) return known;
  const checked = checkGeometry(raw);
  // The text is reported as an invalid value of `geo`.
  const middle = typeof checked === 'string' ? checked : middleOfGeometry(checked);
  middles.set(raw, middle);
  return middle;
}

/**
 * Computes the points of all lines and areas in slices, so that later reads are fast.
 *
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function findMiddles(rows: readonly Row[], signal: AbortSignal): Promise<void> {
  const shapes = rows
    .map(({geometry, shape}) => shape ?? geometry)
    .filter(shape => isObject(shape) && shape['type'] !== 'Point');
  // Each may have so many corners that the clock is looked at after it.
  await inSlices(shapes.length, index => middleIn(shapes[index]), signal, 1);
}

/** Returns a geometry; the first one of a geometry collection. */
const partOf = (geometry: unknown): unknown =>
  isObject(geometry) && Array.isArray(geometry['geometries'])
    ? partOf((geometry['geometries'] as unknown[])[0])
    : geometry;

/** Returns a unique id for each row. */
function idsOf(
  rows: readonly Row[],
  rule: Rule | undefined,
  made: (row: Row, position: number) => string,
): readonly string[] {
  const taken = new Set<string>();
  return rows.map((row, position) => {
    const own = rule?.read(row.fields) ?? row.id;
    const isId = (typeof own === 'string' && own !== '') || Number.isFinite(own);
    const id = isId ? String(own) : made(row, position);
    let unique = id;
    for (let n = 2; taken.has(unique); n++) unique = `${id}~${n}`;
    taken.add(unique);
    return unique;
  });
}

/** Returns a short hash of a text: FNV-1a, 32 bits (draft-eastlake-fnv). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
