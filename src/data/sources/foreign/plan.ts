import {applicable, type FacetName, FACETS, type Query} from '../../../model/query.js';
import type {Atlas} from '../../../model/shelf.js';
import type {Rule} from './fields.js';
import type {ServerKind, ServerQuestion} from './kind.js';
import {communesInstead} from './territories.js';

/** Records that are fetched at most where the rest of a question has to be done here. */
export const MOST = 5_000;
/** How many, and in how many pages, only to count what the server doesn't: facets, or how many records there are. */
const FEW = 1_000;
const FEW_PAGES = 10;

/** How many records are worth getting only to count them. */
export const few = ({longest, bulk}: Pick<ServerKind, 'longest' | 'bulk'>): number =>
  bulk ? MOST : Math.min(FEW, FEW_PAGES * longest);

/** A question, parted. */
export interface Plan {
  /** What the server is asked. */
  readonly asked: Query;
  /** What is left to do here; undefined when that is nothing. */
  readonly rest: Query | undefined;
  /** Whether there are facets that nobody counts. */
  readonly isWithoutFacets: boolean;
}

interface Known {
  readonly kind: ServerKind;
  /** Parts of a question that this server was seen to ignore, or refused. */
  readonly ignored: ReadonlySet<keyof Query>;
  /** How records are made, where that is known. */
  readonly rules: readonly Rule[] | undefined;
  /** Whether the server has few records. */
  readonly isSmall: boolean;
  /** What tells where communes lie, where the question is about territories. */
  readonly atlas?: Atlas | undefined;
}

/** The fields of a record by which each facet counts. */
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

/** The parts of a question that some facet counts without. */
const COUNTED: ReadonlySet<string> = new Set([...FACETS, 'from', 'to']);

/** What the server is asked, and what is left to do here. */
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
  // What the server does not count is counted here where that takes few pages, or all are needed here anyway.
  const isHere =
    facets.length > 0 && (parts.some(([part]) => !can(part)) || (uncounted.length > 0 && isSmall));
  // A facet counts without its own filter, so what is counted here can't be filtered there. What comes whole in one
  // answer need not be filtered there at all: the next question finds it at hand.
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

/** What a question asks besides its page, its facets and its language. */
export const partsOf = (query: Query): (keyof Query)[] =>
  (Object.keys(query) as (keyof Query)[]).filter(
    part => !['lang', 'facets', 'limit', 'page'].includes(part),
  );
