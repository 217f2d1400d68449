import type {Bbox} from './geo/geo.js';
import {dateSpan} from './time/period.js';
import type {CollectionName} from './records.js';
import type {facetValue} from './schemas/part-schemas.js';
import type {Infer} from './schemas/schema-builder.js';

/** Filters with a list of values. Several values of one filter are combined with "or". */
export const LIST_FILTERS = [
  'family',
  'portal',
  'section',
  'type',
  'theme',
  'commune',
  'programme',
  'project',
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Territory filters, by official code. Set by webmasters only; unknown to portal servers. */
export const TERRITORIES = ['epci', 'departement', 'region'] as const;
export type TerritoryKind = (typeof TERRITORIES)[number];

/** Own field of the records as a filter or facet, such as `extra.modèle`. Unknown to portal servers. */
export type OwnField = `extra.${string}`;
export const isOwnField = (name: string): name is OwnField => /^extra\../.test(name);

/** Fields that every portal can count: the list filters and the year. */
export type StandardFacet = ListFilter | 'year';
export const FACETS: readonly StandardFacet[] = [...LIST_FILTERS, 'year'];
/** Facets shown by default, in display order. */
export const DEFAULT_FACETS: readonly StandardFacet[] = [
  'family',
  'section',
  'type',
  'theme',
  'commune',
  'year',
];
/** Fields that can be counted. */
export type FacetName = StandardFacet | OwnField;

/** Facets that a list can show: those that are counted, and the range of dates. */
export type ShownFacet = FacetName | 'date';

/** Filter set by a webmaster or a user. Different filters are combined with "and". */
export type Filter = Readonly<Partial<Record<ListFilter, readonly string[]>>> & {
  readonly [K in TerritoryKind]?: readonly string[] | undefined;
} & {
  readonly [K in OwnField]: readonly string[];
} & {
  readonly q?: string | undefined;
  readonly bbox?: Bbox | undefined;
  /** ISO 8601 dates of any precision. Records that overlap the range match. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Maximum length of a search text that is typed or pasted, in characters. Servers may accept more. */
export const MAX_SEARCH_LENGTH = 200;

export const SORTS = ['title', '-title', 'date', '-date'] as const;
export type Sort = (typeof SORTS)[number];

/** Query to a collection. */
export interface Query extends Filter {
  readonly sort?: Sort | undefined;
  /** Records per page, 1 to 500, or Infinity for all records. Default: 12. */
  readonly limit?: number | undefined;
  /** Page number, from 1. */
  readonly page?: number | undefined;
  readonly facets?: readonly FacetName[] | undefined;
  /** Language in which servers sort and label. */
  readonly lang?: string | undefined;
}

/** Returns the own fields that a query filters or counts. */
export const ownFieldsOf = ({facets = [], ...filter}: Query): readonly OwnField[] => [
  ...new Set([...facets, ...Object.keys(filter)].filter(isOwnField)),
];

export type FacetValue = Infer<typeof facetValue>;
export type Facets = Readonly<Partial<Record<StandardFacet, readonly FacetValue[]>>> & {
  readonly [K in OwnField]: readonly FacetValue[];
};

/** Filters that apply to each collection; others are ignored. If `commune` applies, the territory filters do too. */
export const APPLICABLE_FILTERS: Readonly<Record<CollectionName, readonly (keyof Filter)[]>> = {
  portals: [
    'q',
    'family',
    'portal',
    'section',
    'commune',
    'programme',
    'project',
    'bbox',
    'from',
    'to',
  ],
  resources: ['q', ...LIST_FILTERS, 'bbox', 'from', 'to'],
  projects: [
    'q',
    'family',
    'portal',
    'theme',
    'commune',
    'programme',
    'project',
    'bbox',
    'from',
    'to',
  ],
  programmes: ['q', 'programme', 'project', 'from', 'to'],
  organisations: ['q', 'type', 'bbox'],
  chapters: ['q', 'portal'],
  events: ['q', 'portal', 'project', 'bbox', 'from', 'to'],
  stories: ['q', 'portal'],
  contributions: ['q', 'type', 'portal', 'project', 'bbox', 'from', 'to'],
};

/** Collections whose records can have own fields that are filtered. */
const HAVE_OWN_FIELDS: ReadonlySet<CollectionName> = new Set([
  'portals',
  'resources',
  'projects',
  'organisations',
  'events',
]);

/** Returns the names of the filters with a list of values, in display order. */
export const listFiltersIn = (filter: Filter): (ListFilter | OwnField)[] =>
  [...LIST_FILTERS, ...Object.keys(filter).filter(isOwnField)].filter(name => filter[name]?.length);

/** Splits a list attribute at its commas. Spaces inside a value are kept. */
export const splitList = (list: string): readonly string[] =>
  list
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);

/** Returns the part of a filter that applies to a collection, without empty values. */
export function applicableFilter(filter: Filter, collection: CollectionName): Filter {
  const kept: Record<string, unknown> = {};
  const names = [...APPLICABLE_FILTERS[collection]];
  if (names.includes('commune')) names.push(...TERRITORIES);
  if (HAVE_OWN_FIELDS.has(collection)) names.push(...Object.keys(filter).filter(isOwnField));
  for (const name of names) {
    const value = filter[name];
    const trimmed = typeof value === 'string' ? value.trim() : value;
    if (trimmed?.length) kept[name] = trimmed;
  }
  return kept as Filter;
}

/** Returns one of two dates, chosen by comparing their first or last days. */
function stricter(
  a: string | undefined,
  b: string | undefined,
  side: 'first' | 'last',
  pick: (...days: number[]) => number,
): string | undefined {
  const [left, right] = [dateSpan(a)?.[side], dateSpan(b)?.[side]];
  if (left === undefined || right === undefined) return right === undefined ? a : b;
  return pick(left, right) === left ? a : b;
}

/**
 * Combines two filters with "and". Undefined if nothing can match both, such as family `acteur` and `projet`. The
 * bounding box of the second filter, the current viewport, replaces the first filter's.
 */
export function intersectFilters(a: Filter, b: Filter): Filter | undefined {
  const result: Record<string, unknown> = {...a};
  for (const name of listFiltersIn(b)) {
    const [left, right = []] = [a[name], b[name]];
    if (!left?.length) result[name] = right;
    else {
      const common = left.filter(value => right.includes(value));
      if (common.length === 0) return undefined;
      result[name] = common;
    }
  }
  if (b.q) result['q'] = a.q ? `${a.q} ${b.q}` : b.q;
  if (b.bbox) result['bbox'] = b.bbox;
  if (b.from) result['from'] = stricter(a.from, b.from, 'first', Math.max);
  if (b.to) result['to'] = stricter(a.to, b.to, 'last', Math.min);
  return result as Filter;
}

/** Serializes a query as `''` or `?…` in a fixed order, so that equal queries have the same URL. */
export function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  if (query.q) parameters.append('q', query.q);
  for (const name of listFiltersIn(query)) {
    for (const value of [...new Set(query[name])].sort()) parameters.append(name, value);
  }
  if (query.bbox) parameters.append('bbox', query.bbox.map(n => Number(n.toFixed(5))).join(','));
  for (const name of ['from', 'to', 'sort', 'limit'] as const) {
    const value = query[name];
    if (value !== undefined && value !== '') parameters.append(name, String(value));
  }
  if (query.page && query.page > 1) parameters.append('page', String(query.page));
  if (query.facets?.length) parameters.append('facets', [...query.facets].sort().join(','));
  if (query.lang) parameters.append('lang', query.lang);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Records per page if a query does not state a limit. */
export const DEFAULT_LIMIT = 12;

/** Part of a query that requests all matching records on one page. */
export const ALL_RECORDS = {limit: Infinity, page: 1} as const;

/** Returns the start and end index of the requested page. The end may exceed the number of records. */
export function pageRange({limit = DEFAULT_LIMIT, page = 1}: Query): readonly [number, number] {
  // Avoids 0 * Infinity, which is NaN, if the limit is infinite.
  const start = page > 1 ? (page - 1) * limit : 0;
  return [start, start + limit];
}
