import {dateSpan} from '../../model/period.js';
import type {Query} from '../../model/query.js';
import {SchemaError} from '../errors.js';
import {type BodyReader, jsonReader} from '../request.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import type {ServerKind, ServerPage, ServerQuestion} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {countOf} from './foreign/reading.js';
import {ForeignServer} from './foreign/server.js';
import {isoDay} from './foreign/time.js';
import {EVENT_DEFAULTS, POST_DEFAULTS, rowOf} from './wordpress/posts.js';

/** What the API gives at most in one page (REST API Handbook, "Pagination"). */
const LONGEST = 100;
/** What it answers for a page after the last. */
const PAST_THE_END = 400;

/** The body, and how many match by the header, which another origin's page sees only where it is exposed. */
const reader: BodyReader = {
  name: 'wordpress',
  async read(response, url) {
    const {value, length} = await jsonReader.read(response, url);
    const total = Number(response.headers.get('x-wp-total') ?? NaN);
    return {value: {body: value, total: countOf(total)}, length};
  },
};

/** The collection of a site that an address names: the site itself (its posts), its API, or one type of records. */
function collectionOf(address: string): URL {
  const url = new URL(address);
  const route = url.searchParams.get('rest_route');
  if (route !== null) {
    if (!/\/v\d+\/\w/.test(route)) url.searchParams.set('rest_route', '/wp/v2/posts');
    return url;
  }
  const [, root = url.pathname, path = ''] =
    /^(.*\/wp-json)(?:\/(.*?))?\/?$/.exec(url.pathname) ?? [];
  if (/^(?:[\w-]+\/)+v\d+\/[\w/-]+$/.test(path)) return url;
  const base = root.endsWith('/wp-json') ? root : `${root.replace(/\/+$/, '')}/wp-json`;
  url.pathname = `${base}/wp/v2/posts`;
  return url;
}

const isCalendar = ({pathname, searchParams}: URL): boolean =>
  /\/tribe\/events\/v\d\/events/.test(pathname + (searchParams.get('rest_route') ?? ''));

/** What of a question a site can do by itself. */
function can(part: keyof Query, {query, collection}: ServerQuestion, isEvents: boolean): boolean {
  if (part === 'q') return true;
  if (isEvents) return part === 'from' || part === 'to';
  // What is an event is about another time than when it was written.
  if (collection === 'events') return false;
  return part === 'sort' && (query.sort ?? '').endsWith('date');
}

function parametersOf({q, from, to, sort}: Query, isEvents: boolean): Record<string, string> {
  const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
  return {
    ...(q ? {search: q} : {}),
    ...(isEvents && first !== undefined ? {ends_after: isoDay(first)} : {}),
    ...(isEvents && last !== undefined ? {starts_before: `${isoDay(last)} 23:59:59`} : {}),
    ...(sort ? {orderby: 'date', order: sort.startsWith('-') ? 'desc' : 'asc'} : {}),
    ...(isEvents ? {} : {_embed: 'wp:featuredmedia,wp:term'}),
  };
}

/** @throws {SchemaError} when the answer is none of the API. */
function page(answer: unknown, address: string): ServerPage {
  const {body, total} = isObject(answer) ? answer : {};
  const events = isObject(body) ? body['events'] : undefined;
  const posts = Array.isArray(body) ? body : events;
  if (!Array.isArray(posts))
    throw new SchemaError(address, 'expected a list of posts from the REST API of WordPress');
  const rows = posts.map(rowOf);
  return {rows, total: countOf(total) ?? countOf(isObject(body) ? body['total'] : undefined)};
}

/** The posts, pages or records of a type of a WordPress site, or the events of The Events Calendar. */
export function open(opening: Opening): PortalSource {
  const url = collectionOf(opening.address);
  const isEvents = isCalendar(url);
  const kind: ServerKind = {
    longest: isEvents ? 50 : LONGEST,
    isNumbered: true,
    endsWith: PAST_THE_END,
    reader,
    defaults: collection => {
      if (isEvents) return EVENT_DEFAULTS;
      // When a post was written is not when it takes place: for a calendar the webmaster says where that stands.
      return collection === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
    },
    can: (part, question) => can(part, question, isEvents),
    address: ({query}, {offset, limit}) => {
      const asked = new URL(url);
      const parameters = {
        ...parametersOf(query, isEvents),
        per_page: String(limit),
        page: String(Math.floor(offset / limit) + 1),
      };
      for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
      return asked.href;
    },
    page,
  };
  return new ForeignServer(opening, () => kind);
}
