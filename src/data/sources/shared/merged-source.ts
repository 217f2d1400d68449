import {ALL_RECORDS, type Query} from '../../../model/query.js';
import {
  DerivedRecordList,
  type ListReader,
  type RecordList,
} from '../../../model/collection/record-list.js';
import type {CollectionName, Collections, Id} from '../../../model/records.js';
import {abortError, LoadError} from '../../client/errors.js';
import type {Attribution} from '../../../model/schemas/part-schemas.js';
import {translationsOf} from '../../../model/text.js';
import {runInSlices} from '../../scheduling.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  setSourceName,
  emptyIfMissing,
  type RelationLoader,
} from '../../source.js';
import {UniqueNames} from './unique-names.js';

interface SourceResult<K extends CollectionName> {
  readonly source: PortalSource;
  readonly result: QueryResult<Collections[K]>;
}

interface MergedResults<K extends CollectionName> {
  readonly results: readonly SourceResult<K>[];
  /** Host names of the sources that could not be loaded. */
  readonly failedSources: readonly string[];
}

/**
 * Several sources as one. Each receives only the search text, the box, the period and the territories; other filters,
 * sort order, facets and pages are applied to the merged records. If a source fails, the others are shown.
 */
export class MergedSource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributionsUrl: string | undefined;
  readonly #sources: readonly PortalSource[];
  readonly #loadRelated: RelationLoader;

  constructor(sources: readonly PortalSource[]) {
    this.#sources = sources;
    this.name = sources.map(({name}) => name).join(' ');
    this.isForeign = sources.every(source => source.isForeign);
    this.contributionsUrl = sources.find(
      ({contributionsUrl: contributions}) => contributions,
    )?.contributionsUrl;
    this.#loadRelated = emptyIfMissing(async (collection, {signal, warn}) => {
      // Records of foreign sources have other ids, and are not related to ours.
      const own = this.#sources.filter(source => !source.isForeign);
      return merge((await queryAll(own, collection, {}, {signal, warn})).results, signal);
    });
  }

  isComplete(collection: CollectionName): boolean {
    return this.#sources.every(source => source.isComplete(collection));
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {q, bbox, from, to, lang, ...localQuery} = query;
    const {epci, departement, region} = query;
    // Sources that support territories return fewer records; the others are filtered below.
    const sourceQuery = {q, bbox, from, to, lang, epci, departement, region};
    const [{results: sourceResults, failedSources}, {CollectionIndex, relations}] =
      await Promise.all([
        queryAll(this.#sources, collection, sourceQuery, options),
        this.#loadIndexAndRelations(collection, localQuery, options),
      ]);
    const records = await merge(sourceResults, options.signal);
    const page = new CollectionIndex(collection, records, relations).find(
      {...localQuery, lang},
      options.atlas,
    );
    const results = sourceResults.map(({result}) => result);
    const stale = results.map(({staleSince}) => staleSince).find(since => since !== undefined);
    return {
      ...page,
      failedSources,
      report: {
        dropped: sum(results.map(({report}) => report.dropped)),
        errors: results.flatMap(({report}) => report.errors),
        errorCount: sum(results.map(({report}) => report.errorCount)),
      },
      attribution: results.flatMap(({attribution}): readonly Attribution[] =>
        [attribution ?? []].flat(),
      ),
      contact: results.map(({contact}) => contact).find(Boolean),
      staleSince: stale,
      cappedAt: results.some(({cappedAt}) => cappedAt !== undefined) ? records.length : undefined,
    };
  }

  /** Looks in the merged records, because ids change when they clash. */
  async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    const {items} = await this.find(collection, ALL_RECORDS, options);
    return [...items].find(record => String(record.id) === String(id));
  }

  /** Loads the index code and the related collections that a query needs. */
  async #loadIndexAndRelations(collection: CollectionName, query: Query, options: QueryOptions) {
    const [{CollectionIndex}, {lazyRelationsFor}] = await Promise.all([
      import('../../../model/collection/collection-index.js'),
      import('./files/lazy-relations.js'),
    ]);
    const relations = lazyRelationsFor(this.#loadRelated);
    await relations.ensureLoaded(collection, query, options);
    return {CollectionIndex, relations};
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Returns the display name of a source: its attribution, otherwise its host name. */
function displayNameOf({source, result}: SourceResult<CollectionName>): string {
  const [first] = [result.attribution ?? []].flat();
  return translationsOf(first?.text)[0] ?? hostOf(source);
}

function hostOf({name}: PortalSource): string {
  try {
    return new URL(name).host;
  } catch {
    return name;
  }
}

/**
 * Queries all sources for all their records, in parallel.
 *
 * @throws {LoadError} if all of them fail.
 */
async function queryAll<K extends CollectionName>(
  sources: readonly PortalSource[],
  collection: K,
  query: Query,
  options: QueryOptions,
): Promise<MergedResults<K>> {
  const outcomes = await Promise.allSettled(
    sources.map(source => source.find(collection, {...query, ...ALL_RECORDS}, options)),
  );
  if (options.signal.aborted) throw abortError();
  const results: SourceResult<K>[] = [];
  const failedSources: string[] = [];
  let firstError: unknown;
  outcomes.forEach((outcome, i) => {
    const source = sources[i] as PortalSource;
    if (outcome.status === 'fulfilled') results.push({source, result: outcome.value});
    else {
      firstError ??= outcome.reason;
      failedSources.push(hostOf(source));
    }
  });
  if (results.length === 0 && failedSources.length > 0) {
    throw firstError instanceof Error
      ? firstError
      : new LoadError('schema', '', String(firstError));
  }
  return {results, failedSources};
}

/** Concatenates the records of all results. A duplicate id gets a suffix. */
async function merge<K extends CollectionName>(
  results: readonly SourceResult<K>[],
  signal: AbortSignal,
): Promise<MergedList<K>> {
  const list = new MergedList<K>();
  for (const sourceResult of results) {
    const {items} = sourceResult.result;
    const sourceName = displayNameOf(sourceResult);
    await runInSlices(items.length, index => list.add(items, index, sourceName), signal);
  }
  return list;
}

/** Records of several lists. A record gets another id if an earlier one has the same. */
class MergedList<K extends CollectionName> extends DerivedRecordList<Collections[K]> {
  readonly #records: Collections[K][] = [];
  readonly #lists: RecordList<Collections[K]>[] = [];
  readonly #indices: number[] = [];
  readonly #ids = new UniqueNames('~');

  add(list: RecordList<Collections[K]>, index: number, sourceName: string): void {
    let record = list.at(index);
    const id = this.#ids.take(String(record.id));
    if (id !== String(record.id)) record = {...record, id};
    setSourceName(record, sourceName);
    this.#records.push(record);
    this.#lists.push(list);
    this.#indices.push(index);
  }

  get length(): number {
    return this.#records.length;
  }

  protected read<T>(index: number, read: ListReader<Collections[K], T>): T {
    return read(this.#lists[index] as RecordList<Collections[K]>, this.#indices[index] as number);
  }

  override at(index: number): Collections[K] {
    return this.#records[index] as Collections[K];
  }

  override idAt(index: number): Id {
    return this.at(index).id;
  }
}
