import {CommuneAtlas} from '../../model/geo/atlas.js';
import type {CommuneIndex} from '../../model/geo/commune-index.js';
import {
  ALL_RECORDS,
  APPLICABLE_FILTERS,
  type Query,
  type TerritoryKind,
} from '../../model/query.js';
import {SubsetRecordList} from '../../model/collection/record-list.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {isTerritoryCode, territoryKindsIn} from '../../model/geo/territory.js';
import type {Client} from '../client/client.js';
import {isAbortError} from '../client/errors.js';
import {runInSlices} from '../scheduling.js';
import {type QueryResult, type QueryOptions, type PortalSource, emptyIfMissing} from '../source.js';
import {SourceDecorator} from './source-decorator.js';
import {type WarningHandler, WarningLog} from '../sources/shared/warning-log.js';

/** Collections that are loaded in addition to a widget's own, and never filtered by territory. */
const UNFILTERED_COLLECTIONS: ReadonlySet<CollectionName> = new Set(['programmes', 'chapters']);

/**
 * Source with territory filters. Complete collections and foreign sources apply them themselves. A portal API server
 * filters by commune only: it gets the other filters, and the territory filter is applied in the browser. A record
 * requested by its id is returned wherever it lies, because a link to it was shared.
 */
export class TerritorialSource extends SourceDecorator {
  readonly #tableUrl: string;
  readonly #warnings: WarningLog;
  readonly #client: Client;
  #cachedAtlas:
    {readonly communes: CommuneIndex | undefined; readonly atlas: CommuneAtlas} | undefined;
  readonly #loadRelated = emptyIfMissing(
    async (collection, {signal, warn}) =>
      (await super.find(collection, ALL_RECORDS, {signal, warn})).items,
  );

  /** @param tableUrl URL of the table of communes; empty without one. */
  constructor(source: PortalSource, tableUrl: string, client: Client, warn: WarningHandler) {
    super(source);
    this.#tableUrl = tableUrl;
    this.#client = client;
    this.#warnings = new WarningLog(warn);
  }

  override async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const validQuery = this.#withValidCodes(query);
    const kinds = territoryKindsIn(validQuery);
    if (kinds.length === 0 || !this.#hasTerritories(collection, kinds))
      return super.find(collection, validQuery, options);
    const atlas = await this.#loadAtlas(kinds, options.signal);
    const extent = this.isForeign ? atlas.extentOf(validQuery) : undefined;
    const result = await this.#query(collection, validQuery, {...options, atlas, extent});
    const unlocatedCount = Math.max(...kinds.map(kind => atlas.takeUnresolvedCount(kind)));
    if (unlocatedCount > 0)
      this.#warnings.warn(
        `${kinds.join(', ')}: ${unlocatedCount} record(s) are in none, since nothing tells their commune: coordinates alone do not`,
      );
    if (result.thinned === undefined) return result;
    // The location of a cluster does not say in which territory its records lie.
    this.#warnings.warn(`${kinds.join(', ')}: what stands for several records is not shown`);
    return {...result, items: new SubsetRecordList(result.items, [])};
  }

  /** Returns the query without invalid codes. */
  #withValidCodes(query: Query): Query {
    const validQuery: Record<string, unknown> = {...query};
    for (const kind of territoryKindsIn(query)) {
      const codes = query[kind]?.map(code => code.toUpperCase());
      if (codes?.every(code => isTerritoryCode(kind, code))) validQuery[kind] = codes;
      else {
        const value = query[kind]?.join().slice(0, 80);
        this.#warnings.warn(`${kind}="${value}" is invalid and ignored`);
        validQuery[kind] = undefined;
      }
    }
    return validQuery as Query;
  }

  #hasTerritories(collection: CollectionName, kinds: readonly TerritoryKind[]): boolean {
    const hasCommune = APPLICABLE_FILTERS[collection].includes('commune');
    if (!hasCommune && !UNFILTERED_COLLECTIONS.has(collection))
      this.#warnings.warn(`${kinds.join(', ')}: ${collection} name no commune, and all are shown`);
    return hasCommune;
  }

  /**
   * Returns the territories of communes, from the table `places` if there is one; otherwise from the records' own
   * codes.
   */
  async #loadAtlas(kinds: readonly TerritoryKind[], signal: AbortSignal): Promise<CommuneAtlas> {
    const communes = this.#tableUrl ? await this.#loadCommunes(signal) : undefined;
    if (kinds.includes('epci') && !communes?.hasEpci)
      this.#warnings.warn(
        `epci: ${communes ? 'the table of "places" tells of none' : 'there is no table of communes'}, so that only records that name theirs are found: "npx spass-widgets communes" makes one for places="…"`,
      );
    if (!this.#cachedAtlas || this.#cachedAtlas.communes !== communes)
      this.#cachedAtlas = {communes, atlas: new CommuneAtlas(communes)};
    return this.#cachedAtlas.atlas;
  }

  async #loadCommunes(signal: AbortSignal): Promise<CommuneIndex | undefined> {
    try {
      const {loadCommunes} = await import('./commune-located-source.js');
      return await loadCommunes(this.#tableUrl, this.#client, signal);
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#warnings.warn(`places: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  async #query<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    if (!this.isForeign && !this.isComplete(collection)) {
      const serverQuery = {...this.#serverQuery(query, options), ...ALL_RECORDS};
      const result = await super.find(collection, serverQuery, options);
      if (!this.isComplete(collection))
        return this.#filterLocally(collection, query, result, options);
    }
    return super.find(collection, query, options);
  }

  /**
   * Returns the query for a portal API server: without filters that a facet must ignore, and with an EPCI replaced by
   * its communes.
   */
  #serverQuery({epci, departement, region, ...query}: Query, {atlas}: QueryOptions): Query {
    const {facets = [], sort: _sort, limit: _limit, page: _page, ...filter} = query;
    const counted: readonly string[] = facets.flatMap(name =>
      name === 'year' ? ['from', 'to'] : [name],
    );
    const serverFilter = Object.fromEntries(
      Object.entries(filter).filter(([part]) => !counted.includes(part)),
    ) as Query;
    // A merged source passes the territory on to each of its sources.
    const isSingleSource = !this.name.includes(' ');
    const epciCommunes = (isSingleSource && epci && atlas?.communesOf(epci)) || [];
    const commune = serverFilter.commune?.length ? serverFilter.commune : epciCommunes;
    return {...serverFilter, epci, departement, region, commune};
  }

  /** Filters the records of a server by territory, in the browser. */
  async #filterLocally<K extends CollectionName>(
    collection: K,
    query: Query,
    result: QueryResult<Collections[K]>,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {items, cappedAt} = result;
    const {signal, atlas} = options;
    const [{CollectionIndex}, {lazyRelationsFor}] = await Promise.all([
      import('../../model/collection/collection-index.js'),
      import('../sources/shared/files/lazy-relations.js'),
    ]);
    const relations = lazyRelationsFor(this.#loadRelated);
    await relations.ensureLoaded(collection, query, options);
    await runInSlices(items.length, index => items.at(index), signal);
    if (cappedAt !== undefined) {
      const kinds = territoryKindsIn(query).join(', ');
      this.#warnings.warn(
        `${kinds}: this server does not know it, and gave but ${items.length} of its ${result.total} records to pick from: ask for less (commune, portal, theme…), or give all in one document`,
      );
    }
    return {...result, ...new CollectionIndex(collection, items, relations).find(query, atlas)};
  }
}
