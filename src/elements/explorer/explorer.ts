import {ContextProvider} from '@lit/context';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {selectionContext} from '../../contexts/selection-context.js';
import {sourceContext} from '../../contexts/source-context.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {QueryParameterController} from '../../controllers/query-parameter-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {LoadErrorEvent} from '../../events/load-error-event.js';
import {explorer} from '../../i18n/fr/explorer.js';
import type {Geo} from '../../model/geo.js';
import {splitList} from '../../model/query.js';
import {COLLECTIONS, type CollectionName} from '../../model/records.js';
import {oneOf, anyText} from '../base/attribute-converters.js';
import {renderHeading} from '../parts/heading.js';
import {detailMode, type DetailMode} from '../base/list-attributes.js';
import {cssLength, latLon, zoomLevel} from '../base/map-attributes.js';
import {tilesValue} from '../parts/basemaps.js';
import {renderFailure, renderNotices, renderLoading} from '../parts/states.js';
import {DataWidget} from '../base/data-widget.js';
import {styles} from './explorer.styles.js';
import {LayoutController} from './layout-controller.js';
import {type ViewContext, renderFilter, renderView} from './view-templates.js';
import {SharedSource} from './shared-source.js';
import {renderTabs} from './tabs.js';
import {isView, layoutRows, unknownViews, type View, viewNames, VIEWS} from './views.js';
import {ViewLoads} from './view-loads.js';

/**
 * Shows a complete portal in one tag: family filter, cards, resource list, project map and timeline. Side by side if
 * there is room, otherwise as tabs.
 *
 * All views read one `api`, the surrounding `<spass-portal>`, or `items`: an array of portals, each an object with one
 * list per collection, like a one-document API. They share one selection. Hidden views load nothing.
 *
 * @customElement spass-explorer
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose, searched or cleared; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more, or for a page; cancel to stay.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a record; cancel to route it yourself.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
 * @event {LoadEvent} spass-load - All views that are shown are drawn.
 * @event {LoadErrorEvent} spass-error - One of them, or all, could not be loaded.
 * @csspart filter - The families.
 * @csspart tabs - The row of tabs.
 * @csspart tab - The tab of a view.
 * @csspart view - A view with its name.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-explorer-gap=2.5em] - The space between two views.
 */
export class SpassExplorer extends DataWidget {
  static override styles = [DataWidget.styles, styles];
  static {
    // A map inside the explorer registers with the selection, which requests an update during an update.
    this.disableWarning?.('change-in-update');
  }

