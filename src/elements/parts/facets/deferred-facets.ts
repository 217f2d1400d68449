import {latestValue, LoadController} from '../../../controllers/load-controller.js';
import {yieldToMain} from '../../../data/scheduling.js';
import type {QueryResult} from '../../../data/source.js';
import {memo} from '../../../model/memo.js';
import type {Facets, Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import {countedFacetsOf, type FacetHost} from '../facet-names.js';

interface UnfilteredList {
  readonly i18n: {readonly language: string};
  /** True if the collection is in memory. */
  readonly isComplete: boolean;
  /** Last result. */
  readonly result: QueryResult | undefined;
}

/** Facets of all records of a collection in memory, counted after the first rows of its list are drawn. */
export class UnfilteredFacets {
  readonly #load: LoadController<readonly unknown[], Facets>;
  /** True if this list counts in this way. Decided once for each source. */
  readonly isUsed: () => boolean;

  constructor(
    host: FacetHost & {readonly record?: string},
    list: UnfilteredList,
    name: CollectionName,
  ) {
    const {records} = host;
    this.isUsed = memo(
      () => [records.source, host.record],
      () => list.isComplete && !host.record,
    );
    const query = (): Query => {
      const facets = countedFacetsOf(host);
      return {...records.fixedFilter, lang: list.i18n.language, facets, limit: 1};
    };
    this.#load = new LoadController<readonly unknown[], Facets>(host, {
      args: () => {
        const {report} = list.result ?? {};
        const isNeeded = report && this.isUsed() && countedFacetsOf(host).length > 0;
        return isNeeded ? [records.source, report, JSON.stringify(query())] : undefined;
      },
      load: async (_args, signal) => {
        await yieldToMain();
        return (await records.query(name, 'find', query(), signal)).facets;
      },
    });
  }

  get pending(): Promise<void>[] {
    const {isPending, settled} = this.#load;
    return isPending ? [settled] : [];
  }

  /** Returns the facets of a result: its own, else those of all records; undefined until they are counted. */
  of({facets}: QueryResult): Facets | undefined {
    const {state} = this.#load;
    const isCounted = state.status === 'idle' || Object.keys(facets).length > 0;
    return isCounted || state.status === 'failed' ? facets : latestValue(state);
  }
}
