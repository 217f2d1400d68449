import {fold} from './fold.js';
import type {Geo} from './geo/geo.js';
import type {Id, Organisation, Portal, Project} from './records.js';
import {type Text, translationsOf} from './text.js';

/** Organisation with its roles, projects and portals. */
export interface Actor {
  /** Record of the organisation, or its first mention if it has no record. */
  readonly organisation: Organisation;
  readonly roles: readonly Text[];
  /** True if it leads a project. */
  readonly isLead: boolean;
  /** Ids of its projects, directly or through a portal in which it is an actor. */
  readonly projects: readonly string[];
  /** Ids of the portals in which it is an actor, and of the portals of its projects. */
  readonly portals: readonly string[];
}

export interface DirectoryRecords {
  readonly organisations: Iterable<Organisation>;
  readonly portals: Iterable<Portal>;
  readonly projects: Iterable<Project>;
  /** True if the directory is limited to organisations named by the given portals and projects. */
  readonly isNarrowed: boolean;
}

type Mention = Omit<Organisation, 'id'> & {readonly id?: Id | undefined};

/**
 * Builds the directory of actors and partners of portals and projects, one record per step: reading tens of thousands
 * of them at once would block the main thread.
 *
 * Mentions of the same organisation are merged, with all its roles: by id, else by name unless the countries differ. If
 * there are organisation records, organisations that are only mentioned are omitted, unless the directory is filtered
 * by portal or project.
 */
export function* buildDirectory({
  organisations,
  portals,
  projects,
  isNarrowed,
}: DirectoryRecords): Generator<void, readonly Actor[]> {
  const builder = new DirectoryBuilder();
  for (const organisation of organisations) {
    builder.add(organisation);
    yield;
  }
  const addsMissing = isNarrowed || builder.entries.length === 0;
  const portalsByProject = new Map<string, Set<string>>();
  const addToPortal = (project: Id, portal: Id): void => {
    const key = String(project);
    portalsByProject.set(key, (portalsByProject.get(key) ?? new Set()).add(String(portal)));
  };
  const portalList: Portal[] = [];
  for (const portal of portals) {
    portalList.push(portal);
    for (const one of portal.projects ?? []) addToPortal(one, portal.id);
    yield;
  }
  const named: Project[] = [];
  for (const project of projects) {
    named.push(project);
    if (project.portal !== undefined) addToPortal(project.id, project.portal);
    yield;
  }
  for (const {id, actors = [], projects: theirs = []} of portalList) {
    for (const actor of actors) {
      const entry = yield* builder.findEntry(actor, addsMissing);
      if (!entry) continue;
      (entry.portals ??= new Set()).add(String(id));
      for (const project of theirs) (entry.projects ??= new Set()).add(String(project));
    }
  }
  for (const {id, lead, partners = []} of named) {
    const mentions: readonly Mention[] = lead ? [...partners, {name: lead}] : partners;
    for (const mention of mentions) {
      const entry = yield* builder.findEntry(mention, addsMissing);
      if (!entry) continue;
      (entry.projects ??= new Set()).add(String(id));
      for (const portal of portalsByProject.get(String(id)) ?? [])
        (entry.portals ??= new Set()).add(portal);
    }
    const leader = lead && (yield* builder.findEntry({name: lead}, addsMissing));
    if (leader) leader.isLead = true;
  }
  const actors: Actor[] = [];
  for (const {organisation, roles, isLead, projects: ids, portals: others} of builder.entries) {
    yield;
    if (isNarrowed && !ids && !others) continue;
    actors.push({
      organisation,
      roles,
      isLead,
      projects: [...(ids ?? [])],
      portals: [...(others ?? [])],
    });
  }
  return actors;
}

/** Mutable entry of the directory under construction. Most organisations of a large one have no projects. */
interface EntryDraft {
  organisation: Organisation;
  readonly roles: Text[];
  isLead: boolean;
  projects?: Set<string>;
  portals?: Set<string>;
}

/** Entries, indexed by name as far as a mention needs them. */
class DirectoryBuilder {
  readonly entries: EntryDraft[] = [];
  readonly #byName = new Map<string, EntryDraft[]>();
  #indexedCount = 0;

  /** Adds an organisation record as a new entry, even if the name exists. */
  add(organisation: Organisation): EntryDraft {
    const entry = {organisation, roles: [], isLead: false};
    this.entries.push(entry);
    addRole(entry, organisation.role);
    return entry;
  }

  *#namesakes(name: string): Generator<void, readonly EntryDraft[]> {
    for (; this.#indexedCount < this.entries.length; this.#indexedCount++) {
      const entry = this.entries[this.#indexedCount] as EntryDraft;
      const key = fold(entry.organisation.name);
      if (!this.#byName.get(key)?.push(entry)) this.#byName.set(key, [entry]);
      yield;
    }
    return this.#byName.get(fold(name)) ?? [];
  }

  /**
   * Returns the entry of a mentioned organisation, or undefined if there is none.
   *
   * @param addsMissing Adds an entry if there is none.
   */
  *findEntry(mention: Mention, addsMissing: boolean): Generator<void, EntryDraft | undefined> {
    const {id, name, country} = mention;
    const namesakes = yield* this.#namesakes(name);
    // An id is unique only within its own list, so it counts only if the name is the same.
    const entry =
      namesakes.find(({organisation}) => String(organisation.id) === String(id)) ??
      namesakes.find(({organisation: {country: own}}) => !country || !own || own === country);
    if (entry) return mergeMention(entry, mention);
    return addsMissing ? this.add({...mention, id: id ?? name}) : undefined;
  }
}

/** Fills missing fields of an entry from a mention, and adds its role. */
function mergeMention(
  entry: EntryDraft,
  {role, url, logo, country, type, geo}: Mention,
): EntryDraft {
  const record = entry.organisation;
  const location: Geo | null | undefined = record.geo ?? geo;
  entry.organisation = {
    ...record,
    url: record.url ?? url,
    logo: record.logo ?? logo,
    country: record.country ?? country,
    type: record.type ?? type,
    geo: location,
  };
  addRole(entry, role);
  return entry;
}

/** Adds a role unless the entry has it. Of equal roles, the one with the most translations is kept. */
function addRole({roles}: EntryDraft, role: Text | undefined): void {
  const [word] = translationsOf(role);
  if (role === undefined || !word?.trim()) return;
  const index = roles.findIndex(one => fold(translationsOf(one)[0] ?? '') === fold(word));
  if (index < 0) roles.push(role);
  else if (translationsOf(role).length > translationsOf(roles[index]).length) roles[index] = role;
}

/** Returns the filter for the other widgets when an actor is selected: its projects, else its portals. */
export const actorFilter = ({
  projects,
  portals,
}: Actor):
  {readonly project: readonly string[]} | {readonly portal: readonly string[]} | undefined =>
  projects.length ? {project: projects} : portals.length ? {portal: portals} : undefined;
