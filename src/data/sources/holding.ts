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

/** Collection that a source has loaded completely; runs queries without a request. */
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

  /** Runs a query on the loaded records. */
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

  /** Returns a page of the records in their own order, without validating or indexing them. */
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

/** Returns the query for all matches on one page. */
export const entire = (query: Query): Query => ({...query, limit: Infinity, page: 1});

/** Returns true if a query has no filter, sort order or facet. */
const asksForPlainPage = (collection: CollectionName, query: Query): boolean =>
  !query.sort && !query.facets?.length && Object.keys(applicable(query, collection)).length === 0;
