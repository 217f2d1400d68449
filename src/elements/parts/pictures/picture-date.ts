import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {parseDate, yearOfDay} from '../../../model/time/period.js';
import type {DatedPicture} from '../../../model/dated-pictures.js';

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
