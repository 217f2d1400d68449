import {LoadError} from '../src/data/client/errors.js';
import {decorateSource, openSource} from '../src/data/open-source.js';
import {ItemsSource} from '../src/data/sources/document/document.js';
import type {QueryResult, PortalSource} from '../src/data/source.js';
import {
  type FacetName,
  type Facets,
  type Filter,
  LIST_FILTERS,
  splitList,
  type Sort,
  SORTS,
  TERRITORIES,
} from '../src/model/query.js';
import {type CollectionName, type PortalRecord, titleOf} from '../src/model/records.js';
import {pickText, translationsOf} from '../src/model/text.js';
import {checkUrl} from '../src/tools/snippets/addresses.js';
import type {PortalDocument} from '../src/tools/convert/convert.js';
import {type Attributes, type Link, WIDGET_COLLECTIONS} from '../src/tools/snippets/settings.js';

/** Reason for which a URL cannot be read. Each has a message and a solution in every language. */
export type ProbeError =
  | 'noAddress'
  /** `http:` URL on an `https:` page (mixed content). */
  | 'insecure'
  /** The server responds, but CORS does not allow other sites to read it. */
  | 'noCors'
  /** The server does not respond. */
  | 'unreachable'
  /** The URL leads to a web page, not to data. */
  | 'page'
  | 'notFound'
  | 'refused'
  | 'notAsPromised';

export type ProbeResult =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'}
  | {
      readonly status: 'failed';
      readonly error: ProbeError;
      /** Message of the loader, in English. */
      readonly detail: string;
    }
  | {
      readonly status: 'ready';
      readonly collections: readonly {
        readonly collection: CollectionName;
        readonly total: number;
      }[];
      readonly languages: readonly string[];
      readonly facets: Facets;
      readonly links: readonly Link[];
      readonly dropped: number;
      readonly licence: string | undefined;
      /** True if CORS allows any site to read it. */
      readonly isCorsOpen: boolean;
    };

/** Collections of a portal that are probed, in this order. A foreign source only has the collection of the widget. */
const PROBED_COLLECTIONS: readonly CollectionName[] = [
  'portals',
  'resources',
  'projects',
  'programmes',
  'events',
  'organisations',
  'stories',
];

/** Maximum number of fallback links in the snippet. */
const MAX_LINKS = 6;

export interface ProbeRequest {
  readonly api: string;
  readonly source: string;
  readonly fields: string;
  readonly widget: string;
  readonly language: string;
  /** Document in memory, instead of the address. */
  readonly document?: PortalDocument | undefined;
}

const openRequested = ({document, api, source, fields}: ProbeRequest): PortalSource | undefined =>
  document ? new ItemsSource(document, () => undefined) : openSource({api, source, fields});

const failedResult = (error: ProbeError, detail = ''): ProbeResult => ({
  status: 'failed',
  error,
  detail,
});

/** Resolves with true if the server responds, even if CORS forbids to read the response. */
async function isReachable(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(address, {mode: 'no-cors', credentials: 'omit', signal});
    return true;
  } catch {
    return false;
  }
}

/** Resolves with true if the response is an HTML page. */
async function isHtmlPage(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    const {headers} = await fetch(address, {credentials: 'omit', signal});
    return /^text\/html/.test(headers.get('Content-Type') ?? '');
  } catch {
    return false;
  }
}

async function classifyError(
  error: unknown,
  api: string,
  signal: AbortSignal,
): Promise<ProbeResult> {
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof LoadError)) return failedResult('notAsPromised', detail);
  const address = error.url && URL.canParse(error.url, location.href) ? error.url : api;
  switch (error.kind) {
    case 'network':
    case 'timeout':
      return failedResult((await isReachable(address, signal)) ? 'noCors' : 'unreachable', detail);
    case 'http':
      return failedResult(/\b404\b/.test(detail) ? 'notFound' : 'refused', detail);
    case 'busy':
      return failedResult('refused', detail);
    default:
      return failedResult((await isHtmlPage(address, signal)) ? 'page' : 'notAsPromised', detail);
  }
}

/**
 * Resolves with true if CORS allows other sites to read a URL. For a URL of the page's own site, which needs no CORS,
 * the response header is checked.
 */
async function isCorsOpen(api: string, collection: string, signal: AbortSignal): Promise<boolean> {
  const {origin, href, pathname} = new URL(api.split(/\s+/)[0] ?? '', location.href);
  if (origin !== location.origin) return true;
  // A file has no collections to ask for.
  const isFile = /\.\w+$/.test(pathname);
  for (const address of isFile ? [href] : [`${href}/${collection}?limit=1`, href]) {
    const {ok, headers} = await fetch(address, {credentials: 'omit', signal});
    if (ok) return headers.get('Access-Control-Allow-Origin') === '*';
  }
  return true;
}

