import {dayNumber, isoDay, parseDate, type Period} from '../../../../model/time/period.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {readWord} from './value-readers.js';

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
 * `20250131`, `2025-01-31 10:00:00`, `le 3 mai 2016 à 18h30`.
 */
export function readDate(value: unknown): unknown {
  const text = readWord(value);
  if (typeof text !== 'string') return undefined;
  return dateIn(text) ?? text;
}

/** Returns the ISO 8601 date that a text states, or undefined. */
const dateIn = (text: string): string | undefined =>
  validDate(text) ?? readNumericDate(text) ?? readSerialDate(text) ?? readWrittenDate(text);

/** Days from 1970 to the day 0 of spreadsheets, 30 December 1899 (ECMA-376-1, 18.17.4.1). */
const SERIAL_EPOCH = -25_569;

/** Returns the date of a spreadsheet's serial number, of the years 1954 to 2064: `45292` is 1 January 2024. */
function readSerialDate(text: string): string | undefined {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0;
  return days >= 20_000 && days < 60_000 ? isoDay(days + SERIAL_EPOCH) : undefined;
}

function readNumericDate(text: string): string | undefined {
  const [, time, zone] =
    /[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
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
  const parts =
    /(?:^|\s)(?:(\d{1,2})(?:er|e|\.|st|nd|rd|th)?\s+)?(\p{L}+\.?)\s+(\d{4})(?:,?\s+(?:à|om|at|um)?\s*(\d{1,2})\s*[h:]\s*(\d\d)?)?$/u.exec(
      text,
    );
  const [, dayOfMonth, name = '', year, hour, minute = '00'] = parts ?? [];
  const month = MONTHS.findIndex(pattern => pattern.test(name.toLowerCase()));
  if (month < 0) return undefined;
  const day = dayOfMonth === undefined ? '' : `-${padTwo(dayOfMonth)}`;
  const clock = day && hour !== undefined ? `T${padTwo(hour)}:${minute}` : '';
  return validDate(`${year}-${padTwo(month + 1)}${day}${clock}`);
}

/** Words for the end of what has not ended. */
const ONGOING =
  /^(?:en cours|à ce jour|aujourd['’]hui|actuel(?:lement)?|présent|now|today|present|ongoing|current|lopend|heden|nu|laufend|heute|…|\.{2,3})$/i;

/** Reads the end of a period: a date, or null for words such as `en cours`. */
export function readEnd(value: unknown): unknown {
  const text = readWord(value);
  return typeof text === 'string' && ONGOING.test(text) ? null : readDate(text);
}

/** Words before a date. */
const SINCE = /^(?:depuis|à partir d[eu]|dès|since|sinds|vanaf|seit|ab)\s+(?:le\s+)?/i;
const UNTIL = /^(?:jusqu['’](?:en|à|au)|until|tot|bis)\s+/i;
const AROUND = /^(?:vers|environ|env\.|circa|ca\.?|c\.|about|rond|um)\s+/i;
const BETWEEN = /^(?:du|de|d['’]|entre|van|from|von|tussen|between|zwischen)\s*/i;

/** Separators of two dates. A hyphen without spaces separates years, or numeric dates; a slash, ISO 8601 dates. */
const RANGE =
  /\s*[–—]\s*|\s+(?:-|au|à|et|en|tot|to|bis|t\/m|and|und|jusqu['’](?:au|en|à))\s+(?:le\s+)?|(?<=^\d{4})[-/](?=\d{4}$)|(?<=^[\d./]+[./]\d{4})-(?=\d)|(?<=^\d{4}-[\dT:Z+-]+)\/(?=\d{4}|\.\.)|(?<=^\d{1,2})-(?=\d{1,2}\s+\p{L})/u;

/**
 * Reads a period: `{start, end}`, one date, two dates (`2010–2014`, `du 3 au 5 mai 2016`), or one with a word (`depuis
 * 2016`, `2016 – en cours`, `jusqu’en 2020`).
 */
export function readPeriod(value: unknown): unknown {
  if (isObject(value))
    return {start: readDate(value['start'] ?? value['begin']), end: readEnd(value['end'])};
  const given = readWord(value);
  if (typeof given !== 'string') return undefined;
  const text = given.replace(AROUND, '');
  const day = dateIn(text);
  // Written dates may stand at the end of a longer text: `du 3 au 5 mai 2016`.
  if (
    parseDate(text) ||
    (day !== undefined && !RANGE.test(text) && !SINCE.test(text) && !UNTIL.test(text))
  )
    return {start: day, end: day};
  if (SINCE.test(text)) return {start: readDate(text.replace(SINCE, '')), end: null};
  if (UNTIL.test(text)) return {end: readDate(text.replace(UNTIL, ''))};
  if (/^\d{4}\s*[-–—]$/.test(text)) return {start: text.slice(0, 4), end: null};
  const [first = '', last, ...more] = text.split(RANGE);
  if (last === undefined || more.length > 0) return {start: readDate(text)};
  const start = first.replace(BETWEEN, '').replace(AROUND, '');
  return {start: completeDate(start, last), end: readEnd(last)} satisfies {
    [K in keyof Period]: unknown;
  };
}

/** Reads a start that leaves month and year to the end: `3` of `3 au 5 mai 2016`. */
function completeDate(start: string, end: string): unknown {
  const words = end.split(/\s+/);
  const tails = ['', ...[1, 2].map(count => ` ${words.slice(-count).join(' ')}`)];
  return tails.map(tail => dateIn(start + tail)).find(Boolean) ?? start;
}

/** Months of each unit of a duration; days if negative. */
const UNITS: readonly (readonly [pattern: string, months: number])[] = [
  ['ans?|années?|years?|jaar|jahre?n?', 12],
  ['mois|months?|maand(?:en)?|monate?n?', 1],
  ['semaines?|weeks?|weken|wochen?', -7],
  ['jours?|days?|dag(?:en)?|tage?n?', -1],
];
const DURATION = new RegExp(
  String.raw`^(\d+(?:[.,]\d+)?)\s*(?:${UNITS.map(([pattern]) => `(${pattern})`).join('|')})$`,
  'i',
);

/** True for a duration: `9 ans`, `18 mois`, `6 weken`. */
export const isDuration = (value: unknown): boolean => DURATION.test(String(readWord(value)));

/** Returns the end of a period by its start and its duration, as precise as the start; otherwise the duration itself. */
export function endAfter(start: unknown, duration: unknown): unknown {
  const parts = DURATION.exec(String(readWord(duration)));
  const from = typeof start === 'string' ? parseDate(start) : undefined;
  const unit = UNITS.find((_, i) => parts?.[i + 2] !== undefined);
  if (!parts || !from || !unit) return duration;
  const count = Number(parts[1]?.replace(',', '.')) * Math.abs(unit[1]);
  const [year = 0, month = 1, day = 1] = isoDay(from.first).split('-').map(Number);
  const end =
    unit[1] < 0 ? from.first + Math.round(count) : dayNumber(year, month + Math.round(count), day);
  return isoDay(end).slice(0, {year: 4, month: 7, day: 10, time: 10}[from.precision]);
}
