import {isObject} from '../../../../model/schemas/schema-builder.js';
import {parseJsonIn} from './cell-json.js';
import {MAX_NUMBER_LENGTH, readNumber} from './value-readers.js';

/** Order of a coordinate pair: longitude first in GeoJSON, latitude first in spreadsheets and Opendatasoft v1. */
export type CoordinateOrder = 'lon-lat' | 'lat-lon';

const LAT = ['lat', 'latitude', 'y'];
const LON = ['lon', 'lng', 'long', 'longitude', 'x'];

const firstOf = (value: Readonly<Record<string, unknown>>, names: readonly string[]): unknown =>
  names.map(name => value[name]).find(found => found !== undefined && found !== null);

/** Angle in degrees, with the direction that it states: `N`, `S`, `E`, `W` or `O` (ouest). */
interface Angle {
  readonly degrees: number;
  readonly direction: string;
}

/** Degrees, minutes and seconds, with a direction before or after them: `50°06'18,5" N`. */
const ANGLE =
  /([NSEWO])?\s*([+-]?\d+(?:[.,]\d+)?)\s*[°º]\s*(?:(\d+(?:[.,]\d+)?)\s*(?:['′’]|min)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:["″”]|''|′′|’’|s(?:ec)?\b)?)?\s*([NSEWO](?![a-z]))?/gi;

/** Degrees, minutes and perhaps seconds without their signs, and a direction: `50 38 14 N`, `E 3 3,8`. */
const SPACED_ANGLE =
  /(?<=[NSEWO]\s*|(?<!\d[\s.,]?)(?=[\d., ]+[NSEWO](?![a-z\d])))(\d{1,3}) (\d{1,2}(?:[.,]\d+)?)(?: (\d{1,2}(?:[.,]\d+)?))?(?![\d.,])/gi;

/** Number with a direction and no degree sign: `N 50.2`, `3,6 E`. */
const BARE_ANGLE =
  /([NSEWO])\s*(\d+(?:[.,]\d+)?)(?![\d.,]|\s*[°º])|(\d+(?:[.,]\d+)?)\s*([NSEWO])(?![a-z\d])/gi;

function anglesIn(text: string): Angle[] {
  // Most coordinates are plain numbers.
  if (text.length > MAX_NUMBER_LENGTH || !/[°ºNSEWO]/i.test(text)) return [];
  const spaced = text.replace(SPACED_ANGLE, `$1°$2'$3"`);
  const signed = spaced.replace(BARE_ANGLE, (_, before = '', first = '', second = '', after = '') =>
    [before, first, second, '°', after].join(''),
  );
  return [...signed.matchAll(ANGLE)].map(([, before, whole, minutes, seconds, after]) => {
    const [degrees = 0, ...parts] = [whole, minutes ?? 0, seconds ?? 0].map(part =>
      Number(String(part).replace(',', '.')),
    );
    const [minute = 0, second = 0] = parts;
    const direction = (before ?? after ?? '').toUpperCase();
    const isNegative = String(whole).startsWith('-') || /[SWO]/.test(direction);
    const size = Math.abs(degrees) + minute / 60 + second / 3600;
    return {degrees: Number((isNegative ? -size : size).toFixed(7)), direction};
  });
}

/** Latitude first, unless the directions say otherwise. */
const coordinatesFromAngles = ([first, second]: readonly Angle[]): unknown =>
  /[EWO]/.test(first?.direction ?? '')
    ? {lat: second?.degrees, lon: first?.degrees}
    : {lat: first?.degrees, lon: second?.degrees};

/** Reads a latitude or a longitude: a number, or degrees, minutes and seconds such as `3° 38′ 6″ E`. */
export function readDegrees(value: unknown): unknown {
  const angles = typeof value === 'string' ? anglesIn(value) : [];
  return angles.length === 1 ? angles[0]?.degrees : readNumber(value);
}

/**
 * Reads coordinates: `{lat, lon}` and similar objects, a pair of numbers, JSON of these, or a text such as `50.105,
 * 3.635`, `50,105 ; 3,635` or `POINT (3.635 50.105)`. Undefined if there are none.
 */
export function readGeo(value: unknown, order: CoordinateOrder = 'lat-lon'): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return coordinatesFromPair(value, order);
  if (isObject(value)) {
    const {type, coordinates} = value;
    if (type === 'Point' && Array.isArray(coordinates) && coordinates.every(isDegree))
      return coordinatesFromPair(coordinates, 'lon-lat');
    const [lat, lon] = [firstOf(value, LAT), firstOf(value, LON)];
    return lat === undefined && lon === undefined
      ? value
      : {lat: readDegrees(lat), lon: readDegrees(lon)};
  }
  if (typeof value !== 'string') return value;
  const json = parseJsonIn(value);
  if (json !== undefined) return readGeo(json, order);
  const point = /^(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)/i.exec(value);
  if (point) return coordinatesFromPair([point[1], point[2]], 'lon-lat');
  const angles = anglesIn(value);
  if (angles.length === 2) return coordinatesFromAngles(angles);
  const parts = splitNumbers(value.trim());
  return parts ? coordinatesFromPair(parts, order) : value.trim() === '' ? undefined : value;
}

/** True for a number in degrees. Metres, as in Lambert 93, are more; an altitude may be too, and is not read. */
const isDegree = (value: unknown, index: number): boolean =>
  index > 1 || (typeof value === 'number' && Math.abs(value) <= 180);

/** The numbers of a bare pair, `[a, b]` or a text of it, in their order; undefined for anything else. */
export function pairIn(value: unknown): readonly [number, number] | undefined {
  const list = Array.isArray(value) ? value : parseJsonIn(value);
  const parts = list ?? (typeof value === 'string' ? splitNumbers(value.trim()) : undefined);
  if (!Array.isArray(parts)) return undefined;
  const [a, b] = [readNumber(parts[0]), readNumber(parts[1])];
  return typeof a === 'number' && typeof b === 'number' ? [a, b] : undefined;
}

const coordinatesFromPair = ([a, b]: readonly unknown[], order: CoordinateOrder): unknown => {
  const [lat, lon] = order === 'lat-lon' ? [a, b] : [b, a];
  return {lat: readNumber(lat), lon: readNumber(lon)};
};

/** Splits a text into two numbers, with any separator between them and either decimal separator: `(50.1, 3.6)`. */
function splitNumbers(written: string): readonly string[] | undefined {
  if (written.length > MAX_NUMBER_LENGTH) return undefined;
  const text = written.replace(/^\(\s*(.+?)\s*\)$/, '$1');
  for (const separator of [/\s*[;|/]\s*/, /,\s+/, /\s+/, /,/]) {
    const parts = text.split(separator);
    if (parts.length === 2 && parts.every(part => /^[+-]?\d+(?:[.,]\d+)?$/.test(part)))
      return parts;
  }
  // Four groups of digits: decimal commas, and a comma between the numbers.
  const [, a, b, c, d] = /^([+-]?\d+),(\d+),([+-]?\d+),(\d+)$/.exec(text) ?? [];
  return a === undefined ? undefined : [`${a}.${b}`, `${c}.${d}`];
}
