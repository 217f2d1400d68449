import type {QueryResult, QueryOptions, PortalSource} from '../../data/source.js';
import type {Attribution} from '../../model/envelope.js';
import type {Query} from '../../model/query.js';
import {ArrayRecordList} from '../../model/record-list.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';

/** Metadata of a result that concern the source, not the records. */
type ResultMetadata = Pick<QueryResult, 'attribution' | 'contact' | 'staleSince' | 'failedSources'>;

/**
 * Source shared by several views. Removes attribution, contact and age from the results, so that the explorer shows
 * them once for all views.
 */
export class SharedSource implements PortalSource {
  readonly #source: PortalSource;
  readonly #onChange: () => void;
  readonly #metadataByCollection = new Map<CollectionName, ResultMetadata>();
  /** Error of the last failed query. */
  lastError: unknown;

  constructor(source: PortalSource, onChange: () => void) {
    this.#source = source;
    this.#onChange = onChange;
  }

  get name(): string {
    return this.#source.name;
  }

  get isForeign(): boolean {
    return this.#source.isForeign ?? false;
  }

  get contributionsUrl(): string | undefined {
    return this.#source.contributionsUrl;
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source.isComplete(collection);
  }

  find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return this.#runQuery('find', collection, query, options);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return this.#runQuery('all', collection, query, options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return this.#source.one?.(collection, id, options);
  }

  async #runQuery<K extends CollectionName>(
    method: 'find' | 'all',
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    try {
      const result = await this.#source[method](collection, query, options);
      const {attribution, contact, staleSince, failedSources: missing} = result;
      this.#metadataByCollection.set(collection, {
        attribution,
        contact,
        staleSince,
        failedSources: missing,
      });
      this.#onChange();
      return {
        ...result,
        attribution: undefined,
        contact: undefined,
        staleSince: undefined,
        failedSources: undefined,
      };
    } catch (error) {
      this.lastError = error;
      throw error;
    }
  }

  /** Metadata of all results, as one result without records. */
  get metadata(): QueryResult {
    const all = [...this.#metadataByCollection.values()];
    const credits = all.flatMap(({attribution}) => [attribution ?? []].flat());
    const staleDates = all.flatMap(({staleSince}) =>
      staleSince === undefined ? [] : [staleSince],
    );
    const missing = new Set(all.flatMap(one => one.failedSources ?? []));
    return {
      items: new ArrayRecordList<never>([]),
      total: 0,
      facets: {},
      report: {dropped: 0, errors: [], errorCount: 0},
      attribution: mergeAttributions(credits),
      contact: all.find(({contact}) => contact)?.contact,
      staleSince: staleDates.length ? oldest(staleDates) : undefined,
      failedSources: [...missing],
    };
  }
}

/** Merges identical attributions and keeps the latest date. */
function mergeAttributions(credits: readonly Attribution[]): readonly Attribution[] {
  const merged = new Map<string, Attribution>();
  for (const credit of credits) {
    const {updated = '', ...rest} = credit;
    const key = JSON.stringify([rest.text, rest.url, rest.licence]);
    const previousDate = merged.get(key)?.updated ?? '';
    merged.set(key, {
      ...rest,
      updated: (updated > previousDate ? updated : previousDate) || undefined,
    });
  }
  return [...merged.values()];
}

/** Returns the oldest date, or null if one is unknown. */
const oldest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((least, date) => (least && date ? (date < least ? date : least) : null));
