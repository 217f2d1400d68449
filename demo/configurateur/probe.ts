import {LoadError} from '../../src/data/errors.js';
import {openSource, withOwnLinks, withTerritories} from '../../src/data/open-source.js';
import type {Answer, PortalSource} from '../../src/data/source.js';
import {splitList} from '../../src/elements/attributes.js';
import {
  type FacetName,
  type Facets,
  type Filter,
  LIST_FILTERS,
  type Sort,
  SORTS,
  TERRITORIES,
} from '../../src/model/query.js';
import {type CollectionName, type PortalRecord, titleOf} from '../../src/model/records.js';
import {pickText} from '../../src/model/text.js';
import {faultOfAddress} from '../../src/paste/addresses.js';
import type {Link} from '../../src/paste/settings.js';

/** Reason for which a URL cannot be read. Each has a message and a solution in every language. */
export type Trouble =
  | 'noAddress'
  /** `http:` URL on an `https:` page (mixed content). */
  | 'insecure'
  /** The server responds, but CORS does not allow other sites to read it. */
  | 'noCors'
  /** The server does not respond. */
  | 'unreachable'
  /** The URL is that of a web page, not of data. */
  | 'page'
  | 'notFound'
  | 'refused'
  | 'notAsPromised';

export type Verdict =
  | {readonly what: 'untried'}
  | {readonly what: 'trying'}
  | {
      readonly what: 'failed';
      readonly trouble: Trouble;
      /** Message of the loader, in English. */
      readonly detail: string;
    }
  | {
      readonly what: 'read';
      readonly held: readonly {readonly collection: CollectionName; readonly total: number}[];
      readonly languages: readonly string[];
      readonly facets: Facets;
      readonly links: readonly Link[];
      readonly dropped: number;
      readonly licence: string | undefined;
      /** True if CORS allows any site to read it. */
      readonly isOpen: boolean;
    };

/** Collection of each widget; absent for widgets without data. */
export const COLLECTION_OF: Readonly<Record<string, CollectionName>> = {
  'portal-cards': 'portals',
  'family-filter': 'portals',
  'resource-list': 'resources',
  'project-map': 'projects',
  'programme-timeline': 'projects',
  'project-progress': 'projects',
  agenda: 'events',
  directory: 'organisations',
  story: 'stories',
  explorer: 'resources',
};

/** Collections of a portal that are probed, in this order. A foreign source only has the collection of the widget. */
const COLLECTIONS: readonly CollectionName[] = [
  'portals',
  'resources',
  'projects',
  'programmes',
  'events',
  'organisations',
  'stories',
];

/** Maximum number of fallback links in the snippet. */
const LINKS = 6;

export interface Asked {
  readonly api: string;
  readonly source: string;
  readonly fields: string;
  readonly widget: string;
  readonly language: string;
}

const failed = (trouble: Trouble, detail = ''): Verdict => ({what: 'failed', trouble, detail});

/** Resolves with true if the server responds, even if CORS forbids to read the response. */
async function answersAtAll(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(address, {mode: 'no-cors', credentials: 'omit', signal});
    return true;
  } catch {
    return false;
  }
}

/** Resolves with true if the response is an HTML page. */
async function isPage(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    const {headers} = await fetch(address, {credentials: 'omit', signal});
    return /^text\/html/.test(headers.get('Content-Type') ?? '');
  } catch {
    return false;
  }
}

async function troubleOf(error: unknown, api: string, signal: AbortSignal): Promise<Verdict> {
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof LoadError)) return failed('notAsPromised', detail);
  const address = error.url && URL.canParse(error.url, location.href) ? error.url : api;
  switch (error.kind) {
    case 'network':
    case 'timeout':
      return failed((await answersAtAll(address, signal)) ? 'noCors' : 'unreachable', detail);
    case 'http':
      return failed(/\b404\b/.test(detail) ? 'notFound' : 'refused', detail);
    case 'busy':
      return failed('refused', detail);
    default:
      return failed((await isPage(address, signal)) ? 'page' : 'notAsPromised', detail);
  }
}

/**
 * Resolves with true if CORS allows other sites to read a URL. For a URL of the page's own site, which needs no CORS,
 * the response header is checked.
 */
async function isOpen(api: string, wanted: string, signal: AbortSignal): Promise<boolean> {
  const {origin, href} = new URL(api.split(/\s+/)[0] ?? '', location.href);
  if (origin !== location.origin) return true;
  for (const address of [`${href}/${wanted}?limit=1`, href]) {
    const {ok, headers} = await fetch(address, {credentials: 'omit', signal});
    if (ok) return headers.get('Access-Control-Allow-Origin') === '*';
  }
  return true;
}

