import {DEFAULT_LIMIT, type Query} from '../../src/model/query.js';
import {WholeList} from '../../src/model/record-list.js';
import {COLLECTIONS, type CollectionName, type Contribution} from '../../src/model/records.js';
import {type Relations, relationsOf} from '../../src/model/relations.js';
import {Shelf} from '../../src/model/shelf.js';
import {type PortalDocument, publicPart, withAddressesFrom} from './portal-document.js';
import {Problem} from './problem.js';
import {readQuery} from './query.js';
import type {Reply} from './reply.js';

/** The only collection that accepts POST. */
const WRITABLE: CollectionName = 'contributions';

/** Serves one portal through version 1 of the portal API: `{base}/{collection}` and `{base}/{collection}/{id}`. */
export class PortalApi {
  readonly #base: string;
  #portal: PortalDocument;
  readonly #relations: Relations;
  readonly #shelves: Map<string, Shelf<CollectionName>>;

  /** @param base Path of the API, such as `/api`. */
  constructor(base: string, portal: PortalDocument) {
    this.#base = base;
    this.#portal = withAddressesFrom(`${base}/`, publicPart(portal));
    const {portals = [], projects = [], programmes = []} = this.#portal;
    this.#relations = relationsOf(portals, projects, programmes);
    this.#shelves = new Map(COLLECTIONS.map(name => [name, this.#shelve(name)]));
  }

  /** Replaces the published contributions. */
  setContributions(contributions: readonly Contribution[]): void {
    this.#portal = {
      ...this.#portal,
      contributions: withAddressesFrom(`${this.#base}/`, contributions),
    };
    this.#shelves.set(WRITABLE, this.#shelve(WRITABLE));
  }

  #shelve(name: CollectionName): Shelf<CollectionName> {
    return new Shelf(name, new WholeList(this.#portal[name] ?? []), this.#relations);
  }

  /**
   * Responds to a GET or HEAD request.
   *
   * @param path Decoded path segments after the base.
   * @throws {Problem} 404 if the collection or record does not exist, 400 if the query is invalid.
   */
  answer(path: readonly string[], parameters: URLSearchParams, origin: string): Reply {
    const [collection = '', id, ...rest] = path;
    const shelf = this.#shelves.get(collection);
    if (!shelf || rest.length > 0)
      throw new Problem(
        404,
        `There is nothing at this address; there are ${COLLECTIONS.join(', ')}.`,
      );
    return json(
      id === undefined
        ? this.#list(collection, shelf, parameters, origin)
        : this.#record(collection as CollectionName, id),
      // A withdrawn contribution must disappear at once.
      collection === WRITABLE ? 'no-cache' : 'public, max-age=60',
    );
  }

  #list(
    collection: string,
    shelf: Shelf<CollectionName>,
    parameters: URLSearchParams,
    origin: string,
  ): unknown {
    const query = readQuery(parameters);
    const {items, total, facets} = shelf.find(query);
    const page = query.page ?? 1;
    const more = page * (query.limit ?? DEFAULT_LIMIT) < total;
    const {attribution, contact} = this.#portal;
    return {
      version: '1',
      total,
      items: [...items],
      next: more ? `${origin}${this.#base}/${collection}?${pageOf(parameters, page + 1)}` : null,
      complete: false,
      facets: asksForFacets(query) ? facets : undefined,
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

const asksForFacets = ({facets}: Query): boolean => facets !== undefined && facets.length > 0;

/** Returns the query string for another page of the same results. */
function pageOf(parameters: URLSearchParams, page: number): string {
  const others = new URLSearchParams(parameters);
  others.set('page', String(page));
  return others.toString();
}

const json = (value: unknown, cache: string): Reply => ({
  status: 200,
  headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': cache},
  body: JSON.stringify(value),
});

/** Returns the value of `Allow` for an address of the API. */
export function allowedMethods(path: readonly string[]): string {
  return path.length === 1 && path[0] === WRITABLE
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
