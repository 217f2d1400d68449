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
  /** Seconds into the day, on the clock of the place; 0 when no time is given. */
  readonly seconds: number;
}

// A year of other than four digits has a sign and six: `201610` is no date.
const ISO_DATE =
  /^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;

const DAY = 86_400_000;
/** Seconds in a day. */
export const SECONDS = 86_400;

/** Whole days from 1970-01-01 to a calendar date; `month` 1…12, and 13 for the next January. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}

/** Reads an ISO 8601 date of any precision; undefined when it is none (a 31 February among them). */
export function parseDate(text: string): PartialDate | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts) return undefined;
  const number = (part: number, absent: number): number => Number(parts[part] ?? absent);
  const precision = parts[4] ? 'time' : parts[3] ? 'day' : parts[2] ? 'month' : 'year';
  const [year, month, day] = [number(1, 0), number(2, 1), number(3, 1)];
  const [hour, minute, second] = [number(4, 0), number(5, 0), number(6, 0)];
  const seconds = (hour * 60 + minute) * 60 + second;
  const monthStart = dayNumber(year, month, 1);
  const monthEnd = dayNumber(year, precision === 'year' ? 13 : month + 1, 1) - 1;
  const first = monthStart + day - 1;
  const last = precision === 'year' || precision === 'month' ? monthEnd : first;
  const inTime = minute < 60 && second <= 60 && seconds <= SECONDS;
  // Written so that years which no `Date` reaches, which count as NaN, fail too.
  const inYear = month >= 1 && month <= 12 && day >= 1 && first <= monthEnd;
  return inYear && inTime ? {precision, first, last, seconds} : undefined;
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

/** The calendar year of a day number. */
export const yearOfDay = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** The UTC instant at which a day number starts, for `Intl` with `timeZone: 'UTC'`. */
export const dayToDate = (day: number): Date => new Date(day * DAY);
