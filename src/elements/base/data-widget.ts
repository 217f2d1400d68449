import {property} from 'lit/decorators.js';
import type {SourceName} from '../../data/sources/registry.js';
import {RecordsController, type RecordAttributes} from '../../controllers/records-controller.js';
import {type Sort, SORTS, intersectFilters, type Filter, type Query} from '../../model/query.js';
import type {CollectionName, Family, PortalRecord} from '../../model/records.js';
import {anyText, isoDate, oneOf, type OpenList, integer} from './attribute-converters.js';
import {BaseElement} from './base-element.js';
import {replacePrerendered} from './prerendered-content.js';
import type {ElementView, WidgetView} from './widget-view.js';
import {type CSSResultGroup, html, type TemplateResult} from 'lit';
import type {LoadState} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {SelectionController, type Selection} from '../../controllers/selection-controller.js';
import {
  StatusController,
  releaseFailures,
  joinSentences,
  type MessagePart,
} from '../../controllers/status-controller.js';
import {HISTORY, syncFilterWithUrl} from '../../controllers/url-state-controller.js';
import {takeTurn, yieldToMain} from '../../data/scheduling.js';
import type {QueryResult} from '../../data/source.js';
import {FilterChangeEvent} from '../../events/events.js';
import {controlStyles, hostStyles} from '../../styles/host.styles.js';
import {SKINS, tokenStyles} from '../../styles/tokens.styles.js';
import {RegionNames} from '../parts/region-names.js';
import {renderLoading, staleMessage} from '../parts/states.js';
import {FallbackView} from './fallback-view.js';
import {FocusController} from './focus-controller.js';

/** Base class of elements that load records, with the attributes that a controller cannot define. */
export abstract class DataElement<V extends ElementView = ElementView> extends BaseElement<V> {
  /** Base URL of a portal API, or URL of one JSON document that contains all collections. */
  @property({converter: anyText}) api = '';
  /** Kind of source that `api` names, for example `portal` or `document`. For several URLs, separated by spaces. */
  @property({converter: anyText}) source: OpenList<SourceName> = '';
  /** Field mapping of a foreign source. */
  @property({converter: anyText}) fields = '';
  /** URL of a table of commune centres. */
  @property({converter: anyText}) places = '';
  /** Allowed origins of links in the data, separated by spaces. Other links are shown as text. */
  @property({attribute: 'link-origin', converter: anyText}) linkOrigin = '';
  /** Families to include, separated by commas. */
  @property({converter: anyText}) family: OpenList<Family> = '';
  /** Ids of the portals to include, separated by commas. */
  @property({converter: anyText}) portal = '';
  /** Themes to include, separated by commas. */
  @property({converter: anyText}) theme = '';
  /** Sections to include, separated by commas. */
  @property({converter: anyText}) section = '';
  /** Types to include, separated by commas. */
  @property({converter: anyText}) type = '';
  /** INSEE codes of the communes to include, separated by commas. */
  @property({converter: anyText}) commune = '';
  /** SIREN numbers of the EPCI to include, separated by commas. Their communes are listed in `places`. */
  @property({converter: anyText}) epci = '';
  /** Codes of the départements to include (`59`, `2A`, `974`), separated by commas. */
  @property({converter: anyText}) departement = '';
  /** INSEE codes of the regions to include (`32`, `04`), separated by commas. */
  @property({converter: anyText}) region = '';
  /** Ids of the programmes to include, separated by commas. */
  @property({converter: anyText}) programme = '';
  /** Ids of the projects to include, separated by commas. */
  @property({converter: anyText}) project = '';
  /** Earliest date, ISO 8601 of any precision. Earlier records are excluded. */
  @property({converter: isoDate}) from = '';
  /** Latest date, ISO 8601 of any precision. Later records are excluded. */
  @property({converter: isoDate}) to = '';
  /** Search text. Records must contain all its words. */
  @property({converter: anyText}) q = '';
  /** Sort order: `title`, `-title`, `date` or `-date`. Default: the order of the source. */
  @property({converter: oneOf('', ...SORTS)}) sort: Sort | '' = '';
  /**
   * Keeps the data in the browser for at most 7 days: they are shown, with their date, if the server cannot be reached
   * the next time.
   */
  @property({type: Boolean}) keep = false;
  /** Records of the element's collection, used instead of `api`. */
  @property({attribute: false}) items?: readonly unknown[] | undefined;

