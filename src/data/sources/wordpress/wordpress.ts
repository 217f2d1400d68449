import {dateSpan, isoDay} from '../../../model/period.js';
import type {Query} from '../../../model/query.js';
import {SchemaError} from '../../client/errors.js';
import {jsonReader} from '../../client/request.js';
import type {Envelope} from '../../../model/envelope.js';
import {parseEnvelope} from '../../validation/parse.js';
import {isObject} from '../../../model/schema-builder.js';
import type {PortalSource} from '../../source.js';
import type {ServerAdapter, ServerQuery} from '../shared/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount} from '../shared/json-access.js';
import {ForeignServer} from '../shared/foreign-server.js';
import {timeFieldsOf} from '../shared/time-fields.js';
import {parseCollectionUrl, fieldParameters, siteReader as reader} from './collection.js';
import {decodeReferences} from './plain-text.js';
import {categoriesOf, EVENT_DEFAULTS, POST_DEFAULTS, rowsOf} from './posts.js';

/** Maximum page size of the API (REST API Handbook, "Pagination"). */
const MAX_PAGE_SIZE = 100;

/** Returns true if the site can apply a part of a query to its posts. */
function supportsForPosts(
  part: keyof Query,
  serverQuery: ServerQuery,
  categories: ReadonlyMap<string, unknown>,
): boolean {
  const {field, query, collection} = serverQuery;
  if (part === 'q') return true;
  // The dates of an event differ from the date of its post.
  const isDated =
    collection !== 'events' &&
    timeFieldsOf(serverQuery, time => time)?.start.path === POST_DEFAULTS['date'];
  if (part === 'from' || part === 'to') return isDated;
  if (part === 'sort')
    return query.sort?.endsWith('title')
      ? field('title')?.path === POST_DEFAULTS['title']
      : isDated;
  // Categories are requested by id, which is known from posts loaded earlier.
  const isCategory = part === 'theme' && field('themes')?.path === POST_DEFAULTS['themes'];
  return isCategory && !!query.theme?.every(name => categories.has(name));
}

function postParameters(
  {q, from, to, sort, theme}: Query,
  categories: ReadonlyMap<string, unknown>,
): Record<string, string> {
  const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
  return {
    ...(q ? {search: q} : {}),
    // `after` and `before` exclude the bound itself.
    ...(first === undefined ? {} : {after: `${isoDay(first - 1)}T23:59:59`}),
    ...(last === undefined ? {} : {before: `${isoDay(last + 1)}T00:00:00`}),
    ...(theme && {categories: theme.map(name => String(categories.get(name))).join(',')}),
    ...(sort && {
      orderby: sort.endsWith('title') ? 'title' : 'date',
      order: sort.startsWith('-') ? 'desc' : 'asc',
    }),
  };
}

function eventParameters({q, from, to}: Query): Record<string, string> {
  const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
  return {
    ...(q ? {search: q} : {}),
    ...(first === undefined ? {} : {ends_after: isoDay(first)}),
    ...(last === undefined ? {} : {starts_before: `${isoDay(last)} 23:59:59`}),
  };
}

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
  const commonParameters = fieldParameters(options.fields);
  const adapter: ServerAdapter = {
    maxPageSize: isEvents ? 50 : MAX_PAGE_SIZE,
    hasPageNumbers: true,
    reader,
    defaults: collection => {
      if (isEvents) return EVENT_DEFAULTS;
      // The date of a post is not that of the event: the `fields` attribute must name the event's date.
      return collection === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
    },
    fetchEnvelope: async get => {
      // Without `_fields` the response would list all routes of the site.
      const root = addressOf('/');
      root.searchParams.set('_fields', 'name,home,url');
      return parseEnvelopeOf(await get(root.href, jsonReader));
    },
    supports: (part, serverQuery) =>
      isPosts
        ? supportsForPosts(part, serverQuery, categories)
        : part === 'q' || (isEvents && (part === 'from' || part === 'to')),
    pageUrl: ({query}, {offset, limit}) => {
      const url = addressOf(route);
      const parameters = {
        ...(isPosts
          ? {...commonParameters, ...postParameters(query, categories)}
          : eventParameters(query)),
        per_page: String(limit),
        page: String(Math.floor(offset / limit) + 1),
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    parsePage: (body, pageUrl) => {
      const {entries, total} = parseEntries(body, pageUrl);
      for (const [name, id] of entries.flatMap(categoriesOf)) categories.set(name, id);
      // A post that asks for a password is no row, and has its position all the same.
      return {rows: entries.map(post => rowsOf(post, pageUrl)[0]), total};
    },
  };
  return new ForeignServer(options, () => adapter);
}
