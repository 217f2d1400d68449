import {type CSSResultGroup, html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {type LoadState, shownValue} from '../controllers/load-controller.js';
import type {LocalizeController} from '../controllers/localize-controller.js';
import {SelectionController} from '../controllers/selection-controller.js';
import {UrlController} from '../controllers/url-controller.js';
import {originOf} from '../data/origin.js';
import type {Answer} from '../data/source.js';
import {FilterChangeEvent} from '../events/filter-change-event.js';
import {RecordSelectEvent} from '../events/record-select-event.js';
import {bothFilters, type Filter, type Query} from '../model/query.js';
import {type CollectionName, type PortalRecord, titleOf} from '../model/records.js';
import type {Selection} from '../model/selection.js';
import {controlStyles, hostStyles} from '../styles/host.styles.js';
import {tokens} from '../styles/tokens.styles.js';
import {oneOf, wholeNumber, words} from './attributes.js';
import {DataElement} from './data-element.js';
import {renderFoot} from './foot.js';
import {link} from './link.js';
import {loadStructuredData} from './load-structured-data.js';
import {
  failureSentence,
  renderFailure,
  renderNotices,
  renderWaiting,
  staleSentence,
} from './states.js';

/** Delay before loading is announced, in milliseconds. */
const SLOW = 1000;
/** True while a widget announces loading: only one per page does. */
let isTold = false;

/**
 * Base class of widgets that show records: selection, language, headings, footer, and the states loading, failed and
 * stale.
 */
export abstract class DataWidget extends DataElement {
  static override styles: CSSResultGroup = [tokens, hostStyles, controlStyles];

  /** Name of a group of widgets that share one selection. */
  @property({converter: words}) group = '';
  /** Level of the record headings, 2 to 6. */
  @property({attribute: 'heading-level', converter: wholeNumber(3, 2, 6)}) headingLevel = 3;
  /** Number of records shown first, and added by each "more", 1 to 500. */
  @property({converter: wholeNumber(12, 1, 500)}) limit = 12;
  /** Visual style: `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the URL of the page. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;
  /** Emits schema.org JSON-LD for the records shown. */
  @property({type: Boolean, attribute: 'structured-data'}) structuredData = false;

  @state() private _status = '';
  @query('[role=status]') private _statusLine!: HTMLElement;

  readonly #selected = new SelectionController(this, () => this.selectionChanged());
  #slow: ReturnType<typeof setTimeout> | undefined;
  #tells = false;
  /** True if the user of this widget has changed the selection: only then is the result announced. */
  #acted = false;
  /** Rendered records and their collection. Set if structured data is enabled. */
  protected noted?: Map<PortalRecord, CollectionName>;

  /** Language and messages of the widget. */
  protected abstract readonly i18n: LocalizeController;

  constructor() {
    super();
    new UrlController(this, {
      name: () => (this.syncUrl ? this.group || this.localName.replace(/^spass-/, '') : undefined),
      owner: () => this.selection,
      selection: () => this.selection,
      warn: message => this.warn(message),
    });
    this.addController({
      hostUpdate: () => this.pending().length > 0 || this.#endWait(),
      hostUpdated: () => {
        if (this.pending().length > 0) this.#slow ??= setTimeout(() => this.#tellWait(), SLOW);
      },
      hostDisconnected: () => this.#endWait(),
    });
  }

  #tellWait(): void {
    if (isTold) return;
    isTold = this.#tells = true;
    this.announce(this.i18n.messages.loading);
  }

  #endWait(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    if (!this.#tells) return;
    isTold = this.#tells = false;
    this._status = '';
  }

  protected override askPortal(): void {
    super.askPortal();
    this.#selected.askPortal();
  }

  protected override pending(): Promise<unknown>[] {
    const loads = super.pending();
    return this.i18n.pending ? [this.i18n.pending, ...loads] : loads;
  }

  protected get selection(): Selection {
    return this.#selected.selection;
  }

  /** True if other widgets may have the same selection. */
  protected get isShared(): boolean {
    return this.#selected.isShared;
  }

  /** Called when the selection has changed. An update is already requested. */
  protected selectionChanged(): void {}

  /** Query from attributes and selection; undefined if no record can match both. */
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

  /** Validated `limit`: frameworks may set the property to any value. */
  protected get pageSize(): number {
    const limit = Math.trunc(Number(this.limit));
    return limit >= 1 && limit <= 500 ? limit : 12;
  }

  protected get level(): number {
    return Number(this.headingLevel) || 3;
  }

  protected override loaded(state: LoadState<Answer>, total: number): void {
    if (state.status === 'ready') {
      const said = this.#acted ? this.summary({...state.value, total}) : '';
      const stale = staleSentence(state.value, this.i18n);
      if (said || stale) this.announce(`${said} ${stale}`.trim());
    }
    this.#acted = false;
  }

  /** Returns the message for screen readers after a change of the selection. */
  protected summary({total}: Answer): string {
    return this.i18n.messages.results(total, this.i18n.number(total));
  }

  /** Announces a message in the status line. A repeated message is announced again. */
  protected announce(sentence: string): void {
    this._status = sentence === this._status ? `${sentence}\u00a0` : sentence;
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
  protected choose(filter: Filter, announced = true): boolean {
    const change = new FilterChangeEvent(filter);
    if (!this.dispatchEvent(change)) return false;
    this.#acted = announced;
    this.selection.setFilter(filter, this);
    return true;
  }

  /** Dispatches `spass-record-select` for a click on a record's link. If it is cancelled, the page does the routing. */
  protected follow(record: PortalRecord, click: MouseEvent): void {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button > 0) return;
    const select = new RecordSelectEvent(record);
    if (!this.dispatchEvent(select)) click.preventDefault();
  }

  protected override render(): TemplateResult {
    if (this.structuredData && !this.noted) {
      const noted = (this.noted = new Map<PortalRecord, CollectionName>());
      void loadStructuredData().then(part => part.describe(this, noted), String);
    }
    // The status line comes first: after `keepFocus`, Tab continues into the widget.
    return html`
      <div class="root" lang=${this.i18n.language}>
        <slot name="heading"></slot>
        <p class="sr" role="status" tabindex="-1">${this._status}</p>
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
    state: LoadState<Answer<R>>,
    draw: (answer: Answer<R>) => unknown,
    skeleton: () => unknown,
  ): unknown {
    const answer = this.i18n.isReady ? shownValue(state) : undefined;
    if (answer) {
      return html`
        ${renderNotices(answer, this.i18n, this.#retry)}
        <div class="body" aria-busy=${state.status === 'loading'}>${draw(answer)}</div>
        ${this.renderFoot(answer)}
      `;
    }
    if (state.status === 'failed' && this.i18n.isReady)
      return renderFailure(this.failure(state.error), this.i18n, this.#retry);
    return renderWaiting(this.i18n, this.hasFallback, skeleton);
  }

  /** True if the element has fallback content, shown until data is rendered. */
  protected get hasFallback(): boolean {
    for (const child of this.children) if (!child.slot) return true;
    return false;
  }

  /** Returns an error message for the user. */
  protected failure(error: unknown): string {
    return failureSentence(error, this.i18n);
  }

  readonly #retry = (): void => {
    this.keepFocus();
    this.retry();
  };

  /** Renders source, licence, date and actions. `prefix` is placed before them. */
  protected renderFoot(answer: Answer, more: unknown = nothing): unknown {
    return renderFoot(
      answer,
      this.i18n,
      more,
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
  protected renderEmpty(nothingFits: string, nothingYet = this.i18n.messages.noData): unknown {
    const out = this.renderWayOut();
    return out === nothing ? nothingYet : html`${nothingFits} ${out}`;
  }

  /** Renders a button that clears the selection, if there is one. */
  protected renderWayOut(): unknown {
    if (Object.values(this.selection.filter).every(value => !value)) return nothing;
    const clear = (): void => {
      this.keepFocus();
      this.choose({});
    };
    return html`<button class="button" type="button" @click=${clear}>
      ${this.i18n.messages.clearAll}
    </button>`;
  }

  /** Renders the title of a record, marked with its language if that is not the user's. */
  protected renderTitle(record: PortalRecord): unknown {
    this.noted?.set(record, this.collection);
    const title = this.renderText(titleOf(record), (record as {lang?: string}).lang);
    return title || this.i18n.messages.untitled(String(record.id));
  }

  /** Renders a record's only link, on its title, or plain text if it has no valid URL. */
  protected renderLink(record: PortalRecord, content: unknown = this.renderTitle(record)): unknown {
    const {url, lang} = record as {url?: string; lang?: string};
    const origin = html`${this.renderForeign(record)}${this.#renderOrigin(record)}`;
    if (!url) return html`<span part="title">${content}</span>${origin}`;
    const hreflang = this.i18n.text('', lang).lang;
    const click = (event: MouseEvent): void => this.follow(record, event);
    return html`${link(url, content, {part: 'link', hreflang, click})}${origin}`;
  }

  /** Renders a visible note if the title is in another language than the user's. */
  protected renderForeign(record: PortalRecord): unknown {
    const {value, lang} = this.i18n.text(titleOf(record), (record as {lang?: string}).lang);
    if (!lang || !value) return nothing;
    return html` <span class="small"
      >${this.i18n.messages.inLanguage(this.i18n.languageName(lang))}</span
    >`;
  }

  /** Renders the origin of a record, if the widget shows several sources. */
  #renderOrigin(record: PortalRecord): unknown {
    const origin = originOf(record);
    return origin === undefined ? nothing : html` <span class="origin small">${origin}</span>`;
  }

  /** Renders a text, marked with its language if that is not the user's. */
  protected renderText(text: Parameters<LocalizeController['text']>[0], ownLang?: string): unknown {
    const {value, lang} = this.i18n.text(text, ownLang);
    return lang && value ? html`<span lang=${lang}>${value}</span>` : value;
  }
}
