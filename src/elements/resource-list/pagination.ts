import {html, nothing, type TemplateResult} from 'lit';
import type {LoadState} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {PaginationController} from '../../controllers/pagination-controller.js';
import {announceAdded} from '../../controllers/more-controller.js';
import {UrlStateController, urlWithParameter} from '../../controllers/url-state-controller.js';
import type {QueryResult} from '../../data/source.js';
import {PageChangeEvent} from '../../events/events.js';
import type {Query} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {
  type PageControlOptions,
  renderPageControl,
  renderMore,
  focusStart,
} from '../parts/page-control.js';
import {errorMessage} from '../parts/states.js';

/** Maximum number of records per request. */
const MAX_RECORDS_PER_REQUEST = 500;

export interface PagedHost extends WidgetHost {
  readonly paging: 'more' | 'pages';
}

/** Members of the list that its pagination uses. */
export interface PagedList {
  readonly i18n: LocalizeController<'resourceList'>;
  readonly query: Query | undefined;
  /** State of the load of the first page. */
  readonly state: LoadState<QueryResult<Resource>>;
  readonly result: QueryResult<Resource> | undefined;
  runQuery(overrides: Query, signal: AbortSignal): Promise<QueryResult<Resource>>;
  /** Returns the name of a URL parameter; undefined if the page is not stored in the URL. */
  urlParameter(name: string): string | undefined;
}

/** Returns the page numbers to show: the first, the last, and those around the current one. 0 stands for a gap. */
export function pageNumbers(page: number, last: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = 1; number <= last; number++) {
    if (number === 1 || number === last || Math.abs(number - page) < 2) numbers.push(number);
    else if (numbers.at(-1) !== 0) numbers.push(0);
  }
  return numbers;
}

/** Pagination of a list: pages are appended ("more"), or replace each other. */
export class ListPagination {
  readonly #host: PagedHost;
  readonly #list: PagedList;
  readonly #pagination: PaginationController<Resource>;
  readonly #urlParameter: UrlStateController;
  /** Page in the URL that is not shown yet. */
  #pageInUrl: number | undefined;
  /** True if the page in the URL differs from that which the user has seen before Back or Forward. */
  #announcesPageInUrl = false;
  /** Page that the user has chosen. */
  #chosenPage: number | undefined;
  /** First page of the list for which `#pageInUrl` has been requested. */
  #firstPageSearched: Iterable<Resource> | undefined;
  #firstPage: Iterable<Resource> | undefined;

  constructor(host: PagedHost, list: PagedList) {
    this.#host = host;
    this.#list = list;
    this.#urlParameter = new UrlStateController(host, {
      name: () => list.urlParameter('page'),
      value: () => {
        const page = this.#pageInUrl ?? this.#pagination.page;
        return page > 1 ? String(page) : undefined;
      },
      apply: (word, _parameters, isNavigation) => {
        this.#pageInUrl = /^[1-9]\d{0,5}$/.test(word ?? '') ? Number(word) : 1;
        this.#announcesPageInUrl = isNavigation && this.#pageInUrl !== this.#pagination.page;
        this.#chosenPage = undefined;
        this.#firstPageSearched = undefined;
      },
      // Another filter also leads to the first page: that is not another choice.
      entry: value => (Number(value ?? 1) === this.#chosenPage ? 'choice' : 'replace'),
    });
    // Added before the pagination controller, which starts requests in the same update.
    host.addController({hostUpdate: () => this.#restorePage()});
    this.#pagination = new PaginationController<Resource>(host, {
      key: () => [host.records.source, JSON.stringify(list.query)],
      load: (page, signal) => this.#loadPage(page, signal),
      onPageChange: () => this.#handlePageChange(),
    });
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
    if (this.#list.state.status !== 'ready') return;
    this.#firstPageSearched = this.#firstPage;
    const {paging, pageSize} = this.#host;
    const maxPage = paging === 'more' ? Math.floor(MAX_RECORDS_PER_REQUEST / pageSize) : Infinity;
    this.#pagination.goToPage(Math.max(1, Math.min(this.#pageInUrl, maxPage, this.#lastPage)));
  }

