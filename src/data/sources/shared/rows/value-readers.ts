import type {Geo} from '../../../../model/geo/geo.js';
import {parseDate, type Period} from '../../../../model/time/period.js';
import type {TerritoryKind} from '../../../../model/query.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';

// Converters for values as people write them in spreadsheets and web forms. An unreadable value is returned unchanged,
// so that record validation reports it.

/** Maximum length of a text; longer ones are cut. They mostly come from a wrongly mapped column. */
const MAX_TEXT_LENGTH = 5_000;

/** Reads a text, or texts by language. */
export function readText(value: unknown): unknown {
  if (Array.isArray(value)) return readText(value.filter(part => isPrimitive(part)).join(', '));
  if (isObject(value)) return value;
  if (!isPrimitive(value)) return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : text;
}

const isPrimitive = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && value === value;

/** Reads one word or code. */
export function readWord(value: unknown): unknown {
  if (Array.isArray(value)) return readWord(value[0]);
  return isObject(value) ? undefined : readText(value);
}

/**
 * Returns the code of a territory, with leading zeros restored that a spreadsheet has removed: `1` is the département
 * `01`. Undefined for a name.
 */
export function readTerritoryCode(value: unknown, kind: TerritoryKind): string | undefined {
  const text = readWord(typeof value === 'number' ? String(value) : value);
  if (typeof text !== 'string') return undefined;
  const code = text.trim().toUpperCase().padStart(2, '0');
  return isTerritoryCode(kind, code) ? code : undefined;
}

/** Reads several texts: an array, or one cell with `;` or `|` as delimiter. */
export function readList(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : (parseCellJson(value) ?? splitDelimited(value));
  if (!Array.isArray(parts)) return value;
  const texts = parts.map(readText).filter(text => typeof text === 'string');
  return texts.length > 0 ? [...new Set(texts)] : undefined;
}

const splitDelimited = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(/[;|]/) : value;

/** Parses JSON in a cell; undefined if it is none. */
function parseCellJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads a number: `50,12`, `2 239 644,01 €`, `4.058.333,01€`, `1,234.5`. Of two kinds of separator the last one is the
 * decimal separator; one that occurs several times groups thousands.
 */
export function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const digits = value.replace(/[\s\u00a0\u202f'’€%]|EUR/g, '');
  if (!/^[+-]?[\d.,]*\d[\d.,]*(?:e[+-]?\d+)?$/i.test(digits))
    return digits === '' ? undefined : value;
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  const decimal = comma > point ? ',' : '.';
  const grouping = decimal === ',' ? '.' : ',';
  const ungrouped = digits.replaceAll(grouping, '');
  const separatorCount = ungrouped.split(decimal).length - 1;
  const number = Number(
    separatorCount > 1 ? ungrouped.replaceAll(decimal, '') : ungrouped.replace(decimal, '.'),
  );
  return Number.isNaN(number) ? value : number;
}

const MONTHS = [
  /^(?:janv?(?:ier)?|january|januari|januar|jan)\.?$/,
  /^(?:f[ée]vr?(?:ier)?|february|februari|februar|feb)\.?$/,
  /^(?:mars|march|maart|märz|mrt|mar)\.?$/,
  /^(?:avr(?:il)?|april|apr)\.?$/,
  /^(?:mai|may|mei)\.?$/,
  /^(?:juin|june|juni|jun)\.?$/,
  /^(?:juil(?:let)?|july|juli|jul)\.?$/,
  /^(?:ao[ûu]t|august|augustus|aug)\.?$/,
  /^(?:sept?(?:embre)?|september|sep)\.?$/,
  /^(?:oct(?:obre)?|october|oktober|okt)\.?$/,
  /^(?:nov(?:embre)?|november)\.?$/,
  /^(?:d[ée]c(?:embre)?|december|dezember|dez|dec)\.?$/,
];

const padTwo = (part: string | number): string => String(part).padStart(2, '0');

/** Returns the text if it is a valid ISO 8601 date. */
const validDate = (text: string): string | undefined => (parseDate(text) ? text : undefined);

/**
 * Converts a date to ISO 8601: `31 mars 2003`, `1er octobre 2017`, `mai 2012`, `01-10-2016` (day first), `1988/05/18`,
 * `20250131`, `2025-01-31 10:00:00`.
 */
export function readDate(value: unknown): unknown {
  const text = typeof value === 'number' ? String(value) : readWord(value);
  if (typeof text !== 'string') return undefined;
  return validDate(text) ?? readNumericDate(text) ?? readWrittenDate(text) ?? text;
}

function readNumericDate(text: string): string | undefined {
  const [, time, zone] = /[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  const clock = time === undefined ? '' : `T${time}${zone ?? ''}`;
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (yearFirst) {
    const [, year, month = '', day = ''] = yearFirst;
    return validDate(`${year}-${padTwo(month)}-${padTwo(day)}${clock}`);
  }
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (dayFirst) {
    const [, day = '', month = '', year] = dayFirst;
    return validDate(`${year}-${padTwo(month)}-${padTwo(day)}${clock}`);
  }
  const monthFirst = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthFirst) return validDate(`${monthFirst[2]}-${padTwo(monthFirst[1] ?? '')}`);
  const solid = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return solid ? validDate(`${solid[1]}-${solid[2]}-${solid[3]}`) : undefined;
}

function readWrittenDate(text: string): string | undefined {
  const parts = /(?:^|\s)(?:(\d{1,2})(?:er|e|\.|st|nd|rd|th)?\s+)?(\p{L}+\.?)\s+(\d{4})$/u.exec(
    text,
  );
  const month = MONTHS.findIndex(name => name.test((parts?.[2] ?? '').toLowerCase()));
  if (!parts || month < 0) return undefined;
  const day = parts[1] === undefined ? '' : `-${padTwo(parts[1])}`;
  return validDate(`${parts[3]}-${padTwo(month + 1)}${day}`);
}

/** Reads a period: `{start, end}`, one date, or two dates separated by a dash, `au` or `à`: `2010–2014`. */
export function readPeriod(value: unknown): unknown {
  if (isObject(value)) {
    return {start: readDate(value['start'] ?? value['begin']), end: readDate(value['end'])};
  }
  const text = readWord(value);
  if (typeof text !== 'string') return undefined;
  if (parseDate(text)) return {start: text, end: text};
  const [start, end, ...more] = text.split(
    /\s*[–—]\s*|\s+(?:-|au|à|tot|to|bis)\s+|(?<=^\d{4})-(?=\d{4}$)/,
  );
  if (end === undefined || more.length > 0) return {start: readDate(text), end: readDate(text)};
  return {
    start: readDate(start?.replace(/^(?:du|de|van|from|von)\s+/, '')),
    end: readDate(end),
  } satisfies {
    [K in keyof Period]: unknown;
  };
}

/** Reads a URL: the first one in a cell. `https://` is added to one without a scheme. */
export function readLink(value: unknown): unknown {
  const text = isObject(value) ? (value['url'] ?? value['src'] ?? value['href']) : readWord(value);
  if (typeof text !== 'string') return undefined;
  const [first] = /https?:\/\/[^\s"'<>|]+/i.exec(text) ?? [];
  if (first) return first.replace(/[;,.)]+$/, '');
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) ? `https://${text}` : text;
}

