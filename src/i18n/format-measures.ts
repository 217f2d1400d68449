import {formatNumber, localeFormatter} from './format.js';

type NumberFormatter = Pick<Intl.NumberFormat, 'format'>;

/** Formatter used if the browser has no locale data. */
const fallbackUnit = (unit = ''): NumberFormatter => ({
  format: value => `${Number(Number(value).toFixed(1))} ${unit}`,
});

/** Formats an amount in whole units, or abbreviated for millions: `2,2 M€`. */
export const formatMoney = (language: string, amount: number, currency = 'EUR'): string =>
  localeFormatter<NumberFormatter>(
    language,
    `m${currency}`,
    locale => {
      const options: Intl.NumberFormatOptions = {
        style: 'currency',
        currency,
        maximumFractionDigits: 1,
      };
      try {
        return new Intl.NumberFormat(locale, {...options, notation: 'compact'});
      } catch {
        // A currency that is not an ISO 4217 code is appended to the number.
        return {format: (n: number) => `${formatNumber(language, n)} ${currency}`};
      }
    },
    {format: String},
  )
    .format(amount)
    // CLDR has `2,2 M €`; the symbol of a multiple is written without a space.
    .replace(/(\p{L})\s€/u, '$1€');

/** Formats a percentage, 0 to 100: `60 %`, `53,2 %`. */
export const formatPercent = (language: string, percent: number): string =>
  localeFormatter<NumberFormatter>(
    language,
    'percent',
    locale => new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 1}),
    {format: value => `${Math.round(Number(value) * 1000) / 10} %`},
  ).format(percent / 100);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Formats a file size: `2,4 Mo`, `18 kB`. 1 kB is 1,000 bytes, as in file managers. */
export function formatBytes(language: string, bytes: number): string {
  const step = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  const unit = UNITS[step] as string;
  const value = bytes / 1000 ** step;
  return localeFormatter<NumberFormatter>(
    language,
    `b${unit}`,
    locale => new Intl.NumberFormat(locale, {style: 'unit', unit, maximumFractionDigits: 1}),
    fallbackUnit(['B', 'kB', 'MB', 'GB'][step]),
  ).format(value);
}

/** Formats a distance in metres below one kilometre, else in kilometres. */
export function formatDistance(language: string, metres: number): string {
  const unit = metres < 1000 ? 'meter' : 'kilometer';
  const value = metres < 1000 ? metres : metres / 1000;
  return localeFormatter<NumberFormatter>(
    language,
    unit,
    locale =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: value < 10 ? 1 : 0,
      }),
    fallbackUnit(unit === 'meter' ? 'm' : 'km'),
  ).format(value);
}

/** Formats degrees of latitude or longitude, to about a metre: `50,39112`. */
export const formatDegrees = (language: string, degrees: number): string =>
  localeFormatter<NumberFormatter>(
    language,
    'degrees',
    locale => new Intl.NumberFormat(locale, {maximumFractionDigits: 5}),
    {format: String},
  ).format(degrees);

/** Formats an area in square metres below one hectare, in hectares below one square kilometre, else in square kilometres. */
export function formatArea(language: string, squareMetres: number): string {
  const [unit, size] =
    squareMetres < 1e4
      ? (['m²', 1] as const)
      : squareMetres < 1e6
        ? (['ha', 1e4] as const)
        : (['km²', 1e6] as const);
  const value = squareMetres / size;
  // Intl.NumberFormat has no square units.
  return `${formatNumber(language, value, value < 10 && size > 1 ? 1 : 0)}\u00a0${unit}`;
}
