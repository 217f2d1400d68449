import {fold} from '../../model/fold.js';
import {type CollectionName, type Resource, titleOf} from '../../model/records.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {translationsOf} from '../../model/text.js';

const keyOf = (collection: string, name: string): string => `${collection} ${fold(name).trim()}`;

/** Values of records, found by the identifier or the title with which other rows name a record. */
export class NamedRecords<T> {
  readonly #byId = new Map<string, T>();
  readonly #byTitle = new Map<string, T>();
  readonly #collections = new Set<string>();

  add(collection: CollectionName, record: JsonObject, value: T): void {
    this.#collections.add(collection);
    this.#byId.set(keyOf(collection, String(record['id'])), value);
    for (const title of translationsOf(titleOf(record as unknown as Resource))) {
      const key = keyOf(collection, title);
      // Of several records with one title, the first.
      if (!this.#byTitle.has(key)) this.#byTitle.set(key, value);
    }
  }

  /** True if there are records of a collection. */
  has(collection: string): boolean {
    return this.#collections.has(collection);
  }

  /** Returns the value of a record. An identifier comes before the title of another record. */
  find(collection: string, name: unknown): T | undefined {
    const key = keyOf(collection, String(name));
    return this.#byId.get(key) ?? this.#byTitle.get(key);
  }
}
