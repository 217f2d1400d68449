import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {type DatedPicture, yearSpan} from '../../../model/dated-pictures.js';
import {joinFacts} from '../../../model/text.js';
import {parseDate, yearOfDay} from '../../../model/time/period.js';

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
