import {dateSpan, parseDate, overlaps} from '../../../model/time/period.js';
import type {Query} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {FieldDefaults, ForeignRecord} from '../shared/rows/foreign-record.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

/** Start and end of one occurrence. */
interface Timing {
  readonly begin?: unknown;
  readonly end?: unknown;
}

/** Default paths of our fields in the rows made by `rowsOf`. */
export const DEFAULTS: FieldDefaults = {
  id: 'occurrence',
  title: 'title | title_fr',
  description: 'description | description_fr',
  url: 'link',
  image: 'picture',
  geo: 'location_coordinates | location',
  place: 'location.name | location_name',
  commune: 'location.city | location_city',
  insee: 'location.insee | location_insee',
  tags: 'words',
  start: 'timing.begin',
  end: 'timing.end',
  timezone: 'timezone | location.timezone',
  status: 'state_word',
};

/** Numeric codes of the API (OpenAgenda developers, "event status"). */
const STATUSES: Readonly<Record<number, string>> = {
  2: 'rescheduled',
  3: 'movedOnline',
  4: 'postponed',
  5: 'full',
  6: 'cancelled',
};

/** Returns an array, parsed from JSON if it is a string, as in exports. */
function asArray(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return Array.isArray(value) ? value : [];
  try {
    return asArray(JSON.parse(value) as unknown);
  } catch {
    return [];
  }
}

/** Returns the occurrences of an event, or one from its first or next timing if that is all the data has. */
function occurrencesOf(event: ForeignRecord): readonly Timing[] {
  const timings = asArray(event['timings']).filter(isObject);
  if (timings.length > 0) return timings;
  const {nextTiming, firstTiming, lastTiming} = event;
  const firstOrNext = [nextTiming ?? firstTiming ?? lastTiming].filter(isObject);
  if (firstOrNext.length > 0) return firstOrNext;
  const begin = event['firstdate_begin'];
  return begin ? [{begin, end: event['firstdate_end']}] : [];
}

/** Returns the period from the first occurrence of an event to its last. */
function fullPeriodOf(event: ForeignRecord): Timing | undefined {
  const timings = occurrencesOf(event);
  const begin = (event['firstTiming'] as Timing | undefined)?.begin ?? event['firstdate_begin'];
  const end = (event['lastTiming'] as Timing | undefined)?.end ?? event['lastdate_end'];
  const [first] = timings;
  return first && {begin: begin ?? first.begin, end: end ?? timings.at(-1)?.end};
}

/** Returns true if an occurrence overlaps the period of a query. One with unreadable dates is kept. */
function overlapsQuery({begin, end}: Timing, {from, to}: Query): boolean {
  const [start, last] = [begin, end ?? begin].map(date => parseDate(String(date)));
  if (!start || !last) return true;
  const span = {
    first: dateSpan(from)?.first ?? -Infinity,
    last: dateSpan(to)?.last ?? Infinity,
  };
  return overlaps({first: start.first, last: last.last}, span);
}

/** Returns the URL of an image: `base` and `filename` joined. */
function imageUrlOf({image, thumbnail}: ForeignRecord): unknown {
  if (!isObject(image)) return image ?? thumbnail;
  const {base, filename} = image;
  return typeof base === 'string' && typeof filename === 'string' ? base + filename : undefined;
}

/** Returns the keywords in one language, preferably French. */
function keywordsOf({keywords, keywords_fr: french}: ForeignRecord): unknown {
  if (!isObject(keywords)) return keywords ?? french;
  return keywords['fr'] ?? Object.values(keywords)[0];
}

/** Returns the page of an event on openagenda.com, if its URL is known. */
function linkOf(event: ForeignRecord): unknown {
  const givenLink = event['canonicalUrl'] ?? event['canonicalurl'] ?? event['link'];
  if (givenLink) return givenLink;
  const agenda = isObject(event['originAgenda']) ? event['originAgenda']['slug'] : undefined;
  const {slug} = event;
  return typeof agenda === 'string' && typeof slug === 'string'
    ? `https://openagenda.com/${encodeUrlPart(agenda)}/events/${encodeUrlPart(slug)}`
    : event['onlineAccessLink'];
}

/**
 * Returns the rows of an event. For the collection `events`, one per occurrence within the period of the query;
 * otherwise one, from the first occurrence to the last.
 */
export function rowsOf(event: unknown, collection: CollectionName, query: Query): Row[] {
  if (!isObject(event)) return [{fields: {}}];
  const id = event['uid'] ?? event['slug'];
  const fields = {
    ...event,
    // An agenda may have a custom field of the same name, with numeric option ids.
    type: typeof event['type'] === 'string' ? event['type'] : undefined,
    picture: imageUrlOf(event),
    words: keywordsOf(event),
    link: linkOf(event),
    state_word: STATUSES[Number(event['status'])],
  };
  const row = (timing: Timing | undefined, occurrence: unknown): Row => ({
    id: occurrence,
    fields: {...fields, occurrence, timing},
  });
  if (collection !== 'events') return [row(fullPeriodOf(event), id)];
  const timings = occurrencesOf(event);
  return timings
    .map((timing, i) => [timing, timings.length > 1 ? `${String(id)}/${i + 1}` : id] as const)
    .filter(([timing]) => overlapsQuery(timing, query))
    .map(([timing, occurrence]) => row(timing, occurrence));
}
