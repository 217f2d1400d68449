import type {OwnField, Query} from '../../../../model/query.js';
import type {CollectionName} from '../../../../model/records.js';
import type {QueryOptions} from '../../../source.js';
import {targetFor} from '../rows/target-names.js';
import type {FieldMapping} from '../rows/foreign-record.js';
import type {Row} from '../rows/foreign-rows.js';
import {UsedOwnFields} from '../own-fields.js';
import type {MappingFactory} from '../source-options.js';
import type {CollectedRows} from './row-collector.js';
import type {PageFetcher} from './page-fetcher.js';
import type {ServerAdapter, ServerQuery} from './server-adapter.js';

/** Number of records sampled for their field names. */
export const SAMPLE_SIZE = 20;

/** Field mappings of a collection, and the records they were derived from. */
interface SampledMappings {
  readonly mappings: readonly FieldMapping[];
  readonly sample: CollectedRows;
  /** Number of own fields that are mapped. */
  readonly ownFieldCount: number;
}

/** Fields of a server's collections, and their mapping to the fields of records. */
export class ServerFields {
  readonly #createMappings: MappingFactory;
  readonly #sampled = new Map<CollectionName, SampledMappings>();
  readonly #mappings = new Map<CollectionName, readonly FieldMapping[]>();
  readonly #ownFields = new UsedOwnFields();

  constructor(createMappings: MappingFactory) {
    this.#createMappings = createMappings;
  }

  /** Own fields that queries have named so far. */
  get ownFields(): readonly OwnField[] {
    return this.#ownFields.all;
  }

  /** Adds the own fields of a query to the fields of all collections. */
  addOwnFields(query: Query): void {
    if (this.#ownFields.add(query)) this.#mappings.clear();
  }

  /** Returns the sample of a collection; undefined before `sample`, or without records. */
  sampled(collection: CollectionName): SampledMappings | undefined {
    return this.#sampled.get(collection);
  }

  /** Returns a query with the fields of the server, as far as they are known. */
  serverQuery(collection: CollectionName, query: Query): ServerQuery {
    const {mappings, sample} = this.sampled(collection) ?? {};
    const has = (key: string): boolean =>
      !!sample?.rows.some(({fields}) => Object.hasOwn(fields, key));
    const paths = [...new Set(mappings?.flatMap(rule => rule.paths))];
    return {
      collection,
      query,
      field: name => {
        const target = targetFor(collection, name);
        const rule = mappings?.find(one => one.target === target);
        return rule?.path === undefined ? undefined : {...rule, path: rule.path};
      },
      sourceFields:
        mappings && paths.map(path => (has(path) ? path : (path.split('.')[0] ?? ''))).filter(has),
    };
  }

  /** Fetches sample records before the first query that needs their field names. */
  async sample(
    collection: CollectionName,
    adapter: ServerAdapter,
    fetcher: PageFetcher,
    options: QueryOptions,
  ): Promise<void> {
    const known = this.#sampled.get(collection);
    if (known?.ownFieldCount === this.ownFields.length && !options.reload) return;
    const ownFieldCount = this.ownFields.length;
    const sample = await fetcher.fetchRows(
      this.serverQuery(collection, {}),
      0,
      SAMPLE_SIZE,
      options,
    );
    if (sample.rows.length > 0)
      this.#sampled.set(collection, {
        mappings: await this.#mappingsFrom(collection, adapter, sample.rows, options),
        sample,
        ownFieldCount,
      });
  }

  /** Returns the field mappings of a collection: from the sample, or from the first page, the same for all pages. */
  async mappingsOf(
    collection: CollectionName,
    adapter: ServerAdapter,
    rows: readonly Row[],
    options: QueryOptions,
  ): Promise<readonly FieldMapping[]> {
    const known = this.#sampled.get(collection)?.mappings ?? this.#mappings.get(collection);
    if (known || rows.length === 0) return known ?? [];
    const mappings = await this.#mappingsFrom(collection, adapter, rows, options);
    this.#mappings.set(collection, mappings);
    return mappings;
  }

  async #mappingsFrom(
    collection: CollectionName,
    adapter: ServerAdapter,
    rows: readonly Row[],
    options: QueryOptions,
  ): Promise<readonly FieldMapping[]> {
    const {defaults: own, coordinateOrder} = adapter;
    const defaults = typeof own === 'function' ? own(collection) : own;
    const {mappings} = await this.#createMappings(collection, rows, options, {
      defaults,
      coordinateOrder,
      ownFields: this.ownFields,
    });
    return mappings;
  }
}
