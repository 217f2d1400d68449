import {NetworkError} from '../../src/data/client/errors.js';
import type {QueryResult, QueryOptions, PortalSource} from '../../src/data/source.js';
import {ItemsSource} from '../../src/data/sources/document/document.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName, Collections, Id} from '../../src/model/records.js';

type Records = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** Recorded query, with methods that answer it while the server is on hold. */
export interface RecordedQuery {
  readonly collection: CollectionName;
  /** Without limit and page if all records are requested. */
  readonly query: Query;
  /** `all` for a query without limit. */
  readonly method: 'find' | 'all' | 'one';
  readonly signal: AbortSignal;
  answer(): void;
  fail(): void;
}

/** Source in the page that behaves like a server: records queries and answers them on demand. */
export class StubServer implements PortalSource {
  readonly name = 'stub';
  /** URL for submitting contributions. */
  contributionsUrl: string | undefined;
  readonly queries: RecordedQuery[] = [];
  /** True to hold answers until `answer()` is called. */
  isHeld = false;
  /** True to fail all queries. */
  isBroken = false;
  /** Collections whose queries fail. */
  broken: readonly CollectionName[] = [];
  /** Properties added to all results. */
  extra: Partial<Omit<QueryResult, 'items'>> = {};
  /** Records of all collections. */
  readonly records: Records;
  readonly #items: ItemsSource;
  readonly #isComplete: boolean;

  constructor(records: Records, isComplete = false) {
    this.records = records;
    this.#items = new ItemsSource(records, () => {});
    this.#isComplete = isComplete;
  }

  isComplete(): boolean {
    return this.#isComplete;
  }

  /** Returns the queries to a collection. */
  queriesFor(collection: CollectionName = 'resources'): Query[] {
    return this.queries.filter(one => one.collection === collection).map(({query}) => query);
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {limit, page: _page, ...filter} = query;
    const isForAll = limit === Infinity;
    await this.#record(isForAll ? 'all' : 'find', collection, isForAll ? filter : query, options);
    return {...(await this.#items.find(collection, query, options)), ...this.extra};
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    options: QueryOptions,
  ): Promise<Collections[K] | undefined> {
    await this.#record('one', collection, {q: String(id)}, options);
    const {items} = await this.#items.find(collection, {limit: Infinity}, options);
    return [...items].find(record => String(record.id) === String(id));
  }

  /** Records a query and waits until it may be answered. */
  #record(
    how: RecordedQuery['method'],
    collection: CollectionName,
    query: Query,
    {signal, warn}: QueryOptions,
  ): Promise<void> {
    // Warnings of a cached source would reach nobody.
    if (!warn) throw new Error(`no warning handler: ${how} ${collection}`);
    return new Promise<void>((answer, reject) => {
      const fail = (): void => reject(new NetworkError('network', 'stub', 'it is broken'));
      this.queries.push({collection, query, method: how, signal, answer, fail});
      if (this.isBroken || this.broken.includes(collection)) fail();
      else if (!this.isHeld) answer();
    });
  }
}
