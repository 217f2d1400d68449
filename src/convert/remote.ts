import {HttpError} from '../data/errors.js';
import {type BodyReader, request} from '../data/request.js';
import {bytesReader} from '../data/sources/foreign/readers.js';
import {datasetOf} from '../data/sources/opendatasoft/dataset.js';
import {collectionOf, shapeOf, siteReader} from '../data/sources/wordpress/collection.js';
import {isObject} from '../data/shape.js';
import {realWorld} from '../data/world.js';
import type {Format} from './convert.js';

/** Timeout: a full export may take long. */
const LIMIT = 120_000;
/** Maximum page sizes of WordPress and The Events Calendar, and the maximum number of pages requested. */
const LONGEST = 100;
const LONGEST_EVENTS = 50;
const MOST_PAGES = 500;

async function get(address: string, reader: BodyReader): Promise<unknown> {
  const {signal} = new AbortController();
  const options = {signal, cache: 'no-store', limit: LIMIT, reader} as const;
  return (await request(realWorld, address, options)).value;
}

/**
 * Fetches a file, the full export of a dataset, or all posts of a site.
 *
 * @throws {LoadError}
 */
export async function bytesAt(
  address: string,
  format: Format,
  fields: string,
): Promise<Uint8Array> {
  if (format === 'wordpress' && !/\.json$/.test(new URL(address).pathname)) {
    const posts = await postsOf(address, fields);
    return new TextEncoder().encode(JSON.stringify(posts, null, 1));
  }
  const dataset = format === 'opendatasoft' ? datasetOf(address) : undefined;
  const file = dataset ? `${dataset.api}/exports/json?${dataset.own}` : address;
  return (await get(file, bytesReader(format))) as Uint8Array;
}

/** Fetches all posts of a site, or all events of its calendar, page by page. */
async function postsOf(address: string, fields: string): Promise<unknown> {
  const {route, addressOf} = collectionOf(address);
  const isEvents = route.startsWith('/tribe/events/');
  const shape = route.startsWith('/wp/v2/') ? shapeOf(fields) : {};
  const posts: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const asked = addressOf(route);
    const length = isEvents ? LONGEST_EVENTS : LONGEST;
    const parameters = {...shape, per_page: String(length), page: String(page)};
    for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
    const {body, total, isOver} = await pageAt(asked.href, page);
    const list = isObject(body) ? body['events'] : body;
    // Returned as it is; the WordPress reader reports it.
    if (!isOver && !Array.isArray(list)) return body;
    const found = isOver ? [] : (list as unknown[]);
    posts.push(...found);
    if (found.length === 0 || posts.length >= (total ?? Infinity)) break;
  }
  return isEvents ? {events: posts} : posts;
}

/** Fetches one page. Some sites return an error for the page after the last. */
async function pageAt(address: string, page: number) {
  try {
    const value = (await get(address, siteReader)) as {body: unknown; total: number | undefined};
    return {...value, isOver: false};
  } catch (error) {
    if (page > 1 && error instanceof HttpError && [400, 404].includes(error.status))
      return {body: undefined, total: undefined, isOver: true};
    throw error;
  }
}
