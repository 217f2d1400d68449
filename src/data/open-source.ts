import {LruCache} from './cache.js';
import {sharedClient as client} from './client.js';
import {LoadError} from './errors.js';
import {safeResource} from './links.js';
import {loadShelf} from './load-shelf.js';
import {loadSources} from './load-sources.js';
import type {PortalSource} from './source.js';
import {ApiSource} from './sources/api.js';
import {DocumentSource} from './sources/document.js';
import {LateSource} from './sources/late-source.js';
import type {Tell} from './sources/told.js';

const opened = new LruCache<PortalSource>(20);

/** Attributes that identify a source, from a widget or from the `<spass-portal>` around it. */
export interface SourceWords {
  /** One URL, or several separated by spaces. */
  readonly api: string;
  /** Source kind of each URL, in the same order. The last one applies to all further URLs. */
  readonly source?: string;
  /** Field mapping of a foreign source. */
  readonly fields?: string;
}

/**
 * Returns the source that the attributes identify, or undefined if `api` is empty. Equal attributes give the same
 * source, so that widgets share requests and validation. Several URLs are merged into one source.
 *
 * The adapter of a foreign source is loaded by the first query; an unknown kind fails then.
 *
 * @throws {LoadError} if a URL must not be fetched.
 */
export function openSource(
  {api, source = '', fields = ''}: SourceWords,
  tell: Tell,
): PortalSource | undefined {
  const addresses = api.split(/\s+/).filter(Boolean);
  const kinds = source.split(/\s+/).filter(Boolean);
  const one = (address: string, i: number): PortalSource =>
    openOne(address, kinds[i] ?? kinds.at(-1) ?? 'portal', fields, tell);
  if (addresses.length < 2) return addresses.map(one)[0];
  return shared(`${addresses.join(' ')} ${source} ${fields}`, () => {
    const sources = addresses.map(one);
    const takes = sources.find(({contributions}) => contributions);
    return new LateSource(
      api,
      sources.every(({isForeign}) => isForeign),
      async () => (await loadSources()).merged(sources),
      takes?.contributions,
    );
  });
}

/**
 * Returns the source with coordinates added: records without their own are placed at the centre of their commune. If
 * the code cannot be loaded, they stay without coordinates.
 *
 * @param places URL of the table of communes. If empty, the source is returned as it is.
 */
export const withPlaces = (source: PortalSource, places: string, tell: Tell): PortalSource =>
  places
    ? wrapped(source, () =>
        loadSources()
          .then(({located}) => located(source, places, client, tell))
          .catch(() => source),
      )
    : source;

/**
 * Returns the source with support for territory filters. If the code cannot be loaded, queries fail; otherwise all
 * records would be shown as if they belonged to the territory.
 *
 * @param places URL of the table of communes, or an empty string.
 */
export const withTerritories = (source: PortalSource, places: string, tell: Tell): PortalSource =>
  wrapped(source, async () => {
    const {inTerritories} = await (await loadShelf()).loadTerritorial();
    return inTerritories(source, places, tell);
  });

/**
 * Returns the source with links to the given origins only. If the code cannot be loaded, queries fail.
 *
 * @param origins Allowed origins, separated by spaces. If empty, the source is returned as it is.
 */
export const withOwnLinks = (source: PortalSource, origins: string, tell: Tell): PortalSource =>
  origins
    ? wrapped(source, async () => {
        const {leadingTo} = await (await loadShelf()).loadOwnLinks();
        return leadingTo(source, origins, tell);
      })
    : source;

/** Returns a source whose decorator is loaded by the first query. */
const wrapped = (source: PortalSource, load: () => Promise<PortalSource>): PortalSource =>
  new LateSource(source.name, source.isForeign ?? false, load, source.contributions);

const pageAddress = (): string | undefined =>
  (globalThis as Partial<typeof globalThis>).document?.baseURI;

/** Returns the cached source for a key, or creates it. */
function shared(words: string, make: () => PortalSource): PortalSource {
  const known = opened.get(words) ?? make();
  opened.set(words, known);
  return known;
}

function openOne(api: string, kind: string, fields: string, tell: Tell): PortalSource {
  const address = safeResource(api, pageAddress());
  if (address === undefined) {
    throw new LoadError(
      'unsupported',
      api,
      'an API address is https, of this very site, or on this machine',
    );
  }
  if (kind !== 'portal' && kind !== 'document') {
    return shared(`${address} ${kind} ${fields}`, () => {
      const opening = {address, fields, client, tell};
      return new LateSource(address, true, async () =>
        (await loadSources()).foreign(kind, opening),
      );
    });
  }
  return shared(`${address} ${kind}`, () =>
    kind === 'document' || new URL(address).pathname.endsWith('.json')
      ? new DocumentSource(address, client, tell)
      : new ApiSource(address, client, tell),
  );
}
