/**
 * A stretch of time between two ISO 8601 dates of any precision (`2016`, `2016-10`, `2016-10-01`, or a time).
 * `end` absent or null: it still runs. A date is a calendar date: it never moves with a time zone.
 */
export interface Period {
  readonly start?: string | undefined;
  readonly end?: string | null | undefined;
}

/** How much of a date is known. */
export type Precision = 'year' | 'month' | 'day' | 'time';

/** A date taken apart; `first` and `last` are the days it may mean, in whole days since 1970-01-01. */
export interface PartialDate {
  readonly precision: Precision;
  readonly first: number;
  readonly last: number;
}

const ISO_DATE =
  /^([+-]?\d{4,6})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

const DAY = 86_400_000;

/** Whole days from 1970-01-01 to a calendar date; `month` 1…12. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

/** Reads an ISO 8601 date of any precision; undefined when it is none (a 31 February among them). */
export function parseDate(text: string): PartialDate | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  if (parts[2] === undefined) {
    return {precision: 'year', first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31)};
  }
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return undefined;
  const lastOfMonth = dayNumber(year, month + 1, 1) - 1;
  const first = dayNumber(year, month, 1);
  if (parts[3] === undefined) return {precision: 'month', first, last: lastOfMonth};
  const day = first + Number(parts[3]) - 1;
  if (day < first || day > lastOfMonth) return undefined;
  if (parts[4] === undefined) return {precision: 'day', first: day, last: day};
  if (Number(parts[4]) > 24 || Number(parts[5]) > 59 || Number(parts[6] ?? 0) > 60) return undefined;
  return {precision: 'time', first: day, last: day};
}

/** The days a period covers, `Infinity` where it has no end; undefined when it has no readable start or end. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** The span of a period; a start after the end is taken the other way round. */
export function daySpan(period: Period | undefined): DaySpan | undefined {
  if (!period) return undefined;
  const start = period.start ? parseDate(period.start) : undefined;
  const end = period.end ? parseDate(period.end) : undefined;
  if (!start && !end) return undefined;
  if (!start) return {first: -Infinity, last: end?.last ?? Infinity};
  if (!end) return {first: start.first, last: Infinity};
  return start.first <= end.last
    ? {first: start.first, last: end.last}
    : {first: end.first, last: start.last};
}

/** The span of one date: the year `2016` is its 366 days. */
export const dateSpan = (text: string | undefined): DaySpan | undefined => {
  const date = text === undefined ? undefined : parseDate(text);
  return date && {first: date.first, last: date.last};
};

export const overlaps = (a: DaySpan, b: DaySpan): boolean => a.first <= b.last && b.first <= a.last;

/** The calendar year of a day number. */
export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** The UTC instant at which a day number starts, for `Intl` with `timeZone: 'UTC'`. */
export const dayToDate = (day: number): Date => new Date(day * DAY);
