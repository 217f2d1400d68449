import {dateSpan} from '../../model/period.js';
import {LoadError, SchemaError} from '../errors.js';
import {jsonReader, type BodyReader} from '../request.js';
import {type Envelope, parseEnvelope} from '../schema.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import type {Foreign} from './foreign/fields.js';
import type {Get, ServerKind, ServerPage, Span} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {addressIn, countOf, listIn, partIn} from './foreign/reading.js';
import {ForeignServer} from './foreign/server.js';
import {isoDay} from './foreign/time.js';

/** Maximum page size of most servers. Larger limits are reduced by the server (OGC 17-069r4, 7.15.3). */
const LONGEST = 1_000;

/** JSON reader for servers that return an HTML page by default. */
const reader: BodyReader = {
  ...jsonReader,
  name: 'ogc',
  headers: {Accept: 'application/geo+json,application/json;q=0.9'},
};

/** Parameters removed from the given URL: they are set for each request. The format is requested by a header. */
const ASKED = ['limit', 'offset', 'startIndex', 'bbox', 'datetime'];

/** Returns a URL with another path, and without the parameters above. */
function at(address: string, path: (given: string) => string): URL {
  const url = new URL(address);
  url.pathname = path(url.pathname.replace(/\/+$/, ''));
  for (const name of ASKED) url.searchParams.delete(name);
  if (/html/i.test(url.searchParams.get('f') ?? '')) url.searchParams.delete('f');
  return url;
}

/** Returns a link of a document by its relation; the JSON one if there are several. */
function linkIn(body: unknown, rel: string): Foreign | undefined {
  const links = listIn(body, 'links').filter(link => link['rel'] === rel);
  return links.find(({type}) => /json/.test(String(type))) ?? links[0];
}

const idsOf = (collections: readonly Foreign[]): string[] =>
  collections.flatMap(({id}) => (typeof id === 'string' && id !== '' ? [id] : []));

/**
 * Returns the URL of the items: the given one, that of the given collection, or that of the only collection.
 *
 * @throws {LoadError} if the service has several collections, or none.
 */
async function itemsOf(address: string, get: Get): Promise<URL> {
  const {pathname} = new URL(address);
  if (/\/collections\/[^/]+\/items(?:\.\w+)?\/?$/.test(pathname)) return at(address, path => path);
  if (/\/collections\/[^/]+\/?$/.test(pathname)) return at(address, path => `${path}/items`);
  const list = at(address, path => (/\/collections$/.test(path) ? path : `${path}/collections`));
  const body = await get(list.href, reader);
  const collections = listIn(body, 'collections').filter(
    ({itemType = 'feature'}) => itemType === 'feature',
  );
  const [only, ...more] = collections;
  const [id] = idsOf(collections);
  if (!only || id === undefined)
    throw new SchemaError(list.href, 'expected a service with a collection of features');
  if (more.length > 0) {
    const names = idsOf(collections).slice(0, 10).join(', ');
    throw new LoadError(
      'unsupported',
      address,
      `${collections.length} collections: name one, as in ${list.pathname}/{id}: ${names}`,
    );
  }
  return at(list.href, path => `${path}/${encodeURIComponent(id)}/items`);
}

/** Reads title, licence and date of a collection. */
function envelopeOf(body: unknown, address: string): Envelope {
  const {title, attribution: credit, updated} = isObject(body) ? body : {};
  const licence = linkIn(body, 'license');
  const attribution = {
    text: credit ?? title,
    url: addressIn((linkIn(body, 'about') ?? linkIn(body, 'describedby'))?.['href'], address),
    licence: licence?.['title'] ?? licence?.['href'] ?? partIn(body, 'license')['name'],
    updated: String(updated).slice(0, 10),
  };
  return parseEnvelope({attribution}).value ?? {};
}

async function connect(address: string, get: Get): Promise<ServerKind> {
  const items = await itemsOf(address, get);
  /** How further pages are found: by links, until the server has more and no link to it. */
  let paging: 'unknown' | 'links' | 'offset' = 'unknown';
  const page = (body: unknown, from: string): ServerPage => {
    const features = isObject(body) ? body['features'] : undefined;
    if (!Array.isArray(features)) throw new SchemaError(from, 'expected a list of features');
    const rows = listIn(body, 'features').map(({id, properties, geometry}) => ({
      id,
      fields: isObject(properties) ? properties : {},
      geometry,
    }));
    const total = countOf(isObject(body) && (body['numberMatched'] ?? body['totalFeatures']));
    const asked = new URL(from).searchParams;
    const offset = Number(asked.get('offset') ?? 0);
    const limit = Number(asked.get('limit') ?? LONGEST);
    const next = addressIn(linkIn(body, 'next')?.['href'], from);
    const span = {offset, limit};
    if (next !== undefined) {
      paging = 'links';
      return {rows, count: features.length, total, next, span};
    }
    // Where there are links, only the last page has none: its address may not tell its position.
    const isLast =
      paging === 'links' ||
      rows.length === 0 ||
      (total === undefined ? rows.length < limit : offset + rows.length >= total);
    if (isLast) return {rows, total, next: null, span};
    paging = 'offset';
    return {rows, total, span};
  };
  return {
    longest: LONGEST,
    order: 'lon-lat',
    reader,
    about: async inquire => {
      const collection = at(items.href, path => path.replace(/\/items(?:\.\w+)?$/, ''));
      return envelopeOf(await inquire(collection.href), collection.href);
    },
    // The server decides which property is the time; ignored filters are detected and applied in the browser.
    // Territories are never sent: a server may ignore an unknown property without an error (OGC 17-069r4, 7.15.5).
    can: part => part === 'bbox' || part === 'from' || part === 'to',
    address: ({query: {bbox, from, to}}, {offset, limit}: Span) => {
      const url = new URL(items);
      const ask = (name: string, value: string | number): void =>
        url.searchParams.set(name, String(value));
      if (bbox) ask('bbox', bbox.join());
      const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
      const day = (bound: number | undefined): string =>
        bound === undefined ? '..' : isoDay(bound);
      if (first !== undefined || last !== undefined) ask('datetime', `${day(first)}/${day(last)}`);
      ask('limit', paging === 'offset' ? limit : Math.min(LONGEST, offset + limit));
      if (paging === 'offset' && offset > 0) ask('offset', offset);
      // Commas and slashes stand for themselves: some servers compare texts.
      url.search = url.search.replaceAll('%2C', ',').replaceAll('%2F', '/');
      return url.href;
    },
    page,
  };
}

/** Opens a collection of an OGC API - Features server. */
export const open = (opening: Opening): PortalSource =>
  new ForeignServer(opening, get => connect(opening.address, get));
