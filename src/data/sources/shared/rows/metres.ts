import {
  findSystem,
  type ProjectedSystem,
  recognizeSystem,
} from '../../../../model/geo/projected-systems.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {readGeo} from '../readers/coordinate-readers.js';
import {readNumber} from '../readers/value-readers.js';
import type {MappedFields} from './field-mapping.js';
import {type FieldMapping, type ForeignRecord, isPlaceTarget, valueAt} from './foreign-record.js';
import {firstPosition, isProjected, type Row} from './foreign-rows.js';

// Coordinates in metres, which become degrees. Loaded on demand: most sources have degrees.

type Position = readonly [x: number, y: number];

/** Number of positions by which a system is recognized. */
const SAMPLE_SIZE = 200;

/** Codes of files whose metres have no system: none, CRS84 and WGS 84, whose unit is the degree. */
const UNSTATED = [0, 84, 4326];

/** True for a number of metres, which exceeds any degree. */
const isMetres = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) > 1_000;

const isPosition = (numbers: readonly unknown[]): numbers is Position =>
  isMetres(numbers[0]) && isMetres(numbers[1]);

const nameOf = ({name, code}: ProjectedSystem): string => `${name} (${code})`;

/** Postcode of the United Kingdom, alone or at the end of an address. */
const BRITISH_POSTCODE = /(?:^|\s)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;

/** True if most of the first rows have a British postcode. */
const areBritish = (rows: readonly Row[]): boolean => {
  const sample = rows.slice(0, SAMPLE_SIZE);
  const british = sample.filter(({fields}) =>
    Object.values(fields).some(value => typeof value === 'string' && BRITISH_POSTCODE.test(value)),
  );
  return british.length > sample.length / 2;
};

/** Rows and fields with a place in degrees. */
export interface PlacesInDegrees<R extends Row> {
  readonly rows: readonly R[];
  readonly fields: MappedFields;
  /** Columns in metres and their system, for a hint to the webmaster; set if the system was recognized, not stated. */
  readonly recognized?: {readonly where: string; readonly system: string};
}

/**
 * Converts places in metres: geometries, or else columns. Rows and fields of an unknown system are returned as they are.
 *
 * @param crs Coordinate reference system of the geometries, as the file states it: `urn:ogc:def:crs:EPSG::2154`.
 */
export function placesInDegrees<R extends Row>(
  rows: readonly R[],
  fields: MappedFields,
  crs?: string,
): PlacesInDegrees<R> {
  const positions = rows.map(({geometry}) => firstPosition(geometry)).filter(isPosition);
  if (positions.length === 0) return columnsInDegrees(rows, fields);
  const code = Number(/(\d+)$/.exec(crs ?? '')?.[1] ?? 0);
  const stated = findSystem(code);
  const isUnstated = UNSTATED.includes(code);
  const system = isUnstated
    ? recognizeSystem(positions.slice(0, SAMPLE_SIZE), areBritish(rows))
    : stated;
  if (!system) return {rows, fields};
  return {
    rows: rows.map(row =>
      isProjected(row.geometry) ? {...row, geometry: convert(row.geometry, system)} : row,
    ),
    fields,
    ...(stated ? {} : {recognized: {where: 'geometry', system: nameOf(system)}}),
  };
}

/** Returns a geometry, or a part of its coordinates, in degrees. */
function convert(part: unknown, system: ProjectedSystem): unknown {
  if (isObject(part)) {
    const {coordinates, geometries} = part;
    return {
      ...part,
      ...(coordinates !== undefined && {coordinates: convert(coordinates, system)}),
      ...(geometries !== undefined && {geometries: convert(geometries, system)}),
    };
  }
  if (!Array.isArray(part)) return part;
  const [x, y] = part as readonly unknown[];
  if (typeof x !== 'number' || typeof y !== 'number')
    return part.map(inner => convert(inner, system));
  const {lat, lon} = system.toDegrees(x, y);
  return [lon, lat];
}

/** Column of an easting, a northing or a pair. */
interface PlaceColumn {
  readonly names: readonly string[];
  readonly reader: FieldMapping['reader'];
  readonly read: FieldMapping['read'];
}

/** Makes columns in metres the place of the records: an easting and a northing, in either order, or a pair. */
function columnsInDegrees<R extends Row>(
  rows: readonly R[],
  fields: MappedFields,
): PlacesInDegrees<R> {
  const columnOf = (target: string): PlaceColumn | undefined => {
    const mapping = fields.mappings.find(one => one.target === target);
    const name = fields.rejected.find(one => one.target === target && one.isProjected)?.name;
    if (mapping || name === undefined) return mapping && {...mapping, names: mapping.paths};
    return {names: [name], reader: record => valueAt(record, name), read: () => undefined};
  };
  const [x, y, pair] = ['lon', 'lat', 'geo'].map(columnOf);
  const positionOf = (record: ForeignRecord): readonly unknown[] => {
    if (x && y) return [readNumber(x.reader(record)), readNumber(y.reader(record))];
    const place = readGeo(pair?.reader(record), 'lon-lat');
    return isObject(place) ? [place['lon'], place['lat']] : [];
  };
  const positions = rows
    .map(row => positionOf(row.fields))
    .filter(isPosition)
    .slice(0, SAMPLE_SIZE);
  const isBritish = areBritish(rows);
  const given = recognizeSystem(positions, isBritish);
  const system =
    given ??
    recognizeSystem(
      positions.map(([x, y]) => [y, x]),
      isBritish,
    );
  if (!system) return {rows, fields};
  const names = x && y ? [...x.names, ...y.names] : (pair?.names ?? []);
  const isPlace = ({target}: {readonly target: string}): boolean => isPlaceTarget(target);
  const place: FieldMapping = {
    target: 'geo',
    path: undefined,
    paths: names,
    isTemplate: true,
    isDelimited: false,
    values: [],
    isExplicit: fields.mappings.some(one => isPlace(one) && one.isExplicit),
    reader: positionOf,
    read(record) {
      const position = positionOf(record);
      // Some records may have degrees.
      if (!isPosition(position))
        return x && y ? {lat: y.read(record), lon: x.read(record)} : pair?.read(record);
      const [first, second] = position;
      return given ? system.toDegrees(first, second) : system.toDegrees(second, first);
    },
  };
  return {
    rows,
    fields: {
      ...fields,
      mappings: [...fields.mappings.filter(one => !isPlace(one)), place],
      rejected: fields.rejected.filter(one => !isPlace(one)),
    },
    recognized: {where: names.join(', '), system: nameOf(system)},
  };
}
