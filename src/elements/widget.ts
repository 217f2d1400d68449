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

/** After how long a reader is told that something is on its way (ms). */
const SLOW = 1000;
/** Whether a widget tells it: of many on a page, one does. */
let isTold = false;

/**
 * What every data widget is: records that it draws, what is chosen among them, the language, and the sentences for
 * loading, failing and being out of date.
 */
export abstract class DataWidget extends DataElement {
  static override styles: CSSResultGroup = [tokens, hostStyles, controlStyles];

  /** Widgets with the same group share one selection. */
  @property({converter: words}) group = '';
  /** Level of the records' headings, 2 to 6. */
  @property({attribute: 'heading-level', converter: wholeNumber(3, 2, 6)}) headingLevel = 3;
  /** How many entries at first and at each "more", 1 to 500. */
  @property({converter: wholeNumber(12, 1, 500)}) limit = 12;
  /** `plain`, `dsfr` or `caue`. */
  @property({reflect: true, converter: oneOf('plain', 'dsfr', 'caue')}) skin: string = 'plain';
  /** Keeps the selection in the page's address. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;
  /** Tells machines that read the page of what is drawn, in the words of schema.org. */
  @property({type: Boolean, attribute: 'structured-data'}) structuredData = false;

  @state() private _status = '';
  @query('[role=status]') private _statusLine!: HTMLElement;

  readonly #selected = new SelectionController(this, () => this.selectionChanged());
  #slow: ReturnType<typeof setTimeout> | undefined;
  #tells = false;
  /** Whether this widget's reader has asked for what comes next: only then is it told aloud. */
  #acted = false;
  /** What is drawn, and of which collection, where it is to be told to machines. */
  protected noted?: Map<PortalRecord, CollectionName>;

  /** The language, with the sentences that the widget says besides those of all. */
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

  /** Whether what is chosen here may bear on other widgets. */
  protected get isShared(): boolean {
    return this.#selected.isShared;
  }

  /** Hears of each change of the selection; an update follows by itself. */
  protected selectionChanged(): void {}

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

  protected override loaded(state: LoadState<Answer>, total: number): void {
    if (state.status === 'ready') {
      const said = this.#acted ? this.summary({...state.value, total}) : '';
      const stale = staleSentence(state.value, this.i18n);
      if (said || stale) this.announce(`${said} ${stale}`.trim());
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

  // Drawing

  protected override render(): TemplateResult {
    if (this.structuredData && !this.noted) {
      const noted = (this.noted = new Map<PortalRecord, CollectionName>());
      void loadStructuredData().then(part => part.describe(this, noted), String);
    }
    // The status line is first: who is led there by `keepFocus` goes on from there into the widget.
    return html`
      <div class="root" lang=${this.i18n.language}>
        <slot name="heading"></slot>
        <p class="sr" role="status" tabindex="-1">${this._status}</p>
        ${this.renderContent()}
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
        ${renderNotices(answer, this.i18n, this.#retry)}
        <div class="body" aria-busy=${state.status === 'loading'}>${draw(answer)}</div>
        ${this.renderFoot(answer)}
      `;
    }
    if (state.status === 'failed' && this.i18n.isReady)
      return renderFailure(this.failure(state.error), this.i18n, this.#retry);
    return renderWaiting(this.i18n, this.hasFallback, skeleton);
  }

  /** Whether the page put something of its own in the widget, to be read as long as there are no data. */
  protected get hasFallback(): boolean {
    for (const child of this.children) if (!child.slot) return true;
    return false;
  }

  /** What went wrong, in a sentence for the reader. */
  protected failure(error: unknown): string {
    return failureSentence(error, this.i18n);
  }

  readonly #retry = (): void => {
    this.keepFocus();
    this.retry();
  };

  /** Source, licence and date of what is shown, and what can be done about it. */
  protected renderFoot(answer: Answer, more: unknown = nothing): unknown {
    return renderFoot(
      answer,
      this.i18n,
      more,
      this.syncUrl ? () => void this.#copyLink() : undefined,
    );
  }

  /** A colon as the language writes it. */
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

  /** That there is nothing yet; where the reader's selection is to blame, that nothing fits it, and the way out. */
  protected renderEmpty(nothingFits: string, nothingYet = this.i18n.messages.noData): unknown {
    const out = this.renderWayOut();
    return out === nothing ? nothingYet : html`${nothingFits} ${out}`;
  }

  /** What a reader can do when a selection leaves nothing. */
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

  /** A record's title in the reader's language, tagged when it is in another. */
  protected renderTitle(record: PortalRecord): unknown {
    this.noted?.set(record, this.collection);
    const title = this.renderText(titleOf(record), (record as {lang?: string}).lang);
    return title || this.i18n.messages.untitled(String(record.id));
  }

  /** The one link of a record, on its title; text alone where it has no address that may be followed. */
  protected renderLink(record: PortalRecord, content: unknown = this.renderTitle(record)): unknown {
    const {url, lang} = record as {url?: string; lang?: string};
    const origin = html`${this.renderForeign(record)}${this.#renderOrigin(record)}`;
    if (!url) return html`<span part="title">${content}</span>${origin}`;
    const hreflang = this.i18n.text('', lang).lang;
    const click = (event: MouseEvent): void => this.follow(record, event);
    return html`${link(url, content, {part: 'link', hreflang, click})}${origin}`;
  }

  /** That a title is in another language than the reader's, for those who see it. */
  protected renderForeign(record: PortalRecord): unknown {
    const {value, lang} = this.i18n.text(titleOf(record), (record as {lang?: string}).lang);
    if (!lang || !value) return nothing;
    return html` <span class="small"
      >${this.i18n.messages.inLanguage(this.i18n.languageName(lang))}</span
    >`;
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
