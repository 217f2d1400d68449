import type {Id, Portal, Programme, Project} from './records.js';
import type {Relations} from './traits.js';

const byId = <R extends {readonly id: Id}>(records: readonly R[]): Map<string, R> =>
  new Map(records.map(record => [String(record.id), record]));

/** How records of other collections bear on one, made from those that are at hand. */
export function relationsOf(
  portals: readonly Portal[],
  projects: readonly Project[],
  programmes: readonly Programme[],
): Relations {
  const portalById = byId(portals);
  const projectById = byId(projects);
  const programmeById = byId(programmes);
  const byPortal = new Map<string, Set<Project>>();
  const note = (portal: Id, project: Project | undefined): void => {
    if (!project) return;
    const key = String(portal);
    byPortal.set(key, (byPortal.get(key) ?? new Set()).add(project));
  };
  for (const project of projects) if (project.portal !== undefined) note(project.portal, project);
  for (const portal of portals) for (const id of portal.projects ?? []) note(portal.id, projectById.get(String(id)));
  return {
    portal: id => portalById.get(id),
    project: id => projectById.get(id),
    programme: id => programmeById.get(id),
    projectsOf: portal => [...(byPortal.get(String(portal.id)) ?? [])],
  };
}

export const NO_RELATIONS: Relations = relationsOf([], [], []);
