import {comingDays, isComing, todayOf} from '../../model/agenda.js';
import {instantOf} from '../../model/instant.js';
import {daySpan, parseDate} from '../../model/period.js';
import type {Phase, PortalEvent, Project} from '../../model/records.js';
import {isOff} from '../event-words.js';

/** Returns the state of a phase: the one of its record, or the one derived from its dates. */
export function phaseState({state, period}: Phase, now: Date): string {
  if (state) return state;
  const span = daySpan(period);
  if (!span) return '';
  const today = todayOf(now);
  if (span.last < today) return 'done';
  return span.first > today ? 'next' : 'now';
}

/**
 * True if a deadline has passed: a time by its own offset (Europe/Paris if it has none), a date at the end of its last
 * day.
 */
export function isOver(until: string | undefined, now: Date): boolean {
  const date = until === undefined ? undefined : parseDate(until);
  if (!until || !date) return false;
  const instant = instantOf(until);
  return instant === undefined ? date.last < todayOf(now) : instant <= now.getTime();
}

/** Returns the explicit state of a participation, or `closed` if its deadline has passed. */
export function participationState(
  said: string | undefined,
  until: string | undefined,
  now: Date,
): string {
  return isOver(until, now) ? 'closed' : said || 'open';
}

/** Returns the next meeting of a project: the one in its record if it is in the future, or the next of its events. */
export function nextMeeting(
  {id, next}: Pick<Project, 'id' | 'next'>,
  events: readonly PortalEvent[],
  now: Date,
): PortalEvent | undefined {
  const today = todayOf(now);
  const named =
    typeof next === 'object'
      ? // The date makes the id unique among earlier and later meetings, also in the reader's calendar.
        {...next, id: next.id ?? `${id}-${next.period.start ?? next.period.end ?? ''}`}
      : events.find(event => String(event.id) === String(next));
  if (named && isComing(named, today)) return named;
  return comingDays(
    events.filter(event => !isOff(event)),
    today,
  )[0]?.events[0];
}
