import {applicable, type Query, queryString} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {NO_RELATIONS, relationsOf} from '../../model/relations.js';
import {Shelf} from '../../model/shelf.js';
import type {Relations} from '../../model/traits.js';
import {CheckedList} from '../checked-list.js';
import type {Client} from '../client.js';
import {isAbort, SchemaError} from '../errors.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {answerFrom, type Holding, type Tell, Told} from './holding.js';

/** The longest page that the API gives. */
const LONGEST_PAGE = 500;
/** Pages that `all` follows: 20,000 records. */
const MOST_PAGES = 40;

type Holdings = {[K in CollectionName]?: Holding<K>};

/** A server of the portal API: `{api}/portals`, `{api}/resources?…`; lists that say `complete` are filtered here. */
export class ApiSource implements PortalSource {
  readonly name: string;
  readonly #client: Client;
  readonly #told: Told;
  readonly #holdings: Holdings = {};

  constructor(api: string, client: Client, tell: Tell) {
    this.name = api.replace(/\/+$/, '');
    this.#client = client;
    this.#told = new Told(tell);
  }

  isComplete(collection: CollectionName): boolean {
    return this.#holdings[collection] !== undefined;
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask(collection, query, options, 1);
  }

  async all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask(collection, {...query, limit: LONGEST_PAGE}, options, MOST_PAGES);
  }

  async #ask<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
    mostPages: number,
  ): Promise<Answer<Collections[K]>> {
    const wanted = mostPages > 1 ? Infinity : undefined;
    const held = this.#holdings[collection] as Holding<K> | undefined;
    if (held && !options.reload) return answerFrom(held, query, wanted, options.signal);
    const address = `${this.name}/${collection}${queryString(applicableOnly(collection, query))}`;
    const reply = await this.#client.get(address, options.signal, options.reload);
    const envelope = envelopeOf(reply.body, address);
    let raws = itemsOf(reply.body, address);
    if (envelope.complete) {
      const list = new CheckedList(collection, raws, address);
      const relations = await this.#relations(collection, list, query, options);
      const holding: Holding<K> = {list, shelf: new Shelf(collection, list, relations), envelope, reply};
      this.#hold(collection, holding);
      this.#told.check(address, list);
      return answerFrom(holding, query, wanted, options.signal);
    }
    let next = envelope.next;
    let from = address;
    for (let page = 1; next && page < mostPages; page++) {
      const url = this.#sameOrigin(next, from);
      if (!url || url === from) break;
      const more = await this.#client.get(url, options.signal, options.reload);
      const items = itemsOf(more.body, url);
      if (items.length === 0) break;
      raws = raws.concat(items);
      from = url;
      next = envelopeOf(more.body, url).next;
    }
    const list = new CheckedList(collection, raws, address);
    this.#told.check(address, list);
    return {
      items: list,
      total: Math.max(envelope.total ?? 0, list.length),
      facets: envelope.facets ?? {},
      report: list.report,
      attribution: envelope.attribution,
      contact: envelope.contact,
      staleSince: reply.staleSince,
      cappedAt: mostPages > 1 && next ? list.length : undefined,
    };
  }

  #hold<K extends CollectionName>(collection: K, holding: Holding<K>): void {
    // A stale copy is shown, not kept: the next question asks the server again.
    if (holding.reply.staleSince === undefined) (this.#holdings as Record<K, Holding<K>>)[collection] = holding;
  }

  #sameOrigin(next: string, from: string): string | undefined {
    const url = new URL(next, from);
    if (url.origin === new URL(from).origin) return url.href;
    this.#told.tell(`${from}: "next" leads to another origin (${url.origin}) and is not followed`);
    return undefined;
  }

  /** What other collections say of this one's records, when the query turns on it. */
  async #relations<K extends CollectionName>(
    collection: K,
    own: CheckedList<K>,
    query: Query,
    options: AskOptions,
  ): Promise<Relations> {
    const load = async <C extends 'portals' | 'projects' | 'programmes'>(other: C) => {
      if ((other as CollectionName) === collection) return [...own] as unknown as Collections[C][];
      try {
        return [...(await this.all(other, query.lang ? {lang: query.lang} : {}, {signal: options.signal})).items];
      } catch (error) {
        if (isAbort(error)) throw error;
        return [];
      }
    };
    if (!['portals', 'projects', 'resources'].includes(collection)) return NO_RELATIONS;
    const [portals, projects, programmes] = await Promise.all([load('portals'), load('projects'), load('programmes')]);
    return relationsOf(portals, projects, programmes);
  }
}

/** Filters that mean nothing for a collection stay out of its address, so that equal questions have one. */
function applicableOnly(collection: CollectionName, query: Query): Query {
  const kept = applicable(query, collection);
  const {sort, limit, page, facets, lang} = query;
  return {sort, limit, page, facets, lang, ...kept};
}

function envelopeOf(body: unknown, address: string): Envelope {
  return parseEnvelope(body, address).value ?? {};
}

function itemsOf(body: unknown, address: string): readonly unknown[] {
  const items = (body as {items?: unknown} | null)?.items;
  if (!Array.isArray(items)) throw new SchemaError(address, 'expected an object with a list of items');
  return items;
}
