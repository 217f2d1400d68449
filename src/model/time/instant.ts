import {DAY_MS, dayNumber, parseDate} from './period.js';

/** Time zone of times that state none: the portals are French. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

const MINUTE_MS = 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 30;

/**
 * Returns a cached formatter for a time zone.
 *
 * @throws {RangeError} if the time zone is unknown.
 */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const cached = formatters.get(timeZone);
  if (cached) return cached;
  const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formatters.size >= MAX_FORMATTERS) formatters.clear();
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Returns the time zone if it is valid, else Europe/Paris. */
export function validTimeZone(timeZone: string | undefined): string {
  if (!timeZone) return DEFAULT_TIME_ZONE;
  try {
    formatterFor(timeZone);
    return timeZone;
  } catch {
    return DEFAULT_TIME_ZONE;
  }
}

/** Converts an instant to wall-clock time in a time zone, as milliseconds since 1970: 12:00 there is 12:00 in UTC. */
export function toWallTime(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const {type, value} of formatterFor(timeZone).formatToParts(instant)) parts[type] = value;
  const number = (type: string): number => Number(parts[type]);
  const year = parts['era']?.startsWith('B') ? 1 - number('year') : number('year');
  const time = (number('hour') * 60 + number('minute')) * 60 + number('second');
  return dayNumber(year, number('month'), number('day')) * DAY_MS + time * 1000;
}

/**
 * Converts wall-clock time in a time zone to an instant.
 *
 * Times that a clock change skips or repeats follow RFC 5545, 3.3.5: a skipped time uses the offset before the gap
 * (02:30 on the last Sunday of March is 03:30 in Paris), a repeated time is the first occurrence. Both use the offset
 * before the change, unless only the offset after it converts back to the same time.
 */
export function fromWallTime(wallTime: number, timeZone: string): number {
  const offsetAt = (instant: number): number =>
    toWallTime(instant, timeZone) - floorToSecond(instant);
  const [before, after] = [
    wallTime - offsetAt(wallTime - DAY_MS),
    wallTime - offsetAt(wallTime + DAY_MS),
  ];
  const isShown = (instant: number): boolean =>
    toWallTime(instant, timeZone) === floorToSecond(wallTime);
  return !isShown(before) && isShown(after) ? after : before;
}

const floorToSecond = (milliseconds: number): number => Math.floor(milliseconds / 1000) * 1000;

const OFFSET_PATTERN = /(?:(Z)|([+-])(\d\d):?(\d\d))$/;

/**
 * Returns the UTC offset stated in a time, in milliseconds east of Greenwich; undefined if it has none or is not a
 * time.
 */
export function parseOffset(text: string): number | undefined {
  if (parseDate(text)?.precision !== 'time') return undefined;
  const [, utc, sign, hours, minutes] = OFFSET_PATTERN.exec(text) ?? [];
  if (utc) return 0;
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/**
 * Parses an ISO 8601 time to milliseconds since 1970. Undefined for a date without a time.
 *
 * @param timeZone IANA time zone of times without an offset. Default: Europe/Paris.
 */
export function parseInstant(text: string, timeZone?: string): number | undefined {
  const date = parseDate(text);
  if (date?.precision !== 'time') return undefined;
  const wallTime = date.first * DAY_MS + date.seconds * 1000;
  const offset = parseOffset(text);
  return offset === undefined ? fromWallTime(wallTime, validTimeZone(timeZone)) : wallTime - offset;
}
