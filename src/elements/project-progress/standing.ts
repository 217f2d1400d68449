import {comingDays, isComing, todayOf} from '../../model/agenda.js';
import {instantOf} from '../../model/instant.js';
import {daySpan, parseDate} from '../../model/period.js';
import type {Phase, PortalEvent, Project} from '../../model/records.js';
import {isOff} from '../event-words.js';

/** Where a phase stands: what its record says, else what its dates say. */
export function phaseState({state, period}: Phase, now: Date): string {
  if (state) return state;
  const span = daySpan(period);
  if (!span) return '';
  const today = todayOf(now);
  if (span.last < today) return 'done';
  return span.first > today ? 'next' : 'now';
}

/**
 * Whether a deadline is over: a time when it has struck, on the clock that it names, else on that of Paris; a date
 * when its last day is gone.
 */
export function isOver(until: string | undefined, now: Date): boolean {
  const date = until === undefined ? undefined : parseDate(until);
  if (!until || !date) return false;
  const instant = instantOf(until);
  return instant === undefined ? date.last < todayOf(now) : instant <= now.getTime();
}

/** Whether one can take part: what is said, unless its deadline says that it is over. */
export function participationState(
  said: string | undefined,
  until: string | undefined,
  now: Date,
): string {
  return isOver(until, now) ? 'closed' : said || 'open';
}

/**
 * The next meeting of a project: the one that its record names, if it is still to come, else the nearest of its
 * events.
 */
export function nextMeeting(
  {id, next}: Pick<Project, 'id' | 'next'>,
  events: readonly PortalEvent[],
  now: Date,
): PortalEvent | undefined {
  const today = todayOf(now);
  const named =
    typeof next === 'object'
      ? // Its date tells it from the meetings before and after, in a reader's calendar as well.
        {...next, id: next.id ?? `${id}-${next.period.start ?? next.period.end ?? ''}`}
      : events.find(event => String(event.id) === String(next));
  if (named && isComing(named, today)) return named;
  return comingDays(
    events.filter(event => !isOff(event)),
    today,
  )[0]?.events[0];
}
