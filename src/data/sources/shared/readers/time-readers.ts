import {isObject} from '../../../../model/schemas/schema-builder.js';
import {readWord} from './value-readers.js';

/** Time of day: `14h30`, `14:30:00`, `19.30 uur`, `20 Uhr`. */
const TIME =
  /^(\d\d?)(?:\s*[h:u]\s*([0-5]\d)?(?::[0-5]\d)?|\.([0-5]\d)|(?=\s*u))\s*(?:uhr|uur|h|heures?)?$/i;
const BEFORE = /^(?:à|a|de|dès|from|at|von|ab|um|van|vanaf|om)\s+/i;
const BETWEEN = /\s*(?:[-–—]|\s(?:à|et|to|bis|tot)\s)\s*/i;

/** Returns the times of day in a cell in ISO 8601, one or two: `14h-18h`, `de 14h à 18h`. None for any other text. */
export function readTimes(value: unknown): readonly string[] {
  const text = readWord(value);
  const parts = typeof text === 'string' ? text.replace(BEFORE, '').split(BETWEEN) : [];
  const times = parts.flatMap(part => {
    const [, hour = '', minute, dotted] = TIME.exec(part) ?? [];
    return hour === '' || Number(hour) > 24
      ? []
      : `${hour.padStart(2, '0')}:${minute ?? dotted ?? '00'}`;
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
  const isOneDay = (period['end'] ?? start) === start;
  const end = last === undefined && isOneDay ? undefined : atTime(period['end'] ?? start, last);
  return {...period, start: atTime(start, first), ...(first || last ? {end} : {})};
}
