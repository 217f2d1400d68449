import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {FileController} from '../../controllers/file-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {finding} from '../../i18n/fr/finding.js';
import {resourceList} from '../../i18n/fr/resource-list.js';
import {type FacetName, LIST_FILTERS, type Query, type Sort} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {sameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {oneOf} from '../attributes.js';
import {DataWidget} from '../widget.js';
import {facetNames} from './attributes.js';
import {type Export, exportOf, exportSentence, renderExport} from './export.js';
import {ListTools} from './list-tools.js';
import {renderMore, renderPages} from './pages.js';
import {styles} from './resource-list.styles.js';
import {renderRow} from './row.js';
import {renderSkeleton} from './skeleton.js';
import {renderEmpty} from './tools.js';

const COLLECTION = 'resources';

/**
 * Resources as a list with search, facets, sort and pages, and an export of what was found.
 *
 * Its data come from `api`, from the `<spass-portal>` around it, or from `items`. Those that are at hand whole are
 * searched at each key; a server is asked when the reader pauses.
 *
 * @customElement spass-resource-list
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader searched, chose or cleared; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more, or for a page; cancel to stay.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a resource; cancel to route it yourself.
 * @event {LoadEvent} spass-load - The resources are there.
 * @event {LoadErrorEvent} spass-error - The resources could not be loaded.
 * @csspart search - The field of the search.
 * @csspart facets - The facets.
 * @csspart chips - What was chosen.
 * @csspart list - The list.
 * @csspart row - One resource.
 * @csspart link - Its title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart facts - Its files, where, when.
 * @csspart file - The link of one file.
 * @csspart more - The button that shows more.
 * @csspart pages - The pages to turn to.
 * @csspart foot - Source, licence, date and export.
 * @cssproperty [--spass-list-gap=1.125em] - The space above and below a resource.
 * @cssproperty [--spass-facets-width=14em] - How wide the facets are beside the list.
 */
export class SpassResourceList extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles];

  /** Which facets are shown, in their order, separated by commas; empty for none. */
  @property({converter: facetNames}) facets: readonly FacetName[] = facetNames.fromAttribute(null);
  /** `more`: a button appends; `pages`: one page takes the place of another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Shows who published a resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;

  @state() private _sort: Sort | '' | undefined;
  @query('.list') private _list!: HTMLElement | null;

  protected override readonly collection = COLLECTION;
  protected override readonly i18n = new LocalizeController(this, {finding, resourceList});

  readonly #main = this.loadRecords(COLLECTION, () => this.question);
  readonly #pages = new PagesController<Resource>(this, {
    key: () => [this.openedSource, JSON.stringify(this.question)],
    load: async (page, signal) => (await this.#ask('find', {page}, signal)).items,
    turned: () => this.#turned(),
  });
  readonly #tools = new ListTools(this, {
    i18n: this.i18n,
    filter: () => this.selection.filter,
    fixed: () => this.fixedFilter,
    facets: () => this.facets,
    sort: () => this._sort ?? this.sort,
    setSort: sort => {
      this._sort = sort;
      this.#tell();
    },
    isAtHand: () => this.#isAtHand,
    choose: (filter, tells) => {
      if (this.choose(filter, false) && tells) this.#tell();
    },
    quiet: isAsked => this.#tell(isAsked),
    announce: sentence => this.announce(sentence),
    root: () => this.renderRoot,
    keepFocus: () => this.keepFocus(),
  });
  readonly #export = new FileController<Export>(this, {
    make: async signal =>
      exportOf(await this.#ask('all', {limit: undefined}, signal), this.i18n.language),
    changed: file => {
      this.announce(exportSentence(file, this.i18n, this.colon));
      this.requestUpdate();
    },
  });
  #source: unknown;
  /** The last answer there was: search and facets stay when the next one fails. */
  #last: Answer<Resource> | undefined;
  /** Whether there has been something to search. */
  #hasTools = false;
  /** Where the load stood when the reader asked for what is to be told aloud. */
  #before: unknown;
  #shown = 0;

  override disconnectedCallback(): void {
    this.#point(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#tools.pending, ...this.#pages.pending];
  }

  protected override get question(): Query | undefined {
    const question = super.question;
    // What was chosen elsewhere is counted too, for the names it has.
    const chosen = LIST_FILTERS.filter(name => this.selection.filter[name]?.length);
    const facets = [...new Set([...this.facets, ...chosen])];
    return question && {...question, facets, sort: (this._sort ?? this.sort) || undefined};
  }

  get #isAtHand(): boolean {
    const source = this.openedSource;
    return source !== undefined && !(source instanceof LoadError) && source.isComplete(COLLECTION);
  }

  async #ask(how: 'find' | 'all', part: Query, signal: AbortSignal): Promise<Answer<Resource>> {
    const source = this.openedSource;
    const question = this.question;
    if (!source || source instanceof LoadError || !question) throw new Error('nothing to ask');
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
    this.#shown = this.#rows.length;
  }

  /** Says what was found: now, or once it has come. */
  #tell(isAsked = true): void {
    const {state} = this.#main;
    if (isAsked || state.status === 'loading') this.#before = state;
    else if (state.status === 'ready') this.announce(this.summary(state.value));
  }

  // Pages

  get #rows(): readonly Resource[] {
    const {page} = this.#pages;
    if (this.paging === 'pages') return this.#pages.only(page);
    // A record that moved to a later page while the reader went on stands there once.
    const rows = this.#pages.upTo(page);
    return [...new Map(rows.map(row => [String(row.id), row])).values()];
  }

  #go(page: number): void {
    // What is on screen is about to go: there are no more pages of it.
    if (this.#main.state.status === 'loading') return;
    const change = new PageChangeEvent(page);
    if (this.dispatchEvent(change)) this.#pages.go(page);
  }

  /** With "more" the focus goes to the first new link, with pages to the top of the list. */
  #turned(): void {
    const {messages, number} = this.i18n;
    const isPage = this.paging === 'pages';
    const [before, shown, total] = [this.#shown, this.#rows.length, this.#last?.total ?? 0];
    this.announce(
      isPage
        ? messages.pageOf(number(this.#pages.page), number(this.#lastPage))
        : messages.added(shown - before, number(shown - before), number(shown), number(total)),
    );
    void this.updateComplete.then(() => {
      const row = isPage ? undefined : this._list?.children[before];
      (row?.querySelector<HTMLElement>('a') ?? this._list)?.focus();
    });
  }

  get #isFiltered(): boolean {
    return Object.values(this.selection.filter).some(Boolean);
  }

  get #lastPage(): number {
    return Math.ceil((this.#last?.total ?? 0) / this.pageSize);
  }

  // Drawing

  protected override renderContent(): unknown {
    const draw = (): unknown => this.#renderRows();
    const results = this.renderState(this.#main.state, draw, () =>
      renderSkeleton(this.pageSize, this.facets.length > 0),
    );
    const last = this.#hasTools ? this.#last : undefined;
    return html`<div class="layout ${last && this.facets.length ? 'faceted' : ''}">
      ${last && last.thinned === undefined && this.i18n.isReady ? this.#tools.render(last) : nothing}
      <div class="results">${results}</div>
    </div>`;
  }

  #renderRows(): TemplateResult {
    const thinned = this.#last?.thinned;
    // What there is are marks for several records each: nothing to read, search, count or save.
    if (thinned !== undefined) {
      const {messages, number} = this.i18n;
      return html`<p class="notice">${messages.tooManyForList(number(thinned))}</p>`;
    }
    const rows = this.#rows;
    if (rows.length === 0) {
      return renderEmpty(this.#isFiltered, this.i18n, this.#tools.clear);
    }
    const {pointed} = this.selection;
    return html`<ul class="list" part="list" tabindex="-1">
        ${repeat(
          rows,
          ({id}) => id,
          resource =>
            renderRow(resource, {
              i18n: this.i18n,
              level: this.level,
              showPublisher: this.showPublisher,
              isLit: sameRef(pointed, {collection: COLLECTION, id: resource.id}),
              link: () => this.renderLink(resource),
              point: target => this.#point(target),
            }),
        )}
      </ul>
      ${this.#renderPaging(rows.length)}`;
  }

  #renderPaging(shown: number): unknown {
    const {page, failure} = this.#pages;
    const last = this.#lastPage;
    if (last < 2) return nothing;
    const failed = failure ? html`<p role="alert">${this.failure(failure)}</p>` : nothing;
    const go = (to: number): void => this.#go(to);
    if (this.paging === 'pages') return html`${failed}${renderPages(page, last, this.i18n, go)}`;
    const more = (): void => go(page + 1);
    return html`<div class="more">
      ${failed}
      ${page < last ? renderMore(shown, this.#last?.total ?? 0, this.i18n, more) : nothing}
    </div>`;
  }

  protected override renderFoot(answer: Answer): unknown {
    const hasRecords = answer.total && answer.thinned === undefined;
    const file = hasRecords ? renderExport(this.#export, this.i18n, this.colon) : nothing;
    return super.renderFoot(answer, file);
  }

  // Acts

  #point(resource: Resource | undefined): void {
    this.selection.setPointed(resource && {collection: COLLECTION, id: resource.id}, this);
  }
}
