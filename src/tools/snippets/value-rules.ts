import {closestMatch} from '../../model/collection/closest-match.js';
import {SOURCE_KINDS, suggestKind} from '../../data/sources/registry.js';
import {canonicalLanguage, supportedLanguages} from '../../i18n/catalogues.js';
import {PRESET_NAMES, parseCssLength, parseLatLon, tilesKind} from '../../model/geo/map-values.js';
import {parseCoordinates} from '../../model/geo/coordinates.js';
import {OPTIONAL_PARTS} from '../../model/optional-parts.js';
import {DEFAULT_FACETS, FACETS} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {colour} from '../../model/schemas/scalar-schemas.js';
import {parseDate} from '../../model/time/period.js';

/** Rule for the values of a text attribute. */
export interface ValueRule {
  /** Closed values, in the order in which they are offered. */
  readonly names: readonly string[];
  /** Separator of several values; absent for one value. */
  readonly separator?: RegExp;
  /** Names of the default, if the manifest does not state it. */
  readonly standard?: readonly string[];
  /** Returns true for a value that is none of the names. */
  readonly accepts?: (value: string) => boolean;
  /** Returns the value that an invalid one means. Default: the closest name. */
  readonly suggest?: (value: string) => string | undefined;
  /** Examples of values that are none of the names. */
  readonly examples?: string;
}

const lettersOf = (word: string): string => word.toLowerCase().split('').sort().join();

/** Returns the name with the letters of a word in another order: `tpye` for `type`. */
const exchangedName = (word: string, names: readonly string[]): string | undefined =>
  names.find(name => name.length > 2 && lettersOf(name) === lettersOf(word));

/** Returns the name that a misspelt word means; undefined if it is far from all. */
export const closestName = (word: string, names: readonly string[]): string | undefined =>
  exchangedName(word, names) ?? closestMatch(word, names);

/** Returns the language that an invalid tag means: operating systems write `fr_BE`. */
export const suggestLanguage = (value: string): string | undefined =>
  canonicalLanguage(value.replaceAll('_', '-')) ?? closestName(value, supportedLanguages());

const sourceNames = Object.keys(SOURCE_KINDS);
const suggestSource = (value: string): string | undefined =>
  exchangedName(value, sourceNames) ?? suggestKind(value);

const date: ValueRule = {
  names: [],
  accepts: value => parseDate(value) !== undefined,
  examples: '2016, 2016-10, 2016-10-01',
};

/** Returns the rule of a list of codes. */
const codes = (pattern: RegExp, examples: string): ValueRule => ({
  names: [],
  separator: /\s*,\s*/,
  accepts: value => pattern.test(value),
  examples,
});

/** Rules of text attributes, which the manifest does not describe. */
export const VALUE_RULES: Readonly<Record<string, ValueRule>> = {
  tiles: {
    names: ['none', ...PRESET_NAMES],
    // The page that it is pasted into is unknown: a relative address may be valid.
    accepts: value => tilesKind(value, 'https://page.example/') !== undefined,
    examples: 'https://…/{z}/{x}/{y}.png, https://….pmtiles',
  },
  source: {names: sourceNames, separator: /\s+/, suggest: suggestSource},
  family: {names: FAMILIES, separator: /\s*,\s*/},
  facets: {names: [...FACETS, 'date'], separator: /\s*,\s*/, standard: DEFAULT_FACETS},
  views: {names: ['cards', 'list', 'map', 'timeline'], separator: /[\s,]+/},
  hide: {names: OPTIONAL_PARTS, separator: /[\s,]+/},
  languages: {
    names: supportedLanguages(),
    separator: /[\s,]+/,
    accepts: value => canonicalLanguage(value) !== undefined,
    suggest: suggestLanguage,
  },
  color: {
    names: [],
    accepts: value => colour.tryParse(value) !== undefined,
    examples: '#7b3294',
  },
  epci: codes(/^\d{9}$/, '245900428'),
  departement: codes(/^(?:\d{2}|2[AB]|9[78]\d)$/i, '59, 2A, 974'),
  region: codes(/^\d{2}$/, '32, 04'),
  from: date,
  to: date,
  until: date,
  center: {
    names: [],
    accepts: value => parseLatLon(value) !== undefined,
    suggest: value => {
      const place = parseCoordinates(value);
      return place && `${place.lat},${place.lon}`;
    },
    examples: '50.41,3.49',
  },
  height: {
    names: [],
    accepts: value => parseCssLength(value) !== '',
    examples: '24em, 400px',
  },
};

/** Numbers that may have decimals. */
export const DECIMAL_NUMBERS: readonly string[] = ['zoom', 'min-zoom', 'near'];
