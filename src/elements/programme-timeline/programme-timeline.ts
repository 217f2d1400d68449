import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import type {Answer} from '../../data/source.js';
import {programmeTimeline} from '../../i18n/fr/programme-timeline.js';
import {projects} from '../../i18n/fr/projects.js';
import {dayNumber, yearOfDay} from '../../model/period.js';
import {bothFilters, type Filter, type Query} from '../../model/query.js';
import type {Id, Portal, Programme, Project} from '../../model/records.js';
import {sameRef} from '../../model/selection.js';
import {familyStyles} from '../../styles/family.styles.js';
import {splitList} from '../attributes.js';
import {fundingOf} from '../funding.js';
import {DataWidget} from '../widget.js';
import {axisStyles} from './axis.styles.js';
import {Bars} from './bars.js';
import {styles} from './programme-timeline.styles.js';
import {generation, nameOf, scale, skeleton} from './generation.js';
import {isShown, type Row, type Rows, rowsOf, spansOf, withParts} from './rows.js';
import {type Axis, axisOf} from './scale.js';
import {bothStates} from './state.js';
import {legend, yearFields} from './tools.js';

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
  @state() private _zoomed: Row | undefined;

  protected override readonly collection = 'programmes';
  protected override readonly i18n = new LocalizeController(this, {projects, programmeTimeline});

  // Queries without the selection, shared with other widgets that send the same ones. The selection does not filter the
  // programmes: all of them remain available for selection.
  readonly #programmes = this.loadRecords(
    'programmes',
    () => ({programme: splitList(this.programme), lang: this.i18n.language}),
    'all',
  );
  readonly #projects = this.loadRecords('projects', () => this.#ask(), 'all');

  // Used for projects without a family of their own. Loaded only if that costs no request.
  readonly #portals = this.loadRecords('portals', () => this.#askPortals(), 'all');

  #made: readonly unknown[] = [];
  #model: Rows = {rows: [], unplaced: 0};
  #rows: readonly Row[] = [];
  /** Axis that covers all rows. */
  #bounds: Axis | undefined;
  #axis: Axis | undefined;
  #bars = new Bars(this.i18n, this.colon);
  #lit: readonly unknown[] = [];
  /** True once the timeline has been rendered; it then stays while further data load. */
  #isDrawn = false;
  /** True if the result of a selection made in this widget is to be announced. */
  #tells = false;
  #warned: unknown;
  /** Project whose bar has the focus while the bars are recreated. */
  #held: Id | undefined;

  protected override itemsDocument(items: readonly unknown[]) {
    return {
      programmes: items.filter(isProgramme),
      projects: items.filter(item => !isProgramme(item)),
    };
  }

  #ask(): Query | undefined {
    const filter = bothFilters(this.fixedFilter, this.selection.filter);
    return filter && {...filter, lang: this.i18n.language};
  }

  #askPortals(): Query | undefined {
    const source = this.openedSource;
    const isAtHand = source && 'isComplete' in source && source.isComplete('portals');
    return isAtHand && !this.items ? {lang: this.i18n.language} : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {filter} = this.selection;
    const {language, messages} = this.i18n;
    const asked = JSON.stringify([this.fixedFilter, filter]);
    const made = [
      shownValue(this.#programmes.state),
      shownValue(this.#projects.state),
      shownValue(this.#portals.state),
      language,
      messages,
      this._zoomed,
      this.now,
      asked,
    ] as const;
    if (made.every((part, index) => part === this.#made[index])) return;
    if (made.slice(0, 5).some((part, index) => part !== this.#made[index]))
      this.#make(made[0], made[1], made[2]);
    this.#made = made;
    this.#rows = this.#model.rows.filter(isShown(this.fixedFilter, filter));
    const rows = this.#rows.filter(row => row === this._zoomed);
    this.#bounds = axisOf(this.#model.rows.flatMap(spansOf), this.#today);
    this.#axis = axisOf((rows.length ? rows : this.#rows).flatMap(spansOf), this.#today);
    this.#bars.place(this.#axis);
  }

  #make(
    programmes: Answer<Programme> | undefined,
    projects: Answer<Project> | undefined,
    portals: Answer<Portal> | undefined,
  ): void {
    const active = this.shadowRoot?.activeElement;
    this.#held = active ? this.#bars.projectAt(active)?.id : undefined;
    const zoomed = this._zoomed?.generation;
    this.#model = rowsOf([...(programmes?.items ?? [])], [...(projects?.items ?? [])]);
    const families = new Map(
      [...(portals?.items ?? [])].map(({id, family}) => [String(id), family]),
    );
    this.#bars = new Bars(this.i18n, this.colon, families);
    for (const {entries, span} of this.#model.rows) this.#bars.listOf(entries, span);
    this._zoomed = this._zoomed && this.#model.rows.find(row => row.generation === zoomed);
  }

  get #today(): number {
    const now = this.now ?? new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {state} = this.#projects;
    this.#isDrawn ||= this.#state.status === 'ready';
    if (state.status === 'failed' && state.error !== this.#warned) {
      this.#warned = state.error;
      this.warn(state.error instanceof Error ? state.error.message : String(state.error));
    }
    if (this.#tells && state.status !== 'loading') {
      this.#tells = false;
      if (state.status === 'ready') void this.#tell(state.value.total);
    }
    const {pointed, chosen} = this.selection;
    if (pointed !== this.#lit[0] || chosen !== this.#lit[1] || this.#bars !== this.#lit[2]) {
      this.#lit = [pointed, chosen, this.#bars];
      this.#bars.light(id =>
        [pointed, chosen].some(ref => sameRef(ref, {collection: 'projects', id})),
      );
    }
    if (this.#held !== undefined) void this.#hold(this.#held);
    this.#held = undefined;
  }

  /** Restores the focus after the bars have been recreated. */
  async #hold(id: Id): Promise<void> {
    await this.updateComplete;
    if (this.shadowRoot?.activeElement) return;
    const link = this.#bars.linkOf(id);
    if (link) link.focus();
    else {
      this.keepFocus();
      this.#unpoint();
    }
  }

  async #tell(total: number): Promise<void> {
    await this.updateComplete;
    this.announce(this.i18n.messages.projects(total, this.i18n.number(total)));
  }

  protected override choose(filter: Filter): boolean {
    this.#tells = super.choose(filter, false);
    return this.#tells;
  }

  get #state() {
    return bothStates(this.#programmes.state, this.#projects.state, this.#isDrawn);
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#state,
      answer => this.#renderTimeline(answer),
      () => skeleton,
    );
  }

  #renderTimeline({cappedAt}: Answer): TemplateResult {
    const {messages, number} = this.i18n;
    const {rows, unplaced} = this.#model;
    if (rows.length === 0)
      return html`<p class="empty">${this.renderEmpty(messages.noProgrammes)}</p>`;
    const isEmpty =
      this.#projects.state.status === 'ready' && !rows.some(row => row.entries.length);
    return html`<div
      @keydown=${this.#escape}
      @click=${this.#click}
      @pointerover=${this.#point}
      @pointerleave=${this.#unpoint}
      @focusin=${this.#point}
      @focusout=${this.#unpoint}
    >
      ${this.#renderTools()} ${this.#renderPartial()}
      ${cappedAt ? html`<p class="notice small">${messages.capped(number(cappedAt))}</p>` : nothing}
      ${isEmpty ? html`<p class="empty">${this.renderEmpty(messages.noProjects, messages.noProjectsYet)}</p>` : nothing}
      <div class="frame">
        ${this.#axis && scale(this.#axis, this.#today)}
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
      this.choose(next);
      // Resets a field with an invalid value, or after the page has canceled the change.
      this.requestUpdate();
    };
    const isAll = !this._zoomed && !filter.programme?.length && !filter.from && !filter.to;
    return html`<div class="tools">
      ${legend(messages, this.#bars.families)}
      ${this.#bounds && yearFields(messages, filter, this.#bounds, change)}
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
  #renderPartial(): unknown {
    const {state} = this.#projects;
    if (state.status !== 'failed') return nothing;
    const retry = (): void => {
      this.keepFocus();
      void this.#projects.reload();
    };
    return html`<div class="failure">
      <p role="alert">${this.failure(state.error)}</p>
      <button class="button" type="button" @click=${retry}>${this.i18n.messages.tryAgain}</button>
    </div>`;
  }

  #renderRow(row: Row): TemplateResult {
    for (const programme of row.programmes) this.noted?.set(programme, 'programmes');
    for (const {project} of withParts(row.entries)) this.noted?.set(project, 'projects');
    const chosen = this.selection.filter.programme ?? [];
    return generation(row, {
      i18n: this.i18n,
      level: this.level,
      chosen,
      isZoomed: row === this._zoomed,
      axis: this.#axis,
      bars: this.#bars,
      zoom: () => this.#zoom(row === this._zoomed ? undefined : row),
      press: ids => this.#press(ids),
    });
  }

  #press(ids: readonly string[]): void {
    const {programme = [], ...others} = this.selection.filter;
    const isAll = ids.length === programme.length && ids.every(id => programme.includes(id));
    this.choose(isAll ? others : {...others, programme: ids});
  }

  #zoom(row: Row | undefined): void {
    const {messages} = this.i18n;
    const axis = row && axisOf(spansOf(row), this.#today);
    this._zoomed = row;
    this.announce(
      axis
        ? `${nameOf(row, messages)}${this.colon}${yearOfDay(axis.first)}–${yearOfDay(axis.last)}`
        : messages.zoomAll,
    );
  }

  #showAll(): void {
    this.keepFocus();
    const {programme, from, to, ...others} = this.selection.filter;
    if (this._zoomed) this.#zoom(undefined);
    if (programme ?? from ?? to) this.choose(others);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this._zoomed) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoom(undefined);
  }

  #click(event: MouseEvent): void {
    const [target] = event.composedPath() as [Element];
    const project = this.#bars.projectAt(target);
    if (!project) return;
    if (target.closest('a')) this.follow(project, event);
    const more = target.closest('.more');
    if (more) this.#bars.toggleFacts(more);
  }

  #point({target}: Event): void {
    const project = this.#bars.projectAt(target as Element);
    this.selection.setPointed(project && {collection: 'projects', id: project.id}, this);
  }

  #unpoint(): void {
    // Some browsers fire `focusout` when the focused link is removed while the bars are recreated.
    if (this.#held === undefined) this.selection.setPointed(undefined, this);
  }

  protected override renderFoot(answer: Answer): unknown {
    const programmes = this.#rows.flatMap(row => row.programmes);
    return super.renderFoot(answer, fundingOf(programmes, this.i18n));
  }
}
