import type {Bbox} from '../../src/model/geo.js';
import {parseDate} from '../../src/model/period.js';
import {
  type FacetName,
  FACETS,
  LIST_FILTERS,
  type Query,
  type Sort,
  SORTS,
} from '../../src/model/query.js';
import {Problem} from './problem.js';

const LONGEST_LIMIT = 500;
const LONGEST_SEARCH = 1000;

const foolish = (name: string, value: string, expected: string): Problem =>
  new Problem(
    400,
    `The parameter "${name}" is ${JSON.stringify(value)}, but should be ${expected}.`,
  );

/**
 * Returns the value of a parameter, or undefined if it is absent or empty, as an empty form field is.
 *
 * @throws {Problem} 400 if it has several different values.
 */
function one(parameters: URLSearchParams, name: string): string | undefined {
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
function read<T>(
  parameters: URLSearchParams,
  name: string,
  expected: string,
  parse: (text: string) => T | undefined,
): T | undefined {
  const text = one(parameters, name);
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === undefined) throw foolish(name, text, expected);
  return value;
}

const wholeNumber = (most: number) => (text: string) =>
  /^[1-9]\d*$/.test(text) && Number(text) <= most ? Number(text) : undefined;

function bbox(text: string): Bbox | undefined {
  const parts = text.split(',').map(part => part.trim());
  if (parts.length !== 4 || !parts.every(part => /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(part)))
    return undefined;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const onEarth = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90;
  return onEarth && south <= north ? [west, south, east, north] : undefined;
}

const date = (text: string) => (parseDate(text) ? text : undefined);

const sort = (text: string): Sort | undefined => SORTS.find(name => name === text);

/**
 * Languages of the platform. Indexes are cached per language, so other languages must not reach them: a client that
 * requests a thousand of them would fill the memory.
 */
const LANGUAGES = ['fr', 'nl', 'en', 'de'];

/** Returns the requested language, or French for a valid tag of another language. */
function language(text: string): string | undefined {
  try {
    const {language: primary} = new Intl.Locale(text);
    return LANGUAGES.find(known => known === primary) ?? LANGUAGES[0];
  } catch {
    return undefined;
  }
}

/** Reads `facets`, which may be repeated or separated by commas. */
function facets(parameters: URLSearchParams): FacetName[] {
  const names = parameters.getAll('facets').flatMap(text => text.split(','));
  const wanted = new Set<FacetName>();
  for (const name of names.map(text => text.trim()).filter(Boolean)) {
    const facet = FACETS.find(known => known === name);
    if (!facet) throw foolish('facets', name, `some of ${FACETS.join(', ')}`);
    wanted.add(facet);
  }
  return [...wanted];
}

const DATE = 'a date such as 2016, 2016-10 or 2016-10-01';

/**
 * Parses a query string. Unknown parameters are ignored.
 *
 * @throws {Problem} 400 if a known parameter is invalid.
 */
export function readQuery(parameters: URLSearchParams): Query {
  const from = read(parameters, 'from', DATE, date);
  const to = read(parameters, 'to', DATE, date);
  if (from && to && (parseDate(from)?.first ?? 0) > (parseDate(to)?.last ?? 0))
    throw foolish('from', from, `no later than "to", which is ${JSON.stringify(to)}`);
  const lists = LIST_FILTERS.map(name => [name, parameters.getAll(name).filter(Boolean)] as const);
  return {
    ...Object.fromEntries(lists.filter(([, values]) => values.length > 0)),
    q: read(parameters, 'q', `at most ${LONGEST_SEARCH} characters long`, text =>
      text.length <= LONGEST_SEARCH ? text : undefined,
    ),
    bbox: read(
      parameters,
      'bbox',
      'west,south,east,north: four numbers in degrees, south no greater than north',
      bbox,
    ),
    from,
    to,
    sort: read(parameters, 'sort', `one of ${SORTS.join(', ')}`, sort),
    limit: read(
      parameters,
      'limit',
      `a whole number from 1 to ${LONGEST_LIMIT}`,
      wholeNumber(LONGEST_LIMIT),
    ),
    page: read(parameters, 'page', 'a whole number from 1', wholeNumber(Number.MAX_SAFE_INTEGER)),
    facets: facets(parameters),
    lang: read(parameters, 'lang', 'a language such as fr, nl, en or fr-BE', language),
  };
}
