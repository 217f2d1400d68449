import type {LocalizeController} from '../controllers/localize-controller.js';
import {periodWords} from '../controllers/period-words.js';
import {formatMoments, formatOffset, formatTimes, formatZone} from '../i18n/format-time.js';
import {clockAt, datesOf, type Timed, zoneOf} from '../model/agenda.js';
import {instantOf} from '../model/instant.js';
import {dayToDate, type PartialDate} from '../model/period.js';
import type {PortalEvent} from '../model/records.js';

/** What the clock of the place shows, in UTC. */
const wall = ({first, seconds}: PartialDate): Date =>
  new Date(dayToDate(first).getTime() + seconds * 1000);

/**
 * When an event is, under a heading that names its day: `14:00 – 16:30`, `24 – 30 octobre 2026`; '' where the heading
 * says it all.
 */
export function timesOf(event: Timed, i18n: LocalizeController, isUnderItsDay: boolean): string {
  const dates = datesOf(event);
  if (!dates) return '';
  const {start, end} = dates;
  const hasTimes = start.precision === 'time' && end.precision === 'time';
  if (start.first === end.first && start.precision !== 'year' && start.precision !== 'month') {
    const isMoment = start.seconds === end.seconds;
    if (hasTimes) return formatTimes(i18n.language, wall(start), isMoment ? undefined : wall(end));
    // The end is a day without an hour: it starts at that hour.
    if (start.precision === 'time') return formatTimes(i18n.language, wall(start));
    // Of two dates of one day the earlier may be the one without an hour.
    if (end.precision === 'time') return formatTimes(i18n.language, wall(end));
    return isUnderItsDay ? '' : periodWords(i18n, event.period);
  }
  if (hasTimes) return formatMoments(i18n.language, wall(start), wall(end));
  if (start.first === end.first && start.last === end.last)
    return isUnderItsDay ? '' : i18n.date(event.period.start ?? event.period.end ?? '');
  return periodWords(i18n, event.period);
}

/** The name of the clock that an event's times are told by, where a reader's own shows another time; '' elsewhere. */
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

/** Whether an event does not take place as it stands. */
export const isOff = ({status}: PortalEvent): boolean =>
  ['cancelled', 'postponed'].includes(statusWord(status));

/** What has become of an event; '' when nothing has. A word that we don't know is its own word. */
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
