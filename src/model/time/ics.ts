import type {Geo} from '../geo/geo.js';
import {parseInstant} from './instant.js';
import {dayNumber, dayToDate, parseDate, type PartialDate, type Period} from './period.js';

/** Calendar event, with texts in one language. */
export interface CalendarEvent {
  /** Stable identifier: a calendar updates an event it already has instead of adding another. */
  readonly uid: string;
  readonly title: string;
  readonly period: Period;
  /** IANA time zone of times without an offset. Default: Europe/Paris. */
  readonly timezone?: string | undefined;
  readonly place?: string | undefined;
  readonly geo?: Geo | null | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  /** `cancelled`, `tentative` or `confirmed`; other values are ignored. */
  readonly status?: string | undefined;
}

export interface CalendarOptions {
  /** Creation time of the file, written as DTSTAMP of each event. */
  readonly timestamp: Date;
  /** Name of the calendar, for files with several events. */
  readonly name?: string | undefined;
}

/** Product identifier required by RFC 5545. */
const PRODUCT_ID = '-//spass-widgets//spass-widgets//FR';

/**
 * Serializes events as an iCalendar file (RFC 5545), to be served as `text/calendar; charset=utf-8`. Events with
 * invalid dates are omitted.
 *
 * Times are written in UTC, so later time zone changes do not move them and calendars show them in the user's time
 * zone. Dates without a time remain dates.
 */
export function formatCalendar(
  events: readonly CalendarEvent[],
  {timestamp: stamp, name}: CalendarOptions,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT_ID}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
    ...events.flatMap(event => eventLines(event, formatUtcTime(stamp.getTime()))),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, timestamp: string): readonly string[] {
  const span = dateLines(event);
  if (!span) return [];
  const {uid, title, place, geo, url, description} = event;
  const status = STATUSES.find(word => word === normalizeStatus(event.status));
  const text = (name: string, value: string | undefined): readonly string[] =>
    value?.trim() ? [`${name}:${escapeText(value.trim())}`] : [];
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${timestamp}`,
    ...span,
    ...text('SUMMARY', title),
    ...text('LOCATION', place),
    ...(geo ? [`GEO:${formatDegrees(geo.lat)};${formatDegrees(geo.lon)}`] : []),
    ...text('DESCRIPTION', description),
    // URIs are not escaped; one with control characters would end the line.
    ...(url && !CONTROL_CHARACTER.test(url) ? [`URL:${url}`] : []),
    ...(status ? [`STATUS:${status}`] : []),
    'END:VEVENT',
  ];
}

const STATUSES = ['CANCELLED', 'TENTATIVE', 'CONFIRMED'];
/** Accepts the American spelling, which schema.org and many sources use. */
const normalizeStatus = (status: string | undefined): string | undefined =>
  status?.trim().toUpperCase().replace('CANCELED', 'CANCELLED');

/** iCalendar years have four digits; one day at each end is kept for time zone offsets. */
const [MIN_DAY, MAX_DAY] = [dayNumber(0, 1, 2), dayNumber(9999, 12, 30)];

/** Returns DTSTART and DTEND; undefined if neither date is valid. */
function dateLines({period, timezone}: CalendarEvent): readonly string[] | undefined {
  const dated = [period.start, period.end].flatMap(text => {
    const date = text ? parseDate(text) : undefined;
    const isWritable = date && date.first > MIN_DAY && date.last < MAX_DAY;
    return text && isWritable ? [{date, instant: parseInstant(text, timezone)}] : [];
  });
  const [first, second] = dated;
  if (!first) return undefined;
  if (!second)
    return first.instant === undefined ? allDayLines(first.date) : timedEventLines(first.instant);
  // Both values must have the same type (RFC 5545, 3.6.1): if one has no time, both are written as dates.
  return first.instant !== undefined && second.instant !== undefined
    ? timedEventLines(first.instant, second.instant)
    : allDayLines(first.date, second.date);
}

/** Returns the lines of timed events. Swaps a start after the end; omits the end if it equals the start. */
function timedEventLines(a: number, b = a): readonly string[] {
  const start = `DTSTART:${formatUtcTime(Math.min(a, b))}`;
  return a === b ? [start] : [start, `DTEND:${formatUtcTime(Math.max(a, b))}`];
}

/** Returns the lines of all-day events. The end is the day after the last (RFC 5545, 3.6.1: "non-inclusive"). */
function allDayLines(a: PartialDate, b = a): readonly string[] {
  return [
    `DTSTART;VALUE=DATE:${formatUtcDay(Math.min(a.first, b.first))}`,
    `DTEND;VALUE=DATE:${formatUtcDay(Math.max(a.last, b.last) + 1)}`,
  ];
}

const formatBasic = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');
const formatUtcTime = (instant: number): string => formatBasic(new Date(instant));
const formatUtcDay = (day: number): string => formatBasic(dayToDate(day)).replace(/T.*/, '');

/** Rounds to six digits (RFC 5545, 3.8.1.6), a tenth of a metre. */
const formatDegrees = (value: number): string => String(Number(value.toFixed(6)));

// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** Escapes a TEXT value (RFC 5545, 3.3.11). Control characters other than tabs are removed. */
function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Maximum length of a line in octets, without its end (RFC 5545, 3.1). */
const MAX_LINE_OCTETS = 75;

/** Folds a line at 75 octets, never inside a character. Continuation lines start with a space, which parsers remove. */
function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = utf8Length(character);
    if (length + octets > MAX_LINE_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}

/** Returns the length of a character in UTF-8, in octets. */
function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
