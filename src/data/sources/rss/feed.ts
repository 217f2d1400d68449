import {isObject} from '../../../model/schemas/schema-builder.js';
import {parseJsonIn} from '../shared/readers/cell-json.js';
import {plainText} from '../shared/readers/plain-text.js';
import type {ForeignRecord} from '../shared/rows/foreign-record.js';
import {objectsIn, resolveUrl} from '../shared/rows/json-access.js';
import {childOf, childrenOf, parseXml, textOf, type XmlElement} from './xml.js';

/** Maximum number of entries read of a feed. */
const MAX_ENTRIES = 2_000;

/** Feed of any format. */
export interface Feed {
  readonly entries: readonly ForeignRecord[];
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly rights: string | undefined;
  /** Link to the next page of the feed (RFC 5005, JSON Feed). */
  readonly next: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const withoutTags = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : plainText(html) || undefined;

/** Returns ISO 8601 of a date of RSS (RFC 822) or Atom; other texts unchanged, to be reported. */
function feedDate(date: string | undefined): string | undefined {
  if (date === undefined || /^[+-]?\d{4}(?:-|$)/.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Returns the name of an author of RSS, `mail@example.org (Name)`, without the address. */
const authorName = (author: string): string | undefined => {
  const [, name] = /\(([^()]+)\)\s*$/.exec(author) ?? [];
  return name ?? (/\S@\S/.test(author) ? undefined : author);
};

/** Returns a text construct of Atom: plain text, HTML or XHTML (RFC 4287, 3.1). HTML in RSS. */
function readText(element: XmlElement | undefined, isAtom: boolean): string | undefined {
  if (!element) return undefined;
  const type = element.attributes['type'] ?? (isAtom ? 'text' : 'html');
  return /^(?:text(?:\/plain)?|xhtml)$/.test(type) ? text(element.text) : withoutTags(element.text);
}

/** Returns the link to the page: the text of RSS, or the alternate link of Atom. */
function pageOf(element: XmlElement): string | undefined {
  const links = childrenOf(element, 'link', 'atom:link');
  const alternate = links.find(
    ({attributes}) => attributes['href'] && (attributes['rel'] ?? 'alternate') === 'alternate',
  );
  const guid = childOf(element, 'guid');
  const permalink = guid?.attributes['ispermalink'] === 'false' ? undefined : guid?.text.trim();
  return (
    textOf(element, 'link') ??
    alternate?.attributes['href'] ??
    (/^https?:/i.test(permalink ?? '') ? permalink : undefined)
  );
}

interface Enclosure {
  readonly url: string;
  readonly type: string | undefined;
  readonly size: number | undefined;
}

/** Video of Flash, which YouTube still lists and no browser plays. */
const FLASH = 'application/x-shockwave-flash';

/** Returns an entry and its groups of media (Media RSS), as YouTube has them. */
const withGroups = (element: XmlElement): readonly XmlElement[] => [
  element,
  ...childrenOf(element, 'media:group'),
];

function enclosuresOf(element: XmlElement): readonly Enclosure[] {
  const media = withGroups(element).flatMap(part => childrenOf(part, 'media:content'));
  const links = childrenOf(element, 'link').filter(
    ({attributes}) => attributes['rel'] === 'enclosure',
  );
  return [...childrenOf(element, 'enclosure'), ...media, ...links].flatMap(
    ({attributes: {url, href, type, medium, length, filesize}}) => {
      const address = url ?? href;
      const size = Number(length ?? filesize);
      return address === undefined || type === FLASH
        ? []
        : [
            {
              url: address,
              type: type ?? (medium && `${medium}/*`),
              size: size > 0 ? size : undefined,
            },
          ];
    },
  );
}

const isPicture = ({url, type}: Enclosure): boolean =>
  type?.startsWith('image/') ?? /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i.test(url);

/** Returns the place of an entry: GeoRSS, or the W3C vocabulary. */
function placeOf(element: XmlElement): unknown {
  const point =
    textOf(element, 'georss:point') ??
    textOf(childOf(element, 'georss:where', 'gml:point') ?? element, 'gml:pos');
  const [lat, lon] = (
    point ?? `${textOf(element, 'geo:lat')} ${textOf(element, 'geo:long', 'geo:lon')}`
  )
    .split(/[\s,]+/)
    .map(Number);
  return Number.isFinite(lat) && Number.isFinite(lon) ? {lat, lon} : undefined;
}

function entryOf(element: XmlElement): ForeignRecord {
  const isAtom = element.name === 'entry';
  const enclosures = enclosuresOf(element);
  const content = readText(childOf(element, 'content:encoded', 'content'), isAtom);
  const parts = withGroups(element);
  const mediaText = parts.map(part => childOf(part, 'media:description')).find(Boolean);
  const summary =
    readText(childOf(element, 'description', 'summary'), isAtom) ?? readText(mediaText, false);
  const authors = childrenOf(element, 'author', 'dc:creator', 'itunes:author').map(
    author => textOf(author, 'name') ?? authorName(author.text.trim()),
  );
  const page = pageOf(element);
  const published = feedDate(textOf(element, 'pubdate', 'published', 'dc:date', 'updated'));
  return {
    id: textOf(element, 'guid', 'id') ?? element.attributes['rdf:about'] ?? page,
    title: readText(childOf(element, 'title', 'media:title'), isAtom),
    summary: summary ?? content,
    content: summary === undefined || summary === content ? undefined : content,
    page,
    published,
    changed: feedDate(textOf(element, 'updated', 'atom:updated')),
    authors: authors.filter(Boolean),
    categories: childrenOf(element, 'category', 'dc:subject')
      .map(one => text(one.attributes['label'] ?? one.attributes['term'] ?? one.text))
      .filter(Boolean),
    picture:
      enclosures.find(isPicture)?.url ??
      parts.flatMap(part => childrenOf(part, 'media:thumbnail'))[0]?.attributes['url'] ??
      childOf(element, 'itunes:image')?.attributes['href'],
    files: enclosures.filter(one => !isPicture(one)),
    place_geo: placeOf(element),
    event_start: feedDate(textOf(element, 'ev:startdate', 'xcal:dtstart')) ?? published,
    event_end: feedDate(textOf(element, 'ev:enddate', 'xcal:dtend')),
    location: textOf(element, 'ev:location', 'xcal:location', 'georss:featurename'),
    hasEventDate: childOf(element, 'ev:startdate', 'xcal:dtstart') !== undefined,
  };
}

/** Returns the feed in an XML text: RSS 0.9 to 2.0, or Atom. Undefined if it is none. */
export function parseXmlFeed(xml: string): Feed | undefined {
  const root = childOf(parseXml(xml), 'rss', 'feed', 'rdf:rdf');
  if (!root) return undefined;
  const channel = childOf(root, 'channel') ?? root;
  const elements = [...new Set([root, channel])].flatMap(one => childrenOf(one, 'item', 'entry'));
  const next = childrenOf(channel, 'link', 'atom:link').find(
    ({attributes}) => attributes['rel'] === 'next',
  );
  const link = pageOf(channel);
  // A relative URL refers to the site, which may have another address than the feed.
  const onSite = (page: unknown): unknown =>
    /^[a-z][\w+.-]*:/i.test(String(page)) ? page : (resolveUrl(page, link ?? '') ?? page);
  return {
    entries: elements
      .slice(0, MAX_ENTRIES)
      .map(entryOf)
      .map(entry => ({...entry, page: onSite(entry['page'])})),
    title: readText(childOf(channel, 'title'), root.name === 'feed'),
    link,
    rights: textOf(channel, 'copyright', 'rights', 'dc:rights'),
    next: next?.attributes['href'],
  };
}

function jsonEntryOf(item: ForeignRecord): ForeignRecord {
  const {id, title, url, external_url: externalUrl, image, banner_image: banner} = item;
  const content = withoutTags(text(item['content_html'])) ?? text(item['content_text']);
  const summary = text(item['summary']);
  const author = isObject(item['author']) ? [item['author']] : [];
  const published = text(item['date_published']) ?? text(item['date_modified']);
  const attachments = objectsIn(item, 'attachments').map(one => ({
    url: one['url'],
    type: one['mime_type'],
    title: one['title'],
    size: one['size_in_bytes'],
  }));
  return {
    id: id ?? url,
    title: withoutTags(text(title)),
    summary: summary ?? content,
    content: summary === undefined ? undefined : content,
    page: url ?? externalUrl,
    published,
    changed: item['date_modified'],
    authors: [...author, ...objectsIn(item, 'authors')].map(({name}) => name),
    categories: item['tags'],
    picture: image ?? banner,
    files: attachments,
    event_start: published,
  };
}

/** Returns the feed in a JSON text (JSON Feed 1.1). Undefined if it is none. */
export function parseJsonFeed(json: string): Feed | undefined {
  const body = parseJsonIn(json);
  if (!isObject(body) || !Array.isArray(body['items'])) return undefined;
  return {
    entries: objectsIn(body, 'items').slice(0, MAX_ENTRIES).map(jsonEntryOf),
    title: text(body['title']),
    link: text(body['home_page_url']),
    rights: undefined,
    next: text(body['next_url']),
  };
}
