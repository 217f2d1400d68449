import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {DateController, type DateHost} from '../../controllers/date-controller.js';
import {DeferredParts} from '../base/deferred-parts.js';
import {latestValue} from '../../controllers/load-controller.js';
import {MoreController} from '../../controllers/more-controller.js';
import type {QueryResult} from '../../data/source.js';
import {sameItems} from '../../model/memo.js';
import {yearOfDay} from '../../model/time/period.js';
import {intersectFilters, type Filter, type Query, splitList} from '../../model/query.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {handleEscape} from '../parts/escape.js';
import {FundingController} from '../parts/funding/funding-controller.js';
import {renderMore} from '../parts/page-control.js';
import {renderClearButton, renderEmpty} from '../parts/empty-state.js';
import {errorMessage, renderNotice, renderState, retryLoad} from '../parts/states.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {timelineStyles} from './axis.styles.js';
import {BarInteraction} from './bar-interaction.js';
import {renderRow, renderScale, rowName, skeleton} from './generation.js';
import {MESSAGES, renderUnplaced} from '../parts/project/project-texts.js';
import {addRecords, type ShownRow, spansOf, splitItems, type TimelineRow} from './rows.js';
import {axisOf} from '../../model/time/time-axis.js';
import {combineStates, TimelineModel} from './timeline-model.js';
import {renderToolbar, YearFields} from './toolbar.js';
import {repeat} from '../parts/repeat.js';

type TimelineHost = WidgetHost & DateHost;

/** Programmes and their projects as rows of bars on a time axis. */
export class ProgrammeTimelineView extends WidgetView<TimelineHost> {
  static override readonly styles = [printStyles, ...timelineStyles];

  readonly preparesPrint = preparePrint();
  readonly #i18n = this.host.i18n.withSections(MESSAGES);

