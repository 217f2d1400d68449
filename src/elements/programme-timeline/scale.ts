import {dayNumber, type DaySpan, yearOfDay} from '../../model/period.js';

/** The stretch of time on screen, in whole years, and the years that are written above it. */
export interface Axis extends DaySpan {
  readonly ticks: readonly number[];
}

/** Where something stands on an axis, in fractions of it. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** It begins before the axis does, or nobody knows when. */
  readonly isCutBefore: boolean;
  /** It goes on beyond the axis, or without end. */
  readonly isCutAfter: boolean;
}

/** On which side of a bar its label has room. */
export type Side = 'within' | 'after' | 'before';

/** More years than this to either side of the middle one are a slip of the pen, and must not flatten all others. */
const REACH = 75;
const STEPS = [1, 2, 5, 10, 20, 50];
const MOST_TICKS = 10;
/** The least share of the axis that a bar takes: a day must be seen. */
const LEAST = 0.006;
/** A year too close to the edge would be cut off. */
const LAST_TICK = 0.98;
/** How many characters an axis of middling width holds on a line. */
const CHARACTERS = 75;
/** A share of the axis that has room for any label, on a few lines. */
const ROOMY = 0.4;

/** The axis that shows all of these spans; what runs without end runs to this day at least. */
export function axisOf(spans: readonly (DaySpan | undefined)[], today: number): Axis | undefined {
  const days: number[] = [];
  for (const span of spans) {
    if (!span) continue;
    const {first, last} = span;
    if (Number.isFinite(first)) days.push(first);
    if (Number.isFinite(last)) days.push(last);
    else if (last > 0) days.push(Math.max(first, today));
  }
  if (days.length === 0) return undefined;
  days.sort((a, b) => a - b);
  const year = (index: number): number => yearOfDay(days[index] as number);
  const middle = year(days.length >> 1);
  const from = Math.max(year(0), middle - REACH);
  const to = Math.min(year(days.length - 1), middle + REACH);
  const axis = {first: dayNumber(from, 1, 1), last: dayNumber(to + 1, 1, 1) - 1};
  const step = STEPS.find(size => (to + 1 - from) / size < MOST_TICKS) ?? 100;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tickAt(tick, axis) < LAST_TICK; tick += step)
    ticks.push(tick);
  return {...axis, ticks};
}

const fraction = (day: number, {first, last}: DaySpan): number =>
  Math.min(1, Math.max(0, (day - first) / (last + 1 - first)));

/** Where a year begins. */
export const tickAt = (year: number, axis: DaySpan): number =>
  fraction(dayNumber(year, 1, 1), axis);

/** Where a day is; undefined when the axis has it not. */
export const dayAt = (day: number, axis: DaySpan): number | undefined =>
  day < axis.first || day > axis.last ? undefined : fraction(day, axis);

/** Where a span stands: always within the axis, and never too small to be seen. */
export function placeOf(span: DaySpan, axis: DaySpan): Place {
  const start = Math.min(fraction(span.first, axis), 1 - LEAST);
  return {
    start,
    end: Math.max(fraction(span.last + 1, axis), start + LEAST),
    isCutBefore: span.first < axis.first,
    isCutAfter: span.last > axis.last,
  };
}

/**
 * Where a label of so many characters goes: into its bar where it fits on a line, else after it, else before it,
 * else where there is most room.
 */
export function sideOf({start, end}: Place, length: number): Side {
  const [within, after] = [end - start, 1 - end];
  if (length <= within * CHARACTERS) return 'within';
  if (after >= ROOMY || length <= after * CHARACTERS) return 'after';
  return within > Math.max(start, after) ? 'within' : start > after ? 'before' : 'after';
}
