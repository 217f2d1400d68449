import ICAL from 'ical.js';
import {DAY_MS} from '../../../model/time/period.js';

/** Days before and after now for which recurring events are expanded. */
const PAST_DAYS = 366;
const FUTURE_DAYS = 2 * 366;
/** Maximum number of occurrences of an event within that time. */
const MAX_OCCURRENCES = 1_000;
/** Maximum number of days and dates examined for one event: a daily event takes 50 years to reach it. */
const MAX_STEPS = 20_000;
/** Maximum interval of a recurrence rule; ical.js counts it day by day. */
const MAX_INTERVAL = 1_000;
/** Frequencies that are expanded. Public calendars have no events every hour or minute. */
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** Time at which an event takes place, with the component that describes it. */
export interface Occurrence {
  readonly component: ICAL.Component;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

export interface Expansion {
  readonly occurrences: readonly Occurrence[];
  /** Reason why some occurrences are missing. */
  readonly error?: string;
}

/** Milliseconds since 1970. Times without a zone count as UTC, which is exact enough for bounds. */
const instantOf = (time: ICAL.Time): number => time.toUnixTime() * 1000;

/**
 * Keys under which an exception or an exclusion names an occurrence: its local time and its instant. Exchange names a
 * whole day by its midnight.
 */
const keysOf = (time: ICAL.Time): readonly string[] => [
  time.toString().replace('T00:00:00', ''),
  `${instantOf(time)}`,
];

/** Keys by which an occurrence is looked up: also its day, since programs exclude or replace a time by its day. */
const lookupKeysOf = (time: ICAL.Time): readonly string[] => [
  ...keysOf(time),
  time.toString().slice(0, 10),
];

const timesIn = (component: ICAL.Component, name: string): ICAL.Time[] =>
  component
    .getAllProperties(name)
    .flatMap(property => property.getValues() as unknown[])
    .map(value => (value instanceof ICAL.Period ? value.start : value))
    .filter(value => value instanceof ICAL.Time);

/**
 * Stops an iterator after a number of steps: ical.js searches without end for a rule that no day fulfils, such as
 * 30 February.
 */
function limitSteps(iterator: ICAL.RecurIterator): void {
  let steps = 0;
  const check = iterator.check_contracting_rules.bind(iterator);
  iterator.check_contracting_rules = () => {
    if (++steps > MAX_STEPS) throw new RangeError('its rule matches no day, or too many');
    return check();
  };
}

/** Returns the starts that a rule gives up to `until`, and a reason if there may be more. */
function ruleStarts(
  rule: ICAL.Recur,
  first: ICAL.Time,
  [from, until]: readonly [number, number],
): {readonly starts: readonly ICAL.Time[]; readonly error?: string} {
  const starts: ICAL.Time[] = [];
  if (!FREQUENCIES.includes(rule.freq) || rule.interval > MAX_INTERVAL)
    return {starts: [first], error: `its rule is not supported: ${rule.toString().slice(0, 100)}`};
  const months = rule.getComponent('BYMONTH') as readonly number[];
  try {
    const iterator = rule.iterator(first);
    limitSteps(iterator);
    for (let step = 0; step < MAX_STEPS && starts.length <= MAX_OCCURRENCES; step++) {
      const time = iterator.next() as ICAL.Time | null;
      if (!time || instantOf(time) > until) return {starts};
      // ical.js moves 30 February to March.
      const isInMonth = months.length === 0 || months.includes(time.month);
      if (isInMonth && instantOf(time) >= from) starts.push(time.clone());
    }
    return {starts, error: `it has more than ${MAX_OCCURRENCES} dates`};
  } catch (error) {
    return {starts, error: error instanceof Error ? error.message : String(error)};
  }
}

function rangeOf(component: ICAL.Component): {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
} {
  // With its exceptions given: ical.js looks for them among all events of the calendar, for each event.
  const event = new ICAL.Event(component, {exceptions: []});
  const start = event.startDate as ICAL.Time | null;
  if (!start) throw new Error('it has no date (DTSTART)');
  const end = event.endDate as ICAL.Time | null;
  return {start, end: end ?? start};
}

/**
 * Expands an event to its occurrences. A single event is kept whenever it is; a recurring one from a year ago to two
 * years ahead.
 *
 * @param exceptions Components that replace single occurrences (`RECURRENCE-ID`).
 * @param now Milliseconds since 1970.
 * @throws if the event has no valid start.
 */
export function expandEvent(
  component: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  now: number,
): Expansion {
  const {start, end} = rangeOf(component);
  const rules = component
    .getAllProperties('rrule')
    .map(property => property.getFirstValue() as unknown)
    .filter(value => value instanceof ICAL.Recur);
  const dates = timesIn(component, 'rdate');
  if (rules.length === 0 && dates.length === 0) return {occurrences: [{component, start, end}]};
  const window = [now - PAST_DAYS * DAY_MS, now + FUTURE_DAYS * DAY_MS] as const;
  const isInWindow = (time: ICAL.Time): boolean =>
    instantOf(time) >= window[0] && instantOf(time) <= window[1];
  const expanded = rules.map(rule => ruleStarts(rule, start, window));
  const excluded = new Set(timesIn(component, 'exdate').flatMap(keysOf));
  const replaced = new Map(
    exceptions.flatMap(one => {
      const [id] = timesIn(one, 'recurrence-id');
      return id ? keysOf(id).map(key => [key, one] as const) : [];
    }),
  );
  const starts = [
    ...expanded.flatMap(one => one.starts),
    ...(rules.length ? [] : [start]),
    ...dates,
  ];
  const byTime = new Map(starts.map(time => [instantOf(time), time]));
  const duration = end.subtractDate(start);
  const occurrences = [...byTime.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, time]) => time)
    .filter(time => !lookupKeysOf(time).some(key => excluded.has(key)))
    .filter(time => isInWindow(time) || byTime.size === 1)
    .slice(0, MAX_OCCURRENCES)
    .map((time): Occurrence => {
      const exception = lookupKeysOf(time)
        .map(key => replaced.get(key))
        .find(Boolean);
      if (exception) return {component: exception, ...rangeOf(exception)};
      const last = time.clone();
      last.addDuration(duration);
      return {component, start: time, end: last};
    });
  const error = expanded.find(one => one.error !== undefined)?.error;
  return {occurrences, ...(error !== undefined && {error})};
}
