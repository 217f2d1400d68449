import {type BodyReader, jsonReader} from '../../request.js';
import {parseFields} from '../foreign/fields.js';
import {countOf} from '../foreign/reading.js';
import {POST_FIELDS} from './posts.js';

/** Parameters removed from the given URL, because they are set for each request. */
const ASKED = ['page', 'per_page', 'offset', '_embed', '_fields', '_envelope', '_jsonp'];

/**
 * Reader of the body and of the total in the `X-WP-Total` header. Pages of another origin can read the header only if
 * the site exposes it.
 */
export const siteReader: BodyReader = {
  name: 'wordpress',
  async read(response, url) {
    const {value, length} = await jsonReader.read(response, url);
    const total = Number(response.headers.get('x-wp-total') ?? NaN);
    return {value: {body: value, total: countOf(total)}, length};
  },
};

/** Collection of a site. */
export interface Collection {
  /** Route of the REST API, such as `/wp/v2/posts`. */
  readonly route: string;
  /** Returns the URL of a route: as a path, or as the parameter `rest_route` if the site has no permalinks. */
  readonly addressOf: (route: string) => URL;
}

/** Returns the collection of a URL: the posts of a site or of its API, or one post type. */
export function collectionOf(address: string): Collection {
  const url = new URL(address);
  for (const name of ASKED) url.searchParams.delete(name);
  const given = url.searchParams.get('rest_route');
  const [, root, path = ''] = /^(.*\/wp-json)(?:\/(.*?))?\/?$/.exec(url.pathname) ?? [];
  const base = root ?? `${url.pathname.replace(/\/+$/, '')}/wp-json`;
  const named = given?.replace(/^\/|\/$/g, '') ?? path;
  return {
    route: /\/v\d+\/\w/.test(named) ? `/${named}` : '/wp/v2/posts',
    addressOf: route => {
      const asked = new URL(url);
      if (given === null) asked.pathname = base + route;
      else asked.searchParams.set('rest_route', route);
      return asked;
    },
  };
}

/** Returns the parameters that select the fields of each post, including those named by the `fields` attribute. */
export function shapeOf(fields: string): Readonly<Record<string, string>> {
  const paths = [...parseFields(fields, () => {}).values()].flat();
  const heads = paths.flatMap(path => (path.startsWith('"') ? [] : [path.split('.')[0] ?? '']));
  return {
    _embed: 'wp:featuredmedia,wp:term',
    _fields: [...new Set([POST_FIELDS, ...heads])].join(','),
  };
}
