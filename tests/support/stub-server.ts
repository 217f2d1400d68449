import {NetworkError} from '../../src/data/errors.js';
import type {Answer, AskOptions, PortalSource} from '../../src/data/source.js';
import {ItemsSource} from '../../src/data/sources/document.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName, Collections, Id} from '../../src/model/records.js';

type Records = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** One question that a source was asked, and the way to answer it when it is held back. */
export interface Question {
  readonly collection: CollectionName;
  readonly query: Query;
  readonly how: 'find' | 'all' | 'one';
  readonly signal: AbortSignal;
  answer(): void;
  fail(): void;
}

/** A source that behaves as a server does, in the page: it keeps what it was asked, and answers when it is told to. */
export class StubServer implements PortalSource {
  readonly name = 'stub';
  /** Where contributions are sent. */
  contributions: string | undefined;
  readonly questions: Question[] = [];
  /** Whether answers wait for `answer()`. */
  isHeld = false;
  /** Whether each question fails. */
  isBroken = false;
  /** What every answer has besides. */
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

  /** What was asked of a collection. */
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

  /** Keeps a question, and waits until it is to be answered. */
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
