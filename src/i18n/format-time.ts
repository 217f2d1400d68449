import {createDateFormatter, localeFormatter, isoDateFormatter} from './format.js';

const TIME = {hour: '2-digit', minute: '2-digit'} as const;
const WEEKDAY_DATE = {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'} as const;
const DATE_TIME = {day: 'numeric', month: 'long', year: 'numeric', ...TIME} as const;

/** Creates a formatter for wall-clock times, which are passed as UTC: 14:00 there is 14:00 in UTC. */
const timeFormatter = (
  language: string,
  key: string,
  options: Intl.DateTimeFormatOptions,
  fallback: ReturnType<typeof isoDateFormatter>,
) =>
  localeFormatter(
    language,
    key,
    (locale): typeof fallback => createDateFormatter(locale, {...options, hourCycle: 'h23'}),
    fallback,
  );

/** Formats a date with its weekday: `samedi 24 octobre 2026`. Expects midnight UTC. */
export const formatWeekday = (language: string, day: Date): string =>
  timeFormatter(language, 'weekday', WEEKDAY_DATE, isoDateFormatter(0, 10)).format(day);

/** Rewrites the times of a text as French does, `9 h 30` and `14 h`: CLDR has `09:30` and `14:00`. */
const withFrenchTimes = (language: string, text: string): string =>
  language.startsWith('fr')
    ? text.replace(
        /\b0?(\d+):(\d+)/g,
        (_, hour: string, minute: string) => `${hour}\u00a0h${+minute ? `\u00a0${minute}` : ''}`,
      )
    : text;

/** Formats a time or a range of times: `14 h`, `14 h – 16 h 30`. */
export function formatTimeRange(language: string, from: Date, to?: Date): string {
  const formatter = timeFormatter(language, 'time', TIME, isoDateFormatter(11, 16));
  return withFrenchTimes(language, to ? formatter.formatRange(from, to) : formatter.format(from));
}

/** Formats a range of times on different dates. */
export const formatDateTimeRange = (language: string, from: Date, to: Date): string =>
  withFrenchTimes(
    language,
    timeFormatter(language, 'moment', DATE_TIME, isoDateFormatter(0, 16)).formatRange(from, to),
  );

/** Returns the name of a time zone at an instant: `heure d’été d’Europe centrale`. */
export function formatTimeZone(language: string, instant: Date, timeZone: string): string {
  const parts = localeFormatter<Pick<Intl.DateTimeFormat, 'formatToParts'>>(
    language,
    `zone ${timeZone}`,
    locale => new Intl.DateTimeFormat(locale, {timeZone: timeZone, timeZoneName: 'long'}),
    {formatToParts: () => []},
  ).formatToParts(instant);
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? timeZone;
}

/** Formats a UTC offset in milliseconds: `UTC+5:30`. */
export function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60;
  const sign = offset < 0 ? '−' : '+';
  return `UTC${sign}${Math.floor(minutes / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
