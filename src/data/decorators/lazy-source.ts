import type {Query} from '../../model/query.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';
import type {QueryResult, QueryOptions, PortalSource} from '../source.js';

/** Source that loads its adapter on first use. */
export class LazySource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributionsUrl: string | undefined;
  readonly #load: () => Promise<PortalSource>;
  #loading: Promise<PortalSource> | undefined;
  #source: PortalSource | undefined;

  constructor(
    name: string,
    isForeign: boolean,
    load: () => Promise<PortalSource>,
    contributions?: string,
  ) {
    this.contributionsUrl = contributions;
    this.name = name;
    this.isForeign = isForeign;
    this.#load = load;
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source?.isComplete(collection) ?? false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    return (await this.#ensureLoaded()).find(collection, query, options);
  }

  async all<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    return (await this.#ensureLoaded()).all(collection, query, options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return (await this.#ensureLoaded()).one?.(collection, id, options);
  }

  async #ensureLoaded(): Promise<PortalSource> {
    this.#loading ??= this.#load();
    try {
      this.#source = await this.#loading;
      return this.#source;
    } catch (error) {
      // A failed import is retried by the next query.
      this.#loading = undefined;
      throw error;
    }
  }
}
