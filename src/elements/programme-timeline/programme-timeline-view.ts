import {html, nothing, type TemplateResult} from 'lit';
import {latestValue} from '../../controllers/load-controller.js';
import type {QueryResult} from '../../data/source.js';
import {programmeTimeline} from '../../i18n/fr/programme-timeline.js';
import {projects} from '../../i18n/fr/projects.js';
import {dayNumber, yearOfDay} from '../../model/time/period.js';
import {intersectFilters, type Filter, type Query, splitList} from '../../model/query.js';
import type {Id, Portal, Programme, Project} from '../../model/records.js';
import {isSameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {renderFunding} from '../parts/records/funding.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {renderFooter} from '../parts/footer.js';
import {selectRecord} from '../parts/records/record-link.js';
import {errorMessage, renderEmpty, renderState} from '../parts/states.js';
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

interface TimelineHost extends WidgetHost {
  readonly now?: Date | undefined;
}

/** Programmes and their projects as rows of bars on a time axis. */
export class ProgrammeTimelineView extends WidgetView<TimelineHost> {
  static override readonly styles = [familyStyles, styles, axisStyles];

  readonly #i18n = this.host.i18n.withSections({projects, programmeTimeline});

  /** Row whose period fills the axis. */
  #zoomedRow: TimelineRow | undefined;

  // Queries without the selection, shared with other widgets that send the same ones. The selection does not filter the
  // programmes: all of them remain available for selection.
  readonly #programmes = this.host.records.load(
    'programmes',
    () => ({programme: splitList(this.host.programme), lang: this.#i18n.language}),
    'all',
  );
  readonly #projects = this.host.records.load('projects', () => this.#projectQuery(), 'all');

  // Used for projects without a family of their own. Loaded only if that costs no request.
  readonly #portals = this.host.records.load('portals', () => this.#portalQuery(), 'all');

  #modelInputs: readonly unknown[] = [];
  #model: TimelineRows = {rows: [], unplaced: 0};
  #rows: readonly TimelineRow[] = [];
  /** Axis that covers all rows. */
  #fullAxis: TimeAxis | undefined;
  #axis: TimeAxis | undefined;
  #bars = new Bars(this.#i18n, this.#i18n.colon);
  #highlightInputs: readonly unknown[] = [];
  /** True once the timeline has been rendered; it then stays while further data load. */
  #hasRendered = false;
  /** True if the result of a selection made in this widget is to be announced. */
  #announcesResult = false;
  #reportedError: unknown;
  /** Project whose bar has the focus while the bars are recreated. */
  #focusedProject: Id | undefined;

  constructor(host: TimelineHost) {
    super(host);
    host.records.toDocument = items => ({
      programmes: items.filter(isProgramme),
      projects: items.filter(item => !isProgramme(item)),
    });
  }

  #projectQuery(): Query | undefined {
    const filter = intersectFilters(this.host.records.fixedFilter, this.host.selection.filter);
    return filter && {...filter, lang: this.#i18n.language};
  }

  #portalQuery(): Query | undefined {
    const {source} = this.host.records;
    const isInMemory = source && 'isComplete' in source && source.isComplete('portals');
    return isInMemory && !this.host.items ? {lang: this.#i18n.language} : undefined;
  }

  override willUpdate(): void {
    const {filter} = this.host.selection;
    const {language, messages} = this.#i18n;
    const filterKey = JSON.stringify([this.host.records.fixedFilter, filter]);
    const inputs = [
      latestValue(this.#programmes.state),
      latestValue(this.#projects.state),
      latestValue(this.#portals.state),
      language,
      messages,
      this.#zoomedRow,
      this.host.now,
      filterKey,
    ] as const;
    if (inputs.every((part, index) => part === this.#modelInputs[index])) return;
    if (inputs.slice(0, 5).some((part, index) => part !== this.#modelInputs[index]))
      this.#buildModel(inputs[0], inputs[1], inputs[2]);
    this.#modelInputs = inputs;
    this.#rows = this.#model.rows.filter(rowFilter(this.host.records.fixedFilter, filter));
    const rows = this.#rows.filter(row => row === this.#zoomedRow);
    this.#fullAxis = axisOf(this.#model.rows.flatMap(spansOf), this.#today);
    this.#axis = axisOf((rows.length ? rows : this.#rows).flatMap(spansOf), this.#today);
    this.#bars.updatePositions(this.#axis);
  }

  #buildModel(
    programmes: QueryResult<Programme> | undefined,
    projects: QueryResult<Project> | undefined,
    portals: QueryResult<Portal> | undefined,
  ): void {
    const active = this.host.shadowRoot?.activeElement;
    this.#focusedProject = active ? this.#bars.projectAt(active)?.id : undefined;
    const zoomed = this.#zoomedRow?.generation;
    this.#model = timelineRows([...(programmes?.items ?? [])], [...(projects?.items ?? [])]);
    const families = new Map(
      [...(portals?.items ?? [])].map(({id, family}) => [String(id), family]),
    );
    this.#bars = new Bars(this.#i18n, this.#i18n.colon, families);
    for (const {entries, span} of this.#model.rows) this.#bars.listOf(entries, span);
    this.#zoomedRow = this.#zoomedRow && this.#model.rows.find(row => row.generation === zoomed);
  }

  get #today(): number {
    const now = this.host.now ?? new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  override hostUpdated(): void {
    const {state} = this.#projects;
    this.#hasRendered ||= this.#combinedState.status === 'ready';
    if (state.status === 'failed' && state.error !== this.#reportedError) {
      this.#reportedError = state.error;
      this.host.warn(state.error instanceof Error ? state.error.message : String(state.error));
    }
    if (this.#announcesResult && state.status !== 'loading') {
      this.#announcesResult = false;
      if (state.status === 'ready') void this.#announceTotal(state.value.total);
    }
    const {highlighted: pointed, selected: chosen} = this.host.selection;
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
    await this.host.updateComplete;
    if (this.host.shadowRoot?.activeElement) return;
    const link = this.#bars.linkOf(id);
    if (link) link.focus();
    else {
      this.host.status.keepFocus();
      this.#clearHighlight();
    }
  }

  async #announceTotal(total: number): Promise<void> {
    await this.host.updateComplete;
    this.host.status.announce(this.#i18n.messages.projects(total, this.#i18n.number(total)));
  }

  /** Changes the selection; the number of projects is announced once they have loaded. */
  readonly #applyFilter = (filter: Filter): boolean => {
    this.#announcesResult = this.host.applyFilter(filter, false);
    return this.#announcesResult;
  };

  get #combinedState() {
    return combineStates(this.#programmes.state, this.#projects.state, this.#hasRendered);
  }

  override render(): unknown {
    return renderState(
      this.host,
      this.#combinedState,
      result => this.#renderTimeline(result),
      () => skeleton,
      {renderFooter: result => this.#renderFooter(result)},
    );
  }

  #renderTimeline({cappedAt}: QueryResult): TemplateResult {
    const {messages, number} = this.#i18n;
    const {rows, unplaced} = this.#model;
    if (rows.length === 0)
      return html`<p class="empty">${this.#renderEmpty(messages.noProgrammes)}</p>`;
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
      ${isEmpty ? html`<p class="empty">${this.#renderEmpty(messages.noProjects, messages.noProjectsYet)}</p>` : nothing}
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
    const {messages} = this.#i18n;
    const {filter} = this.host.selection;
    const change = (next: Filter): void => {
      this.#applyFilter(next);
      // Resets a field with an invalid value, or after the page has canceled the change.
      this.host.requestUpdate();
    };
    const isAll = !this.#zoomedRow && !filter.programme?.length && !filter.from && !filter.to;
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
      this.host.status.keepFocus();
      void this.#projects.reload();
    };
    return html`<div class="failure">
      <p role="alert">${errorMessage(state.error, this.#i18n)}</p>
      <button class="button" type="button" @click=${retry}>${this.#i18n.messages.tryAgain}</button>
    </div>`;
  }

  #renderRow(row: TimelineRow): TemplateResult {
    for (const programme of row.programmes) this.host.renderedRecords?.set(programme, 'programmes');
    for (const {project} of flattenEntries(row.entries))
      this.host.renderedRecords?.set(project, 'projects');
    const chosen = this.host.selection.filter.programme ?? [];
    return renderGeneration(row, {
      i18n: this.#i18n,
      level: this.host.level,
      selected: chosen,
      isZoomed: row === this.#zoomedRow,
      axis: this.#axis,
      bars: this.#bars,
      onZoom: () => this.#zoomTo(row === this.#zoomedRow ? undefined : row),
      onToggle: ids => this.#toggleProgrammes(ids),
    });
  }

  #toggleProgrammes(ids: readonly string[]): void {
    const {programme = [], ...others} = this.host.selection.filter;
    const isAll = ids.length === programme.length && ids.every(id => programme.includes(id));
    this.#applyFilter(isAll ? others : {...others, programme: ids});
  }

  #zoomTo(row: TimelineRow | undefined): void {
    const {messages} = this.#i18n;
    const axis = row && axisOf(spansOf(row), this.#today);
    this.#zoomedRow = row;
    this.host.requestUpdate();
    this.host.status.announce(
      axis
        ? `${generationName(row, messages)}${this.#i18n.colon}${yearOfDay(axis.first)}–${yearOfDay(axis.last)}`
        : messages.zoomAll,
    );
  }

  readonly #showAll = (): void => {
    this.host.status.keepFocus();
    const {programme, from, to, ...others} = this.host.selection.filter;
    if (this.#zoomedRow) this.#zoomTo(undefined);
    if (programme ?? from ?? to) this.#applyFilter(others);
  };

  readonly #handleEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#zoomedRow) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoomTo(undefined);
  };

  readonly #handleClick = (event: MouseEvent): void => {
    const [target] = event.composedPath() as [Element];
    const project = this.#bars.projectAt(target);
    if (!project) return;
    if (target.closest('a')) selectRecord(this.host, project, event);
    const more = target.closest('.more');
    if (more) this.#bars.toggleDetails(more);
  };

  readonly #handlePointerOver = ({target}: Event): void => {
    const project = this.#bars.projectAt(target as Element);
    this.host.selection.setHighlighted(
      project && {collection: 'projects', id: project.id},
      this.host,
    );
  };

  readonly #clearHighlight = (): void => {
    // Some browsers fire `focusout` when the focused link is removed while the bars are recreated.
    if (this.#focusedProject === undefined)
      this.host.selection.setHighlighted(undefined, this.host);
  };

  #renderEmpty(noMatchText: string, noDataText?: string): unknown {
    const {i18n, selection, status} = this.host;
    const host = {i18n, selection, status, applyFilter: this.#applyFilter};
    return renderEmpty(host, noMatchText, noDataText);
  }

  #renderFooter(result: QueryResult): unknown {
    const programmes = this.#rows.flatMap(row => row.programmes);
    return renderFooter(this.host, result, renderFunding(programmes, this.#i18n));
  }
}
