import {applicable, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {type Page, Shelf} from '../../model/shelf.js';
import type {CheckedList} from '../checked-list.js';
import {abortError} from '../errors.js';
import type {AskOptions} from '../source.js';
import {type LateRelations, type Related, relationsBy} from './late-relations.js';

export {loadOwnLinks} from './load-own-links.js';
export {loadTerritorial} from './load-territorial.js';
export {relationsBy, Shelf};

/** What filters, sorts and counts a collection that is at hand whole. */
export class Filtering<K extends CollectionName> {
  readonly #list: CheckedList<K>;
  readonly #relations: LateRelations;
  readonly #shelf: Shelf<K>;

  constructor(list: CheckedList<K>, related: Related) {
    this.#list = list;
    this.#relations = relationsBy(related);
    this.#shelf = new Shelf(list.collection, list, this.#relations);
  }

  async find(query: Query, {signal, atlas}: AskOptions): Promise<Page<Collections[K]>> {
    const {collection} = this.#list;
    await Promise.all([
      this.#relations.need(collection, query, signal),
      looksInside(collection, query) && this.#list.readAll(signal),
    ]);
    if (signal.aborted) throw abortError();
    return this.#shelf.find(query, atlas);
  }
}

/** Whether a query looks further into the records than their places, so that they have to be checked before. */
const looksInside = (collection: CollectionName, query: Query): boolean =>
  query.sort !== undefined ||
  !!query.facets?.length ||
  Object.keys(applicable(query, collection)).some(name => name !== 'bbox');
