import {dateSpan} from '../../../model/time/period.js';
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
import {dayParameter} from '../shared/rows/time-fields.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount} from '../shared/rows/json-access.js';
import {FILE_TIMEOUT_MS} from '../shared/files/bytes-reader.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {DEFAULTS, rowsOf} from './events.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

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
    // A cursor leads from page to page: what lies before `offset` has to be gone through.
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
