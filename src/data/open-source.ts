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

/** How a source is named: by the attributes of a widget or of the `<spass-portal>` around it. */
export interface SourceWords {
  /** One address, or several with spaces between them. */
  readonly api: string;
  /** The kind of each, in the same order; the last one stands for the rest. */
  readonly source?: string;
  /** Which fields of a foreign source are what. */
  readonly fields?: string;
}

/**
 * The source that these attributes name, the same one for the same words, so that widgets share requests and
 * checks; undefined where `api` names none. Several addresses are one source, merged.
 * What is not of our own kind has an adapter of its own, which comes when it is asked: a kind that nobody knows fails
 * then.
 * @throws {LoadError} when an address may not be fetched.
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
      false,
      async () => (await loadSources()).merged(sources),
      takes?.contributions,
    );
  });
}

/**
 * The records of a source, those that say no place at the centre of their commune, by the table of communes at an
 * address. Without the code for that, they stay without a place.
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
 * A source that can be asked for territories, by the table of communes at `places` where there is one. Without the
 * code for that it fails: all records would be shown as if they were those of the territory.
 */
export const withTerritories = (source: PortalSource, places: string, tell: Tell): PortalSource =>
  wrapped(source, async () => {
    const {inTerritories} = await (await loadShelf()).loadTerritorial();
    return inTerritories(source, places, tell);
  });

/** A source that leads to the origins named in `origins` alone. Without the code for that it fails. */
export const withOwnLinks = (source: PortalSource, origins: string, tell: Tell): PortalSource =>
  origins
    ? wrapped(source, async () => {
        const {leadingTo} = await (await loadShelf()).loadOwnLinks();
        return leadingTo(source, origins, tell);
      })
    : source;

/** A source with something around it whose code comes when it is first asked. */
const wrapped = (source: PortalSource, load: () => Promise<PortalSource>): PortalSource =>
  new LateSource(source.name, source.isForeign ?? false, load, source.contributions);

const pageAddress = (): string | undefined =>
  (globalThis as Partial<typeof globalThis>).document?.baseURI;

/** A source made once for the same words. */
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
