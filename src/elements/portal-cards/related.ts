import type {Id, Portal, Programme, Project} from '../../model/records.js';

const byId = <R extends {readonly id: Id}>(records: Iterable<R>): ReadonlyMap<string, R> =>
  new Map([...records].map(record => [String(record.id), record]));

/** What projects and programmes say of a portal. */
export class Related {
  readonly #projects: ReadonlyMap<string, Project>;
  readonly #programmes: ReadonlyMap<string, Programme>;
  readonly #naming = new Map<string, Project[]>();

  constructor(projects: Iterable<Project> = [], programmes: Iterable<Programme> = []) {
    this.#projects = byId(projects);
    this.#programmes = byId(programmes);
    for (const project of this.#projects.values()) {
      const portal = String(project.portal);
      this.#naming.set(portal, [...(this.#naming.get(portal) ?? []), project]);
    }
  }

  programmeOf({programme}: Portal): Programme | undefined {
    return this.#programmes.get(String(programme));
  }

  /** The projects that name a portal, or that it names. */
  projectsOf({id, projects = []}: Portal): readonly Project[] {
    const named = projects.map(project => this.#projects.get(String(project)));
    const all = new Set([...(this.#naming.get(String(id)) ?? []), ...named]);
    return [...all].filter(project => project !== undefined);
  }
}
