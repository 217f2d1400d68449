import type {Query} from '../../model/query.js';
import type {CollectionName, Id} from '../../model/records.js';
import type {QueryOptions, PortalSource} from '../source.js';

/** Properties of a source that are known before it is loaded. */
type SourceProperties = Pick<PortalSource, 'name' | 'isForeign' | 'contributionsUrl'>;

/**
 * Source around another one, which may be loaded by the first query. Forwards every member; subclasses override those
 * that they change.
 */
export class SourceDecorator implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributionsUrl: string | undefined;
  readonly #load: () => Promise<PortalSource>;
  #source: PortalSource | undefined;
  #loading: Promise<PortalSource> | undefined;

  /** @param load Loads the inner source. Default: the given source is the inner one. */
  constructor(source: PortalSource);
  constructor(properties: SourceProperties, load: () => Promise<PortalSource>);
  constructor(source: SourceProperties, load?: () => Promise<PortalSource>) {
    const {name, isForeign = false, contributionsUrl} = source;
    this.name = name;
    this.isForeign = isForeign;
    this.contributionsUrl = contributionsUrl;
    if (!load) this.#source = source as PortalSource;
    this.#load = load ?? (() => Promise.resolve(source as PortalSource));
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source?.isComplete(collection) ?? false;
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return (await this.#ensureLoaded()).find(collection, query, options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return (await this.#ensureLoaded()).one?.(collection, id, options);
  }

  async #ensureLoaded(): Promise<PortalSource> {
    try {
      return (this.#source ??= await (this.#loading ??= this.#load()));
    } catch (error) {
      // A failed import is retried by the next query.
      this.#loading = undefined;
      throw error;
    }
  }
}
