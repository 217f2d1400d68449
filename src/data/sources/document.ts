import {COLLECTIONS, type CollectionName, type Collections} from '../../model/records.js';
import type {Query} from '../../model/query.js';
import {relationsOf} from '../../model/relations.js';
import {Shelf} from '../../model/shelf.js';
import type {Relations} from '../../model/traits.js';
import {CheckedList} from '../checked-list.js';
import type {Client} from '../client.js';
import {SchemaError} from '../errors.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {answerFrom, type Holding, type Tell, Told} from './holding.js';

/** One JSON document that holds every collection, whole. */
export class DocumentSource implements PortalSource {
  readonly name: string;
  readonly #client: Client;
  readonly #told: Told;
  #body: unknown;
  #shelves: Shelves | undefined;

  constructor(address: string, client: Client, tell: Tell) {
    this.name = address;
    this.#client = client;
    this.#told = new Told(tell);
  }

  isComplete(): boolean {
    return true;
  }

  find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask(collection, query, options, undefined);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask(collection, query, options, Infinity);
  }

  async #ask<K extends CollectionName>(
    collection: K,
    query: Query,
    {signal, reload}: AskOptions,
    wanted: number | undefined,
  ): Promise<Answer<Collections[K]>> {
    const reply = await this.#client.get(this.name, signal, reload);
    if (this.#body !== reply.body || !this.#shelves) {
      this.#shelves = new Shelves(documentOf(reply.body, this.name), this.name, this.#told);
      this.#body = reply.body;
    }
    return answerFrom({...this.#shelves.get(collection), reply}, query, wanted, signal);
  }
}

/** Records handed over by the page itself. */
export class ItemsSource implements PortalSource {
  readonly name = 'items';
  readonly #shelves: Shelves;

  constructor(document: Readonly<Partial<Record<CollectionName, readonly unknown[]>>>, tell: Tell) {
    this.#shelves = new Shelves(document, globalThis.document?.baseURI, new Told(tell));
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(collection: K, query: Query, {signal}: AskOptions) {
    return answerFrom({...this.#shelves.get(collection), reply: {body: null}}, query, undefined, signal);
  }

  async all<K extends CollectionName>(collection: K, query: Query, {signal}: AskOptions) {
    return answerFrom({...this.#shelves.get(collection), reply: {body: null}}, query, Infinity, signal);
  }
}

/** The shelves of a complete document, each made when first asked for. */
class Shelves {
  readonly #document: Readonly<Record<string, unknown>>;
  readonly #base: string | undefined;
  readonly #told: Told;
  readonly #made: {[K in CollectionName]?: Omit<Holding<K>, 'reply'>} = {};
  readonly #envelope: Envelope;
  #relations: Relations | undefined;

  constructor(document: Readonly<Record<string, unknown>>, base: string | undefined, told: Told) {
    this.#document = document;
    this.#base = base;
    this.#told = told;
    this.#envelope = parseEnvelope(
      {attribution: document['attribution'], contact: document['contact']},
      base,
    ).value ?? {};
  }

  get<K extends CollectionName>(collection: K): Omit<Holding<K>, 'reply'> {
    const made = this.#made[collection] as Omit<Holding<K>, 'reply'> | undefined;
    if (made) return made;
    const raws = this.#document[collection];
    const list = new CheckedList(collection, Array.isArray(raws) ? raws : [], this.#base);
    // A shelf looks at relations only when a question turns on them: they may come later.
    const relations: Relations = {
      portal: id => this.#related().portal(id),
      project: id => this.#related().project(id),
      programme: id => this.#related().programme(id),
      projectsOf: portal => this.#related().projectsOf(portal),
    };
    const holding = {list, shelf: new Shelf(collection, list, relations), envelope: this.#envelope};
    (this.#made as Record<K, typeof holding>)[collection] = holding;
    this.#told.check(this.#base ?? 'items', list);
    return holding;
  }

  #related(): Relations {
    this.#relations ??= relationsOf(
      [...this.get('portals').list],
      [...this.get('projects').list],
      [...this.get('programmes').list],
    );
    return this.#relations;
  }
}

function documentOf(body: unknown, address: string): Readonly<Record<string, unknown>> {
  const problem = documentProblem(body);
  if (problem !== undefined) throw new SchemaError(address, problem);
  return body as Readonly<Record<string, unknown>>;
}

function documentProblem(body: unknown): string | undefined {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    return 'expected an object with the collections of a portal';
  }
  const document = body as Readonly<Record<string, unknown>>;
  const there = COLLECTIONS.filter(name => document[name] !== undefined);
  if (there.length === 0) return `expected one of the collections ${COLLECTIONS.join(', ')}`;
  const wrong = there.find(name => !Array.isArray(document[name]));
  return wrong && `${wrong}: expected a list`;
}
