import {dateSpan} from '../../model/period.js';
import type {Query} from '../../model/query.js';
import {SchemaError} from '../errors.js';
import {jsonReader} from '../request.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import {ForeignFile} from './foreign/file.js';
import type {ServerKind, ServerPage, ServerQuestion} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {countOf} from './foreign/reading.js';
import {FILE_LIMIT} from './foreign/readers.js';
import {ForeignServer} from './foreign/server.js';
import {isoDay} from './foreign/time.js';
import {DEFAULTS, rowsOf} from './openagenda/events.js';

/** Page size. The API allows up to 300 ("size"); shorter pages arrive sooner. */
const LONGEST = 100;

/** Returns the URL of an agenda's events, `/v2/agendas/{uid}/events`, and the other parameters of the given URL. */
function agendaOf(address: string): {readonly events: string; readonly own: string} | undefined {
  const {origin, pathname, searchParams} = new URL(address);
  const [, path] = /^(.*\/v2\/agendas\/[\w-]+)(?:\/events)?\/?$/.exec(pathname) ?? [];
  if (path === undefined) return undefined;
  for (const name of ['size', 'from', 'after[]', 'detailed']) searchParams.delete(name);
  return {events: `${origin}${path}/events`, own: searchParams.toString()};
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

function can(part: keyof Query, {query: {bbox}}: ServerQuestion): boolean {
  if (part === 'bbox') return !!bbox && bbox[0] <= bbox[2];
  return part === 'q' || part === 'from' || part === 'to';
}

/** @throws {SchemaError} if the response does not come from the API. */
function page(body: unknown, address: string, {collection, query}: ServerQuestion): ServerPage {
  const {events, total, after} = isObject(body) ? body : {};
  if (!Array.isArray(events))
    throw new SchemaError(address, 'expected events of OpenAgenda: an object with events');
  const rows = events.flatMap(event => rowsOf(event, collection, query));
  const next = new URL(address);
  next.searchParams.delete('after[]');
  const cursor = Array.isArray(after) ? after : [];
  for (const part of cursor) next.searchParams.append('after[]', String(part));
  const isLast = events.length === 0 || cursor.length === 0;
  const limit = Number(next.searchParams.get('size') ?? LONGEST);
  return {
    rows,
    count: events.length,
    // The total is of events, and each is as many rows as it has times.
    total: collection === 'events' ? undefined : Math.max(countOf(total) ?? 0, rows.length),
    next: isLast ? null : next.href,
    span: {offset: 0, limit},
  };
}

/** Returns the events of a file exported from an Opendatasoft portal, of API version 1 or 2. */
function exported(body: unknown, address: string): readonly unknown[] {
  const {results, records, events} = isObject(body) ? body : {};
  const found = Array.isArray(body) ? body : (results ?? records ?? events);
  if (!Array.isArray(found))
    throw new SchemaError(address, 'expected events of OpenAgenda, or an export of them');
  return found.map((one: unknown) =>
    isObject(one) && isObject(one['fields']) ? one['fields'] : one,
  );
}

/** Opens an agenda by the API v2 with a public key, or a file of events. */
export function open(opening: Opening): PortalSource {
  const agenda = agendaOf(opening.address);
  if (!agenda) {
    return new ForeignFile(opening, {
      reader: {...jsonReader, limit: FILE_LIMIT},
      content: (body, address) => {
        const events = exported(body, address);
        return {
          rows: collection => events.flatMap(event => rowsOf(event, collection, {})),
          defaults: DEFAULTS,
          order: 'lat-lon',
        };
      },
    });
  }
  const kind: ServerKind = {
    longest: LONGEST,
    defaults: DEFAULTS,
    can,
    // A cursor leads from page to page: what lies before `offset` has to be gone through.
    address: ({query}, {offset, limit}) => {
      const parameters = parametersOf(query);
      parameters.set('size', String(Math.min(LONGEST, offset + limit)));
      return `${agenda.events}?${[agenda.own, parameters.toString()].filter(Boolean).join('&')}`;
    },
    page,
  };
  return new ForeignServer(opening, () => kind);
}
