import {dayNumber, parseDate} from './period.js';

/** Time zone of times that state none: the portals are French. */
export const DEFAULT_ZONE = 'Europe/Paris';

const DAY = 86_400_000;
const MINUTE = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();
const MOST_CLOCKS = 30;

/**
 * Returns a cached formatter for a time zone.
 *
 * @throws {RangeError} if the time zone is unknown.
 */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

/** Returns the time zone if it is valid, else Europe/Paris. */
export function knownZone(zone: string | undefined): string {
  if (!zone) return DEFAULT_ZONE;
  try {
    clockOf(zone);
    return zone;
  } catch {
    return DEFAULT_ZONE;
  }
}

/** Converts an instant to wall-clock time in a time zone, as milliseconds since 1970: 12:00 there is 12:00 in UTC. */
export function wallClock(instant: number, zone: string): number {
  const parts: Record<string, string> = {};
  for (const {type, value} of clockOf(zone).formatToParts(instant)) parts[type] = value;
  const number = (type: string): number => Number(parts[type]);
  const year = parts['era']?.startsWith('B') ? 1 - number('year') : number('year');
  const time = (number('hour') * 60 + number('minute')) * 60 + number('second');
  return dayNumber(year, number('month'), number('day')) * DAY + time * 1000;
}

/**
 * Converts wall-clock time in a time zone to an instant.
 *
 * Times that a clock change skips or repeats follow RFC 5545, 3.3.5: a skipped time uses the offset before the gap
 * (02:30 on the last Sunday of March is 03:30 in Paris), a repeated time is the first occurrence. Both use the offset
 * before the change, unless only the offset after it converts back to the same time.
 */
export function instantOfWall(wall: number, zone: string): number {
  const offsetAt = (instant: number): number => wallClock(instant, zone) - floored(instant);
  const [before, after] = [wall - offsetAt(wall - DAY), wall - offsetAt(wall + DAY)];
  const isShown = (instant: number): boolean => wallClock(instant, zone) === floored(wall);
  return !isShown(before) && isShown(after) ? after : before;
}

const floored = (milliseconds: number): number => Math.floor(milliseconds / 1000) * 1000;

const OFFSET = /(?:(Z)|([+-])(\d\d):?(\d\d))$/;

/**
 * Returns the UTC offset stated in a time, in milliseconds east of Greenwich; undefined if it has none or is not a
 * time.
 */
export function offsetOf(text: string): number | undefined {
  if (parseDate(text)?.precision !== 'time') return undefined;
  const [, utc, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (utc) return 0;
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/**
 * Parses an ISO 8601 time to milliseconds since 1970. Undefined for a date without a time.
 *
 * @param zone IANA time zone of times without an offset. Default: Europe/Paris.
 */
export function instantOf(text: string, zone?: string): number | undefined {
  const date = parseDate(text);
  if (date?.precision !== 'time') return undefined;
  const wall = date.first * DAY + date.seconds * 1000;
  const offset = offsetOf(text);
  return offset === undefined ? instantOfWall(wall, knownZone(zone)) : wall - offset;
}
