import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {joinFacts} from '../../../model/text.js';
import {parseDate, yearOfDay, dayNumber} from '../../../model/time/period.js';
import type {Picture} from '../../../model/records.js';

/** Maximum number of pictures in a series. */
export const MAX_SERIES_LENGTH = 20;

/** Picture with its date, or with words about it that a page has written. */
export interface DatedPicture extends Picture {
  /** Year or words such as `vers 1910`, used if there is no date. */
  readonly year?: string | undefined;
}

/** Returns the first possible day of a picture; `Infinity` if its date is unknown. */
function dayOf({date, year = ''}: DatedPicture): number {
  const parsed = parseDate(date ?? year);
  if (parsed) return parsed.first;
  const [yearInWords] = /\d{4}/.exec(year) ?? [];
  return yearInWords ? dayNumber(Number(yearInWords), 1, 1) : Infinity;
}

/** Sorts pictures by date, undated ones last. Pictures of one date keep their order. */
export const sortByDate = <T extends DatedPicture>(pictures: readonly T[]): readonly T[] =>
  // The difference of two infinities is not a number.
  [...pictures].sort((a, b) => dayOf(a) - dayOf(b) || 0);

/** Returns the most recent picture; without any date, the last one. */
export function latestPicture<T extends DatedPicture>(pictures: readonly T[]): T | undefined {
  const sorted = sortByDate(pictures);
  return sorted.filter(picture => Number.isFinite(dayOf(picture))).at(-1) ?? sorted.at(-1);
}

/** Returns the oldest picture and the most recent ones, if there are too many. Expects them sorted by date. */
export const limitSeries = <T>(pictures: readonly T[]): readonly T[] =>
  pictures.length > MAX_SERIES_LENGTH
    ? [...pictures.slice(0, 1), ...pictures.slice(1 - MAX_SERIES_LENGTH)]
    : pictures;

/** Returns the first and the last year of pictures, once if they are the same; undefined if none has a date. */
function yearSpan(pictures: readonly DatedPicture[]): readonly number[] | undefined {
  const years = pictures.map(dayOf).filter(Number.isFinite).map(yearOfDay);
  return years.length > 0 ? [...new Set([Math.min(...years), Math.max(...years)])] : undefined;
}

/** Formats the number of pictures of a series, with its first and last year: `6 images, 1900–2026`. */
export function seriesFacts(
  pictures: readonly DatedPicture[],
  {messages, number}: LocalizeController,
): string {
  const {length} = pictures;
  const years = yearSpan(pictures);
  return joinFacts([messages.pictures(length, number(length)), years?.join('–')], ', ');
}

/** Formats the date of a picture with its precision: `12 mai 1910`, `vers 1910`, `années 1910`. */
export function formatPictureDate(
  {date, datePrecision, year = ''}: DatedPicture,
  i18n: LocalizeController<'pictureSeries'>,
): string {
  const {messages} = i18n;
  const text = date ?? year;
  const parsed = parseDate(text);
  if (!parsed) return text.trim() || messages.seriesUndated;
  if (datePrecision === 'decade')
    return messages.decade(String(Math.floor(yearOfDay(parsed.first) / 10) * 10));
  return datePrecision === 'circa' ? messages.aroundDate(i18n.date(text)) : i18n.date(text);
}
