import {dateSpan, daySpan, type DaySpan, overlaps} from '../../model/time/period.js';
import {intersectFilters, type Filter} from '../../model/query.js';
import type {Programme, Project} from '../../model/records.js';

/** Project with the parts of its portfolio. */
export interface ProjectEntry {
  readonly project: Project;
  readonly span: DaySpan | undefined;
  readonly parts: readonly ProjectEntry[];
}

/** Row of the timeline: programmes of one generation, or of none, and their projects. */
export interface TimelineRow {
  /**
   * `I` to `X`, or the value of the API; `''` for programmes without a generation; undefined for projects without a
   * programme.
   */
  readonly generation: string | undefined;
  readonly programmes: readonly Programme[];
  /** Period from the first to the last day of its programmes. */
  readonly span: DaySpan | undefined;
  readonly entries: readonly ProjectEntry[];
}

export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** Number of projects that have neither a known programme nor a date. */
  readonly unplaced: number;
}

const ROMAN_NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** True if a generation is a Roman numeral, as used by Interreg. */
export const isRomanNumeral = (generation: string): boolean => ROMAN_NUMERALS.includes(generation);

/** Returns the smallest span that contains all spans. */
export const spanUnion = (spans: readonly (DaySpan | undefined)[]): DaySpan | undefined =>
  spans.reduce(
    (union, span) =>
      union && span
        ? {first: Math.min(union.first, span.first), last: Math.max(union.last, span.last)}
        : (union ?? span),
    undefined,
  );

/** Groups programmes and projects by generation, the oldest first, those without a generation last. */
export function timelineRows(
  programmes: readonly Programme[],
  projects: readonly Project[],
): TimelineRows {
  const byGeneration = new Map<
    string | undefined,
    {programmes: Programme[]; entries: ProjectEntry[]}
  >();
  const rowOf = (generation: string | undefined) => {
    const row = byGeneration.get(generation) ?? {programmes: [], entries: []};
    byGeneration.set(generation, row);
    return row;
  };
  const generations = new Map<string, string>();
  for (const programme of programmes) {
    const generation = programme.generation?.trim() ?? '';
    generations.set(String(programme.id), generation);
    rowOf(generation).programmes.push(programme);
  }
  let unplaced = 0;
  for (const entry of nestProjects(projects)) {
    const generation = generationOf(entry, generations);
    if (generation === undefined && !startDay(entry)) unplaced += 1 + entry.parts.length;
    else rowOf(generation).entries.push(entry);
  }
  const rows = [...byGeneration].map(([generation, row]) => ({
    generation,
    programmes: row.programmes,
    span: spanUnion(row.programmes.map(({period}) => daySpan(period))),
    entries: row.entries.sort(byDate),
  }));
  return {rows: rows.sort(byGenerationAndDate), unplaced};
}

/** Returns the generation of a project's programme, else that of one of its parts. */
function generationOf(
  {project, parts}: ProjectEntry,
  generations: ReadonlyMap<string, string>,
): string | undefined {
  const own = generations.get(String(project.programme));
  return (
    own ?? parts.map(part => generationOf(part, generations)).find(other => other !== undefined)
  );
}

/** Nests each project under the root of its portfolio, or lists it by itself. */
function nestProjects(projects: readonly Project[]): ProjectEntry[] {
  const known = new Map(projects.map(project => [String(project.id), project]));
  const roots = new Map<Project, Project>();
  const rootOf = (project: Project): Project => {
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

/** Returns entries and their parts as a flat list. */
export const flattenEntries = (entries: readonly ProjectEntry[]): readonly ProjectEntry[] =>
  entries.flatMap(entry => [entry, ...flattenEntries(entry.parts)]);
