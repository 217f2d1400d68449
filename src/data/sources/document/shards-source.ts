import {
  ALL_RECORDS,
  applicableFilter,
  LIST_FILTERS,
  pageRange,
  type Query,
} from '../../../model/query.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {Client} from '../../client/client.js';
import {LazyRecordList, parseEnvelope} from '../../validation.js';
import type {PortalSource, QueryOptions, QueryResult, RelationLoader} from '../../source.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';

/** Files of one collection, as the manifest lists them. */
interface Shard {
  readonly total: number;
  /** Records in a file of full records. */
  readonly perFile: number;
  /** Numbers of the files with answers, by the only filter of the query: `theme=eau`, or `''` for none. */
  readonly answers: Readonly<Record<string, number>>;
}

/** Answer to a query that was known when the site was published. */
interface PublishedResult {
  readonly total: number;
  /** First records. */
  readonly items: readonly unknown[];
  /** Positions of the matching records, each as the difference from the one before. Absent if all match. */
  readonly ids?: readonly number[];
  readonly facets: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * Collections in many static files, for sets that are too large for one document. Each list without a filter, or with
 * a single filter value, has a file. Any other query is answered from summaries of all records, which are loaded once;
 * then only the records of the requested page are loaded.
 */
export class ShardsSource implements PortalSource {
  readonly name: string;
  readonly #manifest: Readonly<Record<string, unknown>>;
  readonly #client: Client;
  readonly #summaries = new Map<string, Promise<unknown>>();

  constructor(url: string, manifest: Readonly<Record<string, unknown>>, client: Client) {
    this.name = url;
    this.#manifest = manifest;
    this.#client = client;
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const shard = this.#shardOf(collection);
    if (!shard) return this.#resultOf(collection, {total: 0, items: [], facets: {}}, []);
    if (query.limit === Infinity) {
      // Summaries have title, place, dates and address, as maps and time axes need them.
      const summaries = await this.#summariesOf(collection, query, options);
      return summaries.query(query, options);
    }
    const file = query.sort ? undefined : ownValue(shard.answers, answerKey(collection, query));
    if (typeof file !== 'number') return this.#findInSummaries(collection, shard, query, options);
    const url = this.#shardUrl(`${collection}/a/${file}.json`);
    const answer = (await this.#get(url, options)) as PublishedResult;
    const [start, end] = pageRange(query);
    if (end <= answer.items.length || answer.items.length === answer.total)
      return this.#resultOf(collection, answer, answer.items.slice(start, end), query);
    const positions = (answer.ids ? restore(answer.ids) : range(answer.total)).slice(start, end);
    return this.#resultOf(
      collection,
      answer,
      await this.#records(collection, shard, positions, options),
      query,
    );
  }

  async #findInSummaries<K extends CollectionName>(
    collection: K,
    shard: Shard,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const summaries = await this.#summariesOf(collection, query, options);
    const result = await summaries.query(query, options);
    const positions = new Map<unknown, number>();
    for (let i = 0; i < summaries.list.length; i++) positions.set(summaries.list.idAt(i), i);
    const shown: number[] = [];
    for (let i = 0; i < result.items.length; i++)
      shown.push(positions.get(result.items.idAt(i)) ?? 0);
    const records = await this.#records(collection, shard, shown, options);
    const {items} = this.#resultOf(collection, {...result, items: []}, records);
    return {...result, items};
  }

