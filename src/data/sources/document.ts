import type {Query} from '../../model/query.js';
import {COLLECTIONS, type CollectionName, type Collections} from '../../model/records.js';
import {CheckedList} from '../checked-list.js';
import type {Client, Reply} from '../client.js';
import {SchemaError} from '../errors.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import {isObject, own} from '../shape.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {entire, Holding} from './holding.js';
import type {Related} from './late-relations.js';
import {type Tell, Told} from './told.js';

type Document = Readonly<Record<string, unknown>>;

/** JSON document that contains complete collections. */
export class DocumentSource implements PortalSource {
  readonly name: string;
  readonly #client: Client;
  readonly #told: Told;
  #held: {readonly holdings: Holdings; readonly reply: Reply} | undefined;

  constructor(address: string, client: Client, tell: Tell) {
    this.name = address;
    this.#client = client;
    this.#told = new Told(tell);
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {signal, reload} = options;
    if (!this.#held || reload) {
      const reply = await this.#client.get(this.name, signal, reload);
      const known = this.#held?.reply.body === reply.body ? this.#held?.holdings : undefined;
      this.#held = {reply, holdings: known ?? this.#holdingsOf(reply.body)};
    }
    const {holdings, reply} = this.#held;
    return holdings.get(collection).answer(query, options, reply);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  #holdingsOf(body: unknown): Holdings {
    return new Holdings(documentOf(body, this.name), this.name, this.#told);
  }
}

/** Records that the page sets through a property. */
export class ItemsSource implements PortalSource {
  readonly name = 'items';
  readonly #holdings: Holdings;

  constructor(document: Readonly<Partial<Record<CollectionName, readonly unknown[]>>>, tell: Tell) {
    const base = (globalThis as Partial<typeof globalThis>).document?.baseURI;
    this.#holdings = new Holdings(document, base, new Told(tell));
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#holdings.get(collection).answer(query, options);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }
}

/** Collections of a complete document, created on first access. */
class Holdings {
  readonly #document: Document;
  readonly #base: string | undefined;
  readonly #told: Told;
  readonly #made: {[K in CollectionName]?: Holding<K>} = {};
  readonly #envelope: Envelope;
  readonly #related: Related = collection => Promise.resolve(this.get(collection).list);

  constructor(document: Document, base: string | undefined, told: Told) {
    this.#document = document;
    this.#base = base;
    this.#told = told;
    const said = {attribution: own(document, 'attribution'), contact: own(document, 'contact')};
    const {value = {}, faults} = parseEnvelope(said, base);
    this.#envelope = value;
    told.faults(base ?? 'items', faults);
  }

  get<K extends CollectionName>(collection: K): Holding<K> {
    const made = this.#made[collection];
    if (made) return made;
    const raws = own(this.#document, collection);
    const list = new CheckedList(collection, Array.isArray(raws) ? raws : [], this.#base);
    this.#told.check(this.#base ?? 'items', list);
    const holding = new Holding(list, this.#related, this.#envelope);
    (this.#made as Record<K, Holding<K>>)[collection] = holding;
    return holding;
  }
}

function documentOf(body: unknown, address: string): Document {
  if (!isObject(body)) {
    throw new SchemaError(address, 'expected an object with the collections of a portal');
  }
  const there = COLLECTIONS.filter(name => (own(body, name) ?? null) !== null);
  const wrong = there.find(name => !Array.isArray(body[name]));
  if (wrong) throw new SchemaError(address, `${wrong}: expected a list`);
  if (there.length > 0) return body;
  throw new SchemaError(address, `expected one of the collections ${COLLECTIONS.join(', ')}`);
}
