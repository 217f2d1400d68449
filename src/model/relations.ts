import {FACETS, type FacetName, type Query} from './query.js';
import type {CollectionName, Id, Portal, Programme, Project} from './records.js';

/** Related records of other collections. Example: a resource takes its family from its portals. */
export interface Relations {
  portal(id: string): Portal | undefined;
  project(id: string): Project | undefined;
  programme(id: string): Programme | undefined;
  /** Returns the projects that reference the portal, or that it references. */
  readonly projectsOf: (portal: {readonly id: Id}) => readonly Project[];
  /** Returns the portals that reference the project. */
  readonly portalsOf: (project: {readonly id: Id}) => readonly Portal[];
  /** Returns the projects that reference the programme. */
  readonly projectsUnder: (programme: {readonly id: Id}) => readonly Project[];
}

const byId = <R extends {readonly id: Id}>(records: readonly R[]): Map<string, R> =>
  new Map(records.map(record => [String(record.id), record]));

/** Sets of values, grouped by id. */
class Groups<T> {
  readonly #sets = new Map<string, Set<T>>();

  add(id: Id | undefined, member: T | undefined): void {
    if (id === undefined || member === undefined) return;
    const key = String(id);
    this.#sets.set(key, (this.#sets.get(key) ?? new Set()).add(member));
  }

  of = ({id}: {readonly id: Id}): readonly T[] => [...(this.#sets.get(String(id)) ?? [])];
}

/** Builds the relations between the given records. */
export function relationsOf(
  portals: readonly Portal[],
  projects: readonly Project[],
  programmes: readonly Programme[],
): Relations {
  const portalById = byId(portals);
  const projectById = byId(projects);
  const programmeById = byId(programmes);
  const projectsOf = new Groups<Project>();
  const portalsOf = new Groups<Portal>();
  const projectsUnder = new Groups<Project>();
  for (const project of projects) {
    projectsOf.add(project.portal, project);
    projectsUnder.add(project.programme, project);
  }
  for (const portal of portals) {
    for (const id of portal.projects ?? []) {
      projectsOf.add(portal.id, projectById.get(String(id)));
      portalsOf.add(id, portal);
    }
  }
  return {
    portal: id => portalById.get(id),
    project: id => projectById.get(id),
    programme: id => programmeById.get(id),
    projectsOf: projectsOf.of,
    portalsOf: portalsOf.of,
    projectsUnder: projectsUnder.of,
  };
}

export const NO_RELATIONS: Relations = relationsOf([], [], []);

/** Collections that other collections refer to. */
export type Relating = Extract<CollectionName, 'portals' | 'projects' | 'programmes'>;

type Asked = Partial<Record<FacetName, readonly Relating[]>>;

/** Collections needed for a filter or facet of a collection. `year` includes `from` and `to`. */
const TURNS_ON: Readonly<Partial<Record<CollectionName, Asked>>> = {
  portals: {project: ['portals', 'projects'], year: ['portals', 'projects', 'programmes']},
  resources: {
    family: ['portals'],
    programme: ['portals'],
    project: ['portals', 'projects'],
  },
  projects: {family: ['portals'], portal: ['portals'], programme: ['projects']},
  programmes: {project: ['projects']},
  events: {project: ['portals', 'projects']},
  contributions: {project: ['portals', 'projects']},
};
/** Collections that contain the labels of a facet's values. */
const NAMED_BY: Asked = {portal: ['portals'], project: ['projects'], programme: ['programmes']};

/** Returns the collections that must be loaded before a query can run. */
export function turnsOn(collection: CollectionName, query: Query): ReadonlySet<Relating> {
  const facets = query.facets ?? [];
  const years = query.from !== undefined || query.to !== undefined;
  const filters = FACETS.filter(name => (name === 'year' ? years : query[name]?.length));
  const table = TURNS_ON[collection] ?? {};
  return new Set([
    ...[...filters, ...facets].flatMap(name => table[name] ?? []),
    ...facets.flatMap(name => NAMED_BY[name] ?? []),
  ]);
}
