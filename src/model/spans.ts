import {type DaySpan, type PartialDate, SECONDS_PER_DAY} from './period.js';

/** Converts a date to a day number, with the time of day as a fraction. */
export const fractionalDay = ({first, seconds}: PartialDate): number =>
  first + seconds / SECONDS_PER_DAY;

/** Returns true if two spans have at least one day in common. */
export const overlaps = (a: DaySpan, b: DaySpan): boolean => a.first <= b.last && b.first <= a.last;
