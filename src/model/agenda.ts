import {
  DEFAULT_TIME_ZONE,
  parseInstant,
  validTimeZone,
  parseOffset,
  toWallTime,
} from './time/instant.js';
import {DAY_MS, dayNumber, type DaySpan, parseDate, type PartialDate} from './time/period.js';
import type {PortalEvent} from './records.js';

/** Period of an event, with the time zone of its location. */
export type EventTiming = Pick<PortalEvent, 'period' | 'timezone'>;

/** Named time zone, or a fixed UTC offset if the time zone is unknown. */
export type EventTimeZone = {readonly name: string} | {readonly offset: number};

/**
 * Returns the zone in which the times of an event are shown.
 *
 * Order: the time zone of the event; Europe/Paris if its times have no offset or the offset of Paris; else that offset.
 */
export function eventTimeZone({period, timezone}: EventTiming): EventTimeZone {
  if (timezone && validTimeZone(timezone) === timezone) return {name: timezone};
  const text = period.start ?? period.end ?? '';
  const offset = parseOffset(text);
  const instant = parseInstant(text);
  const isParis =
    offset === undefined ||
    instant === undefined ||
    toWallTime(instant, DEFAULT_TIME_ZONE) - instant === offset;
  return isParis ? {name: DEFAULT_TIME_ZONE} : {offset};
}

/** Converts an instant to wall-clock time in a zone, as milliseconds since 1970. */
export const wallTimeIn = (instant: number, zone: EventTimeZone): number =>
  'name' in zone ? toWallTime(instant, zone.name) : instant + zone.offset;

/** Parses a date of an event and converts it to local time; undefined if it is invalid. */
function localDate(text: string | null | undefined, event: EventTiming): PartialDate | undefined {
  const date = text ? parseDate(text) : undefined;
  if (!text || !date || parseOffset(text) === undefined) return date;
  const wallTime = wallTimeIn(parseInstant(text) ?? NaN, eventTimeZone(event));
  const first = Math.floor(wallTime / DAY_MS);
  return {
    precision: 'time',
    first,
    last: first,
    seconds: Math.floor((wallTime - first * DAY_MS) / 1000),
  };
}

/** Returns the dates of an event in local time, earliest first. A single date is both start and end. */
export function eventDates(event: EventTiming): {start: PartialDate; end: PartialDate} | undefined {
  const {period} = event;
  const dates = [localDate(period.start, event), localDate(period.end, event)]
    .filter(date => date !== undefined)
    .sort((a, b) => a.first - b.first || a.seconds - b.seconds);
  const [start, end = start] = dates;
  return start && end && {start, end};
}

/**
 * Returns the days of an event in local time.
 *
 * An event without an end is over after its first day: a meeting that states only its start does not run indefinitely,
 * as a project may.
 */
export function eventSpan(event: EventTiming): DaySpan | undefined {
  const dates = eventDates(event);
  return dates && {first: dates.start.first, last: Math.max(dates.start.last, dates.end.last)};
}

/** Events that start on the same date, or all ongoing events. */
export interface AgendaDay {
  /** Date at its known precision (day, month or year); undefined for events that started before today. */
  readonly date: PartialDate | undefined;
  readonly events: readonly PortalEvent[];
}

interface DatedEvent {
  readonly event: PortalEvent;
  readonly start: PartialDate;
  readonly last: number;
}

const datedEvents = (events: readonly PortalEvent[]): DatedEvent[] =>
  events.flatMap(event => {
    const dates = eventDates(event);
    return dates ? [{event, start: dates.start, last: dates.end.last}] : [];
  });

/** Returns true if an event has not ended before `today` (a day number). */
export const isUpcoming = (event: EventTiming, today: number): boolean =>
  (eventSpan(event)?.last ?? -Infinity) >= today;

/**
 * Groups upcoming events by date, nearest first. An event is listed once: on its first day, or in the first group if it
 * started before `today`.
 */
export function upcomingDays(events: readonly PortalEvent[], today: number): readonly AgendaDay[] {
  const upcoming = datedEvents(events.filter(event => isUpcoming(event, today))).sort(
    compareByStart,
  );
  // A month that has begun is not ongoing: its event may still take place on one of the remaining days.
  const isOngoing = ({start}: DatedEvent): boolean => start.last < today;
  const days = groupByDay(upcoming.filter(one => !isOngoing(one)));
  const ongoing = upcoming.filter(isOngoing).map(({event}) => event);
  return ongoing.length ? [{date: undefined, events: ongoing}, ...days] : days;
}

/** Groups past events by date, most recent first. */
export const pastDays = (events: readonly PortalEvent[], today: number): readonly AgendaDay[] =>
  groupByDay(
    datedEvents(events.filter(event => !isUpcoming(event, today))).sort((a, b) =>
      compareByStart(b, a),
    ),
  );

/** Compares by first day, then exact days before months and years, then by time. */
const compareByStart = (a: DatedEvent, b: DatedEvent): number =>
  a.start.first - b.start.first ||
  a.start.last - b.start.last ||
  a.start.seconds - b.start.seconds ||
  a.last - b.last;

function groupByDay(events: readonly DatedEvent[]): readonly AgendaDay[] {
  const days = new Map<string, {date: PartialDate; events: PortalEvent[]}>();
  for (const {event, start} of events) {
    const key = `${start.first} ${start.last}`;
    const day = days.get(key) ?? {date: start, events: []};
    day.events.push(event);
    days.set(key, day);
  }
  return [...days.values()];
}

/** Returns the day number of a date in the browser's time zone. */
export const localDayNumber = (now: Date): number =>
  dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
