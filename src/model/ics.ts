import type {Geo} from './geo.js';
import {instantOf} from './instant.js';
import {dayNumber, dayToDate, parseDate, type PartialDate, type Period} from './period.js';

/** An event as a calendar keeps it; its texts in one language. */
export interface CalendarEvent {
  /** The same for the same event for ever: a calendar that knows it changes its entry instead of adding another. */
  readonly uid: string;
  readonly title: string;
  readonly period: Period;
  /** IANA name, for times without an offset; Europe/Paris when absent. */
  readonly timezone?: string | undefined;
  readonly place?: string | undefined;
  readonly geo?: Geo | null | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  /** `cancelled`, `tentative` or `confirmed`; any other word says nothing to a calendar. */
  readonly status?: string | undefined;
}

export interface CalendarOptions {
  /** When the file is made: the DTSTAMP of each event. */
  readonly stamp: Date;
  /** What the calendar is called, where several events come together. */
  readonly name?: string | undefined;
}

/** The name that RFC 5545 asks of a program that writes calendars. */
const PRODUCT = '-//spass-widgets//spass-widgets//FR';

/**
 * An iCalendar file (RFC 5545) of one event or of many, to be served as `text/calendar; charset=utf-8`. Events whose
 * dates can't be read are left out.
 *
 * Times are written as UTC instants: each is one moment, whatever clocks change later, and a calendar shows it by its
 * reader's own. A date without a time stays a date.
 */
export function calendarOf(
  events: readonly CalendarEvent[],
  {stamp, name}: CalendarOptions,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
    ...events.flatMap(event => eventLines(event, utcTime(stamp.getTime()))),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: string): readonly string[] {
  const span = spanLines(event);
  if (!span) return [];
  const {uid, title, place, geo, url, description} = event;
  const status = STATUSES.find(word => word === statusWord(event.status));
  const text = (name: string, value: string | undefined): readonly string[] =>
    value?.trim() ? [`${name}:${escapeText(value.trim())}`] : [];
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    ...span,
    ...text('SUMMARY', title),
    ...text('LOCATION', place),
    ...(geo ? [`GEO:${degrees(geo.lat)};${degrees(geo.lon)}`] : []),
    ...text('DESCRIPTION', description),
    // A URI is not escaped; what would end the line has no place in one.
    ...(url && !CONTROL.test(url) ? [`URL:${url}`] : []),
    ...(status ? [`STATUS:${status}`] : []),
    'END:VEVENT',
  ];
}

const STATUSES = ['CANCELLED', 'TENTATIVE', 'CONFIRMED'];
/** The American spelling, which schema.org's own words and many sources have, is the same. */
const statusWord = (status: string | undefined): string | undefined =>
  status?.trim().toUpperCase().replace('CANCELED', 'CANCELLED');

/** The years have four digits in a calendar; a day less at each end leaves room for zones. */
const [FIRST_DAY, LAST_DAY] = [dayNumber(0, 1, 2), dayNumber(9999, 12, 30)];

/** DTSTART and DTEND; undefined when neither date can be read. */
function spanLines({period, timezone}: CalendarEvent): readonly string[] | undefined {
  const dated = [period.start, period.end].flatMap(text => {
    const date = text ? parseDate(text) : undefined;
    const isWritable = date && date.first > FIRST_DAY && date.last < LAST_DAY;
    return text && isWritable ? [{date, instant: instantOf(text, timezone)}] : [];
  });
  const [first, second] = dated;
  if (!first) return undefined;
  if (!second) return first.instant === undefined ? daysOf(first.date) : timesOf(first.instant);
  // Both have to be of one kind (RFC 5545, 3.6.1): with one time missing it is a matter of days.
  return first.instant !== undefined && second.instant !== undefined
    ? timesOf(first.instant, second.instant)
    : daysOf(first.date, second.date);
}

/** Two times; a start after the end is taken the other way round, and an event without duration has no end. */
function timesOf(a: number, b = a): readonly string[] {
  const start = `DTSTART:${utcTime(Math.min(a, b))}`;
  return a === b ? [start] : [start, `DTEND:${utcTime(Math.max(a, b))}`];
}

/** Whole days; the end is the day after the last (RFC 5545, 3.6.1: "non-inclusive"). */
function daysOf(a: PartialDate, b = a): readonly string[] {
  return [
    `DTSTART;VALUE=DATE:${utcDay(Math.min(a.first, b.first))}`,
    `DTEND;VALUE=DATE:${utcDay(Math.max(a.last, b.last) + 1)}`,
  ];
}

const compact = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');
const utcTime = (instant: number): string => compact(new Date(instant));
const utcDay = (day: number): string => compact(dayToDate(day)).replace(/T.*/, '');

/** At most six digits, as RFC 5545, 3.8.1.6, has it: a tenth of a metre. */
const degrees = (value: number): string => String(Number(value.toFixed(6)));

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A TEXT value (RFC 5545, 3.3.11). A tab stays; other control characters have no place in a file of lines. */
function escapeText(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** The most octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** Breaks a line at 75 octets, never inside a character; the next starts with a space, which a reader takes off. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (length + octets > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}

/** How many octets a character is in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
