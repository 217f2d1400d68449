import type {Bbox} from '../geo/geo.js';
import {parseDate} from '../time/period.js';
import {safeLink, safeFetchUrl} from './safe-urls.js';
import {type ScalarSchema, scalar, reportInvalid} from './schema-builder.js';

/** String or integer, unique within a collection. */
export type Id = string | number;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Returns a schema for strings that satisfy `test`. */
const stringSchema = (expects: string, test: (text: string) => boolean): ScalarSchema<string> =>
  scalar(expects, value => (isText(value) && test(value) ? value : undefined));

/** Returns a schema for URLs: made absolute, and accepted by `gate`. */
const urlSchema = (
  expects: string,
  gate: (address: string, base?: string) => string | undefined,
): ScalarSchema<string> =>
  scalar(expects, (value, base) => (isText(value) ? gate(value, base) : undefined));

/** Returns a schema for numbers between two bounds, which the error message names. */
const numberSchema = (range: string, minimum: number, maximum: number): ScalarSchema<number> => {
  const accept = (value: unknown): number | undefined =>
    typeof value === 'number' && value >= minimum && value <= maximum ? value : undefined;
  return {
    expects: 'a number',
    tryParse: accept,
    parse(value, context) {
      const expects = typeof value === 'number' ? range : this.expects;
      return accept(value) ?? reportInvalid(this, value, context, expects);
    },
  };
};

export const string = stringSchema('a string', () => true);
export const date = stringSchema(
  'a date such as 2016, 2016-10 or 2016-10-01',
  text => parseDate(text) !== undefined,
);
export const colour = stringSchema('a colour #rrggbb', text => /^#[0-9a-f]{6}$/i.test(text));
export const link = urlSchema('a link that may be followed', safeLink);
export const fetchUrl = urlSchema('an https address', safeFetchUrl);

export const number = numberSchema('a finite number', -Number.MAX_VALUE, Number.MAX_VALUE);
export const size = numberSchema('a number from 0 up', 0, Number.MAX_VALUE);
export const count = scalar('a whole number from 0 up', (value): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
);
export const percent = numberSchema('a number from 0 to 100', 0, 100);
export const lat = numberSchema('a number from -90 to 90', -90, 90);
export const lon = numberSchema('a number from -180 to 180', -180, 180);

export const boolean = scalar('true or false', value =>
  typeof value === 'boolean' ? value : undefined,
);

export const id = scalar('a string or a whole number', (value): Id | undefined =>
  (isText(value) && value !== '') || Number.isInteger(value) ? (value as Id) : undefined,
);

export const bbox = scalar('west, south, east and north in degrees', (value): Bbox | undefined => {
  const isBox =
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((side, i) => (i % 2 ? lat : lon).tryParse(side) !== undefined);
  return isBox ? (value as unknown as Bbox) : undefined;
});
