import {FACETS, type FacetName, type Query} from './query.js';
import type {CollectionName, Id, Portal, Programme, Project} from './records.js';

/** Related records of other collections. Example: a resource takes its family from its portals. */
export interface Relations {
  portal(id: string): Portal | undefined;
  project(id: string): Project | undefined;
  programme(id: string): Programme | undefined;
  /** Returns the projects that reference the portal, or that it references. */
  readonly projectsOfPortal: (portal: {readonly id: Id}) => readonly Project[];
  /** Returns the portals that reference the project. */
  readonly portalsOfProject: (project: {readonly id: Id}) => readonly Portal[];
  /** Returns the projects that reference the programme. */
  readonly projectsOfProgramme: (programme: {readonly id: Id}) => readonly Project[];
}

const byId = <R extends {readonly id: Id}>(records: readonly R[]): Map<string, R> =>
  new Map(records.map(record => [String(record.id), record]));

/** Sets of values, grouped by id. */
class MultiMap<T> {
  readonly #sets = new Map<string, Set<T>>();

  add(id: Id | undefined, value: T | undefined): void {
    if (id === undefined || value === undefined) return;
    const key = String(id);
    this.#sets.set(key, (this.#sets.get(key) ?? new Set()).add(value));
  }

  valuesFor = ({id}: {readonly id: Id}): readonly T[] => [...(this.#sets.get(String(id)) ?? [])];
}

/** Builds the relations between the given records. */
export function createRelations(
  portals: readonly Portal[],
  projects: readonly Project[],
  programmes: readonly Programme[],
): Relations {
  const portalById = byId(portals);
  const projectById = byId(projects);
  const programmeById = byId(programmes);
  const projectsOf = new MultiMap<Project>();
  const portalsOf = new MultiMap<Portal>();
  const projectsUnder = new MultiMap<Project>();
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
    projectsOfPortal: projectsOf.valuesFor,
    portalsOfProject: portalsOf.valuesFor,
    projectsOfProgramme: projectsUnder.valuesFor,
  };
}

export const NO_RELATIONS: Relations = createRelations([], [], []);

/** Collections that other collections refer to. */
export type RelatedCollection = Extract<CollectionName, 'portals' | 'projects' | 'programmes'>;

type CollectionsByFacet = Readonly<Partial<Record<FacetName, readonly RelatedCollection[]>>>;

/** Collections needed for a filter or facet of a collection. `year` includes `from` and `to`. */
const NEEDED_COLLECTIONS: Readonly<Partial<Record<CollectionName, CollectionsByFacet>>> = {
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
const LABEL_COLLECTIONS: CollectionsByFacet = {
  portal: ['portals'],
  project: ['projects'],
  programme: ['programmes'],
};

/** Returns the collections that must be loaded before a query can run. */
export function relationsNeededBy(
  collection: CollectionName,
  query: Query,
): ReadonlySet<RelatedCollection> {
  const facets = query.facets ?? [];
  const filtersPeriod = query.from !== undefined || query.to !== undefined;
  const filters = FACETS.filter(name => (name === 'year' ? filtersPeriod : query[name]?.length));
  const needed = NEEDED_COLLECTIONS[collection] ?? {};
  return new Set([
    ...[...filters, ...facets].flatMap(name => needed[name] ?? []),
    ...facets.flatMap(name => LABEL_COLLECTIONS[name] ?? []),
  ]);
}
