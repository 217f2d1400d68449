import {dayToDate} from './period.js';

/** Codes of weekdays in schema.org, from Monday. */
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const DAY = `(?:${DAYS.join('|')})`;
const HOURS = String.raw`\d\d:\d\d\s?-\s?\d\d:\d\d`;
const RULE = new RegExp(`^${DAY}(?:[-,]${DAY})*(?: ${HOURS}(?:,\\s?${HOURS})*)?$`);
/** End of a rule: a semicolon, or a comma after a time. */
const SEPARATOR = /\s*;\s*|(?<=\d),\s*(?=[A-Z])/;
/** Day number of a Monday, 5 January 1970. */
const MONDAY = 4;

/** True for the syntax of schema.org: `Mo-Fr 09:00-12:00`. */
export const isOpeningHours = (text: string): boolean =>
  text
    .trim()
    .split(SEPARATOR)
    .filter((rule, i) => rule !== '' || i === 0)
    .every(rule => RULE.test(rule));

/** Returns opening hours with the names of the days in a language; text that has another syntax is unchanged. */
export function formatOpeningHours(text: string, language: string): string {
  if (!isOpeningHours(text)) return text;
  const format = new Intl.DateTimeFormat(language, {weekday: 'short', timeZone: 'UTC'});
  // Ranges with a dash, not broken over two lines.
  return text
    .replace(/\s?-\s?/g, '\u2060–\u2060')
    .replace(/,\s?/g, ', ')
    .replace(new RegExp(DAY, 'g'), code => format.format(dayToDate(MONDAY + DAYS.indexOf(code))));
}
