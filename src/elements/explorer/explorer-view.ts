import {ContextProvider} from '@lit/context';
import {html, nothing, type TemplateResult} from 'lit';
import {selectionContext} from '../../controllers/selection-controller.js';
import {sourceContext} from '../../controllers/source-controller.js';
import {UrlStateController} from '../../controllers/url-state-controller.js';
import {LoadError} from '../../data/client/errors.js';
import {LoadErrorEvent} from '../../events/events.js';
import {records, explorer} from '../../i18n/fr/widgets.js';
import {splitList} from '../../model/query.js';
import {WidgetView} from '../base/widget-view.js';
import {renderFooter} from '../parts/footer.js';
import {renderHeading} from '../parts/elements.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {
  renderFailure,
  renderLoading,
  renderNotices,
  retryLoad,
  staleMessage,
} from '../parts/states.js';
import {styles} from './explorer.styles.js';
import {LayoutController, layoutRows} from './layout-controller.js';
import {mergePortals, SharedSource} from './shared-source.js';
import {StagedViews} from './staged-views.js';
import {
  renderOutline,
  renderTabs,
  type ExplorerHost,
  renderFilter,
  renderView,
  type ViewContext,
} from './view-templates.js';
import {type ViewElement, ViewLoads, unknownViews} from './view-loads.js';
import {isView, type View, VIEWS} from './views.js';
import {repeat} from '../parts/repeat.js';

/** Filter and views of a portal, side by side or as tabs, with one source and one selection. */
export class ExplorerView extends WidgetView<ExplorerHost> {
  static override readonly styles = [printStyles, styles];
  readonly preparesPrint = preparePrint();

  /** View selected by the user. May be missing from `views`. */
  #selectedView: View | undefined;
  /** View whose tab the user has chosen. */
  #chosenTab: View | undefined;
  /** Value of the `views` attribute whose unknown words have been reported. */
  #checkedViews: string | null = null;
  #previousSource: unknown;
  #sharedSource: SharedSource | undefined;
  /** Message about stale data that was announced last. */
  #staleText = '';
  /** Id of the heading that is focused after the tab of its view is removed, or of the tab that replaces the heading. */
  #idToFocus = '';

