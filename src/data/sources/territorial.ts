import {CommuneAtlas} from '../../model/atlas.js';
import type {Communes} from '../../model/communes.js';
import {APPLICABLE, type Query, type TerritoryKind} from '../../model/query.js';
import {SubList} from '../../model/record-list.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';
import {Shelf} from '../../model/shelf.js';
import {isCode, territoriesIn} from '../../model/territory-code.js';
import {CheckedList} from '../checked-list.js';
import {sharedClient} from '../client.js';
import {isAbort} from '../errors.js';
import {loadSources} from '../load-sources.js';
import {isLasting} from '../request.js';
import {inSlices} from '../slices.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {entire} from './holding.js';
import {relationsBy, type Related} from './late-relations.js';
import {type Tell, Told} from './told.js';

/** Collections that are loaded in addition to a widget's own, and never filtered by territory. */
const BESIDE: ReadonlySet<CollectionName> = new Set(['programmes', 'chapters']);

/**
 * Loads a table of communes.
 *
 * @throws {LoadError}
 */
type ReadTable = (address: string, signal: AbortSignal) => Promise<Communes>;

const readTable: ReadTable = async (address, signal) =>
  (await loadSources()).communesAt(address, sharedClient, signal);

/**
 * Source with territory filters. Complete collections and foreign sources apply them themselves. A portal API server
 * filters by commune only: it gets the other filters, and the territory filter is applied in the browser.
 */
class TerritorialSource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributions: string | undefined;
  readonly #source: PortalSource;
  readonly #places: string;
  readonly #told: Told;
  readonly #readTable: ReadTable;
  #made: {readonly communes: Communes | undefined; readonly atlas: CommuneAtlas} | undefined;
  /** Loads a related collection; an empty list if the source does not have it. */
  readonly #related: Related = async (collection, signal) => {
    try {
      return (await this.#source.all(collection, {}, {signal})).items;
    } catch (error) {
      if (!isLasting(error)) throw error;
      return new CheckedList(collection, []);
    }
  };

  constructor(source: PortalSource, places: string, tell: Tell, read: ReadTable) {
    this.name = source.name;
    this.isForeign = source.isForeign ?? false;
    this.contributions = source.contributions;
    this.#source = source;
    this.#places = places;
    this.#told = new Told(tell);
    this.#readTable = read;
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source.isComplete(collection);
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const asked = this.#checked(query);
    const kinds = territoriesIn(asked);
    if (kinds.length === 0 || !this.#bearsOn(collection, kinds))
      return this.#source.find(collection, asked, options);
    const atlas = await this.#atlas(kinds, options.signal);
    const answer = await this.#ask(collection, asked, {...options, atlas});
    const lost = Math.max(...kinds.map(kind => atlas.takeLost(kind)));
    if (lost > 0)
      this.#told.tell(
        `${kinds.join(', ')}: ${lost} record(s) are in none, since nothing tells their commune: coordinates alone do not`,
      );
    if (answer.thinned === undefined) return answer;
    // The location of a cluster does not say in which territory its records lie.
    this.#told.tell(`${kinds.join(', ')}: what stands for several records is not shown`);
    return {...answer, items: new SubList(answer.items, [])};
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  /** Returns the record wherever it lies: a link to it was shared. */
  async one<K extends CollectionName>(collection: K, id: Id, options: AskOptions) {
    return this.#source.one?.(collection, id, options);
  }

  /** A question without the codes that are none. */
  #checked(query: Query): Query {
    const asked: Record<string, unknown> = {...query};
    for (const kind of territoriesIn(query)) {
      const codes = query[kind]?.map(code => code.toUpperCase());
      if (codes?.every(code => isCode(kind, code))) asked[kind] = codes;
      else {
        const value = query[kind]?.join().slice(0, 80);
        this.#told.tell(`${kind}="${value}" makes no sense and is taken as if it were absent`);
        asked[kind] = undefined;
      }
    }
    return asked;
  }

  #bearsOn(collection: CollectionName, kinds: readonly TerritoryKind[]): boolean {
    const isIt = APPLICABLE[collection].includes('commune');
    if (!isIt && !BESIDE.has(collection))
      this.#told.tell(`${kinds.join(', ')}: ${collection} name no commune, and all are shown`);
    return isIt;
  }

  /**
   * Returns the territories of communes, from the table `places` if there is one; otherwise from the records' own
   * codes.
   */
  async #atlas(kinds: readonly TerritoryKind[], signal: AbortSignal): Promise<CommuneAtlas> {
    const communes = this.#places ? await this.#table(signal) : undefined;
    if (kinds.includes('epci') && !communes?.hasEpci)
      this.#told.tell(
        `epci: ${communes ? 'the table of "places" tells of none' : 'there is no table of communes'}, so that only records that name theirs are found: "npx spass-widgets communes" makes one for places="…"`,
      );
    if (!this.#made || this.#made.communes !== communes)
      this.#made = {communes, atlas: new CommuneAtlas(communes)};
    return this.#made.atlas;
  }

  async #table(signal: AbortSignal): Promise<Communes | undefined> {
    try {
      return await this.#readTable(this.#places, signal);
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#told.tell(`places: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  async #ask<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    if (!this.isForeign && !this.isComplete(collection)) {
      const whole = await this.#source.all(collection, this.#wider(query, options), options);
      if (!this.isComplete(collection)) return this.#pick(collection, query, whole, options);
    }
    return this.#source.find(collection, query, options);
  }

  /**
   * Returns the query for a portal API server: without filters that a facet must ignore, and with an EPCI replaced by
   * its communes.
   */
  #wider({epci, departement, region, ...query}: Query, {atlas}: AskOptions): Query {
    const {facets = [], sort: _sort, limit: _limit, page: _page, ...filter} = query;
    const counted: readonly string[] = facets.flatMap(name =>
      name === 'year' ? ['from', 'to'] : [name],
    );
    const asked: Query = Object.fromEntries(
      Object.entries(filter).filter(([part]) => !counted.includes(part)),
    );
    // A merged source passes the territory on to each of its sources.
    const isOne = !this.name.includes(' ');
    const within = (isOne && epci && atlas?.communesOf(epci)) || [];
    const commune = asked.commune?.length ? asked.commune : within;
    return {...asked, epci, departement, region, commune};
  }

  /** Filters the records of a server by territory, in the browser. */
  async #pick<K extends CollectionName>(
    collection: K,
    query: Query,
    whole: Answer<Collections[K]>,
    {signal, atlas}: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {items, cappedAt} = whole;
    const relations = relationsBy(this.#related);
    await relations.need(collection, query, signal);
    await inSlices(items.length, index => items.at(index), signal);
    if (cappedAt !== undefined) {
      const kinds = territoriesIn(query).join(', ');
      this.#told.tell(
        `${kinds}: this server does not know it, and gave but ${items.length} of its ${whole.total} records to pick from: ask for less (commune, portal, theme…), or give all in one document`,
      );
    }
    return {...whole, ...new Shelf(collection, items, relations).find(query, atlas)};
  }
}

/** Returns the source with support for territory filters. */
export const inTerritories = (
  source: PortalSource,
  places: string,
  tell: Tell,
  read: ReadTable = readTable,
): PortalSource => new TerritorialSource(source, places, tell, read);