  /** Views in display order, separated by spaces: `cards`, `list`, `map`, `timeline`. */
  @property({converter: viewNames}) views: readonly View[] = VIEWS;
  /** Grouping of the cards: `family` makes one section per family. */
  @property({attribute: 'group-by', converter: oneOf('', 'family')}) groupBy: '' | 'family' = '';
  /** Facets of the list in display order, separated by commas. Empty for none. */
  @property() facets?: string | null;
  /** Paging of the list: `more` appends with a button; `pages` replaces one page by another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Opens the details of a resource in place: `dialog` (also with an empty value) or `inline`. */
  @property({converter: detailMode}) detail: DetailMode | undefined;
  /** Shows the publisher of each resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;
  /** Groups the resources by the chapters of their portal. */
  @property({type: Boolean}) chapters = false;
  /** Basemap: `none`, `ign`, `ign-ortho`, `osm-be`, or a URL template with `{z}`, `{x}`, `{y}`. */
  @property({converter: tilesValue}) tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` the user, or `granted` or `denied` by the page. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Fitting of the map: `data` moves it to its records; `none` leaves it. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /** Height of the map, as CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Loading of the map engine: `visible` when the map is near the screen; `click` on request. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  /** View selected by the user. May be missing from `views`. */
  @state() private _selectedView: View | undefined;
  @query('.width') private _ruler!: HTMLElement | null;

  /** @internal */
  override readonly collection = 'portals';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {explorer});

  readonly #layout = new LayoutController(this, {
    ruler: () => this._ruler,
    onChange: isWide => this.#keepFocusInView(isWide),
  });
  readonly #viewLoads = new ViewLoads(this, {
    visibleViews: () => this.#visibleViews,
    onChange: () => this.requestUpdate(),
  });
  readonly #sourceProvider = new ContextProvider(this, {context: sourceContext});
  readonly #selectionProvider = new ContextProvider(this, {
    context: selectionContext,
    initialValue: this.selection,
  });

  #previousSource: unknown;
  #sharedSource: SharedSource | undefined;
  /** View whose heading is focused after its tab is removed. */
  #viewToFocus: View | undefined;

  constructor() {
    super();
    new QueryParameterController(this, {
      name: () => (this.syncUrl ? `${this.group || 'explorer'}.view` : undefined),
      value: () => (this.#activeView === this.views[0] ? undefined : this.#activeView),
      apply: word => (this._selectedView = isView(word) ? word : undefined),
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name !== 'views' || value === old) return;
    for (const word of unknownViews(value ?? ''))
      this.warn(`views: there is no "${word.slice(0, 40)}", but ${VIEWS.join(', ')}`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provideSelection();
  }

  override get loadComplete(): Promise<void> {
    return this.#waitForLoad();
  }

  async #waitForLoad(): Promise<void> {
    while (this.isConnected) {
      await super.loadComplete;
      const {elements} = this.#viewLoads;
      await Promise.all(elements.map(element => element.loadComplete));
      await this.updateComplete;
      if (!this.isUpdatePending && this.#viewLoads.isSame(elements)) return;
    }
  }

  override async reload(): Promise<void> {
    await this.updateComplete;
    await this.#viewLoads.reload();
    await this.loadComplete;
  }

  protected override retry(): void {
    super.retry();
    void this.#viewLoads.reload();
  }

  /** Merges the portals into one document, collection by collection. */
  protected override itemsDocument(items: readonly unknown[]) {
    const document: Partial<Record<CollectionName, unknown[]>> = {};
    for (const item of items) {
      const portal = (item ?? {}) as Readonly<Record<string, unknown>>;
      for (const name of COLLECTIONS) {
        const records = Object.hasOwn(portal, name) ? portal[name] : undefined;
        if (Array.isArray(records)) (document[name] ??= []).push(...(records as unknown[]));
      }
    }
    return document;
  }

  /** Active view if only one is shown. */
  get #activeView(): View | undefined {
    const selected = this._selectedView;
    return selected && this.views.includes(selected) ? selected : this.views[0];
  }

  get #hasTabs(): boolean {
    return this.views.length > 1 && !this.#layout.isWide;
  }

  get #visibleViews(): readonly View[] {
    return this.#hasTabs ? this.views.filter(view => view === this.#activeView) : this.views;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const source = this.openedSource;
    if (source === this.#previousSource) return;
    this.#previousSource = source;
    this.#sharedSource =
      source && !(source instanceof LoadError)
        ? new SharedSource(source, () => this.requestUpdate())
        : undefined;
    this.#viewLoads.reset(this.#sharedSource !== undefined);
    this.#sourceProvider.setValue(this.#sharedSource);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#provideSelection();
    if (this.#viewToFocus) {
      this.renderRoot.querySelector<HTMLElement>(`#name-${this.#viewToFocus}`)?.focus();
      this.#viewToFocus = undefined;
    }
    const source = this.#previousSource;
    if (!(source instanceof LoadError) || this.#viewLoads.markReported(source)) return;
    this.warn(source.message);
    const event = new LoadErrorEvent(source.kind, source.message);
    this.dispatchEvent(event);
  }

  /** Provides the current selection, which depends on the group and on the surrounding `<spass-portal>`. */
  #provideSelection(): void {
    this.#selectionProvider.setValue(this.selection);
  }

  /** Keeps the user in the same view when the layout changes. */
  #keepFocusInView(isWide: boolean): void {
    const focused = this.shadowRoot?.activeElement;
    const view = focused?.closest<HTMLElement>('[data-view]')?.dataset['view'];
    if (!isView(view)) return;
    if (!isWide) this._selectedView = view;
    else if (focused?.role === 'tab') this.#viewToFocus = view;
  }

  protected override renderContent(): unknown {
    const ruler = html`<div class="width"></div>`;
    const source = this.#previousSource;
    const error = source instanceof LoadError ? source : this.#viewLoads.hasFailed && this.#failure;
    const failureNotice =
      error && this.i18n.isReady
        ? renderFailure(this.errorMessage(error), this.i18n, this.#handleRetry)
        : nothing;
    if (!this.#sharedSource) {
      const waiting = renderLoading(this.i18n, this.hasFallback, () => nothing);
      return html`${ruler}${failureNotice === nothing ? waiting : failureNotice}`;
    }
    const showsFallback =
      this.hasFallback && !this.#viewLoads.hasRecords && failureNotice === nothing;
    return html`${ruler}${failureNotice}
      <div class="frame" ?hidden=${failureNotice !== nothing}>
        ${showsFallback ? html`<div><slot></slot></div>` : nothing}
        <div class=${showsFallback ? 'body under' : 'body'}>
          ${this.#renderBody(this.#sharedSource)}
        </div>
      </div>`;
  }

  get #failure(): unknown {
    return this.#sharedSource?.lastError ?? new Error();
  }

  readonly #handleRetry = (): void => {
    this.keepFocus();
    this.retry();
  };

  #renderBody(source: SharedSource): TemplateResult {
    const {metadata} = source;
    // A single family fixed by the page leaves nothing to select.
    const hasFilter = splitList(this.family).length !== 1;
    const context = this.#viewContext;
    return html`
      ${this.i18n.isReady ? renderNotices(metadata, this.i18n, this.#handleRetry) : nothing}
      ${hasFilter ? renderFilter(this.views, context) : nothing}
      ${
        this.#hasTabs
          ? renderTabs({
              i18n: this.i18n,
              views: this.views,
              selected: this.#activeView,
              select: view => (this._selectedView = view),
            })
          : nothing
      }
      <div class="views">
        ${repeat(
          this.views,
          view => view,
          view => this.#renderView(view, context),
        )}
      </div>
      ${this.renderFooter(metadata)}
    `;
  }

  #renderView(view: View, context: ViewContext): TemplateResult {
    const isVisible = this.#visibleViews.includes(view);
    const {messages, isReady} = this.i18n;
    const isAlone = this.views.length === 1;
    const isHalf = layoutRows(this.views).some(row => row.length > 1 && row.includes(view));
    const labelId = this.#hasTabs ? `tab-${view}` : `name-${view}`;
    return html`<section
      id="view-${view}"
      class="view ${isHalf ? 'half' : ''}"
      part="view"
      data-view=${view}
      role=${this.#hasTabs ? 'tabpanel' : nothing}
      aria-labelledby=${isAlone ? nothing : labelId}
      ?hidden=${!isVisible}
    >
      ${
        isAlone
          ? nothing
          : html`<div id="name-${view}" class="name ${this.#hasTabs ? 'sr' : ''}" tabindex="-1">
              ${renderHeading(this.level, isReady ? messages[`${view}View`] : nothing)}
            </div>`
      }
      ${renderView(view, isVisible, context)}
    </section>`;
  }

  /** Context passed to the views. */
  get #viewContext(): ViewContext {
    const headingLevel = Math.min(6, this.level + Number(this.views.length > 1));
    return {explorer: this, headingLevel, onLoadEnd: this.#viewLoads.handleLoadEnd};
  }
}