  /** @internal */
  readonly records = new RecordsController(this);

  /** @internal Collection that the element shows. */
  abstract readonly collection: CollectionName;

  protected override startReload(): Promise<void> {
    return this.records.reload();
  }

  protected override pending(): Promise<unknown>[] {
    return [...this.records.pending, ...super.pending()];
  }

  /** Replaces the prerendered content, which may start further work, such as creating a map. */
  protected override handleComplete(): boolean {
    return this.records.isLoaded && replacePrerendered(this);
  }
}

/**
 * Base class of widgets that show records: selection, language, headings, footer, and the states loading, failed and
 * stale.
 */
export abstract class DataWidget extends DataElement<WidgetView> {
  static override styles: CSSResultGroup = [tokenStyles, hostStyles, controlStyles];

  /** Name of a group of widgets that share one selection. */
  @property({converter: anyText}) group = '';
  /** Level of the record headings, 2 to 6. */
  @property({attribute: 'heading-level', converter: integer(3, 2, 6)}) headingLevel = 3;
  /** Number of records shown first, and added by each "more", 1 to 500. */
  @property({converter: integer(12, 1, 500)}) limit = 12;
  /** Visual style: `plain` takes the font and the colours of the page. */
  @property({reflect: true, converter: oneOf(...SKINS)}) skin: string = 'plain';
  /** Parts to leave out, separated by spaces: `search`, `sort`, `export`, `commune`, `facets`, `count`, `foot-details`. */
  @property({converter: anyText}) hide = '';
  /** Keeps the selection in the URL of the page. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;
  /** Emits schema.org JSON-LD for the records shown. */
  @property({type: Boolean, attribute: 'structured-data'}) structuredData = false;

