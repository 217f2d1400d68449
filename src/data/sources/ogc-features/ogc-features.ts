import {dateSpan, isoDay} from '../../../model/time/period.js';
import {LoadError, SchemaError} from '../../client/errors.js';
import {jsonReader, type BodyReader} from '../../client/request.js';
import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {parseEnvelope} from '../../validation.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import type {ForeignRecord} from '../shared/rows/foreign-record.js';
import {
  type FetchBody,
  parametersOf,
  type PartParameters,
  type ServerAdapter,
  type ServerFilters,
  type ServerPage,
} from '../shared/servers/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {resolveUrl, asCount, objectsIn, objectIn} from '../shared/rows/json-access.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

/** Maximum page size of most servers. Larger limits are reduced by the server (OGC 17-069r4, 7.15.3). */
const MAX_PAGE_SIZE = 1_000;

/** JSON reader for servers that return an HTML page by default. */
const reader: BodyReader = {
  ...jsonReader,
  name: 'ogc',
  headers: {Accept: 'application/geo+json,application/json;q=0.9'},
};

/** Returns the interval of a query's dates, open if a date is missing. No parameter if both are invalid. */
const datetime: PartParameters = ({query: {from, to}}) => {
  const bounds = [dateSpan(from)?.first, dateSpan(to)?.last];
  const [start = '..', end = '..'] = bounds.map(day => (day === undefined ? '..' : isoDay(day)));
  return bounds.some(day => day !== undefined) ? [['datetime', `${start}/${end}`]] : [];
};

/**
 * Parameters of the standard (OGC 17-069r4, 7.15). The server decides which property is the time; ignored filters are
 * detected and applied in the browser. Territories are never sent: a server may ignore an unknown property without an
 * error (7.15.5).
 */
export const filters: ServerFilters = {
  bbox: ({query: {bbox = []}}) => [['bbox', bbox.join()]],
  from: datetime,
  to: datetime,
};

/** Parameters removed from the given URL: they are set for each request. The format is requested by a header. */
const OWN_PARAMETERS = ['limit', 'offset', 'startIndex', 'bbox', 'datetime'];

/** Returns a URL with another path, and without the parameters above. */
function baseUrl(sourceUrl: string, path: (given: string) => string): URL {
  const url = new URL(sourceUrl);
  url.pathname = path(url.pathname.replace(/\/+$/, ''));
  for (const name of OWN_PARAMETERS) url.searchParams.delete(name);
  if (/html/i.test(url.searchParams.get('f') ?? '')) url.searchParams.delete('f');
  return url;
}

/** Returns a link of a document by its relation; if there are several, that of JSON. */
function findLink(body: unknown, rel: string): ForeignRecord | undefined {
  const links = objectsIn(body, 'links').filter(link => link['rel'] === rel);
  return links.find(({type}) => /json/.test(String(type))) ?? links[0];
}

const idsOf = (collections: readonly ForeignRecord[]): string[] =>
  collections.flatMap(({id}) => (typeof id === 'string' && id !== '' ? [id] : []));

/**
 * Returns the URL of the items: the given URL, or the items of the given or the only collection.
 *
 * @throws {LoadError} if the service has several collections, or none.
 */
async function findItemsUrl(sourceUrl: string, fetchBody: FetchBody): Promise<URL> {
  const {pathname} = new URL(sourceUrl);
  if (/\/collections\/[^/]+\/items(?:\.\w+)?\/?$/.test(pathname))
    return baseUrl(sourceUrl, path => path);
  if (/\/collections\/[^/]+\/?$/.test(pathname)) return baseUrl(sourceUrl, path => `${path}/items`);
  const collectionsUrl = baseUrl(sourceUrl, path =>
    /\/collections$/.test(path) ? path : `${path}/collections`,
  );
  const body = await fetchBody(collectionsUrl.href, reader);
  const collections = objectsIn(body, 'collections').filter(
    ({itemType = 'feature'}) => itemType === 'feature',
  );
  const [only, ...more] = collections;
  const [id] = idsOf(collections);
  if (!only || id === undefined)
    throw new SchemaError(collectionsUrl.href, 'expected a service with a collection of features');
  if (more.length > 0) {
    const names = idsOf(collections).slice(0, 10).join(', ');
    throw new LoadError(
      'unsupported',
      sourceUrl,
      `${collections.length} collections: name one, as in ${collectionsUrl.pathname}/{id}: ${names}`,
    );
  }
  return baseUrl(collectionsUrl.href, path => `${path}/${encodeUrlPart(id)}/items`);
}

