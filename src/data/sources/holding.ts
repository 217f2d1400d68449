import {applicable, pageSpan, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {SubList} from '../../model/record-list.js';
import type {Page} from '../../model/shelf.js';
import type {CheckedList} from '../checked-list.js';
import type {Reply} from '../client.js';
import {abortError} from '../errors.js';
import {loadShelf} from '../load-shelf.js';
import type {Envelope} from '../schema.js';
import type {Answer, AskOptions} from '../source.js';
import type {Filtering} from './filtering.js';
import type {Related} from './late-relations.js';

/** A collection that is complete, ready to be asked. */
export class Holding<K extends CollectionName> {
  readonly list: CheckedList<K>;
  readonly #related: Related;
  readonly #envelope: Envelope;
  #filtering: Filtering<K> | undefined;

  constructor(list: CheckedList<K>, related: Related, envelope: Envelope) {
    this.list = list;
    this.#related = related;
    this.#envelope = envelope;
  }

  /** Answers a query from what is at hand. */
  async answer(
    query: Query,
    options: AskOptions,
    {staleSince}: Pick<Reply, 'staleSince'> = {},
  ): Promise<Answer<Collections[K]>> {
    if (options.signal.aborted) throw abortError();
    const page = asksForPlainPage(this.list.collection, query)
      ? this.#plainPage(query)
      : await this.#find(query, options);
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

  async #find(query: Query, options: AskOptions): Promise<Page<Collections[K]>> {
    const {Filtering} = await loadShelf();
    this.#filtering ??= new Filtering(this.list, this.#related);
    return this.#filtering.find(query, options);
  }
}

/** A question for all that matches, in one piece. */
export const entire = (query: Query): Query => ({...query, limit: Infinity, page: 1});

/** Whether a query asks for nothing but the records in their own order. */
const asksForPlainPage = (collection: CollectionName, query: Query): boolean =>
  !query.sort && !query.facets?.length && Object.keys(applicable(query, collection)).length === 0;
