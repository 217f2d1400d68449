import type {Query} from '../../model/query.js';
import {SubList, type RecordList} from '../../model/record-list.js';
import type {
  Attachment,
  CollectionName,
  Collections,
  Id,
  PortalRecord,
} from '../../model/records.js';
import {originOf, setOrigin} from '../origin.js';
import {isObject} from '../shape.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import type {Tell} from './told.js';

/** Returns true if a URL, already checked as safe, leads to an origin that is not allowed. */
type LeadsAway = (address: unknown) => boolean;

/** Returns a value without its disallowed URLs; the same object if it has none. */
function without<T>(value: T, leadsAway: LeadsAway): T {
  if (Array.isArray(value)) {
    const kept: unknown[] = value.map((one: unknown) => without(one, leadsAway));
    return kept.every((one, i) => one === value[i]) ? value : (kept as T);
  }
  if (!isObject(value)) return value;
  const kept: [string, unknown][] = [];
  let isSame = true;
  for (const [key, one] of Object.entries(value)) {
    const files = key === 'attachments' ? (one as readonly Attachment[]) : [];
    // An attachment without its URL is useless.
    const given = files.some(({url}) => leadsAway(url))
      ? files.filter(({url}) => !leadsAway(url))
      : one;
    const part = key === 'url' && leadsAway(given) ? undefined : without(given, leadsAway);
    if (part !== one) isSame = false;
    if (part !== undefined) kept.push([key, part]);
  }
  return isSame ? value : (Object.fromEntries(kept) as T);
}

/** Records without disallowed URLs. */
class OwnList<R extends PortalRecord> extends SubList<R> {
  readonly #leadsAway: LeadsAway;
  /** Cache, so that each access to a record returns the same object. */
  readonly #kept = new WeakMap<R, R>();

  constructor(list: RecordList<R>, leadsAway: LeadsAway) {
    super(
      list,
      Uint32Array.from({length: list.length}, (_, i) => i),
    );
    this.#leadsAway = leadsAway;
  }

  override at(index: number): R {
    const record = super.at(index);
    const kept = this.#kept.get(record) ?? without(record, this.#leadsAway);
    this.#kept.set(record, kept);
    const origin = originOf(record);
    if (origin !== undefined) setOrigin(kept, origin);
    return kept;
  }
}

/** Source whose records link to allowed origins only. Other URLs are removed. */
class OwnLinks implements PortalSource {
  readonly name: string;
  readonly isForeign: boolean;
  readonly contributions: string | undefined;
  readonly #source: PortalSource;
  readonly #leadsAway: LeadsAway;

  constructor(source: PortalSource, origins: ReadonlySet<string>) {
    this.name = source.name;
    this.isForeign = source.isForeign ?? false;
    this.contributions = source.contributions;
    this.#source = source;
    // `mailto:` and `tel:` links have no origin.
    this.#leadsAway = address =>
      typeof address === 'string' &&
      /^https?:/i.test(address) &&
      !origins.has(new URL(address).origin);
  }

  isComplete(collection: CollectionName): boolean {
    return this.#source.isComplete(collection);
  }

  async find<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#keep(await this.#source.find(collection, query, options));
  }

  async all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.#keep(await this.#source.all(collection, query, options));
  }

  async one<K extends CollectionName>(
    collection: K,
    id: Id,
    options: AskOptions,
  ): Promise<Collections[K] | undefined> {
    return without(await this.#source.one?.(collection, id, options), this.#leadsAway);
  }

  #keep<R extends PortalRecord>(answer: Answer<R>): Answer<R> {
    const {attribution, contact} = answer;
    return {
      ...answer,
      items: new OwnList(answer.items, this.#leadsAway),
      attribution: without(attribution, this.#leadsAway),
      contact: this.#leadsAway(contact) ? undefined : contact,
    };
  }
}

/**
 * Returns the source with links to the given origins only.
 *
 * @param origins Allowed origins, separated by spaces. An invalid one is reported and allows nothing.
 */
export function leadingTo(source: PortalSource, origins: string, tell: Tell): PortalSource {
  const words = origins.split(/\s+/).filter(Boolean);
  const wrong = words.filter(one => !URL.canParse(one));
  if (wrong.length > 0)
    tell(`link-origin: "${wrong.join(' ').slice(0, 80)}" is no address, and allows no link`);
  const allowed = words.filter(one => URL.canParse(one)).map(one => new URL(one).origin);
  return new OwnLinks(source, new Set(allowed));
}
