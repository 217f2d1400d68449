import {formatCalendar} from '../../../../src/model/time/ics.js';
import {isoDay} from '../../../../src/model/time/period.js';
import {html} from '../../markup.js';
import type {Language} from '../messages/messages.js';
import {type RecordEntry, entryOf, leadOf, newsDay, pictureOf} from '../site/record-parts.js';
import {SitePage, type SiteModel} from '../site/site-model.js';

/** Number of records in a feed. */
const MAX_ENTRIES = 50;

/** Record of a feed, with absolute addresses. */
interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Time with an offset (RFC 3339). */
  readonly date: string;
  readonly image: string | undefined;
  readonly tags: readonly string[];
}

/** Page at the root, by which texts are read in a language. */
const rootPage = (site: SiteModel, language: Language): SitePage =>
  new SitePage(site, language, site.addresses.page(language, 'home'));

/** Returns the newest dated resources and projects. Requires the address of the site. */
function itemsOf(site: SiteModel, language: Language): readonly FeedItem[] {
  const {base = ''} = site.config;
  const page = rootPage(site, language);
  const entries: RecordEntry[] = [
    ...site.records.resources.map(one => entryOf('resources', one)),
    ...site.records.projects.map(one => entryOf('projects', one)),
  ];
  return entries
    .map(entry => ({entry, id: String(entry.record.id), day: newsDay(entry)}))
    .filter(({day}) => Number.isFinite(day))
    .sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_ENTRIES)
    .map(({entry, day}) => {
      const {collection, record} = entry;
      const url = `${base}${site.addresses.record(language, collection, record.id)}`;
      const share = site.media.picture(pictureOf(entry))?.share;
      return {
        id: url,
        url,
        title: page.plainTitle(record),
        text: page.plain(leadOf(entry)),
        date: `${isoDay(day)}T00:00:00Z`,
        image: share === undefined ? undefined : `${base}${share}`,
        tags: ((record as {readonly themes?: readonly string[]}).themes ?? []).filter(Boolean),
      };
    });
}

/** Characters that XML 1.0 does not allow: control characters and halves of surrogate pairs. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF\p{Cs}]/gu;

/** Escapes a text for XML. */
const xml = (text: string): string => html`${text.replace(FORBIDDEN, '')}`.source;

/** Returns the newest records as Atom (RFC 4287). */
export function atomFeed(site: SiteModel, language: Language): string {
  const {base = '', title, publisher} = site.config;
  const page = rootPage(site, language);
  const items = itemsOf(site, language);
  const own = `${base}flux/${language}.atom`;
  const entries = items.map(
    ({id, url, title: name, text, date, tags}) => `  <entry>
    <id>${xml(id)}</id>
    <title>${xml(name)}</title>
    <link href="${xml(url)}"/>
    <updated>${date}</updated>
${tags.map(tag => `    <category term="${xml(tag)}"/>\n`).join('')}    <summary>${xml(text)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(own)}</id>
  <title>${xml(page.plain(title))}</title>
  <updated>${items[0]?.date ?? '1970-01-01T00:00:00Z'}</updated>
  <author><name>${xml(page.plain(publisher ?? title))}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(own)}"/>
  <link rel="alternate" type="text/html" href="${xml(base + page.path)}"/>
${entries.join('')}</feed>
`;
}

/** Returns the newest records as JSON Feed 1.1. */
export function jsonFeed(site: SiteModel, language: Language): string {
  const {base = '', title, publisher} = site.config;
  const page = rootPage(site, language);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: page.plain(title),
    home_page_url: base + page.path,
    feed_url: `${base}flux/${language}.json`,
    language,
    authors: [{name: page.plain(publisher ?? title)}],
    items: itemsOf(site, language).map(({id, url, title: name, text, date, image, tags}) => ({
      id,
      url,
      title: name,
      content_text: text,
      date_modified: date,
      ...(image !== undefined && {image}),
      ...(tags.length > 0 && {tags}),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** Status of an event that does not take place, also in French. */
const CANCELLED = /^cancell?ed|^annul/i;

/** Returns the events as a calendar to subscribe to (RFC 5545). Times without an offset are in Paris time. */
export function calendar(site: SiteModel, language: Language): string {
  const {base = '', title} = site.config;
  const page = rootPage(site, language);
  const host = base === '' ? 'portail.invalid' : new URL(base).hostname;
  const events = site.records.events.map(event => ({
    ...event,
    uid: `${site.addresses.slug('events', event.id)}@${host}`,
    title: page.plainTitle(event),
    description: page.plain(event.description),
    url: base === '' ? undefined : `${base}${site.addresses.record(language, 'events', event.id)}`,
    status: CANCELLED.test(event.status ?? '') ? 'cancelled' : event.status,
  }));
  // The same file for the same data: the time of the publication would change it.
  return formatCalendar(events, {timestamp: new Date(0), name: page.plain(title)});
}
