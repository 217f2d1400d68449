import type {CommuneIndex} from '../../model/geo/commune-index.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Query} from '../../model/query.js';
import type {RecordList} from '../../model/collection/record-list.js';
import {RecordListDecorator} from './record-list-decorator.js';
import type {CollectionName, Collections, Commune, PortalRecord} from '../../model/records.js';
import {placeNames} from '../../model/text.js';
import type {Client} from '../client/client.js';
import {communesFrom} from '../communes.js';
import {isAbortError, LoadError, SchemaError} from '../client/errors.js';
import {safeFetchUrl} from '../../model/schemas/safe-urls.js';
import {runInSlices} from '../scheduling.js';
import type {QueryResult, QueryOptions, PortalSource} from '../source.js';
import {SourceDecorator} from './source-decorator.js';
import {type WarningHandler, WarningLog} from '../sources/shared/warning-log.js';

/** Source that places records without coordinates at the centre of their commune. */
export class CommuneLocatedSource extends SourceDecorator {
  readonly #tableUrl: string;
  readonly #client: Client;
  readonly #warnings: WarningLog;

  /** @param tableUrl URL of the table of communes, loaded when a record first needs it. */
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
  ) {
    return this.#locate(await super.find(collection, query, options), options);
  }

  async #locate<K extends CollectionName>(
    result: QueryResult<Collections[K]>,
    {signal}: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {items} = result;
    const unlocated = await findUnlocated(items, signal);
    const communes = unlocated.length > 0 ? await this.#loadCommunes(signal) : undefined;
    if (!communes) return result;
    const coordinates = new Map<number, Geo>();
    const unresolved: UnresolvedCommune[] = [];
    const find = (at: number): void => {
      const {index, commune} = unlocated[at] as UnlocatedRecord;
      const communeOrReason = communes.find(commune);
      if (typeof communeOrReason === 'string') unresolved.push({commune, reason: communeOrReason});
      else coordinates.set(index, {lat: communeOrReason.lat, lon: communeOrReason.lon});
    };
    await runInSlices(unlocated.length, find, signal);
    this.#warnUnresolved(unresolved);
    return {...result, items: new CommuneLocatedList(items, coordinates)};
  }

  /** Loads the table of communes; undefined if that fails, so that the records are still shown. */
  async #loadCommunes(signal: AbortSignal): Promise<CommuneIndex | undefined> {
    try {
      return await loadCommunes(this.#tableUrl, this.#client, signal);
    } catch (error) {
      if (isAbortError(error)) throw error;
      this.#warnings.warn(`places: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  #warnUnresolved(unresolved: readonly UnresolvedCommune[]): void {
    const [first] = unresolved;
    if (!first) return;
    const {insee, name} = first.commune;
    const commune = [placeNames(name, ''), insee].filter(Boolean).join(', ');
    const hint = first.reason === 'ambiguous' ? ': its INSEE code or département would tell' : '';
    const count = `${unresolved.length} record(s) stay without a place`;
    this.#warnings.warn(
      `places: ${count}, the first in "${commune}", which is ${first.reason}${hint}`,
    );
  }
}

/**
 * Loads a table of communes and builds its index.
 *
 * @throws {LoadError}
 */
export async function loadCommunes(
  tableUrl: string,
  client: Client,
  signal: AbortSignal,
): Promise<CommuneIndex> {
  const base = (globalThis as Partial<typeof globalThis>).document?.baseURI;
  const url = safeFetchUrl(tableUrl, base);
  if (url === undefined)
    throw new LoadError('unsupported', tableUrl, 'this address may not be fetched');
  const communes = communesFrom((await client.get(url, signal)).body);
  if (!communes) throw new SchemaError(tableUrl, 'this is no table of communes');
  await runInSlices(communes.length, index => communes.indexName(index), signal);
  return communes;
}

interface UnlocatedRecord {
  readonly index: number;
  readonly commune: Commune;
}

/** Commune that was not found, or not uniquely. */
interface UnresolvedCommune {
  readonly commune: Commune;
  readonly reason: string;
}

async function findUnlocated(items: RecordList, signal: AbortSignal): Promise<UnlocatedRecord[]> {
  const unlocated: UnlocatedRecord[] = [];
  const visit = (index: number): void => {
    if (items.geoAt(index)) return;
    const {commune} = items.at(index) as {readonly commune?: Commune};
    if (commune?.insee !== undefined || commune?.name) unlocated.push({index, commune});
  };
  await runInSlices(items.length, visit, signal);
  return unlocated;
}

/** Records of which some are placed at the centre of their commune. */
class CommuneLocatedList<R extends PortalRecord> extends RecordListDecorator<R> {
  readonly #coordinates: ReadonlyMap<number, Geo>;

  constructor(list: RecordList<R>, coordinates: ReadonlyMap<number, Geo>) {
    super(list);
    this.#coordinates = coordinates;
  }

  override geoAt(index: number): Geo | undefined {
    return super.geoAt(index) ?? this.#coordinates.get(index);
  }

  override isApproximateAt(index: number): boolean {
    return this.#coordinates.has(index);
  }
}
