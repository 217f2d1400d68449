import {dayNumber, parseDate} from './period.js';

/** The zone of a time that names none: the portals' own. */
export const DEFAULT_ZONE = 'Europe/Paris';

const DAY = 86_400_000;
const MINUTE = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();
const MOST_CLOCKS = 30;

/** The formatter that reads a zone's clock. @throws {RangeError} for a name that is no zone. */
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

/** A zone that can be reckoned with: the one that is named, else Europe/Paris. */
export function knownZone(zone: string | undefined): string {
  if (!zone) return DEFAULT_ZONE;
  try {
    clockOf(zone);
    return zone;
  } catch {
    return DEFAULT_ZONE;
  }
}

/** What the clocks of a zone show at an instant, as milliseconds since 1970 on that clock: 12:00 there is 12:00 in UTC. */
export function wallClock(instant: number, zone: string): number {
  const parts: Record<string, string> = {};
  for (const {type, value} of clockOf(zone).formatToParts(instant)) parts[type] = value;
  const number = (type: string): number => Number(parts[type]);
  const year = parts['era']?.startsWith('B') ? 1 - number('year') : number('year');
  const time = (number('hour') * 60 + number('minute')) * 60 + number('second');
  return dayNumber(year, number('month'), number('day')) * DAY + time * 1000;
}

/**
 * The instant at which the clocks of a zone show a time.
 *
 * RFC 5545, 3.3.5, says what a time means that a change of clocks skips or repeats: one that is skipped is read with
 * the offset before the gap (02:30 on the last Sunday of March is 03:30 in Paris), one that comes twice is the first.
 * Either way that is the offset before the change, unless only the one after it gives the time back.
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
 * The offset that a time is written with, in milliseconds east of Greenwich; undefined when it has none, or when the
 * text is no time.
 */
export function offsetOf(text: string): number | undefined {
  if (parseDate(text)?.precision !== 'time') return undefined;
  const [, utc, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (utc) return 0;
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/**
 * The instant of an ISO 8601 time, in milliseconds since 1970: by the offset that it carries, else by the clocks of
 * `zone` (an IANA name), else by those of Paris. Undefined for a date without a time.
 */
export function instantOf(text: string, zone?: string): number | undefined {
  const date = parseDate(text);
  if (date?.precision !== 'time') return undefined;
  const wall = date.first * DAY + date.seconds * 1000;
  const offset = offsetOf(text);
  return offset === undefined ? instantOfWall(wall, knownZone(zone)) : wall - offset;
}
