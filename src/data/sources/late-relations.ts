import type {Query} from '../../model/query.js';
import type {RecordList} from '../../model/record-list.js';
import type {
  CollectionName,
  Collections,
  Portal,
  PortalRecord,
  Programme,
  Project,
} from '../../model/records.js';
import {
  NO_RELATIONS,
  type Relating,
  type Relations,
  relationsOf,
  turnsOn,
} from '../../model/relations.js';
import {inSlices} from '../slices.js';

/** Loads a collection that other records refer to. */
export type Related = <C extends Relating>(
  collection: C,
  signal: AbortSignal,
) => Promise<RecordList<Collections[C]>>;

/** Relations between records, loaded by the first query that needs them; most queries need none. */
export class LateRelations implements Relations {
  readonly #load: Related;
  #records: {readonly [C in Relating]?: readonly Collections[C][]} = {};
  #known = NO_RELATIONS;

  constructor(load: Related) {
    this.#load = load;
  }

  /**
   * Loads the collections that a query refers to.
   *
   * @throws {LoadError} if one of them cannot be loaded; the next call tries again.
   */
  async need(collection: CollectionName, query: Query, signal: AbortSignal): Promise<void> {
    const missing = [...turnsOn(collection, query)].filter(name => !this.#records[name]);
    await Promise.all(missing.map(name => this.#read(name, signal)));
  }

  async #read(collection: Relating, signal: AbortSignal): Promise<void> {
    const list: RecordList = await this.#load(collection, signal);
    const records: PortalRecord[] = [];
    await inSlices(list.length, index => records.push(list.at(index)), signal);
    this.#records = {...this.#records, [collection]: records};
    // Updated without a wait between read and write: another query may have loaded a collection meanwhile.
    const {portals = [], projects = [], programmes = []} = this.#records;
    this.#known = relationsOf(portals, projects, programmes);
  }

  portal = (id: string): Portal | undefined => this.#known.portal(id);
  project = (id: string): Project | undefined => this.#known.project(id);
  programme = (id: string): Programme | undefined => this.#known.programme(id);
  projectsOf: Relations['projectsOf'] = portal => this.#known.projectsOf(portal);
  portalsOf: Relations['portalsOf'] = project => this.#known.portalsOf(project);
  projectsUnder: Relations['projectsUnder'] = programme => this.#known.projectsUnder(programme);
}

const known = new WeakMap<Related, LateRelations>();

/** Returns the relations of a loader, shared by all collections that use it. */
export function relationsBy(related: Related): LateRelations {
  const relations = known.get(related) ?? new LateRelations(related);
  known.set(related, relations);
  return relations;
}
