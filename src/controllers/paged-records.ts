import type {LitElement, ReactiveController} from 'lit';
import type {QueryResult} from '../data/source.js';
import {PageChangeEvent} from '../events/page-change-event.js';
import type {Query} from '../model/query.js';
import type {CollectionName, Collections} from '../model/records.js';
import {type LoadController, type LoadState, latestValue} from './load-controller.js';
import {PaginationController} from './pagination-controller.js';
import type {RecordsController} from './records-controller.js';
import {type AddedEntries, announceAdded} from './status/announce-added.js';
import type {StatusController} from './status/status-controller.js';

interface PagedRecordsHost extends LitElement {
  readonly pageSize: number;
  readonly records: RecordsController;
  readonly status: StatusController;
}

type FirstLoad<K extends CollectionName> = LoadController<
  readonly unknown[],
  QueryResult<Collections[K]>
>;

/** Records of a query: the first page is loaded at once, further ones when the user requests more. */
export class PagedRecords<K extends CollectionName> implements ReactiveController {
  readonly #host: PagedRecordsHost;
  readonly #firstLoad: FirstLoad<K>;
  readonly #pagination: PaginationController<Collections[K]>;

  /**
   * Creates a controller.
   *
   * @param firstLoad Load of the first page, if the element has created it.
   */
  constructor(
    host: PagedRecordsHost,
    collection: K,
    query: () => Query | undefined,
    added: AddedEntries,
    firstLoad: FirstLoad<K> = host.records.load(collection, query),
  ) {
    this.#host = host;
    this.#firstLoad = firstLoad;
    // Added after the load and before the pagination, which starts requests in the same update.
    host.addController(this);
    this.#pagination = new PaginationController(host, {
      key: () => [host.records.source, JSON.stringify(query() ?? null)],
      load: async (page, signal) =>
        (await host.records.query(collection, 'find', {...query(), page}, signal)).items,
      onPageChange: () => void announceAdded(host, added),
    });
  }

  hostUpdate(): void {
    this.#pagination.setFirstPage(latestValue(this.#firstLoad.state)?.items);
  }

  /** State of the load of the first page. */
  get state(): LoadState<QueryResult<Collections[K]>> {
    return this.#firstLoad.state;
  }

  /** Records of all pages loaded, each one once. */
  get items(): readonly Collections[K][] {
    return this.#pagination.items;
  }

  /** Number of matching records. */
  get total(): number {
    return latestValue(this.state)?.total ?? 0;
  }

  get hasMore(): boolean {
    return this.#pagination.page * this.#host.pageSize < this.total;
  }

  /** Error of the last request for more. */
  get error(): unknown {
    return this.#pagination.error;
  }

  /** Requests for more in progress. */
  get pending(): Promise<void>[] {
    return this.#pagination.pending;
  }

  reload(): Promise<void> {
    return this.#firstLoad.reload();
  }

  /** Shows one page more, unless `spass-page-change` is cancelled. */
  readonly showNext = (): void => {
    const page = this.#pagination.page + 1;
    if (this.#host.dispatchEvent(new PageChangeEvent(page))) this.#pagination.goToPage(page);
  };
}