  /** Loads a page. With "more", all missing pages before it are loaded in one request. */
  async #loadPage(page: number, signal: AbortSignal): Promise<Iterable<Resource>> {
    const {paging, pageSize} = this.#host;
    const load = async (overrides: Query): Promise<Iterable<Resource>> =>
      (await this.#list.runQuery(overrides, signal)).items;
    if (paging === 'pages' || page <= this.#pagination.page + 1) return load({page});
    const limit = page * pageSize;
    const all = [...(await load({page: 1, limit}))];
    if (all.length >= Math.min(limit, this.#total)) return all.slice(pageSize);
    // The source limits its page size: load the pages one by one.
    const requests: Promise<Iterable<Resource>>[] = [];
    for (let number = 2; number <= page; number++) requests.push(load({page: number}));
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
    const {page, items} = this.#pagination;
    return this.#host.paging === 'pages' ? this.#pagination.itemsOn(page) : items;
  }

  get #total(): number {
    return this.#list.result?.total ?? 0;
  }

  get #lastPage(): number {
    const limit = this.#list.result?.cappedAt ?? Infinity;
    return Math.ceil(Math.min(this.#total, limit) / this.#host.pageSize);
  }

  #goToPage(page: number): void {
    // During a reload the list on screen is about to be replaced: no further pages of it.
    if (this.#list.state.status === 'loading') return;
    if (!this.#host.dispatchEvent(new PageChangeEvent(page))) return;
    this.#pageInUrl = undefined;
    this.#pagination.goToPage(page);
  }

  /** Focuses the first new link ("more") or the top of the list (pages). */
  #handlePageChange(): void {
    if (this.#pageInUrl !== undefined) {
      // Page opened by the URL, not by the user: no focus, and no announcement when the page is loaded.
      this.#pageInUrl = undefined;
      if (this.#announcesPageInUrl && this.#host.paging === 'pages') void this.#announcePage();
      return;
    }
    this.#chosenPage = this.#pagination.page;
    if (this.#host.paging === 'more') {
      void announceAdded(this.#host, {entries: '.row', message: this.#addedMessage});
      return;
    }
    void this.#announcePage().then(() =>
      focusStart(this.#host.renderRoot.querySelector<HTMLElement>('.list')),
    );
  }

  readonly #addedMessage = (added: number, shown: number): string => {
    const {messages, number} = this.#list.i18n;
    return messages.added(added, number(added), number(shown), number(this.#total));
  };

  async #announcePage(): Promise<void> {
    // The end of a long load clears the status line.
    await this.#host.updateComplete;
    const {messages, number} = this.#list.i18n;
    this.#host.status.announce(
      messages.pageOf(number(this.#pagination.page), number(this.#lastPage)),
    );
  }

  /** Returns the URL that opens a page of the list. */
  #href(page: number): string | undefined {
    const {name} = this.#urlParameter;
    // Pages without a URL of their own, such as `srcdoc` frames, cannot be linked.
    if (name === undefined || !/^(https?|file):/.test(location.protocol)) return undefined;
    return urlWithParameter(name, page > 1 ? String(page) : undefined);
  }

  render(): unknown {
    const {i18n} = this.#list;
    const {page, error} = this.#pagination;
    const lastPage = this.#lastPage;
    if (lastPage < 2) return this.#renderLimitNotice();
    if (this.#host.paging === 'pages')
      return html`${error ? html`<p role="alert">${errorMessage(error, i18n)}</p>` : nothing}
      ${this.#renderPages(lastPage)}${this.#renderLimitNotice()}`;
    const showNext = (): void => this.#goToPage(page + 1);
    const [shown, total, href] = [this.rows.length, this.#total, this.#href(page + 1)];
    return html`${page < lastPage ? renderMore(this.#host, {shown, total, error, href, showNext}) : nothing}
    ${this.#renderLimitNotice()}`;
  }

  /** Renders previous, page numbers and next. */
  #renderPages(last: number): TemplateResult {
    const {messages, number} = this.#list.i18n;
    const {page} = this.#pagination;
    const renderTarget = (to: number, content: string, options: PageControlOptions) =>
      renderPageControl(content, () => this.#goToPage(to), this.#href(to), options);
    const renderStep = (to: number, words: string, rel: string) =>
      to < 1 || to > last
        ? html`<button class="button" type="button" disabled>${words}</button>`
        : renderTarget(to, words, {rel});
    const renderNumber = (to: number) => {
      const options = {label: messages.page(number(to)), isCurrent: to === page};
      return to === 0 ? '…' : renderTarget(to, number(to), options);
    };
    const rest = this.#total - this.rows.length;
    return html`<nav
      class="pages"
      part="pages"
      data-rest=${rest}
      aria-label=${this.#host.regionName(messages.pages)}
    >
      <ul>
        <li>${renderStep(page - 1, messages.previous, 'prev')}</li>
        ${pageNumbers(page, last).map(to => html`<li>${renderNumber(to)}</li>`)}
        <li>${renderStep(page + 1, messages.next, 'next')}</li>
      </ul>
    </nav>`;
  }

  /**
   * Renders a notice that there are more results than can be shown. Shown at once if the rest was not searched,
   * otherwise on the last page.
   */
  #renderLimitNotice(): unknown {
    const {i18n, result} = this.#list;
    const limit = result?.cappedAt;
    if (limit === undefined || (this.#total > limit && this.#pagination.page < this.#lastPage))
      return nothing;
    return html`<p class="notice small">
      <span>${i18n.messages.cappedList(i18n.number(limit))}</span>
    </p>`;
  }
}
