import {DEFAULT_LIMIT, type Query} from '../../../src/model/query.js';
import {ArrayRecordList} from '../../../src/model/collection/record-list.js';
import {
  COLLECTIONS,
  type CollectionName,
  type Contribution,
  type PortalRecord,
} from '../../../src/model/records.js';
import {type Relations, createRelations} from '../../../src/model/relations.js';
import {CollectionIndex} from '../../../src/model/collection/collection-index.js';
import {type PortalData, withPublishedContributions, withBaseUrl} from './portal-document.js';
import {Problem} from '../http/problem.js';
import {Body, BodyCache} from '../http/body.js';
import {parseQuery} from './parse-query.js';
import type {Reply} from '../http/reply.js';

/** Size of the cache of responses, in bytes. */
const CACHE_BYTES = 32_000_000;

/** The only collection that accepts POST. */
const WRITABLE_COLLECTION: CollectionName = 'contributions';

/** Serves one portal through version 1 of the portal API: `{base}/{collection}` and `{base}/{collection}/{id}`. */
export class PortalApi {
  readonly #base: string;
  #portal: PortalData;
  readonly #relations: Relations;
  readonly #indexes: Map<string, CollectionIndex<CollectionName>>;
  /** Records by id, for each collection that was asked for one. */
  readonly #byId = new Map<CollectionName, ReadonlyMap<string, PortalRecord>>();
  /** Responses by collection, query and origin. */
  readonly #responses = new BodyCache(CACHE_BYTES);
  /** Number of the published contributions' version, part of the keys of their responses. */
  #version = 0;

  /** @param base Path of the API, such as `/api`. */
  constructor(base: string, portal: PortalData) {
    this.#base = base;
    this.#portal = withBaseUrl(`${base}/`, withPublishedContributions(portal));
    const {portals = [], projects = [], programmes = []} = this.#portal;
    this.#relations = createRelations(portals, projects, programmes);
    this.#indexes = new Map(COLLECTIONS.map(name => [name, this.#createIndex(name)]));
  }

  /** Returns true for the name of a collection. */
  has(name: string): boolean {
    return this.#indexes.has(name);
  }

  /** Replaces the published contributions. */
  setContributions(contributions: readonly Contribution[]): void {
    this.#portal = {
      ...this.#portal,
      contributions: withBaseUrl(`${this.#base}/`, contributions),
    };
    this.#indexes.set(WRITABLE_COLLECTION, this.#createIndex(WRITABLE_COLLECTION));
    this.#byId.delete(WRITABLE_COLLECTION);
    this.#version++;
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
    // A withdrawn contribution must disappear at once.
    const isWritable = collection === WRITABLE_COLLECTION;
    const cacheControl = isWritable ? 'no-cache' : 'public, max-age=60';
    if (id !== undefined)
      return jsonReply(
        new Body(JSON.stringify(this.#record(collection as CollectionName, id))),
        cacheControl,
      );
    const key = `${isWritable ? this.#version : ''} ${origin} ${collection}?${parameters.toString()}`;
    const body =
      this.#responses.get(key) ??
      this.#responses.set(
        key,
        new Body(JSON.stringify(this.#list(collection, index, parameters, origin))),
      );
    return jsonReply(body, cacheControl);
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
    let records = this.#byId.get(collection);
    if (!records) {
      // Of records with the same id, the first is found.
      records = new Map(
        [...(this.#portal[collection] ?? [])].reverse().map(r => [String(r.id), r]),
      );
      this.#byId.set(collection, records);
    }
    const record = records.get(id);
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

const jsonReply = (body: Body, cacheControl: string): Reply => ({
  status: 200,
  headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': cacheControl},
  body,
});

/**
 * Returns the value of `Allow` for an address of the API.
 *
 * @param accepts True if contributions are accepted.
 */
export const allowedMethods = (path: readonly string[], accepts: boolean): string =>
  accepts && path.length === 1 && path[0] === WRITABLE_COLLECTION
    ? 'GET, HEAD, OPTIONS, POST'
    : 'GET, HEAD, OPTIONS';

export function preflight(path: readonly string[], accepts: boolean): Reply {
  const Allow = allowedMethods(path, accepts);
  const headers: Record<string, string> = {Allow, 'Access-Control-Max-Age': '600'};
  if (Allow.includes('POST')) {
    headers['Access-Control-Allow-Methods'] = 'POST';
    headers['Access-Control-Allow-Headers'] = 'Idempotency-Key';
  }
  return {status: 204, headers};
}
