import type {RelationLoader} from '../relation-loader.js';
import type {Query} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import {type Page, CollectionIndex} from '../../../../model/collection/collection-index.js';
import type {LazyRecordList} from '../../../validation/lazy-record-list.js';
import {abortError} from '../../../client/errors.js';
import {createSummaryReader} from '../../../validation/record-summary.js';
import {runInSlices} from '../../../scheduling.js';
import type {QueryOptions} from '../../../source.js';
import {type LazyRelations, lazyRelationsFor} from './lazy-relations.js';

/** Filters, sorts and counts a complete collection in memory, without blocking the main thread. */
export class QueryRunner<K extends CollectionName> {
  readonly #records: LazyRecordList<K>;
  readonly #relations: LazyRelations;
  readonly #index: CollectionIndex<K>;
  #indexing = Promise.resolve();

  constructor(records: LazyRecordList<K>, loadRelated: RelationLoader) {
    this.#records = records;
    this.#relations = lazyRelationsFor(loadRelated);
    this.#index = new CollectionIndex(
      records.collection,
      records,
      this.#relations,
      createSummaryReader(records),
    );
  }

  async find(query: Query, options: QueryOptions): Promise<Page<Collections[K]>> {
    const {signal, atlas} = options;
    await this.#relations.ensureLoaded(this.#records.collection, query, options);
    // One query at a time: simultaneous queries mostly need the same fields. Continues after an abort for the same
    // reason.
    const buildIndexes = (): Promise<void> => {
      const steps = this.#index.buildIndexes(query, atlas);
      return runInSlices(Infinity, () => !steps.next().done);
    };
    this.#indexing = this.#indexing.then(buildIndexes, buildIndexes);
    await this.#indexing;
    if (signal.aborted) throw abortError();
    return this.#index.find(query, atlas);
  }
}
