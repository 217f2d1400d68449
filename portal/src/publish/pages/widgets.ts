import {PRERENDERED_ATTRIBUTE} from '../../../../src/data/client/embedded-responses.js';
import {html, type Html, trusted} from '../../markup.js';
import {isSharded} from '../api/shards.js';
import {distance} from '../../../../src/model/geo/geo.js';
import {type RecordEntry, placeOf} from '../site/record-parts.js';
import {portalDocument} from '../site/api-records.js';
import {languageSuffix, type SitePage} from '../site/site-model.js';
import {jsonBlock} from './layout.js';
import type {PageCollection} from '../source/records.js';

export type HtmlAttributes = Readonly<Record<string, string | number | true | undefined>>;

/** Returns attributes as HTML. */
export const attributesHtml = (attributes: HtmlAttributes): Html[] =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [value === true ? html` ${trusted(name)}` : html` ${trusted(name)}="${value}"`],
  );

/** Path of the document that widgets of a language read. */
export const documentPath = ({language, site}: SitePage): string => {
  const suffix = languageSuffix(site, language);
  return isSharded(site) ? `api/fiches${suffix}/manifeste.json` : `api/portail${suffix}.json`;
};

/** Records for pages that cannot request them, by collection. */
export type InlineRecords = Readonly<Partial<Record<PageCollection, readonly unknown[]>>>;

interface WidgetContent {
  /** Children of the widget: its heading, layers. */
  readonly children?: Html;
  /** Records of an archive; by default all collections. */
  readonly records?: InlineRecords;
  /** True if it is inside the portal of the page, which names the data and their source. */
  readonly isInPortal?: boolean;
}

/** Returns widgets in one portal, which loads the records and names their source once. An archive has none. */
export const sharedPortal = (page: SitePage, content: Html): Html =>
  page.site.isArchive
    ? content
    : html`<spass-portal api="${page.url(documentPath(page))}" skin="${page.site.config.skin}"
        >${content}</spass-portal
      >`;

/**
 * Returns a widget that reads the records of the site. In an archive they are inside its tag.
 *
 * @param fallback Content that is readable without a script. It stays in place until the widget has its records.
 */
export function widget(
  page: SitePage,
  noun: string,
  attributes: HtmlAttributes,
  fallback: Html,
  {children = html``, records, isInPortal = false}: WidgetContent = {},
): Html {
  const {skin} = page.site.config;
  const {isArchive} = page.site;
  const api = isArchive || isInPortal ? {} : {api: page.url(documentPath(page))};
  const all = {...api, skin, ...attributes};
  const tag = trusted(`spass-${noun}`);
  const data = isArchive
    ? dataBlock(records ?? portalDocument(page.site, page.language, page.root()))
    : '';
  const prerendered = html`<div ${trusted(PRERENDERED_ATTRIBUTE)}>${fallback}</div>`;
  return html`<${tag}${attributesHtml(all)}>${data}${children}${prerendered}</${tag}>`;
}

/** Returns records as a data block of a widget. */
export const dataBlock = (data: object): Html =>
  html`<script type="application/json">
    ${jsonBlock(data)}
  </script>`;

/** Widget of the page of a collection. */
const COLLECTION_WIDGETS: Readonly<
  Record<PageCollection, {readonly noun: string; readonly attributes: HtmlAttributes}>
> = {
  portals: {noun: 'portal-cards', attributes: {layout: 'une'}},
  projects: {noun: 'project-map', attributes: {'sync-url': true, limit: 24}},
  resources: {
    noun: 'resource-list',
    attributes: {'sync-url': true, limit: 24, facets: 'type,theme,commune,date'},
  },
  events: {noun: 'agenda', attributes: {limit: 24}},
  organisations: {noun: 'directory', attributes: {limit: 60}},
  programmes: {noun: 'programme-timeline', attributes: {}},
  stories: {noun: 'story', attributes: {}},
};

/** Largest distance between places of a commune, in metres, and the zoom at which its map shows each of them. */
const [COMMUNE_EXTENT, COMMUNE_ZOOM] = [4000, 13];

/** Returns the attributes of a map of a commune: by default it zooms to the region, with one cluster. */
export function communeZoom(entries: readonly RecordEntry[]): HtmlAttributes {
  const places = entries.flatMap(entry => placeOf(entry) ?? []);
  const [first] = places;
  const isCommune =
    first && places.length > 1 && places.every(one => distance(first, one) < COMMUNE_EXTENT);
  return isCommune ? {zoom: COMMUNE_ZOOM} : {};
}

export const collectionWidget = (
  collection: PageCollection,
): (typeof COLLECTION_WIDGETS)[PageCollection] => COLLECTION_WIDGETS[collection];
