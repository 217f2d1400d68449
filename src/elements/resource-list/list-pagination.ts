import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {
  urlWithParameter,
  QueryParameterController,
} from '../../controllers/query-parameter-controller.js';
import {PaginationController} from '../../controllers/pagination-controller.js';
import type {Resource} from '../../model/records.js';
import {renderMoreButton, renderPagination, type PageNavigation} from './pagination.js';

/** Page to request. Default of `limit`: the page size of the list. */
interface PageRequest {
  readonly page: number;
  readonly limit?: number;
}

/** Maximum number of records per request. */
const MAX_RECORDS_PER_REQUEST = 500;

interface ListPaginationOptions {
  readonly i18n: LocalizeController<'resourceList'>;
  /** Values that identify the list. A change cancels a pending page. */
  key(): readonly unknown[];
  load(request: PageRequest, signal: AbortSignal): Promise<Iterable<Resource>>;
  /** Name of the URL parameter, `resource-list.page`; undefined if the page is not stored in the URL. */
  parameterName(): string | undefined;
  paging(): 'more' | 'pages';
  total(): number;
  /** Upper bound on retrievable results, if below `total`, or number of records searched. */
  cappedAt(): number | undefined;
  pageSize(): number;
  /** True if the list on screen is the one requested. */
  isReady(): boolean;
  /** Dispatches `spass-page-change`; returns false if it is cancelled or a load is pending. */
  confirmPageChange(page: number): boolean;
  errorMessage(error: unknown): string;
  announce(message: string): void;
  listElement(): HTMLElement | null;
}

/** Pagination of a list: pages are appended ("more"), or replace each other. */
export class ListPagination {
  readonly #host: ReactiveControllerHost;
  readonly #options: ListPaginationOptions;
  readonly #pagination: PaginationController<Resource>;
  readonly #urlParameter: QueryParameterController;
  /** Number of rows in the last rendering. */
  #renderedCount = 0;
  /** Page in the URL that is not shown yet. */
  #pageInUrl: number | undefined;
  /** First page of the list for which `#pageInUrl` has been requested. */
  #firstPageSearched: Iterable<Resource> | undefined;
  #firstPage: Iterable<Resource> | undefined;