  /** Loads the summaries of a collection once; for a search with the texts that it looks through. */
  #summariesOf<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<InMemoryCollection<K>> {
    const hasTexts = !!query.q?.trim();
    const load = async (): Promise<InMemoryCollection<K>> => {
      const [records = [], texts] = (await Promise.all(
        [`${collection}/summaries.json`, ...(hasTexts ? [`${collection}/texts.json`] : [])].map(
          path => this.#get(this.#shardUrl(path), options),
        ),
      )) as (readonly object[])[];
      const complete = texts ? records.map((record, i) => ({...record, ...texts[i]})) : records;
      const list = new LazyRecordList(collection, complete, this.name);
      return new InMemoryCollection(list, this.#loadRelated, this.#envelope());
    };
    const key = `${collection} ${hasTexts}`;
    const known = this.#summaries.get(key) as Promise<InMemoryCollection<K>> | undefined;
    if (known) return known;
    const summaries = load();
    this.#summaries.set(key, summaries);
    // The next query tries again.
    summaries.catch(() => this.#summaries.delete(key));
    return summaries;
  }

  readonly #loadRelated: RelationLoader = async (collection, options) =>
    (await this.find(collection, ALL_RECORDS, options)).items;

  /** Loads full records by their positions, in the files that contain them. */
  async #records(
    collection: CollectionName,
    {perFile}: Shard,
    positions: readonly number[],
    options: QueryOptions,
  ): Promise<readonly unknown[]> {
    const numbers = [...new Set(positions.map(position => Math.floor(position / perFile)))];
    const files = new Map(
      await Promise.all(
        numbers.map(
          async number =>
            [
              number,
              await this.#get(this.#shardUrl(`${collection}/r/${number}.json`), options),
            ] as const,
        ),
      ),
    );
    return positions.map(
      position => (files.get(Math.floor(position / perFile)) as unknown[])[position % perFile],
    );
  }

  #resultOf<K extends CollectionName>(
    collection: K,
    {total, facets}: PublishedResult,
    items: readonly unknown[],
    query: Query = {},
  ): QueryResult<Collections[K]> {
    const list = new LazyRecordList(collection, items, this.name);
    const wanted = parseEnvelope({
      ...this.#envelope(),
      facets: Object.fromEntries((query.facets ?? []).map(name => [name, facets[name] ?? []])),
    }).value;
    const {attribution, contact} = wanted ?? {};
    return {
      items: list,
      total,
      facets: wanted?.facets ?? {},
      report: list.report,
      attribution,
      contact,
    };
  }

  #envelope() {
    const {attribution, contact} = this.#manifest;
    return parseEnvelope({attribution, contact}, this.name).value ?? {};
  }

  #shardOf(collection: CollectionName): Shard | undefined {
    const {shards} = this.#manifest;
    const shard = isObject(shards) ? ownValue(shards, collection) : undefined;
    return isObject(shard) && isObject(shard['answers']) ? (shard as unknown as Shard) : undefined;
  }

  #shardUrl(path: string): string {
    return new URL(path, this.name).href;
  }

  async #get(url: string, {signal, reload}: QueryOptions): Promise<unknown> {
    return (await this.#client.get(url, signal, reload)).body;
  }
}

/** Returns the key in `answers` of a query with at most one filter value; for any other, a key that none has. */
function answerKey(collection: CollectionName, query: Query): string {
  const filter = applicableFilter(query, collection);
  const names = Object.keys(filter);
  if (names.length === 0) return '';
  const name = LIST_FILTERS.find(one => one === names[0]);
  const values = name === undefined ? [] : (filter[name] ?? []);
  return names.length === 1 && values.length === 1 ? `${name}=${values[0]}` : '\0';
}

/** Returns positions from their differences. */
function restore(differences: readonly number[]): readonly number[] {
  let position = 0;
  return differences.map(difference => (position += difference));
}

const range = (length: number): readonly number[] => [...Array(length).keys()];

/** Sources by their manifest, which the client returns again until it changes. */
const sources = new WeakMap<object, ShardsSource>();

/** Returns the source of the files that a manifest lists; several widgets of a page share one. */
export function shardsSourceOf(
  ...parameters: ConstructorParameters<typeof ShardsSource>
): ShardsSource {
  const [, manifest] = parameters;
  const source = sources.get(manifest) ?? new ShardsSource(...parameters);
  sources.set(manifest, source);
  return source;
}
