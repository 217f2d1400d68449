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

/** More than a server allows it cuts short (OGC 17-069r4, 7.15.3); this is what most of them allow. */
const LONGEST = 1_000;

/** JSON, where a server would rather give a page for people. */
const reader: BodyReader = {
  ...jsonReader,
  name: 'ogc',
  headers: {Accept: 'application/geo+json,application/json;q=0.9'},
};

/** Parameters of an address that are not its own: we ask for our own page, and for JSON by a header. */
const ASKED = ['limit', 'offset', 'startIndex', 'bbox', 'datetime'];

/** An address without what we ask of it, and with another path. */
function at(address: string, path: (given: string) => string): URL {
  const url = new URL(address);
  url.pathname = path(url.pathname.replace(/\/+$/, ''));
  for (const name of ASKED) url.searchParams.delete(name);
  if (/html/i.test(url.searchParams.get('f') ?? '')) url.searchParams.delete('f');
  return url;
}

/** A link of a document, of JSON where there are several. */
function linkIn(body: unknown, rel: string): Foreign | undefined {
  const links = listIn(body, 'links').filter(link => link['rel'] === rel);
  return links.find(({type}) => /json/.test(String(type))) ?? links[0];
}

const idsOf = (collections: readonly Foreign[]): string[] =>
  collections.flatMap(({id}) => (typeof id === 'string' && id !== '' ? [id] : []));

/**
 * The address of the items: as it is given, of the collection that is given, or of the only collection.
 * @throws {LoadError} when there is more than one, or none.
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

/** Title, licence and date of a collection. */
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
  /** Set once the server was seen to have more, and no link to it. */
  let hasNoLinks = false as boolean;
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
    if (next !== undefined) return {rows, total, next, span: {offset, limit}};
    const isLast = total === undefined ? rows.length < limit : offset + rows.length >= total;
    if (isLast || rows.length === 0) return {rows, total, next: null, span: {offset, limit}};
    hasNoLinks = true;
    // A server that gives less than was asked has a limit of its own.
    return {rows, total, span: {offset, limit: rows.length}};
  };
  return {
    longest: LONGEST,
    order: 'lon-lat',
    reader,
    about: async inquire => {
      const collection = at(items.href, path => path.replace(/\/items(?:\.\w+)?$/, ''));
      return envelopeOf(await inquire(collection.href), collection.href);
    },
    // A time is what the server takes for one; what it does not read is done here. A territory never is asked for: a
    // server may ignore a property that it does not know (OGC 17-069r4, 7.15.5), and nothing would tell so.
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
      ask('limit', hasNoLinks ? limit : Math.min(LONGEST, offset + limit));
      if (hasNoLinks && offset > 0) ask('offset', offset);
      // Commas and slashes stand for themselves: some servers compare texts.
      url.search = url.search.replaceAll('%2C', ',').replaceAll('%2F', '/');
      return url.href;
    },
    page,
  };
}

/** A collection of a server of OGC API - Features. */
export const open = (opening: Opening): PortalSource =>
  new ForeignServer(opening, get => connect(opening.address, get));
