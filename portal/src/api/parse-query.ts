import {supportedLanguages} from '../../../src/i18n/catalogues.js';
import type {Bbox} from '../../../src/model/geo/geo.js';
import {parseDate} from '../../../src/model/time/period.js';
import {
  type FacetName,
  FACETS,
  LIST_FILTERS,
  type Query,
  type Sort,
  SORTS,
} from '../../../src/model/query.js';
import {Problem} from '../http/problem.js';

const MAX_LIMIT = 500;
const MAX_SEARCH_LENGTH = 1000;

const invalidParameter = (name: string, value: string, expected: string): Problem =>
  new Problem(
    400,
    `The parameter "${name}" is ${JSON.stringify(value)}, but should be ${expected}.`,
  );

/**
 * Returns the value of a parameter, or undefined if it is absent or empty, as an empty form field is.
 *
 * @throws {Problem} 400 if it has several different values.
 */
function singleValue(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name).filter(value => value.trim() !== '');
  const [value, second] = values;
  if (second !== undefined && second !== value)
    throw new Problem(
      400,
      `The parameter "${name}" may be given once only, not ${values.length} times.`,
    );
  return value;
}

/**
 * Reads and parses one parameter.
 *
 * @param expected Description of valid values, for the error message.
 * @param parse Returns undefined for an invalid value.
 * @throws {Problem} 400 if the value is invalid.
 */
function readParameter<T>(
  parameters: URLSearchParams,
  name: string,
  expected: string,
  parse: (text: string) => T | undefined,
): T | undefined {
  const text = singleValue(parameters, name);
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === undefined) throw invalidParameter(name, text, expected);
  return value;
}

const positiveInteger = (max: number) => (text: string) =>
  /^[1-9]\d*$/.test(text) && Number(text) <= max ? Number(text) : undefined;

function parseBbox(text: string): Bbox | undefined {
  const parts = text.split(',').map(part => part.trim());
  if (parts.length !== 4 || !parts.every(part => /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(part)))
    return undefined;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const onEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90;
  return onEarth && south <= north ? [west, south, east, north] : undefined;
}

const validateDate = (text: string) => (parseDate(text) ? text : undefined);

const parseSort = (text: string): Sort | undefined => SORTS.find(name => name === text);

/**
 * Languages of the platform. Indexes are cached per language, so other languages must not reach them: a client that
 * requests a thousand of them would fill the memory.
 */
const LANGUAGES = supportedLanguages();

/** Returns the requested language, or French for a valid tag of another language. */
function parseLanguage(text: string): string | undefined {
  try {
    const {language: primary} = new Intl.Locale(text);
    return LANGUAGES.find(supported => supported === primary) ?? LANGUAGES[0];
  } catch {
    return undefined;
  }
}

/** Reads `facets`, which may be repeated or separated by commas. */
function readFacets(parameters: URLSearchParams): FacetName[] {
  const names = parameters.getAll('facets').flatMap(text => text.split(','));
  const requested = new Set<FacetName>();
  for (const name of names.map(text => text.trim()).filter(Boolean)) {
    const facet = FACETS.find(facetName => facetName === name);
    if (!facet) throw invalidParameter('facets', name, `some of ${FACETS.join(', ')}`);
    requested.add(facet);
  }
  return [...requested];
}

const DATE_FORMAT = 'a date such as 2016, 2016-10 or 2016-10-01';

/**
 * Parses a query string. Unknown parameters are ignored.
 *
 * @throws {Problem} 400 if a known parameter is invalid.
 */
export function parseQuery(parameters: URLSearchParams): Query {
  const from = readParameter(parameters, 'from', DATE_FORMAT, validateDate);
  const to = readParameter(parameters, 'to', DATE_FORMAT, validateDate);
  if (from && to && (parseDate(from)?.first ?? 0) > (parseDate(to)?.last ?? 0))
    throw invalidParameter('from', from, `no later than "to", which is ${JSON.stringify(to)}`);
  const listFilters = LIST_FILTERS.map(
    name => [name, parameters.getAll(name).filter(Boolean)] as const,
  );
  return {
    ...Object.fromEntries(listFilters.filter(([, values]) => values.length > 0)),
    q: readParameter(parameters, 'q', `at most ${MAX_SEARCH_LENGTH} characters long`, text =>
      text.length <= MAX_SEARCH_LENGTH ? text : undefined,
    ),
    bbox: readParameter(
      parameters,
      'bbox',
      'west,south,east,north: four numbers in degrees, south no greater than north',
      parseBbox,
    ),
    from,
    to,
    sort: readParameter(parameters, 'sort', `one of ${SORTS.join(', ')}`, parseSort),
    limit: readParameter(
      parameters,
      'limit',
      `a whole number from 1 to ${MAX_LIMIT}`,
      positiveInteger(MAX_LIMIT),
    ),
    page: readParameter(
      parameters,
      'page',
      'a whole number from 1',
      positiveInteger(Number.MAX_SAFE_INTEGER),
    ),
    facets: readFacets(parameters),
    lang: readParameter(
      parameters,
      'lang',
      'a language such as fr, nl, en or fr-BE',
      parseLanguage,
    ),
  };
}
