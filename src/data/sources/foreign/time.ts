import {dayToDate} from '../../../model/period.js';
import type {ServerField, ServerQuestion} from './kind.js';

/** Fields with the start and end of a record. */
export interface Times<F> {
  readonly start: F;
  /** Absent if records have no end. */
  readonly end?: F | undefined;
}

/**
 * Returns the date fields of the records as the model reads them. Undefined if not all records use the same fields.
 *
 * @param accept Returns the field if the server can compare it.
 */
export function timesOf<F extends ServerField>(
  {field}: Pick<ServerQuestion, 'field'>,
  timed: (field: ServerField) => F | undefined,
): Times<F> | undefined {
  const [day, start, end] = ['published', 'start', 'end'].map(field);
  if (day) {
    const known = start || end ? undefined : timed(day);
    return known && {start: known, end: known};
  }
  const first = start && timed(start);
  const last = end && timed(end);
  return first && (last ?? !end) ? {start: first, end: last} : undefined;
}

/** Returns a day as an ISO 8601 date, such as `2026-11-24`. */
export const isoDay = (day: number): string => dayToDate(day).toISOString().slice(0, 10);

/**
 * Returns the year to compare a numeric field with. A year counts as a whole.
 *
 * @param isBefore True if the comparison is "before the day", false if it is "on or after".
 */
export function yearFor(day: number, isBefore: boolean): number {
  const date = isoDay(day);
  return Number(date.slice(0, 4)) + Number(isBefore && !date.endsWith('-01-01'));
}
