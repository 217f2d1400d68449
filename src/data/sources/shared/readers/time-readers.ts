import {isObject} from '../../../../model/schemas/schema-builder.js';
import {clockIn, endOfHours} from './written-date.js';
import {readWord} from './value-readers.js';

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
