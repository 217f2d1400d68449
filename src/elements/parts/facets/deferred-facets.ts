import {latestValue, LoadController, type LoadState} from '../../../controllers/load-controller.js';
import {afterPaint, yieldToMain} from '../../../data/scheduling.js';
import type {QueryResult} from '../../../data/source.js';
import {memo} from '../../../model/memo.js';
import type {Facets, Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import {countedFacetsOf, type FacetHost} from '../facet-names.js';

interface FacetedList {
  /** Query of the list; undefined if no record can match. */
  readonly query: Query | undefined;
  /** True if the collection is in memory. */
  readonly isComplete: boolean;
  readonly state: LoadState<QueryResult>;
}

/**
 * Facets of a collection in memory, counted after the rows of its list are drawn: tens of thousands of values take
 * longer than the search for the records. The former counts are shown until then.
 */
export class DeferredFacets {
  readonly #host: FacetHost;
  readonly #list: FacetedList;
  readonly #load: LoadController<readonly unknown[], Facets>;
  /** True if this list counts in this way. Decided once for each source. */
  readonly isUsed: () => boolean;
  #args: readonly unknown[] | undefined;
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

  constructor(
    host: FacetHost & {readonly record?: string},
    list: FacetedList,
    name: CollectionName,
  ) {
    this.#host = host;
    this.#list = list;
    const {records} = host;
    this.isUsed = memo(
      () => [records.source, host.record],
      () => list.isComplete && !host.record,
    );
    this.#load = new LoadController<readonly unknown[], Facets>(host, {
      args: () => (this.#args = this.#nextArgs()),
      load: async (_args, signal) => {
        // A first draw and its facets are one paint if both are quick.
        await (latestValue(this.#load.state) ? afterPaint() : yieldToMain());
        return (await records.query(name, 'find', this.#query ?? {}, signal)).facets;
      },
    });
  }

  get pending(): Promise<void>[] {
    const {isPending, settled} = this.#load;
    return isPending ? [settled] : [];
  }

  /** Returns the facets of a result: its own and those counted after it; undefined until there are any. */
  of({facets}: QueryResult): Facets | undefined {
    const {state} = this.#load;
    if (state.status === 'idle' || state.status === 'failed') return facets;
    this.#ownFacets = facets;
    return this.#merged();
  }

  get #query(): Query | undefined {
    const {query} = this.#list;
    return query && {...query, facets: countedFacetsOf(this.#host), sort: undefined, limit: 1};
  }

  /** Returns other arguments only when there are other rows. */
  #nextArgs(): readonly unknown[] | undefined {
    if (!this.isUsed() || countedFacetsOf(this.#host).length === 0) return undefined;
    const {state} = this.#list;
    const query = this.#query;
    return state.status === 'ready' && query ? [state.value, JSON.stringify(query)] : this.#args;
  }
}
