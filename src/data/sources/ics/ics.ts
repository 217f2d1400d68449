import {decodeText} from '../../client/decode-text.js';
import {defaultEnvironment} from '../../client/request.js';
import type {PortalSource} from '../../source.js';
import {bytesReader} from '../shared/files/file-reader.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {parseCalendar, type Calendar} from './calendar.js';
import ICAL from 'ical.js';
import {DEFAULT_TIME_ZONE, validTimeZone} from '../../../model/time/instant.js';
import type {CollectionName} from '../../../model/records.js';
import type {FieldDefaults} from '../shared/rows/foreign-record.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {expandEvent, type Occurrence} from './occurrences.js';

/** Paths of our fields in the rows of a calendar. */
const CALENDAR_DEFAULTS: FieldDefaults = {
  id: 'occurrence',
  title: 'summary',
  description: 'description',
  url: 'url',
  image: 'picture',
  geo: 'place_geo',
  place: 'location',
  tags: 'categories',
  start: 'start',
  end: 'end',
  timezone: 'timezone',
  status: 'state',
  updated: 'changed',
};

/** Maximum number of entries of a calendar, after expansion. */
const MAX_ROWS = 10_000;

/** Returns a time zone if browsers support it. */
const knownTimeZone = (name: string | undefined): string | undefined =>
  name !== undefined && validTimeZone(name) === name ? name : undefined;

/** Returns a parameter of a property. It may be absent, although ical.js declares it as a string. */
const parameterOf = (property: ICAL.Property | null, name: string): string | undefined =>
  property?.getFirstParameter(name);

/** Returns the zone of a property; Mozilla's calendar puts a path before its name. */
const zoneOf = (component: ICAL.Component, name: string): string | undefined =>
  knownTimeZone(
    parameterOf(component.getFirstProperty(name), 'tzid')?.replace(/^\/.*?\/(?=[A-Z][a-z]+\/)/, ''),
  );

/** Period of a row: dates, local times in a zone, or instants. */
interface RowPeriod {
  readonly start: string;
  readonly end: string | undefined;
  readonly timezone: string | undefined;
}

const isMidnight = ({hour, minute, second}: ICAL.Time): boolean => hour + minute + second === 0;

/** True for an event of whole days, also if a program writes them as times. */
const isWholeDays = ({start, end}: Occurrence): boolean =>
  start.isDate ||
  (start.zone !== ICAL.Timezone.utcTimezone &&
    isMidnight(start) &&
    isMidnight(end) &&
    end.compare(start) > 0);

function periodOf(occurrence: Occurrence, defaultZone: string): RowPeriod {
  const {component} = occurrence;
  const [start, end] = [occurrence.start.clone(), occurrence.end.clone()];
  if (isWholeDays(occurrence)) {
    for (const time of [start, end]) time.isDate = true;
    const last = end.clone();
    // The end of an all-day event is the day after the last (RFC 5545, 3.6.1).
    if (last.isDate && last.compare(start) > 0) last.adjust(-1, 0, 0, 0);
    return {start: start.toString(), end: last.toString().slice(0, 10), timezone: undefined};
  }
  const zone = zoneOf(component, 'dtstart');
  const endZone = component.getFirstProperty('dtend') ? zoneOf(component, 'dtend') : zone;
  const isFloating = (time: ICAL.Time): boolean => time.zone === ICAL.Timezone.localTimezone;
  const isLocal =
    start.zone !== ICAL.Timezone.utcTimezone && zone !== undefined && zone === endZone;
  const format = (time: ICAL.Time): string =>
    isLocal || isFloating(time)
      ? time.toString().replace('Z', '')
      : time.toJSDate().toISOString().replace('.000Z', 'Z');
  const hasEnd = end.compare(start) !== 0;
  return {
    start: format(start),
    end: hasEnd ? format(end) : undefined,
    timezone: zone ?? defaultZone,
  };
}