  /** @internal */
  readonly status = new StatusController(this, {
    isLoading: () =>
      this.pending().length > this.records.background.flatMap(({pending}) => pending).length,
    loadingMessage: () => this.i18n.messages.loading,
    result: () => (this.#result ? this.#describe(this.#result) : []),
    language: () => this.i18n.language,
  });
  readonly #selectionController = new SelectionController(this, origin => {
    if (origin === HISTORY) this.#isRestored = true;
    this.#isLinkedUpdate = origin !== this;
  });
  /** True if Back or Forward has restored the selection whose records are being loaded. */
  #isRestored?: boolean;
  /** True if another widget of the selection has caused the next update. */
  #isLinkedUpdate?: boolean;
  #hasDrawnView?: boolean;
  readonly #regionNames = new RegionNames(this);
  /** True if the user of this widget has changed the selection: only then is the result announced. */
  #announcesResult?: boolean;
  /** Result of the main load, with the number of records rendered; undefined after an error. */
  #result: QueryResult | undefined;
  /** True if the main load has failed, or has returned a stale copy. */
  #hadProblem?: boolean;
  /** @internal Rendered records and their collection. Set if structured data is enabled. */
  renderedRecords?: Map<PortalRecord, CollectionName>;

  /** @internal */
  readonly i18n = new LocalizeController(this);

  constructor() {
    super();
    new FocusController(this);
    syncFilterWithUrl(this, {
      name: () => (this.syncUrl ? this.group || this.localName.replace(/^spass-/, '') : undefined),
      selection: () => this.selection,
      warn: this.warn,
    });
  }

  protected override createFallback(): WidgetView | undefined {
    return new FallbackView(this);
  }

  /**
   * Updates each linked widget in a task of its own, so that the widget in use is painted first; each new widget of the
   * page too, so that the script that defines all of them is not one long task with their loads. The widgets that one
   * response updates share tasks, as long as these stay short. A widget inside another one is drawn with it.
   */
  protected override async scheduleUpdate(): Promise<unknown> {
    const isInPage = this.getRootNode() === document;
    if (!this.hasUpdated && isInPage) {
      // Shows the content of the page until then.
      const slot = this.renderRoot.appendChild(document.createElement('slot'));
      await yieldToMain();
      slot.remove();
    }
    // A new view is drawn at once: the page keeps no room for it any more.
    const turn = this.#isLinkedUpdate ? yieldToMain() : isInPage && takeTurn(this);
    if (turn && this.#hasDrawnView) await turn;
    this.#isLinkedUpdate = false;
    this.#hasDrawnView = !!this.view;
    return super.scheduleUpdate();
  }

  protected override pending(): Promise<unknown>[] {
    const loads = super.pending();
    return this.i18n.pending ? [this.i18n.pending, ...loads] : loads;
  }

  /** @internal */
  get selection(): Selection {
    return this.#selectionController.selection;
  }

  /** @internal */
  get isShared(): boolean {
    return this.#selectionController.isShared;
  }

  /** @internal */
  get query(): Query | undefined {
    const filter = (this as RecordAttributes).record
      ? {}
      : intersectFilters(this.records.fixedFilter, this.selection.filter);
    return (
      filter && {
        ...filter,
        sort: this.sort || undefined,
        limit: this.pageSize,
        lang: this.i18n.language,
      }
    );
  }

  /**
   * Validated `limit`: frameworks may set the property to any value.
   *
   * @internal
   */
  get pageSize(): number {
    const limit = Math.trunc(Number(this.limit));
    return limit >= 1 && limit <= 500 ? limit : 12;
  }

  /** @internal */
  get level(): number {
    return Number(this.headingLevel) || 3;
  }

  /** @internal */
  regionName(name: string): string {
    return this.#regionNames.distinct(name);
  }

  /** Selector of children that are not fallback content. */
  protected get contentSelector(): string {
    return 'script, template';
  }

  /** @internal */
  get hasFallback(): boolean {
    return [...this.children].some(child => !child.slot && !child.matches(this.contentSelector));
  }

  /** @internal */
  handleLoadEnd(state: LoadState<QueryResult>, total: number): void {
    const isReady = state.status === 'ready';
    this.#result = isReady ? {...state.value, total} : undefined;
    const isStale = isReady && state.value.staleSince !== undefined;
    if (this.#result && this.#announcesResult)
      this.status.announce(...joinSentences(this.#describe(this.#result)));
    else if (isReady && (this.#hadProblem || this.#isRestored)) this.status.report();
    else if (isStale) this.status.report(() => [staleMessage(state.value, this.i18n)]);
    this.#hadProblem = isStale || !isReady;
    this.#announcesResult = this.#isRestored = false;
  }

  /** Returns sentences about a result: for screen readers, after a change of the selection, a long load or a recovery. */
  #describe(result: QueryResult): readonly MessagePart[] {
    const {messages, number} = this.i18n;
    const {total} = result;
    const summary = this.view?.summary?.(result) ?? messages.results(total, number(total));
    return [summary, staleMessage(result, this.i18n)].filter(Boolean);
  }

  /** @internal */
  applyFilter(filter: Filter, announces = true): boolean {
    const event = new FilterChangeEvent(filter);
    if (!this.dispatchEvent(event)) return false;
    releaseFailures();
    this.#announcesResult = announces;
    this.selection.setFilter(filter, this);
    return true;
  }

  protected override render(): TemplateResult {
    if (this.structuredData && !this.renderedRecords) {
      const records = (this.renderedRecords = new Map<PortalRecord, CollectionName>());
      void import('../parts/records/structured-data.js').then(
        module => module.addStructuredData(this, records),
        String,
      );
    }
    return html`
      <div class="root" lang=${this.i18n.language} dir=${this.i18n.direction}>
        <slot name="heading"></slot>
        ${this.status.render()} ${this.#renderContent()}
      </div>
    `;
  }

  #renderContent(): unknown {
    if (this.view) return this.view.render();
    if (this.hasViewFailed) return html`<slot></slot>`;
    return renderLoading(this, this.hasFallback, () => '');
  }
}
