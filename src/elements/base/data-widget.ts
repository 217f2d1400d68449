import {type CSSResultGroup, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {type LoadState, latestValue} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {SelectionController} from '../../controllers/selection-controller.js';
import {UrlStateController} from '../../controllers/url-state-controller.js';
import {type QueryResult, sourceNameOf} from '../../data/source.js';
import {FilterChangeEvent} from '../../events/filter-change-event.js';
import {RecordSelectEvent} from '../../events/record-select-event.js';
import {intersectFilters, type Filter, type Query} from '../../model/query.js';
import {type CollectionName, type PortalRecord, titleOf} from '../../model/records.js';
import type {Selection} from '../../model/selection.js';
import {controlStyles, hostStyles} from '../../styles/host.styles.js';
import {tokenStyles} from '../../styles/tokens.styles.js';
import {oneOf, integer, anyText} from './attribute-converters.js';
import {DataElement} from './data-element.js';
import {renderFooter} from '../parts/footer.js';
import {renderLink} from '../parts/link.js';
import {loadStructuredData} from '../parts/load-structured-data.js';
import {
  errorMessage,
  renderFailure,
  renderNotices,
  renderLoading,
  staleMessage,
} from '../parts/states.js';

/** Delay before loading is announced, in milliseconds. */
const LOADING_DELAY_MS = 1000;
/** True while a widget announces loading: only one per page does. */
let isLoadingAnnounced = false;

/**
 * Base class of widgets that show records: selection, language, headings, footer, and the states loading, failed and
 * stale.
 */
export abstract class DataWidget extends DataElement {
  static override styles: CSSResultGroup = [tokenStyles, hostStyles, controlStyles];

  /** Name of a group of widgets that share one selection. */
  @property({converter: anyText}) group = '';
  /** Level of the record headings, 2 to 6. */
  @property({attribute: 'heading-level', converter: integer(3, 2, 6)}) headingLevel = 3;
  /** Number of records shown first, and added by each "more", 1 to 500. */
  @property({converter: integer(12, 1, 500)}) limit = 12;
  /** Visual style: `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the URL of the page. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;
  /** Emits schema.org JSON-LD for the records shown. */
  @property({type: Boolean, attribute: 'structured-data'}) structuredData = false;

  @state() private _statusText = '';
  @query('[role=status]') private _statusLine!: HTMLElement;

  readonly #selectionController = new SelectionController(this, () => this.handleSelectionChange());
  #loadingTimer: ReturnType<typeof setTimeout> | undefined;
  #announcesLoading = false;
  /** True if the user of this widget has changed the selection: only then is the result announced. */
  #announcesResult = false;
  /** Rendered records and their collection. Set if structured data is enabled. */
  protected renderedRecords?: Map<PortalRecord, CollectionName>;

  /** Language and messages of the widget. */
  protected abstract readonly i18n: LocalizeController;

  constructor() {
    super();
    new UrlStateController(this, {
      name: () => (this.syncUrl ? this.group || this.localName.replace(/^spass-/, '') : undefined),
      owner: () => this.selection,
      selection: () => this.selection,
      warn: message => this.warn(message),
    });
    this.addController({
      hostUpdate: () => this.pending().length > 0 || this.#clearLoading(),
      hostUpdated: () => {
        if (this.pending().length > 0)
          this.#loadingTimer ??= setTimeout(() => this.#announceLoading(), LOADING_DELAY_MS);
      },
      hostDisconnected: () => this.#clearLoading(),
    });
  }

  #announceLoading(): void {
    if (isLoadingAnnounced) return;
    isLoadingAnnounced = this.#announcesLoading = true;
    this.announce(this.i18n.messages.loading);
  }

  #clearLoading(): void {
    clearTimeout(this.#loadingTimer);
    this.#loadingTimer = undefined;
    if (!this.#announcesLoading) return;
    isLoadingAnnounced = this.#announcesLoading = false;
    this._statusText = '';
  }

  protected override requestPortalContext(): void {
    super.requestPortalContext();
    this.#selectionController.requestPortalContext();
  }

  protected override pending(): Promise<unknown>[] {
    const loads = super.pending();
    return this.i18n.pending ? [this.i18n.pending, ...loads] : loads;
  }

  protected get selection(): Selection {
    return this.#selectionController.selection;
  }

  /** True if other widgets may have the same selection. */
  protected get isShared(): boolean {
    return this.#selectionController.isShared;
  }

  /** Called when the selection has changed. An update is already requested. */
  protected handleSelectionChange(): void {}

  /** Query from attributes and selection; undefined if no record can match both. */
  protected get query(): Query | undefined {
    const filter = intersectFilters(this.fixedFilter, this.selection.filter);
    return (
      filter && {
        ...filter,
        sort: this.sort || undefined,
        limit: this.pageSize,
        lang: this.i18n.language,
      }
    );
  }

  /** Validated `limit`: frameworks may set the property to any value. */
  protected get pageSize(): number {
    const limit = Math.trunc(Number(this.limit));
    return limit >= 1 && limit <= 500 ? limit : 12;
  }

  protected get level(): number {
    return Number(this.headingLevel) || 3;
  }

  protected override handleLoadEnd(state: LoadState<QueryResult>, total: number): void {
    if (state.status === 'ready') {
      const summary = this.#announcesResult ? this.summary({...state.value, total}) : '';
      const staleText = staleMessage(state.value, this.i18n);
      if (summary || staleText) this.announce(`${summary} ${staleText}`.trim());
    }
    this.#announcesResult = false;
  }

  /** Returns the message for screen readers after a change of the selection. */
  protected summary({total}: QueryResult): string {
    return this.i18n.messages.results(total, this.i18n.number(total));
  }

  /** Announces a message in the status line. A repeated message is announced again. */
  protected announce(message: string): void {
    this._statusText = message === this._statusText ? `${message}\u00a0` : message;
  }

  /** Moves the focus to the status line before the focused control is removed. */
  protected keepFocus(): void {
    this._statusLine.focus();
  }

  /**
   * Changes the selection, unless `spass-filter-change` is cancelled.
   *
   * @param announces False if the caller announces the result itself.
   * @returns True if the selection was changed.
   */
  protected applyFilter(filter: Filter, announces = true): boolean {
    const event = new FilterChangeEvent(filter);
    if (!this.dispatchEvent(event)) return false;
    this.#announcesResult = announces;
    this.selection.setFilter(filter, this);
    return true;
  }

  /** Dispatches `spass-record-select` for a click on a record's link. If it is cancelled, the page does the routing. */
  protected handleLinkClick(record: PortalRecord, event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    const selectEvent = new RecordSelectEvent(record);
    if (!this.dispatchEvent(selectEvent)) event.preventDefault();
  }

  protected override render(): TemplateResult {
    if (this.structuredData && !this.renderedRecords) {
      const records = (this.renderedRecords = new Map<PortalRecord, CollectionName>());
      void loadStructuredData().then(module => module.addStructuredData(this, records), String);
    }
    // The status line comes first: after `keepFocus`, Tab continues into the widget.
    return html`
      <div class="root" lang=${this.i18n.language}>
        <slot name="heading"></slot>
        <p class="sr" role="status" tabindex="-1">${this._statusText}</p>
        ${this.renderContent()}
      </div>
    `;
  }

  protected abstract renderContent(): unknown;

  /**
   * Renders the state of a load. `renderResult` is called with the result, or with the previous one while the next is
   * loading.
   */
  protected renderState<R extends PortalRecord>(
    state: LoadState<QueryResult<R>>,
    renderResult: (result: QueryResult<R>) => unknown,
    renderSkeleton: () => unknown,
  ): unknown {
    const result = this.i18n.isReady ? latestValue(state) : undefined;
    if (result) {
      return html`
        ${renderNotices(result, this.i18n, this.#handleRetry)}
        <div class="body" aria-busy=${state.status === 'loading'}>${renderResult(result)}</div>
        ${this.renderFooter(result)}
      `;
    }
    if (state.status === 'failed' && this.i18n.isReady)
      return renderFailure(this.errorMessage(state.error), this.i18n, this.#handleRetry);
    return renderLoading(this.i18n, this.hasFallback, renderSkeleton);
  }

  /** True if the element has fallback content, shown until data is rendered. */
  protected get hasFallback(): boolean {
    for (const child of this.children) if (!child.slot) return true;
    return false;
  }

  /** Returns an error message for the user. */
  protected errorMessage(error: unknown): string {
    return errorMessage(error, this.i18n);
  }

  readonly #handleRetry = (): void => {
    this.keepFocus();
    this.retry();
  };

  /** Renders source, licence, date and actions. `prefix` is placed before them. */
  protected renderFooter(result: QueryResult, prefix: unknown = nothing): unknown {
    return renderFooter(
      result,
      this.i18n,
      prefix,
      this.syncUrl ? () => void this.#copyLink() : undefined,
    );
  }

  /** Colon with the spacing of the language. */
  protected get colon(): string {
    return this.i18n.colon;
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

  /** Renders the empty state: no data yet, or no match for the user's selection with a button to clear it. */
  protected renderEmpty(noMatchText: string, noDataText = this.i18n.messages.noData): unknown {
    const clearButton = this.renderClearButton();
    return clearButton === nothing ? noDataText : html`${noMatchText} ${clearButton}`;
  }

  /** Renders a button that clears the selection, if there is one. */
  protected renderClearButton(): unknown {
    if (Object.values(this.selection.filter).every(value => !value)) return nothing;
    const clear = (): void => {
      this.keepFocus();
      this.applyFilter({});
    };
    return html`<button class="button" type="button" @click=${clear}>
      ${this.i18n.messages.clearAll}
    </button>`;
  }

  /** Renders the title of a record, marked with its language if that is not the user's. */
  protected renderTitle(record: PortalRecord): unknown {
    this.renderedRecords?.set(record, this.collection);
    const title = this.renderText(titleOf(record), (record as {lang?: string}).lang);
    return title || this.i18n.messages.untitled(String(record.id));
  }

  /** Renders a record's only link, on its title, or plain text if it has no valid URL. */
  protected renderLink(record: PortalRecord, content: unknown = this.renderTitle(record)): unknown {
    const {url, lang} = record as {url?: string; lang?: string};
    const origin = html`${this.renderLanguageNote(record)}${this.#renderOrigin(record)}`;
    if (!url) return html`<span part="title">${content}</span>${origin}`;
    const hreflang = this.i18n.text('', lang).lang;
    const onClick = (event: MouseEvent): void => this.handleLinkClick(record, event);
    return html`${renderLink(url, content, {part: 'link', hreflang, onClick})}${origin}`;
  }

  /** Renders a visible note if the title is in another language than the user's. */
  protected renderLanguageNote(record: PortalRecord): unknown {
    const {value, lang} = this.i18n.text(titleOf(record), (record as {lang?: string}).lang);
    if (!lang || !value) return nothing;
    return html` <span class="small"
      >${this.i18n.messages.inLanguage(this.i18n.languageName(lang))}</span
    >`;
  }

  /** Renders the origin of a record, if the widget shows several sources. */
  #renderOrigin(record: PortalRecord): unknown {
    const origin = sourceNameOf(record);
    return origin === undefined ? nothing : html` <span class="origin small">${origin}</span>`;
  }

  /** Renders a text, marked with its language if that is not the user's. */
  protected renderText(text: Parameters<LocalizeController['text']>[0], ownLang?: string): unknown {
    const {value, lang} = this.i18n.text(text, ownLang);
    return lang && value ? html`<span lang=${lang}>${value}</span>` : value;
  }
}
