import {inLocale, isoDates} from './format.js';

const TIME = {hour: '2-digit', minute: '2-digit'} as const;
const DAY = {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'} as const;
const MOMENT = {day: 'numeric', month: 'long', year: 'numeric', ...TIME} as const;

/** Creates a formatter for wall-clock times, which are passed as UTC: 14:00 there is 14:00 in UTC. */
const clock = (
  language: string,
  key: string,
  options: Intl.DateTimeFormatOptions,
  bare: ReturnType<typeof isoDates>,
) =>
  inLocale(
    language,
    key,
    (locale): typeof bare =>
      new Intl.DateTimeFormat(locale, {...options, hourCycle: 'h23', timeZone: 'UTC'}),
    bare,
  );

/** Formats a date with its weekday: `samedi 24 octobre 2026`. Expects midnight UTC. */
export const formatWeekday = (language: string, day: Date): string =>
  clock(language, 'weekday', DAY, isoDates(0, 10)).format(day);

/** Formats a time or a range of times: `14:00`, `14:00 – 16:30`. */
export const formatTimes = (language: string, from: Date, to?: Date): string =>
  to
    ? clock(language, 'time', TIME, isoDates(11, 16)).formatRange(from, to)
    : clock(language, 'time', TIME, isoDates(11, 16)).format(from);

/** Formats a range of times on different dates. */
export const formatMoments = (language: string, from: Date, to: Date): string =>
  clock(language, 'moment', MOMENT, isoDates(0, 16)).formatRange(from, to);

/** Returns the name of a time zone at an instant: `heure d’été d’Europe centrale`. */
export function formatZone(language: string, instant: Date, zone: string): string {
  const parts = inLocale<Pick<Intl.DateTimeFormat, 'formatToParts'>>(
    language,
    `zone ${zone}`,
    locale => new Intl.DateTimeFormat(locale, {timeZone: zone, timeZoneName: 'long'}),
    {formatToParts: () => []},
  ).formatToParts(instant);
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? zone;
}

/** Formats a UTC offset in milliseconds: `UTC+5:30`. */
export function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60;
  const sign = offset < 0 ? '−' : '+';
  return `UTC${sign}${Math.floor(minutes / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}
