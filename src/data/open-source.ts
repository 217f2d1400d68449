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

/**
 * Returns the source with coordinates added: records without their own are placed at the centre of their commune. If
 * the code cannot be loaded, they stay without coordinates.
 *
 * @param places URL of the table of communes. If empty, the source is returned as it is.
 */
export const withCommuneLocations = (
  source: PortalSource,
  places: string,
  warn: WarningHandler,
): PortalSource =>
  places
    ? new SourceDecorator(source, () =>
        import('./sources/registry.js')
          .then(({locateByCommune}) => locateByCommune(source, places, sharedClient, warn))
          .catch(() => source),
      )
    : source;

/**
 * Returns the source with support for territory filters. If the code cannot be loaded, queries fail; otherwise all
 * records would be shown as if they belonged to the territory.
 *
 * @param places URL of the table of communes, or an empty string.
 */
export const withTerritoryFilters = (
  source: PortalSource,
  places: string,
  warn: WarningHandler,
): PortalSource =>
  new SourceDecorator(source, async () => {
    const {TerritorialSource} = await import('./decorators/territorial-source.js');
    return new TerritorialSource(source, places, sharedClient, warn);
  });

/**
 * Returns the source with links to the given origins only. If the code cannot be loaded, queries fail.
 *
 * @param origins Allowed origins, separated by spaces. If empty, the source is returned as it is.
 */
export const withLinkFilter = (
  source: PortalSource,
  origins: string,
  warn: WarningHandler,
): PortalSource =>
  origins
    ? new SourceDecorator(source, async () => {
        const {createLinkFilterSource} = await import('./decorators/link-filter-source.js');
        return createLinkFilterSource(source, origins, warn);
      })
    : source;

/**
 * Returns the source with one record of a collection, which no filter excludes. If the code cannot be loaded, queries
 * fail.
 */
export const withSingleRecord = (
  source: PortalSource,
  collection: CollectionName,
  id: string,
): PortalSource =>
  new SourceDecorator(source, async () => {
    const {SingleRecordSource} = await import('./decorators/single-record-source.js');
    return new SingleRecordSource(source, collection, id);
  });

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
