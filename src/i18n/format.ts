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

/** `make` with the locale, or without where the browser lacks its data. */
export function inLocale<T>(
  language: string,
  key: string,
  make: (locale: string | undefined) => T,
): T {
  return formatter(`${language} ${key}`, () => {
    try {
      return make(language);
    } catch {
      return make(undefined);
    }
  });
}

export const formatNumber = (language: string, value: number, digits = 0): string =>
  inLocale(
    language,
    `n${digits}`,
    locale => new Intl.NumberFormat(locale, {maximumFractionDigits: digits}),
  ).format(value);

/** An amount in whole units, or with a short word for millions: `2,2 M€`. */
export const formatMoney = (language: string, amount: number, currency: string): string =>
  inLocale(language, `m${currency}`, locale => {
    const options: Intl.NumberFormatOptions = {
      style: 'currency',
      currency,
      maximumFractionDigits: 1,
    };
    try {
      return new Intl.NumberFormat(locale, {...options, notation: 'compact'});
    } catch {
      // A currency that is no ISO 4217 code is written after the number.
      return {format: (n: number) => `${formatNumber(language, n)} ${currency}`};
    }
  }).format(amount);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size: `2,4 Mo`, `18 kB`; 1 kB = 1,000 bytes, as file managers count. */
export function formatBytes(language: string, bytes: number): string {
  const step = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  const unit = UNITS[step] as string;
  const value = bytes / 1000 ** step;
  return inLocale(
    language,
    `b${unit}`,
    locale => new Intl.NumberFormat(locale, {style: 'unit', unit, maximumFractionDigits: 1}),
  ).format(value);
}

/** Metres under a kilometre, kilometres from there. */
export function formatDistance(language: string, metres: number): string {
  const unit = metres < 1000 ? 'meter' : 'kilometer';
  const value = metres < 1000 ? metres : metres / 1000;
  return inLocale(
    language,
    unit,
    locale =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: value < 10 ? 1 : 0,
      }),
  ).format(value);
}

const DATE_PARTS = {
  year: {year: 'numeric'},
  month: {year: 'numeric', month: 'long'},
  day: {year: 'numeric', month: 'long', day: 'numeric'},
} as const;

/** A calendar date, from the instant at which it starts in UTC. */
export const formatDay = (
  language: string,
  day: Date,
  precision: keyof typeof DATE_PARTS,
): string =>
  inLocale(
    language,
    `d${precision}`,
    locale => new Intl.DateTimeFormat(locale, {...DATE_PARTS[precision], timeZone: 'UTC'}),
  ).format(day);

/** From one calendar date to another: `1er octobre 2016 – 30 septembre 2021`. */
export const formatDayRange = (
  language: string,
  from: Date,
  to: Date,
  precision: keyof typeof DATE_PARTS,
): string =>
  inLocale(
    language,
    `d${precision}`,
    locale => new Intl.DateTimeFormat(locale, {...DATE_PARTS[precision], timeZone: 'UTC'}),
  ).formatRange(from, to);

export const formatList = (language: string, items: readonly string[]): string =>
  inLocale(language, 'l', locale => new Intl.ListFormat(locale, {type: 'conjunction'})).format(
    items,
  );

/** What a code is called in a language; a code that has no name stays as it is. */
const nameOf = (language: string, type: 'language' | 'region', code: string): string => {
  try {
    const names = inLocale(
      language,
      type,
      locale => new Intl.DisplayNames(locale ? [locale] : [], {type}),
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
