import type {PortalRecord, Programme} from '../../../../src/model/records.js';
import type {Thing} from '../../../../src/model/schema-org-contact.js';
import {createThing} from '../../../../src/model/schema-org.js';
import {apiRecord} from '../site/api-records.js';
import type {RecordEntry} from '../site/record-parts.js';
import type {SitePage} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';

/** Records that the data of a collection describe; the page shows as many. */
const MAX_ITEMS = 24;

/** Returns several descriptions as one JSON-LD document. */
const graph = (...things: readonly (Thing | undefined)[]): object => ({
  '@context': 'https://schema.org',
  '@graph': things.flatMap(thing => {
    if (!thing) return [];
    const {'@context': _context, ...rest} = thing;
    return [rest];
  }),
});

/** Returns the start of addresses in the data: the site's address, or else the path from the page to its root. */
const rootOf = (page: SitePage): string => page.site.config.base ?? page.root();

/** Returns a record as the widgets read it, with absolute addresses. */
const recordData = (page: SitePage, collection: PageCollection, record: PageRecord) =>
  apiRecord(page.site, page.language, rootOf(page), collection, record) as unknown as PortalRecord &
    Thing;

const site = (page: SitePage): Thing => {
  const {title, publisher} = page.site.config;
  return {
    '@type': 'WebSite',
    name: page.plain(title),
    url: `${rootOf(page)}${page.site.addresses.page(page.language, 'home')}`,
    inLanguage: page.language,
    ...(publisher && {publisher: {'@type': 'Organization', name: page.plain(publisher)}}),
  };
};

/** Returns the way from the home page to a page. */
function breadcrumb(page: SitePage, collection: PageCollection, last?: string): Thing {
  const {addresses} = page.site;
  const pages = [
    [page.messages.home, addresses.page(page.language, 'home')],
    [page.messages.names[collection], addresses.page(page.language, collection)],
    ...(last === undefined ? [] : [[last, page.path]]),
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: pages.map(([name, path = ''], i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: `${rootOf(page)}${path}`,
    })),
  };
}

/** Returns the data of the home page for search engines. */
export const homeData = (page: SitePage): object => graph(site(page));

/** Returns the data of the page of a collection: the records that it shows first, which their pages describe. */
export function collectionData(page: SitePage, collection: PageCollection): object {
  const records: readonly PageRecord[] = page.site.records[collection];
  const name = page.messages.names[collection];
  return graph(
    {
      '@type': 'CollectionPage',
      name,
      url: `${rootOf(page)}${page.path}`,
      inLanguage: page.language,
      isPartOf: site(page),
      mainEntity: {
        '@type': 'ItemList',
        name,
        numberOfItems: records.length,
        itemListElement: records.slice(0, MAX_ITEMS).map((record, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          name: page.plainTitle(record),
          url: `${rootOf(page)}${page.site.addresses.record(page.language, collection, record.id)}`,
        })),
      },
    },
    breadcrumb(page, collection),
  );
}

/** Returns the data of the page of a record, in the terms of the widgets, and its place in the site. */
export function recordPageData(page: SitePage, entry: RecordEntry): object {
  const {collection, record} = entry;
  const data = recordData(page, collection, record);
  const options = {language: page.language, hasPublisher: true};
  const thing =
    entry.collection === 'programmes'
      ? programmeThing(page, entry.record, String(data['url']))
      : createThing(data, collection, page.site.records.programmes, options);
  const {website} = data;
  return graph(
    thing && {...thing, ...(typeof website === 'string' && {sameAs: website})},
    breadcrumb(page, collection, page.plainTitle(record)),
  );
}

/** Returns a programme as the grant that it is to projects. */
const programmeThing = (page: SitePage, programme: Programme, url: string): Thing => ({
  '@type': 'Grant',
  '@id': url,
  name: page.plainTitle(programme),
  url,
  ...(programme.funding && {description: page.plain(programme.funding.text)}),
  ...(programme.fund?.name && {funder: {'@type': 'Organization', name: programme.fund.name}}),
});