const textIn = (component: ICAL.Component, name: string): string | undefined => {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** Returns the picture of an event (RFC 7986, 5.10), or an attachment with the media type of one. */
function pictureOf(component: ICAL.Component): string | undefined {
  const attached = component
    .getAllProperties('attach')
    .find(property => parameterOf(property, 'fmttype')?.startsWith('image/'));
  const value: unknown =
    component.getFirstPropertyValue('image') ?? attached?.getFirstValue() ?? undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Returns the coordinates of `GEO:50.1;3.6`. */
function geoOf(component: ICAL.Component): unknown {
  const value: unknown = component.getFirstPropertyValue('geo');
  if (!Array.isArray(value)) return typeof value === 'string' ? value : undefined;
  const [lat, lon] = value as readonly unknown[];
  return {lat: Number(lat), lon: Number(lon)};
}

function fieldsOf(component: ICAL.Component) {
  const changed: unknown = component.getFirstPropertyValue('last-modified');
  const status = textIn(component, 'status')?.toLowerCase() ?? '';
  const location = textIn(component, 'location');
  // A meeting on the web often has its address in place of a location.
  const url =
    textIn(component, 'url') ?? (/^https?:\/\/\S+$/.test(location ?? '') ? location : undefined);
  return {
    summary: textIn(component, 'summary'),
    // Some programs write the address of the event into its description too.
    description: textIn(component, 'description')
      ?.split('\n')
      .filter(line => line.trim() !== url)
      .join('\n'),
    location,
    url,
    picture: pictureOf(component),
    place_geo: geoOf(component),
    categories: component
      .getAllProperties('categories')
      .flatMap(property => property.getValues() as unknown[]),
    state: /^(?:cancelled|tentative)$/.test(status) ? status : undefined,
    changed: changed instanceof ICAL.Time ? changed.toString() : undefined,
  };
}

const uidOf = (component: ICAL.Component): string => textIn(component, 'uid') ?? '';

const isHidden = (component: ICAL.Component): boolean =>
  /^(?:private|confidential)$/i.test(textIn(component, 'class') ?? '');

/** Returns the rows of a calendar, and the problems of its events. In `events` each occurrence is one. */
function calendarRows(
  {events, timeZone}: Calendar,
  collection: CollectionName,
  now: number,
): {readonly rows: readonly Row[]; readonly errors: readonly string[]} {
  const errors: string[] = [];
  const visible = events.filter(event => !isHidden(event));
  if (visible.length < events.length)
    errors.push(`${events.length - visible.length} private event(s) are left out`);
  const exceptions = new Map<string, ICAL.Component[]>();
  const masters: ICAL.Component[] = [];
  const uids = new Set(visible.filter(one => !one.getFirstProperty('recurrence-id')).map(uidOf));
  for (const event of visible) {
    const uid = uidOf(event);
    // A changed occurrence without its series is a separate event.
    if (!event.getFirstProperty('recurrence-id') || !uids.has(uid)) masters.push(event);
    else
      exceptions
        .set(uid, exceptions.get(uid) ?? [])
        .get(uid)
        ?.push(event);
  }
  const defaultZone = knownTimeZone(timeZone) ?? DEFAULT_TIME_ZONE;
  const rows: Row[] = [];
  for (const master of masters) {
    const uid = uidOf(master);
    try {
      const {occurrences, error} = expandEvent(master, exceptions.get(uid) ?? [], now);
      if (error !== undefined) errors.push(`event "${uid.slice(0, 60)}": ${error}`);
      const listed = collection === 'events' ? occurrences : occurrences.slice(0, 1);
      for (const occurrence of listed) {
        const period = periodOf(occurrence, defaultZone);
        const suffix = occurrences.length > 1 ? `/${period.start}` : '';
        const id = uid === '' ? undefined : `${uid}${collection === 'events' ? suffix : ''}`;
        rows.push({id, fields: {...fieldsOf(occurrence.component), ...period, occurrence: id}});
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      errors.push(`event "${uid.slice(0, 60)}" is left out: ${reason.slice(0, 100)}`);
    }
    if (rows.length > MAX_ROWS) {
      errors.push(`only the first ${MAX_ROWS} entries are read`);
      break;
    }
  }
  return {rows: rows.slice(0, MAX_ROWS), errors};
}

/**
 * Returns the content of a calendar.
 *
 * @param now Milliseconds since 1970; recurring events are expanded around it.
 */
export function calendarContent(text: string, url: string, now: number): FileContent {
  const calendar = parseCalendar(text, url);
  const {rows, errors} = calendarRows(calendar, 'events', now);
  return {
    rows: collection => {
      if (collection === 'programmes') return [];
      return collection === 'events' ? rows : calendarRows(calendar, collection, now).rows;
    },
    defaults: CALENDAR_DEFAULTS,
    errors: [...calendar.errors, ...errors],
  };
}

/** Opens a calendar file or subscription (iCalendar). */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {
    reader: bytesReader('ics'),
    parse: (body, url) => {
      const now = options.now?.() ?? defaultEnvironment.now();
      return calendarContent(decodeText(body as Uint8Array), url, now);
    },
  });
