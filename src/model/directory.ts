import {fold} from './fold.js';
import type {Geo} from './geo.js';
import type {Id, Organisation, Portal, Project} from './records.js';
import type {Text} from './text.js';
import {wordings} from './wordings.js';

/** An organisation with all that portals and projects say of it. */
export interface Actor {
  /** Its own record; where there is none, the first mention of it. */
  readonly organisation: Organisation;
  readonly roles: readonly Text[];
  /** Whether it leads a project. */
  readonly isLead: boolean;
  /** The projects that it has a part in, by itself or by a portal that it is an actor of. */
  readonly projects: readonly string[];
  /** The portals that it is an actor of, and those of its projects. */
  readonly portals: readonly string[];
}

export interface DirectoryParts {
  readonly organisations: Iterable<Organisation>;
  readonly portals: Iterable<Portal>;
  readonly projects: Iterable<Project>;
  /** Only those that a portal or a project of the list names. */
  readonly isNarrowed: boolean;
}

type Mentioned = Omit<Organisation, 'id'> & {readonly id?: Id | undefined};

/**
 * The actors and partners of portals and projects. An organisation that several of them name is one entry with all its
 * roles: by the id of its record, else by its name, unless the countries differ. Where there are records of
 * organisations, these are the directory; who is only named elsewhere is left out, but when a portal or a project is
 * asked for.
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

/** An entry that is being written. */
interface Entry {
  organisation: Organisation;
  readonly roles: Map<string, Text>;
  isLead: boolean;
  readonly projects: Set<string>;
  readonly portals: Set<string>;
}

/** The entries by the ids and names that they go by. */
class Book {
  readonly entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry[]>();

  /** A record of its own, whatever others are called. */
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

  /** The entry of an organisation that is named somewhere; `isOpen` makes one for whoever has none. */
  find(mention: Mentioned, isOpen: boolean): Entry | undefined {
    const {id, name, country} = mention;
    const namesakes = this.#byName.get(fold(name)) ?? [];
    const fits = ({organisation}: Entry): boolean =>
      !country || !organisation.country || organisation.country === country;
    const byId = id === undefined ? undefined : this.#byId.get(String(id));
    // An id is unique within its own list only: it counts where the name is the same.
    const entry = namesakes.find(one => one === byId) ?? namesakes.find(fits);
    if (entry) return learn(entry, mention);
    return isOpen ? this.enter({...mention, id: id ?? name}) : undefined;
  }
}

/** Adds to an entry what a mention says and the entry did not know. */
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
    // The wording in the most languages is kept.
    const before = entry.roles.get(key);
    if (!before || wordings(role).length > wordings(before).length) entry.roles.set(key, role);
  }
  return entry;
}

/** The projects, else the portals, that others of a selection can be narrowed to when an actor is chosen. */
export const narrowedTo = ({
  projects,
  portals,
}: Actor):
  {readonly project: readonly string[]} | {readonly portal: readonly string[]} | undefined =>
  projects.length ? {project: projects} : portals.length ? {portal: portals} : undefined;
