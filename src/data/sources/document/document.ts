import type {Query} from '../../../model/query.js';
import {COLLECTIONS, type CollectionName, type Collections} from '../../../model/records.js';
import {LazyRecordList, parseEnvelope} from '../../validation.js';
import type {Client, FetchResult} from '../../client/client.js';
import {SchemaError} from '../../client/errors.js';
import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {QueryResult, QueryOptions, PortalSource, RelationLoader} from '../../source.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';
import {type WarningHandler, WarningLog, type WarnOptions} from '../shared/warning-log.js';

type Document = Readonly<Record<string, unknown>>;
/** Records by collection. */
export type ItemsDocument = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** JSON document that contains complete collections. */
export class DocumentSource implements PortalSource {
  readonly name: string;
  readonly #client: Client;
  readonly #warnings = new WarningLog();
  /** Files that the document lists, if it is a manifest; a reload may bring another document. */
  #shards: unknown;
  #loaded:
    {readonly collections: DocumentCollections; readonly fetchResult: FetchResult} | undefined;

  constructor(url: string, client: Client) {
    this.name = url;
    this.#client = client;
  }

  isComplete(): boolean {
    return !this.#shards;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    if (!this.#loaded || options.reload) {
      const fetchResult = await this.#client.get(this.name, options.signal, options.reload);
      const body = fetchResult.body as Document | null;
      this.#shards = body?.['shards'];
      if (body && this.#shards) {
        this.#loaded = undefined;
        const {openShards} = await import('../registry.js');
        return (await openShards(this.name, body, this.#client)).find(collection, query, options);
      }
      const existing =
        this.#loaded?.fetchResult.body === fetchResult.body ? this.#loaded?.collections : undefined;
      const collections = existing ?? this.#collectionsOf(fetchResult.body, options);
      this.#loaded = {fetchResult, collections};
    }
    const {collections, fetchResult} = this.#loaded;
    const result = await collections.show(collection, options).query(query, options, fetchResult);
    return {...result, otherCollections: collections.otherThan(collection)};
  }

  #collectionsOf(body: unknown, options: QueryOptions): DocumentCollections {
    const document = checkDocument(body, this.name);
    return new DocumentCollections(document, this.name, this.#warnings, options);
  }
}

/** Records that the page sets through a property, or has inside the tag. */
export class ItemsSource implements PortalSource {
  readonly name = 'items';
  readonly #collections: DocumentCollections;

  constructor(document: ItemsDocument | Document, warn: WarningHandler) {
    const base = (globalThis as Partial<typeof globalThis>).document?.baseURI;
    this.#collections = new DocumentCollections(document, base, new WarningLog(warn));
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return this.#collections.show(collection, options).query(query, options);
  }
}

/** Collections of a complete document, created on first access. */
class DocumentCollections {
  readonly #document: Document;
  readonly #base: string | undefined;
  readonly #warnings: WarningLog;
  readonly #created: {[K in CollectionName]?: InMemoryCollection<K>} = {};
  readonly #envelope: Envelope;
  readonly #loadRelated: RelationLoader = (collection, options) =>
    Promise.resolve(this.#get(collection, options).list);
  /** Collections that a caller shows, and is warned about. */
  readonly #shown = new Set<CollectionName>();

  constructor(
    document: Document,
    base: string | undefined,
    warnings: WarningLog,
    options?: WarnOptions,
  ) {
    this.#document = document;
    this.#base = base;
    this.#warnings = warnings;
    const rawEnvelope = {
      attribution: ownValue(document, 'attribution'),
      contact: ownValue(document, 'contact'),
    };
    const {value = {}, errors} = parseEnvelope(rawEnvelope, base);
    this.#envelope = value;
    warnings.warnErrors(base ?? 'items', errors, options);
  }

  /** Returns a collection that the caller shows; the first such caller is warned about its records. */
  show<K extends CollectionName>(collection: K, options: WarnOptions): InMemoryCollection<K> {
    const inMemory = this.#get(collection, options);
    if (!this.#shown.has(collection)) this.#warnings.setCaller(inMemory.list, options);
    this.#shown.add(collection);
    return inMemory;
  }

  /** Returns what the document contains, such as `resources (12)`, if it lacks a collection. */
  otherThan(collection: CollectionName): readonly string[] | undefined {
    const countOf = (name: CollectionName): number => {
      const records = ownValue(this.#document, name);
      return Array.isArray(records) ? records.length : 0;
    };
    if (countOf(collection) > 0) return undefined;
    return COLLECTIONS.flatMap(name => (countOf(name) ? `${name} (${countOf(name)})` : []));
  }

  #get<K extends CollectionName>(collection: K, options: WarnOptions): InMemoryCollection<K> {
    const existing = this.#created[collection];
    if (existing) return existing;
    const records = ownValue(this.#document, collection);
    const list = new LazyRecordList(collection, Array.isArray(records) ? records : [], this.#base);
    this.#warnings.validateWhenIdle(this.#base ?? 'items', list, options);
    const inMemory = new InMemoryCollection(list, this.#loadRelated, this.#envelope);
    (this.#created as Record<K, InMemoryCollection<K>>)[collection] = inMemory;
    return inMemory;
  }
}

/** @throws {SchemaError} if the body is not an object with collections. */
export function checkDocument(body: unknown, url: string): Document {
  if (!isObject(body)) throw new SchemaError(url, 'expected an object');
  const present = COLLECTIONS.filter(name => (ownValue(body, name) ?? null) !== null);
  const invalid = present.find(name => !Array.isArray(body[name]));
  if (invalid) throw new SchemaError(url, `${invalid}: expected a list`);
  if (present.length > 0) return body;
  throw new SchemaError(url, `expected one of the collections ${COLLECTIONS.join(', ')}`);
}
