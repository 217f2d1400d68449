import type {
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
} from '../geo/geometry.js';
import type {Bbox} from '../geo/geo.js';
import {parseDate} from '../time/period.js';
import {EMAIL_PATTERN, safeLink, safeFetchUrl} from './safe-urls.js';
import {type ScalarSchema, scalar, reportInvalid} from './schema-builder.js';

/** String or integer, unique within a collection. */
export type Id = string | number;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Upper bounds on lengths. Longer values are errors of the data, and would fill the page. */
export const MAX_LINE_LENGTH = 1000;
export const MAX_TEXT_LENGTH = 50_000;
/** Coordinates of a line or area as JSON. */
export const MAX_GEOMETRY_LENGTH = 20_000;
const MAX_ID_LENGTH = 1000;
const MAX_WORDS = 200;
const MAX_URL_LENGTH = 8000;
/** Upper bounds on numbers, beyond every real count, amount of money, file size or picture. */
const MAX_COUNT = 1e12;
const MAX_SIZE = 1e15;

/** Returns a schema for strings; longer ones are cut and reported. */
const boundedString = (maxLength: number): ScalarSchema<string> => {
  const tryParse = (value: unknown): string | undefined =>
    isText(value) ? cutText(value, maxLength) : undefined;
  return {
    expects: 'a string',
    tryParse,
    parse(value, context) {
      if (isText(value) && value.length > maxLength)
        reportInvalid(this, value, context, `at most ${maxLength} characters`);
      return tryParse(value) ?? reportInvalid(this, value, context);
    },
  };
};

/** Cuts a text that is too long, not between the two halves of a character. */
function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Returns a schema for strings that satisfy `test`. */
const stringSchema = (expects: string, test: (text: string) => boolean): ScalarSchema<string> =>
  scalar(expects, value => (isText(value) && test(value) ? value : undefined));

function isDate(text: string): boolean {
  const day = parseDate(text)?.first ?? NaN;
  // From 0001-01-01 to 9999-12-31.
  return day >= -719_162 && day <= 2_932_896;
}

/** Several words that are no address: `see the office`. A file name may have spaces. */
const WORDS = /^(?![a-z][a-z\d+.-]*:|[/.?#])(?!.*\.\w{2,5}$)\S+\s+\S/i;

/** Returns a schema for URLs: made absolute, and accepted by `gate`. */
const urlSchema = (
  expects: string,
  gate: (address: string, base?: string) => string | undefined,
): ScalarSchema<string> =>
  scalar(expects, (value, base) =>
    isText(value) && value.length <= MAX_URL_LENGTH && !WORDS.test(value)
      ? gate(value, base)
      : undefined,
  );

/**
 * Returns a schema for numbers between two bounds, which the error message names.
 *
 * @param limit Description of a valid value for the message about a number that is too large. Default: `range`.
 */
const numberSchema = (
  range: string,
  minimum: number,
  maximum: number,
  limit = range,
): ScalarSchema<number> => {
  const accept = (value: unknown): number | undefined =>
    typeof value === 'number' && value >= minimum && value <= maximum ? value : undefined;
  return {
    expects: 'a number',
    tryParse: accept,
    parse(value, context) {
      const isNumber = typeof value === 'number';
      const expects = isNumber ? (value > maximum ? limit : range) : this.expects;
      return accept(value) ?? reportInvalid(this, value, context, expects);
    },
  };
};

/** String of one line, such as a name. */
export const string = boundedString(MAX_LINE_LENGTH);
/** String of several paragraphs. */
export const longString = boundedString(MAX_TEXT_LENGTH);
/** String that is not shown, such as the cursor of a page. */
export const token = stringSchema('a string', () => true);
/** Date from the year 1 to the year 9999. */
export const date = stringSchema('a date such as 2016, 2016-10 or 2016-10-01', isDate);
/** A date, or an empty text for an unknown one. */
export const endDate = stringSchema(date.expects, text => text === '' || isDate(text));
/** E-mail address, which becomes a `mailto:` link. */
export const email = stringSchema('an e-mail address', text => EMAIL_PATTERN.test(text));
const isLine = (value: unknown): value is string =>
  isText(value) && value.length <= MAX_LINE_LENGTH;
/** One word or several. */
export const words = scalar('a string or a list of strings', value =>
  isLine(value) || (Array.isArray(value) && value.length <= MAX_WORDS && value.every(isLine))
    ? (value as string | readonly string[])
    : undefined,
);
export const colour = stringSchema('a colour #rrggbb', text => /^#[0-9a-f]{6}$/i.test(text));
export const link = urlSchema('a link that may be followed', safeLink);
export const fetchUrl = urlSchema('an https address', safeFetchUrl);

export const number = numberSchema('a finite number', -Number.MAX_VALUE, Number.MAX_VALUE);
export const size = numberSchema('a number from 0 up', 0, MAX_SIZE, 'at most 10^15');
export const count = scalar('a whole number from 0 up', (value): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT
    ? (value as number)
    : undefined,
);
export const year = numberSchema('a year from -9999 to 9999', -9999, 9999);
export const zoom = numberSchema('a zoom level from 0 to 24', 0, 24);
export const percent = numberSchema('a number from 0 to 100', 0, 100);
export const fraction = numberSchema('a number from 0 to 1', 0, 1);
/** Direction in degrees from north, clockwise. */
export const direction = numberSchema('a number from 0 to 360', 0, 360);
export const lat = numberSchema('a number from -90 to 90', -90, 90);
export const lon = numberSchema('a number from -180 to 180', -180, 180);

export const boolean = scalar('true or false', value =>
  typeof value === 'boolean' ? value : undefined,
);

export const id = scalar('a string or a whole number', (value): Id | undefined =>
  (isText(value) && value !== '' && value.length <= MAX_ID_LENGTH) || Number.isInteger(value)
    ? (value as Id)
    : undefined,
);

/** Returns a schema for GeoJSON of some types. Positions are not checked: `parseGeometry` does that before it is drawn. */
const geometrySchema = <G extends Geometry>(expects: string, ...types: G['type'][]) =>
  scalar(expects, (value): G | undefined => {
    const {type, coordinates} = (value ?? {}) as {type?: unknown; coordinates?: unknown};
    const isValid = types.includes(type as G['type']) && Array.isArray(coordinates);
    // Lists in the numbers of a MultiPolygon could exhaust the stack of JSON.stringify.
    return isValid &&
      coordinates.flat(3).every(part => Object(part) !== part) &&
      JSON.stringify(coordinates).length <= MAX_GEOMETRY_LENGTH
      ? ({type, coordinates} as unknown as G)
      : undefined;
  });

/** Area as GeoJSON. */
export const outline = geometrySchema<Polygon | MultiPolygon>(
  'a GeoJSON polygon of at most 20 kB',
  'Polygon',
  'MultiPolygon',
);
/** Line or area as GeoJSON. */
export const shape = geometrySchema<LineString | MultiLineString | Polygon | MultiPolygon>(
  'a GeoJSON line or polygon of at most 20 kB',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
);

export const bbox = scalar('west, south, east and north in degrees', (value): Bbox | undefined => {
  const isBox =
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((side, i) => (i % 2 ? lat : lon).tryParse(side) !== undefined);
  return isBox ? (value as unknown as Bbox) : undefined;
});
