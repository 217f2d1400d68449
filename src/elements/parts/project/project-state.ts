import {latestValue, type LoadState} from '../../../controllers/load-controller.js';
import type {QueryResult} from '../../../data/source.js';
import {upcomingDays, isUpcoming, localDayNumber} from '../../../model/agenda.js';
import {parseInstant} from '../../../model/time/instant.js';
import {daySpan, parseDate} from '../../../model/time/period.js';
import type {Phase, PortalEvent, Project} from '../../../model/records.js';
import {isCancelledOrPostponed} from '../records/event-format.js';

/** Returns the project with an id, by default the first. The previous one stays until the next one is loaded. */
export function shownProject(
  state: LoadState<QueryResult<Project>>,
  requestedId: string | undefined,
  previous: Project | undefined,
): Project | undefined {
  const items = [...(latestValue(state)?.items ?? [])];
  const project =
    requestedId === undefined ? items[0] : items.find(({id}) => String(id) === requestedId);
  return project ?? (state.status === 'loading' ? previous : undefined);
}

/** Returns the state of a phase: the one of its record, or the one derived from its dates. */
export function phaseState({state, period}: Phase, now: Date): string {
  if (state) return state;
  const days = daySpan(period);
  if (!days) return '';
  const today = localDayNumber(now);
  if (days.last < today) return 'done';
  return days.first > today ? 'next' : 'now';
}

/**
 * True if a deadline has passed: a time by its own offset (Europe/Paris if it has none), a date at the end of its last
 * day.
 */
export function isPast(deadline: string | undefined, now: Date): boolean {
  const date = deadline === undefined ? undefined : parseDate(deadline);
  if (!deadline || !date) return false;
  const instant = parseInstant(deadline);
  return instant === undefined ? date.last < localDayNumber(now) : instant <= now.getTime();
}

/** Returns the explicit state of a participation, or `closed` if its deadline has passed. */
export function participationState(
  explicitState: string | undefined,
  deadline: string | undefined,
  now: Date,
): string {
  return isPast(deadline, now) ? 'closed' : explicitState || 'open';
}

/** Returns the next meeting of a project: the one in its record if it is in the future, or the next of its events. */
export function nextMeeting(
  {id, next}: Pick<Project, 'id' | 'next'>,
  events: readonly PortalEvent[],
  now: Date,
): PortalEvent | undefined {
  const today = localDayNumber(now);
  const meeting =
    typeof next === 'object'
      ? // The date makes the id unique among earlier and later meetings, also in the reader's calendar.
        {...next, id: next.id ?? `${id}-${next.period.start ?? next.period.end ?? ''}`}
      : events.find(event => String(event.id) === String(next));
  if (meeting && isUpcoming(meeting, today)) return meeting;
  return upcomingDays(
    events.filter(event => !isCancelledOrPostponed(event)),
    today,
  )[0]?.events[0];
}
