import {sameItems} from '../../model/memo.js';
import type {Query} from '../../model/query.js';
import type {RecordList} from '../../model/collection/record-list.js';
import {RecordListDecorator} from './record-list-decorator.js';
import type {Attachment, CollectionName, Id, PortalRecord} from '../../model/records.js';
import {ENVELOPE_SCHEMA} from '../../model/schemas/part-schemas.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import {link} from '../../model/schemas/scalar-schemas.js';
import {
  isObject,
  type ListSchema,
  type ObjectSchema,
  type Schema,
} from '../../model/schemas/schema-builder.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  sourceNameOf,
  setSourceName,
} from '../source.js';
import {SourceDecorator} from './source-decorator.js';
import type {WarningHandler} from '../sources/shared/warning-log.js';

/** Returns true if a URL, already checked as safe, leads to an origin that is not allowed. */
type IsDisallowed = (address: unknown) => boolean;

/** Fields with a list of files. */
const ATTACHMENT_KEYS: readonly string[] = ['attachments', 'documents'];
/** Returns the names of the fields in a schema that are links. */
function linkKeysIn(schema: Schema<unknown>, name = ''): readonly string[] {
  if (schema === link) return [name];
  const {properties = {}, items} = schema as Partial<ObjectSchema<unknown> & ListSchema<unknown>>;
  return [
    ...(items ? linkKeysIn(items, name) : []),
    ...Object.entries(properties).flatMap(([key, one]) => linkKeysIn(one, key)),
  ];
}

/** Fields that may contain a URL to follow, of all records and of the envelope. */
const LINK_KEYS = new Set(
  [...Object.values<Schema<unknown>>(RECORD_SCHEMAS), ENVELOPE_SCHEMA].flatMap(schema =>
    linkKeysIn(schema),
  ),
);

/** Returns a value without its disallowed URLs; the same object if it has none. */
function removeLinks<T>(value: T, isDisallowed: IsDisallowed, isOwn = false): T {
  if (Array.isArray(value)) {
    const kept: unknown[] = value
      .filter(one => !isOwn || !isDisallowed(one))
      .map((one: unknown) => removeLinks(one, isDisallowed));
    return sameItems(kept, value) ? value : (kept as T);
  }
  if (!isObject(value)) return value;
  const kept: [string, unknown][] = [];
  let isSame = true;
  for (const [key, entry] of Object.entries(value)) {
    const files = ATTACHMENT_KEYS.includes(key) ? (entry as readonly Attachment[]) : [];
    // An attachment without its URL is useless.
    const remaining = files.some(({url}) => isDisallowed(url))
      ? files.filter(({url}) => !isDisallowed(url))
      : entry;
    const part =
      (isOwn || LINK_KEYS.has(key)) && isDisallowed(remaining)
        ? undefined
        : // A template of the page may link to own fields, which may contain anything.
          removeLinks(remaining, isDisallowed, isOwn || key === 'extra');
    if (part !== entry) isSame = false;
    if (part !== undefined) kept.push([key, part]);
  }
  return isSame ? value : (Object.fromEntries(kept) as T);
}

/** Records without disallowed URLs. */
class LinkFilterList<R extends PortalRecord> extends RecordListDecorator<R> {
  readonly #isDisallowed: IsDisallowed;
  /** Cache, so that each access to a record returns the same object. */
  readonly #filtered = new WeakMap<R, R>();

  constructor(list: RecordList<R>, isDisallowed: IsDisallowed) {
    super(list);
    this.#isDisallowed = isDisallowed;
  }

  override at(index: number): R {
    const record = super.at(index);
    const filtered = this.#filtered.get(record) ?? removeLinks(record, this.#isDisallowed);
    this.#filtered.set(record, filtered);
    const origin = sourceNameOf(record);
    if (origin !== undefined) setSourceName(filtered, origin);
    return filtered;
  }
}

/** Source whose records link to allowed origins only. Other URLs are removed. */
class LinkFilterSource extends SourceDecorator {
  readonly #isDisallowed: IsDisallowed;

  constructor(source: PortalSource, origins: ReadonlySet<string>) {
    super(source);
    // `mailto:` and `tel:` links have no origin.
    this.#isDisallowed = address =>
      typeof address === 'string' &&
      /^\s*https?:/i.test(address) &&
      URL.canParse(address) &&
      !origins.has(new URL(address).origin);
  }

  override async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ) {
    return this.#filter(await super.find(collection, query, options));
  }

  override async one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return removeLinks(await super.one(collection, id, options), this.#isDisallowed);
  }

  #filter<R extends PortalRecord>(result: QueryResult<R>): QueryResult<R> {
    const {attribution, contact} = result;
    return {
      ...result,
      items: new LinkFilterList(result.items, this.#isDisallowed),
      attribution: removeLinks(attribution, this.#isDisallowed),
      contact: this.#isDisallowed(contact) ? undefined : contact,
    };
  }
}

/**
 * Returns the source with links to the given origins only.
 *
 * @param origins Allowed origins, separated by spaces. An invalid one is reported and allows nothing.
 */
export function createLinkFilterSource(
  source: PortalSource,
  origins: string,
  warn: WarningHandler,
): PortalSource {
  const urls = origins.split(/\s+/).filter(Boolean);
  const invalid = urls.filter(one => !URL.canParse(one));
  if (invalid.length > 0)
    warn(`link-origin: "${invalid.join(' ').slice(0, 80)}" is no address, and allows no link`);
  const allowed = urls.filter(one => URL.canParse(one)).map(one => new URL(one).origin);
  return new LinkFilterSource(source, new Set(allowed));
}
