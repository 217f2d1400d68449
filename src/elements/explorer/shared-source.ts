import type {Answer, AskOptions, PortalSource} from '../../data/source.js';
import type {Attribution} from '../../data/schema.js';
import type {Query} from '../../model/query.js';
import {WholeList} from '../../model/record-list.js';
import type {CollectionName, Collections} from '../../model/records.js';

/** What an answer says besides its records. */
type Said = Pick<Answer, 'attribution' | 'contact' | 'staleSince' | 'missing'>;

/**
 * A source that several views ask. What it says of whose the data are, and of how old, it says once for all of
 * them: the views draw their records, and the explorer what is said.
 */
export class SharedSource implements PortalSource {
  readonly #source: PortalSource;
  readonly #changed: () => void;
  readonly #said = new Map<CollectionName, Said>();
  /** Why the question that failed last did. */
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

  /** All that was said, as of one answer without records. */
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

/** Each once: what is the same but for its date has the latest one. */
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

/** Null where the age of one of them is not known. */
const oldest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((least, date) => (least && date ? (date < least ? date : least) : null));
