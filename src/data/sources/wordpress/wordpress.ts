import {dateSpan} from '../../../model/time/period.js';
import {SchemaError} from '../../client/errors.js';
import {jsonReader, type BodyReader} from '../../client/request.js';
import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {parseEnvelope} from '../../validation.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {
  parametersOf,
  type ServerAdapter,
  type ServerFilters,
  type ServerQuery,
} from '../shared/servers/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount} from '../shared/rows/json-access.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {dayParameter, timeFieldsOf} from '../shared/rows/comparable-fields.js';
import {decodeReferences} from '../shared/readers/plain-text.js';
import {categoriesOf, EVENT_DEFAULTS, POST_DEFAULTS, rowsOf, POST_FIELDS} from './posts.js';
import {parseFields} from '../shared/rows/fields-attribute.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

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

interface SiteCollection {
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

/** Maximum page size of the API (REST API Handbook, "Pagination"). */
const MAX_PAGE_SIZE = 100;

/** Parameters of every route, including routes of plugins. */
const COMMON_FILTERS: ServerFilters = {q: ({query: {q = ''}}) => [['search', q]]};

/** Parameters of The Events Calendar. */
const EVENT_FILTERS: ServerFilters = {
  ...COMMON_FILTERS,
  from: ({query: {from}}) => dayParameter('ends_after', dateSpan(from)?.first),
  to: ({query: {to}}) => dayParameter('starts_before', dateSpan(to)?.last, ' 23:59:59'),
};

/** Returns true if records have the dates of their posts, which are not the dates of events. */
const isDated = (serverQuery: ServerQuery): boolean =>
  serverQuery.collection !== 'events' &&
  timeFieldsOf(serverQuery, time => time)?.start.path === POST_DEFAULTS['date'];

/**
 * Returns the parameters of posts (REST API Handbook, "Posts").
 *
 * @param categories Ids of categories by name, known from posts loaded earlier.
 */
const postFilters = (categories: ReadonlyMap<string, unknown>): ServerFilters => ({
  ...COMMON_FILTERS,
  // `after` and `before` exclude the bound itself.
  from: serverQuery =>
    isDated(serverQuery)
      ? dayParameter('after', dateSpan(serverQuery.query.from)?.first, 'T23:59:59', -1)
      : undefined,
  to: serverQuery =>
    isDated(serverQuery)
      ? dayParameter('before', dateSpan(serverQuery.query.to)?.last, 'T00:00:00', 1)
      : undefined,
  theme: ({query: {theme = []}, field}) =>
    field('themes')?.path === POST_DEFAULTS['themes'] && theme.every(name => categories.has(name))
      ? [['categories', theme.map(name => String(categories.get(name))).join(',')]]
      : undefined,
  sort: serverQuery => {
    const {sort = ''} = serverQuery.query;
    const isByTitle = sort.endsWith('title');
    const isSupported = isByTitle
      ? serverQuery.field('title')?.path === POST_DEFAULTS['title']
      : isDated(serverQuery);
    return isSupported
      ? [
          ['orderby', isByTitle ? 'title' : 'date'],
          ['order', sort.startsWith('-') ? 'desc' : 'asc'],
        ]
      : undefined;
  },
});

export const filters = postFilters(new Map());

/**
 * Returns posts or events, and their total number.
 *
 * @throws {SchemaError} if the response does not come from the API.
 */
function parseEntries(response: unknown, url: string) {
  const {body, total} = isObject(response) ? response : {};
  const entries = Array.isArray(body) ? body : isObject(body) ? body['events'] : undefined;
  if (!Array.isArray(entries))
    throw new SchemaError(url, 'expected a list of posts from the REST API of WordPress');
  const bodyTotal = isObject(body) ? body['total'] : undefined;
  return {entries: entries as unknown[], total: asCount(total) ?? asCount(bodyTotal)};
}

/** Reads the name and URL of a site. */
function parseEnvelopeOf(body: unknown): Envelope {
  const {name, home, url} = isObject(body) ? body : {};
  const text = typeof name === 'string' && name !== '' ? decodeReferences(name) : undefined;
  return parseEnvelope({attribution: {text, url: home ?? url}}).value ?? {};
}

/** Opens the posts, pages or custom post types of a WordPress site, or the events of The Events Calendar. */
export function open(options: SourceOptions): PortalSource {
  const {route, urlOf: addressOf} = parseCollectionUrl(options.url);
  const isEvents = route.startsWith('/tribe/events/');
  const isPosts = route.startsWith('/wp/v2/');
  /** Ids of the categories seen so far, by name. */
  const categories = new Map<string, unknown>();
  const fieldSelection = Object.entries(isPosts ? fieldParameters(options.fields) : {});
  const ownFilters = isPosts ? postFilters(categories) : isEvents ? EVENT_FILTERS : COMMON_FILTERS;
  const adapter: ServerAdapter = {
    maxPageSize: isEvents ? 50 : MAX_PAGE_SIZE,
    hasPageNumbers: true,
    reader: siteReader,
    defaults: collection => {
      if (isEvents) return EVENT_DEFAULTS;
      // A post is not dated by its event: the `fields` attribute must name the event's date.
      return collection === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
    },
    fetchEnvelope: async get => {
      // Without `_fields` the response would list all routes of the site.
      const root = addressOf('/');
      root.searchParams.set('_fields', 'name,home,url');
      return parseEnvelopeOf(await get(root.href, jsonReader));
    },
    filters: ownFilters,
    pageUrl: (serverQuery, {offset, limit}) => {
      const url = addressOf(route);
      const parameters = [
        ...fieldSelection,
        ...parametersOf(ownFilters, serverQuery),
        ['per_page', String(limit)],
        ['page', String(Math.floor(offset / limit) + 1)],
      ] as const;
      for (const [name, value] of parameters) url.searchParams.set(name, value);
      return url.href;
    },
    recordUrl: id => {
      const url = addressOf(`${route}/${encodeUrlPart(id)}`);
      for (const [name, value] of fieldSelection) url.searchParams.set(name, value);
      return url.href;
    },
    parseRecord: (body, url) => ({rows: rowsOf(isObject(body) ? body['body'] : body, url)}),
    parsePage: (body, pageUrl) => {
      const {entries, total} = parseEntries(body, pageUrl);
      for (const [name, id] of entries.flatMap(categoriesOf)) categories.set(name, id);
      // A post that asks for a password is no row, and has its position all the same.
      return {rows: entries.map(post => rowsOf(post, pageUrl)[0]), total};
    },
  };
  return new ForeignServer(options, () => adapter);
}
