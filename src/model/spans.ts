import {type DaySpan, type PartialDate, SECONDS} from './period.js';

/** A date as a number of days, with the time of day as a fraction. */
export const dateNumber = ({first, seconds}: PartialDate): number => first + seconds / SECONDS;

/** Whether two spans have a day in common. */
export const overlaps = (a: DaySpan, b: DaySpan): boolean => a.first <= b.last && b.first <= a.last;
