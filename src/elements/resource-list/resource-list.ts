import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {DownloadController} from '../../controllers/download-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/client/errors.js';
import type {QueryResult} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {placeSearch} from '../../i18n/fr/place-search.js';
import {resourceList} from '../../i18n/fr/resource-list.js';
import {
  intersectFilters,
  type FacetName,
  LIST_FILTERS,
  type Query,
  type Sort,
} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {isSameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../base/attribute-converters.js';
import {detailMode, type DetailMode, facetNames} from '../base/list-attributes.js';
import {DataWidget} from '../base/data-widget.js';
import {type CsvExport, createExport, exportMessage, renderExportButton} from './export.js';
import {ListChapters} from './list-chapters.js';
import {ListPagination} from './list-pagination.js';
import {ListFilters} from './list-filters.js';
import {DetailOpener} from './detail-opener.js';
import {styles} from './resource-list.styles.js';
import {renderRow} from './row.js';
import {renderSkeleton} from './skeleton.js';
import {renderEmpty} from './filter-controls.js';

const COLLECTION = 'resources';

/**
 * Shows resources as a list with search, facets, sort order, pages and export.
 *
 * Its data come from `api`, from the surrounding `<spass-portal>`, or from `items`. Complete collections are searched
 * in memory at each keystroke; a server is queried when the user pauses.
 *
 * @customElement spass-resource-list
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader searched, chose or cleared; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more, or for a page; cancel to stay.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a resource or opens it; cancel to route it
 *   yourself.
 * @event {LoadEvent} spass-load - The resources are there.
 * @event {LoadErrorEvent} spass-error - The resources could not be loaded.
 * @csspart search - The field of the search.
 * @csspart facets - The facets.
 * @csspart chips - What was chosen.
 * @csspart list - The list.
 * @csspart chapter - A chapter with its resources.
 * @csspart row - One resource.
 * @csspart link - Its title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart facts - Its files, where, when.
 * @csspart file - The link of one file.
 * @csspart detail - A resource in place, with all that is known of it.
 * @csspart more - The button that shows more.
 * @csspart pages - The pages to turn to.
 * @csspart foot - Source, licence, date and export.
 * @cssproperty [--spass-list-gap=1.125em] - The space above and below a resource.
 * @cssproperty [--spass-facets-width=14em] - How wide the facets are beside the list.
 */
export class SpassResourceList extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles];

  /** Facets in display order, separated by commas. Empty for none. */
  @property({converter: facetNames}) facets: readonly FacetName[] = facetNames.fromAttribute(null);
  /** Paging: `more` appends with a button; `pages` replaces one page by another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Shows the publisher of each resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;

  /** Groups the resources by the chapters of their portal. */
  @property({type: Boolean}) chapters = false;

  /** Opens the details of a resource in place: `dialog` (also with an empty value) or `inline`. */
  @property({converter: detailMode}) detail: DetailMode | undefined;

  @state() private _sort: Sort | '' | undefined;
  @query('.list') private _list!: HTMLElement | null;

  /** @internal */
  override readonly collection = COLLECTION;
  /** @internal */
  override readonly i18n = new LocalizeController(this, {
    placeSearch,
    resourceList,
  });

  readonly #main = this.loadRecords(COLLECTION, () => this.query);
  readonly #chaptersLoad = this.loadRecords('chapters', () => this.#chapters.chapterQuery(), 'all');
  readonly #allResourcesLoad = this.loadRecords(
    COLLECTION,
    () => this.#chapters.resourceQuery(),
    'all',
  );
  /** Options that all parts of the list have in common. */
  readonly #commonOptions = {
    i18n: this.i18n,
    source: () => (this.openedSource instanceof LoadError ? undefined : this.openedSource),
    query: () => this.query,
    headingLevel: () => this.level,
    pageSize: () => this.pageSize,
    errorMessage: (error: unknown) => this.errorMessage(error),
    announce: (message: string) => this.announce(message),
    renderRoot: () => this.renderRoot,
    keepFocus: () => this.keepFocus(),
  };
  readonly #chapters: ListChapters = new ListChapters(this, {
    ...this.#commonOptions,
    isEnabled: () => this.chapters,
    selectedFilter: () => intersectFilters(this.fixedFilter, this.selection.filter),
    chapters: () => this.#chaptersLoad,
    allResources: () => this.#allResourcesLoad,
    renderRow: (resource, level) => this.#renderRow(resource, level),
    confirmPageChange: page => this.#confirmPageChange(page),
  });
  readonly #pagination = new ListPagination(this, {
    ...this.#commonOptions,
    key: () => [this.openedSource, JSON.stringify(this.query)],
    load: async (request, signal) => (await this.#runQuery('find', request, signal)).items,
    parameterName: () => this.#urlParameterName('page'),
    paging: () => this.paging,
    cappedAt: () => this.#lastResult?.cappedAt,
    total: () => this.#lastResult?.total ?? 0,
    isReady: () => this.#main.state.status === 'ready',
    // During a reload the list on screen is about to be replaced: no further pages of it.
    confirmPageChange: page =>
      this.#main.state.status !== 'loading' && this.#confirmPageChange(page),
    listElement: () => this._list,
  });
  readonly #filters = new ListFilters(this, {
    ...this.#commonOptions,
    filter: () => this.selection.filter,
    fixedFilter: () => this.fixedFilter,
    facetNames: () => this.facets,
    sort: () => (this.#chapters.hasChapters ? undefined : (this._sort ?? this.sort)),
    setSort: sort => {
      this._sort = sort;
      this.#announceResult();
    },
    isComplete: () => this.#isComplete,
    applyFilter: (filter, announces) => {
      if (this.applyFilter(filter, false) && announces) this.#announceResult();
    },
    onSearchPause: startsRequest => this.#announceResult(startsRequest),
  });
  readonly #export = new DownloadController<CsvExport>(this, {
    createFile: async signal =>
      createExport(await this.#runQuery('all', {limit: undefined}, signal), this.i18n.language),
    onStateChange: file => {
      this.announce(exportMessage(file, this.i18n, this.colon));
      this.requestUpdate();
    },
  });
  readonly #detail = new DetailOpener(this, {
    ...this.#commonOptions,
    mode: () => this.detail,
    parameterName: () => this.#urlParameterName('detail'),
    isSettled: () => this.#main.state.status !== 'loading',
    rows: () => this.#pagination.rows,
    showsPublisher: () => this.showPublisher,
    renderTitle: resource => this.renderTitle(resource),
    renderLink: (resource, content) => this.renderLink(resource, content),
  });
  #previousSource: unknown;
  /** Last result. Search and facets stay on screen when the next load fails. */
  #lastResult: QueryResult<Resource> | undefined;
  /** True after the first result that can be searched. */
  #hasFilters = false;
  /** State of the load at the user's last change. The first result after it is announced. */
  #stateBeforeChange: unknown;

  override disconnectedCallback(): void {
    this.#highlight(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#filters.pending,
      ...this.#pagination.pending,
      ...this.#chapters.pending,
      ...this.#detail.pending,
    ];
  }

  /** @internal */
  override get query(): Query | undefined {
    const query = super.query;
    // Facets of filters selected elsewhere are requested too, for the labels of their values.
    const selected = LIST_FILTERS.filter(name => this.selection.filter[name]?.length);
    const facets = [...new Set([...this.facets, ...selected])];
    return query && {...query, facets, sort: (this._sort ?? this.sort) || undefined};
  }

  /** Returns the name of a URL parameter; undefined if `sync-url` is not set. */
  #urlParameterName(name: string): string | undefined {
    return this.syncUrl ? `${this.group || 'resource-list'}.${name}` : undefined;
  }

  get #isComplete(): boolean {
    return !!this.#commonOptions.source()?.isComplete(COLLECTION);
  }

  async #runQuery(
    method: 'find' | 'all',
    overrides: Query,
    signal: AbortSignal,
  ): Promise<QueryResult<Resource>> {
    const source = this.#commonOptions.source();
    const query = this.query;
    if (!source || !query) throw new Error('nothing to ask');
    return source[method](COLLECTION, {...query, facets: undefined, ...overrides}, {signal});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('sort')) this._sort = undefined;
    if (this.openedSource !== this.#previousSource) {
      this.#previousSource = this.openedSource;
      this.#filters.resetLabels();
      this.#lastResult = undefined;
      this.#hasFilters = false;
    }
    const {state} = this.#main;
    const result = latestValue(state);
    this.#pagination.setFirstPage(result?.items);
    this.#chapters.update();
    if (result) {
      this.#lastResult = result;
      this.#hasFilters ||= result.total > 0 || this.#isFiltered;
      this.#filters.addLabels(result.facets);
    }
    if (!this.#stateBeforeChange || state === this.#stateBeforeChange || state.status === 'loading')
      return;
    this.#stateBeforeChange = undefined;
    if (state.status === 'ready') this.announce(this.summary(state.value));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#pagination.handleRendered();
  }

  /**
   * Announces the result, now or after the load.
   *
   * @param startsRequest True if the change starts a load.
   */
  #announceResult(startsRequest = true): void {
    const {state} = this.#main;
    if (startsRequest || state.status === 'loading') this.#stateBeforeChange = state;
    else if (state.status === 'ready') this.announce(this.summary(state.value));
  }

  #confirmPageChange(page: number): boolean {
    return this.dispatchEvent(new PageChangeEvent(page));
  }

  get #isFiltered(): boolean {
    return Object.values(this.selection.filter).some(Boolean);
  }

  protected override renderContent(): unknown {
    return html`${this.#detail.render()}${this.#renderLayout()}`;
  }

  #renderLayout(): unknown {
    const renderResult = (): unknown => this.#renderRows();
    const results = this.renderState(this.#main.state, renderResult, () =>
      renderSkeleton(this.pageSize, this.facets.length > 0),
    );
    // Without the layout element before the first result: content that replaces it does not count as a layout shift.
    if (!this.#lastResult) return results;
    const lastResult = this.#hasFilters ? this.#lastResult : undefined;
    return html`<div class="layout ${lastResult && this.facets.length ? 'faceted' : ''}">
      ${lastResult && lastResult.thinned === undefined && this.i18n.isReady ? this.#filters.render(lastResult) : nothing}
      <div class="results">${results}</div>
    </div>`;
  }

  #renderRows(): unknown {
    const {thinned, isSample} = this.#lastResult ?? {};
    // The records are clusters: they cannot be listed, searched, counted or exported.
    if (thinned !== undefined) {
      const {messages, number} = this.i18n;
      return html`<p class="notice">${messages.tooManyForList(number(thinned), isSample)}</p>`;
    }
    const {rows} = this.#pagination;
    if (rows.length === 0) {
      return renderEmpty(this.#isFiltered, this.i18n, this.#filters.clear);
    }
    return this.#chapters.render(
      () =>
        html`<ul class="list" part="list" tabindex="-1">
            ${repeat(
              rows,
              ({id}) => id,
              resource => this.#renderRow(resource, this.level),
            )}
          </ul>
          ${this.#pagination.render()}`,
    );
  }

  #renderRow(resource: Resource, headingLevel: number): TemplateResult {
    const {id} = resource;
    return renderRow(resource, {
      i18n: this.i18n,
      headingLevel,
      showPublisher: this.showPublisher,
      isHighlighted: isSameRef(this.selection.highlighted, {collection: COLLECTION, id}),
      renderLink: () => this.renderLink(resource),
      renderDetail: () => this.#detail.renderInRow(resource),
      highlight: target => this.#highlight(target),
    });
  }

  protected override renderFooter(result: QueryResult): unknown {
    const hasRecords = result.total && result.thinned === undefined;
    const exportButton = hasRecords
      ? renderExportButton(this.#export, this.i18n, this.colon)
      : nothing;
    return super.renderFooter(result, exportButton);
  }

  #highlight(resource: Resource | undefined): void {
    this.selection.setHighlighted(resource && {collection: COLLECTION, id: resource.id}, this);
  }
}
