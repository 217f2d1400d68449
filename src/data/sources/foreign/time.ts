import {dayToDate} from '../../../model/period.js';
import type {ServerField, ServerQuestion} from './kind.js';

/** The fields of the time that records are about. */
export interface Times<F> {
  readonly start: F;
  /** Absent where what has begun runs on. */
  readonly end?: F | undefined;
}

/** Where a record's time stands, as the model has it; undefined where it is not always in the same fields. */
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

/** A day as a date: `2026-11-24`. */
export const isoDay = (day: number): string => dayToDate(day).toISOString().slice(0, 10);

/** What a year is held against for a day: it is before it (`isBefore`), or not. A year counts whole. */
export function yearFor(day: number, isBefore: boolean): number {
  const date = isoDay(day);
  return Number(date.slice(0, 4)) + Number(isBefore && !date.endsWith('-01-01'));
}
