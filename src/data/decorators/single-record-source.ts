import {ArrayRecordList} from '../../model/collection/record-list.js';
import {ALL_RECORDS, type Query} from '../../model/query.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';
import type {PortalSource, QueryOptions, QueryResult} from '../source.js';
import {SourceDecorator} from './source-decorator.js';

/**
 * Source with one record of a collection, and its attribution, contact and age; other collections are complete. Filters
 * and pages do not apply to the record.
 */
export class SingleRecordSource extends SourceDecorator {
  readonly #collection: CollectionName;
  readonly #id: string;

  constructor(source: PortalSource, collection: CollectionName, id: string) {
    super(source);
    this.#collection = collection;
    this.#id = id.trim();
  }

  override find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return collection === this.#collection
      ? this.#findRecord(collection, query, options)
      : super.find(collection, query, options);
  }

  override async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    const isOther = collection === this.#collection && String(id) !== this.#id;
    return isOther ? undefined : this.#lookUp(collection, id, options);
  }

  async #findRecord<K extends CollectionName>(
    collection: K,
    {lang}: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    // A list states the attribution and the contact, which a single record does not; a complete one has all records.
    const list = await super.find(collection, {lang, limit: 1}, options);
    const record = await this.#lookUp(collection, this.#id, options);
    const records = record ? [record] : [];
    if (!record)
      options.warn?.(
        `record="${this.#id.slice(0, 80)}": ${this.name} has no record of ${collection} with this id`,
      );
    return {
      ...list,
      items: new ArrayRecordList<Collections[K]>(records),
      total: records.length,
      facets: {},
      cappedAt: undefined,
      thinned: undefined,
      isSample: undefined,
    };
  }

  /** Returns a record: from memory if the collection is complete, otherwise by a request. */
  async #lookUp<K extends CollectionName>(
    collection: K,
    id: Id,
    options: QueryOptions,
  ): Promise<Collections[K] | undefined> {
    if (!this.isComplete(collection)) return super.one(collection, id, options);
    const {items} = await super.find(collection, ALL_RECORDS, {...options, reload: false});
    for (let index = 0; index < items.length; index++)
      if (String(items.idAt(index)) === String(id)) return items.at(index);
    return undefined;
  }
}
