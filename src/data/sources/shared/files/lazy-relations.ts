import type {Query} from '../../../../model/query.js';
import type {RecordList} from '../../../../model/collection/record-list.js';
import type {
  CollectionName,
  Collections,
  Portal,
  PortalRecord,
  Programme,
  Project,
} from '../../../../model/records.js';
import {
  NO_RELATIONS,
  type RelatedCollection,
  type Relations,
  createRelations,
  relationsNeededBy,
} from '../../../../model/relations.js';
import type {RelationLoader, RelationOptions} from '../../../source.js';
import {runInSlices} from '../../../scheduling.js';

/** Relations between records, loaded by the first query that needs them; most queries need none. */
export class LazyRelations implements Relations {
  readonly #load: RelationLoader;
  #records: {readonly [C in RelatedCollection]?: readonly Collections[C][]} = {};
  #relations = NO_RELATIONS;

  constructor(load: RelationLoader) {
    this.#load = load;
  }

  /**
   * Loads the collections that a query refers to.
   *
   * @throws {LoadError} if one of them cannot be loaded; the next call tries again.
   */
  async ensureLoaded(
    collection: CollectionName,
    query: Query,
    options: RelationOptions,
  ): Promise<void> {
    const missing = [...relationsNeededBy(collection, query)].filter(name => !this.#records[name]);
    await Promise.all(missing.map(name => this.#loadCollection(name, options)));
  }

  async #loadCollection(collection: RelatedCollection, options: RelationOptions): Promise<void> {
    const list: RecordList = await this.#load(collection, options);
    const records: PortalRecord[] = [];
    await runInSlices(list.length, index => records.push(list.at(index)), options.signal);
    this.#records = {...this.#records, [collection]: records};
    // Updated without a wait between read and write: another query may have loaded a collection meanwhile.
    const {portals = [], projects = [], programmes = []} = this.#records;
    this.#relations = createRelations(portals, projects, programmes);
  }

  portal = (id: string): Portal | undefined => this.#relations.portal(id);
  project = (id: string): Project | undefined => this.#relations.project(id);
  programme = (id: string): Programme | undefined => this.#relations.programme(id);
  projectsOfPortal: Relations['projectsOfPortal'] = portal =>
    this.#relations.projectsOfPortal(portal);
  portalsOfProject: Relations['portalsOfProject'] = project =>
    this.#relations.portalsOfProject(project);
  projectsOfProgramme: Relations['projectsOfProgramme'] = programme =>
    this.#relations.projectsOfProgramme(programme);
}

const relationsByLoader = new WeakMap<RelationLoader, LazyRelations>();

/** Returns the relations of a loader, shared by all collections that use it. */
export function lazyRelationsFor(load: RelationLoader): LazyRelations {
  const relations = relationsByLoader.get(load) ?? new LazyRelations(load);
  relationsByLoader.set(load, relations);
  return relations;
}
