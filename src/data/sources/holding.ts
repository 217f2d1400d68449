import {applicable, pageSpan, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {turnsOn} from '../../model/relations.js';
import {SubList} from '../../model/record-list.js';
import type {Page, Shelf} from '../../model/shelf.js';
import type {CheckedList} from '../checked-list.js';
import type {Reply} from '../client.js';
import {abortError} from '../errors.js';
import {loadShelf} from '../load-shelf.js';
import type {Envelope} from '../schema.js';
import type {Answer} from '../source.js';
import type {LateRelations} from './late-relations.js';

/** A collection that is complete, ready to be asked. */
export class Holding<K extends CollectionName> {
  readonly list: CheckedList<K>;
  readonly #relations: LateRelations;
  readonly #envelope: Envelope;
  #shelf: Shelf<K> | undefined;

  constructor(list: CheckedList<K>, relations: LateRelations, envelope: Envelope) {
    this.list = list;
    this.#relations = relations;
    this.#envelope = envelope;
  }

  /** Answers a query from what is at hand. */
  async answer(
    query: Query,
    signal: AbortSignal,
    {staleSince}: Pick<Reply, 'staleSince'> = {},
  ): Promise<Answer<Collections[K]>> {
    if (signal.aborted) throw abortError();
    const page = asksForPlainPage(this.list.collection, query)
      ? this.#plainPage(query)
      : await this.#find(query, signal);
    const {report} = this.list;
    const {attribution, contact} = this.#envelope;
    return {...page, report, attribution, contact, staleSince};
  }

  /** The records as they stand, a page of them: neither checked nor looked into. */
  #plainPage(query: Query): Page<Collections[K]> {
    const total = this.list.length;
    const [start, end] = pageSpan(query);
    if (start === 0 && end >= total) return {items: this.list, total, facets: {}};
    const indices: number[] = [];
    for (let index = start; index < Math.min(total, end); index++) indices.push(index);
    return {items: new SubList(this.list, indices), total, facets: {}};
  }

  async #find(query: Query, signal: AbortSignal): Promise<Page<Collections[K]>> {
    const {collection} = this.list;
    const [{Shelf}] = await Promise.all([
      loadShelf(),
      this.#relations.need(turnsOn(collection, query), signal),
      looksInside(collection, query) && this.list.readAll(signal),
    ]);
    if (signal.aborted) throw abortError();
    this.#shelf ??= new Shelf(collection, this.list, this.#relations);
    return this.#shelf.find(query);
  }
}

/** A question for all that matches, in one piece. */
export const entire = (query: Query): Query => ({...query, limit: Infinity, page: 1});

/** Whether a query asks for nothing but the records in their own order. */
const asksForPlainPage = (collection: CollectionName, query: Query): boolean =>
  !query.sort && !query.facets?.length && Object.keys(applicable(query, collection)).length === 0;

/** Whether a query looks further into the records than their places, so that they have to be checked before. */
const looksInside = (collection: CollectionName, query: Query): boolean =>
  query.sort !== undefined ||
  !!query.facets?.length ||
  Object.keys(applicable(query, collection)).some(name => name !== 'bbox');
