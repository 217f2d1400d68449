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

/** Maximum page size of the portal API. */
const LONGEST_PAGE = 500;
/** Maximum number of pages that `all` requests: 20,000 records. */
const MOST_PAGES = 40;

/** One page of a list response. */
interface Page {
  readonly envelope: Envelope;
  readonly items: readonly unknown[];
}

/** Complete collection, with its URL and its age. */
interface Held {
  readonly holding: Holding<CollectionName>;
  readonly reply: Reply;
  readonly address: string;
  readonly limit: number | undefined;
}

/**
 * Server of the portal API: `{api}/portals`, `{api}/resources?…`. Lists marked `complete` are filtered in the browser.
 */
export class ApiSource implements PortalSource {
  readonly name: string;
  readonly contributions: string;
  readonly #client: Client;
  readonly #told: Told;
  readonly #held = new Map<CollectionName, Held>();
  /** In-memory collection of each complete response, shared by all callers. */
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
    // At least two pages, so that `cappedAt` is set if there are more.
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
      // An id of dots resolves to another URL path.
      return list.length && String(list.idAt(0)) === String(id) ? list.at(0) : undefined;
    } catch (error) {
      if (isLasting(error)) return undefined;
      throw error;
    }
  }

  /**
   * Runs a query.
   *
   * @param serverQuery Query for the server.
   * @param localQuery Query for a complete collection, run in the browser.
   */
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
    // A complete response is the same for every query: the client finds its copy by the URL of the first.
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
    // Filters that do not apply to the collection are left out, so that equivalent queries share one URL.
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

  /** Fetches the following pages and returns all items. Stops at a page without new items. */
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
      // Records may move to the next page between two requests: duplicates are left out without a warning.
      const fresh = page.items.filter(item => !ids.has(idOf(item)));
      if (fresh.length === 0) return {items, more: false};
      for (const item of fresh) {
        items.push(item);
        ids.add(idOf(item));
      }
    }
  }

  /** Returns the URL of the next page, or undefined if it has another origin: no request is sent there. */
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

  /** Loads a related collection; an empty list if the server does not have it. */
  readonly #related: Related = async (collection, signal) => {
    try {
      return (await this.all(collection, {}, {signal})).items;
    } catch (error) {
      if (!isLasting(error)) throw error;
      return new CheckedList(collection, []);
    }
  };
}

/** Returns true if the server ignores the page size, as static files do, and has returned all records. */
const givesAll = (
  {items: {length}, envelope: {next, total = 0}}: Page,
  limit = Infinity,
): boolean => !next && length > limit && length >= total;

/** Returns the id of an item, or the item itself if it has no valid id, so that it counts as new. */
function idOf(item: unknown): unknown {
  const id = isObject(item) ? idLeaf.accept(own(item, 'id')) : undefined;
  return id === undefined ? item : String(id);
}
