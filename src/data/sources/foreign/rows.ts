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
  /** GeoJSON geometry, not validated. */
  readonly geometry?: unknown;
  readonly id?: unknown;
  /** Number of records it stands for. Default: 1. */
  readonly count?: number;
}

/** Fields that the first paint needs. */
const HEAD = /^(?:geo|lat|lon|family|portal)$/;

/** Foreign records, mapped to ours on access. */
export class ForeignRows implements RawRecords {
  readonly #rows: readonly Row[];
  readonly #ids: readonly string[];
  readonly #rules: readonly Rule[];
  readonly #head: readonly Rule[];

  /** @param isPart True if there are more rows elsewhere: generated ids are then hashes instead of positions. */
  constructor(rows: readonly Row[], rules: readonly Rule[], isPart = false) {
    this.#rows = rows;
    this.#rules = rules.filter(({target}) => target !== 'id');
    this.#head = rules.filter(({target}) => HEAD.test(target));
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
    const raw = partOf(this.#rows[position]?.geometry);
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
    const place = placeOf(record, row.geometry);
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

/** Returns the coordinates of a record: from its fields, otherwise from its geometry. */
function placeOf({geo, lat, lon}: Readonly<Record<string, unknown>>, geometry: unknown): unknown {
  if (lat !== undefined || lon !== undefined) return {lat, lon};
  const shape = isObject(geo) && 'type' in geo ? (geo['geometry'] ?? geo) : undefined;
  if (geo !== undefined && shape === undefined) return geo;
  return middleIn(shape ?? geometry);
}

/**
 * Cached points, or the reason why there is none. They are read again and again, and a geometry may have thousands of
 * vertices.
 */
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
  const shaped = rows.filter(({geometry}) => isObject(geometry) && geometry['type'] !== 'Point');
  // One geometry may have so many vertices that the clock is read after each.
  await inSlices(shaped.length, index => middleIn(shaped[index]?.geometry), signal, 1);
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
