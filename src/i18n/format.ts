/** Formatters by locale and options. Creating one takes longer than using it a hundred times. */
const formatters = new Map<string, unknown>();
const MAX_FORMATTERS = 60;

function cachedFormatter<T>(key: string, create: () => T): T {
  let cached = formatters.get(key) as T | undefined;
  if (!cached) {
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatters.set(key, (cached = create()));
  }
  return cached;
}

/**
 * Creates a formatter for a locale, or for the default locale if the browser lacks its data. Returns `fallback` if it
 * has no locale data at all.
 */
export function localeFormatter<T>(
  language: string,
  key: string,
  create: (locale: string | undefined) => T,
  fallback: T,
): T {
  return cachedFormatter(`${language} ${key}`, () => {
    for (const locale of [language, undefined]) {
      try {
        return create(locale);
      } catch {
        // Tries the next locale.
      }
    }
    return fallback;
  });
}

type DateFormatter = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** Returns a formatter for part of an ISO 8601 date, as character positions. */
export const isoDateFormatter = (from: number, to: number): DateFormatter => {
  const format = (date: Date): string => date.toISOString().slice(from, to).replace('T', ' ');
  // Callers pass only `Date` objects, although `Intl.DateTimeFormat` accepts more types.
  return {
    format: date => format(date as Date),
    formatRange: (start, end) => `${format(start as Date)} – ${format(end as Date)}`,
  };
};

/** Counts need no formatter below a thousand, nor in French: the first of a page takes 20 ms. */
export function formatNumber(language: string, value: number, digits = 0): string {
  if (value >>> 0 === value && (value < 1000 || /^fr(-FR)?$/.test(language)))
    return String(value).replace(/\B(?=(...)+$)/g, '\u202f');
  return localeFormatter<Pick<Intl.NumberFormat, 'format'>>(
    language,
    `n${digits}`,
    locale => new Intl.NumberFormat(locale, {maximumFractionDigits: digits}),
    {format: String},
  ).format(value);
}

/** Formats a time to wait, given in seconds: `90 s`, `15 min`, `24 h`. The symbols are the same in all languages. */
export function formatWait(language: string, seconds: number): string {
  const format = (size: number, unit: string): string =>
    `${formatNumber(language, Math.ceil(seconds / size))}\u00a0${unit}`;
  if (seconds < 120) return format(1, 's');
  return seconds < 7200 ? format(60, 'min') : format(3600, 'h');
}

/** Date fields by precision. */
const DATE_PARTS = {
  year: {year: 'numeric'},
  month: {year: 'numeric', month: 'long'},
  day: {year: 'numeric', month: 'long', day: 'numeric'},
} as const;

/** Creates a date formatter. In French, the first day of a month is `1er`, which CLDR patterns do not support. */
export function createDateFormatter(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): DateFormatter {
  const formatter = new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'});
  if (!formatter.resolvedOptions().locale.startsWith('fr')) return formatter;
  const withOrdinal = (text: string): string => text.replace(/\b1(?=\s\p{L}|–\d)/gu, '1er');
  return {
    format: date => withOrdinal(formatter.format(date)),
    formatRange: (start, end) => withOrdinal(formatter.formatRange(start, end)),
  };
}

/** Returns a formatter for dates and date ranges. Expects midnight UTC. */
export const dateFormatter = (
  language: string,
  precision: keyof typeof DATE_PARTS,
): DateFormatter =>
  localeFormatter<DateFormatter>(
    language,
    `d${precision}`,
    locale => createDateFormatter(locale, DATE_PARTS[precision]),
    isoDateFormatter(0, {year: 4, month: 7, day: 10}[precision]),
  );

export const formatList = (language: string, items: readonly string[]): string =>
  localeFormatter<Pick<Intl.ListFormat, 'format'>>(
    language,
    'l',
    locale => new Intl.ListFormat(locale, {type: 'conjunction'}),
    {format: all => [...all].join(', ')},
  ).format(items);

/** Returns the display name of a code, or the code if it has none. */
const displayName = (language: string, type: 'language' | 'region', code: string): string => {
  try {
    const names = localeFormatter<Pick<Intl.DisplayNames, 'of'>>(
      language,
      type,
      locale => new Intl.DisplayNames(locale ? [locale] : [], {type}),
      {of: String},
    );
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

/** Returns the name of a language: `formatLanguage('fr', 'nl')` is `néerlandais`. */
export const formatLanguage = (language: string, other: string): string =>
  displayName(language, 'language', other);

/** Returns the name of a country by ISO 3166 code, or the text unchanged. */
export const formatCountry = (language: string, country: string): string =>
  displayName(language, 'region', country);
