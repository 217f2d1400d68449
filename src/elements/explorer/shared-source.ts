import type {Answer, AskOptions, PortalSource} from '../../data/source.js';
import type {Attribution} from '../../data/schema.js';
import type {Query} from '../../model/query.js';
import {WholeList} from '../../model/record-list.js';
import type {CollectionName, Collections, Id} from '../../model/records.js';

/** Metadata of a result that concern the source, not the records. */
type Said = Pick<Answer, 'attribution' | 'contact' | 'staleSince' | 'missing'>;

/**
 * Source shared by several views. Removes attribution, contact and age from the results, so that the explorer shows
 * them once for all views.
 */
export class SharedSource implements PortalSource {
  readonly #source: PortalSource;
  readonly #changed: () => void;
  readonly #said = new Map<CollectionName, Said>();
  /** Error of the last failed query. */
  failure: unknown;

  constructor(source: PortalSource, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
  }

  get name(): string {
    return this.#source.name;
  }

  get isForeign(): boolean {
    return this.#source.isForeign ?? false;
  }

  get contributions(): string | undefined {
    return this.#source.contributions;
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source.isComplete(collection);
  }

  find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask('find', collection, query, options);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#ask('all', collection, query, options);
  }

  async one<K extends CollectionName>(collection: K, id: Id, options: AskOptions) {
    return this.#source.one?.(collection, id, options);
  }

  async #ask<K extends CollectionName>(
    how: 'find' | 'all',
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    try {
      const answer = await this.#source[how](collection, query, options);
      const {attribution, contact, staleSince, missing} = answer;
      this.#said.set(collection, {attribution, contact, staleSince, missing});
      this.#changed();
      return {
        ...answer,
        attribution: undefined,
        contact: undefined,
        staleSince: undefined,
        missing: undefined,
      };
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Metadata of all results, as one result without records. */
  get said(): Answer {
    const all = [...this.#said.values()];
    const credits = all.flatMap(({attribution}) => [attribution ?? []].flat());
    const old = all.flatMap(({staleSince}) => (staleSince === undefined ? [] : [staleSince]));
    const missing = new Set(all.flatMap(one => one.missing ?? []));
    return {
      items: new WholeList<never>([]),
      total: 0,
      facets: {},
      report: {dropped: 0, faults: [], count: 0},
      attribution: once(credits),
      contact: all.find(({contact}) => contact)?.contact,
      staleSince: old.length ? oldest(old) : undefined,
      missing: [...missing],
    };
  }
}

/** Merges identical attributions and keeps the latest date. */
function once(credits: readonly Attribution[]): readonly Attribution[] {
  const known = new Map<string, Attribution>();
  for (const credit of credits) {
    const {updated = '', ...rest} = credit;
    const key = JSON.stringify([rest.text, rest.url, rest.licence]);
    const before = known.get(key)?.updated ?? '';
    known.set(key, {...rest, updated: (updated > before ? updated : before) || undefined});
  }
  return [...known.values()];
}

/** Returns the oldest date, or null if one is unknown. */
const oldest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((least, date) => (least && date ? (date < least ? date : least) : null));
