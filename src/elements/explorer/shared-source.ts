import {EMPTY_RESULT} from '../../controllers/records-controller.js';
import {SourceDecorator} from '../../data/decorators/source-decorator.js';
import type {QueryResult, QueryOptions, PortalSource} from '../../data/source.js';
import type {WarningHandler} from '../../data/sources/shared/warning-log.js';
import {mergeAttributions} from '../../model/merge-attributions.js';
import type {Query} from '../../model/query.js';
import {COLLECTIONS, type CollectionName, type Collections, type Id} from '../../model/records.js';

/** Metadata of a result that concern the source, not the records. */
type ResultMetadata = Pick<QueryResult, 'attribution' | 'contact' | 'staleSince' | 'failedSources'>;

/**
 * Source shared by several views. Removes attribution, contact and age from the results, so that the explorer shows
 * them once for all views. Warnings name the explorer, which is the tag in the page.
 */
export class SharedSource extends SourceDecorator {
  readonly #onChange: () => void;
  readonly #warn: WarningHandler;
  readonly #metadataByCollection = new Map<CollectionName, ResultMetadata>();
  /** Error of the last failed query. */
  lastError: unknown;

  constructor(source: PortalSource, onChange: () => void, warn: WarningHandler) {
    super(source);
    this.#onChange = onChange;
    this.#warn = warn;
  }

  override find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return this.#takeMetadata(
      collection,
      super.find(collection, query, {...options, warn: this.#warn}),
    );
  }

  override one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return super.one(collection, id, {...options, warn: this.#warn});
  }

  async #takeMetadata<K extends CollectionName>(
    collection: K,
    running: Promise<QueryResult<Collections[K]>>,
  ): Promise<QueryResult<Collections[K]>> {
    try {
      const result = await running;
      const {attribution, contact, staleSince, failedSources} = result;
      const metadata = {attribution, contact, staleSince, failedSources};
      this.#metadataByCollection.set(collection, metadata);
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
      ...EMPTY_RESULT,
      attribution: mergeAttributions(credits),
      contact: all.find(({contact}) => contact)?.contact,
      staleSince: staleDates.length ? oldest(staleDates) : undefined,
      failedSources: [...missing],
    };
  }
}

/** Returns the oldest date, or null if one is unknown. */
const oldest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((least, date) => (least && date ? (date < least ? date : least) : null));

/** Merges the portals of `items` into one document, collection by collection. */
export function mergePortals(
  items: readonly unknown[],
): Readonly<Partial<Record<CollectionName, readonly unknown[]>>> {
  const document: Partial<Record<CollectionName, unknown[]>> = {};
  for (const item of items) {
    const portal = (item ?? {}) as Readonly<Record<string, unknown>>;
    for (const name of COLLECTIONS) {
      const records = Object.hasOwn(portal, name) ? portal[name] : undefined;
      if (Array.isArray(records)) (document[name] ??= []).push(...(records as unknown[]));
    }
  }
  return document;
}
