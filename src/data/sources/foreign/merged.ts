import type {Geo} from '../../../model/geo.js';
import type {Geometry} from '../../../model/geometry.js';
import type {Query} from '../../../model/query.js';
import type {RecordList} from '../../../model/record-list.js';
import type {CollectionName, Collections, Family, Id} from '../../../model/records.js';
import {abortError, LoadError} from '../../errors.js';
import {loadShelf} from '../../load-shelf.js';
import {setOrigin} from '../../origin.js';
import {isLasting} from '../../request.js';
import type {Attribution} from '../../schema.js';
import {inSlices} from '../../slices.js';
import type {Answer, AskOptions, PortalSource} from '../../source.js';
import {entire} from '../holding.js';
import type {Related} from '../late-relations.js';

/** Result of one of the sources. */
interface Share<K extends CollectionName> {
  readonly source: PortalSource;
  readonly answer: Answer<Collections[K]>;
}

/** Results of all sources. */
interface Gathered<K extends CollectionName> {
  readonly shares: readonly Share<K>[];
  /** Host names of the sources that could not be loaded. */
  readonly missing: readonly string[];
}

/**
 * Several sources as one. Each receives only the search text, the box, the period and the territories; other filters,
 * sort order, facets and pages are applied to the merged records. If a source fails, the others are shown.
 */
export class MergedSource implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributions: string | undefined;
  readonly #sources: readonly PortalSource[];
  readonly #related: Related;

  constructor(sources: readonly PortalSource[]) {
    this.#sources = sources;
    this.name = sources.map(({name}) => name).join(' ');
    this.isForeign = sources.every(source => source.isForeign);
    this.contributions = sources.find(({contributions}) => contributions)?.contributions;
    this.#related = async (collection, signal) => {
      // Records of foreign sources have other ids, and are not related to ours.
      const own = this.#sources.filter(source => !source.isForeign);
      try {
        return await merge((await gather(own, collection, {}, {signal})).shares, signal);
      } catch (error) {
        // A server without the collection has no related records.
        if (isLasting(error)) return merge<typeof collection>([], signal);
        throw error;
      }
    };
  }

  isComplete(collection: CollectionName): boolean {
    return this.#sources.every(source => source.isComplete(collection));
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {q, bbox, from, to, lang, ...rest} = query;
    const {epci, departement, region} = query;
    // Sources that support territories return fewer records; the others are filtered below.
    const asked = {q, bbox, from, to, lang, epci, departement, region};
    const [{shares, missing}, {Shelf, relations}] = await Promise.all([
      gather(this.#sources, collection, asked, options),
      this.#shelfFor(collection, rest, options.signal),
    ]);
    const records = await merge(shares, options.signal);
    const page = new Shelf(collection, records, relations).find({...rest, lang}, options.atlas);
    const answers = shares.map(({answer}) => answer);
    const stale = answers.map(({staleSince}) => staleSince).find(since => since !== undefined);
    return {
      ...page,
      missing,
      report: {
        dropped: sum(answers.map(({report}) => report.dropped)),
        faults: answers.flatMap(({report}) => report.faults),
        count: sum(answers.map(({report}) => report.count)),
      },
      attribution: answers.flatMap(({attribution}): readonly Attribution[] =>
        [attribution ?? []].flat(),
      ),
      contact: answers.map(({contact}) => contact).find(Boolean),
      staleSince: stale,
      cappedAt: answers.some(({cappedAt}) => cappedAt !== undefined) ? records.length : undefined,
    };
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  /** Looks in the merged records, because ids change when they clash. */
  async one<K extends CollectionName>(collection: K, id: Id, options: AskOptions) {
    const {items} = await this.all(collection, {}, options);
    return [...items].find(record => String(record.id) === String(id));
  }

  /** Loads the index code and the related collections that a query needs. */
  async #shelfFor(collection: CollectionName, query: Query, signal: AbortSignal) {
    const {Shelf, relationsBy} = await loadShelf();
    const relations = relationsBy(this.#related);
    await relations.need(collection, query, signal);
    return {Shelf, relations};
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Returns the display name of a source: its attribution, otherwise its host name. */
function originOf({source, answer}: Share<CollectionName>): string {
  const [first] = [answer.attribution ?? []].flat();
  return first?.text ?? hostOf(source);
}

function hostOf({name}: PortalSource): string {
  try {
    return new URL(name).host;
  } catch {
    return name;
  }
}

/**
 * Queries all sources in parallel.
 *
 * @throws {LoadError} if all of them fail.
 */
async function gather<K extends CollectionName>(
  sources: readonly PortalSource[],
  collection: K,
  query: Query,
  options: AskOptions,
): Promise<Gathered<K>> {
  const asked = await Promise.allSettled(
    sources.map(source => source.all(collection, query, options)),
  );
  if (options.signal.aborted) throw abortError();
  const shares: Share<K>[] = [];
  const missing: string[] = [];
  let failure: unknown;
  asked.forEach((outcome, i) => {
    const source = sources[i] as PortalSource;
    if (outcome.status === 'fulfilled') shares.push({source, answer: outcome.value});
    else {
      failure ??= outcome.reason;
      missing.push(hostOf(source));
    }
  });
  if (shares.length === 0 && missing.length > 0) {
    throw failure instanceof Error ? failure : new LoadError('schema', '', String(failure));
  }
  return {shares, missing};
}

/** Concatenates the records of all results. A duplicate id gets a suffix. */
async function merge<K extends CollectionName>(
  shares: readonly Share<K>[],
  signal: AbortSignal,
): Promise<MergedList<K>> {
  const list = new MergedList<K>();
  for (const share of shares) {
    const {items} = share.answer;
    const origin = originOf(share);
    await inSlices(items.length, index => list.add(items, index, origin), signal);
  }
  return list;
}

class MergedList<K extends CollectionName> implements RecordList<Collections[K]> {
  readonly #records: Collections[K][] = [];
  readonly #lists: RecordList<Collections[K]>[] = [];
  readonly #indices: number[] = [];
  readonly #ids = new Set<string>();

  add(list: RecordList<Collections[K]>, index: number, origin: string): void {
    let record = list.at(index);
    const {id} = record;
    for (let n = 2; this.#ids.has(String(record.id)); n++) record = {...record, id: `${id}~${n}`};
    this.#ids.add(String(record.id));
    setOrigin(record, origin);
    this.#records.push(record);
    this.#lists.push(list);
    this.#indices.push(index);
  }

  get length(): number {
    return this.#records.length;
  }

  at(index: number): Collections[K] {
    return this.#records[index] as Collections[K];
  }

  idAt(index: number): Collections[K]['id'] {
    return this.at(index).id;
  }

  portalAt(index: number): Collections[K]['id'] | undefined {
    return this.#lists[index]?.portalAt?.(this.#indices[index] as number);
  }

  geoAt(index: number): Geo | undefined {
    return this.#lists[index]?.geoAt(this.#indices[index] as number);
  }

  familyAt(index: number): Family | undefined {
    return this.#lists[index]?.familyAt(this.#indices[index] as number);
  }

  geometryAt(index: number): Geometry | undefined {
    return this.#lists[index]?.geometryAt?.(this.#indices[index] as number);
  }

  [Symbol.iterator](): Iterator<Collections[K]> {
    return this.#records[Symbol.iterator]();
  }
}
