import {isoDay, parseDate} from '../../../../src/model/time/period.js';
import type {Language} from '../messages/messages.js';
import {type Entry, entryOf, leadOf, newsDay, pictureOf} from '../site/record-parts.js';
import {Page, type SiteModel} from '../site/site-model.js';

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
const rootPage = (site: SiteModel, language: Language): Page =>
  new Page(site, language, site.addresses.page(language, 'home'));

/** Returns the newest dated resources and projects. Requires the address of the site. */
function itemsOf(site: SiteModel, language: Language): readonly FeedItem[] {
  const {base = ''} = site.config;
  const page = rootPage(site, language);
  const entries: Entry[] = [
    ...site.records.resources.map(one => entryOf('resources', one)),
    ...site.records.projects.map(one => entryOf('projects', one)),
  ];
  return entries
    .filter(entry => Number.isFinite(newsDay(entry)))
    .sort((a, b) => newsDay(b) - newsDay(a) || (String(a.record.id) < String(b.record.id) ? -1 : 1))
    .slice(0, MAX_ENTRIES)
    .map(entry => {
      const {collection, record} = entry;
      const url = `${base}${site.addresses.record(language, collection, record.id)}`;
      const share = site.media.picture(pictureOf(entry))?.share;
      return {
        id: url,
        url,
        title: page.plainTitle(record),
        text: page.plain(leadOf(entry)),
        date: `${isoDay(newsDay(entry))}T00:00:00Z`,
        image: share === undefined ? undefined : `${base}${share}`,
        tags: (record as {readonly themes?: readonly string[]}).themes ?? [],
      };
    });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML 1.0 does not allow: control characters and halves of surrogate pairs. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF\p{Cs}]/gu;

/** Escapes a text for XML. */
const xml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);

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

/** Returns the events as a calendar to subscribe to (RFC 5545). Times without an offset are those of Paris. */
export function calendar(site: SiteModel, language: Language): string {
  const {base = '', title} = site.config;
  const page = rootPage(site, language);
  const host = base === '' ? 'portail.invalid' : new URL(base).hostname;
  const events = site.records.events.flatMap(event => {
    const times = eventTimes(event.period.start, event.period.end, event.timezone);
    if (!times) return [];
    const url = `${base}${site.addresses.record(language, 'events', event.id)}`;
    return [
      'BEGIN:VEVENT',
      `UID:${site.addresses.slug('events', event.id)}@${host}`,
      // The same file for the same data: the time of the publication would change it.
      'DTSTAMP:19700101T000000Z',
      ...times,
      `SUMMARY:${icsText(page.plainTitle(event))}`,
      ...(event.description === undefined
        ? []
        : [`DESCRIPTION:${icsText(page.plain(event.description))}`]),
      ...(event.place === undefined ? [] : [`LOCATION:${icsText(event.place)}`]),
      ...(event.geo ? [`GEO:${event.geo.lat};${event.geo.lon}`] : []),
      ...(base === '' ? [] : [`URL:${url}`]),
      ...(/^cancell?ed|^annul/i.test(event.status ?? '') ? ['STATUS:CANCELLED'] : []),
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//spass-widgets//spass-portal//FR',
    `X-WR-CALNAME:${icsText(page.plain(title))}`,
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .map(foldLine)
    .join('\r\n');
}

const icsText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Folds a line after 75 octets, not inside a character. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 74) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Returns the start and the end of an event: days, or times in UTC. */
function eventTimes(
  start: string | undefined,
  end: string | null | undefined,
  timezone = 'Europe/Paris',
): readonly string[] | undefined {
  const from = start ? parseDate(start) : undefined;
  if (!from || start === undefined) return undefined;
  const to = end ? parseDate(end) : undefined;
  if (from.precision === 'time') {
    const last = to?.precision === 'time' && end ? [`DTEND:${utcTime(end, timezone)}`] : [];
    return [`DTSTART:${utcTime(start, timezone)}`, ...last];
  }
  const lastDay = Math.max(from.last, to?.last ?? from.last);
  // The end of whole days is exclusive.
  return [
    `DTSTART;VALUE=DATE:${compactDay(from.first)}`,
    `DTEND;VALUE=DATE:${compactDay(lastDay + 1)}`,
  ];
}

const compactDay = (day: number): string => isoDay(day).replaceAll('-', '');

/** Returns a time in UTC in the form of iCalendar: `20270410T120000Z`. */
function utcTime(time: string, timezone: string): string {
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
  const wall = new Date(hasOffset ? time : `${time}Z`);
  const instant = hasOffset ? wall : new Date(wall.getTime() - offsetAt(wall, timezone));
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Returns the offset of a time zone at a wall-clock time, in milliseconds. */
function offsetAt(wall: Date, timeZone: string): number {
  const format = (instant: Date): number => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(instant);
    const value = (type: string): number => Number(parts.find(part => part.type === type)?.value);
    return Date.UTC(
      value('year'),
      value('month') - 1,
      value('day'),
      value('hour'),
      value('minute'),
      value('second'),
    );
  };
  const guess = format(wall) - wall.getTime();
  // Near a change of the clock the offset is that of the instant, not of the guess.
  const instant = new Date(wall.getTime() - guess);
  return format(instant) - instant.getTime();
}
