import {type CommuneCentre, CommuneIndex} from '../model/geo/commune-index.js';
import {lat as latLeaf, lon as lonLeaf} from '../model/schemas/scalar-schemas.js';
import {isObject} from '../model/schemas/schema-builder.js';

/** Communes of a table, and the number of rows that could not be read. */
export interface CommuneTable {
  readonly communes: readonly CommuneCentre[];
  /** Number of rows without a valid code, a name or coordinates. */
  readonly dropped: number;
}

type RawObject = Readonly<Record<string, unknown>>;

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
const roundDegrees = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Returns a table of communes in its compact form. */
export function communeColumns(communes: readonly CommuneCentre[]): CommuneColumns {
  const columns = {
    version: '1',
    code: communes.map(({code}) => code),
    name: communes.map(({name}) => name),
    lat: communes.map(({lat}) => roundDegrees(lat)),
    lon: communes.map(({lon}) => roundDegrees(lon)),
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
export function parseCommunes(json: unknown): CommuneTable | undefined {
  const rows = rowsOf(json);
  if (!rows) return undefined;
  const communes: CommuneCentre[] = [];
  for (const row of rows) {
    const commune = parseCommune(row);
    if (commune) communes.push(commune);
  }
  return {communes, dropped: rows.length - communes.length};
}

const communesByTable = new WeakMap<object, CommuneIndex>();

/**
 * Returns the communes of a fetched table, parsed once per response object, or undefined if it is not a table of
 * communes.
 */
export function communesFrom(json: unknown): CommuneIndex | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const cached = communesByTable.get(json);
  if (cached) return cached;
  const table = parseCommunes(json);
  if (!table || table.communes.length === 0) return undefined;
  const communes = new CommuneIndex(table.communes);
  communesByTable.set(json, communes);
  return communes;
}

const asArray = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? (value as unknown[]) : undefined;

function rowsOf(json: unknown): readonly unknown[] | undefined {
  if (!isObject(json)) return asArray(json);
  const {features, communes, code, name, lat, lon, epci} = json;
  const rows = asArray(features) ?? asArray(communes);
  if (rows) return rows;
  const [codes, ...columns] = [code, name, lat, lon, epci ?? []].map(asArray);
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

const nonEmptyText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

function parseCommune(row: unknown): CommuneCentre | undefined {
  if (!isObject(row)) return undefined;
  const {properties, geometry} = row;
  const fields: RawObject = isObject(properties) ? properties : row;
  const code = nonEmptyText(fields['code']) ?? nonEmptyText(fields['insee']);
  const name = nonEmptyText(fields['nom']) ?? nonEmptyText(fields['name']);
  const coordinates = parseCoordinates(fields['centre'] ?? geometry ?? fields['geo'] ?? fields);
  if (code === undefined || name === undefined || !coordinates) return undefined;
  if (!/^(?:\d\d|2[AB])\d{3}$/.test(code)) return undefined;
  return {
    code,
    name,
    ...coordinates,
    epci: nonEmptyText(fields['codeEpci']) ?? nonEmptyText(fields['epci']),
  };
}

/** Reads the coordinates of a GeoJSON point, or of an object with `lat` and `lon`. */
function parseCoordinates(value: unknown): {lat: number; lon: number} | undefined {
  if (!isObject(value)) return undefined;
  const {coordinates} = value;
  const [x, y] = Array.isArray(coordinates)
    ? (coordinates as unknown[])
    : [value['lon'], value['lat']];
  const [lat, lon] = [latLeaf.tryParse(y), lonLeaf.tryParse(x)];
  return lat === undefined || lon === undefined ? undefined : {lat, lon};
}