/** Order of a coordinate pair: longitude first in GeoJSON, latitude first in spreadsheets and Opendatasoft v1. */
export type CoordinateOrder = 'lon-lat' | 'lat-lon';

const LAT = ['lat', 'latitude', 'y'];
const LON = ['lon', 'lng', 'long', 'longitude', 'x'];

const firstOf = (value: Readonly<Record<string, unknown>>, names: readonly string[]): unknown =>
  names.map(name => value[name]).find(found => found !== undefined && found !== null);

/**
 * Reads coordinates: `{lat, lon}` and similar objects, a pair of numbers, JSON of these, or a text such as `50.105,
 * 3.635`, `50,105 ; 3,635` or `POINT (3.635 50.105)`. Undefined if there are none.
 */
export function readGeo(value: unknown, order: CoordinateOrder = 'lat-lon'): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return coordinatesFromPair(value, order);
  if (isObject(value)) {
    const [lat, lon] = [firstOf(value, LAT), firstOf(value, LON)];
    return lat === undefined && lon === undefined
      ? value
      : {lat: readNumber(lat), lon: readNumber(lon)};
  }
  if (typeof value !== 'string') return value;
  const json = parseCellJson(value);
  if (json !== undefined) return readGeo(json, order);
  const point = /^(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)/i.exec(value);
  if (point) return coordinatesFromPair([point[1], point[2]], 'lon-lat');
  const parts = splitNumbers(value.trim());
  return parts ? coordinatesFromPair(parts, order) : value.trim() === '' ? undefined : value;
}

/** The numbers of a bare pair, `[a, b]` or a text of it, in their order; undefined for anything else. */
export function pairIn(value: unknown): readonly [number, number] | undefined {
  const list = Array.isArray(value) ? value : parseCellJson(value);
  const parts = list ?? (typeof value === 'string' ? splitNumbers(value.trim()) : undefined);
  if (!Array.isArray(parts)) return undefined;
  const [a, b] = [readNumber(parts[0]), readNumber(parts[1])];
  return typeof a === 'number' && typeof b === 'number' ? [a, b] : undefined;
}

const coordinatesFromPair = ([a, b]: readonly unknown[], order: CoordinateOrder): unknown => {
  const [lat, lon] = order === 'lat-lon' ? [a, b] : [b, a];
  return {lat: readNumber(lat), lon: readNumber(lon)};
};

/** Splits a text into two numbers, with any separator between them and either decimal separator. */
function splitNumbers(text: string): readonly string[] | undefined {
  for (const separator of [/\s*[;|/]\s*/, /,\s+/, /\s+/, /,/]) {
    const parts = text.split(separator);
    if (parts.length === 2 && parts.every(part => /^[+-]?\d+(?:[.,]\d+)?$/.test(part)))
      return parts;
  }
  // Four groups of digits: decimal commas, and a comma between the numbers.
  const [, a, b, c, d] = /^([+-]?\d+),(\d+),([+-]?\d+),(\d+)$/.exec(text) ?? [];
  return a === undefined ? undefined : [`${a}.${b}`, `${c}.${d}`];
}

/** Returns true for Null Island (0, 0), the coordinates of an empty form. */
export const isNullIsland = ({lat, lon}: Partial<Geo>): boolean => lat === 0 && lon === 0;
