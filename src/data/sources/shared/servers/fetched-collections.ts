import {sameItems} from '../../../../model/memo.js';
import type {Query} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import type {Envelope} from '../../../../model/schemas/part-schemas.js';
import {LruCache} from '../../../client/lru-cache.js';
import type {QueryOptions, QueryResult} from '../../../source.js';
import type {LazyRecordList} from '../../../validation/lazy-record-list.js';
import {InMemoryCollection} from '../files/in-memory-collection.js';
import {loadNoRelations} from '../relation-loader.js';
import {computeRepresentativePoints} from '../rows/foreign-rows.js';
import type {CollectedRows} from './row-collector.js';

interface FetchedCollection {
  readonly bodies: readonly unknown[];
  readonly collection: InMemoryCollection<CollectionName>;
}

/** In-memory collections of recent queries, reused while the pages are the same. */
export class FetchedCollections {
  readonly #collections = new LruCache<FetchedCollection>(5);

  /**
   * Runs a query on fetched records.
   *
   * @param key Collection and own fields: everything that the list depends on, except the records.
   * @param createList Creates the list of the records, unless there is one.
   */
  async query<K extends CollectionName>(
    key: string,
    {rows, bodies, staleSince, hasMore}: CollectedRows,
    envelope: Envelope,
    query: Query,
    options: QueryOptions,
    createList: () => Promise<LazyRecordList<K>>,
  ): Promise<QueryResult<Collections[K]>> {
    await computeRepresentativePoints(rows, options.signal);
    const fullKey = `${key} ${bodies.length}`;
    let fetched = this.#collections.get(fullKey);
    if (!fetched || !sameItems(bodies, fetched.bodies)) {
      const list = (await createList()) as unknown as LazyRecordList<CollectionName>;
      fetched = {bodies, collection: new InMemoryCollection(list, loadNoRelations, envelope)};
      this.#collections.set(fullKey, fetched);
    }
    const inMemory = fetched.collection as unknown as InMemoryCollection<K>;
    const stale = staleSince === undefined ? {} : {staleSince};
    const result = await inMemory.query(query, options, stale);
    return hasMore ? {...result, cappedAt: rows.length} : result;
  }
}
