import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {formatPeriod} from '../../../controllers/format-period.js';
import {
  formatDateTimeRange,
  formatOffset,
  formatTimeRange,
  formatTimeZone,
} from '../../../i18n/format-time.js';
import {wallTimeIn, eventDates, type EventTiming, eventTimeZone} from '../../../model/agenda.js';
import {parseInstant} from '../../../model/time/instant.js';
import {dayToDate, type PartialDate} from '../../../model/time/period.js';
import type {PortalEvent} from '../../../model/records.js';
import {ownValue} from '../../../model/schemas/schema-builder.js';

/** Converts local time to a `Date` whose UTC fields hold that time. */
const wallClockTime = ({first, seconds}: PartialDate): Date =>
  new Date(dayToDate(first).getTime() + seconds * 1000);

/**
 * Formats the time of an event: `14 h – 16 h 30`, `24 – 30 octobre 2026`, below the heading of its first day `jusqu’au 30
 * octobre 2026`. Returns an empty string if the heading contains it all.
 *
 * @param hasDayHeading True if the heading names the first day of the event.
 */
export function formatEventTimes(
  event: EventTiming,
  i18n: LocalizeController,
  hasDayHeading: boolean,
): string {
  const dates = eventDates(event);
  if (!dates) return '';
  const {start, end} = dates;
  const hasTimes = start.precision === 'time' && end.precision === 'time';
  if (start.first === end.first && start.precision !== 'year' && start.precision !== 'month') {
    const isMoment = start.seconds === end.seconds;
    if (hasTimes)
      return formatTimeRange(
        i18n.language,
        wallClockTime(start),
        // 24 h of the same day, not 0 h of the next.
        isMoment ? undefined : wallClockTime({...end, seconds: end.seconds % 86_400}),
      );
    // An end date without a time starts when the event starts.
    if (start.precision === 'time') return formatTimeRange(i18n.language, wallClockTime(start));
    // If both dates are on the same day, the earlier one may have no time.
    if (end.precision === 'time') return formatTimeRange(i18n.language, wallClockTime(end));
    return hasDayHeading ? '' : formatPeriod(i18n, event.period);
  }
  const {until} = i18n.messages;
  if (hasTimes) {
    const [from, to] = [wallClockTime(start), wallClockTime(end)];
    return hasDayHeading
      ? `${formatTimeRange(i18n.language, from)}, ${until(formatDateTimeRange(i18n.language, to, to))}`
      : formatDateTimeRange(i18n.language, from, to);
  }
  // ISO dates sort by time.
  const [first = '', last = ''] = [event.period.start ?? '', event.period.end ?? ''].sort();
  if (start.first === end.first && start.last === end.last)
    return hasDayHeading ? '' : i18n.date(first || last);
  return hasDayHeading ? until(i18n.date(last)) : formatPeriod(i18n, event.period);
}

/** Returns the name of an event's time zone if its clock differs from the user's, otherwise an empty string. */
export function formatEventTimeZone(event: EventTiming, i18n: LocalizeController): string {
  const {period, timezone} = event;
  const instant = parseInstant(period.start ?? period.end ?? '', timezone);
  if (instant === undefined) return '';
  const zone = eventTimeZone(event);
  const date = new Date(instant);
  const localOffset = -date.getTimezoneOffset() * 60_000;
  if (wallTimeIn(instant, zone) - instant === localOffset) return '';
  return 'name' in zone
    ? formatTimeZone(i18n.language, date, zone.name)
    : formatOffset(zone.offset);
}

/** First letters of words for the status of an event, in calendars and in spreadsheets of four languages. */
const STATUS_WORDS: Readonly<Record<string, RegExp>> = {
  cancelled: /^(?:cancel|annul|geannul|afgelast|abgesagt)/,
  postponed: /^(?:postpon|report|uitgesteld|verschob)/,
  confirmed: /^(?:confirm|maint|bevest|bestät|publ)/,
  full: /^(?:full|complet|vol|ausgebucht)/,
  online: /online$/,
};

/** Returns the key of a status: of schema.org (`https://schema.org/EventCancelled`), of a calendar, or a word for it. */
function normalizeStatus(status = ''): string {
  const word = status
    .trim()
    .toLowerCase()
    .replace(/^(?:\S+\/)?event(?=[a-z])/, '');
  return Object.keys(STATUS_WORDS).find(key => STATUS_WORDS[key]?.test(word)) ?? word;
}

/** True if an event does not take place as announced. */
export const isCancelledOrPostponed = ({status}: PortalEvent): boolean =>
  ['cancelled', 'postponed'].includes(normalizeStatus(status));

/**
 * Returns the label of an event status, or an empty string if the event takes place as announced. An unknown status is
 * returned unchanged.
 */
export function statusLabel(
  status: string | undefined,
  {messages}: LocalizeController<'events'>,
): string {
  const labels: Readonly<Record<string, string>> = {
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
  return (ownValue(labels, normalizeStatus(status)) as string | undefined) ?? status ?? '';
}
