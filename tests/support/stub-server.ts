import {NetworkError} from '../../src/data/errors.js';
import type {Answer, AskOptions, PortalSource} from '../../src/data/source.js';
import {ItemsSource} from '../../src/data/sources/document.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName, Collections, Id} from '../../src/model/records.js';

type Records = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** Recorded query, with methods that answer it while the server is on hold. */
export interface Question {
  readonly collection: CollectionName;
  readonly query: Query;
  readonly how: 'find' | 'all' | 'one';
  readonly signal: AbortSignal;
  answer(): void;
  fail(): void;
}

/** Source in the page that behaves like a server: records queries and answers them on demand. */
export class StubServer implements PortalSource {
  readonly name = 'stub';
  /** URL for submitting contributions. */
  contributions: string | undefined;
  readonly questions: Question[] = [];
  /** True to hold answers until `answer()` is called. */
  isHeld = false;
  /** True to fail all queries. */
  isBroken = false;
  /** Properties added to all results. */
  extra: Partial<Omit<Answer, 'items'>> = {};
  readonly #items: ItemsSource;
  readonly #isComplete: boolean;

  constructor(records: Records, isComplete = false) {
    this.#items = new ItemsSource(records, () => {});
    this.#isComplete = isComplete;
  }

  isComplete(): boolean {
    return this.#isComplete;
  }

  /** Returns the queries to a collection. */
  asked(collection: CollectionName = 'resources'): Query[] {
    return this.questions.filter(one => one.collection === collection).map(({query}) => query);
  }

  find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask('find', collection, query, options);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask('all', collection, query, options);
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    options: AskOptions,
  ): Promise<Collections[K] | undefined> {
    await this.#heard('one', collection, {q: String(id)}, options);
    const {items} = await this.#items.all(collection, {}, options);
    return [...items].find(record => String(record.id) === String(id));
  }

  async #ask<K extends CollectionName>(
    how: 'find' | 'all',
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    await this.#heard(how, collection, query, options);
    return {...(await this.#items[how](collection, query, options)), ...this.extra};
  }

  /** Records a query and waits until it may be answered. */
  #heard(
    how: Question['how'],
    collection: CollectionName,
    query: Query,
    {signal}: AskOptions,
  ): Promise<void> {
    return new Promise<void>((answer, reject) => {
      const fail = (): void => reject(new NetworkError('network', 'stub', 'it is broken'));
      this.questions.push({collection, query, how, signal, answer, fail});
      if (this.isBroken) fail();
      else if (!this.isHeld) answer();
    });
  }
}
