import type {LocalizeController} from '../controllers/localize-controller.js';
import {periodWords} from '../controllers/period-words.js';
import {formatMoments, formatOffset, formatTimes, formatZone} from '../i18n/format-time.js';
import {clockAt, datesOf, type Timed, zoneOf} from '../model/agenda.js';
import {instantOf} from '../model/instant.js';
import {dayToDate, type PartialDate} from '../model/period.js';
import type {PortalEvent} from '../model/records.js';

/** Converts local time to a `Date` whose UTC fields hold that time. */
const wall = ({first, seconds}: PartialDate): Date =>
  new Date(dayToDate(first).getTime() + seconds * 1000);

/**
 * Formats the time of an event that is listed under a date heading: `14:00 – 16:30`, `24 – 30 octobre 2026`. Returns an
 * empty string if the heading says it all.
 *
 * @param hasDayHeading True if the heading names the first day of the event.
 */
export function timesOf(event: Timed, i18n: LocalizeController, isUnderItsDay: boolean): string {
  const dates = datesOf(event);
  if (!dates) return '';
  const {start, end} = dates;
  const hasTimes = start.precision === 'time' && end.precision === 'time';
  if (start.first === end.first && start.precision !== 'year' && start.precision !== 'month') {
    const isMoment = start.seconds === end.seconds;
    if (hasTimes) return formatTimes(i18n.language, wall(start), isMoment ? undefined : wall(end));
    // An end date without a time starts when the event starts.
    if (start.precision === 'time') return formatTimes(i18n.language, wall(start));
    // If both dates are on the same day, the earlier one may have no time.
    if (end.precision === 'time') return formatTimes(i18n.language, wall(end));
    return isUnderItsDay ? '' : periodWords(i18n, event.period);
  }
  if (hasTimes) return formatMoments(i18n.language, wall(start), wall(end));
  if (start.first === end.first && start.last === end.last)
    return isUnderItsDay ? '' : i18n.date(event.period.start ?? event.period.end ?? '');
  return periodWords(i18n, event.period);
}

/** Returns the name of an event's time zone if its clock differs from the user's, otherwise an empty string. */
export function zoneNameOf(event: Timed, i18n: LocalizeController): string {
  const {period, timezone} = event;
  const instant = instantOf(period.start ?? period.end ?? '', timezone);
  if (instant === undefined) return '';
  const zone = zoneOf(event);
  const date = new Date(instant);
  const own = -date.getTimezoneOffset() * 60_000;
  if (clockAt(instant, zone) - instant === own) return '';
  return 'name' in zone ? formatZone(i18n.language, date, zone.name) : formatOffset(zone.offset);
}

const statusWord = (status: string | undefined): string =>
  (status ?? '').trim().toLowerCase().replace('canceled', 'cancelled');

/** True if an event does not take place as announced. */
export const isOff = ({status}: PortalEvent): boolean =>
  ['cancelled', 'postponed'].includes(statusWord(status));

/**
 * Returns the label of an event status, or an empty string if the event takes place as announced. An unknown status is
 * returned unchanged.
 */
export function statusName(
  status: string | undefined,
  {messages}: LocalizeController<'events'>,
): string {
  const names: Readonly<Record<string, string>> = {
    '': '',
    confirmed: '',
    scheduled: '',
    cancelled: messages.cancelled,
    postponed: messages.postponed,
    rescheduled: messages.rescheduled,
    tentative: messages.tentative,
    full: messages.full,
    online: messages.online,
  };
  return names[statusWord(status)] ?? status ?? '';
}
