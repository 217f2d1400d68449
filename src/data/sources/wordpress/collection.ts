import {type BodyReader, jsonReader} from '../../request.js';
import {parseFields} from '../foreign/fields.js';
import {countOf} from '../foreign/reading.js';
import {POST_FIELDS} from './posts.js';

/** What is asked here, whatever the given address says. */
const ASKED = ['page', 'per_page', 'offset', '_embed', '_fields', '_envelope', '_jsonp'];

/** The body, and how many match by the header, which another origin's page sees only where it is exposed. */
export const siteReader: BodyReader = {
  name: 'wordpress',
  async read(response, url) {
    const {value, length} = await jsonReader.read(response, url);
    const total = Number(response.headers.get('x-wp-total') ?? NaN);
    return {value: {body: value, total: countOf(total)}, length};
  },
};

/** A collection of a site. */
export interface Collection {
  /** `/wp/v2/posts` */
  readonly route: string;
  /** The address of a route of the site: by its path, or by a parameter where the site has no such paths. */
  readonly addressOf: (route: string) => URL;
}

/** The collection that an address names: of a site its posts, of its API, or one type of records. */
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

/** The parameters that say what a site sends of each post; what a webmaster names in `fields` has to come too. */
export function shapeOf(fields: string): Readonly<Record<string, string>> {
  const paths = [...parseFields(fields, () => {}).values()].flat();
  const heads = paths.flatMap(path => (path.startsWith('"') ? [] : [path.split('.')[0] ?? '']));
  return {
    _embed: 'wp:featuredmedia,wp:term',
    _fields: [...new Set([POST_FIELDS, ...heads])].join(','),
  };
}
