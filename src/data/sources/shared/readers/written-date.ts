import {dayToDate, isoDay, parseDate} from '../../../../model/time/period.js';

const MONTHS = [
  /^(?:janv?(?:ier)?|january|januari|januar|jan)\.?$/,
  /^(?:f[ée]vr?(?:ier)?|february|februari|februar|feb)\.?$/,
  /^(?:mars|march|maart|märz|mrt|mar)\.?$/,
  /^(?:avr(?:il)?|april|apr)\.?$/,
  /^(?:mai|may|mei)\.?$/,
  /^(?:juin|june|juni|jun)\.?$/,
  /^(?:juil(?:let)?|july|juli|jul)\.?$/,
  /^(?:ao[ûu]t|august|augustus|aug)\.?$/,
  /^(?:sept?(?:embre)?|september|sep)\.?$/,
  /^(?:oct(?:obre)?|october|oktober|okt)\.?$/,
  /^(?:nov(?:embre)?|november)\.?$/,
  /^(?:d[ée]c(?:embre)?|december|dezember|dez|dec)\.?$/,
];

/**
 * Maximum length of a text with one or more dates. Longer ones are descriptions in a wrong column; the patterns take a
 * time that grows with the square of the length.
 */
export const MAX_DATE_LENGTH = 300;

/** Writes a number with two digits at least. */
export const padTwo = (part: string | number): string => String(part).padStart(2, '0');

/** Returns the text if it is a valid ISO 8601 date. */
export const validDate = (text: string): string | undefined => (parseDate(text) ? text : undefined);

/** Year of two digits as spreadsheets read it: 1930 to 2029. */
const fullYear = (year: string): string =>
  year.length > 2 ? year : `${Number(year) < 30 ? 20 : 19}${year}`;

/** Time of day at the end of a text: `T10:00:00+02`, ` à 18h30`, `, 19:00 Uhr`, ` om 19u30`, ` 7 pm`. */
const CLOCK =
  /(?:T|[\s,–-]+(?:(?:à|a|dès|de|om|at|um)\s+)?)(\d{1,2})(?:\s*[h:u]\s*(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?|\.(\d\d)(?=\s*u)|\s*[hu]|(?=\s*(?:uur|uhr|[ap]\.?m)))\s*(?:uhr|uur|h(?:eures)?\b)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** Returns the time of day at the end of a text in ISO 8601, with the text before it. */
export function clockIn(text: string): {readonly day: string; readonly clock: string} {
  const found = text.length > MAX_DATE_LENGTH ? null : CLOCK.exec(text);
  if (!found) return {day: text, clock: ''};
  const [, hour, minute, second, dotted, half = '', zone = ''] = found;
  const isAfternoon = /^p/i.test(half) && Number(hour) < 12;
  const hours = padTwo(Number(hour) + (isAfternoon ? 12 : 0));
  const time = `${hours}:${minute ?? dotted ?? '00'}${second ? `:${second}` : ''}`;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.toUpperCase();
  return {day: text.slice(0, found.index), clock: `T${time}${offset}`};
}

/** Returns the ISO 8601 date that a text states, or undefined. */
export function dateIn(text: string): string | undefined {
  if (text.length > MAX_DATE_LENGTH) return undefined;
  const exact = validDate(text) ?? readSerialDate(text) ?? readInstant(text);
  if (exact !== undefined) return exact;
  const {day, clock} = clockIn(text);
  const date =
    readNumericDate(day) ??
    readWeekdayDate(day) ??
    readWrittenDate(day) ??
    readLabelledYear(day) ??
    (clock === '' ? undefined : validDate(day));
  // A month has no time of day.
  return date && (validDate(date + clock) ?? (date.length < 10 ? date : undefined));
}

/** Returns the end of hours that start at a time of the same day: after midnight it is on the next day, `20h–1h`. */
export function endOfHours(start: string, end: string): string {
  const [day = '', time] = end.split('T');
  return end > start ? end : `${isoDay((parseDate(day)?.first ?? NaN) + 1)}T${time}`;
}

/** Days from 1970 to the day 0 of spreadsheets, 30 December 1899 (ECMA-376-1, 18.17.4.1). */
const SERIAL_EPOCH = -25_569;

/** Returns the date of a spreadsheet's serial number, of the years 1954 to 2064: `45292` is 1 January 2024. */
function readSerialDate(text: string): string | undefined {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0;
  return days >= 20_000 && days < 60_000 ? isoDay(days + SERIAL_EPOCH) : undefined;
}

/**
 * Returns the date of a Unix time: milliseconds, as ArcGIS writes them, or seconds since 2001. Other numbers of this length
 * are telephone numbers and identifiers.
 */
function readInstant(text: string): string | undefined {
  const isBasicDate = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])\d{6}$/.test(text);
  if (isBasicDate || !/^(?:1\d{9}(?:\d{3})?|[1-9]\d{11}|-\d{10,13})$/.test(text)) return undefined;
  const instant = new Date(Number(text) * (text.replace('-', '').length > 10 ? 1 : 1000));
  return instant.toISOString().replace('.000Z', 'Z').replace('T00:00:00Z', '');
}

function readNumericDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (yearFirst) {
    const [, year, month = '', day = ''] = yearFirst;
    return validDate(`${year}-${padTwo(month)}-${padTwo(day)}`);
  }
  const dayFirst =
    /(?:^|^\p{L}+\.?,?\s+)(\d{1,2})(?:([-/.])(\d{1,2})\2(\d{4})|[/.](\d{1,2})[/.](\d\d))(?![\d/])/u.exec(
      text,
    );
  if (dayFirst) {
    const [, day = '', , month, year, shortMonth = '', shortYear = ''] = dayFirst;
    return validDate(
      `${year ?? fullYear(shortYear)}-${padTwo(month ?? shortMonth)}-${padTwo(day)}`,
    );
  }
  const monthFirst = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthFirst) return validDate(`${monthFirst[2]}-${padTwo(monthFirst[1] ?? '')}`);
  const solid =
    /^(\d{4})(\d\d)(\d\d)(?:0{6}|(?:T|(?=\d{6}$))(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text,
    );
  if (!solid) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = solid;
  const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`;
  return validDate(`${year}-${month}-${day}${clock}`);
}

const monthOf = (word: string): number =>
  MONTHS.findIndex(pattern => pattern.test(word.toLowerCase())) + 1;

function readWrittenDate(text: string): string | undefined {
  const dayFirst =
    /(?:^|\s)(?:(\d{1,2})(?:er|e|\.|st|nd|rd|th)?(?:\s+(?:of\s+)?|-))?(\p{L}+\.?)(?:\s+|-)(\d{4}|\d\d)$/iu.exec(
      text,
    );
  const monthFirst = /(?:^|\s)(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  const [, day, name = '', year = ''] = dayFirst ?? [];
  const [, otherName = '', otherDay, otherYear] = monthFirst ?? [];
  const [month, otherMonth] = [monthOf(name), monthOf(otherName)];
  if (otherMonth > 0)
    return validDate(`${otherYear}-${padTwo(otherMonth)}-${padTwo(otherDay ?? '')}`);
  if (month === 0) return undefined;
  return validDate(
    `${fullYear(year)}-${padTwo(month)}${day === undefined ? '' : `-${padTwo(day)}`}`,
  );
}

/** Returns the year after words for an event: `Livraison 2023`, `livré en 2022`, `Baujahr: 1998`. */
function readLabelledYear(text: string): string | undefined {
  const [, words = '', year] = /^([\p{L} ’':.]{3,30})\s((?:1[5-9]|20)\d\d)$/u.exec(text) ?? [];
  return BOUND.test(words) ? undefined : year;
}

/** Words before a year that is the bound of a period without another. */
const BOUND = /^(?:avant|apr[èe]s|depuis|before|after|since|voor|na|sinds|vor|nach|seit)\b/i;

/** Weekday, day and month without a year: `samedi 12 décembre`, `Sat. 12/12`, `Saturday, December 12`. */
const WEEKDAY_DATE =
  /^(\p{L}{3,})\.?,?\s+(?:(?:le\s+)?(\d{1,2})(?:er|e|\.|st|nd|rd|th)?(?:\s+(?:of\s+)?(\p{L}+\.?)|[/.](\d{1,2}))|(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?)$/u;
/** Years around the current one, the closest first: a date is on the same weekday every five, six or eleven years. */
const CLOSE_YEARS = [0, 1, -1, 2, -2, 3, -3];

/** Names of the weekdays by language, from 1 January 1970, a Thursday, on. */
let weekdays: readonly (readonly string[])[] | undefined;

/** Returns the names of the weekday of a day, in French, Dutch, English and German. */
export function weekdayNames(day: number): readonly string[] {
  weekdays ??= ['fr', 'nl', 'en', 'de'].map(language => {
    const format = new Intl.DateTimeFormat(language, {weekday: 'long', timeZone: 'UTC'});
    return [0, 1, 2, 3, 4, 5, 6].map(one => format.format(dayToDate(one)).toLowerCase());
  });
  return weekdays.flatMap(names => names[((day % 7) + 7) % 7] ?? []);
}

/** Returns the date of a programme of events, which leaves out the year: the closest with this weekday. */
function readWeekdayDate(text: string): string | undefined {
  const [, weekday = '', day, name, number, otherName, otherDay] = WEEKDAY_DATE.exec(text) ?? [];
  const month = Number(number ?? monthOf(name ?? otherName ?? ''));
  if (weekday === '' || month < 1 || month > 12) return undefined;
  const dayAndMonth = `${padTwo(month)}-${padTwo(day ?? otherDay ?? '')}`;
  const now = new Date().getFullYear();
  return CLOSE_YEARS.map(distance => `${now + distance}-${dayAndMonth}`).find(date =>
    weekdayNames(parseDate(date)?.first ?? NaN).some(name =>
      name.startsWith(weekday.toLowerCase()),
    ),
  );
}
