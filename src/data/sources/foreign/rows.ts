import type {Geo} from '../../../model/geo.js';
import {checkGeometry, type Geometry} from '../../../model/geometry.js';
import type {RawRecords} from '../../checked-list.js';
import {isObject, own} from '../../shape.js';
import {inSlices} from '../../slices.js';
import type {Foreign, Rule} from './fields.js';
import {middleOfGeometry} from './middle.js';
import {isNullIsland, readGeo} from './values.js';

/** One record of a foreign source: its fields, its place where the source keeps that apart, its own id. */
export interface Row {
  readonly fields: Foreign;
  /** A GeoJSON geometry, unchecked. */
  readonly geometry?: unknown;
  readonly id?: unknown;
  /** How many records it stands for; one, where it does not say. */
  readonly count?: number;
}

/** What the first paint needs. */
const HEAD = /^(?:geo|lat|lon|family|portal)$/;

/** Foreign records, each turned into one of ours when it is asked for. */
export class ForeignRows implements RawRecords {
  readonly #rows: readonly Row[];
  readonly #ids: readonly string[];
  readonly #rules: readonly Rule[];
  readonly #head: readonly Rule[];

  /** `isPart`: more rows are elsewhere, from whose ids those of these must differ. */
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

  /** A record without its id, which may be one made for it here. */
  content(position: number): unknown {
    return this.#make(position, this.#rules, {});
  }

  /** Lines and areas; a point is the record's place and no more. */
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
    // Without a place of its own a record has none: an empty form is not in the Gulf of Guinea.
    if (place === undefined || (isObject(place) && isNullIsland(place))) delete record['geo'];
    else record['geo'] = place;
    return record;
  }
}

/** Puts a value at a dotted path. */
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

/** A record's place: what its fields say, else where its geometry has its middle. */
function placeOf({geo, lat, lon}: Readonly<Record<string, unknown>>, geometry: unknown): unknown {
  if (lat !== undefined || lon !== undefined) return {lat, lon};
  const shape = isObject(geo) && 'type' in geo ? (geo['geometry'] ?? geo) : undefined;
  if (geo !== undefined && shape === undefined) return geo;
  return middleIn(shape ?? geometry);
}

/** The middles that were found: a line or an area of thousands of corners is asked for its own again and again. */
const middles = new WeakMap<object, Geo | string>();

function middleIn(geometry: unknown): unknown {
  const raw = partOf(geometry);
  if (!isObject(raw)) return undefined;
  if (raw['type'] === 'Point') return readGeo(raw['coordinates'], 'lon-lat');
  const known = middles.get(raw);
  if (known !== undefined) return known;
  const checked = checkGeometry(raw);
  // What is wrong with it is told as any field that can't be used.
  const middle = typeof checked === 'string' ? checked : middleOfGeometry(checked);
  middles.set(raw, middle);
  return middle;
}

/**
 * Finds the middles of lines and areas ahead, in slices that let the page live: whoever reads the rows then has them
 * at hand.
 * @throws {DOMException} `AbortError` when told to stop.
 */
export async function findMiddles(rows: readonly Row[], signal: AbortSignal): Promise<void> {
  const shaped = rows.filter(({geometry}) => isObject(geometry) && geometry['type'] !== 'Point');
  // Each may have so many corners that the clock is looked at after it.
  await inSlices(shaped.length, index => middleIn(shaped[index]?.geometry), signal, 1);
}

/** A geometry, of a collection the first. */
const partOf = (geometry: unknown): unknown =>
  isObject(geometry) && Array.isArray(geometry['geometries'])
    ? partOf((geometry['geometries'] as unknown[])[0])
    : geometry;

/** An id for each row, as unlike each other as the schema wants them. */
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

/** A short name for a text: FNV-1a, 32 bits (draft-eastlake-fnv). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
