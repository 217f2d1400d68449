import {dateSpan, parseDate, overlaps} from '../../../model/time/period.js';
import {SchemaError} from '../../client/errors.js';
import {jsonReader} from '../../client/request.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {ForeignFile} from '../shared/files/foreign-file.js';
import {
  parametersOf,
  type ServerAdapter,
  type ServerFilters,
  type ServerPage,
  type ServerQuery,
} from '../shared/servers/server-adapter.js';
import {dayParameter} from '../shared/rows/comparable-fields.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount} from '../shared/rows/json-access.js';
import {FILE_TIMEOUT_MS} from '../shared/files/file-reader.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {encodeUrlPart} from '../../../model/url-parts.js';
import type {Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import type {FieldDefaults, ForeignRecord} from '../shared/rows/foreign-record.js';
import type {Row} from '../shared/rows/foreign-rows.js';

/** Start and end of one occurrence. */
interface Timing {
  readonly begin?: unknown;
  readonly end?: unknown;
}

/** Default paths of our fields in the rows made by `rowsOf`. */
const DEFAULTS: FieldDefaults = {
  id: 'occurrence',
  title: 'title | title_fr',
  description: 'description | description_fr',
  url: 'link',
  image: 'picture',
  geo: 'location_coordinates | location',
  place: 'location.name | location_name',
  commune: 'location.city | location_city',
  insee: 'location.insee | location_insee',
  tags: 'words',
  start: 'timing.begin',
  end: 'timing.end',
  timezone: 'timezone | location.timezone',
  status: 'state_word',
};

/** Numeric codes of the API (OpenAgenda developers, "event status"). */
const STATUSES: Readonly<Record<number, string>> = {
  2: 'rescheduled',
  3: 'movedOnline',
  4: 'postponed',
  5: 'full',
  6: 'cancelled',
};

/** Returns an array, parsed from JSON if it is a string, as in exports. */
function asArray(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return Array.isArray(value) ? value : [];
  try {
    return asArray(JSON.parse(value) as unknown);
  } catch {
    return [];
  }
}

/** Returns the occurrences of an event, or one from its first or next timing if that is all the data has. */
function occurrencesOf(event: ForeignRecord): readonly Timing[] {
  const timings = asArray(event['timings']).filter(isObject);
  if (timings.length > 0) return timings;
  const {nextTiming, firstTiming, lastTiming} = event;
  const firstOrNext = [nextTiming ?? firstTiming ?? lastTiming].filter(isObject);
  if (firstOrNext.length > 0) return firstOrNext;
  const begin = event['firstdate_begin'];
  return begin ? [{begin, end: event['firstdate_end']}] : [];
}

/** Returns the period from the first occurrence of an event to its last. */
function fullPeriodOf(event: ForeignRecord): Timing | undefined {
  const timings = occurrencesOf(event);
  const begin = (event['firstTiming'] as Timing | undefined)?.begin ?? event['firstdate_begin'];
  const end = (event['lastTiming'] as Timing | undefined)?.end ?? event['lastdate_end'];
  const [first] = timings;
  return first && {begin: begin ?? first.begin, end: end ?? timings.at(-1)?.end};
}

/** Returns a timing from midnight to midnight, in which the API stores whole days, as days, or as the year that they are. */
function withoutHours(timing: Timing): Timing {
  const [, begin, year = ''] = /^((\d{4})-\d\d-\d\d)T00:00/.exec(String(timing.begin)) ?? [];
  const [, end] = /^(\d{4}-\d\d-\d\d)T23:59/.exec(String(timing.end)) ?? [];
  if (!begin || !end) return timing;
  return begin === `${year}-01-01` && end === `${year}-12-31`
    ? {begin: year, end: year}
    : {begin, end};
}

/** Returns true if an occurrence overlaps the period of a query. One with unreadable dates is kept. */
function overlapsQuery({begin, end}: Timing, {from, to}: Query): boolean {
  const [start, last] = [begin, end ?? begin].map(date => parseDate(String(date)));
  if (!start || !last) return true;
  const span = {
    first: dateSpan(from)?.first ?? -Infinity,
    last: dateSpan(to)?.last ?? Infinity,
  };
  return overlaps({first: start.first, last: last.last}, span);
}

/** Returns the URL of an image: `base` and `filename` joined. */
function imageUrlOf({image, thumbnail}: ForeignRecord): unknown {
  if (!isObject(image)) return image ?? thumbnail;
  const {base, filename} = image;
  return typeof base === 'string' && typeof filename === 'string' ? base + filename : undefined;
}

/** Returns the keywords in one language, preferably French. */
function keywordsOf({keywords, keywords_fr: french}: ForeignRecord): unknown {
  if (!isObject(keywords)) return keywords ?? french;
  return keywords['fr'] ?? Object.values(keywords)[0];
}

/** Returns the page of an event on openagenda.com, if its URL is known. */
function linkOf(event: ForeignRecord): unknown {
  const givenLink = event['canonicalUrl'] ?? event['canonicalurl'] ?? event['link'];
  if (givenLink) return givenLink;
  const agenda = isObject(event['originAgenda']) ? event['originAgenda']['slug'] : undefined;
  const {slug} = event;
  return typeof agenda === 'string' && typeof slug === 'string'
    ? `https://openagenda.com/${encodeUrlPart(agenda)}/events/${encodeUrlPart(slug)}`
    : event['onlineAccessLink'];
}

/**
 * Returns the rows of an event. For the collection `events`, one per occurrence within the period of the query;
 * otherwise one, from the first occurrence to the last.
 */
function rowsOf(event: unknown, collection: CollectionName, query: Query): Row[] {
  if (!isObject(event)) return [{fields: {}}];
  const id = event['uid'] ?? event['slug'];
  const fields = {
    ...event,
    // An agenda may have a custom field of the same name, with numeric option ids.
    type: typeof event['type'] === 'string' ? event['type'] : undefined,
    picture: imageUrlOf(event),
    words: keywordsOf(event),
    link: linkOf(event),
    state_word: STATUSES[Number(event['status'])],
  };
  const row = (timing: Timing | undefined, occurrence: unknown): Row => ({
    id: occurrence,
    fields: {...fields, occurrence, timing: timing && withoutHours(timing)},
  });
  if (collection !== 'events') return [row(fullPeriodOf(event), id)];
  const timings = occurrencesOf(event);
  return timings
    .map((timing, i) => [timing, timings.length > 1 ? `${String(id)}/${i + 1}` : id] as const)
    .filter(([timing]) => overlapsQuery(timing, query))
    .map(([timing, occurrence]) => row(timing, occurrence));
}

/** Page size. The API allows up to 300 ("size"); shorter pages arrive sooner. */
const PAGE_SIZE = 100;

/** Returns the URL of an agenda's events, `/v2/agendas/{uid}/events`, and the other parameters of the given URL. */
function parseAgendaUrl(
  url: string,
): {readonly eventsUrl: string; readonly fixedParameters: string} | undefined {
  const {origin, pathname, searchParams} = new URL(url);
  const [, path] = /^(.*\/v2\/agendas\/[\w-]+)(?:\/events)?\/?$/.exec(pathname) ?? [];
  if (path === undefined) return undefined;
  for (const name of ['size', 'from', 'after[]', 'detailed']) searchParams.delete(name);
  return {eventsUrl: `${origin}${path}/events`, fixedParameters: searchParams.toString()};
}

/** Parameters of the API (OpenAgenda developers, "events, read"). It compares times of day. */
export const filters: ServerFilters = {
  q: ({query: {q = ''}}) => [['search', q]],
  from: ({query: {from}}) => dayParameter('timings[gte]', dateSpan(from)?.first),
  to: ({query: {to}}) => dayParameter('timings[lte]', dateSpan(to)?.last, 'T23:59:59'),
  bbox: ({query: {bbox}}) =>
    bbox && bbox[0] <= bbox[2]
      ? [
          ['geo[northEast][lat]', String(bbox[3])],
          ['geo[northEast][lng]', String(bbox[2])],
          ['geo[southWest][lat]', String(bbox[1])],
          ['geo[southWest][lng]', String(bbox[0])],
        ]
      : undefined,
};

/** @throws {SchemaError} if the response does not come from the API. */
function parsePage(body: unknown, url: string, {collection, query}: ServerQuery): ServerPage {
  const {events, total, after} = isObject(body) ? body : {};
  if (!Array.isArray(events))
    throw new SchemaError(url, 'expected events of OpenAgenda: an object with events');
  const rows = events.flatMap(event => rowsOf(event, collection, query));
  const next = new URL(url);
  next.searchParams.delete('after[]');
  const cursor = Array.isArray(after) ? after : [];
  for (const part of cursor) next.searchParams.append('after[]', String(part));
  const isLast = events.length === 0 || cursor.length === 0;
  const limit = Number(next.searchParams.get('size') ?? PAGE_SIZE);
  return {
    rows,
    entryCount: events.length,
    // The total is of events, and each is as many rows as it has times.
    total: collection === 'events' ? undefined : Math.max(asCount(total) ?? 0, rows.length),
    next: isLast ? null : next.href,
    range: {offset: 0, limit},
  };
}

/** Returns the events of a file exported from an Opendatasoft portal, of API version 1 or 2. */
function eventsInFile(body: unknown, url: string): readonly unknown[] {
  const {results, records, events} = isObject(body) ? body : {};
  const entries = Array.isArray(body) ? body : (results ?? records ?? events);
  if (!Array.isArray(entries))
    throw new SchemaError(url, 'expected events of OpenAgenda, or an export of them');
  return entries.map((one: unknown) =>
    isObject(one) && isObject(one['fields']) ? one['fields'] : one,
  );
}

/** Opens an agenda by the API v2 with a public key, or a file of events. */
export function open(options: SourceOptions): PortalSource {
  const agenda = parseAgendaUrl(options.url);
  if (!agenda) {
    return new ForeignFile(options, {
      reader: {...jsonReader, timeoutMs: FILE_TIMEOUT_MS},
      parse: (body, address) => {
        const events = eventsInFile(body, address);
        return {
          rows: collection =>
            collection === 'programmes'
              ? []
              : events.flatMap(event => rowsOf(event, collection, {})),
          defaults: DEFAULTS,
          coordinateOrder: 'lat-lon',
        };
      },
    });
  }
  const adapter: ServerAdapter = {
    maxPageSize: PAGE_SIZE,
    defaults: DEFAULTS,
    filters,
    // Pages are reached by a cursor only: the entries before `offset` have to be loaded too.
    pageUrl: (serverQuery, {offset, limit}) => {
      // `detailed` adds all timings and the INSEE code of the commune.
      const parameters = new URLSearchParams({detailed: '1'});
      for (const [name, value] of parametersOf(filters, serverQuery)) parameters.set(name, value);
      parameters.set('size', String(Math.min(PAGE_SIZE, offset + limit)));
      return `${agenda.eventsUrl}?${[agenda.fixedParameters, parameters.toString()].filter(Boolean).join('&')}`;
    },
    parsePage,
    recordUrl: id => {
      const [uid = ''] = id.split('/', 1);
      const parameters = [agenda.fixedParameters, 'detailed=1'].filter(Boolean).join('&');
      return `${agenda.eventsUrl}/${encodeUrlPart(uid)}?${parameters}`;
    },
    parseRecord: (body, _url, {collection}) => ({
      rows: rowsOf(isObject(body) ? body['event'] : body, collection, {}),
    }),
  };
  return new ForeignServer(options, () => adapter);
}