  // Queries without the selection, shared with other widgets that send the same ones. The selection does not filter the
  // programmes: all of them remain available for selection.
  readonly #programmes = this.host.records.load(
    'programmes',
    () => ({programme: splitList(this.host.programme), lang: this.#i18n.language}),
    'read',
  );
  readonly #projects = this.host.records.load('projects', () => this.#projectQuery(), 'read');
  // Used for projects without a family of their own. Loaded only if that costs no request.
  readonly #portals = this.host.records.load('portals', () => this.#portalQuery(), 'all');
  readonly #model = new TimelineModel(this.#i18n);
  readonly #lists = new DeferredParts(this.host);
  readonly #interaction = new BarInteraction(this.host, this.#model.bars);
  readonly #more = new MoreController(this.host, {
    entries: '.bar, .bare',
    message: added => {
      const {messages, number} = this.#i18n;
      const {shown, total} = this.#model.page;
      return messages.added(added, number(added), number(shown), number(total));
    },
  });
  readonly #funding = new FundingController(this.host, {
    programmes: () => this.#model.page.rows.flatMap(({row}) => row.programmes),
    projects: () => latestValue(this.#projects.state)?.items ?? [],
  });
  readonly #yearFields = new YearFields(this.host, {
    onChange: filter => this.#applyFilter(filter),
    onPreview: period => this.#interaction.showPeriod(period),
  });
  readonly #date = new DateController(this.host);
  #inputs: readonly unknown[] = [];
  /** Filter of the projects that are grouped into rows. */
  #filterKey = '';
  /** True once the timeline has been rendered; it then stays while further data load. */
  #hasRendered = false;
  /** True if the result of a selection made in this widget is to be announced. */
  #announcesResult = false;
  #reportedError: unknown;
  override readonly fitToSheet = (): void => this.#interaction.fitToSheet();

  constructor(host: TimelineHost) {
    super(host);
    host.records.toDocument = splitItems;
    host.records.background.push(this.#lists);
    // The programmes are the main load. They may arrive before the projects.
    host.records.countRendered = async ({total: programmeCount}) => {
      await Promise.all(this.#projects.pending);
      await host.updateComplete;
      return this.#projectCount || programmeCount;
    };
    host.records.countByCollection = () => ({
      programmes: latestValue(this.#programmes.state)?.total ?? 0,
      projects: this.#projectCount,
    });
    host.records.countDropped = ({report}) =>
      report.dropped + (latestValue(this.#projects.state)?.report.dropped ?? 0);
  }

  override pending(): readonly Promise<unknown>[] {
    return [...this.#funding.pending, ...this.#lists.pending];
  }

  #projectQuery(): Query | undefined {
    const filter = intersectFilters(this.host.records.fixedFilter, this.host.selection.filter);
    return filter && {...filter, lang: this.#i18n.language};
  }

  #portalQuery(): Query | undefined {
    const {openedSource: source} = this.host.records;
    // The rows of a foreign file are projects, not portals too.
    const isInMemory = source && !source.isForeign && source.isComplete('portals');
    return isInMemory && !this.host.items ? {lang: this.#i18n.language} : undefined;
  }

  override willUpdate(): void {
    const {host} = this;
    const {fixedFilter: fixed} = host.records;
    const {filter: selected} = host.selection;
    const {language, messages} = this.#i18n;
    const filterKey = JSON.stringify([fixed, selected]);
    const data = [this.#programmes, this.#projects, this.#portals].map(({state}) =>
      latestValue(state),
    );
    const [{limit}, {zoomedRow}] = [this.#more, this.#model];
    const inputs = [...data, language, messages, zoomedRow, this.#date.today, limit, filterKey];
    if (sameItems(inputs, this.#inputs)) return;
    const hasOtherData = !sameItems(inputs.slice(0, 5), this.#inputs.slice(0, 5));
    this.#inputs = inputs;
    if (hasOtherData) {
      this.#model.setRecords({
        programmes: latestValue(this.#programmes.state)?.items ?? [],
        projects: latestValue(this.#projects.state)?.items ?? [],
        portals: latestValue(this.#portals.state)?.items ?? [],
      });
      if (filterKey !== this.#filterKey) this.#more.reset();
      this.#filterKey = filterKey;
    }
    this.#model.update({fixed, selected, limit: this.#more.limit, today: this.#date.today});
    this.#interaction.setBars(this.#model.bars);
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
      if (state.status === 'ready')
        void this.host.updateComplete.then(() => this.host.status.announce(this.summary()));
    }
    this.#interaction.handleRendered(this.#model.page.shown);
  }

  get #projectCount(): number {
    return latestValue(this.#projects.state)?.total ?? 0;
  }

  override summary(): string {
    return this.#i18n.messages.projects(this.#projectCount, this.#i18n.number(this.#projectCount));
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
      {renderFooter: this.#funding.renderFooter},
    );
  }

  #renderTimeline({cappedAt}: QueryResult): TemplateResult {
    const {messages, number} = this.#i18n;
    const {rows, unplaced, axis, page} = this.#model;
    const {handleClick, highlightTarget, clearHighlight} = this.#interaction;
    if (this.host.renderedRecords) addRecords(page, this.host.renderedRecords);
    const others = renderUnplaced(unplaced, this.#i18n);
    if (rows.length === 0)
      return unplaced.length && renderClearButton(this.host) === nothing
        ? html`${others}`
        : html`<p class="empty">${this.#renderEmpty(messages.noProgrammes)}</p>`;
    const isEmpty =
      this.#projects.state.status === 'ready' && !rows.some(row => row.entries.length);
    return html`<div
      @keydown=${this.#handleKeydown}
      @click=${handleClick}
      @pointerover=${highlightTarget}
      @pointerleave=${clearHighlight}
      @focusin=${highlightTarget}
      @focusout=${clearHighlight}
    >
      ${this.#renderTools()} ${this.#renderProjectsError()}
      ${cappedAt ? html`<p class="notice small"><span>${messages.capped(number(cappedAt))}</span></p>` : nothing}
      ${isEmpty ? html`<p class="empty">${this.#renderEmpty(messages.noProjects, messages.noProjectsYet)}</p>` : nothing}
      <div class="frame">
        ${axis && renderScale(axis, this.#date.today, this.#i18n, this.#interaction)}
        <ol class="rows" aria-label=${messages.timeline}>
          ${guard([page, this.host.level, this.#lists.count], () =>
            repeat(
              page.rows,
              ({row}) => row.key,
              shownRow => this.#renderRow(shownRow),
            ),
          )}
        </ol>
      </div>
      ${this.#renderMore()} ${others}
    </div>`;
  }

  /** Renders the button for more projects, or for more programmes once all projects are shown. */
  #renderMore(): unknown {
    const {page, rows} = this.#model;
    if (!page.hasMore) return nothing;
    const programmes = {shown: page.rows.length, total: rows.length};
    const {showNext} = this.#more;
    const counts = page.shown < page.total ? page : programmes;
    return renderMore(this.host, {...counts, showNext});
  }

  #renderTools(): TemplateResult {
    return renderToolbar({
      messages: this.#i18n.messages,
      model: this.#model,
      filter: this.host.selection.filter,
      yearFields: this.#yearFields,
      onShowAll: this.#showAll,
    });
  }

  /** Renders the error if the programmes have loaded but the projects have not. */
  #renderProjectsError(): unknown {
    const {state} = this.#projects;
    if (state.status !== 'failed') return nothing;
    const retry = (): void => void retryLoad(this.host, () => this.#projects.reload());
    return renderNotice(this.host, errorMessage(state.error, this.host.i18n), retry, state.error);
  }

  #renderRow(shownRow: ShownRow): TemplateResult {
    const {zoomedRow, axis, bars} = this.#model;
    const isZoomed = shownRow.row === zoomedRow;
    return renderRow(shownRow, {
      i18n: this.#i18n,
      level: this.host.level,
      selected: this.host.selection.filter.programme ?? [],
      isZoomed,
      axis,
      bars,
      lists: this.#lists,
      onZoom: () => this.#zoomTo(isZoomed ? undefined : shownRow.row),
      onToggle: ids => this.#toggleProgrammes(ids),
    });
  }

  #toggleProgrammes(ids: readonly string[]): void {
    const {programme = [], ...others} = this.host.selection.filter;
    const isAll = ids.length === programme.length && ids.every(id => programme.includes(id));
    this.#applyFilter(isAll ? others : {...others, programme: ids});
  }

  #zoomTo(row: TimelineRow | undefined): void {
    const axis = row && axisOf(spansOf(row), this.#date.today);
    this.#model.zoomedRow = row;
    this.host.requestUpdate();
    if (axis)
      this.host.status.announce(
        rowName(row, this.#i18n),
        `${this.#i18n.colon}${yearOfDay(axis.first)}–${yearOfDay(axis.last)}`,
      );
    else this.host.status.announce(this.#i18n.messages.zoomAll);
  }

  readonly #showAll = (): void => {
    this.host.status.keepFocus();
    const {programme, from, to, ...others} = this.host.selection.filter;
    if (this.#model.zoomedRow) this.#zoomTo(undefined);
    if (programme ?? from ?? to) this.#applyFilter(others);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void =>
    handleEscape(event, () => {
      if (this.#interaction.closeDetails(event)) return true;
      const isZoomed = this.#model.zoomedRow !== undefined;
      if (isZoomed) this.#zoomTo(undefined);
      return isZoomed;
    });

  #renderEmpty(noMatchText: string, noDataText?: string): unknown {
    return renderEmpty(this.host, noMatchText, noDataText, this.#applyFilter);
  }
}
