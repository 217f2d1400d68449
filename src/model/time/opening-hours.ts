import {dayToDate} from './period.js';

/** Words for what no format of dates has. */
export interface OpeningHoursWords {
  readonly publicHolidays: string;
  readonly closedDay: string;
  readonly alwaysOpen: string;
}

/** Codes of weekdays in schema.org and OpenStreetMap, from Monday, and of months in OpenStreetMap. */
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const listOf = (names: readonly string[]): string => {
  const name = `(?:${names.join('|')})`;
  return `${name}(?:\\s?[-,]\\s?${name})*`;
};
const HOURS = String.raw`\d\d:\d\d\s?-\s?\d\d:\d\d`;
const TIMES = `${HOURS}(?:,\\s?${HOURS})*`;
const RULE = new RegExp(`^${listOf(DAYS)}(?: ${TIMES})?$`);
/** A rule of OpenStreetMap: months, days and public holidays (`PH`), times or `off`. */
const OSM_RULE = new RegExp(
  `^(?=.)(?:24/7|(?:${listOf(MONTHS)}:?(?: |$))?(?:${listOf([...DAYS, 'PH'])})? ?(?:${TIMES}|off|closed)?)$`,
);
/** End of a rule: a semicolon, or a comma after a time. */
const SEPARATOR = /;|(?<=\d),\s*(?=[A-Z])/;
/** Day number of a Monday, 5 January 1970. */
const MONDAY = 4;

const hasRules = (text: string, rule: RegExp): boolean =>
  text
    .trim()
    .split(SEPARATOR)
    .map(part => part.trim())
    .filter((part, i) => part !== '' || i === 0)
    .every(part => rule.test(part));

/** True for the syntax of schema.org: `Mo-Fr 09:00-12:00`. */
export const isOpeningHours = (text: string): boolean => hasRules(text, RULE);

/**
 * Returns opening hours in the syntax of schema.org or OpenStreetMap (`Apr-Oct: Mo-Sa 09:00-12:00; PH off`) in the words
 * of a language. Text that has another syntax is unchanged.
 */
export function formatOpeningHours(
  text: string,
  language: string,
  {publicHolidays, closedDay, alwaysOpen}: OpeningHoursWords,
): string {
  if (!hasRules(text, OSM_RULE)) return text;
  const utc = {timeZone: 'UTC'};
  const day = new Intl.DateTimeFormat(language, {weekday: 'short', ...utc});
  const month = new Intl.DateTimeFormat(language, {month: 'short', ...utc});
  const words: Readonly<Record<string, string>> = {
    ...Object.fromEntries(DAYS.map((code, i) => [code, day.format(dayToDate(MONDAY + i))])),
    // The middle of each month of 1970.
    ...Object.fromEntries(MONTHS.map((code, i) => [code, month.format(dayToDate(15 + 30 * i))])),
    ...{PH: publicHolidays, off: closedDay, closed: closedDay, '24/7': alwaysOpen},
  };
  // Ranges have a dash, and are not broken over two lines.
  return text
    .replace(/\s?-\s?/g, '\u2060–\u2060')
    .replace(/,\s?/g, ', ')
    .replace(/24\/7|[A-Za-z]+/g, code => words[code] ?? code);
}
