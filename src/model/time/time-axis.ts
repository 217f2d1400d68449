import {dateSpan, dayNumber, type DaySpan, yearOfDay} from './period.js';

/** Visible period, in whole years. */
export type TimeAxis = DaySpan;

/** Position on an axis, as fractions of its length. */
export interface BarPosition {
  readonly start: number;
  readonly end: number;
  /** True if the span starts before the axis, or if its start is unknown. */
  readonly isCutBefore: boolean;
  /** True if the span ends after the axis, or is open-ended. */
  readonly isCutAfter: boolean;
}

/** Position of a label relative to its bar. */
export type LabelSide = 'within' | 'after' | 'before';

/**
 * Maximum number of years on each side of the median: dates beyond are likely errors, and would compress all others.
 */
const MAX_YEARS_FROM_MEDIAN = 75;
const TICK_STEPS = [1, 2, 5, 10, 20, 50];
/** Maximum number of labelled years, whatever the width. */
export const MAX_TICKS = 10;
/** Minimum length of a bar as a fraction of the axis, so that a single day is visible. */
const MIN_LENGTH = 0.006;
/** Maximum position of a labelled year; beyond it the label would be cut off. */
const MAX_TICK_POSITION = 0.98;
/**
 * Returns the axis that covers all spans; open-ended spans extend to `today` at least.
 *
 * @param limits Dates that the page asks for: spans that go on beyond their years are cut.
 */
export function axisOf(
  spans: readonly (DaySpan | undefined)[],
  today: number,
  limits: {readonly from?: string | undefined; readonly to?: string | undefined} = {},
): TimeAxis | undefined {
  const known: number[] = [];
  for (const span of spans) {
    if (!span) continue;
    const {first, last} = span;
    if (Number.isFinite(first)) known.push(first);
    if (Number.isFinite(last)) known.push(last);
    else if (last > 0) known.push(Math.max(first, today));
  }
  if (known.length === 0) return undefined;
  const days = new Float64Array(known).sort();
  const year = (index: number): number => yearOfDay(days[index] as number);
  const median = year(days.length >> 1);
  const last = year(days.length - 1);
  const from = Math.max(
    Math.min(yearOfDate(limits.from) ?? -Infinity, last),
    year(0),
    median - MAX_YEARS_FROM_MEDIAN,
  );
  const to = Math.max(
    from,
    Math.min(yearOfDate(limits.to) ?? Infinity, last, median + MAX_YEARS_FROM_MEDIAN),
  );
  return {first: dayNumber(from, 1, 1), last: dayNumber(to + 1, 1, 1) - 1};
}

const yearOfDate = (date: string | undefined): number | undefined => {
  const span = dateSpan(date);
  return span && yearOfDay(span.first);
};

/** Returns the labelled years: round ones, as many as have room for their label. */
export function ticksOf(axis: TimeAxis, room = MAX_TICKS): readonly number[] {
  const [from, to] = [yearOfDay(axis.first), yearOfDay(axis.last)];
  const step = TICK_STEPS.find(size => (to + 1 - from) / size < room) ?? 100;
  const ticks: number[] = [];
  for (
    let tick = Math.ceil(from / step) * step;
    yearPosition(tick, axis) < MAX_TICK_POSITION;
    tick += step
  )
    ticks.push(tick);
  return ticks;
}

const fraction = (day: number, {first, last}: DaySpan): number =>
  Math.min(1, Math.max(0, (day - first) / (last + 1 - first)));

export const yearPosition = (year: number, axis: DaySpan): number =>
  fraction(dayNumber(year, 1, 1), axis);

/** Returns the position of a day; undefined if it is not on the axis. */
export const dayPosition = (day: number, axis: DaySpan): number | undefined =>
  day < axis.first || day > axis.last ? undefined : fraction(day, axis);

/** Returns the position of a span, clamped to the axis and with a minimum length. */
export function positionOf(span: DaySpan, axis: DaySpan): BarPosition {
  const start = Math.min(fraction(span.first, axis), 1 - MIN_LENGTH);
  return {
    start,
    end: Math.max(fraction(span.last + 1, axis), start + MIN_LENGTH),
    isCutBefore: span.first < axis.first,
    isCutAfter: span.last > axis.last,
  };
}

/** Widths that a label needs on one line, in the unit of the axis. */
export interface LabelWidths {
  /** Inside its bar, with the distance from its ends. */
  readonly within: number;
  /** After or before its bar, with the distance from it. */
  readonly beside: number;
}

/**
 * Returns the side of a label: in its bar if it fits on one line, else after it, else before it, else the side with the
 * most space.
 *
 * @param before End of the space before the bar, as a fraction of the axis.
 */
export function labelSide(
  {start, end}: BarPosition,
  {within, beside}: LabelWidths,
  axisWidth: number,
  before = start,
): LabelSide {
  const [inside, after] = [end - start, 1 - end];
  if (within <= inside * axisWidth) return 'within';
  if (beside <= after * axisWidth) return 'after';
  if (beside <= before * axisWidth) return 'before';
  return inside > Math.max(before, after) ? 'within' : before > after ? 'before' : 'after';
}