  constructor(host: ReactiveControllerHost, options: ListPaginationOptions) {
    this.#host = host;
    this.#options = options;
    this.#urlParameter = new QueryParameterController(host, {
      name: () => options.parameterName(),
      value: () => {
        const page = this.#pageInUrl ?? this.#pagination.page;
        return page > 1 ? String(page) : undefined;
      },
      apply: word => this.#setPageInUrl(/^[1-9]\d{0,5}$/.test(word ?? '') ? Number(word) : 1),
    });
    // Added before the pagination controller, which starts requests in the same update.
    host.addController({hostUpdate: () => this.#restorePage()});
    this.#pagination = new PaginationController<Resource>(host, {
      key: () => options.key(),
      load: (page, signal) => this.#loadPage(page, signal),
      onPageChange: () => this.#handlePageChange(),
    });
  }

  #setPageInUrl(page: number): void {
    this.#pageInUrl = page;
    this.#firstPageSearched = undefined;
  }

  /** Goes to the page in the URL. Repeated for each new list until that page is loaded. */
  #restorePage(): void {
    if (
      this.#pageInUrl === undefined ||
      !this.#firstPage ||
      this.#firstPage === this.#firstPageSearched
    )
      return;
    // A pending load may return another list.
    if (!this.#options.isReady()) return;
    this.#firstPageSearched = this.#firstPage;
    const {paging, pageSize} = this.#options;
    const maxPage =
      paging() === 'more' ? Math.floor(MAX_RECORDS_PER_REQUEST / pageSize()) : Infinity;
    this.#pagination.goToPage(Math.max(1, Math.min(this.#pageInUrl, maxPage, this.#lastPage)));
  }

  /** Loads a page. With "more", all missing pages before it are loaded in one request. */
  async #loadPage(page: number, signal: AbortSignal): Promise<Iterable<Resource>> {
    const {load, paging, pageSize, total} = this.#options;
    if (paging() === 'pages' || page <= this.#pagination.page + 1) return load({page}, signal);
    const limit = page * pageSize();
    const all = [...(await load({page: 1, limit}, signal))];
    if (all.length >= Math.min(limit, total())) return all.slice(pageSize());
    // The source limits its page size: load the pages one by one.
    const requests: Promise<Iterable<Resource>>[] = [];
    for (let number = 2; number <= page; number++) requests.push(load({page: number}, signal));
    return (await Promise.all(requests)).flatMap(items => [...items]);
  }

  get pending(): Promise<void>[] {
    return this.#pagination.pending;
  }

  /** Sets the first page and discards the others. */
  setFirstPage(first: Iterable<Resource> | undefined): void {
    this.#firstPage = first;
    this.#pagination.setFirstPage(first);
  }

  get rows(): readonly Resource[] {
    const {page} = this.#pagination;
    if (this.#options.paging() === 'pages') return this.#pagination.itemsOn(page);
    // A record that has moved to a later page in the meantime is shown once.
    const rows = this.#pagination.itemsUpTo(page);
    return [...new Map(rows.map(row => [String(row.id), row])).values()];
  }

  /** Called after rendering: rows added later count as new. */
  handleRendered(): void {
    this.#renderedCount = this.rows.length;
  }

  get #lastPage(): number {
    const {total, cappedAt, pageSize} = this.#options;
    return Math.ceil(Math.min(total(), cappedAt() ?? Infinity) / pageSize());
  }

  #goToPage(page: number): void {
    if (!this.#options.confirmPageChange(page)) return;
    this.#pageInUrl = undefined;
    this.#pagination.goToPage(page);
  }

  /** Focuses the first new link ("more") or the top of the list (pages). */
  #handlePageChange(): void {
    if (this.#pageInUrl !== undefined) {
      // Page opened by the URL, not by the user: no announcement, no focus.
      this.#pageInUrl = undefined;
      return;
    }
    const {i18n, paging, total, announce, listElement} = this.#options;
    const {messages, number} = i18n;
    const isPage = paging() === 'pages';
    const [before, shown] = [this.#renderedCount, this.rows.length];
    announce(
      isPage
        ? messages.pageOf(number(this.#pagination.page), number(this.#lastPage))
        : messages.added(shown - before, number(shown - before), number(shown), number(total())),
    );
    void this.#host.updateComplete.then(() => {
      const row = isPage ? undefined : listElement()?.children[before];
      (row?.querySelector<HTMLElement>('a') ?? listElement())?.focus();
    });
  }

  /** Returns the URL that opens a page of the list. */
  #href(page: number): string | undefined {
    const {name} = this.#urlParameter;
    // Pages without a URL of their own, such as `srcdoc` frames, cannot be linked.
    if (name === undefined || !/^(https?|file):/.test(location.protocol)) return undefined;
    return urlWithParameter(name, page > 1 ? String(page) : undefined);
  }

  render(): unknown {
    const {i18n, paging, total, errorMessage} = this.#options;
    const {page, error: failure} = this.#pagination;
    const lastPage = this.#lastPage;
    if (lastPage < 2) return this.#renderLimitNotice();
    const failureNotice = failure ? html`<p role="alert">${errorMessage(failure)}</p>` : nothing;
    const navigation: PageNavigation = {
      goToPage: target => this.#goToPage(target),
      href: to => this.#href(to),
    };
    if (paging() === 'pages')
      return html`${failureNotice}${renderPagination(page, lastPage, i18n, navigation)}${this.#renderLimitNotice()}`;
    const showMore = (): void => navigation.goToPage(page + 1);
    return html`<div class="more">
        ${failureNotice}
        ${page < lastPage ? renderMoreButton(this.rows.length, total(), i18n, showMore, navigation.href(page + 1)) : nothing}
      </div>
      ${this.#renderLimitNotice()}`;
  }

  /**
   * Renders a notice that there are more results than can be shown. Shown at once if the rest was not searched,
   * otherwise on the last page.
   */
  #renderLimitNotice(): unknown {
    const {i18n, total, cappedAt} = this.#options;
    const limit = cappedAt();
    if (limit === undefined || (total() > limit && this.#pagination.page < this.#lastPage))
      return nothing;
    return html`<p class="notice small">${i18n.messages.cappedList(i18n.number(limit))}</p>`;
  }
}
