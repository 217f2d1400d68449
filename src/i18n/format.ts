/** Formatters by locale and options. Creating one takes longer than using it a hundred times. */
const formatters = new Map<string, unknown>();
const LIMIT = 60;

function formatter<T>(key: string, make: () => T): T {
  let known = formatters.get(key) as T | undefined;
  if (!known) {
    if (formatters.size >= LIMIT) formatters.clear();
    formatters.set(key, (known = make()));
  }
  return known;
}

/**
 * Creates a formatter for a locale, or for the default locale if the browser lacks its data. Returns `fallback` if it
 * has no locale data at all.
 */
export function inLocale<T>(
  language: string,
  key: string,
  make: (locale: string | undefined) => T,
  bare: T,
): T {
  return formatter(`${language} ${key}`, () => {
    for (const locale of [language, undefined]) {
      try {
        return make(locale);
      } catch {
        // Tries the next locale.
      }
    }
    return bare;
  });
}

type Dates = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** Returns a formatter for part of an ISO 8601 date, as character positions. */
export const isoDates = (from: number, to: number): Dates => {
  const format = (date: Date): string => date.toISOString().slice(from, to).replace('T', ' ');
  // Callers pass only `Date` objects, although `Intl.DateTimeFormat` accepts more types.
  return {
    format: date => format(date as Date),
    formatRange: (start, end) => `${format(start as Date)} – ${format(end as Date)}`,
  };
};

export const formatNumber = (language: string, value: number, digits = 0): string =>
  inLocale<Pick<Intl.NumberFormat, 'format'>>(
    language,
    `n${digits}`,
    locale => new Intl.NumberFormat(locale, {maximumFractionDigits: digits}),
    {format: String},
  ).format(value);

/** Date fields by precision. */
const DATE_PARTS = {
  year: {year: 'numeric'},
  month: {year: 'numeric', month: 'long'},
  day: {year: 'numeric', month: 'long', day: 'numeric'},
} as const;

/** Returns a formatter for dates and date ranges. Expects midnight UTC. */
export const dayFormatter = (language: string, precision: keyof typeof DATE_PARTS): Dates =>
  inLocale<Dates>(
    language,
    `d${precision}`,
    locale => new Intl.DateTimeFormat(locale, {...DATE_PARTS[precision], timeZone: 'UTC'}),
    isoDates(0, {year: 4, month: 7, day: 10}[precision]),
  );

export const formatList = (language: string, items: readonly string[]): string =>
  inLocale<Pick<Intl.ListFormat, 'format'>>(
    language,
    'l',
    locale => new Intl.ListFormat(locale, {type: 'conjunction'}),
    {format: all => [...all].join(', ')},
  ).format(items);

/** Returns the display name of a code, or the code if it has none. */
const nameOf = (language: string, type: 'language' | 'region', code: string): string => {
  try {
    const names = inLocale<Pick<Intl.DisplayNames, 'of'>>(
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
  nameOf(language, 'language', other);

/** Returns the name of a country by ISO 3166 code, or the text unchanged. */
export const formatCountry = (language: string, country: string): string =>
  nameOf(language, 'region', country);
