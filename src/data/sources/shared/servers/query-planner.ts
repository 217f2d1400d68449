import {type FacetName, isOwnField, type Query} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import {LruCache} from '../../../client/lru-cache.js';
import type {QueryOptions} from '../../../source.js';
import {findName, nameOf} from '../own-fields.js';
import type {QueryWarningHandler} from './page-fetcher.js';
import {maxCountedRecords, type QueryPlan, planQuery} from './query-plan.js';
import type {ServerAdapter} from './server-adapter.js';
import type {ServerFields} from './server-fields.js';

const NO_PAGING: Query = {limit: undefined, page: undefined};

/** Plans queries with the fields of a server, and warns about facets that nothing can count. */
export class QueryPlanner {
  readonly #fields: ServerFields;
  readonly #warn: QueryWarningHandler;
  /** Facets requested with a query. Its further pages, requested without facets, are split in the same way. */
  readonly #facets = new LruCache<readonly FacetName[]>(50);

  constructor(fields: ServerFields, warn: QueryWarningHandler) {
    this.#fields = fields;
    this.#warn = warn;
  }

  /**
   * Splits a query between server and browser.
   *
   * @param adapter Protocol of the server, with the length of its pages as far as it is known.
   * @param ignored Parts that the server has ignored or rejected before.
   */
  async plan(
    adapter: ServerAdapter,
    ignored: ReadonlySet<keyof Query>,
    collection: CollectionName,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryPlan> {
    const {mappings, sample} = this.#fields.sampled(collection) ?? {};
    const {facets, ...filter} = {...query, ...NO_PAGING};
    const key = JSON.stringify([collection, Object.entries(filter).sort()]);
    if (facets?.length) this.#facets.set(key, facets);
    const planned = {...query, facets: this.#facets.get(key)};
    const plan = planQuery(this.#fields.serverQuery(collection, planned), {
      adapter,
      ignored,
      mappings,
      atlas: options.atlas,
      isSmall: !!sample?.isCounted && sample.total <= maxCountedRecords(adapter),
    });
    if (facets?.length) {
      if (plan.lacksFacets)
        this.#warn(
          'the server does not count facets, and has too many records to do so here',
          options,
        );
      if (!plan.localQuery)
        // Without its code there is no warning.
        await this.#warnOfUnknownFields(collection, facets, options).catch(() => {});
      return plan;
    }
    const {serverQuery, localQuery} = plan;
    return {
      ...plan,
      serverQuery: {...serverQuery, facets: []},
      localQuery: localQuery && {...localQuery, facets: []},
    };
  }

  /** Warns about own fields that the sample lacks. Those of a query that runs in the browser are looked for there. */
  async #warnOfUnknownFields(
    collection: CollectionName,
    facets: readonly FacetName[],
    options: QueryOptions,
  ): Promise<void> {
    const {sample} = this.#fields.sampled(collection) ?? {};
    const names = [...new Set(sample?.rows.flatMap(({fields}) => Object.keys(fields)))];
    const unknown = facets
      .filter(isOwnField)
      .filter(field => names.length > 0 && findName(names, nameOf(field)) === undefined);
    if (unknown.length === 0) return;
    const {unknownFieldWarning} = await import('../unknown-field.js');
    for (const field of unknown) this.#warn(unknownFieldWarning(field, names), options);
  }
}