function languagesIn(records: Iterable<PortalRecord>): string[] {
  const found = new Set<string>();
  for (const record of records) {
    const {languages, lang} = record as {languages?: readonly string[]; lang?: string};
    const title = titleOf(record);
    for (const one of [...(languages ?? []), lang]) if (one) found.add(one.slice(0, 2));
    if (typeof title === 'object') for (const key of Object.keys(title)) found.add(key.slice(0, 2));
  }
  return [...found].sort();
}

function linksIn(records: Iterable<PortalRecord>, language: string): Link[] {
  const links: Link[] = [];
  for (const record of records) {
    const {url, lang: own} = record as {url?: string; lang?: string};
    const {value, lang} = pickText(titleOf(record), language, own);
    if (url && value) links.push({title: value, url, ...(lang ? {lang} : {})});
    if (links.length === LINKS) break;
  }
  return links;
}

/** Attributes that select, sort and link the records of a widget. */
export const CHOOSING: readonly string[] = [
  ...LIST_FILTERS,
  ...TERRITORIES,
  'q',
  'from',
  'to',
  'sort',
  'link-origin',
  'places',
];

type Attributes = Readonly<Record<string, string>>;

/** Converts attributes to a filter, as the widgets do. */
const filterOf = ({q, from, to, ...others}: Attributes): Filter => ({
  q,
  from,
  to,
  ...Object.fromEntries(
    [...LIST_FILTERS, ...TERRITORIES].map(name => [name, splitList(others[name] ?? '')]),
  ),
});

/** Returns links to the first records of a widget with these attributes. Empty if there are none with a URL. */
export async function findLinks(
  {api, source, fields, widget, language}: Asked,
  attributes: Attributes,
  signal: AbortSignal,
): Promise<readonly Link[]> {
  const wanted = COLLECTION_OF[widget] ?? 'resources';
  const sort = SORTS.find((one): one is Sort => one === attributes['sort']);
  try {
    const tell = (): void => undefined;
    const found = openSource({api, source, fields}, tell);
    if (!found) return [];
    const opened = withOwnLinks(found, attributes['link-origin'] ?? '', tell);
    // Servers do not support filters by territory.
    const hasTerritory = TERRITORIES.some(name => attributes[name]);
    const whole = hasTerritory ? withTerritories(opened, attributes['places'] ?? '', tell) : opened;
    const query = {...filterOf(attributes), sort, limit: LINKS, lang: language};
    return linksIn((await whole.find(wanted, query, {signal})).items, language);
  } catch {
    // The probe result reports errors of the URL.
    signal.throwIfAborted();
    return [];
  }
}

/** Requests the collections at a URL in the same way as the widgets. */
export async function probe(
  {api, source, fields, widget, language}: Asked,
  signal: AbortSignal,
): Promise<Verdict> {
  const fault = faultOfAddress(api, location.href);
  if (fault) return failed(fault, api);
  const wanted = COLLECTION_OF[widget] ?? 'resources';
  const ask = (opened: PortalSource, collection: CollectionName): Promise<Answer> =>
    opened.find(
      collection,
      {
        limit: collection === wanted ? 100 : 3,
        lang: language,
        ...(collection === wanted ? {facets: LIST_FILTERS satisfies readonly FacetName[]} : {}),
      },
      {signal, reload: true},
    );
  try {
    const opened = openSource({api, source, fields}, () => undefined);
    if (!opened) return failed('noAddress');
    const main = await ask(opened, wanted);
    const others = opened.isForeign ? [] : COLLECTIONS.filter(one => one !== wanted);
    // Collections are optional.
    const answers = await Promise.all(
      others.map(collection =>
        ask(opened, collection).then(
          ({total, items}) => ({collection, total, items: [...items]}),
          () => ({collection, total: 0, items: []}),
        ),
      ),
    );
    const items = [...main.items];
    const links = linksIn(items, language);
    const elsewhere = answers.flatMap(answer => answer.items);
    const attribution = [main.attribution].flat()[0];
    return {
      what: 'read',
      held: [
        {collection: wanted, total: main.total},
        ...answers
          .filter(({total}) => total > 0)
          .map(({collection, total}) => ({collection, total})),
      ],
      languages: languagesIn(items),
      facets: main.facets,
      // If the records have no URL, a link to another record of the same portal is the best fallback.
      links: links.length > 0 ? links : linksIn(elsewhere, language),
      dropped: main.report.dropped,
      licence: attribution?.licence,
      isOpen: await isOpen(api, wanted, signal),
    };
  } catch (error) {
    signal.throwIfAborted();
    return troubleOf(error, api, signal);
  }
}
