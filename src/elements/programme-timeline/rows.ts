import {dateSpan, daySpan, type DaySpan, overlaps} from '../../model/time/period.js';
import {intersectFilters, type Filter} from '../../model/query.js';
import type {CollectionName, PortalRecord, Programme, Project} from '../../model/records.js';

/** Project with the parts of its portfolio. */
export interface ProjectEntry {
  readonly project: Project;
  readonly span: DaySpan | undefined;
  readonly parts: readonly ProjectEntry[];
}

/** Row of the timeline: the programmes of one generation, or one programme without a generation, and its projects. */
export interface TimelineRow {
  /** Identifier of the row, which stays the same when the data are loaded again. */
  readonly key: string;
  /**
   * `I` to `X`, or the value of the API; `''` for a programme without a generation; undefined for projects without a
   * programme.
   */
  readonly generation: string | undefined;
  readonly programmes: readonly Programme[];
  /** Period from the first to the last day of its programmes. */
  readonly span: DaySpan | undefined;
  readonly entries: readonly ProjectEntry[];
  /** Number of projects, including parts of portfolios. */
  readonly projectCount: number;
}

export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** Projects that have neither a known programme nor a date, with their parts. */
  readonly unplaced: readonly Project[];
}

const ROMAN_NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** True if a generation is a Roman numeral, as used by Interreg. */
export const isRomanNumeral = (generation: string): boolean => ROMAN_NUMERALS.includes(generation);

/** Fields that only programmes have. */
const PROGRAMME_FIELDS = ['generation', 'strand', 'area', 'fund', 'funding'];

const isProgramme = (record: unknown): boolean =>
  typeof record === 'object' &&
  record !== null &&
  PROGRAMME_FIELDS.some(field => Object.hasOwn(record, field));

/** Separates programmes from projects. */
export const splitItems = (items: readonly unknown[]) => ({
  programmes: items.filter(isProgramme),
  projects: items.filter(item => !isProgramme(item)),
});

/** Returns the smallest span that contains all spans. */
const spanUnion = (spans: readonly (DaySpan | undefined)[]): DaySpan | undefined =>
  spans.reduce(
    (union, span) =>
      union && span
        ? {first: Math.min(union.first, span.first), last: Math.max(union.last, span.last)}
        : (union ?? span),
    undefined,
  );

/** Minimum number of rows shown: the generations of Interreg, and some more. */
const MIN_ROWS = 12;
/** Key of the row of projects without a programme. */
const NO_PROGRAMME = '';

/** Groups programmes and projects by generation, the oldest first, programmes without a generation last. */
export function timelineRows(
  programmes: readonly Programme[],
  projects: readonly Project[],
): TimelineRows {
  const byKey = new Map<string, {programmes: Programme[]; entries: ProjectEntry[]}>();
  const rowOf = (key: string) => {
    const row = byKey.get(key) ?? {programmes: [], entries: []};
    byKey.set(key, row);
    return row;
  };
  const keys = new Map<string, string>();
  for (const programme of programmes) {
    const id = String(programme.id);
    const generation = generationOf(programme);
    const key = generation ? `generation ${generation}` : `programme ${id}`;
    keys.set(id, key);
    rowOf(key).programmes.push(programme);
  }
  const unplaced: Project[] = [];
  for (const entry of nestProjects(projects)) {
    const key = rowKeyOf(entry, keys);
    if (key === undefined && startDay(entry) === undefined)
      unplaced.push(entry.project, ...entry.parts.map(({project}) => project));
    else rowOf(key ?? NO_PROGRAMME).entries.push(entry);
  }
  const rows = [...byKey].map(([key, row]) => ({
    key,
    generation: row.programmes[0] && generationOf(row.programmes[0]),
    programmes: row.programmes,
    span: spanUnion(row.programmes.map(({period}) => daySpan(period))),
    entries: row.entries.sort(byDate),
    projectCount: row.entries.reduce((sum, {parts}) => sum + 1 + parts.length, 0),
  }));
  return {rows: rows.sort(byGenerationAndDate), unplaced};
}

const generationOf = ({generation}: Programme): string => generation?.trim() ?? '';

/** Returns the row of a project's programme, or else the row of one of its parts. */
function rowKeyOf(
  {project, parts}: ProjectEntry,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const own = keys.get(String(project.programme));
  return own ?? parts.map(part => rowKeyOf(part, keys)).find(other => other !== undefined);
}

/** Nests each project under the root of its portfolio, or lists it by itself. */
function nestProjects(projects: readonly Project[]): ProjectEntry[] {
  const known = new Map(projects.map(project => [String(project.id), project]));
  const roots = new Map<Project, Project>();
  const rootOf = (project: Project): Project => {
    if (project.parent === undefined) return project;
    const path = new Set<Project>();
    let current = project;
    for (;;) {
      const knownRoot = roots.get(current);
      if (knownRoot) {
        current = knownRoot;
        break;
      }
      path.add(current);
      const parent = current.parent === undefined ? undefined : known.get(String(current.parent));
      // In a cycle of portfolios, the project that closes it is the root.
      if (!parent || path.has(parent)) break;
      current = parent;
    }
    for (const one of path) roots.set(one, current);
    return current;
  };
  const parts = new Map<Project, Project[]>();
  for (const project of projects) {
    const root = rootOf(project);
    const list = parts.get(root) ?? [];
    parts.set(root, list);
    if (root !== project) list.push(project);
  }
  return [...parts].map(([root, list]) => ({
    project: root,
    span: daySpan(root.period),
    parts: list.map(project => ({project, span: daySpan(project.period), parts: []})).sort(byDate),
  }));
}