function collectLanguages(records: Iterable<PortalRecord>): string[] {
  const found = new Set<string>();
  for (const record of records) {
    const {languages, lang} = record as {languages?: readonly string[]; lang?: string};
    const title = titleOf(record);
    for (const one of [...(languages ?? []), lang]) if (one) found.add(one.slice(0, 2));
    if (typeof title === 'object') for (const key of Object.keys(title)) found.add(key.slice(0, 2));
  }
  return [...found].sort();
}

function collectLinks(records: Iterable<PortalRecord>, language: string): Link[] {
  const links: Link[] = [];
  for (const record of records) {
    const {url, lang: own} = record as {url?: string; lang?: string};
    const {value, lang} = pickText(titleOf(record), language, own);
    if (url && value) links.push({title: value, url, ...(lang ? {lang} : {})});
    if (links.length === MAX_LINKS) break;
  }
  return links;
}

/** Attributes that select, sort and link the records of a widget. */
export const RECORD_ATTRIBUTES: readonly string[] = [
  ...LIST_FILTERS,
  ...TERRITORIES,
  'q',
  'from',
  'to',
  'sort',
  'link-origin',
  'places',
];

/** Converts attributes to a filter, as the widgets do. */
const toFilter = ({q, from, to, ...others}: Attributes): Filter => ({
  q,
  from,
  to,
  ...Object.fromEntries(
    [...LIST_FILTERS, ...TERRITORIES].map(name => [name, splitList(others[name] ?? '')]),
  ),
});

/** Returns links to the first records of a widget with these attributes. Empty if there are none with a URL. */
export async function findLinks(
  request: ProbeRequest,
  attributes: Attributes,
  signal: AbortSignal,
): Promise<readonly Link[]> {
  const {widget, language} = request;
  const collection = WIDGET_COLLECTIONS[widget] ?? 'resources';
  const sort = SORTS.find((one): one is Sort => one === attributes['sort']);
  try {
    const warn = (): void => undefined;
    const found = openRequested(request);
    if (!found) return [];
    const {record, places, 'link-origin': linkOrigin} = attributes;
    const hasTerritory = TERRITORIES.some(name => attributes[name]);
    const source = decorateSource(
      found,
      {record, collection, places, linkOrigin, warn},
      hasTerritory,
    );
    const query = {...toFilter(attributes), sort, limit: MAX_LINKS, lang: language};
    return collectLinks((await source.find(collection, query, {signal})).items, language);
  } catch {
    // The probe result reports errors of the URL.
    signal.throwIfAborted();
    return [];
  }
}

/** Requests the collections at a URL in the same way as the widgets. */
export async function probe(request: ProbeRequest, signal: AbortSignal): Promise<ProbeResult> {
  const {api, widget, language, document} = request;
  const invalidUrl = document ? undefined : checkUrl(api, location.href);
  if (invalidUrl) return failedResult(invalidUrl, api);
  const mainCollection = WIDGET_COLLECTIONS[widget] ?? 'resources';
  const query = (opened: PortalSource, collection: CollectionName): Promise<QueryResult> =>
    opened.find(
      collection,
      {
        limit: collection === mainCollection ? 100 : 3,
        lang: language,
        ...(collection === mainCollection
          ? {facets: LIST_FILTERS satisfies readonly FacetName[]}
          : {}),
      },
      {signal, reload: true},
    );
  try {
    const opened = openRequested(request);
    if (!opened) return failedResult('noAddress');
    const mainResult = await query(opened, mainCollection);
    const others = opened.isForeign ? [] : PROBED_COLLECTIONS.filter(one => one !== mainCollection);
    // Collections are optional.
    const otherResults = await Promise.all(
      others.map(collection =>
        query(opened, collection).then(
          ({total, items}) => ({collection, total, items: [...items]}),
          () => ({collection, total: 0, items: []}),
        ),
      ),
    );
    const items = [...mainResult.items];
    const links = collectLinks(items, language);
    const otherItems = otherResults.flatMap(answer => answer.items);
    const attribution = [mainResult.attribution].flat()[0];
    return {
      status: 'ready',
      collections: [
        {collection: mainCollection, total: mainResult.total},
        ...otherResults
          .filter(({total}) => total > 0)
          .map(({collection, total}) => ({collection, total})),
      ],
      languages: collectLanguages(items),
      facets: mainResult.facets,
      // If the records have no URL, a link to another record of the same portal is the best fallback.
      links: links.length > 0 ? links : collectLinks(otherItems, language),
      dropped: mainResult.report.dropped,
      licence: translationsOf(attribution?.licence)[0],
      isCorsOpen: document !== undefined || (await isCorsOpen(api, mainCollection, signal)),
    };
  } catch (error) {
    signal.throwIfAborted();
    return classifyError(error, api, signal);
  }
}
