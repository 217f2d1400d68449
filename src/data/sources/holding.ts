import {applicable, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {turnsOn} from '../../model/relations.js';
import {Shelf} from '../../model/shelf.js';
import type {CheckedList} from '../checked-list.js';
import type {Reply} from '../client.js';
import {abortError} from '../errors.js';
import type {Envelope} from '../schema.js';
import type {Answer} from '../source.js';
import type {LateRelations} from './late-relations.js';

/** A collection that is complete, ready to be asked. */
export class Holding<K extends CollectionName> {
  readonly list: CheckedList<K>;
  readonly #shelf: Shelf<K>;
  readonly #relations: LateRelations;
  readonly #envelope: Envelope;

  constructor(list: CheckedList<K>, relations: LateRelations, envelope: Envelope) {
    this.list = list;
    this.#relations = relations;
    this.#envelope = envelope;
    this.#shelf = new Shelf(list.collection, list, relations);
  }

  /** Answers a query from what is at hand. */
  async answer(
    query: Query,
    signal: AbortSignal,
    {staleSince}: Pick<Reply, 'staleSince'> = {},
  ): Promise<Answer<Collections[K]>> {
    if (signal.aborted) throw abortError();
    await this.#relations.need(turnsOn(this.list.collection, query), signal);
    if (looksInside(this.list.collection, query)) await this.list.checkAll(signal);
    const {report} = this.list;
    const {attribution, contact} = this.#envelope;
    return {...this.#shelf.find(query), report, attribution, contact, staleSince};
  }
}

/** A question for all that matches, in one piece. */
export const entire = (query: Query): Query => ({...query, limit: Infinity, page: 1});

/** Whether a query looks further into the records than their places, so that they have to be checked before. */
const looksInside = (collection: CollectionName, query: Query): boolean =>
  query.sort !== undefined ||
  !!query.facets?.length ||
  Object.keys(applicable(query, collection)).some(name => name !== 'bbox');
