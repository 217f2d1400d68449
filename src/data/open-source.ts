import {LruCache} from '../model/memo.js';
import {forgetKept, keepingClient, sharedClient} from './client/client.js';
import {LoadError} from './client/errors.js';
import {safeFetchUrl} from '../model/schemas/safe-urls.js';
import type {CollectionName} from '../model/records.js';
import type {PortalSource} from './source.js';
import {ApiSource} from './sources/portal/portal.js';
import {DocumentSource} from './sources/document/document.js';
import {SourceDecorator} from './decorators/source-decorator.js';
import type {WarningHandler} from './sources/shared/warning-log.js';

const sources = new LruCache<PortalSource>(20);

/** Attributes that identify a source, from a widget or from the `<spass-portal>` around it. */
export interface SourceAttributes {
  /** One URL, or several separated by spaces. */
  readonly api: string;
  /** Source kind of each URL, in the same order. The last one applies to all further URLs. */
  readonly source?: string;
  /** Field mapping of a foreign source. */
  readonly fields?: string;
  /** True to keep responses in the browser for the next page view. */
  readonly keep?: boolean;
}

/**
 * Returns the source that the attributes identify, or undefined if `api` is empty. Equal attributes give the same
 * source, so that widgets share requests and validation. Several URLs are merged into one source. Sources are cached for
 * the page: warnings go to the handler in the options of each query.
 *
 * The adapter of a foreign source is loaded by the first query; an unknown kind fails then.
 *
 * @throws {LoadError} if a URL must not be fetched.
 */
export function openSource({
  api,
  source = '',
  fields = '',
  keep = false,
}: SourceAttributes): PortalSource | undefined {
  const addresses = api.split(/\s+/).filter(Boolean);
  const kinds = source.split(/\s+/).filter(Boolean);
  const openAt = (address: string, i: number): PortalSource =>
    openSingle(address, kinds[i] ?? kinds.at(-1) ?? 'portal', fields, keep);
  if (addresses.length < 2) return addresses.map(openAt)[0];
  return cached(`${addresses.join(' ')} ${source} ${fields} ${keep}`, () => {
    const sources = addresses.map(openAt);
    const properties = {
      name: api,
      isForeign: sources.every(({isForeign}) => isForeign),
      contributionsUrl: sources.find(({contributionsUrl}) => contributionsUrl)?.contributionsUrl,
    };
    return new SourceDecorator(properties, async () =>
      (await import('./sources/registry.js')).mergeSources(sources),
    );
  });
}

/** Attributes that limit or complete the records of a source. */
interface SourceDecorations {
  /** Origins that links may lead to, separated by spaces. Default: all. */
  readonly linkOrigin?: string | undefined;
  /** URL of the table of communes, at whose centres records without coordinates are placed. */
  readonly places?: string | undefined;
  /** Id of the only record of `collection`, which no filter excludes. */
  readonly record?: string | undefined;
  readonly collection?: CollectionName;
  readonly warn: WarningHandler;
}

/**
 * Returns the source with the decorators that the attributes need, loaded by the first query; the source itself if they
 * need none. Without the code for coordinates, records stay without them. Without that of another decorator, queries
 * fail: records would be shown that the page excludes.
 *
 * @param hasTerritory True to support territory filters. A single record is shown wherever it lies.
 */
export function decorateSource(
  source: PortalSource,
  {linkOrigin, places = '', record, collection = 'resources', warn}: SourceDecorations,
  hasTerritory?: boolean,
): PortalSource {
  if (!linkOrigin && !places && !record && !hasTerritory) return source;
  return new SourceDecorator(source, async () => {
    let decorated = source;
    if (linkOrigin) {
      const {createLinkFilterSource} = await import('./decorators/link-filter-source.js');
      decorated = createLinkFilterSource(decorated, linkOrigin, warn);
    }
    if (places)
      decorated = await import('./sources/registry.js')
        .then(({locateByCommune}) => locateByCommune(decorated, places, sharedClient, warn))
        .catch(() => decorated);
    if (record) {
      const {SingleRecordSource} = await import('./decorators/single-record-source.js');
      return new SingleRecordSource(decorated, collection, record);
    }
    if (hasTerritory) {
      const {TerritorialSource} = await import('./decorators/territorial-source.js');
      return new TerritorialSource(decorated, places, sharedClient, warn);
    }
    return decorated;
  });
}

const pageAddress = (): string | undefined =>
  (globalThis as Partial<typeof globalThis>).document?.baseURI;

function cached(key: string, create: () => PortalSource): PortalSource {
  const source = sources.get(key) ?? create();
  sources.set(key, source);
  return source;
}

/**
 * Returns the source kind of an address, `portal` unless stated. The path of a file names its kind with its end;
 * `document` for `.json`.
 */
export function kindOf(address: string, stated = 'portal'): string {
  if (stated !== 'portal') return stated;
  const [, end = stated] =
    /\.(csv|geojson|ics|json|pmtiles|rss)$/.exec(new URL(address).pathname) ?? [];
  return end === 'json' ? 'document' : end;
}

function openSingle(api: string, stated: string, fields: string, keep: boolean): PortalSource {
  // Calendars are often given as subscriptions, `webcal:`, which are fetched as `https:`.
  const address = safeFetchUrl(api.replace(/^webcals?:/i, 'https:'), pageAddress());
  if (address === undefined) {
    throw new LoadError(
      'unsupported',
      api,
      'an API address is https, of this very site, or on this machine',
    );
  }
  const client = keep ? keepingClient : sharedClient;
  if (!keep) void forgetKept(address);
  const kind = kindOf(address, stated);
  if (kind !== 'portal' && kind !== 'document') {
    return cached(`${address} ${kind} ${fields} ${keep}`, () => {
      const options = {url: address, fields, client};
      return new SourceDecorator({name: address, isForeign: true}, async () =>
        (await import('./sources/registry.js')).openForeignSource(kind, options),
      );
    });
  }
  return cached(`${address} ${kind} ${keep}`, () =>
    kind === 'portal' ? new ApiSource(address, client) : new DocumentSource(address, client),
  );
}
