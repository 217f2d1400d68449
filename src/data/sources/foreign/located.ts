import type {Communes} from '../../../model/communes.js';
import type {Geo} from '../../../model/geo.js';
import type {Geometry} from '../../../model/geometry.js';
import type {Query} from '../../../model/query.js';
import type {RecordList} from '../../../model/record-list.js';
import type {
  CollectionName,
  Collections,
  Commune,
  Family,
  Id,
  PortalRecord,
} from '../../../model/records.js';
import {namesIn} from '../../../model/text.js';
import type {Client} from '../../client.js';
import {communesIn} from '../../communes.js';
import {isAbort, LoadError, SchemaError} from '../../errors.js';
import {safeResource} from '../../links.js';
import {inSlices} from '../../slices.js';
import type {Answer, AskOptions, PortalSource} from '../../source.js';
import {type Tell, Told} from '../told.js';

/** Source that places records without coordinates at the centre of their commune. */
export class LocatedSource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributions: string | undefined;
  readonly #source: PortalSource;
  readonly #table: string;
  readonly #client: Client;
  readonly #told: Told;

  /** @param tableUrl URL of the table of communes, loaded when a record first needs it. */
  constructor(source: PortalSource, table: string, client: Client, tell: Tell) {
    this.name = source.name;
    this.isForeign = source.isForeign ?? false;
    this.contributions = source.contributions;
    this.#source = source;
    this.#table = table;
    this.#client = client;
    this.#told = new Told(tell);
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source.isComplete(collection);
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#locate(await this.#source.find(collection, query, options), options);
  }

  async all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#locate(await this.#source.all(collection, query, options), options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: AskOptions) {
    return this.#source.one?.(collection, id, options);
  }

  async #locate<K extends CollectionName>(
    answer: Answer<Collections[K]>,
    {signal}: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {items} = answer;
    const lost = await findLost(items, signal);
    const communes = lost.length > 0 ? await this.#communes(signal) : undefined;
    if (!communes) return answer;
    const places = new Map<number, Geo>();
    const open: Open[] = [];
    const find = (at: number): void => {
      const {index, commune} = lost[at] as Lost;
      const found = communes.find(commune);
      if (typeof found === 'string') open.push({commune, why: found});
      else places.set(index, {lat: found.lat, lon: found.lon});
    };
    await inSlices(lost.length, find, signal);
    this.#tellOf(open);
    return {...answer, items: new LocatedList(items, places)};
  }

  /** Loads the table of communes; undefined if that fails, so that the records are still shown. */
  async #communes(signal: AbortSignal): Promise<Communes | undefined> {
    try {
      return await communesAt(this.#table, this.#client, signal);
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#told.tell(`places: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  #tellOf(open: readonly Open[]): void {
    const [first] = open;
    if (!first) return;
    const {insee, name} = first.commune;
    const commune = [namesIn(name, ''), insee].filter(Boolean).join(', ');
    const hint = first.why === 'ambiguous' ? ': its INSEE code or département would tell' : '';
    const count = `${open.length} record(s) stay without a place`;
    this.#told.tell(`places: ${count}, the first in "${commune}", which is ${first.why}${hint}`);
  }
}

/**
 * Loads a table of communes and builds its index.
 *
 * @throws {LoadError}
 */
export async function communesAt(
  table: string,
  client: Client,
  signal: AbortSignal,
): Promise<Communes> {
  const base = (globalThis as Partial<typeof globalThis>).document?.baseURI;
  const address = safeResource(table, base);
  if (address === undefined)
    throw new LoadError('unsupported', table, 'this address may not be fetched');
  const communes = communesIn((await client.get(address, signal)).body);
  if (!communes) throw new SchemaError(table, 'this is no table of communes');
  await inSlices(communes.length, index => communes.prepare(index), signal);
  return communes;
}

/** Record with a commune and no coordinates. */
interface Lost {
  readonly index: number;
  readonly commune: Commune;
}

/** Commune that was not found, or not uniquely. */
interface Open {
  readonly commune: Commune;
  readonly why: string;
}

async function findLost(items: RecordList, signal: AbortSignal): Promise<Lost[]> {
  const lost: Lost[] = [];
  const look = (index: number): void => {
    if (items.geoAt(index)) return;
    const {commune} = items.at(index) as {readonly commune?: Commune};
    if (commune?.insee !== undefined || commune?.name) lost.push({index, commune});
  };
  await inSlices(items.length, look, signal);
  return lost;
}

/** Records of which some are placed at the centre of their commune. */
class LocatedList<R extends PortalRecord> implements RecordList<R> {
  readonly #list: RecordList<R>;
  readonly #places: ReadonlyMap<number, Geo>;

  constructor(list: RecordList<R>, places: ReadonlyMap<number, Geo>) {
    this.#list = list;
    this.#places = places;
  }

  get length(): number {
    return this.#list.length;
  }

  at(index: number): R {
    return this.#list.at(index);
  }

  idAt(index: number): R['id'] {
    return this.#list.idAt(index);
  }

  portalAt(index: number): R['id'] | undefined {
    return this.#list.portalAt?.(index);
  }

  geoAt(index: number): Geo | undefined {
    return this.#list.geoAt(index) ?? this.#places.get(index);
  }

  isApproximateAt(index: number): boolean {
    return this.#places.has(index);
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#list.geometryAt?.(index);
  }

  countAt(index: number): number {
    return this.#list.countAt?.(index) ?? 1;
  }

  familyAt(index: number): Family | undefined {
    return this.#list.familyAt(index);
  }

  [Symbol.iterator](): Iterator<R> {
    return this.#list[Symbol.iterator]();
  }
}
