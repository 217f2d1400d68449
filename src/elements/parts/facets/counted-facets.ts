import {
  type FacetName,
  isOwnField,
  type OwnField,
  type ShownFacet,
  type Facets,
  type Query,
} from '../../../model/query.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {showsPart} from '../shown-parts.js';
import {latestValue, LoadController, type LoadState} from '../../../controllers/load-controller.js';
import {afterPaint, yieldToMain} from '../../../data/scheduling.js';
import type {PortalSource, QueryResult} from '../../../data/source.js';
import {memo} from '../../../model/memo.js';

export interface FacetHost extends WidgetHost {
  /** Facets in display order. */
  readonly facets: readonly ShownFacet[];
  /** Names of own fields, `modèle` or `extra.modèle`, shown as facets after the others. */
  readonly facetFields: readonly string[];
}

/** Returns all facets of a list in display order. */
export function facetsOf(host: FacetHost): readonly ShownFacet[] {
  if (!showsPart(host, 'facets')) return [];
  const ownFields = host.facetFields.map((name): OwnField =>
    isOwnField(name) ? name : `extra.${name}`,
  );
  return [...host.facets, ...ownFields].filter(
    name => name !== 'commune' || showsPart(host, 'commune'),
  );
}

/** Facets whose values are identifiers, with the title of a record as their label. */
const TITLED = ['portal', 'project', 'programme', 'commune'] as const;

/** Returns the facets of a list whose values are counted: those shown, and those that label a selected identifier. */
export function countedFacetsOf(host: FacetHost): readonly FacetName[] {
  const {filter} = host.selection;
  const shown: readonly FacetName[] = facetsOf(host).filter(name => name !== 'date');
  return [...shown, ...TITLED.filter(name => filter[name]?.length && !shown.includes(name))];
}

/** List whose facets are counted after its rows. */
export interface CountedList {
  /** Query of the list; undefined if no record can match. */
  readonly query: Query | undefined;
  /** True if the collection is in memory, so that each keystroke can be searched. */
  readonly isComplete: boolean;
  readonly state: LoadState<QueryResult>;
}

/** Source, query as JSON, and report of the collection, which is a new object after a reload. */
type CountArgs = readonly [source: PortalSource, query: string, report: unknown];

/**
 * Facets of resources in memory, counted after the rows of its list are drawn: tens of thousands of values take
 * longer than the search for the records. The former counts are shown until then.
 */
export class DeferredFacets {
  readonly #host: FacetHost;
  readonly #list: CountedList;
  readonly #load: LoadController<CountArgs, Facets>;
  /** True if this list counts in this way. Decided once for each source. */
  readonly isUsed: () => boolean;
  #args: CountArgs | undefined;
  #ownFacets: Facets = {};
  readonly #merged = memo(
    () => [latestValue(this.#load.state), this.#ownFacets],
    () => {
      const counted = latestValue(this.#load.state);
      return counted && Object.keys(this.#ownFacets).length > 0
        ? {...counted, ...this.#ownFacets}
        : counted;
    },
  );

  constructor(host: FacetHost & {readonly record?: string}, list: CountedList) {
    this.#host = host;
    this.#list = list;
    const {records} = host;
    this.isUsed = memo(
      () => [records.source, host.record],
      () => list.isComplete && !host.record,
    );
    this.#load = new LoadController<CountArgs, Facets>(host, {
      args: () => (this.#args = this.#nextArgs()),
      load: async ([source, query], signal) => {
        // A first draw and its facets are one paint if both are quick.
        await (latestValue(this.#load.state) ? afterPaint() : yieldToMain());
        const options = {signal, warn: host.warn};
        return (await source.find('resources', JSON.parse(query) as Query, options)).facets;
      },
    });
  }

  get pending(): Promise<void>[] {
    return this.#load.pending;
  }

  /** Returns the facets of a result: its own and those counted after it; undefined until there are any. */
  of({facets}: QueryResult): Facets | undefined {
    const {status} = this.#load.state;
    // The rows of a former source have lost their counts.
    if (status === 'idle' && this.#isCounted && this.#list.state.status === 'loading')
      return undefined;
    if (status === 'idle' || status === 'failed') return facets;
    this.#ownFacets = facets;
    return this.#merged();
  }

  get #isCounted(): boolean {
    return this.isUsed() && countedFacetsOf(this.#host).length > 0;
  }

  /** Returns other arguments only when there are other rows; the order of the rows does not matter. */
  #nextArgs(): CountArgs | undefined {
    const {openedSource: source} = this.#host.records;
    if (!this.#isCounted || !source) return undefined;
    const {state, query} = this.#list;
    if (state.status !== 'ready') return this.#args?.[0] === source ? this.#args : undefined;
    const facets = countedFacetsOf(this.#host);
    const counted = query && {...query, facets, sort: undefined, limit: 1};
    return counted && [source, JSON.stringify(counted), state.value.report];
  }
}
