import {type CommunePlace, Communes} from '../model/communes.js';
import {lat as latLeaf, lon as lonLeaf} from './leaves.js';
import {isObject} from './shape.js';

/** Communes of a table, and the number of rows that could not be read. */
export interface CommuneTable {
  readonly communes: readonly CommunePlace[];
  /** Number of rows without a valid code, a name or coordinates. */
  readonly dropped: number;
}

type Raw = Readonly<Record<string, unknown>>;

/** Compact table of communes, one array per column, as written by `npx spass-widgets communes`. */
export interface CommuneColumns {
  readonly version: '1';
  readonly code: readonly string[];
  readonly name: readonly string[];
  readonly lat: readonly number[];
  readonly lon: readonly number[];
  /** Empty string for a commune without an EPCI. Absent if no commune has one. */
  readonly epci?: readonly string[];
}

/** Rounds to three decimals (about 100 m): the centre of a commune is not more precise. */
const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Returns a table of communes in its compact form. */
export function communeColumns(communes: readonly CommunePlace[]): CommuneColumns {
  const columns = {
    version: '1',
    code: communes.map(({code}) => code),
    name: communes.map(({name}) => name),
    lat: communes.map(({lat}) => rounded(lat)),
    lon: communes.map(({lon}) => rounded(lon)),
  } as const;
  return communes.some(({epci}) => epci !== undefined)
    ? {...columns, epci: communes.map(({epci = ''}) => epci)}
    : columns;
}

/**
 * Reads a table of communes: the compact form, a response of geo.api.gouv.fr (`code`, `nom`, `centre`), an array of
 * objects with `code`, `name`, `lat` and `lon`, or GeoJSON points with `code` and `nom`.
 *
 * @returns Undefined if the value is none of these.
 */
export function readCommunes(json: unknown): CommuneTable | undefined {
  const rows = rowsOf(json);
  if (!rows) return undefined;
  const communes: CommunePlace[] = [];
  for (const row of rows) {
    const commune = communeOf(row);
    if (commune) communes.push(commune);
  }
  return {communes, dropped: rows.length - communes.length};
}

const tables = new WeakMap<object, Communes>();

/**
 * Returns the communes of a fetched table, parsed once per response object, or undefined if it is not a table of
 * communes.
 */
export function communesIn(json: unknown): Communes | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const known = tables.get(json);
  if (known) return known;
  const table = readCommunes(json);
  if (!table || table.communes.length === 0) return undefined;
  const communes = new Communes(table.communes);
  tables.set(json, communes);
  return communes;
}

const listIn = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? (value as unknown[]) : undefined;

function rowsOf(json: unknown): readonly unknown[] | undefined {
  if (!isObject(json)) return listIn(json);
  const {features, communes, code, name, lat, lon, epci} = json;
  const rows = listIn(features) ?? listIn(communes);
  if (rows) return rows;
  const [codes, ...columns] = [code, name, lat, lon, epci ?? []].map(listIn);
  if (!codes || columns.includes(undefined)) return undefined;
  const [names, lats, lons, epcis] = columns;
  return codes.map((one, i) => ({
    code: one,
    name: names?.[i],
    lat: lats?.[i],
    lon: lons?.[i],
    epci: epcis?.[i],
  }));
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

function communeOf(row: unknown): CommunePlace | undefined {
  if (!isObject(row)) return undefined;
  const {properties, geometry} = row;
  const own: Raw = isObject(properties) ? properties : row;
  const code = text(own['code']) ?? text(own['insee']);
  const name = text(own['nom']) ?? text(own['name']);
  const place = placeOf(own['centre'] ?? geometry ?? own['geo'] ?? own);
  if (code === undefined || name === undefined || !place) return undefined;
  if (!/^(?:\d\d|2[AB])\d{3}$/.test(code)) return undefined;
  return {code, name, ...place, epci: text(own['codeEpci']) ?? text(own['epci'])};
}

/** Reads the coordinates of a GeoJSON point, or of an object with `lat` and `lon`. */
function placeOf(value: unknown): {lat: number; lon: number} | undefined {
  if (!isObject(value)) return undefined;
  const {coordinates} = value;
  const [x, y] = Array.isArray(coordinates)
    ? (coordinates as unknown[])
    : [value['lon'], value['lat']];
  const [lat, lon] = [latLeaf.accept(y), lonLeaf.accept(x)];
  return lat === undefined || lon === undefined ? undefined : {lat, lon};
}
