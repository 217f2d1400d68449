import {HttpError, LoadError} from '../../data/client/errors.js';
import {type BodyReader, request, defaultEnvironment} from '../../data/client/request.js';
import {bytesReader} from '../../data/sources/shared/files/file-reader.js';
import {parseDatasetUrl} from '../../data/sources/opendatasoft/dataset.js';
import {
  parseCollectionUrl,
  fieldParameters,
  siteReader,
} from '../../data/sources/wordpress/wordpress.js';
import {isObject} from '../../model/schemas/schema-builder.js';
import type {InputFormat} from './convert.js';

/** Timeout: a full export may take long. */
const TIMEOUT_MS = 120_000;
/** Maximum page sizes of WordPress and The Events Calendar, and the maximum number of pages requested. */
const POSTS_PER_PAGE = 100;
const EVENTS_PER_PAGE = 50;
const MAX_PAGES = 500;

/**
 * Fetches a resource once, without the caches of the browser client. Redirects are followed; one from https to http is
 * refused, as in browsers: it leads to whom no certificate names, also on this machine and in its network.
 *
 * @throws {LoadError}
 */
export async function fetchBody(url: string, reader: BodyReader): Promise<unknown> {
  const {signal} = new AbortController();
  const checked: BodyReader = {
    ...reader,
    check(response) {
      if (/^https:/i.test(url) && /^http:/i.test(response.url))
        throw new LoadError(
          'unsupported',
          url,
          `it redirects to ${response.url}, which is not https`,
        );
      reader.check?.(response, url);
    },
  };
  const options = {signal, cache: 'no-store', timeoutMs: TIMEOUT_MS, reader: checked} as const;
  return (await request(defaultEnvironment, url, options)).value;
}

/**
 * Fetches a file, the full export of a dataset, or all posts of a site.
 *
 * @throws {LoadError}
 */
export async function fetchInput(
  url: string,
  format: InputFormat,
  fields: string,
): Promise<Uint8Array> {
  if (format === 'wordpress' && !/\.json$/.test(new URL(url).pathname)) {
    const posts = await fetchPosts(url, fields);
    return new TextEncoder().encode(JSON.stringify(posts, null, 1));
  }
  const dataset = format === 'opendatasoft' ? parseDatasetUrl(url) : undefined;
  const fileUrl = dataset ? `${dataset.apiUrl}/exports/json?${dataset.fixedParameters}` : url;
  return (await fetchBody(fileUrl, bytesReader(format))) as Uint8Array;
}

/** Fetches all posts of a site, or all events of its calendar, page by page. */
async function fetchPosts(siteUrl: string, fields: string): Promise<unknown> {
  const {route, urlOf: addressOf} = parseCollectionUrl(siteUrl);
  const isEvents = route.startsWith('/tribe/events/');
  const shape = route.startsWith('/wp/v2/') ? fieldParameters(fields) : {};
  const posts: unknown[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const url = addressOf(route);
    const pageSize = isEvents ? EVENTS_PER_PAGE : POSTS_PER_PAGE;
    const parameters = {...shape, per_page: String(pageSize), page: String(page)};
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const {body, total, isOver} = await fetchPage(url.href, page);
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
async function fetchPage(url: string, page: number) {
  try {
    const value = (await fetchBody(url, siteReader)) as {body: unknown; total: number | undefined};
    return {...value, isOver: false};
  } catch (error) {
    if (page > 1 && error instanceof HttpError && [400, 404].includes(error.status))
      return {body: undefined, total: undefined, isOver: true};
    throw error;
  }
}