  readonly #i18n = this.host.i18n.withSections({explorer, records});
  readonly #layout = new LayoutController(this.host, isWide => this.#keepFocusInView(isWide));
  readonly #viewLoads = new ViewLoads(this.host, this);
  readonly #stagedViews = new StagedViews(this.host);
  readonly #sourceProvider = new ContextProvider(this.host, {context: sourceContext});
  readonly #selectionProvider = new ContextProvider(this.host, {
    context: selectionContext,
    initialValue: this.host.selection,
  });

  constructor(host: ExplorerHost) {
    super(host);
    host.records.toDocument = mergePortals;
    new UrlStateController(host, {
      name: () => (host.syncUrl ? `${host.group || 'explorer'}.view` : undefined),
      value: () => (this.#activeView === host.views[0] ? undefined : this.#activeView),
      apply: word => {
        this.#selectedView = isView(word) ? word : undefined;
        this.#chosenTab = undefined;
      },
      // Another layout may select a view too.
      entry: () => (this.#activeView === this.#chosenTab ? 'choice' : 'replace'),
    });
  }

  override hostConnected(): void {
    this.#provideSelection();
    addEventListener('online', this.#handleOnline);
  }

  override hostDisconnected(): void {
    removeEventListener('online', this.#handleOnline);
  }

  /** Reloads stale copies: the widgets inside retry only loads that failed. Hidden pages wait until they are visible. */
  readonly #handleOnline = (): void => {
    if (document.hidden) addEventListener('visibilitychange', this.#handleOnline, {once: true});
    else if (this.host.isConnected && this.#sharedSource?.metadata.staleSince !== undefined)
      void this.#viewLoads.reload();
  };

  get widgets(): readonly ViewElement[] {
    return this.#viewLoads.elements;
  }

  /** Replaces prerendered content once there are records. Returns true if there was any. */
  replacePrerendered(): boolean {
    return this.#viewLoads.hasRecords && this.#stagedViews.show();
  }

  /** Reloads all widgets; widgets of hidden views when they are shown again. */
  reload(): Promise<void> {
    return this.#viewLoads.reload();
  }

  /** Active view if only one is shown. */
  get #activeView(): View | undefined {
    const selected = this.#selectedView;
    return selected && this.host.views.includes(selected) ? selected : this.host.views[0];
  }

  override prepareForPrint(): void {
    this.#layout.prepareForPrint();
  }

  get #hasTabs(): boolean {
    return this.host.views.length > 1 && !this.#layout.isWide;
  }

  get visibleViews(): readonly View[] {
    return this.#hasTabs
      ? this.host.views.filter(view => view === this.#activeView)
      : this.host.views;
  }

  #selectView(view: View): void {
    this.#selectedView = view;
    this.host.requestUpdate();
  }

  override willUpdate(): void {
    this.#warnOfUnknownViews();
    const {source} = this.host.records;
    if (source === this.#previousSource) return;
    this.#previousSource = source;
    const {openedSource} = this.host.records;
    this.#sharedSource =
      openedSource && new SharedSource(openedSource, this.#handleMetadataChange, this.host.warn);
    this.#viewLoads.reset(this.#sharedSource !== undefined);
    this.#sourceProvider.setValue(this.#sharedSource);
  }

  readonly #handleMetadataChange = (): void => {
    const source = this.#sharedSource;
    const staleText = source ? staleMessage(source.metadata, this.#i18n) : '';
    if (staleText && staleText !== this.#staleText) this.host.status.report(() => [staleText]);
    // The server responds again.
    else if (!staleText && this.#staleText) for (const {status} of this.widgets) status?.report();
    this.#staleText = staleText;
    this.host.requestUpdate();
  };

  #warnOfUnknownViews(): void {
    const value = this.host.getAttribute('views');
    if (value === this.#checkedViews) return;
    this.#checkedViews = value;
    for (const word of unknownViews(value ?? ''))
      this.host.warn(`views: there is no "${word.slice(0, 40)}", but ${VIEWS.join(', ')}`);
  }

  override hostUpdated(): void {
    this.#provideSelection();
    if (this.#idToFocus)
      this.host.renderRoot.querySelector<HTMLElement>(`#${this.#idToFocus}`)?.focus();
    this.#idToFocus = '';
    if (this.#sharedSource) this.#stagedViews.connect();
    const source = this.#previousSource;
    if (!(source instanceof LoadError) || this.#viewLoads.markReported(source)) return;
    this.host.warn(source.message);
    this.host.dispatchEvent(new LoadErrorEvent(source.kind, source.message));
  }

  /** Provides the current selection, which depends on the group and on the surrounding `<spass-portal>`. */
  #provideSelection(): void {
    this.#selectionProvider.setValue(this.host.selection);
  }

  /** Keeps the user in the same view when the layout changes. */
  #keepFocusInView(isWide: boolean): void {
    const focused = this.host.shadowRoot?.activeElement;
    const view = focused?.closest<HTMLElement>('[data-view]')?.dataset['view'];
    if (!isView(view)) return;
    if (!isWide) this.#selectView(view);
    if (focused?.matches('.name, [role=tab]'))
      this.#idToFocus = `${isWide ? 'name' : 'tab'}-${view}`;
  }

  override render(): unknown {
    const ruler = html`<div class="width"></div>`;
    const source = this.#previousSource;
    const error = source instanceof LoadError ? source : this.#viewLoads.hasFailed && this.#failure;
    const failureNotice =
      error && this.#i18n.isReady
        ? renderFailure(this.host, error, this.#handleRetry, renderOutline)
        : nothing;
    if (!this.#sharedSource) {
      const waiting = renderLoading(this.host, this.host.hasFallback, () => nothing);
      return html`${ruler}${failureNotice === nothing ? waiting : failureNotice}`;
    }
    const showsFallback =
      this.host.hasFallback && !this.#viewLoads.hasRecords && failureNotice === nothing;
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
    void retryLoad(this.host, () => {
      this.host.records.retry();
      void this.#viewLoads.reload();
    });
  };

  #renderBody(source: SharedSource): TemplateResult {
    const {metadata} = source;
    // A single family fixed by the page leaves nothing to select.
    const hasFilter = splitList(this.host.family).length !== 1;
    const context = this.#viewContext;
    return html`
      ${this.#i18n.isReady ? renderNotices(this.host, metadata, this.#handleRetry) : nothing}
      ${hasFilter ? renderFilter(this.host.views, context) : nothing}
      ${
        this.#hasTabs
          ? renderTabs({
              i18n: this.#i18n,
              views: this.host.views,
              selected: this.#activeView,
              select: view => {
                this.#chosenTab = view;
                this.#selectView(view);
              },
            })
          : nothing
      }
      <div class="views ${this.#viewLoads.isWaiting ? 'waiting' : ''}">
        ${repeat(
          this.host.views,
          view => view,
          view => this.#renderView(view, context),
        )}
      </div>
      ${renderFooter(this.host, metadata)}
    `;
  }

  #renderView(view: View, context: ViewContext): TemplateResult {
    const isVisible = this.visibleViews.includes(view);
    const {messages, isReady} = this.#i18n;
    const isAlone = this.host.views.length === 1;
    const isHalf = layoutRows(this.host.views).some(row => row.length > 1 && row.includes(view));
    const labelId = this.#hasTabs ? `tab-${view}` : `name-${view}`;
    return html`<section
      id="view-${view}"
      class="view ${isHalf ? 'half' : ''}"
      part="view"
      data-view=${view}
      role=${this.#hasTabs ? 'tabpanel' : isAlone ? nothing : 'group'}
      aria-labelledby=${isAlone ? nothing : labelId}
      ?hidden=${!isVisible}
    >
      ${
        isAlone
          ? nothing
          : html`<div id="name-${view}" class="name ${this.#hasTabs ? 'sr' : ''}" tabindex="-1">
              ${renderHeading(this.host.level, isReady ? messages[`${view}View`] : nothing)}
            </div>`
      }
      ${renderView(view, isVisible || this.#layout.isAboutToPrint, context)}
    </section>`;
  }

  get #viewContext(): ViewContext {
    const headingLevel = Math.min(6, this.host.level + Number(this.host.views.length > 1));
    return {explorer: this.host, headingLevel, onLoadEnd: this.#viewLoads.handleLoadEnd};
  }
}
