import type {Bbox} from '../model/geo.js';
import {parseDate} from '../model/period.js';
import type {Id} from '../model/records.js';
import {safeLink, safeResource} from './links.js';
import {type Leaf, leaf, refuse} from './shape.js';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Returns a schema for strings that satisfy `test`. */
const texts = (expects: string, test: (text: string) => boolean): Leaf<string> =>
  leaf(expects, value => (isText(value) && test(value) ? value : undefined));

/** Returns a schema for URLs: made absolute, and accepted by `gate`. */
const addresses = (
  expects: string,
  gate: (address: string, base?: string) => string | undefined,
): Leaf<string> => leaf(expects, (value, base) => (isText(value) ? gate(value, base) : undefined));

/** Returns a schema for numbers between two bounds, which the error message names. */
const numbers = (range: string, least: number, most: number): Leaf<number> => {
  const accept = (value: unknown): number | undefined =>
    typeof value === 'number' && value >= least && value <= most ? value : undefined;
  return {
    expects: 'a number',
    accept,
    read(value, reading) {
      const expects = typeof value === 'number' ? range : this.expects;
      return accept(value) ?? refuse(this, value, reading, expects);
    },
  };
};

export const string = texts('a string', () => true);
export const date = texts(
  'a date such as 2016, 2016-10 or 2016-10-01',
  text => parseDate(text) !== undefined,
);
export const colour = texts('a colour #rrggbb', text => /^#[0-9a-f]{6}$/i.test(text));
export const link = addresses('a link that may be followed', safeLink);
export const resource = addresses('an https address', safeResource);

export const number = numbers('a finite number', -Number.MAX_VALUE, Number.MAX_VALUE);
export const size = numbers('a number from 0 up', 0, Number.MAX_VALUE);
export const count = leaf('a whole number from 0 up', (value): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
);
export const percent = numbers('a number from 0 to 100', 0, 100);
export const lat = numbers('a number from -90 to 90', -90, 90);
export const lon = numbers('a number from -180 to 180', -180, 180);

export const boolean = leaf('true or false', value =>
  typeof value === 'boolean' ? value : undefined,
);

export const id = leaf('a string or a whole number', (value): Id | undefined =>
  (isText(value) && value !== '') || Number.isInteger(value) ? (value as Id) : undefined,
);

export const bbox = leaf('west, south, east and north in degrees', (value): Bbox | undefined => {
  const isBox =
    Array.isArray(value) &&
    value.length === 4 &&
    value.every((side, i) => (i % 2 ? lat : lon).accept(side) !== undefined);
  return isBox ? (value as unknown as Bbox) : undefined;
});
