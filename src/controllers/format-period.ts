import {dateFormatter} from '../i18n/format.js';
import {dayToDate, parseDate, type PartialDate, type Period} from '../model/time/period.js';
import {displayPrecision, type LocalizeController} from './localize-controller.js';

/** Formats the years of a programme, such as `2021–2027`. */
export const formatYears = (i18n: LocalizeController, period: Period | undefined): string =>
  formatPeriod(i18n, period && {start: period.start?.slice(0, 4), end: period.end?.slice(0, 4)});

/** Formats a period: `2003–2007`, `depuis 2023`, `1er octobre 2016 – 30 septembre 2021`. Empty if unknown. */
export function formatPeriod(i18n: LocalizeController, period: Period | undefined): string {
  const start = period?.start ? parseDate(period.start) : undefined;
  const end = period?.end ? parseDate(period.end) : undefined;
  if (start && end) return formatDateRange(i18n.language, start, end);
  if (start && period?.start && period.end === '')
    return i18n.messages.endUnknown(i18n.date(period.start));
  if (start && period?.start) return i18n.messages.since(i18n.date(period.start));
  if (end && period?.end) return i18n.messages.until(i18n.date(period.end));
  return '';
}

function formatDateRange(language: string, start: PartialDate, end: PartialDate): string {
  const [from, to] = start.first <= end.first ? [start, end] : [end, start];
  const [first, last] = [dayToDate(from.first), dayToDate(to.first)];
  if (from.precision === 'year' && to.precision === 'year') {
    const years = new Set([first, last].map(date => date.getUTCFullYear()));
    return [...years].join('–');
  }
  const [precision, other] = [displayPrecision(from), displayPrecision(to)];
  const format = dateFormatter(language, precision);
  return precision === other
    ? format.formatRange(first, last)
    : `${format.format(first)} – ${dateFormatter(language, other).format(last)}`;
}
