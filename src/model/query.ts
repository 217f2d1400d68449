import type {Bbox} from './geo.js';
import {dateSpan} from './period.js';
import type {CollectionName} from './records.js';

/** The filters that hold a list of values; several values of one mean "or". */
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

/** Territories by their public codes, fixed by a webmaster: no reader chooses from them, and no portal server knows them. */
export const TERRITORIES = ['epci', 'departement', 'region'] as const;
export type TerritoryKind = (typeof TERRITORIES)[number];

/** What can be counted: the list filters and the year. */
export type FacetName = ListFilter | 'year';
export const FACETS: readonly FacetName[] = [...LIST_FILTERS, 'year'];

/** What a reader chose, or a webmaster fixed: different filters mean "and". */
export type Filter = Readonly<Partial<Record<ListFilter, readonly string[]>>> & {
  readonly [K in TerritoryKind]?: readonly string[] | undefined;
} & {
  readonly q?: string | undefined;
  readonly bbox?: Bbox | undefined;
  /** ISO dates of any precision: what overlaps them is kept. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export const SORTS = ['title', '-title', 'date', '-date'] as const;
export type Sort = (typeof SORTS)[number];

/** One question to a collection. */
export interface Query extends Filter {
  readonly sort?: Sort | undefined;
  /** 1…500. */
  readonly limit?: number | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  readonly facets?: readonly FacetName[] | undefined;
  /** The reader's language, for servers that sort or label by it. */
  readonly lang?: string | undefined;
}

export interface FacetValue {
  readonly value: string;
  readonly label?: string | Readonly<Record<string, string>> | undefined;
  readonly count: number;
}
export type Facets = Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;

/**
 * Which filters of the API mean something for a collection; the others leave it as it is. Where communes do, so do the
 * territories that they lie in.
 */
export const APPLICABLE: Readonly<Record<CollectionName, readonly (keyof Filter)[]>> = {
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

/** The part of a filter that means something for a collection. */
export function applicable(filter: Filter, collection: CollectionName): Filter {
  const kept: Record<string, unknown> = {};
  const names = APPLICABLE[collection];
  for (const name of names.includes('commune') ? [...names, ...TERRITORIES] : names) {
    const value = filter[name];
    const given = typeof value === 'string' ? value.trim() : value;
    if (given?.length) kept[name] = given;
  }
  return kept;
}

/** The one of two dates that the comparison picks, by the day that each means at its `side`. */
function stricter(
  a: string | undefined,
  b: string | undefined,
  side: 'first' | 'last',
  better: (...days: number[]) => number,
): string | undefined {
  const [left, right] = [dateSpan(a)?.[side], dateSpan(b)?.[side]];
  if (left === undefined || right === undefined) return right === undefined ? a : b;
  return better(left, right) === left ? a : b;
}

/**
 * Both filters at once; undefined when nothing can fit both (a fixed family `acteur` and a chosen `projet`). Of
 * two boxes the second holds: it is where the reader looks now.
 */
export function bothFilters(a: Filter, b: Filter): Filter | undefined {
  const both: Record<string, unknown> = {...a};
  for (const name of LIST_FILTERS) {
    const left = a[name];
    const right = b[name];
    if (!right?.length) continue;
    if (!left?.length) both[name] = right;
    else {
      const common = left.filter(value => right.includes(value));
      if (common.length === 0) return undefined;
      both[name] = common;
    }
  }
  if (b.q) both['q'] = a.q ? `${a.q} ${b.q}` : b.q;
  if (b.bbox) both['bbox'] = b.bbox;
  if (b.from) both['from'] = stricter(a.from, b.from, 'first', Math.max);
  if (b.to) both['to'] = stricter(a.to, b.to, 'last', Math.min);
  return both;
}

/** The query string of a question, `''` or `?…`, in one order, so that equal questions have one address. */
export function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  if (query.q) parameters.append('q', query.q);
  for (const name of LIST_FILTERS) {
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

/** How many records an answer holds when a query doesn't say. */
export const DEFAULT_LIMIT = 12;

/** Where the page that a query asks for starts and ends; the end may lie beyond what there is. */
export function pageSpan({limit = DEFAULT_LIMIT, page = 1}: Query): readonly [number, number] {
  // An endless first page starts at 0 too, which 0 * Infinity is not.
  const start = page > 1 ? (page - 1) * limit : 0;
  return [start, start + limit];
}
