import {fold} from './fold.js';
import type {Geo} from './geo.js';
import type {Id, Organisation, Portal, Project} from './records.js';
import type {Text} from './text.js';
import {wordings} from './wordings.js';

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

export interface DirectoryParts {
  readonly organisations: Iterable<Organisation>;
  readonly portals: Iterable<Portal>;
  readonly projects: Iterable<Project>;
  /** True if the directory is limited to organisations named by the given portals and projects. */
  readonly isNarrowed: boolean;
}

type Mentioned = Omit<Organisation, 'id'> & {readonly id?: Id | undefined};

/**
 * Builds the directory of actors and partners of portals and projects.
 *
 * Mentions of the same organisation are merged, with all its roles: by id, else by name unless the countries differ. If
 * there are organisation records, organisations that are only mentioned are omitted, unless the directory is filtered
 * by portal or project.
 */
export function directoryOf({
  organisations,
  portals,
  projects,
  isNarrowed,
}: DirectoryParts): readonly Actor[] {
  const book = new Book();
  for (const organisation of organisations) book.enter(organisation);
  const isOpen = isNarrowed || book.entries.length === 0;
  const standsIn = new Map<string, Set<string>>();
  const place = (project: Id, portal: Id): void => {
    const key = String(project);
    standsIn.set(key, (standsIn.get(key) ?? new Set()).add(String(portal)));
  };
  const known = [...portals];
  for (const {id, projects: named = []} of known) for (const one of named) place(one, id);
  const named = [...projects];
  for (const {id, portal} of named) if (portal !== undefined) place(id, portal);

  for (const {id, actors = [], projects: theirs = []} of known) {
    for (const actor of actors) {
      const entry = book.find(actor, isOpen);
      entry?.portals.add(String(id));
      for (const project of theirs) entry?.projects.add(String(project));
    }
  }
  for (const {id, lead, partners = []} of named) {
    const mentions: readonly Mentioned[] = lead ? [...partners, {name: lead}] : partners;
    for (const mention of mentions) {
      const entry = book.find(mention, isOpen);
      entry?.projects.add(String(id));
      for (const portal of standsIn.get(String(id)) ?? []) entry?.portals.add(portal);
    }
    const leader = lead && book.find({name: lead}, isOpen);
    if (leader) leader.isLead = true;
  }
  return book.entries
    .filter(({projects, portals}) => !isNarrowed || projects.size > 0 || portals.size > 0)
    .map(({organisation, roles, isLead, projects, portals}) => ({
      organisation,
      roles: [...roles.values()],
      isLead,
      projects: [...projects],
      portals: [...portals],
    }));
}

/** Mutable entry of the directory under construction. */
interface Entry {
  organisation: Organisation;
  readonly roles: Map<string, Text>;
  isLead: boolean;
  readonly projects: Set<string>;
  readonly portals: Set<string>;
}

/** Entries, indexed by id and name. */
class Book {
  readonly entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry[]>();

  /** Adds an organisation record as a new entry, even if the name exists. */
  enter(organisation: Organisation): Entry {
    const entry = {
      organisation,
      roles: new Map<string, Text>(),
      isLead: false,
      projects: new Set<string>(),
      portals: new Set<string>(),
    };
    this.entries.push(entry);
    this.#byId.set(String(organisation.id), entry);
    const name = fold(organisation.name);
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), entry]);
    return learn(entry, organisation);
  }

  /**
   * Returns the entry of a mentioned organisation, or undefined if there is none.
   *
   * @param addsMissing Adds an entry if there is none.
   */
  find(mention: Mentioned, isOpen: boolean): Entry | undefined {
    const {id, name, country} = mention;
    const namesakes = this.#byName.get(fold(name)) ?? [];
    const fits = ({organisation}: Entry): boolean =>
      !country || !organisation.country || organisation.country === country;
    const byId = id === undefined ? undefined : this.#byId.get(String(id));
    // An id is unique only within its own list, so it counts only if the name is the same.
    const entry = namesakes.find(one => one === byId) ?? namesakes.find(fits);
    if (entry) return learn(entry, mention);
    return isOpen ? this.enter({...mention, id: id ?? name}) : undefined;
  }
}

/** Fills missing fields of an entry from a mention, and adds its role. */
function learn(entry: Entry, {role, url, logo, country, type, geo}: Mentioned): Entry {
  const known = entry.organisation;
  const place: Geo | null | undefined = known.geo ?? geo;
  entry.organisation = {
    ...known,
    url: known.url ?? url,
    logo: known.logo ?? logo,
    country: known.country ?? country,
    type: known.type ?? type,
    geo: place,
  };
  const [word] = wordings(role);
  if (role !== undefined && word?.trim()) {
    const key = fold(word);
    // Keeps the role with the most translations.
    const before = entry.roles.get(key);
    if (!before || wordings(role).length > wordings(before).length) entry.roles.set(key, role);
  }
  return entry;
}

/** Returns the filter for the other widgets when an actor is selected: its projects, else its portals. */
export const narrowedTo = ({
  projects,
  portals,
}: Actor):
  {readonly project: readonly string[]} | {readonly portal: readonly string[]} | undefined =>
  projects.length ? {project: projects} : portals.length ? {portal: portals} : undefined;
