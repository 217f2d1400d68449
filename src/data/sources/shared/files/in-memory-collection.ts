import {applicableFilter, pageRange, type Query} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import {SubsetRecordList} from '../../../../model/collection/record-list.js';
import type {Page} from '../../../../model/collection/collection-index.js';
import type {LazyRecordList} from '../../../validation.js';
import {abortError} from '../../../client/errors.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import type {QueryResult, QueryOptions, RelationLoader} from '../../../source.js';
import type {QueryRunner} from './query-runner.js';

/** Collection that a source has loaded completely; runs queries without a request. */
export class InMemoryCollection<K extends CollectionName> {
  readonly list: LazyRecordList<K>;
  readonly #loadRelated: RelationLoader;
  readonly #envelope: Envelope;
  #queryRunner: QueryRunner<K> | undefined;

  constructor(list: LazyRecordList<K>, loadRelated: RelationLoader, envelope: Envelope) {
    this.list = list;
    this.#loadRelated = loadRelated;
    this.#envelope = envelope;
  }

  /** Runs a query on the loaded records. */
  async query(
    query: Query,
    options: QueryOptions,
    {staleSince}: Pick<QueryResult, 'staleSince'> = {},
  ): Promise<QueryResult<Collections[K]>> {
    if (options.signal.aborted) throw abortError();
    const page = isUnfilteredPage(this.list.collection, query)
      ? this.#unfilteredPage(query)
      : await this.#runQuery(query, options);
    const {report} = this.list;
    const {attribution, contact} = this.#envelope;
    return {...page, report, attribution, contact, staleSince};
  }

  /** Returns a page of the records in their own order, without validating or indexing them. */
  #unfilteredPage(query: Query): Page<Collections[K]> {
    const total = this.list.length;
    const [start, end] = pageRange(query);
    if (start === 0 && end >= total) return {items: this.list, total, facets: {}};
    const indices: number[] = [];
    for (let index = start; index < Math.min(total, end); index++) indices.push(index);
    return {items: new SubsetRecordList(this.list, indices), total, facets: {}};
  }

  async #runQuery(query: Query, options: QueryOptions): Promise<Page<Collections[K]>> {
    const {QueryRunner} = await import('./query-runner.js');
    this.#queryRunner ??= new QueryRunner(this.list, this.#loadRelated);
    return this.#queryRunner.find(query, options);
  }
}

/** Returns true if a query has no filter, sort order or facet. */
const isUnfilteredPage = (collection: CollectionName, query: Query): boolean =>
  !query.sort &&
  !query.facets?.length &&
  Object.keys(applicableFilter(query, collection)).length === 0;
