import type {Query} from '../../model/query.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';

/** Source that loads its adapter on first use. */
export class LateSource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributions: string | undefined;
  readonly #load: () => Promise<PortalSource>;
  #loading: Promise<PortalSource> | undefined;
  #source: PortalSource | undefined;

  constructor(
    name: string,
    isForeign: boolean,
    load: () => Promise<PortalSource>,
    contributions?: string,
  ) {
    this.contributions = contributions;
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
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    return (await this.#get()).find(collection, query, options);
  }

  async all<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    return (await this.#get()).all(collection, query, options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: AskOptions) {
    return (await this.#get()).one?.(collection, id, options);
  }

  async #get(): Promise<PortalSource> {
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
