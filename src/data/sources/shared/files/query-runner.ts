import type {RelationLoader, QueryOptions} from '../../../source.js';
import {isOwnField, type Query} from '../../../../model/query.js';
import type {CollectionName, Collections} from '../../../../model/records.js';
import {type Page, CollectionIndex} from '../../../../model/collection/collection-index.js';
import type {LazyRecordList} from '../../../validation.js';
import {abortError} from '../../../client/errors.js';
import {runSteps} from '../../../run-steps.js';
import {type LazyRelations, lazyRelationsFor} from './lazy-relations.js';
import {RECORD_SCHEMAS} from '../../../../model/schemas/record-schemas.js';
import {ownValue} from '../../../../model/schemas/schema-builder.js';

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
    const buildIndexes = (): Promise<void> => runSteps(this.#index.buildIndexes(query, atlas));
    this.#indexing = this.#indexing.then(buildIndexes, buildIndexes);
    await this.#indexing;
    if (signal.aborted) throw abortError();
    // Without its code there is no warning.
    await this.#warnOfUnknownFields(query, options).catch(() => {});
    return runSteps(this.#index.findInSteps(query, atlas), signal);
  }

  /** Warns about facets that no record has. A filter may be of a linked widget, with other records. */
  async #warnOfUnknownFields({facets = []}: Query, {warn}: QueryOptions): Promise<void> {
    const {base, collection} = this.#records;
    const unknown = facets.filter(isOwnField).filter(field => this.#index.lacks(field));
    if (unknown.length === 0) return;
    const {fieldNamesOf, unknownFieldWarning} = await import('../unknown-field.js');
    const names = fieldNamesOf(this.#records);
    for (const field of unknown)
      warn?.(`${base ?? collection}: ${unknownFieldWarning(field, names)}`);
  }
}

/**
 * Returns a function that reads a record field by field, to read a few fields of many records. A field is validated
 * when it is accessed, as in full validation, and nothing is cached. Invalid fields are undefined and not reported: the
 * list's own validation reports them.
 */
export function createSummaryReader<K extends CollectionName>(
  list: LazyRecordList<K>,
): (index: number) => Collections[K] {
  const {base, collection} = list;
  class RecordSummary {
    readonly raw: Readonly<Record<string, unknown>>;
    constructor(index: number) {
      this.raw = list.rawAt(index);
    }
  }
  for (const [key, schema] of Object.entries(RECORD_SCHEMAS[collection].properties))
    Object.defineProperty(RecordSummary.prototype, key, {
      get(this: RecordSummary) {
        const value = ownValue(this.raw, key);
        return value === undefined ? undefined : schema.parse(value, {base, path: [], errors: []});
      },
    });
  return index => new RecordSummary(index) as unknown as Collections[K];
}
