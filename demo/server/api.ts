import {DEFAULT_LIMIT, type Query} from '../../src/model/query.js';
import {ArrayRecordList} from '../../src/model/collection/record-list.js';
import {
  COLLECTIONS,
  type CollectionName,
  type Contribution,
  type PortalRecord,
} from '../../src/model/records.js';
import {type Relations, createRelations} from '../../src/model/relations.js';
import {CollectionIndex} from '../../src/model/collection/collection-index.js';
import {type PortalDocument, withPublishedContributions, withBaseUrl} from './portal-document.js';
import {Problem} from './problem.js';
import {parseQuery} from './parse-query.js';
import type {Reply} from './reply.js';

/** The only collection that accepts POST. */
const WRITABLE_COLLECTION: CollectionName = 'contributions';

/** Serves one portal through version 1 of the portal API: `{base}/{collection}` and `{base}/{collection}/{id}`. */
export class PortalApi {
  readonly #base: string;
  #portal: PortalDocument;
  readonly #relations: Relations;
  readonly #indexes: Map<string, CollectionIndex<CollectionName>>;

  /** @param base Path of the API, such as `/api`. */
  constructor(base: string, portal: PortalDocument) {
    this.#base = base;
    this.#portal = withBaseUrl(`${base}/`, withPublishedContributions(portal));
    const {portals = [], projects = [], programmes = []} = this.#portal;
    this.#relations = createRelations(portals, projects, programmes);
    this.#indexes = new Map(COLLECTIONS.map(name => [name, this.#createIndex(name)]));
  }

  /** Replaces the published contributions. */
  setContributions(contributions: readonly Contribution[]): void {
    this.#portal = {
      ...this.#portal,
      contributions: withBaseUrl(`${this.#base}/`, contributions),
    };
    this.#indexes.set(WRITABLE_COLLECTION, this.#createIndex(WRITABLE_COLLECTION));
  }

  #createIndex(name: CollectionName): CollectionIndex<CollectionName> {
    return new CollectionIndex(
      name,
      new ArrayRecordList<PortalRecord>(this.#portal[name] ?? []),
      this.#relations,
    );
  }

  /**
   * Responds to a GET or HEAD request.
   *
   * @param path Decoded path segments after the base.
   * @throws {Problem} 404 if the collection or record does not exist, 400 if the query is invalid.
   */
  respond(path: readonly string[], parameters: URLSearchParams, origin: string): Reply {
    const [collection = '', id, ...rest] = path;
    const index = this.#indexes.get(collection);
    if (!index || rest.length > 0)
      throw new Problem(
        404,
        `There is nothing at this address; there are ${COLLECTIONS.join(', ')}.`,
      );
    return jsonReply(
      id === undefined
        ? this.#list(collection, index, parameters, origin)
        : this.#record(collection as CollectionName, id),
      // A withdrawn contribution must disappear at once.
      collection === WRITABLE_COLLECTION ? 'no-cache' : 'public, max-age=60',
    );
  }

  #list(
    collection: string,
    index: CollectionIndex<CollectionName>,
    parameters: URLSearchParams,
    origin: string,
  ): unknown {
    const query = parseQuery(parameters);
    const {items, total, facets} = index.find(query);
    const page = query.page ?? 1;
    const hasMore = page * (query.limit ?? DEFAULT_LIMIT) < total;
    const {attribution, contact} = this.#portal;
    return {
      version: '1',
      total,
      items: [...items],
      next: hasMore
        ? `${origin}${this.#base}/${collection}?${withPage(parameters, page + 1)}`
        : null,
      complete: false,
      facets: requestsFacets(query) ? facets : undefined,
      attribution,
      contact,
    };
  }

  #record(collection: CollectionName, id: string): unknown {
    const record = this.#portal[collection]?.find(each => String(each.id) === id);
    if (!record)
      throw new Problem(404, `There is no ${JSON.stringify(id)} among the ${collection}.`);
    return record;
  }
}

const requestsFacets = ({facets}: Query): boolean => facets !== undefined && facets.length > 0;

/** Returns the query string for another page of the same results. */
function withPage(parameters: URLSearchParams, page: number): string {
  const query = new URLSearchParams(parameters);
  query.set('page', String(page));
  return query.toString();
}

const jsonReply = (value: unknown, cache: string): Reply => ({
  status: 200,
  headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': cache},
  body: JSON.stringify(value),
});

/** Returns the value of `Allow` for an address of the API. */
export function allowedMethods(path: readonly string[]): string {
  return path.length === 1 && path[0] === WRITABLE_COLLECTION
    ? 'GET, HEAD, OPTIONS, POST'
    : 'GET, HEAD, OPTIONS';
}

export function preflight(path: readonly string[]): Reply {
  const Allow = allowedMethods(path);
  const headers: Record<string, string> = {Allow, 'Access-Control-Max-Age': '600'};
  if (Allow.includes('POST')) {
    headers['Access-Control-Allow-Methods'] = 'POST';
    headers['Access-Control-Allow-Headers'] = 'Idempotency-Key';
  }
  return {status: 204, headers};
}
