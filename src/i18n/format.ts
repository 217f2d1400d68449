/** One formatter a locale and a use, kept: making one costs more than using it a hundred times. */
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

/** `make` with the locale, or without where the browser lacks its data; `bare` where it has none at all. */
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
        // The next one, then.
      }
    }
    return bare;
  });
}

type Dates = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>;

/** Dates as ISO 8601 writes them, from one character to another. */
export const isoDates = (from: number, to: number): Dates => {
  const format = (date: Date): string => date.toISOString().slice(from, to).replace('T', ' ');
  // What is given here are dates, whatever else the browser's own would take.
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

/** What is written of a date, by how much of it is known. */
const DATE_PARTS = {
  year: {year: 'numeric'},
  month: {year: 'numeric', month: 'long'},
  day: {year: 'numeric', month: 'long', day: 'numeric'},
} as const;

/** Writes calendar dates, or stretches from one to another, from the instants at which they start in UTC. */
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

/** What a code is called in a language; a code that has no name stays as it is. */
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

/** What a language is called in another: `formatLanguage('fr', 'nl')` is `néerlandais`. */
export const formatLanguage = (language: string, other: string): string =>
  nameOf(language, 'language', other);

/** What a country of an ISO 3166 code is called; anything else as it is. */
export const formatCountry = (language: string, country: string): string =>
  nameOf(language, 'region', country);
