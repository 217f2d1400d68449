import type {Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {type Page, Shelf} from '../../model/shelf.js';
import type {CheckedList} from '../checked-list.js';
import {abortError} from '../errors.js';
import {glancesOf} from '../glance.js';
import {inSlices} from '../slices.js';
import type {AskOptions} from '../source.js';
import {type LateRelations, type Related, relationsBy} from './late-relations.js';

export {loadOwnLinks} from './load-own-links.js';
export {loadTerritorial} from './load-territorial.js';
export {relationsBy, Shelf};

/** Filters, sorts and counts a complete collection in memory, without blocking the main thread. */
export class Filtering<K extends CollectionName> {
  readonly #list: CheckedList<K>;
  readonly #relations: LateRelations;
  readonly #shelf: Shelf<K>;
  #prepared = Promise.resolve();

  constructor(list: CheckedList<K>, related: Related) {
    this.#list = list;
    this.#relations = relationsBy(related);
    this.#shelf = new Shelf(list.collection, list, this.#relations, glancesOf(list));
  }

  async find(query: Query, {signal, atlas}: AskOptions): Promise<Page<Collections[K]>> {
    await this.#relations.need(this.#list.collection, query, signal);
    // One query at a time: simultaneous queries mostly need the same fields. Continues after an abort for the same
    // reason.
    const prepare = (): Promise<void> => {
      const steps = this.#shelf.prepare(query, atlas);
      return inSlices(Infinity, () => !steps.next().done);
    };
    this.#prepared = this.#prepared.then(prepare, prepare);
    await this.#prepared;
    if (signal.aborted) throw abortError();
    return this.#shelf.find(query, atlas);
  }
}
