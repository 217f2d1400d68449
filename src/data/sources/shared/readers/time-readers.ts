import {isObject, type JsonObject} from '../../../../model/schemas/schema-builder.js';
import {clockIn, endOfHours, padTwo, weekdayNames} from './written-date.js';
import {readWord, readText} from './value-readers.js';
import {fold} from '../../../../model/fold.js';
import {parseJsonIn} from './cell-json.js';

const BEFORE = /^(?:à|a|de|dès|from|at|von|ab|um|van|vanaf|om)\s+/i;
const BETWEEN = /\s*(?:[-–—]|\s(?:à|et|to|bis|tot)\s)\s*/i;

/** Returns the times of day in a cell in ISO 8601, one or two: `14h-18h`, `de 14h à 18h`. None for any other text. */
function readTimes(value: unknown): readonly string[] {
  const text = readWord(value);
  const parts = typeof text === 'string' ? text.replace(BEFORE, '').split(BETWEEN) : [];
  const times = parts.flatMap(part => {
    // A dot separates hours and minutes here, not days and months.
    const {day, clock} = clockIn(` ${part.replace('.', ':')}`);
    const [, time] = /^T((?:[01]\d|2[0-4]):[0-5]\d)/.exec(clock) ?? [];
    return day === '' && time !== undefined ? time : [];
  });
  return times.length === parts.length && times.length < 3 ? times : [];
}

/** True for one or two times of day. */
export const isTime = (value: unknown): boolean => readTimes(value).length > 0;

/** Adds a time to a day; any other date is unchanged. */
const atTime = (day: unknown, time: string | undefined): unknown =>
  typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && time !== undefined
    ? `${day}T${time}`
    : day;

/**
 * Adds times of day to a period whose dates are days.
 *
 * @param times Cell with the time of the start, and of the end if it has two.
 * @param endTime Cell with the time of the end.
 */
export function addTimes(period: unknown, times: unknown, endTime: unknown): unknown {
  if (!isObject(period)) return period;
  const {start} = period;
  const [first, second] = readTimes(times);
  const last = readTimes(endTime)[0] ?? second;
  if (first === undefined && last === undefined) return period;
  const isOneDay = (period['end'] ?? start) === start;
  const opening = atTime(start, first);
  // Midnight, as the end of a day, is the one after it.
  const closing = atTime(period['end'] ?? start, last === '00:00' ? '24:00' : last);
  if (!isOneDay) return {...period, start: opening, end: closing};
  const end = last && (first ? endOfHours(String(opening), String(closing)) : closing);
  return {...period, start: opening, end};
}

/** Codes of weekdays in schema.org, from 1 January 1970, a Thursday, on. */
const DAYS = ['Th', 'Fr', 'Sa', 'Su', 'Mo', 'Tu', 'We'];

/** Returns the code of a day: of its name, or of its address in schema.org. */
function dayCode(name: unknown): string {
  const word = fold(String(readWord(name))).replace(/^.*\//, '');
  return DAYS.find((_, day) => weekdayNames(day).includes(word)) ?? '';
}

/** Returns `08:30-12:00` of two times of day, or an empty text if one is missing. */
function hoursOf(from: unknown, to: unknown): string {
  const [start, end] = [from, to].map(time => /^\d\d:\d\d/.exec(String(time))?.[0]);
  return start && end ? `${start}-${end}` : '';
}

/** Times of day in a text: `9h-12h30`, `0900-1730`, `09:00:00`. */
const TIMES = /\b([01]?\d|2[0-4])(?:\s*[:hu.]\s*(\d\d)?(?::\d\d)?|(\d\d))(?!\d)/gi;

/** Returns `09:00-12:00,14:00-18:00` of the times in a value of a day; an empty text if they are no pairs. */
function hoursIn(value: unknown): string {
  const text = isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
  const times = [...text.matchAll(TIMES)].map(
    ([, hour = '', minute, solid]) => `${padTwo(hour)}:${minute ?? solid ?? '00'}`,
  );
  const pairs = times.flatMap((time, i) => (i % 2 ? `${times[i - 1]}-${time}` : []));
  return times.length % 2 ? '' : pairs.join(',');
}

/** Returns rules of schema.org for an object with the hours of each day, or a list of days: `{"lundi": "9h-12h"}`. */
function rulesByDay(parts: readonly JsonObject[]): readonly string[] {
  const days = new Map<string, string>();
  for (const part of parts) {
    const {day, jour = day, dag = jour, tag = dag, ...times} = part;
    for (const [name, value] of tag === undefined
      ? Object.entries(part)
      : [[tag, times] as const]) {
      const [code, hours] = [dayCode(name), hoursIn(value)];
      if (code && hours) days.set(hours, [days.get(hours) ?? [], code].flat().join(','));
    }
  }
  return [...days].map(([hours, codes]) => `${codes} ${hours}`);
}

/** Returns a rule of schema.org for one of its specifications, or for one of the directory of public services. */
function ruleOf(part: JsonObject): string {
  const {dayOfWeek, opens, closes} = part;
  const [first, last] = [part['nom_jour_debut'], part['nom_jour_fin']].map(dayCode);
  const days = dayOfWeek
    ? [dayOfWeek].flat().map(dayCode).join(',')
    : [...new Set([first, last])].filter(Boolean).join('-');
  const hours = [1, 2].map(n =>
    hoursOf(part[`valeur_heure_debut_${n}`], part[`valeur_heure_fin_${n}`]),
  );
  return `${days} ${[hoursOf(opens, closes), ...hours].filter(Boolean).join(',')}`.trim();
}

/**
 * Reads opening hours: a text, specifications of schema.org (`OpeningHoursSpecification`), ranges of days as in the
 * directory of French public services (`plage_ouverture`), or hours by day. All but a text become
 * `Mo-Fr 08:30-12:00,13:30-17:00`.
 */
export function readOpeningHours(value: unknown): unknown {
  const parts = [parseJsonIn(value) ?? value].flat();
  const text = readText(value);
  // One time is no opening hours.
  if (!parts.every(isObject)) return /^(?!24)\d[\d:h]*$/i.test(String(text)) ? undefined : text;
  const stated = parts.map(ruleOf).filter(rule => /^\S+ \d/.test(rule));
  const rules = stated.length > 0 ? stated : rulesByDay(parts);
  return rules.length > 0 ? rules.join('; ') : undefined;
}
