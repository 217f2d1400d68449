import {applicable, type Query, queryString} from '../../model/query.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';
import {CheckedList} from '../checked-list.js';
import type {Client, Reply} from '../client.js';
import {SchemaError} from '../errors.js';
import {id as idLeaf} from '../leaves.js';
import {safeResource} from '../links.js';
import {isLasting} from '../request.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import {isObject, own} from '../shape.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {entire, Holding} from './holding.js';
import type {Related} from './late-relations.js';
import {type Tell, Told} from './told.js';

/** The longest page that the API gives. */
const LONGEST_PAGE = 500;
/** Pages that `all` follows: 20,000 records. */
const MOST_PAGES = 40;

/** One answer of a list. */
interface Page {
  readonly envelope: Envelope;
  readonly items: readonly unknown[];
}

/** A complete answer, where it came from, and how old it is. */
interface Held {
  readonly holding: Holding<CollectionName>;
  readonly reply: Reply;
  readonly address: string;
  readonly limit: number | undefined;
}

/** A server of the portal API: `{api}/portals`, `{api}/resources?…`; lists that say `complete` are filtered here. */
export class ApiSource implements PortalSource {
  readonly name: string;
  readonly contributions: string;
  readonly #client: Client;
  readonly #told: Told;
  readonly #held = new Map<CollectionName, Held>();
  /** What was made of a complete answer, so that several askers share it. */
  readonly #made = new WeakMap<object, Holding<CollectionName>>();

  constructor(api: string, client: Client, tell: Tell) {
    this.name = api;
    this.#client = client;
    this.#told = new Told(tell);
    this.contributions = this.#address('contributions', {});
  }

  isComplete(collection: CollectionName): boolean {
    return this.#held.has(collection);
  }

  find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask(collection, query, query, options, 1);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    const asked = {...query, limit: LONGEST_PAGE, page: 1};
    // Of more than one page, so that it is known for all that matches.
    const pages = Math.max(2, Math.ceil((options.most ?? Infinity) / LONGEST_PAGE));
    return this.#ask(collection, asked, entire(query), options, Math.min(pages, MOST_PAGES));
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    {signal, reload}: AskOptions,
  ): Promise<Collections[K] | undefined> {
    const url = new URL(this.#address(collection, {}));
    url.pathname += `/${encodeURIComponent(id)}`;
    try {
      const {body} = await this.#client.get(url.href, signal, reload);
      const list = new CheckedList(collection, [body], url.href);
      this.#told.check(url.href, list);
      // Dots in an id would lead elsewhere.
      return list.length && String(list.idAt(0)) === String(id) ? list.at(0) : undefined;
    } catch (error) {
      if (isLasting(error)) return undefined;
      throw error;
    }
  }

  /** `asked` is the question for a server, `whole` the one for a collection that is at hand. */
  async #ask<K extends CollectionName>(
    collection: K,
    asked: Query,
    whole: Query,
    options: AskOptions,
    mostPages: number,
  ): Promise<Answer<Collections[K]>> {
    const held = this.#held.get(collection);
    if (held && !options.reload) {
      return (held.holding as Holding<K>).answer(whole, options, held.reply);
    }
    // What is complete is the same for every question: a copy is found by the address of the first.
    const {address = this.#address(collection, asked), limit = asked.limit} = held ?? {};
    const reply = await this.#client.get(address, options.signal, options.reload);
    const page = this.#page(reply.body, address);
    if (page.envelope.complete || givesAll(page, limit)) {
      const holding = this.#holding(collection, reply.body as object, page, address);
      this.#held.set(collection, {holding, reply, address, limit});
      return holding.answer(whole, options, reply);
    }
    if (this.#held.delete(collection))
      return this.#ask(collection, asked, whole, options, mostPages);
    const {items, more} = await this.#follow(page, address, options, mostPages);
    const list = new CheckedList(collection, items, address);
    this.#told.check(address, list);
    const {total = 0, facets = {}, attribution, contact} = page.envelope;
    return {
      items: list,
      total: Math.max(total, list.length),
      facets,
      report: list.report,
      attribution,
      contact,
      staleSince: reply.staleSince,
      cappedAt: mostPages > 1 && (more || total > items.length) ? list.length : undefined,
    };
  }

  #address(collection: CollectionName, query: Query): string {
    const {sort, limit, page, facets, lang} = query;
    // Filters that mean nothing for a collection stay out, so that equal questions have one address.
    const asked = {...applicable(query, collection), sort, limit, page, facets, lang};
    const url = new URL(this.name);
    const own = url.search.slice(1);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/${collection}`;
    url.search = [own, queryString(asked).slice(1)].filter(Boolean).join('&');
    return url.href;
  }

  #page(body: unknown, address: string): Page {
    const items = isObject(body) ? own(body, 'items') : undefined;
    if (!Array.isArray(items)) {
      throw new SchemaError(address, 'expected an object with a list of items');
    }
    const {value = {}, faults} = parseEnvelope(body, address);
    this.#told.faults(address, faults);
    return {envelope: value, items};
  }

  /** The items of a page and of those after it, as long as they bring something new. */
  async #follow(
    first: Page,
    address: string,
    {signal, reload}: AskOptions,
    mostPages: number,
  ): Promise<{items: readonly unknown[]; more: boolean}> {
    const items = [...first.items];
    const ids = new Set(items.map(idOf));
    const asked = new Set([address]);
    let page = first;
    let from = address;
    for (;;) {
      const next = this.#next(page.envelope, from);
      if (!page.envelope.next || (next && asked.has(next))) return {items, more: false};
      if (next === undefined || asked.size >= mostPages) return {items, more: true};
      asked.add(next);
      page = this.#page((await this.#client.get(next, signal, reload)).body, next);
      from = next;
      // What moved from one page to the next while they were being fetched is no fault of theirs.
      const fresh = page.items.filter(item => !ids.has(idOf(item)));
      if (fresh.length === 0) return {items, more: false};
      for (const item of fresh) {
        items.push(item);
        ids.add(idOf(item));
      }
    }
  }

  /** Where the next page is; another origin gets no visitor of ours. */
  #next({next}: Envelope, from: string): string | undefined {
    if (!next) return undefined;
    const url = safeResource(next, from);
    if (url && new URL(url).origin === new URL(from).origin) return url;
    this.#told.tell(`${from}: "next" leads to another origin and is not followed`);
    return undefined;
  }

  #holding<K extends CollectionName>(
    collection: K,
    body: object,
    {items, envelope}: Page,
    address: string,
  ): Holding<K> {
    const made = this.#made.get(body) as Holding<K> | undefined;
    if (made) return made;
    const list = new CheckedList(collection, items, address);
    this.#told.check(address, list);
    const holding = new Holding(list, this.#related, envelope);
    this.#made.set(body, holding);
    return holding;
  }

  /** The records of a collection that another one turns on; none where the server has no such collection. */
  readonly #related: Related = async (collection, signal) => {
    try {
      return (await this.all(collection, {}, {signal})).items;
    } catch (error) {
      if (!isLasting(error)) throw error;
      return new CheckedList(collection, []);
    }
  };
}

/** Whether a server does not read what it is asked, as a folder of files does not: it gives more than a page. */
const givesAll = (
  {items: {length}, envelope: {next, total = 0}}: Page,
  limit = Infinity,
): boolean => !next && length > limit && length >= total;

/** Items without an id that can be used are all new. */
function idOf(item: unknown): unknown {
  const id = isObject(item) ? idLeaf.accept(own(item, 'id')) : undefined;
  return id === undefined ? item : String(id);
}
