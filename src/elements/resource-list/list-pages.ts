import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {addressWith, ParameterController} from '../../controllers/parameter-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import type {Resource} from '../../model/records.js';
import {renderMore, renderPages, type Turning} from './pages.js';

/** Which part of a list is asked for; without a limit as much as a page has. */
interface Part {
  readonly page: number;
  readonly limit?: number;
}

/** As much as may be asked for at once. */
const MOST = 500;

interface Options {
  readonly i18n: LocalizeController<'resourceList'>;
  /** What the pages are pages of. */
  key(): readonly unknown[];
  load(part: Part, signal: AbortSignal): Promise<Iterable<Resource>>;
  /** What the page is called in the address: `resource-list.page`; undefined where it is not kept there. */
  name(): string | undefined;
  paging(): 'more' | 'pages';
  total(): number;
  /** How many can be had at most, where that is fewer, or where only so many were looked through. */
  cappedAt(): number | undefined;
  pageSize(): number;
  /** Whether the list is the one that is asked for. */
  isReady(): boolean;
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
  readonly #address: ParameterController;
  /** How many were there when the list was last drawn. */
  #shown = 0;
  /** The page that the address wants, until it is there. */
  #wanted: number | undefined;
  /** The first page of the list in which it was looked for. */
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
    // Before the pages, which ask in the same update for what is wanted here.
    host.addController({hostUpdate: () => this.#open()});
    this.#pages = new PagesController<Resource>(host, {
      key: () => options.key(),
      load: (page, signal) => this.#load(page, signal),
      turned: () => this.#turned(),
    });
  }

  // The address

  #want(page: number): void {
    this.#wanted = page;
    this.#lookedIn = undefined;
  }

  /** Goes to the page that the address wants, in each list anew until it is there. */
  #open(): void {
    if (this.#wanted === undefined || !this.#first || this.#first === this.#lookedIn) return;
    // What is on its way may be another list: it is waited for.
    if (!this.#options.isReady()) return;
    this.#lookedIn = this.#first;
    const {paging, pageSize} = this.#options;
    const most = paging() === 'more' ? Math.floor(MOST / pageSize()) : Infinity;
    this.#pages.go(Math.max(1, Math.min(this.#wanted, most, this.#last)));
  }

  /** A page; with "more", all those before it too that are not there yet: they are read in one go. */
  async #load(page: number, signal: AbortSignal): Promise<Iterable<Resource>> {
    const {load, paging, pageSize, total} = this.#options;
    if (paging() === 'pages' || page <= this.#pages.page + 1) return load({page}, signal);
    const limit = page * pageSize();
    const all = [...(await load({page: 1, limit}, signal))];
    if (all.length >= Math.min(limit, total())) return all.slice(pageSize());
    // A source that gives no more at once than it likes.
    const others: Promise<Iterable<Resource>>[] = [];
    for (let number = 2; number <= page; number++) others.push(load({page: number}, signal));
    return (await Promise.all(others)).flatMap(items => [...items]);
  }

  get pending(): Promise<void>[] {
    return this.#pages.pending;
  }

  /** Starts over with another first page. */
  follow(first: Iterable<Resource> | undefined): void {
    this.#first = first;
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
    if (!this.#options.mayGo(page)) return;
    this.#wanted = undefined;
    this.#pages.go(page);
  }

  /** With "more" the focus goes to the first new link, with pages to the top of the list. */
  #turned(): void {
    if (this.#wanted !== undefined) {
      // The address has opened it: nobody did anything.
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

  /** The page's own address with a page of the list in it. */
  #href(page: number): string | undefined {
    const {name} = this.#address;
    // Pages without an address of their own, as those of an `srcdoc`, lead nowhere.
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

  /** That there is more than can be shown: at once where the rest was not looked into, else where the last page is. */
  #renderCap(): unknown {
    const {i18n, total, cappedAt} = this.#options;
    const most = cappedAt();
    if (most === undefined || (total() > most && this.#pages.page < this.#last)) return nothing;
    return html`<p class="notice small">${i18n.messages.cappedList(i18n.number(most))}</p>`;
  }
}