/** Returns the first day of a project or its parts, or the last day if only that is known. */
function startDay({span, parts}: ProjectEntry): number | undefined {
  const extent = span ?? spanUnion(parts.map(part => part.span));
  return extent && (Number.isFinite(extent.first) ? extent.first : extent.last);
}

const byDate = (a: ProjectEntry, b: ProjectEntry): number =>
  (startDay(a) ?? Infinity) - (startDay(b) ?? Infinity) ||
  (a.span?.last ?? Infinity) - (b.span?.last ?? Infinity) ||
  0;

/**
 * Sort rank: Roman numerals, other generations by first day, programmes without a generation, projects without a
 * programme.
 */
const rank = ({generation}: TimelineRow): number =>
  generation === undefined
    ? 99
    : generation === ''
      ? 98
      : isRomanNumeral(generation)
        ? ROMAN_NUMERALS.indexOf(generation)
        : 97;

const byGenerationAndDate = (a: TimelineRow, b: TimelineRow): number =>
  rank(a) - rank(b) || (a.span?.first ?? Infinity) - (b.span?.first ?? Infinity) || 0;

/** Returns the spans of a row and all its entries. */
export const spansOf = ({span, entries}: TimelineRow): readonly (DaySpan | undefined)[] => [
  span,
  ...entries.flatMap(entry => [entry.span, ...entry.parts.map(part => part.span)]),
];

/**
 * Returns a filter for rows. Rows without projects are kept, so that their programmes can be selected, unless the page
 * filters the projects.
 */
export function rowFilter(fixed: Filter, selected: Filter): (row: TimelineRow) => boolean {
  const {programme: _programme, from: _from, to: _to, ...others} = fixed;
  const filtersProjects = Object.values(others).some(value => value?.length);
  const {from, to} = intersectFilters(fixed, {from: selected.from, to: selected.to}) ?? {};
  const years = {first: dateSpan(from)?.first ?? -Infinity, last: dateSpan(to)?.last ?? Infinity};
  return ({entries, programmes, span}) =>
    entries.length > 0 ||
    (!filtersProjects && programmes.length > 0 && (!span || overlaps(span, years)));
}

/** Returns the first `count` projects of a row, with the parts of portfolios, in display order. */
function* firstProjects(entries: readonly ProjectEntry[], count: number): Iterable<Project> {
  for (const {project, parts} of entries)
    for (const one of [project, ...parts.map(part => part.project)])
      if (count-- > 0) yield one;
      else return;
}

/** Row with the number of its projects that are shown. */
export interface ShownRow {
  readonly row: TimelineRow;
  readonly shownCount: number;
}

/** Rows and projects that are shown. */
export interface TimelinePage {
  readonly rows: readonly ShownRow[];
  /** Number of projects shown, in all rows. */
  readonly shown: number;
  /** Number of projects in all rows, including rows that are not shown. */
  readonly total: number;
  /** True if further rows or projects can be shown. */
  readonly hasMore: boolean;
}

/** Adds the programmes and projects of a page to a map, with their collections. */
export function addRecords({rows}: TimelinePage, map: Map<PortalRecord, CollectionName>): void {
  for (const {row, shownCount} of rows) {
    for (const programme of row.programmes) map.set(programme, 'programmes');
    for (const project of firstProjects(row.entries, shownCount)) map.set(project, 'projects');
  }
}

/**
 * Returns the first rows with `limit` projects in total, distributed over all of them: the first project of each row,
 * then the second, and so on. A timeline that starts with the oldest programme only would give no overview.
 */
export function pageOf(rows: readonly TimelineRow[], limit: number): TimelinePage {
  const visible = rows.slice(0, Math.max(limit, MIN_ROWS));
  const shares = shareEvenly(
    visible.map(({projectCount}) => projectCount),
    limit,
  );
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const [shown, total] = [sum(shares), sum(rows.map(({projectCount}) => projectCount))];
  return {
    rows: visible.map((row, i) => ({row, shownCount: shares[i] ?? 0})),
    shown,
    total,
    hasMore: shown < total || visible.length < rows.length,
  };
}

/** Distributes a number over shares with an upper bound each, as evenly as possible; the first ones get the rest. */
function shareEvenly(bounds: readonly number[], count: number): readonly number[] {
  const shares = bounds.map(() => 0);
  let remaining = count;
  let open = bounds.map((_, i) => i).filter(i => (bounds[i] ?? 0) > 0);
  while (remaining > 0 && open.length > 0) {
    const step = Math.max(1, Math.floor(remaining / open.length));
    for (const i of open) {
      const added = Math.min(step, (bounds[i] ?? 0) - (shares[i] ?? 0), remaining);
      shares[i] = (shares[i] ?? 0) + added;
      remaining -= added;
    }
    open = open.filter(i => (shares[i] ?? 0) < (bounds[i] ?? 0));
  }
  return shares;
}
