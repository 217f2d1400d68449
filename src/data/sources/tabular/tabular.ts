import {LoadError, SchemaError} from '../../client/errors.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {
  type Parameter,
  parametersOf,
  type ServerAdapter,
  type ServerPage,
  type ServerQuery,
} from '../shared/servers/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount, objectsIn, objectIn} from '../shared/rows/json-access.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {filters, needsNoEscaping} from './filters.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

export {filters};

/** Maximum page size of the API (README of datagouv/api-tabular, "Pagination"). */
const MAX_PAGE_SIZE = 50;

/**
 * Returns the URL of a resource's rows, and the filters to keep. Accepts the URL of the resource, of its rows, or of
 * its page on data.gouv.fr.
 */
function parseResourceUrl(url: string): {
  readonly data: string;
  readonly fixedFilters: readonly string[];
} {
  const {origin, pathname, search, hostname, hash} = new URL(url);
  const api = /^(.*\/api\/resources\/[\w-]+)(?:\/|$)/.exec(pathname)?.[1];
  const isSite = /(?:^|\.)data\.gouv\.fr$/.test(hostname);
  const page = isSite ? /(?:\/r\/|\/resources\/|resource_id=)([\da-f-]{36})/ : undefined;
  const id = page?.exec(pathname + search + hash)?.[1];
  const own = search.slice(1).split('&');
  if (api !== undefined)
    return {data: `${origin}${api}/data/`, fixedFilters: own.filter(part => /__|^or=/.test(part))};
  if (id !== undefined)
    return {data: `https://tabular-api.data.gouv.fr/api/resources/${id}/data/`, fixedFilters: []};
  throw new LoadError(
    'unsupported',
    url,
    'expected the address of a resource: https://tabular-api.data.gouv.fr/api/resources/{id}/',
  );
}

/** @throws {SchemaError} if the response does not come from the API. */
function parsePage(body: unknown, url: string): ServerPage {
  const data = isObject(body) ? body['data'] : body;
  if (!Array.isArray(data))
    throw new SchemaError(url, 'expected rows of the Tabular API: an object with data');
  const rows = objectsIn({given: data}, 'given').map(({__id: id, ...fields}) => ({fields, id}));
  return {rows, total: asCount(objectIn(body, 'meta')['total'])};
}

/** Returns the list of needed columns, or an empty string if a name cannot be part of a list. */
const columnList = (names: readonly string[]): string =>
  names.every(needsNoEscaping) ? ['__id', ...names].join(',') : '';

/**
 * Opens a table on data.gouv.fr by the Tabular API.
 *
 * @throws {LoadError} if the URL identifies no resource.
 */
export function open(options: SourceOptions): PortalSource {
  const {data, fixedFilters} = parseResourceUrl(options.url);
  const urlOf = (end: string, serverQuery: ServerQuery, ...more: readonly Parameter[]): string => {
    const parameters = [...parametersOf(filters, serverQuery), ...more].map(
      ([name, value]) => `${encodeUrlPart(name)}=${encodeUrlPart(value)}`,
    );
    return `${data}${end}?${[...fixedFilters, ...parameters].filter(Boolean).join('&')}`;
  };
  const adapter: ServerAdapter = {
    maxPageSize: MAX_PAGE_SIZE,
    hasPageNumbers: true,
    bulkReturnsAll: true,
    coordinateOrder: 'lat-lon',
    filters,
    pageUrl: (serverQuery, {offset, limit}) =>
      urlOf(
        '',
        serverQuery,
        ['page', String(Math.floor(offset / limit) + 1)],
        ['page_size', String(limit)],
      ),
    recordUrl: (id, serverQuery) =>
      needsNoEscaping(id)
        ? urlOf('', serverQuery, [`${serverQuery.field('id')?.path ?? '__id'}__exact`, id])
        : undefined,
    bulkUrl: serverQuery => {
      const columns = columnList(serverQuery.sourceFields ?? []);
      return urlOf('json/', serverQuery, ...(columns ? [['columns', columns] as const] : []));
    },
    parsePage,
  };
  return new ForeignServer(options, () => adapter);
}
