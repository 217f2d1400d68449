import {html, nothing, type TemplateResult} from 'lit';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import {latestValue, type LoadState} from '../../controllers/load-controller.js';
import type {PortalSource, QueryResult} from '../../data/source.js';
import {placeSearch} from '../../i18n/fr/map.js';
import {records, singleRecord, resourceList} from '../../i18n/fr/widgets.js';
import {intersectFilters, listFiltersIn, type Query, type Sort} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {familyStyles} from '../../styles/family.styles.js';
import {WidgetView} from '../base/widget-view.js';
import {entryHighlight} from '../parts/entry-highlight.js';
import {facetsOf} from '../parts/facets/counted-facets.js';
import {renderFooter} from '../parts/footer.js';
import {renderSkeleton} from '../parts/list-skeleton.js';
import {showsPart} from '../parts/shown-parts.js';
import {renderWayOut} from '../parts/empty-state.js';
import {noDataMessage, renderState} from '../parts/states.js';
import {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import type {ChapteredList, ChapterView} from './chapters.js';
import {CsvExport} from './csv-export.js';
import type {DetailHost, DetailList} from './detail.js';
import {DetailOpener} from './detail-opener.js';
import type {FacetPanelHost} from './facets.js';
import {type FilteredList, ListFilters} from './filters.js';
import {ListPagination, type PagedHost, type PagedList} from './pagination.js';
import {styles} from './resource-list.styles.js';
import {renderButton} from '../parts/elements.js';
import {renderRow} from './row.js';
import {repeat} from '../parts/repeat.js';

const COLLECTION = 'resources';

interface ListHost extends DetailHost, FacetPanelHost, PagedHost {
  /** Groups the resources by the chapters of their portal. */
  readonly chapters: boolean;
}

/** List of resources with search, facets, sort order, pages, chapters, details and export. */
export class ResourceListView
  extends WidgetView<ListHost>
  implements ChapteredList, DetailList, FilteredList, PagedList
{
  static override readonly styles = [printStyles, familyStyles, ...styles];

  readonly preparesPrint = preparePrint();
  readonly i18n = this.host.i18n.withSections({placeSearch, resourceList, singleRecord, records});
  readonly #load = this.host.records.load(COLLECTION, () => this.query);
  readonly chaptersLoad = this.host.records.load('chapters', () => this.#chapterQuery, 'all');
  readonly allResourcesLoad = this.host.records.load(
    COLLECTION,
    () => this.#chapterQuery && this.query && {...this.query, facets: [], limit: undefined},
    'all',
  );
  readonly #chapters = new LazyModuleController<ChapterView>(
    this.host,
    () => this.#isChaptered,
    async () => new (await import('./chapters.js')).ChapterView(this.host, this),
  );
  readonly #pagination = new ListPagination(this.host, this);
  readonly #filters = new ListFilters(this.host, this);
  readonly #export = new CsvExport(this.host, this);
  readonly #detail = new DetailOpener(this.host, this);
  readonly #templates = new RecordTemplateController(this.host, 'row');
  readonly #highlight = entryHighlight(this.host);

  /** Last result. Search and facets stay on screen when the next load fails. */
  result: QueryResult<Resource> | undefined;
  /** Sort order selected by the user. */
  #selectedSort: Sort | '' | undefined;
  #previousSort: Sort | '' = this.host.sort;
  #previousSource: unknown;
  /** True after the first result that can be searched. */
  #hasFilters = false;
  /** State of the load at the user's last change. The first result after it is announced. */
  #stateBeforeChange: unknown;

  override pending(): readonly Promise<unknown>[] {
    return [this.#filters, this.#pagination, this.#chapters, this.#detail, this.#templates].flatMap(
      part => part.pending,
    );
  }

  get source(): PortalSource | undefined {
    return this.host.records.openedSource;
  }

  get state(): LoadState<QueryResult<Resource>> {
    return this.#load.state;
  }

  get rows(): readonly Resource[] {
    return this.#pagination.rows;
  }

  get query(): Query | undefined {
    const {query, selection, sort} = this.host;
    // Facets of filters selected elsewhere are requested too, for the labels of their values.
    const selected = listFiltersIn(selection.filter);
    return (
      query && {
        ...query,
        facets: [...new Set([...this.#filters.facetsToCount, ...selected])],
        sort: (this.#selectedSort ?? sort) || undefined,
      }
    );
  }

  /** Query for the chapters of the fixed and selected portals. Other filters do not apply to chapters. */
  get #chapterQuery(): Query | undefined {
    const {records, selection, i18n} = this.host;
    // Foreign sources have no chapters.
    if (!this.#isChaptered || !this.source || this.source.isForeign) return undefined;
    const filter = intersectFilters(records.fixedFilter, selection.filter);
    return filter && {portal: filter.portal ?? [], lang: i18n.language};
  }

  get #isChaptered(): boolean {
    return this.host.chapters && !this.host.record;
  }

  get sort(): Sort | '' | undefined {
    return this.#hasChapters ? undefined : (this.#selectedSort ?? this.host.sort);
  }

  get isComplete(): boolean {
    return !!this.source?.isComplete(COLLECTION);
  }

  get #hasChapters(): boolean {
    return this.#isChaptered && !!this.#chapters.value?.hasChapters;
  }

  get #isFiltered(): boolean {
    return Object.values(this.host.selection.filter).some(Boolean);
  }

  urlParameter(name: string): string | undefined {
    return this.host.syncUrl ? `${this.host.group || 'resource-list'}.${name}` : undefined;
  }

  runQuery(overrides: Query, signal: AbortSignal): Promise<QueryResult<Resource>> {
    const query = {...this.query, facets: undefined, ...overrides};
    return this.host.records.query(COLLECTION, query, signal);
  }

  applySort(sort: Sort | ''): void {
    this.#selectedSort = sort;
    this.announceResult();
    this.host.requestUpdate();
  }

  announceResult(startsRequest = true): void {
    const {state} = this;
    if (startsRequest || state.status === 'loading') this.#stateBeforeChange = state;
    else if (state.status === 'ready') this.#announceTotal(state.value);
  }

  #announceTotal({total}: QueryResult): void {
    this.host.status.announce(this.i18n.messages.results(total, this.i18n.number(total)));
  }

  override summary({total}: QueryResult): string {
    return this.i18n.messages.resources(total, this.i18n.number(total));
  }

  override willUpdate(): void {
    const {host, state} = this;
    if (host.sort !== this.#previousSort) {
      this.#previousSort = host.sort;
      this.#selectedSort = undefined;
    }
    if (host.records.source !== this.#previousSource) {
      this.#previousSource = host.records.source;
      this.#filters.reset();
      this.result = undefined;
      this.#hasFilters = false;
    }
    const result = latestValue(state);
    this.#pagination.setFirstPage(result?.items);
    this.#chapters.value?.update();
    if (result) {
      this.result = result;
      this.#hasFilters ||= result.total > 0 || this.#isFiltered;
      this.#filters.addLabels(result);
    }
    if (!this.#stateBeforeChange || state === this.#stateBeforeChange || state.status === 'loading')
      return;
    this.#stateBeforeChange = undefined;
    if (state.status === 'ready') this.#announceTotal(state.value);
  }

  override render(): unknown {
    return html`${this.#detail.render()}${this.#renderLayout()}`;
  }

  #renderLayout(): unknown {
    const hasFacets = facetsOf(this.host).length > 0;
    const results = renderState(
      this.host,
      this.#templates.stateOf(this.state),
      () => this.#renderResults(),
      () => renderSkeleton(this.host, this.host.record ? 1 : this.host.pageSize, hasFacets),
      {renderFooter: result => this.#renderFooter(result)},
    );
    // Without the layout element before the first result: content that replaces it does not count as a layout shift.
    if (!this.result) return results;
    const result = this.#hasFilters ? this.result : undefined;
    const showsFilters = result && result.thinned === undefined && this.i18n.isReady;
    return html`<div class="layout ${result && hasFacets ? 'faceted' : ''}">
      ${showsFilters ? this.#filters.render(result, this.state.status !== 'failed') : nothing}
      <div class="results">${results}</div>
    </div>`;
  }

  #renderResults(): unknown {
    const {thinned, isSample} = this.result ?? {};
    // The records are clusters: they cannot be listed, searched, counted or exported.
    if (thinned !== undefined) {
      const {messages, number} = this.i18n;
      return html`<p class="notice">${messages.tooManyForList(number(thinned), isSample)}</p>`;
    }
    if (this.rows.length === 0) return this.#renderEmpty();
    const {value: chapters, pending} = this.#chapters;
    if (!this.#isChaptered) return this.#renderRows();
    if (chapters?.hasChapters) return chapters.render();
    if (pending.length || chapters?.isLoading) return html`<p>${this.i18n.messages.loading}</p>`;
    return html`${chapters?.renderFailure() ?? nothing}${this.#renderRows()}`;
  }

  #renderEmpty(): TemplateResult {
    const {noSuchRecord, noResults, clearAll} = this.i18n.messages;
    if (this.host.record || !this.#isFiltered)
      return html`<div class="empty">
        <p>${this.host.record ? noSuchRecord : noDataMessage(this.host)}</p>
        ${renderWayOut(this.host)}
      </div>`;
    return html`<div class="empty">
      <p>${noResults}</p>
      ${renderButton(clearAll, this.#filters.clear)}
    </div>`;
  }

  #renderRows(): TemplateResult {
    return html`<ul class="list" part="list" tabindex="-1">
        ${repeat(
          this.rows,
          ({id}) => id,
          resource => this.renderRow(resource, this.host.level),
        )}
      </ul>
      ${this.#pagination.render()}`;
  }

  renderRow(resource: Resource, headingLevel: number): TemplateResult {
    return renderRow(this.host, resource, {
      i18n: this.i18n,
      headingLevel,
      templates: this.#templates,
      highlight: this.#highlight,
      renderDetail: () => this.#detail.renderInRow(resource),
    });
  }

  #renderFooter(result: QueryResult): unknown {
    const hasRecords = result.total && result.thinned === undefined;
    return renderFooter(
      this.host,
      result,
      hasRecords && showsPart(this.host, 'export') ? this.#export.render() : nothing,
    );
  }
}
