import type {LitElement, ReactiveController, ReactiveControllerHost} from 'lit';
import type {QueryResult} from '../data/source.js';
import {PageChangeEvent} from '../events/events.js';
import {memo, sameItems} from '../model/memo.js';
import type {Query} from '../model/query.js';
import type {CollectionName, Collections} from '../model/records.js';
import {LoadController, type LoadState, latestValue} from './load-controller.js';
import type {RecordsController} from './records-controller.js';
import {type AddedEntries, announceAdded} from './more-controller.js';
import type {StatusController} from './status-controller.js';

interface PaginationOptions<R> {
  /** Identity of the list. If one of its values changes, the page being loaded is discarded. */
  key(): readonly unknown[];
  /** Loads a page, from the second on. */
  load(page: number, signal: AbortSignal): Promise<Iterable<R>>;
  /** Called when a requested page is available. */
  onPageChange(): void;
}

/** Loads further pages of a list on request and keeps them. The first page comes with the query result. */
export class PaginationController<
  R extends {readonly id: string | number},
> implements ReactiveController {
  /** Current page, from 1. */
  page = 1;
  /** Error of the last page request. */
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #options: PaginationOptions<R>;
  readonly #load: LoadController<readonly unknown[], Iterable<R>>;
  #firstPage: Iterable<R> | undefined;
  #pages: (readonly R[])[] = [];
  #requestedPage: number | undefined;
  #key: readonly unknown[] = [];
  readonly #items = memo(
    () => [this.#firstPage, this.page],
    () => {
      const items = this.#pages.slice(0, this.page + 1).flat();
      return [...new Map(items.map(item => [String(item.id), item])).values()];
    },
  );

  constructor(host: ReactiveControllerHost, options: PaginationOptions<R>) {
    this.#host = host;
    this.#options = options;
    // Added before the load controller, which depends on the key read in `hostUpdate`.
    host.addController(this);
    this.#load = new LoadController<readonly unknown[], Iterable<R>>(host, {
      args: () =>
        this.#requestedPage === undefined ? undefined : [this.#requestedPage, ...this.#key],
      load: (_args, signal) => options.load(this.#requestedPage ?? 1, signal),
      onLoadEnd: state => {
        const page = this.#requestedPage ?? 1;
        this.#requestedPage = undefined;
        if (state.status === 'ready') this.#pages[page] = [...state.value];
        else if (state.status === 'failed') this.error = state.error;
        if (this.#pages[page]) this.#setPage(page);
      },
    });
  }

  /** Load in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#load.pending;
  }

  /** Starts again with a new first page. */
  setFirstPage(items: Iterable<R> | undefined): void {
    if (items === this.#firstPage) return;
    this.#firstPage = items;
    this.#pages = items ? [[], [...items]] : [];
    this.#requestedPage = this.error = undefined;
    this.page = 1;
  }

  itemsOn(page: number): readonly R[] {
    return this.#pages[page] ?? [];
  }

  /** Items of all pages up to the current one. An item that has moved to a later page in the meantime is listed once. */
  get items(): readonly R[] {
    return this.#items();
  }

  /** Goes to a page, now if it is loaded, else when it is. */
  goToPage(page: number): void {
    this.error = undefined;
    this.#host.requestUpdate();
    if (this.#pages[page]) this.#setPage(page);
    else this.#requestedPage = page;
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (!sameItems(key, this.#key)) this.#requestedPage = undefined;
    this.#key = key;
  }

  #setPage(page: number): void {
    this.page = page;
    this.#options.onPageChange();
  }
}

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
export class PagedRecords<K extends CollectionName> extends PaginationController<Collections[K]> {
  readonly #host: PagedRecordsHost;
  readonly #firstLoad: FirstLoad<K>;

  /** @param firstLoad Load of the first page, if the element has created it. */
  constructor(
    host: PagedRecordsHost,
    collection: K,
    query: () => Query | undefined,
    added: AddedEntries,
    firstLoad: FirstLoad<K> = host.records.load(collection, query),
  ) {
    // Added after the load, whose result it reads in the same update.
    super(host, {
      key: () => [host.records.source, JSON.stringify(query() ?? null)],
      load: async (page, signal) =>
        (await host.records.query(collection, {...query(), page}, signal)).items,
      onPageChange: () => void announceAdded(host, added),
    });
    this.#host = host;
    this.#firstLoad = firstLoad;
  }

  override hostUpdate(): void {
    this.setFirstPage(latestValue(this.#firstLoad.state)?.items);
    super.hostUpdate();
  }

  /** State of the load of the first page. */
  get state(): LoadState<QueryResult<Collections[K]>> {
    return this.#firstLoad.state;
  }

  /** Number of matching records. */
  get total(): number {
    return latestValue(this.state)?.total ?? 0;
  }

  get hasMore(): boolean {
    return this.page * this.#host.pageSize < this.total;
  }

  reload(): Promise<void> {
    return this.#firstLoad.reload();
  }

  /** Shows one page more, unless `spass-page-change` is cancelled. */
  readonly showNext = (): void => {
    const page = this.page + 1;
    if (this.#host.dispatchEvent(new PageChangeEvent(page))) this.goToPage(page);
  };
}
