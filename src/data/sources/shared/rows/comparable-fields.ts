import {isoDay} from '../../../../model/time/period.js';
import type {Parameter, ServerField, ServerQuery} from '../servers/server-adapter.js';
import type {TerritoryKind} from '../../../../model/query.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';

/** Fields with the start and end of a record. */
export interface TimeFields<F> {
  readonly start: F;
  /** Absent if records have no end. */
  readonly end?: F | undefined;
}

/**
 * Returns the date fields of the records as the model reads them. Undefined if not all records use the same fields.
 *
 * @param accept Returns the field if the server can compare it.
 */
export function timeFieldsOf<F extends ServerField>(
  {field}: Pick<ServerQuery, 'field'>,
  accept: (field: ServerField) => F | undefined,
): TimeFields<F> | undefined {
  const [day, start, end] = ['published', 'start', 'end'].map(field);
  if (day) {
    const dayField = start || end ? undefined : accept(day);
    return dayField && {start: dayField, end: dayField};
  }
  const first = start && accept(start);
  const last = end && accept(end);
  return first && (last ?? !end) ? {start: first, end: last} : undefined;
}

/**
 * Returns the year to compare a numeric field with. A year counts as a whole.
 *
 * @param isBefore True if the comparison is "before the day", false if it is "on or after".
 */
export function comparableYear(day: number, isBefore: boolean): number {
  const date = isoDay(day);
  return Number(date.slice(0, 4)) + Number(isBefore && !date.endsWith('-01-01'));
}

/**
 * Returns the parameter that compares a time with a day; none if the day is unknown.
 *
 * @param time Time of day, appended to the date.
 * @param shift Number of days added.
 */
export const dayParameter = (
  name: string,
  day: number | undefined,
  time = '',
  shift = 0,
): readonly Parameter[] => (day === undefined ? [] : [[name, `${isoDay(day + shift)}${time}`]]);

/**
 * Returns the field that a server can compare with the codes of a territory: in all samples it is a string with a valid
 * code. Undefined otherwise, even if INSEE codes would help, because a server cannot use those.
 */
export function territoryCodeField(
  kind: TerritoryKind,
  {field}: Pick<ServerQuery, 'field'>,
): ServerField | undefined {
  const candidate = field(kind);
  const isExact =
    candidate?.values.length &&
    candidate.values.every(one => typeof one === 'string' && isTerritoryCode(kind, one));
  return isExact ? candidate : undefined;
}
