import {type BodyReader, jsonReader} from '../../client/request.js';
import {parseFields} from '../shared/rows/fields-attribute.js';
import {asCount} from '../shared/rows/json-access.js';
import {POST_FIELDS} from './posts.js';

/** Parameters removed from the given URL, because they are set for each request. */
const OWN_PARAMETERS = ['page', 'per_page', 'offset', '_embed', '_fields', '_envelope', '_jsonp'];

/**
 * Reader of the body and of the total in the `X-WP-Total` header. Pages of another origin can read the header only if
 * the site exposes it.
 */
export const siteReader: BodyReader = {
  name: 'wordpress',
  async read(response, url) {
    const {value, length} = await jsonReader.read(response, url);
    const total = Number(response.headers.get('x-wp-total') ?? NaN);
    return {value: {body: value, total: asCount(total)}, length};
  },
};

/** Collection of a site. */
export interface SiteCollection {
  /** Route of the REST API, such as `/wp/v2/posts`. */
  readonly route: string;
  /** Returns the URL of a route: as a path, or as the parameter `rest_route` if the site has no permalinks. */
  readonly urlOf: (route: string) => URL;
}

/** Returns the collection of a URL: the posts of a site or of its API, or one post type. */
export function parseCollectionUrl(sourceUrl: string): SiteCollection {
  const url = new URL(sourceUrl);
  for (const name of OWN_PARAMETERS) url.searchParams.delete(name);
  const restRoute = url.searchParams.get('rest_route');
  const [, root, path = ''] = /^(.*\/wp-json)(?:\/(.*?))?\/?$/.exec(url.pathname) ?? [];
  const base = root ?? `${url.pathname.replace(/\/+$/, '')}/wp-json`;
  const route = restRoute?.replace(/^\/|\/$/g, '') ?? path;
  return {
    route: /\/v\d+\/\w/.test(route) ? `/${route}` : '/wp/v2/posts',
    urlOf: route => {
      const target = new URL(url);
      if (restRoute === null) target.pathname = base + route;
      else target.searchParams.set('rest_route', route);
      return target;
    },
  };
}

/** Returns the parameters that select the fields of each post, including those named by the `fields` attribute. */
export function fieldParameters(fields: string): Readonly<Record<string, string>> {
  const paths = [...parseFields(fields, () => {}).values()].flat();
  const topLevelFields = paths.flatMap(path =>
    path.startsWith('"') ? [] : [path.split('.')[0] ?? ''],
  );
  return {
    _embed: 'wp:featuredmedia,wp:term',
    _fields: [...new Set([POST_FIELDS, ...topLevelFields])].join(','),
  };
}
