import {DEFAULT_ZONE, instantOf, knownZone, offsetOf, wallClock} from './instant.js';
import {dayNumber, type DaySpan, parseDate, type PartialDate} from './period.js';
import type {PortalEvent} from './records.js';

/** When something is, by the clock of where it is. */
export type Timed = Pick<PortalEvent, 'period' | 'timezone'>;

/** The clock of a place: a zone with a name, or an offset that a time was written with and no zone is known for. */
export type EventZone = {readonly name: string} | {readonly offset: number};

const DAY = 86_400_000;

/**
 * The clock by which an event's times are told: that of its zone, else Paris where its times are Paris times or say
 * nothing else, else the offset that they are written with.
 */
export function zoneOf({period, timezone}: Timed): EventZone {
  if (timezone && knownZone(timezone) === timezone) return {name: timezone};
  const text = period.start ?? period.end ?? '';
  const offset = offsetOf(text);
  const instant = instantOf(text);
  const isParis =
    offset === undefined ||
    instant === undefined ||
    wallClock(instant, DEFAULT_ZONE) - instant === offset;
  return isParis ? {name: DEFAULT_ZONE} : {offset};
}

/** What a clock shows at an instant, as milliseconds since 1970 on it. */
export const clockAt = (instant: number, zone: EventZone): number =>
  'name' in zone ? wallClock(instant, zone.name) : instant + zone.offset;

/** A date of an event as the clocks of its place show it; undefined when it can't be read. */
function localDate(text: string | null | undefined, event: Timed): PartialDate | undefined {
  const date = text ? parseDate(text) : undefined;
  if (!text || !date || offsetOf(text) === undefined) return date;
  const wall = clockAt(instantOf(text) ?? NaN, zoneOf(event));
  const first = Math.floor(wall / DAY);
  return {precision: 'time', first, last: first, seconds: Math.floor((wall - first * DAY) / 1000)};
}

/** The dates of an event on its own clock, in their order; a single one is both. */
export function datesOf(event: Timed): {start: PartialDate; end: PartialDate} | undefined {
  const {period} = event;
  const dates = [localDate(period.start, event), localDate(period.end, event)]
    .filter(date => date !== undefined)
    .sort((a, b) => a.first - b.first || a.seconds - b.seconds);
  const [start, end = start] = dates;
  return start && end && {start, end};
}

/**
 * The days of an event, by the clock of its place. One without an end is over when its first day is: a meeting that
 * names the hour at which it starts does not run for ever, as a project may.
 */
export function eventSpan(event: Timed): DaySpan | undefined {
  const dates = datesOf(event);
  return dates && {first: dates.start.first, last: Math.max(dates.start.last, dates.end.last)};
}

/** Events of one day, or those that have been on for longer. */
export interface AgendaDay {
  /** The date as it is known: a day, or the month or the year alone; undefined for what was on before the first day. */
  readonly date: PartialDate | undefined;
  readonly events: readonly PortalEvent[];
}

interface Dated {
  readonly event: PortalEvent;
  readonly start: PartialDate;
  readonly last: number;
}

const dated = (events: readonly PortalEvent[]): Dated[] =>
  events.flatMap(event => {
    const dates = datesOf(event);
    return dates ? [{event, start: dates.start, last: dates.end.last}] : [];
  });

/** Whether an event is still to come, or on, on a day. */
export const isComing = (event: Timed, today: number): boolean =>
  (eventSpan(event)?.last ?? -Infinity) >= today;

/**
 * Coming events by day, the nearest first. Each stands once: on its first day, or before all others when it has been
 * on since a day before `today`.
 */
export function comingDays(events: readonly PortalEvent[], today: number): readonly AgendaDay[] {
  const coming = dated(events.filter(event => isComing(event, today))).sort(byStart);
  // A month that has begun is not over: what happens on some day of it is yet to come.
  const isOn = ({start}: Dated): boolean => start.last < today;
  const days = group(coming.filter(one => !isOn(one)));
  const on = coming.filter(isOn).map(({event}) => event);
  return on.length ? [{date: undefined, events: on}, ...days] : days;
}

/** Past events by day, the latest first. */
export const pastDays = (events: readonly PortalEvent[], today: number): readonly AgendaDay[] =>
  group(dated(events.filter(event => !isComing(event, today))).sort((a, b) => byStart(b, a)));

/** By first day, then what is known to the day before a month or a year, then by the hour. */
const byStart = (a: Dated, b: Dated): number =>
  a.start.first - b.start.first ||
  a.start.last - b.start.last ||
  a.start.seconds - b.start.seconds ||
  a.last - b.last;

function group(events: readonly Dated[]): readonly AgendaDay[] {
  const days = new Map<string, {date: PartialDate; events: PortalEvent[]}>();
  for (const {event, start} of events) {
    const key = `${start.first} ${start.last}`;
    const day = days.get(key) ?? {date: start, events: []};
    day.events.push(event);
    days.set(key, day);
  }
  return [...days.values()];
}

/** A day of the calendar as ISO 8601 has it. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The calendar day that a clock shows here and now. */
export const todayOf = (now: Date): number =>
  dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
