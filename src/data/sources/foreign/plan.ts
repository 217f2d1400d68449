import {applicable, type FacetName, FACETS, type Query} from '../../../model/query.js';
import type {Atlas} from '../../../model/shelf.js';
import type {Rule} from './fields.js';
import type {ServerKind, ServerQuestion} from './kind.js';
import {communesInstead} from './territories.js';

/** Maximum number of records fetched to run a part of a query in the browser. */
export const MOST = 5_000;
/** Maximum number of records, and of pages, fetched only to count facets or matches. */
const FEW = 1_000;
const FEW_PAGES = 10;

/** Returns the maximum number of records worth fetching only to count them. */
export const few = ({longest, bulk}: Pick<ServerKind, 'longest' | 'bulk'>): number =>
  bulk ? MOST : Math.min(FEW, FEW_PAGES * longest);

/** Query, split between server and browser. */
export interface Plan {
  /** Part that the server runs. */
  readonly asked: Query;
  /** Part that runs in the browser; undefined if nothing is left. */
  readonly rest: Query | undefined;
  /** True if some facets cannot be counted. */
  readonly isWithoutFacets: boolean;
}

interface Known {
  readonly kind: ServerKind;
  /** Parts that the server has ignored or rejected before. */
  readonly ignored: ReadonlySet<keyof Query>;
  /** Field mappings, if known. */
  readonly rules: readonly Rule[] | undefined;
  /** True if the server has few records. */
  readonly isSmall: boolean;
  /** Territories of communes, for queries with territory filters. */
  readonly atlas?: Atlas | undefined;
}

/** Fields that each facet counts. */
const HOLDS: Readonly<Record<FacetName, RegExp>> = {
  family: /^family$/,
  portal: /^portals?$/,
  section: /^sections?$/,
  type: /^(?:type|kind)$/,
  theme: /^themes$/,
  commune: /^(?:commune|territory)\.(?:name|insee)$/,
  programme: /^(?:programme|parent)$/,
  project: /^(?:project|parent)$/,
  year: /^(?:published|created|event|period)(?:\.|$)/,
};

/** Filters that some facet ignores. */
const COUNTED: ReadonlySet<string> = new Set([...FACETS, 'from', 'to']);

/** Splits a query between server and browser. */
export function planOf(
  question: ServerQuestion,
  {kind, ignored, rules, isSmall, atlas}: Known,
): Plan {
  const {collection, query} = question;
  const {sort, facets = [], lang} = query;
  const filter = {...applicable(query, collection), sort};
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  const can = (part: string): boolean =>
    !ignored.has(part as keyof Query) && kind.can(part as keyof Query, question);
  const mayHave = (facet: FacetName): boolean =>
    !rules || rules.some(({target}) => HOLDS[facet].test(target));
  const counted = facets.filter(facet => kind.counts?.(facet, question));
  const uncounted = facets.filter(facet => mayHave(facet) && !counted.includes(facet));
  // Facets that the server cannot count are counted in the browser if that takes few pages, or if all records are
  // needed there anyway.
  const isHere =
    facets.length > 0 && (parts.some(([part]) => !can(part)) || (uncounted.length > 0 && isSmall));
  // A facet ignores its own filter, so a filter is not sent if its facet is counted in the browser. A bulk response
  // needs no filter at all: the next query finds all records in memory.
  const isWhole = isHere && isSmall && !!kind.bulk;
  const isAsked = ([part]: readonly [string, unknown]): boolean =>
    can(part) && !isWhole && !(isHere && COUNTED.has(part));
  const left = parts.filter(part => !isAsked(part));
  const rest = {...Object.fromEntries(left), facets: isHere ? facets : [], lang};
  const asked: Query = Object.fromEntries(parts.filter(isAsked));
  const mayNarrow = !isWhole && !asked.epci && !asked.commune;
  const within = mayNarrow ? communesInstead(question, atlas) : undefined;
  const narrow: Query =
    within &&
    !ignored.has('commune') &&
    kind.can('commune', {...question, query: {...query, commune: within}})
      ? {commune: within}
      : {};
  return {
    asked: {...asked, ...narrow, facets: isHere ? [] : counted, lang},
    rest: isHere || left.length > 0 ? rest : undefined,
    isWithoutFacets: !isHere && uncounted.length > 0,
  };
}

/** Returns the keys of a query except page, facets and language. */
export const partsOf = (query: Query): (keyof Query)[] =>
  (Object.keys(query) as (keyof Query)[]).filter(
    part => !['lang', 'facets', 'limit', 'page'].includes(part),
  );
