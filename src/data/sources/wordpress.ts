import {dateSpan} from '../../model/period.js';
import type {Query} from '../../model/query.js';
import {SchemaError} from '../errors.js';
import {jsonReader} from '../request.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import type {ServerKind, ServerQuestion} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {countOf} from './foreign/reading.js';
import {ForeignServer} from './foreign/server.js';
import {isoDay, timesOf} from './foreign/time.js';
import {collectionOf, shapeOf, siteReader as reader} from './wordpress/collection.js';
import {decodeReferences} from './wordpress/plain-text.js';
import {categoriesOf, EVENT_DEFAULTS, POST_DEFAULTS, rowsOf} from './wordpress/posts.js';

/** Maximum page size of the API (REST API Handbook, "Pagination"). */
const LONGEST = 100;

/** Returns true if the site can apply a part of a query to its posts. */
function canOfPosts(
  part: keyof Query,
  question: ServerQuestion,
  categories: ReadonlyMap<string, unknown>,
): boolean {
  const {field, query, collection} = question;
  if (part === 'q') return true;
  // The dates of an event differ from the date of its post.
  const isDated =
    collection !== 'events' &&
    timesOf(question, time => time)?.start.path === POST_DEFAULTS['date'];
  if (part === 'from' || part === 'to') return isDated;
  if (part === 'sort')
    return query.sort?.endsWith('title')
      ? field('title')?.path === POST_DEFAULTS['title']
      : isDated;
  // Categories are requested by id, which is known from posts loaded earlier.
  const isCategory = part === 'theme' && field('themes')?.path === POST_DEFAULTS['themes'];
  return isCategory && !!query.theme?.every(name => categories.has(name));
}

function parametersOfPosts(
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

function parametersOfEvents({q, from, to}: Query): Record<string, string> {
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
function entriesOf(answer: unknown, address: string) {
  const {body, total} = isObject(answer) ? answer : {};
  const entries = Array.isArray(body) ? body : isObject(body) ? body['events'] : undefined;
  if (!Array.isArray(entries))
    throw new SchemaError(address, 'expected a list of posts from the REST API of WordPress');
  const said = isObject(body) ? body['total'] : undefined;
  return {entries: entries as unknown[], total: countOf(total) ?? countOf(said)};
}

/** Reads the name and URL of a site. */
function envelopeOf(body: unknown): Envelope {
  const {name, home, url} = isObject(body) ? body : {};
  const text = typeof name === 'string' && name !== '' ? decodeReferences(name) : undefined;
  return parseEnvelope({attribution: {text, url: home ?? url}}).value ?? {};
}

/** Opens the posts, pages or custom post types of a WordPress site, or the events of The Events Calendar. */
export function open(opening: Opening): PortalSource {
  const {route, addressOf} = collectionOf(opening.address);
  const isEvents = route.startsWith('/tribe/events/');
  const isPosts = route.startsWith('/wp/v2/');
  /** Ids of the categories seen so far, by name. */
  const categories = new Map<string, unknown>();
  const shape = shapeOf(opening.fields);
  const kind: ServerKind = {
    longest: isEvents ? 50 : LONGEST,
    isNumbered: true,
    reader,
    defaults: collection => {
      if (isEvents) return EVENT_DEFAULTS;
      // The date of a post is not that of the event: the `fields` attribute must name the event's date.
      return collection === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
    },
    about: async get => {
      // Without `_fields` the response would list all routes of the site.
      const root = addressOf('/');
      root.searchParams.set('_fields', 'name,home,url');
      return envelopeOf(await get(root.href, jsonReader));
    },
    can: (part, question) =>
      isPosts
        ? canOfPosts(part, question, categories)
        : part === 'q' || (isEvents && (part === 'from' || part === 'to')),
    address: ({query}, {offset, limit}) => {
      const asked = addressOf(route);
      const parameters = {
        ...(isPosts
          ? {...shape, ...parametersOfPosts(query, categories)}
          : parametersOfEvents(query)),
        per_page: String(limit),
        page: String(Math.floor(offset / limit) + 1),
      };
      for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
      return asked.href;
    },
    page: (body, from) => {
      const {entries, total} = entriesOf(body, from);
      for (const [name, id] of entries.flatMap(categoriesOf)) categories.set(name, id);
      // A post that asks for a password is no row, and has its position all the same.
      return {rows: entries.map(post => rowsOf(post, from)[0]), total};
    },
  };
  return new ForeignServer(opening, () => kind);
}
