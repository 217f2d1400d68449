import {decode} from '../data/decode.js';
import {content as featuresOf, sequence} from '../data/sources/geojson.js';
import {content as recordsOf} from '../data/sources/opendatasoft.js';
import {rowOf} from '../data/sources/opendatasoft/rows.js';
import {EVENT_DEFAULTS, POST_DEFAULTS, rowsOf} from '../data/sources/wordpress/posts.js';
import type {Row} from '../data/sources/foreign/rows.js';
import {isObject} from '../data/shape.js';
import type {CollectionName} from '../model/records.js';
import type {Entries} from './entries.js';
import {ConversionError, type Find, type Place, quotedValue} from './finding.js';
import {entryPlaces} from './json-places.js';

const ADDRESS = 'https://localhost/';

/**
 * Parses JSON or a sequence of JSON texts.
 *
 * @throws {ConversionError}
 */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const isSequence = text.startsWith('\u001e') || /^\s*\{.*\}\s*\n\s*\{/.test(text);
    if (isSequence) return sequence(text);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConversionError({what: 'unreadableFile', reason});
  }
}

/** Runs a reader, and converts its error to a `ConversionError` without the placeholder URL. */
function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(`${ADDRESS}: `, '') : '';
    throw new ConversionError({what: 'unreadableFile', reason});
  }
}

/** Returns the parsed input of rows whose field names are their columns. */
function entriesOf(rows: readonly (Row & {readonly place: Place})[], given: object): Entries {
  const names = new Map<string, Place>();
  for (const {fields} of rows)
    for (const name of Object.keys(fields)) if (!names.has(name)) names.set(name, {name});
  return {
    entries: rows,
    names: [...names].map(([name, place]) => ({name, place})),
    order: 'lat-lon',
    ...given,
  };
}

/** Adds locations to the rows; reports values that are not records. */
function placed(
  values: readonly unknown[],
  places: readonly Place[],
  find: Find,
  rowsIn: (value: unknown) => readonly Row[],
): (Row & {readonly place: Place})[] {
  return values.flatMap((value, i) => {
    const place = places[i] ?? {entry: i + 1};
    if (isObject(value)) return rowsIn(value).map(row => ({...row, place}));
    find('dropped', place, {what: 'noRecord', got: quotedValue(value)});
    return [];
  });
}

/**
 * Reads GeoJSON, or a sequence of it.
 *
 * @throws {ConversionError}
 */
export function readGeojson(bytes: Uint8Array, find: Find): Entries {
  const text = decode(bytes);
  const body = parsed(text);
  const {rows, faults = []} = asked(() => featuresOf(body, ADDRESS));
  for (const reason of faults) find('dropped', {}, {what: 'unreadableFile', reason});
  const places = entryPlaces(text, ['features']);
  const list = (typeof rows === 'function' ? rows('resources') : rows).flatMap((row, i) => {
    const place = places[i] ?? {entry: i + 1};
    const isNone = Object.keys(row.fields).length === 0 && row.geometry === undefined;
    if (isNone) find('dropped', place, {what: 'noRecord', got: '"…"'});
    return isNone ? [] : [{...row, place}];
  });
  return entriesOf(list, {order: 'lon-lat'});
}

/**
 * Reads records of Opendatasoft: an export, or a response of its API.
 *
 * @throws {ConversionError}
 */
export function readOpendatasoft(bytes: Uint8Array, find: Find): Entries {
  const text = decode(bytes);
  const values = asked(() => recordsOf(parsed(text), ADDRESS));
  const places = entryPlaces(text, ['results', 'records']);
  return entriesOf(
    placed(values, places, find, value => [rowOf(value)]),
    {},
  );
}

/**
 * Reads posts of WordPress, or events of The Events Calendar.
 *
 * @throws {ConversionError}
 */
export function readWordpress(
  bytes: Uint8Array,
  kind: CollectionName,
  find: Find,
  base = ADDRESS,
): Entries {
  const text = decode(bytes);
  const body = parsed(text);
  const values = isObject(body) ? body['events'] : body;
  if (!Array.isArray(values)) throw new ConversionError({what: 'unreadableFile', reason: NO_POSTS});
  const places = entryPlaces(text, ['events']);
  const rows = placed(values, places, find, value => rowsOf(value, base));
  const count = values.filter(isObject).length - rows.length;
  if (count > 0) find('dropped', {}, {what: 'locked', count});
  const isEvents = values.some(value => isObject(value) && 'start_date' in value);
  const posts = kind === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
  return entriesOf(rows, {defaults: isEvents ? EVENT_DEFAULTS : posts, isVerbose: true});
}

const NO_POSTS = 'expected a list of posts from the REST API of WordPress';
