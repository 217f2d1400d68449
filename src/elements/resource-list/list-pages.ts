import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import type {Resource} from '../../model/records.js';
import {renderMore, renderPages} from './pages.js';

interface Options {
  readonly i18n: LocalizeController<'resourceList'>;
  /** What the pages are pages of. */
  key(): readonly unknown[];
  load(page: number, signal: AbortSignal): Promise<Iterable<Resource>>;
  paging(): 'more' | 'pages';
  total(): number;
  /** How many can be had at most, where that is fewer, or where only so many were looked through. */
  cappedAt(): number | undefined;
  pageSize(): number;
  /** Whether a reader can go on now, and the page lets them. */
  mayGo(page: number): boolean;
  failure(error: unknown): string;
  announce(sentence: string): void;
  list(): HTMLElement | null;
}

/** The pages of a list: one after the other, or one in the place of another. */
export class ListPages {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  readonly #pages: PagesController<Resource>;
  /** How many were there when the list was last drawn. */
  #shown = 0;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#pages = new PagesController<Resource>(host, {
      key: () => options.key(),
      load: (page, signal) => options.load(page, signal),
      turned: () => this.#turned(),
    });
  }

  get pending(): Promise<void>[] {
    return this.#pages.pending;
  }

  /** Starts over with another first page. */
  follow(first: Iterable<Resource> | undefined): void {
    this.#pages.follow(first);
  }

  get rows(): readonly Resource[] {
    const {page} = this.#pages;
    if (this.#options.paging() === 'pages') return this.#pages.only(page);
    // A record that moved to a later page while the reader went on stands there once.
    const rows = this.#pages.upTo(page);
    return [...new Map(rows.map(row => [String(row.id), row])).values()];
  }

  /** What was drawn: what comes later is new. */
  drawn(): void {
    this.#shown = this.rows.length;
  }

  get #last(): number {
    const {total, cappedAt, pageSize} = this.#options;
    return Math.ceil(Math.min(total(), cappedAt() ?? Infinity) / pageSize());
  }

  #go(page: number): void {
    if (this.#options.mayGo(page)) this.#pages.go(page);
  }

  /** With "more" the focus goes to the first new link, with pages to the top of the list. */
  #turned(): void {
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

  render(): unknown {
    const {i18n, paging, total, failure: sentence} = this.#options;
    const {page, failure} = this.#pages;
    const last = this.#last;
    if (last < 2) return this.#renderCap();
    const failed = failure ? html`<p role="alert">${sentence(failure)}</p>` : nothing;
    const go = (to: number): void => this.#go(to);
    if (paging() === 'pages')
      return html`${failed}${renderPages(page, last, i18n, go)}${this.#renderCap()}`;
    const more = (): void => go(page + 1);
    return html`<div class="more">
        ${failed} ${page < last ? renderMore(this.rows.length, total(), i18n, more) : nothing}
      </div>
      ${this.#renderCap()}`;
  }

  /** That there is more than can be shown: at once where the rest was not looked into, else where the last page is. */
  #renderCap(): unknown {
    const {i18n, total, cappedAt} = this.#options;
    const most = cappedAt();
    if (most === undefined || (total() > most && this.#pages.page < this.#last)) return nothing;
    return html`<p class="notice small">${i18n.messages.cappedList(i18n.number(most))}</p>`;
  }
}
