import {dayNumber, isoDay, parseDate, type Period} from '../../../../model/time/period.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import {readWord} from './value-readers.js';
import {clockIn, dateIn, endOfHours, MAX_DATE_LENGTH, padTwo, validDate} from './written-date.js';

/** Words for the end of an ongoing period. */
const ONGOING =
  /^\(?(?:en cours|à ce jour|aujourd['’]hui|actuel(?:lement)?|présent|now|today|present|ongoing|current|lopend|heden|nu|laufend|heute|…|\.{2,3})\)?$/i;

/** Words before a date. */
const SINCE = /^(?:depuis|à partir d[eu]|dès|since|sinds|vanaf|seit|ab)\s+(?:le\s+)?/i;
const UNTIL = /^(?:jusqu['’](?:en|à|au)|until|tot|bis)\s+/i;
/** Words that make a date less certain, or name a part of a year: the date is then the whole year or month. */
const AROUND =
  /^(?:vers|environ|env\.|circa|ca\.?|c\.|about|après|post|after|na|nach|rond|um|en|année|saison|début|mi|fin|courant|horizon|printemps|été|automne|hiver|early|mid|late|spring|summer|autumn|winter|anfang|mitte|ende|frühjahr|sommer|herbst|begin|eind|voorjaar|zomer|najaar)(?:\s+|-)/i;
const BETWEEN = /^(?:du|de|d['’]|entre|van|from|von|tussen|between|zwischen)\s*/i;

/**
 * Separators of two dates. A hyphen without spaces separates years, or numeric dates; a slash, ISO 8601 dates. The text
 * before is checked after the separator, so that it is read once for each separator and not for each letter.
 */
const RANGE =
  /\s*(?:[–—→]|<->)\s*|\s+(?:[-/&]|au|à|et|en|tot|to|bis|t\/m|and|und|jusqu['’](?:au|en|à))\s+(?:le\s+)?|[-/](?<=^\d{4}.)(?=\d{4}$)|-(?<=^[\d./]+[./]\d{4}-)(?=\d)|\/(?<=^\d{4}-[\dT:Z+-]+\/)(?=\d{4}|\.\.)|-(?<=^\d{1,2}-)(?=\d{1,2}(?:\s+\p{L}|[./]\d))|-(?<=^(?:\d{1,2}[./]\d{1,2}|\p{L}{3,})-)(?=\d{1,2}[./]\d|\p{L}{3,})/gu;
/** Two times of one day: `3 mai 2024 de 14h à 18h`. */
const HOURS =
  /^(.+?)[\s,:]+(?:(?:de|from|von|van|entre)\s+)?(\d{1,2}\s*[h:u]\s*(?:\d\d)?)\s*(?:-|–|→|à|au?|et|to|tot|bis)\s*(\d{1,2}\s*[h:u]\s*(?:\d\d)?)$/i;
/** First instant of a year, as which Wikidata exports a year. */
const NEW_YEAR = /^([01]\d{3})-01-01T00:00:00Z$/;
/** Two years of one century: `2023-24`, `1914-18`. */
const YEARS = /^((\d\d)(\d\d))[-/](\d\d)$/;
/** Names of parts of a year, decades and centuries. */
const QUARTER =
  /^(?:([1-4])(?:er|e|ème|nd|\.)?\s+(?:trim(?:estre|\.)?|quarter|kwartaal|quartal)|[TQ]([1-4]))[\s-]+(\d{4})$/i;
const SEMESTER = /^([12])(?:er|e|ème|nd)?\s+semestre\s+(\d{4})$/i;
const DECADE = /^(?:(?:(?:dans )?les )?(?:années|jaren)\s+(\d\d)?(\d)0|(\d\d)(\d)0s)$/i;
const CENTURY =
  /^(?:([1-4])(?:er|e|re|ère|ème)\s+(?:(quart)|moitié)\s+(?:du\s+)?)?(?:(\d{1,2}|[IVX]+)(?:[ds]?e|ème|è|er|th|st)?\.?\s+(?:s\.?|siècle|century|eeuw|jahrhundert)|([IVX]+)(?:e|ème|è))$/i;
/** Ordinals as words, each in the place of its number. */
const ORDINALS = [
  /^premi(?:er|ère)\s/i,
  /^(?:second|deuxième)e?\s/i,
  /^troisième\s/i,
  /^quatrième\s/i,
];

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'.split(
  ' ',
);

const monthsOf = (year: string | undefined, part: number, count: number): Period => ({
  start: `${year}-${padTwo((part - 1) * count + 1)}`,
  end: `${year}-${padTwo(part * count)}`,
});

/** Returns the period that one word for several months or years means; undefined if there is none. */
function namedPeriodIn(text: string): Period | undefined {
  const [, year, age, first, last] = YEARS.exec(text) ?? [];
  if (Number(last) > Number(first)) return {start: year, end: `${age}${last}`};
  const quarter = QUARTER.exec(text);
  if (quarter) return monthsOf(quarter[3], Number(quarter[1] ?? quarter[2]), 3);
  const semester = SEMESTER.exec(text);
  if (semester) return monthsOf(semester[2], Number(semester[1]), 6);
  const [named, hundred, ten, otherHundred, otherTen] = DECADE.exec(text) ?? [];
  const decade = `${hundred ?? otherHundred ?? 19}${ten ?? otherTen}`;
  if (named !== undefined) return {start: `${decade}0`, end: `${decade}9`};
  const [, part, isQuarter, withWord, roman = ''] = CENTURY.exec(text) ?? [];
  const century = withWord ?? roman;
  const number = Number(century) || ROMAN.indexOf(century.toUpperCase()) + 1;
  if (number < 1 || number > 21) return undefined;
  const years = part === undefined ? 100 : isQuarter ? 25 : 50;
  const begin = (number - 1) * 100 + (Number(part ?? 1) - 1) * years;
  return {start: String(begin + 1).padStart(4, '0'), end: String(begin + years).padStart(4, '0')};
}

/** Returns the two dates of a text such as `du 3 au 5 mai 2016`; undefined if there are none. */
function rangeIn(text: string): Period | undefined {
  const [, day = '', from = '', to = ''] = HOURS.exec(text) ?? [];
  const [opening, closing] = [from, to].map(time => dateIn(`${day} ${time.trim()}`));
  if (from !== '' && opening?.includes('T') && closing)
    return {start: opening, end: endOfHours(opening, closing)};
  let best: Period | undefined;
  for (const {0: separator, index} of text.matchAll(RANGE)) {
    const last = text.slice(index + separator.length);
    const start = completeDate(text.slice(0, index), last);
    const end = ONGOING.test(last) ? null : (dateIn(last) ?? dateIn(last.replace(AROUND, '')));
    // `à` separates two dates, or a date from its time: the reading that uses more of the text wins.
    const isBetter = (start?.length ?? 0) > (best?.start?.length ?? 0);
    if (start !== undefined && end !== undefined && isBetter) best = {start, end};
  }
  return best;
}

/** Returns the period that a text states; undefined if there is none. */
function periodIn(written: string): Period | undefined {
  if (written.length > MAX_DATE_LENGTH) return undefined;
  const numbered = ORDINALS.reduce((text, word, i) => text.replace(word, `${i + 1}e `), written);
  // Catalogues write `[1952?]`, `c1952` or `1952 (vers)` for a year that they infer.
  const given = numbered
    .replace(NEW_YEAR, '$1')
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/^c(?=\d{4}$)|(?<=^\d{4}(?:-\d{4})?)(?:\?|\s*\((?:vers|circa|environ|\?)\))$/i, '');
  const text = given.replace(AROUND, '');
  const exact = validDate(text);
  if (exact !== undefined) return {start: exact, end: exact};
  const since = SINCE.test(text) ? dateIn(text.replace(SINCE, '')) : undefined;
  if (since !== undefined) return {start: since, end: null};
  const until = UNTIL.test(text) ? dateIn(text.replace(UNTIL, '')) : undefined;
  if (until !== undefined) return {end: until};
  const [, open] = /^(.*\d)\s*(?:[-–—]|\(?en cours\)?)$/i.exec(text) ?? [];
  const {start} = (open === undefined ? undefined : periodIn(open)) ?? {};
  if (start !== undefined) return {start, end: null};
  const several = namedPeriodIn(given) ?? namedPeriodIn(text) ?? spanIn(text) ?? rangeIn(text);
  if (several) return several;
  const date = dateIn(text);
  if (date !== undefined) return {start: date, end: date};
  const withoutRemark = text.replace(/\s*\([^()]*\)$/, '');
  return withoutRemark === text ? undefined : periodIn(withoutRemark);
}

/** Returns the current or the next of several periods of an event: `2027-07-14<->2027-07-15|2028-…`, or the last one. */
function nextPeriodIn(text: string): Period | undefined {
  const today = new Date().toISOString().slice(0, 10);
  const periods = text
    .split('|')
    .flatMap(part => periodIn(part.trim()) ?? [])
    .sort((a, b) => (String(a.start) < String(b.start) ? -1 : 1));
  return periods.find(({start, end = start}) => (end ?? today) >= today) ?? periods.at(-1);
}

/** Returns the time from the first to the last of several dates: `1952;1963`, `4e quart 19e siècle ; 1912`. */
function spanIn(text: string): Period | undefined {
  const parts = text.split(/\s*;\s*|(?<=^[\d\s,]*\d{4})\s*,\s*(?=\d{4})/);
  const periods = parts.length < 2 ? [] : parts.map(periodIn);
  const starts = periods.map(period => period?.start ?? '').sort();
  const ends = periods.map(period => period?.end ?? '').sort();
  return starts[0] && ends[0] ? {start: starts[0], end: ends.at(-1)} : undefined;
}

/** Returns the first date of a reference in CSL: `{"date-parts": [[2014, 3]]}`. Any other value is unchanged. */
function dateOfReference(value: unknown): unknown {
  const parts: unknown = isObject(value) ? [value['date-parts']].flat()[0] : undefined;
  return Array.isArray(parts) ? parts.map(String).map(padTwo).join('-') : value;
}

/**
 * Converts a date to ISO 8601: `31 mars 2003`, `1er octobre 2017`, `mai 2012`, `01-10-2016` (day first), `1988/05/18`,
 * `20250131`, `2025-01-31 10:00:00`, `le 3 mai 2016 à 18h30`. Of a period, its start.
 */
export function readDate(value: unknown): unknown {
  const text = readWord(dateOfReference(value));
  if (typeof text !== 'string') return undefined;
  const {start, end} = periodIn(text) ?? {};
  return start ?? end ?? text;
}

/** Reads the end of a period: a date, or null for words such as `en cours`. */
export function readEnd(value: unknown): unknown {
  const text = readWord(value);
  if (typeof text !== 'string') return undefined;
  return ONGOING.test(text) ? null : (periodIn(text)?.end ?? text);
}

/**
 * Reads a period: `{start, end}`, one date, two dates (`2010–2014`, `du 3 au 5 mai 2016`), or one with a word (`depuis
 * 2016`, `2016 – en cours`, `jusqu’en 2020`).
 */
export function readPeriod(value: unknown): unknown {
  if (isObject(value)) {
    const period = {start: readDate(value['start'] ?? value['begin']), end: readEnd(value['end'])};
    return period.start === undefined && period.end === undefined ? undefined : period;
  }
  const text = readWord(value);
  if (typeof text !== 'string') return undefined;
  const period = text.includes('|') ? nextPeriodIn(text) : periodIn(text);
  if (period) return period;
  if (text.length > MAX_DATE_LENGTH) return {start: text};
  // Validation reports the part that is no date.
  const [first = '', last, ...more] = text.replace(AROUND, '').split(RANGE);
  if (last === undefined || more.length > 0) return {start: text};
  return {start: completeDate(first, last) ?? first, end: readEnd(last)};
}

/** True for a text that states more than one date, such as `2023-2024`. */
export function isPeriod(value: unknown): boolean {
  const text = readWord(value);
  const {start, end} = (typeof text === 'string' ? periodIn(text) : undefined) ?? {};
  return start !== undefined && end !== start;
}

/** Returns a start, which may leave month and year to the end: `3` of `3 au 5 mai 2016`, `3/5` of `3/5 - 5/5/2016`. */
function completeDate(given: string, end: string): string | undefined {
  const start = given
    .replace(BETWEEN, '')
    .replace(/^les\s+/i, '')
    .replace(AROUND, '');
  const [, month = '', year = ''] = /^\d{1,2}([./]\d{1,2})?([./]\d{4})$/.exec(end) ?? [];
  const words = clockIn(end).day.split(/\s+/);
  const tails = [month + year, year, ...[1, 2].map(n => ` ${words.slice(-n).join(' ')}`)];
  const own = dateIn(start);
  // Of several days, such as `3, 4 et 5 mai 2016`, the first.
  const first = start.replace(/(?<=\d),.*/, '');
  const date = own ?? tails.map(tail => dateIn(first + tail)).find(Boolean);
  // Without its own year it is before the end: `28 décembre au 3 janvier 2027`.
  const isLater = !own && date !== undefined && date > (dateIn(end) ?? date);
  return isLater ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : date;
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
