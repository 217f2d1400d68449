import {ContextConsumer} from '@lit/context';
import {type CSSResultGroup, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {sourceContext} from '../contexts/source-context.js';
import {LoadController, type LoadState, shownValue} from '../controllers/load-controller.js';
import {LocalizeController} from '../controllers/localize-controller.js';
import {SelectionController} from '../controllers/selection-controller.js';
import {UrlController} from '../controllers/url-controller.js';
import {HttpError, LoadError} from '../data/errors.js';
import {openSource} from '../data/open-source.js';
import {originOf} from '../data/origin.js';
import type {Answer, PortalSource} from '../data/source.js';
import {ItemsSource} from '../data/sources/document.js';
import {LoadErrorEvent} from '../events/error-event.js';
import {FilterChangeEvent} from '../events/filter-change-event.js';
import {LoadEvent} from '../events/load-event.js';
import {RecordSelectEvent} from '../events/record-select-event.js';
import {
  bothFilters,
  type Filter,
  LIST_FILTERS,
  type Query,
  type Sort,
  SORTS,
} from '../model/query.js';
import {WholeList} from '../model/record-list.js';
import {
  type CollectionName,
  type Collections,
  type PortalRecord,
  titleOf,
} from '../model/records.js';
import type {Selection} from '../model/selection.js';
import {controlStyles, hostStyles} from '../styles/host.styles.js';
import {tokens} from '../styles/tokens.styles.js';
import {checkAttribute, isoDate, oneOf, splitList, wholeNumber, words} from './attributes.js';
import {warnOnce} from './warn.js';

type ItemsDocument = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** An answer to a question that nothing can fit. */
const NOTHING: Answer<never> = {
  items: new WholeList<never>([]),
  total: 0,
  facets: {},
  report: {dropped: 0, faults: [], count: 0},
};

/**
 * What every data widget is: its common attributes, where its data come from, what is chosen, the language, and
 * the sentences for loading, failing and being out of date. A widget inherits from it because the public contract
 * gives all of them these twenty attributes, and attributes can't be shared by a controller.
 */
export abstract class DataWidget extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles, controlStyles];

  /** Base address of a portal API, or address of one JSON document that holds everything. */
  @property({converter: words}) api = '';
  /** The kind of thing that `api` names: `portal`, `document`. */
  @property({converter: words}) source = '';
  /** Which fields of a foreign source are what. */
  @property({converter: words}) fields = '';
  /** Address of a table of commune centres. */
  @property({converter: words}) places = '';
  /** Widgets with the same group share one selection. */
  @property({converter: words}) group = '';
  /** Level of the records' headings, 2 to 6. */
  @property({attribute: 'heading-level', converter: wholeNumber(3, 2, 6)}) headingLevel = 3;
  /** How many entries at first and at each "more", 1 to 500. */
  @property({converter: wholeNumber(12, 1, 500)}) limit = 12;
  /** Only these families, separated by commas. */
  @property({converter: words}) family = '';
  /** Only these portals, by id, separated by commas. */
  @property({converter: words}) portal = '';
  /** Only these themes, separated by commas. */
  @property({converter: words}) theme = '';
  /** Only these sections, separated by commas. */
  @property({converter: words}) section = '';
  /** Only these types, separated by commas. */
  @property({converter: words}) type = '';
  /** Only these communes, by INSEE code, separated by commas. */
  @property({converter: words}) commune = '';
  /** Only these programmes, by id, separated by commas. */
  @property({converter: words}) programme = '';
  /** Only these projects, by id, separated by commas. */
  @property({converter: words}) project = '';
  /** Only what is about this date or later; ISO 8601 of any precision. */
  @property({converter: isoDate}) from = '';
  /** Only what is about this date or earlier; ISO 8601 of any precision. */
  @property({converter: isoDate}) to = '';
  /** Only what has all these words. */
  @property({converter: words}) q = '';
  /** `title`, `-title`, `date` or `-date`; the source's own order by default. */
  @property({converter: oneOf('', ...SORTS)}) sort: Sort | '' = '';
  /** `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the page's address. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;
  /** Records of the widget's kind, instead of an address. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  @state() private _status = '';
  @query('[role=status]') private _statusLine!: HTMLElement;

  protected readonly i18n = new LocalizeController(this);
  readonly #given = new ContextConsumer(this, {context: sourceContext, subscribe: true});
  readonly #selected = new SelectionController(this, () => this.selectionChanged());
  readonly #loads: LoadController<readonly unknown[], unknown>[] = [];
  /** Whether this widget's reader has asked for what comes next: only then is it told aloud. */
  #acted = false;
  #opened:
    | {readonly key: readonly unknown[]; readonly source: PortalSource | LoadError | undefined}
    | undefined;
  #wake: (() => void) | undefined;

  /** The collection that the widget is about. */
  protected abstract readonly collection: CollectionName;

  constructor() {
    super();
    new UrlController(this, {
      name: () => (this.syncUrl ? this.group || this.localName.replace(/^spass-/, '') : undefined),
      owner: () => this.selection,
      selection: () => this.selection,
      warn: message => this.warn(message),
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (value !== old) checkAttribute(this, name, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.closest('spass-portal:not(:defined)')) void this.#awaitPortal();
  }

  /** A provider that is defined after its widgets has missed their questions. */
  async #awaitPortal(): Promise<void> {
    await customElements.whenDefined('spass-portal');
    this.#given.hostConnected();
    this.#selected.askPortal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#given.value = undefined;
    this.#wake?.();
  }

  /**
   * Pending from connection, and again from any change of what is asked, until the records are drawn or the
   * failure is. Never rejects; resolves at once on removal.
   */
  get loadComplete(): Promise<void> {
    return this.#complete();
  }

  async #complete(): Promise<void> {
    while (this.isConnected) {
      await this.updateComplete;
      const pending = this.pending();
      if (pending.length === 0) return;
      const removed = new Promise<void>(resolve => (this.#wake = resolve));
      await Promise.race([Promise.all(pending), removed]);
    }
  }

  /** Asks for the data again, past every cache. */
  async reload(): Promise<void> {
    await this.updateComplete;
    await Promise.all(this.#loads.map(load => load.reload()));
    await this.loadComplete;
  }

  /** What is still under way; a widget with more than loads to wait for adds to it. */
  protected pending(): Promise<unknown>[] {
    const loads = this.#loads.filter(load => load.isPending).map(load => load.settled);
    return this.i18n.pending ? [this.i18n.pending, ...loads] : loads;
  }

  protected get selection(): Selection {
    return this.#selected.selection;
  }

  /** Hears of each change of the selection; an update follows by itself. */
  protected selectionChanged(): void {}

  /** Where the data come from, why not, or undefined as long as nothing says. */
  protected get openedSource(): PortalSource | LoadError | undefined {
    const key = [this.items, this.api, this.source, this.fields, this.#given.value];
    if (!this.#opened?.key.every((part, i) => part === key[i]))
      this.#opened = {key, source: this.#open()};
    return this.#opened.source;
  }

  #open(): PortalSource | LoadError | undefined {
    if (this.items) return new ItemsSource(this.itemsDocument(this.items), line => this.warn(line));
    try {
      const own = openSource(this, line => this.warn(line));
      if (own) return own;
    } catch (error) {
      return error as LoadError;
    }
    if (this.#given.value) return this.#given.value;
    if (this.#given.value === undefined && this.closest('spass-portal')) return undefined;
    return new LoadError(
      'unsupported',
      'api',
      'there is no api attribute, nor a <spass-portal> around it that has a good one',
    );
  }

  /** Sorts the records of `items` into collections. */
  protected itemsDocument(items: readonly unknown[]): ItemsDocument {
    return {[this.collection]: items};
  }

  /** The filter that the attributes fix. */
  protected get fixedFilter(): Filter {
    const filter: Record<string, unknown> = {q: this.q, from: this.from, to: this.to};
    for (const name of LIST_FILTERS)
      filter[name] = splitList(String((this[name] as string | null) ?? ''));
    return filter;
  }

  /** What is asked: the attributes and the selection; undefined when nothing can fit both. */
  protected get question(): Query | undefined {
    const filter = bothFilters(this.fixedFilter, this.selection.filter);
    return (
      filter && {
        ...filter,
        sort: this.sort || undefined,
        limit: this.pageSize,
        lang: this.i18n.language,
      }
    );
  }

  /** `limit` as a number in its range, whatever a framework has set. */
  protected get pageSize(): number {
    const limit = Math.trunc(Number(this.limit));
    return limit >= 1 && limit <= 500 ? limit : 12;
  }

  protected get level(): number {
    return Number(this.headingLevel) || 3;
  }

  /** A load of records that starts again whenever the source or the question changes. The first is the widget's own. */
  protected loadRecords<K extends CollectionName>(
    collection: K | (() => K),
    ask: () => Query | undefined,
    how: 'find' | 'all' = 'find',
  ): LoadController<readonly unknown[], Answer<Collections[K]>> {
    const isMain = this.#loads.length === 0;
    const name = (): K => (typeof collection === 'function' ? collection() : collection);
    const load = new LoadController<readonly unknown[], Answer<Collections[K]>>(this, {
      args: () => {
        const source = this.openedSource;
        return source && [source, name(), JSON.stringify(ask() ?? null)];
      },
      load: async (_args, signal, reload) => {
        const source = this.openedSource;
        const query = ask();
        if (source instanceof LoadError) throw source;
        if (!query || !source) return NOTHING;
        return source[how](name(), query, {signal, reload});
      },
      done: state => {
        if (isMain) void this.#loaded(state);
      },
    });
    this.#loads.push(load);
    return load;
  }

  async #loaded(state: LoadState<Answer>): Promise<void> {
    await this.updateComplete;
    if (state.status === 'ready') {
      const {total, report} = state.value;
      if (this.#acted) this.announce(this.summary(state.value));
      this.dispatchEvent(new LoadEvent(total, report.dropped));
    } else if (state.status === 'failed') {
      const {error} = state;
      const kind = error instanceof LoadError ? error.kind : 'schema';
      const message = error instanceof Error ? error.message : String(error);
      this.warn(message);
      this.dispatchEvent(new LoadErrorEvent(kind, message));
    }
    this.#acted = false;
  }

  /** What a screen reader hears after this widget's reader has changed the selection. */
  protected summary({total}: Answer): string {
    return this.i18n.messages.results(total, this.i18n.number(total));
  }

  /** Says a sentence by the status line. The same sentence twice is heard twice. */
  protected announce(sentence: string): void {
    this._status = sentence === this._status ? `${sentence}\u00a0` : sentence;
  }

  /** Moves the focus to where it can stay when the control that has it goes. */
  protected keepFocus(): void {
    this._statusLine.focus();
  }

  /**
   * Changes the selection for the reader, unless the page says no. What it leads to is told aloud when it has come;
   * a widget that does so by itself passes `false`.
   */
  protected choose(filter: Filter, announced = true): boolean {
    const change = new FilterChangeEvent(filter);
    if (!this.dispatchEvent(change)) return false;
    this.#acted = announced;
    this.selection.setFilter(filter, this);
    return true;
  }

  /** A reader follows a record's link: the page may route it by itself. */
  protected follow(record: PortalRecord, click: MouseEvent): void {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button > 0) return;
    const select = new RecordSelectEvent(record);
    if (!this.dispatchEvent(select)) click.preventDefault();
  }

  protected warn(line: string): void {
    warnOnce(this, line);
  }

  // Drawing

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="root" lang=${this.i18n.language}>
        <slot name="heading"></slot>
        ${this.renderContent()}
        <p class="sr" role="status" tabindex="-1">${this._status}</p>
      </div>
    `;
  }

  protected abstract renderContent(): unknown;

  /** The states that all widgets draw alike; `draw` gets the answer, also while the next one is on its way. */
  protected renderState<R extends PortalRecord>(
    state: LoadState<Answer<R>>,
    draw: (answer: Answer<R>) => unknown,
    skeleton: () => unknown,
  ): unknown {
    const answer = this.i18n.isReady ? shownValue(state) : undefined;
    if (answer) {
      return html`
        ${this.#renderStale(answer)}${this.#renderMissing(answer)}
        <div class="body" aria-busy=${state.status === 'loading'}>${draw(answer)}</div>
        ${this.renderFoot(answer)}
      `;
    }
    if (state.status === 'failed' && this.i18n.isReady) return this.#renderFailure(state.error);
    return html`
      <slot></slot>
      <div class="skeleton" aria-hidden="true" ?hidden=${this.hasFallback}>${skeleton()}</div>
      <p class="sr">${this.i18n.messages.loading}</p>
    `;
  }

  /** Whether the page put something of its own in the widget, to be read as long as there are no data. */
  protected get hasFallback(): boolean {
    for (const child of this.children) if (!child.slot) return true;
    return false;
  }

  #renderStale({staleSince}: Answer): unknown {
    if (staleSince === undefined) return nothing;
    const {stale, staleUnknown} = this.i18n.messages;
    return html`<p class="notice small">
      ${staleSince ? stale(this.i18n.instant(staleSince)) : staleUnknown}
    </p>`;
  }

  #renderMissing({missing}: Answer): unknown {
    if (!missing?.length) return nothing;
    const {messages} = this.i18n;
    return html`<p class="notice small">
      ${messages.missing(this.i18n.list(missing))}
      <button class="quiet" type="button" @click=${this.#retry}>${messages.tryAgain}</button>
    </p>`;
  }

  #renderFailure(error: unknown): TemplateResult {
    const {tryAgain} = this.i18n.messages;
    return html`
      <div class="failure">
        <p role="alert">${this.failure(error)}</p>
        <slot></slot>
        <button class="button" type="button" @click=${this.#retry}>${tryAgain}</button>
      </div>
    `;
  }

  /** What went wrong, in a sentence for the reader. */
  protected failure(error: unknown): string {
    const {messages} = this.i18n;
    if (error instanceof HttpError && error.retryAfter !== undefined) {
      return messages.failedBusy(this.i18n.number(Math.ceil(error.retryAfter)));
    }
    switch (error instanceof LoadError ? error.kind : 'schema') {
      case 'network':
        return messages.failedNetwork;
      case 'timeout':
        return messages.failedTimeout;
      case 'unsupported':
        return messages.failedUnsupported;
      case 'schema':
        return messages.failedSchema;
      default:
        return messages.failedHttp;
    }
  }

  #retry(): void {
    this.keepFocus();
    this.#opened = undefined;
    for (const load of this.#loads) void load.reload();
  }

  /** Source, licence and date of what is shown, and what can be done about it. */
  protected renderFoot({attribution, contact}: Answer, more: unknown = nothing): unknown {
    const {messages} = this.i18n;
    const link = (href: string, label: string) =>
      html`<a href=${href} rel="noopener" referrerpolicy="strict-origin-when-cross-origin"
        >${label}</a
      >`;
    const credits = [attribution ?? []].flat().flatMap(({text, url, licence, updated}) => {
      const source = text ?? url;
      return [
        source &&
          html`<span>${messages.source}${this.colon}${url ? link(url, source) : source}</span>`,
        licence && html`<span>${messages.licence}${this.colon}${licence}</span>`,
        updated && html`<span>${messages.updated(this.i18n.date(updated))}</span>`,
      ];
    });
    const parts = [
      ...credits,
      contact && link(contact, messages.reportError),
      this.syncUrl &&
        html`<button class="quiet" type="button" @click=${this.#copyLink}>
          ${messages.copyLink}
        </button>`,
    ].filter(Boolean);
    if (parts.length === 0 && more === nothing) return nothing;
    return html`<div class="foot small" part="foot">${more}${parts}</div>`;
  }

  /** A colon as the language writes it. */
  protected get colon(): string {
    return this.i18n.language.startsWith('fr') ? '\u00a0: ' : ': ';
  }

  async #copyLink(): Promise<void> {
    const {linkCopied, linkNotCopied} = this.i18n.messages;
    try {
      await navigator.clipboard.writeText(location.href);
      this.announce(linkCopied);
    } catch {
      this.announce(linkNotCopied);
    }
  }

  /** What a reader can do when a selection leaves nothing. */
  protected renderWayOut(): unknown {
    if (Object.keys(this.selection.filter).length === 0) return nothing;
    const clear = (): void => {
      this.keepFocus();
      this.choose({});
    };
    return html`<button class="button" type="button" @click=${clear}>
      ${this.i18n.messages.clearAll}
    </button>`;
  }

  /** A record's title in the reader's language, tagged when it is in another. */
  protected renderTitle(record: PortalRecord): unknown {
    const title = this.renderText(titleOf(record), (record as {lang?: string}).lang);
    return title || this.i18n.messages.untitled(String(record.id));
  }

  /** The one link of a record, on its title; text alone where it has no address that may be followed. */
  protected renderLink(record: PortalRecord, content: unknown = this.renderTitle(record)): unknown {
    const {url, lang} = record as {url?: string; lang?: string};
    const origin = this.#renderOrigin(record);
    if (!url) return html`<span part="title">${content}</span>${origin}`;
    return html`<a
        part="link"
        href=${url}
        hreflang=${this.i18n.text('', lang).lang ?? nothing}
        rel="noopener"
        referrerpolicy="strict-origin-when-cross-origin"
        @click=${(click: MouseEvent) => this.follow(record, click)}
        >${content}</a
      >${origin}`;
  }

  /** Which of several sources a record is from; nothing where there is one. */
  #renderOrigin(record: PortalRecord): unknown {
    const origin = originOf(record);
    return origin === undefined ? nothing : html` <span class="origin small">${origin}</span>`;
  }

  /** A text of a record, tagged with its language when that is not the reader's. */
  protected renderText(text: Parameters<LocalizeController['text']>[0], ownLang?: string): unknown {
    const {value, lang} = this.i18n.text(text, ownLang);
    return lang && value ? html`<span lang=${lang}>${value}</span>` : value;
  }
}
