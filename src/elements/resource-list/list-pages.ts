import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {addressWith, ParameterController} from '../../controllers/parameter-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import type {Resource} from '../../model/records.js';
import {renderMore, renderPages, type Turning} from './pages.js';

/** Page to request. Default of `limit`: the page size of the list. */
interface Part {
  readonly page: number;
  readonly limit?: number;
}

/** Maximum number of records per request. */
const MOST = 500;

interface Options {
  readonly i18n: LocalizeController<'resourceList'>;
  /** Values that identify the list. A change cancels a pending page. */
  key(): readonly unknown[];
  load(part: Part, signal: AbortSignal): Promise<Iterable<Resource>>;
  /** Name of the URL parameter, `resource-list.page`; undefined if the page is not stored in the URL. */
  name(): string | undefined;
  paging(): 'more' | 'pages';
  total(): number;
  /** Upper bound on retrievable results, if below `total`, or number of records searched. */
  cappedAt(): number | undefined;
  pageSize(): number;
  /** True if the list on screen is the one requested. */
  isReady(): boolean;
  /** Dispatches `spass-page-change`; returns false if it is cancelled or a load is pending. */
  mayGo(page: number): boolean;
  failure(error: unknown): string;
  announce(sentence: string): void;
  list(): HTMLElement | null;
}

/** Pagination of a list: pages are appended ("more"), or replace each other. */
export class ListPages {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  readonly #pages: PagesController<Resource>;
  readonly #address: ParameterController;
  /** Number of rows in the last rendering. */
  #shown = 0;
  /** Page in the URL that is not shown yet. */
  #wanted: number | undefined;
  /** First page of the list for which `#pageInUrl` has been requested. */
  #lookedIn: Iterable<Resource> | undefined;
  #first: Iterable<Resource> | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#address = new ParameterController(host, {
      name: () => options.name(),
      value: () => {
        const page = this.#wanted ?? this.#pages.page;
        return page > 1 ? String(page) : undefined;
      },
      read: word => this.#want(/^[1-9]\d{0,5}$/.test(word ?? '') ? Number(word) : 1),
    });
    // Added before the pagination controller, which starts requests in the same update.
    host.addController({hostUpdate: () => this.#open()});
    this.#pages = new PagesController<Resource>(host, {
      key: () => options.key(),
      load: (page, signal) => this.#load(page, signal),
      turned: () => this.#turned(),
    });
  }

  #want(page: number): void {
    this.#wanted = page;
    this.#lookedIn = undefined;
  }

  /** Goes to the page in the URL. Repeated for each new list until that page is loaded. */
  #open(): void {
    if (this.#wanted === undefined || !this.#first || this.#first === this.#lookedIn) return;
    // A pending load may return another list.
    if (!this.#options.isReady()) return;
    this.#lookedIn = this.#first;
    const {paging, pageSize} = this.#options;
    const most = paging() === 'more' ? Math.floor(MOST / pageSize()) : Infinity;
    this.#pages.go(Math.max(1, Math.min(this.#wanted, most, this.#last)));
  }

  /** Loads a page. With "more", all missing pages before it are loaded in one request. */
  async #load(page: number, signal: AbortSignal): Promise<Iterable<Resource>> {
    const {load, paging, pageSize, total} = this.#options;
    if (paging() === 'pages' || page <= this.#pages.page + 1) return load({page}, signal);
    const limit = page * pageSize();
    const all = [...(await load({page: 1, limit}, signal))];
    if (all.length >= Math.min(limit, total())) return all.slice(pageSize());
    // The source limits its page size: load the pages one by one.
    const others: Promise<Iterable<Resource>>[] = [];
    for (let number = 2; number <= page; number++) others.push(load({page: number}, signal));
    return (await Promise.all(others)).flatMap(items => [...items]);
  }

  get pending(): Promise<void>[] {
    return this.#pages.pending;
  }

  /** Sets the first page and discards the others. */
  follow(first: Iterable<Resource> | undefined): void {
    this.#first = first;
    this.#pages.follow(first);
  }

  get rows(): readonly Resource[] {
    const {page} = this.#pages;
    if (this.#options.paging() === 'pages') return this.#pages.only(page);
    // A record that has moved to a later page in the meantime is shown once.
    const rows = this.#pages.upTo(page);
    return [...new Map(rows.map(row => [String(row.id), row])).values()];
  }

  /** Called after rendering: rows added later count as new. */
  drawn(): void {
    this.#shown = this.rows.length;
  }

  get #last(): number {
    const {total, cappedAt, pageSize} = this.#options;
    return Math.ceil(Math.min(total(), cappedAt() ?? Infinity) / pageSize());
  }

  #go(page: number): void {
    if (!this.#options.mayGo(page)) return;
    this.#wanted = undefined;
    this.#pages.go(page);
  }

  /** Focuses the first new link ("more") or the top of the list (pages). */
  #turned(): void {
    if (this.#wanted !== undefined) {
      // Page opened by the URL, not by the user: no announcement, no focus.
      this.#wanted = undefined;
      return;
    }
    const {i18n, paging, total, announce, list} = this.#options;
    const {messages, number} = i18n;
    const isPage = paging() === 'pages';
    const [before, shown] = [this.#shown, this.rows.length];
    announce(
      isPage
        ? messages.pageOf(number(this.#pages.page), number(this.#last))
        : messages.added(shown - before, number(shown - before), number(shown), number(total())),
    );
    void this.#host.updateComplete.then(() => {
      const row = isPage ? undefined : list()?.children[before];
      (row?.querySelector<HTMLElement>('a') ?? list())?.focus();
    });
  }

  /** Returns the URL that opens a page of the list. */
  #href(page: number): string | undefined {
    const {name} = this.#address;
    // Pages without a URL of their own, such as `srcdoc` frames, cannot be linked.
    if (name === undefined || !/^(https?|file):/.test(location.protocol)) return undefined;
    return addressWith(name, page > 1 ? String(page) : undefined);
  }

  render(): unknown {
    const {i18n, paging, total, failure: sentence} = this.#options;
    const {page, failure} = this.#pages;
    const last = this.#last;
    if (last < 2) return this.#renderCap();
    const failed = failure ? html`<p role="alert">${sentence(failure)}</p>` : nothing;
    const turning: Turning = {go: to => this.#go(to), href: to => this.#href(to)};
    if (paging() === 'pages')
      return html`${failed}${renderPages(page, last, i18n, turning)}${this.#renderCap()}`;
    const more = (): void => turning.go(page + 1);
    return html`<div class="more">
        ${failed}
        ${page < last ? renderMore(this.rows.length, total(), i18n, more, turning.href(page + 1)) : nothing}
      </div>
      ${this.#renderCap()}`;
  }

  /**
   * Renders a notice that there are more results than can be shown. Shown at once if the rest was not searched,
   * otherwise on the last page.
   */
  #renderCap(): unknown {
    const {i18n, total, cappedAt} = this.#options;
    const most = cappedAt();
    if (most === undefined || (total() > most && this.#pages.page < this.#last)) return nothing;
    return html`<p class="notice small">${i18n.messages.cappedList(i18n.number(most))}</p>`;
  }
}
