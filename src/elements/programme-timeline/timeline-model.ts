import {memo, sameItems} from '../../model/memo.js';
import type {Filter} from '../../model/query.js';
import type {Family, Portal, Programme, Project} from '../../model/records.js';
import type {FamilySpan} from '../parts/facets/period-slider.js';
import {Bars} from './bars.js';
import type {TimelineI18n} from '../parts/project/project-texts.js';
import {
  pageOf,
  rowFilter,
  spansOf,
  type TimelinePage,
  type TimelineRow,
  type TimelineRows,
  timelineRows,
} from './rows.js';
import type {DaySpan} from '../../model/time/period.js';
import {axisOf, type TimeAxis} from '../../model/time/time-axis.js';
import {type LoadState, latestValue} from '../../controllers/load-controller.js';
import type {QueryResult} from '../../data/source.js';

/** Records that a timeline shows. */
export interface TimelineRecords {
  readonly programmes: Iterable<Programme>;
  readonly projects: Iterable<Project>;
  /** Portals whose family their projects have. */
  readonly portals: Iterable<Portal>;
}

/** Part of a timeline that is shown. */
export interface TimelineView {
  readonly fixed: Filter;
  readonly selected: Filter;
  readonly limit: number;
  /** Today, as a day number. */
  readonly today: number;
}

/** Rows of a timeline, their axis and the bars that are shown. */
export class TimelineModel {
  readonly #i18n: TimelineI18n;
  #records: TimelineRecords = {programmes: [], projects: [], portals: []};
  #data: TimelineRows = {rows: [], unplaced: []};
  /** Rows that match the filter. */
  #rows: readonly TimelineRow[] = [];
  #rowInputs: readonly unknown[] = [];
  readonly #spans = memo(
    () => [this.#data],
    () => projectSpans(this.rows, this.bars),
  );
  bars: Bars;
  /** Row whose period fills the axis. */
  zoomedRow: TimelineRow | undefined;
  /** Axis that covers all rows. */
  fullAxis: TimeAxis | undefined;
  axis: TimeAxis | undefined;
  page: TimelinePage = {rows: [], shown: 0, total: 0, hasMore: false};

  constructor(i18n: TimelineI18n) {
    this.#i18n = i18n;
    this.bars = new Bars(i18n);
  }

  /** All rows, including those that the filter excludes. */
  get rows(): readonly TimelineRow[] {
    return this.#data.rows;
  }

  /** Projects that have neither a known programme nor a date. */
  get unplaced(): readonly Project[] {
    return this.#data.unplaced;
  }

  /** Periods of all projects; the same array until other records are set. */
  get spans(): readonly FamilySpan[] {
    return this.#spans();
  }

  /** Groups other records into rows. */
  setRecords(records: TimelineRecords): void {
    this.#records = records;
    this.#data = timelineRows([...records.programmes], [...records.projects]);
    this.#createBars();
    const {key} = this.zoomedRow ?? {};
    this.zoomedRow = this.rows.find(row => row.key === key);
  }

  #createBars(): void {
    const families = new Map<string, Family | undefined>();
    for (const {id, family} of this.#records.portals) families.set(String(id), family);
    this.bars = new Bars(this.#i18n, families);
  }

  /** Selects the rows and projects that are shown, and positions their bars. */
  update({fixed, selected, limit, today}: TimelineView): void {
    const inputs = [this.#data, this.zoomedRow, JSON.stringify([fixed, selected, today])];
    // With more projects, neither the rows nor the axis change.
    if (!sameItems(inputs, this.#rowInputs)) {
      this.#rowInputs = inputs;
      this.#rows = this.rows.filter(rowFilter(fixed, selected));
      const zoomed = this.#rows.filter(row => row === this.zoomedRow);
      this.fullAxis = axisOf(axisSpans(this.rows), today, fixed);
      if (zoomed.length) this.axis = axisOf(axisSpans(zoomed), today);
      else if (this.#rows.length === this.rows.length) this.axis = this.fullAxis;
      else this.axis = axisOf(axisSpans(this.#rows), today, fixed);
    }
    const {shown} = this.page;
    this.page = pageOf(this.#rows, limit);
    // Bars are added, never removed.
    if (this.page.shown < shown) this.#createBars();
    for (const {row, shownCount} of this.page.rows)
      this.bars.listOf(row.entries, shownCount, row.span);
    this.bars.updatePositions(this.axis);
  }
}

/** Periods that the axis covers. Programmes without projects do not stretch it: their years are at its edge. */
function axisSpans(rows: readonly TimelineRow[]): readonly (DaySpan | undefined)[] {
  const withDates = rows.filter(row => spansOf({...row, span: undefined}).some(Boolean));
  return (withDates.length ? withDates : rows).flatMap(spansOf);
}

const projectSpans = (rows: readonly TimelineRow[], bars: Bars): readonly FamilySpan[] =>
  rows
    .flatMap(({entries}) => entries.flatMap(entry => [entry, ...entry.parts]))
    .flatMap(({span, project}) => (span ? [{...span, family: bars.familyOf(project)}] : []));

/**
 * Combines two load states. The first rendering waits for programmes and projects; if the projects fail, the programmes
 * are shown. An existing rendering stays while the projects reload.
 */
export function combineStates(
  programmes: LoadState<QueryResult<Programme>>,
  projects: LoadState<QueryResult<Project>>,
  hasRendered: boolean,
): LoadState<QueryResult<Programme>> {
  if (programmes.status !== 'ready' || projects.status === 'failed') return programmes;
  const {value} = programmes;
  if (projects.status !== 'ready') {
    return latestValue(projects) || hasRendered
      ? {status: 'loading', previous: value}
      : {status: 'loading'};
  }
  const projectResult = projects.value;
  return {
    status: 'ready',
    value: {
      ...value,
      staleSince: value.staleSince === undefined ? projectResult.staleSince : value.staleSince,
      attribution: value.attribution ?? projectResult.attribution,
      contact: value.contact ?? projectResult.contact,
      cappedAt: projectResult.cappedAt,
    },
  };
}