/** Reads title, licence and date of a collection. */
function envelopeOf(body: unknown, address: string): Envelope {
  const {title, attribution: credit, updated} = isObject(body) ? body : {};
  const licence = findLink(body, 'license');
  const attribution = {
    text: credit ?? title,
    url: resolveUrl((findLink(body, 'about') ?? findLink(body, 'describedby'))?.['href'], address),
    licence: licence?.['title'] ?? licence?.['href'] ?? objectIn(body, 'license')['name'],
    updated: String(updated).slice(0, 10),
  };
  return parseEnvelope({attribution}).value ?? {};
}

const rowOf = ({id, properties, geometry}: ForeignRecord): Row => ({
  id,
  fields: isObject(properties) ? properties : {},
  geometry,
});

async function connect(sourceUrl: string, fetchBody: FetchBody): Promise<ServerAdapter> {
  const itemsUrl = await findItemsUrl(sourceUrl, fetchBody);
  /** Method to request further pages: by links; by offset once a server has further records but no link. */
  let paging: 'unknown' | 'links' | 'offset' = 'unknown';
  const parsePage = (body: unknown, pageUrl: string): ServerPage => {
    const features = isObject(body) ? body['features'] : undefined;
    if (!Array.isArray(features)) throw new SchemaError(pageUrl, 'expected a list of features');
    const rows = objectsIn(body, 'features').map(rowOf);
    const total = asCount(isObject(body) && (body['numberMatched'] ?? body['totalFeatures']));
    const parameters = new URL(pageUrl).searchParams;
    const offset = Number(parameters.get('offset') ?? 0);
    const limit = Number(parameters.get('limit') ?? MAX_PAGE_SIZE);
    const next = resolveUrl(findLink(body, 'next')?.['href'], pageUrl);
    const span = {offset, limit};
    if (next !== undefined) {
      paging = 'links';
      return {rows, entryCount: features.length, total, next, range: span};
    }
    // If there are links, only the last page has none: its URL may not contain its position.
    const isLast =
      paging === 'links' ||
      rows.length === 0 ||
      (total === undefined ? rows.length < limit : offset + rows.length >= total);
    if (isLast) return {rows, total, next: null, range: span};
    paging = 'offset';
    return {rows, total, range: span};
  };
  return {
    maxPageSize: MAX_PAGE_SIZE,
    coordinateOrder: 'lon-lat',
    reader,
    fetchEnvelope: async fetchBody => {
      const collection = baseUrl(itemsUrl.href, path => path.replace(/\/items(?:\.\w+)?$/, ''));
      return envelopeOf(await fetchBody(collection.href), collection.href);
    },
    filters,
    pageUrl: (serverQuery, {offset, limit}) => {
      const url = new URL(itemsUrl);
      const setParameter = (name: string, value: string | number): void =>
        url.searchParams.set(name, String(value));
      for (const [name, value] of parametersOf(filters, serverQuery)) setParameter(name, value);
      setParameter('limit', paging === 'offset' ? limit : Math.min(MAX_PAGE_SIZE, offset + limit));
      if (paging === 'offset' && offset > 0) setParameter('offset', offset);
      // Commas and slashes are not encoded: some servers compare the text of the URL.
      url.search = url.search.replaceAll('%2C', ',').replaceAll('%2F', '/');
      return url.href;
    },
    parsePage,
    recordUrl: id => {
      const url = new URL(itemsUrl);
      url.pathname = url.pathname.replace(/(\.\w+)?$/, `/${encodeUrlPart(id)}$1`);
      return url.href;
    },
    parseRecord: body => ({rows: [rowOf(isObject(body) ? body : {})]}),
  };
}

/** Opens a collection of an OGC API - Features server. */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignServer(options, get => connect(options.url, get));
