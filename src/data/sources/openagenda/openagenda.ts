import {dateSpan, isoDay} from '../../../model/period.js';
import type {Query} from '../../../model/query.js';
import {SchemaError} from '../../client/errors.js';
import {jsonReader} from '../../client/request.js';
import {isObject} from '../../../model/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {ForeignFile} from '../shared/foreign-file.js';
import type {ServerAdapter, ServerPage, ServerQuery} from '../shared/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount} from '../shared/json-access.js';
import {FILE_TIMEOUT_MS} from '../shared/bytes-reader.js';
import {ForeignServer} from '../shared/foreign-server.js';
import {DEFAULTS, rowsOf} from './events.js';

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

/** Returns the parameters of a query. `detailed` adds all timings and the INSEE code of the commune. */
function parametersOf({q, from, to, bbox}: Query): URLSearchParams {
  const parameters = new URLSearchParams({detailed: '1'});
  if (q) parameters.set('search', q);
  // The API compares times: a year or month starts on its first day and ends at the end of its last.
  const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
  if (first !== undefined) parameters.set('timings[gte]', isoDay(first));
  if (last !== undefined) parameters.set('timings[lte]', `${isoDay(last)}T23:59:59`);
  if (bbox) {
    const [west, south, east, north] = bbox;
    parameters.set('geo[northEast][lat]', String(north));
    parameters.set('geo[northEast][lng]', String(east));
    parameters.set('geo[southWest][lat]', String(south));
    parameters.set('geo[southWest][lng]', String(west));
  }
  return parameters;
}

function supports(part: keyof Query, {query: {bbox}}: ServerQuery): boolean {
  if (part === 'bbox') return !!bbox && bbox[0] <= bbox[2];
  return part === 'q' || part === 'from' || part === 'to';
}

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
          rows: collection => events.flatMap(event => rowsOf(event, collection, {})),
          defaults: DEFAULTS,
          coordinateOrder: 'lat-lon',
        };
      },
    });
  }
  const adapter: ServerAdapter = {
    maxPageSize: PAGE_SIZE,
    defaults: DEFAULTS,
    supports,
    // A cursor leads from page to page: what lies before `offset` has to be gone through.
    pageUrl: ({query}, {offset, limit}) => {
      const parameters = parametersOf(query);
      parameters.set('size', String(Math.min(PAGE_SIZE, offset + limit)));
      return `${agenda.eventsUrl}?${[agenda.fixedParameters, parameters.toString()].filter(Boolean).join('&')}`;
    },
    parsePage,
  };
  return new ForeignServer(options, () => adapter);
}
