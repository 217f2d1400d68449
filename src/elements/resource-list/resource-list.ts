import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {FileController} from '../../controllers/file-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {finding} from '../../i18n/fr/finding.js';
import {resourceList} from '../../i18n/fr/resource-list.js';
import {
  bothFilters,
  type FacetName,
  LIST_FILTERS,
  type Query,
  type Sort,
} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {sameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../attributes.js';
import {detailWay, type DetailWay, facetNames} from '../list-attributes.js';
import {DataWidget} from '../widget.js';
import {type Export, exportOf, exportSentence, renderExport} from './export.js';
import {ListChapters} from './list-chapters.js';
import {ListPages} from './list-pages.js';
import {ListTools} from './list-tools.js';
import {DetailOpener} from './opener.js';
import {styles} from './resource-list.styles.js';
import {renderRow} from './row.js';
import {renderSkeleton} from './skeleton.js';
import {renderEmpty} from './tools.js';

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
  @property({converter: detailWay}) detail: DetailWay | undefined;

  @state() private _sort: Sort | '' | undefined;
  @query('.list') private _list!: HTMLElement | null;

  protected override readonly collection = COLLECTION;
  protected override readonly i18n = new LocalizeController(this, {finding, resourceList});

  readonly #main = this.loadRecords(COLLECTION, () => this.question);
  readonly #named = this.loadRecords('chapters', () => this.#chapters.named(), 'all');
  readonly #whole = this.loadRecords(COLLECTION, () => this.#chapters.all(), 'all');
  /** Options that all parts of the list have in common. */
  readonly #shared = {
    i18n: this.i18n,
    source: () => (this.openedSource instanceof LoadError ? undefined : this.openedSource),
    question: () => this.question,
    level: () => this.level,
    pageSize: () => this.pageSize,
    failure: (error: unknown) => this.failure(error),
    announce: (sentence: string) => this.announce(sentence),
    root: () => this.renderRoot,
    keepFocus: () => this.keepFocus(),
  };
  readonly #chapters: ListChapters = new ListChapters(this, {
    ...this.#shared,
    isWanted: () => this.chapters,
    chosen: () => bothFilters(this.fixedFilter, this.selection.filter),
    chapters: () => this.#named,
    whole: () => this.#whole,
    row: (resource, level) => this.#renderRow(resource, level),
    mayGo: page => this.#mayGo(page),
  });
  readonly #pages = new ListPages(this, {
    ...this.#shared,
    key: () => [this.openedSource, JSON.stringify(this.question)],
    load: async (part, signal) => (await this.#ask('find', part, signal)).items,
    name: () => this.#parameter('page'),
    paging: () => this.paging,
    cappedAt: () => this.#last?.cappedAt,
    total: () => this.#last?.total ?? 0,
    isReady: () => this.#main.state.status === 'ready',
    // During a reload the list on screen is about to be replaced: no further pages of it.
    mayGo: page => this.#main.state.status !== 'loading' && this.#mayGo(page),
    list: () => this._list,
  });
  readonly #tools = new ListTools(this, {
    ...this.#shared,
    filter: () => this.selection.filter,
    fixed: () => this.fixedFilter,
    facets: () => this.facets,
    sort: () => (this.#chapters.isShown ? undefined : (this._sort ?? this.sort)),
    setSort: sort => {
      this._sort = sort;
      this.#tell();
    },
    isAtHand: () => this.#isAtHand,
    choose: (filter, tells) => {
      if (this.choose(filter, false) && tells) this.#tell();
    },
    quiet: isAsked => this.#tell(isAsked),
  });
  readonly #export = new FileController<Export>(this, {
    make: async signal =>
      exportOf(await this.#ask('all', {limit: undefined}, signal), this.i18n.language),
    changed: file => {
      this.announce(exportSentence(file, this.i18n, this.colon));
      this.requestUpdate();
    },
  });
  readonly #detail = new DetailOpener(this, {
    ...this.#shared,
    way: () => this.detail,
    name: () => this.#parameter('detail'),
    isSettled: () => this.#main.state.status !== 'loading',
    rows: () => this.#pages.rows,
    showsPublisher: () => this.showPublisher,
    title: resource => this.renderTitle(resource),
    link: (resource, content) => this.renderLink(resource, content),
  });
  #source: unknown;
  /** Last result. Search and facets stay on screen when the next load fails. */
  #last: Answer<Resource> | undefined;
  /** True after the first result that can be searched. */
  #hasTools = false;
  /** State of the load at the user's last change. The first result after it is announced. */
  #before: unknown;

  override disconnectedCallback(): void {
    this.#point(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#tools.pending,
      ...this.#pages.pending,
      ...this.#chapters.pending,
      ...this.#detail.pending,
    ];
  }

  protected override get question(): Query | undefined {
    const question = super.question;
    // Facets of filters selected elsewhere are requested too, for the labels of their values.
    const chosen = LIST_FILTERS.filter(name => this.selection.filter[name]?.length);
    const facets = [...new Set([...this.facets, ...chosen])];
    return question && {...question, facets, sort: (this._sort ?? this.sort) || undefined};
  }

  /** Returns the name of a URL parameter; undefined if `sync-url` is not set. */
  #parameter(noun: string): string | undefined {
    return this.syncUrl ? `${this.group || 'resource-list'}.${noun}` : undefined;
  }

  get #isAtHand(): boolean {
    return !!this.#shared.source()?.isComplete(COLLECTION);
  }

  async #ask(how: 'find' | 'all', part: Query, signal: AbortSignal): Promise<Answer<Resource>> {
    const source = this.#shared.source();
    const question = this.question;
    if (!source || !question) throw new Error('nothing to ask');
    return source[how](COLLECTION, {...question, facets: undefined, ...part}, {signal});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('sort')) this._sort = undefined;
    if (this.openedSource !== this.#source) {
      this.#source = this.openedSource;
      this.#tools.forget();
      this.#last = undefined;
      this.#hasTools = false;
    }
    const {state} = this.#main;
    const answer = shownValue(state);
    this.#pages.follow(answer?.items);
    this.#chapters.follow();
    if (answer) {
      this.#last = answer;
      this.#hasTools ||= answer.total > 0 || this.#isFiltered;
      this.#tools.remember(answer.facets);
    }
    if (!this.#before || state === this.#before || state.status === 'loading') return;
    this.#before = undefined;
    if (state.status === 'ready') this.announce(this.summary(state.value));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#pages.drawn();
  }

  /**
   * Announces the result, now or after the load.
   *
   * @param startsRequest True if the change starts a load.
   */
  #tell(isAsked = true): void {
    const {state} = this.#main;
    if (isAsked || state.status === 'loading') this.#before = state;
    else if (state.status === 'ready') this.announce(this.summary(state.value));
  }

  #mayGo(page: number): boolean {
    return this.dispatchEvent(new PageChangeEvent(page));
  }

  get #isFiltered(): boolean {
    return Object.values(this.selection.filter).some(Boolean);
  }

  protected override renderContent(): unknown {
    return html`${this.#detail.render()}${this.#renderLayout()}`;
  }

  #renderLayout(): unknown {
    const draw = (): unknown => this.#renderRows();
    const results = this.renderState(this.#main.state, draw, () =>
      renderSkeleton(this.pageSize, this.facets.length > 0),
    );
    // Without the layout element before the first result: content that replaces it does not count as a layout shift.
    if (!this.#last) return results;
    const last = this.#hasTools ? this.#last : undefined;
    return html`<div class="layout ${last && this.facets.length ? 'faceted' : ''}">
      ${last && last.thinned === undefined && this.i18n.isReady ? this.#tools.render(last) : nothing}
      <div class="results">${results}</div>
    </div>`;
  }

  #renderRows(): unknown {
    const {thinned, isSample} = this.#last ?? {};
    // The records are clusters: they cannot be listed, searched, counted or exported.
    if (thinned !== undefined) {
      const {messages, number} = this.i18n;
      return html`<p class="notice">${messages.tooManyForList(number(thinned), isSample)}</p>`;
    }
    const {rows} = this.#pages;
    if (rows.length === 0) {
      return renderEmpty(this.#isFiltered, this.i18n, this.#tools.clear);
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
          ${this.#pages.render()}`,
    );
  }

  #renderRow(resource: Resource, level: number): TemplateResult {
    const {id} = resource;
    return renderRow(resource, {
      i18n: this.i18n,
      level,
      showPublisher: this.showPublisher,
      isLit: sameRef(this.selection.pointed, {collection: COLLECTION, id}),
      link: () => this.renderLink(resource),
      opener: () => this.#detail.renderIn(resource),
      point: target => this.#point(target),
    });
  }

  protected override renderFoot(answer: Answer): unknown {
    const hasRecords = answer.total && answer.thinned === undefined;
    const file = hasRecords ? renderExport(this.#export, this.i18n, this.colon) : nothing;
    return super.renderFoot(answer, file);
  }

  #point(resource: Resource | undefined): void {
    this.selection.setPointed(resource && {collection: COLLECTION, id: resource.id}, this);
  }
}
