/**
 * Period between two ISO 8601 dates of any precision (`2016`, `2016-10`, `2016-10-01`, or with a time).
 *
 * An absent or null `end` means that it is ongoing; an empty one that its end is unknown. Dates are calendar dates and do not depend on a time zone.
 */
export interface Period {
  readonly start?: string | undefined;
  readonly end?: string | null | undefined;
}

/** Precision of a partial date. */
export type Precision = 'year' | 'month' | 'day' | 'time';

/** Parsed date of any precision. `first` and `last` are its possible days, in whole days since 1970-01-01. */
export interface PartialDate {
  readonly precision: Precision;
  readonly first: number;
  readonly last: number;
  /** Seconds since midnight in local time; 0 if no time is given. */
  readonly seconds: number;
}

// Years have four digits, or a sign and six digits: `201610` is not a date.
const ISO_DATE =
  /^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;

export const DAY_MS = 86_400_000;
const SECONDS_PER_DAY = 86_400;

/**
 * Returns the number of days from 1970-01-01 to a calendar date. `month` is 1 to 12, or 13 for the following January.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const time = Date.UTC(year, month - 1, day);
  // `Date.UTC` takes years below 100 as years of the 20th century.
  const isEarly = year >= 0 && year < 100;
  return (isEarly ? new Date(time).setUTCFullYear(year, month - 1, day) : time) / DAY_MS;
}

/** Parses an ISO 8601 date of any precision. Undefined if it is invalid, such as 31 February. */
export function parseDate(text: string): PartialDate | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts) return undefined;
  const number = (part: number, fallback: number): number => Number(parts[part] ?? fallback);
  const precision = parts[4] ? 'time' : parts[3] ? 'day' : parts[2] ? 'month' : 'year';
  const [year, month, day] = [number(1, 0), number(2, 1), number(3, 1)];
  const [hour, minute, second] = [number(4, 0), number(5, 0), number(6, 0)];
  const seconds = (hour * 60 + minute) * 60 + second;
  const monthStart = dayNumber(year, month, 1);
  const monthEnd = dayNumber(year, precision === 'year' ? 13 : month + 1, 1) - 1;
  const first = monthStart + day - 1;
  const last = precision === 'year' || precision === 'month' ? monthEnd : first;
  const isValidTime = minute < 60 && second <= 60 && seconds <= SECONDS_PER_DAY;
  // Also false for years outside the range of `Date`, which give NaN.
  const isValidDate = month >= 1 && month <= 12 && day >= 1 && first <= monthEnd;
  return isValidDate && isValidTime ? {precision, first, last, seconds} : undefined;
}

/**
 * First and last day of a period, inclusive. `last` is `Infinity` if it has no end, `first` is `-Infinity` if it has no
 * start.
 */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the days of a period, or undefined without a valid date. Swaps a start after the end. If the end is unknown,
 * only the start is certain.
 */
export function daySpan(period: Period | undefined): DaySpan | undefined {
  if (!period) return undefined;
  const start = period.start ? parseDate(period.start) : undefined;
  const end = period.end ? parseDate(period.end) : undefined;
  if (!start && !end) return undefined;
  if (!start) return {first: -Infinity, last: end?.last ?? Infinity};
  if (!end) return {first: start.first, last: period.end === '' ? start.last : Infinity};
  return start.first <= end.last
    ? {first: start.first, last: end.last}
    : {first: end.first, last: start.last};
}

/** Returns the days of a single date: 366 for the year `2016`. */
export const dateSpan = (text: string | undefined): DaySpan | undefined => {
  const date = text === undefined ? undefined : parseDate(text);
  return date && {first: date.first, last: date.last};
};

/** Returns true if two spans have at least one day in common. */
export const overlaps = (a: DaySpan, b: DaySpan): boolean => a.first <= b.last && b.first <= a.last;

/** Converts a date to a day number, with the time of day as a fraction. */
export const fractionalDay = ({first, seconds}: PartialDate): number =>
  first + seconds / SECONDS_PER_DAY;

export const yearOfDay = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** Converts a day number to midnight UTC, for `Intl` with `timeZone: 'UTC'`. */
export const dayToDate = (day: number): Date => new Date(day * DAY_MS);

/** Formats a day number as an ISO 8601 date, such as `2026-11-24`. */
export const isoDay = (day: number): string => dayToDate(day).toISOString().slice(0, 10);
