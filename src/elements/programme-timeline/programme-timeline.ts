import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {QueryResult} from '../../data/source.js';
import {programmeTimeline} from '../../i18n/fr/programme-timeline.js';
import {projects} from '../../i18n/fr/projects.js';
import {dayNumber, yearOfDay} from '../../model/period.js';
import {intersectFilters, type Filter, type Query, splitList} from '../../model/query.js';
import type {Id, Portal, Programme, Project} from '../../model/records.js';
import {isSameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {renderFunding} from '../parts/funding.js';
import {DataWidget} from '../base/data-widget.js';
import {axisStyles} from './axis.styles.js';
import {Bars} from './bars.js';
import {styles} from './programme-timeline.styles.js';
import {renderGeneration, generationName, renderScale, skeleton} from './generation.js';
import {
  rowFilter,
  type TimelineRow,
  type TimelineRows,
  timelineRows,
  spansOf,
  flattenEntries,
} from './rows.js';
import {type TimeAxis, axisOf} from './time-axis.js';
import {combineStates} from './combine-states.js';
import {renderLegend, renderYearFields} from './toolbar.js';

/** Fields that only programmes have, used to distinguish them from projects in `items`. */
const PROGRAMME_FIELDS = ['generation', 'strand', 'area', 'fund', 'funding'];

const isProgramme = (record: unknown): boolean =>
  typeof record === 'object' &&
  record !== null &&
  PROGRAMME_FIELDS.some(field => Object.hasOwn(record, field));

/**
 * Interreg programmes and their projects on a time axis; a list where space is narrow.
 *
 * Loads its data from its `api` or the `<spass-portal>` around it, or takes programmes and projects from `items`.
 *
 * @customElement spass-programme-timeline
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a project's link; cancel to route it yourself.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose a programme or years; cancel to stay.
 * @event {LoadEvent} spass-load - The programmes are there.
 * @event {LoadErrorEvent} spass-error - The programmes could not be loaded.
 * @csspart generation - A generation of programmes with its projects.
 * @csspart link - A project's title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart foot - Source, licence, date and funding.
 * @cssproperty [--spass-timeline-label=clamp(11em, 25cqi, 16em)] - The width of the programmes' column.
 */
export class SpassProgrammeTimeline extends DataWidget {
  static override styles = [DataWidget.styles, familyStyles, styles, axisStyles];

  /** Date used as today. Default: the current date. */
  @property({attribute: false}) now?: Date | undefined;

  /** Row whose period fills the axis. */
  @state() private _zoomedRow: TimelineRow | undefined;

  /** @internal */
  override readonly collection = 'programmes';
  /** @internal */
  override readonly i18n = new LocalizeController(this, {projects, programmeTimeline});

  // Queries without the selection, shared with other widgets that send the same ones. The selection does not filter the
  // programmes: all of them remain available for selection.
  readonly #programmes = this.loadRecords(
    'programmes',
    () => ({programme: splitList(this.programme), lang: this.i18n.language}),
    'all',
  );
  readonly #projects = this.loadRecords('projects', () => this.#projectQuery(), 'all');

  // Used for projects without a family of their own. Loaded only if that costs no request.
  readonly #portals = this.loadRecords('portals', () => this.#portalQuery(), 'all');

  #modelInputs: readonly unknown[] = [];
  #model: TimelineRows = {rows: [], unplaced: 0};
  #rows: readonly TimelineRow[] = [];
  /** Axis that covers all rows. */
  #fullAxis: TimeAxis | undefined;
  #axis: TimeAxis | undefined;
  #bars = new Bars(this.i18n, this.colon);
  #highlightInputs: readonly unknown[] = [];
  /** True once the timeline has been rendered; it then stays while further data load. */
  #hasRendered = false;
  /** True if the result of a selection made in this widget is to be announced. */
  #announcesResult = false;
  #reportedError: unknown;
  /** Project whose bar has the focus while the bars are recreated. */
  #focusedProject: Id | undefined;

  protected override itemsDocument(items: readonly unknown[]) {
    return {
      programmes: items.filter(isProgramme),
      projects: items.filter(item => !isProgramme(item)),
    };
  }

  #projectQuery(): Query | undefined {
    const filter = intersectFilters(this.fixedFilter, this.selection.filter);
    return filter && {...filter, lang: this.i18n.language};
  }

  #portalQuery(): Query | undefined {
    const source = this.openedSource;
    const isInMemory = source && 'isComplete' in source && source.isComplete('portals');
    return isInMemory && !this.items ? {lang: this.i18n.language} : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {filter} = this.selection;
    const {language, messages} = this.i18n;
    const filterKey = JSON.stringify([this.fixedFilter, filter]);
    const inputs = [
      latestValue(this.#programmes.state),
      latestValue(this.#projects.state),
      latestValue(this.#portals.state),
      language,
      messages,
      this._zoomedRow,
      this.now,
      filterKey,
    ] as const;
    if (inputs.every((part, index) => part === this.#modelInputs[index])) return;
    if (inputs.slice(0, 5).some((part, index) => part !== this.#modelInputs[index]))
      this.#buildModel(inputs[0], inputs[1], inputs[2]);
    this.#modelInputs = inputs;
    this.#rows = this.#model.rows.filter(rowFilter(this.fixedFilter, filter));
    const rows = this.#rows.filter(row => row === this._zoomedRow);
    this.#fullAxis = axisOf(this.#model.rows.flatMap(spansOf), this.#today);
    this.#axis = axisOf((rows.length ? rows : this.#rows).flatMap(spansOf), this.#today);
    this.#bars.updatePositions(this.#axis);
  }

  #buildModel(
    programmes: QueryResult<Programme> | undefined,
    projects: QueryResult<Project> | undefined,
    portals: QueryResult<Portal> | undefined,
  ): void {
    const active = this.shadowRoot?.activeElement;
    this.#focusedProject = active ? this.#bars.projectAt(active)?.id : undefined;
    const zoomed = this._zoomedRow?.generation;
    this.#model = timelineRows([...(programmes?.items ?? [])], [...(projects?.items ?? [])]);
    const families = new Map(
      [...(portals?.items ?? [])].map(({id, family}) => [String(id), family]),
    );
    this.#bars = new Bars(this.i18n, this.colon, families);
    for (const {entries, span} of this.#model.rows) this.#bars.listOf(entries, span);
    this._zoomedRow = this._zoomedRow && this.#model.rows.find(row => row.generation === zoomed);
  }

  get #today(): number {
    const now = this.now ?? new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {state} = this.#projects;
    this.#hasRendered ||= this.#combinedState.status === 'ready';
    if (state.status === 'failed' && state.error !== this.#reportedError) {
      this.#reportedError = state.error;
      this.warn(state.error instanceof Error ? state.error.message : String(state.error));
    }
    if (this.#announcesResult && state.status !== 'loading') {
      this.#announcesResult = false;
      if (state.status === 'ready') void this.#announceTotal(state.value.total);
    }
    const {highlighted: pointed, selected: chosen} = this.selection;
    if (
      pointed !== this.#highlightInputs[0] ||
      chosen !== this.#highlightInputs[1] ||
      this.#bars !== this.#highlightInputs[2]
    ) {
      this.#highlightInputs = [pointed, chosen, this.#bars];
      this.#bars.highlight(id =>
        [pointed, chosen].some(ref => isSameRef(ref, {collection: 'projects', id})),
      );
    }
    if (this.#focusedProject !== undefined) void this.#restoreFocus(this.#focusedProject);
    this.#focusedProject = undefined;
  }

  /** Restores the focus after the bars have been recreated. */
  async #restoreFocus(id: Id): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const link = this.#bars.linkOf(id);
    if (link) link.focus();
    else {
      this.keepFocus();
      this.#clearHighlight();
    }
  }

  async #announceTotal(total: number): Promise<void> {
    await this.updateComplete;
    this.announce(this.i18n.messages.projects(total, this.i18n.number(total)));
  }

  /** @internal */
  override applyFilter(filter: Filter): boolean {
    this.#announcesResult = super.applyFilter(filter, false);
    return this.#announcesResult;
  }

  get #combinedState() {
    return combineStates(this.#programmes.state, this.#projects.state, this.#hasRendered);
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#combinedState,
      answer => this.#renderTimeline(answer),
      () => skeleton,
    );
  }

  #renderTimeline({cappedAt}: QueryResult): TemplateResult {
    const {messages, number} = this.i18n;
    const {rows, unplaced} = this.#model;
    if (rows.length === 0)
      return html`<p class="empty">${this.renderEmpty(messages.noProgrammes)}</p>`;
    const isEmpty =
      this.#projects.state.status === 'ready' && !rows.some(row => row.entries.length);
    return html`<div
      @keydown=${this.#handleEscape}
      @click=${this.#handleClick}
      @pointerover=${this.#handlePointerOver}
      @pointerleave=${this.#clearHighlight}
      @focusin=${this.#handlePointerOver}
      @focusout=${this.#clearHighlight}
    >
      ${this.#renderTools()} ${this.#renderProjectsError()}
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${isEmpty ? html`<p class="empty">${this.renderEmpty(messages.noProjects, messages.noProjectsYet)}</p>` : nothing}
      <div class="frame">
        ${this.#axis && renderScale(this.#axis, this.#today)}
        <ol class="rows" aria-label=${messages.timeline}>
          ${this.#rows.map(row => this.#renderRow(row))}
        </ol>
      </div>
      ${unplaced ? html`<p class="beyond small">${messages.unplaced(unplaced, number(unplaced))}</p>` : nothing}
    </div>`;
  }

  #renderTools(): TemplateResult {
    const {messages} = this.i18n;
    const {filter} = this.selection;
    const change = (next: Filter): void => {
      this.applyFilter(next);
      // Resets a field with an invalid value, or after the page has canceled the change.
      this.requestUpdate();
    };
    const isAll = !this._zoomedRow && !filter.programme?.length && !filter.from && !filter.to;
    return html`<div class="tools">
      ${renderLegend(messages, this.#bars.portalFamilies)}
      ${this.#fullAxis && renderYearFields(messages, filter, this.#fullAxis, change)}
      ${
        isAll
          ? nothing
          : html`<button class="button" type="button" @click=${this.#showAll}>
              ${messages.zoomAll}
            </button>`
      }
    </div>`;
  }

  /** Renders the error if the programmes have loaded but the projects have not. */
  #renderProjectsError(): unknown {
    const {state} = this.#projects;
    if (state.status !== 'failed') return nothing;
    const retry = (): void => {
      this.keepFocus();
      void this.#projects.reload();
    };
    return html`<div class="failure">
      <p role="alert">${this.errorMessage(state.error)}</p>
      <button class="button" type="button" @click=${retry}>${this.i18n.messages.tryAgain}</button>
    </div>`;
  }

  #renderRow(row: TimelineRow): TemplateResult {
    for (const programme of row.programmes) this.renderedRecords?.set(programme, 'programmes');
    for (const {project} of flattenEntries(row.entries))
      this.renderedRecords?.set(project, 'projects');
    const chosen = this.selection.filter.programme ?? [];
    return renderGeneration(row, {
      i18n: this.i18n,
      level: this.level,
      selected: chosen,
      isZoomed: row === this._zoomedRow,
      axis: this.#axis,
      bars: this.#bars,
      onZoom: () => this.#zoomTo(row === this._zoomedRow ? undefined : row),
      onToggle: ids => this.#toggleProgrammes(ids),
    });
  }

  #toggleProgrammes(ids: readonly string[]): void {
    const {programme = [], ...others} = this.selection.filter;
    const isAll = ids.length === programme.length && ids.every(id => programme.includes(id));
    this.applyFilter(isAll ? others : {...others, programme: ids});
  }

  #zoomTo(row: TimelineRow | undefined): void {
    const {messages} = this.i18n;
    const axis = row && axisOf(spansOf(row), this.#today);
    this._zoomedRow = row;
    this.announce(
      axis
        ? `${generationName(row, messages)}${this.colon}${yearOfDay(axis.first)}–${yearOfDay(axis.last)}`
        : messages.zoomAll,
    );
  }

  #showAll(): void {
    this.keepFocus();
    const {programme, from, to, ...others} = this.selection.filter;
    if (this._zoomedRow) this.#zoomTo(undefined);
    if (programme ?? from ?? to) this.applyFilter(others);
  }

  #handleEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this._zoomedRow) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoomTo(undefined);
  }

  #handleClick(event: MouseEvent): void {
    const [target] = event.composedPath() as [Element];
    const project = this.#bars.projectAt(target);
    if (!project) return;
    if (target.closest('a')) this.handleLinkClick(project, event);
    const more = target.closest('.more');
    if (more) this.#bars.toggleDetails(more);
  }

  #handlePointerOver({target}: Event): void {
    const project = this.#bars.projectAt(target as Element);
    this.selection.setHighlighted(project && {collection: 'projects', id: project.id}, this);
  }

  #clearHighlight(): void {
    // Some browsers fire `focusout` when the focused link is removed while the bars are recreated.
    if (this.#focusedProject === undefined) this.selection.setHighlighted(undefined, this);
  }

  protected override renderFooter(answer: QueryResult): unknown {
    const programmes = this.#rows.flatMap(row => row.programmes);
    return super.renderFooter(answer, renderFunding(programmes, this.i18n));
  }
}
