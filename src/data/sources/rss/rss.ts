import {decodeText} from '../../client/decode-text.js';
import {SchemaError} from '../../client/errors.js';
import {type BodyReader, MAX_BODY_LENGTH} from '../../client/request.js';
import type {PortalSource} from '../../source.js';
import {FILE_TIMEOUT_MS, FormatError} from '../shared/files/file-reader.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import {fetchPages, type FilePages} from '../shared/files/page-following.js';
import type {FieldDefaults} from '../shared/rows/foreign-record.js';
import {parseEnvelope} from '../../validation.js';
import type {SourceOptions} from '../shared/source-options.js';
import {type Feed, parseJsonFeed, parseXmlFeed} from './feed.js';

/** Maximum length of a feed, in bytes. Parsing a longer one would freeze the page. */
const MAX_FEED_LENGTH = MAX_BODY_LENGTH / 3;

/** Paths of our fields in the entries of a feed. */
const FEED_DEFAULTS: FieldDefaults = {
  id: 'id',
  title: 'title',
  description: 'summary',
  body: 'content',
  url: 'page',
  image: 'picture',
  authors: 'authors',
  themes: 'categories',
  attachments: 'files',
  geo: 'place_geo',
  place: 'location',
  updated: 'changed',
};

/**
 * Parses a feed.
 *
 * @throws {SchemaError} if the text is none.
 */
export function parseFeed(text: string, url: string): Feed {
  const feed = /^\s*\{/.test(text) ? parseJsonFeed(text) : parseXmlFeed(text);
  if (feed) return feed;
  throw new FormatError(url, 'expected RSS, Atom or JSON Feed', text);
}

const reader: BodyReader = {
  name: 'rss',
  timeoutMs: FILE_TIMEOUT_MS,
  async read(response, url) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MAX_FEED_LENGTH)
      throw new SchemaError(url, `${bytes.length} bytes are too many for a feed`);
    return {value: parseFeed(decodeText(bytes), url), length: bytes.length};
  },
};

/** Returns the content of the pages of a feed. */
export function feedContent(feeds: readonly Feed[], hasMore: boolean, url: string): FileContent {
  const entries = feeds.flatMap(feed => feed.entries);
  const {title, link, rights} = feeds[0] as Feed;
  const hasEvents = entries.some(entry => entry['hasEventDate'] === true);
  const attribution = {text: title, url: link, licence: rights};
  return {
    rows: collection => (collection === 'programmes' ? [] : entries.map(fields => ({fields}))),
    // Without dates of events, an entry takes place when it is published.
    defaults: {
      ...FEED_DEFAULTS,
      ...(hasEvents && {start: 'event_start', end: 'event_end'}),
      date: 'published',
    },
    envelope: parseEnvelope({attribution}, url).value ?? {},
    isPartial: hasMore,
    errors: hasMore ? [`only the first ${entries.length} entries are read`] : [],
  };
}

/** Opens a feed: RSS, Atom or JSON Feed. */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {
    reader,
    fetch: (client, url, query) => fetchPages(client, url, reader, query, body => body as Feed),
    parse(body, url) {
      const {pages, hasMore} = body as FilePages;
      return feedContent(pages as readonly Feed[], hasMore, url);
    },
  });
