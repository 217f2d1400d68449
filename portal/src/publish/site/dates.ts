import {dateFormatter} from '../../../../src/i18n/format.js';
import {
  formatDateTimeRange,
  formatTimeRange,
  formatWeekday,
} from '../../../../src/i18n/format-time.js';
import {
  DAY_MS,
  dayToDate,
  parseDate,
  type PartialDate,
  type Period,
} from '../../../../src/model/time/period.js';
import type {Language, PublishMessages} from '../messages/messages.js';

const precisionOf = ({precision}: PartialDate): 'year' | 'month' | 'day' =>
  precision === 'time' ? 'day' : precision;

const formatDay = (language: Language, date: PartialDate): string =>
  dateFormatter(language, precisionOf(date)).format(dayToDate(firstDay(date)));

/** Returns the first day of a partial date. */
const firstDay = ({first}: PartialDate): number => first;

const instantOf = ({first, seconds}: PartialDate): Date =>
  new Date(first * DAY_MS + seconds * 1000);

/** Formats a date of any precision; the text itself if it is none. */
export function formatDate(language: Language, text: string): string {
  const date = parseDate(text);
  return date ? formatDay(language, date) : text;
}

/** Formats a period: `2003–2007`, `depuis 2023`, `1er octobre 2016 – 30 septembre 2021`. Empty if unknown. */
export function formatPeriod(
  language: Language,
  messages: PublishMessages,
  period: Period | undefined,
): string {
  const start = period?.start ? parseDate(period.start) : undefined;
  const end = period?.end ? parseDate(period.end) : undefined;
  if (start && end) return formatRange(language, start, end);
  if (start)
    return period?.end === ''
      ? formatDay(language, start)
      : messages.since(formatDay(language, start));
  return end ? messages.until(formatDay(language, end)) : '';
}

function formatRange(language: Language, start: PartialDate, end: PartialDate): string {
  const [from, to] = [precisionOf(start), precisionOf(end)];
  if (from === 'year' && to === 'year') {
    const years = new Set([start, end].map(date => dayToDate(date.first).getUTCFullYear()));
    return [...years].join('–');
  }
  if (from === to)
    return dateFormatter(language, from).formatRange(dayToDate(start.first), dayToDate(end.first));
  return `${formatDay(language, start)} – ${formatDay(language, end)}`;
}

/** Formats the time of an event: `samedi 24 octobre 2026, 14 h – 16 h 30`. */
export function formatEvent(language: Language, period: Period): string {
  const start = period.start ? parseDate(period.start) : undefined;
  const end = period.end ? parseDate(period.end) : undefined;
  if (!start) return '';
  if (start.precision !== 'time' && start.precision !== 'day') return formatDay(language, start);
  if (end && end.first !== start.first)
    return start.precision === 'time' && end.precision === 'time'
      ? formatDateTimeRange(language, instantOf(start), instantOf(end))
      : formatRange(language, start, end);
  const day = formatWeekday(language, dayToDate(start.first));
  if (start.precision !== 'time') return day;
  const time = formatTimeRange(
    language,
    instantOf(start),
    end?.precision === 'time' ? instantOf(end) : undefined,
  );
  return `${day}, ${time}`;
}

/** Returns the date by which a record is sorted, the latest possible one first. */
export const sortDate = (text: string | null | undefined): number =>
  (text ? parseDate(text)?.first : undefined) ?? -Infinity;
