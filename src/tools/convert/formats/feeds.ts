import {decodeText} from '../../../data/client/decode-text.js';
import {isGeometry} from '../../../data/sources/geojson/geojson.js';
import {calendarContent} from '../../../data/sources/ics/ics.js';
import {
  createFinder,
  hasNextPage,
  isWrapper,
  parseJsonPages,
} from '../../../data/sources/json/json.js';
import {feedContent, parseFeed} from '../../../data/sources/rss/rss.js';
import type {FileContent} from '../../../data/sources/shared/files/foreign-file.js';
import type {CollectionName} from '../../../model/records.js';
import type {ReportDiagnostic, SourceLocation} from '../../messages/diagnostic.js';
import type {ParsedInput} from '../parsed-input.js';
import {reasonMessage} from '../reasons.js';
import {entryLocations, parseJson, PLACEHOLDER_URL, withConversionErrors} from './json.js';

/** Returns the names of the fields that a converter reports if they are not used. */
const namesIn = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(fields).filter(name => !isWrapper(name, fields[name]) && !isGeometry(fields[name]));

/** Returns the rows of a collection, with the field mapping of the format. */
function toInput(
  {rows, defaults, coordinateOrder = 'lat-lon', crs, errors = []}: FileContent,
  kind: CollectionName,
  report: ReportDiagnostic,
  locations: readonly SourceLocation[] = [],
): ParsedInput {
  for (const reason of errors) report('error', {}, ...reasonMessage(reason));
  const found = withConversionErrors(() => (typeof rows === 'function' ? rows(kind) : rows));
  const isLocated = locations.length === found.length;
  const entries = found.map((row, i) => ({
    ...row,
    location: (isLocated && locations[i]) || {entry: i + 1},
  }));
  const names = new Set(defaults ? [] : entries.flatMap(({fields}) => namesIn(fields)));
  return {
    entries,
    names: [...names].map(name => ({name, location: {name}})),
    coordinateOrder,
    crs,
    ...(defaults && {defaults, isVerbose: true}),
  };
}

/**
 * Reads any JSON with an array of records.
 *
 * @param pointer JSON Pointer to the array, `#/ecoles`; empty to search it.
 * @throws {ConversionError}
 */
export function readJson(
  bytes: Uint8Array,
  kind: CollectionName,
  report: ReportDiagnostic,
  pointer = '',
): ParsedInput {
  const text = decodeText(bytes);
  const body = parseJson(text);
  const pages = {pages: [{body}], hasMore: hasNextPage(body)};
  const content = withConversionErrors(() =>
    parseJsonPages(pages, PLACEHOLDER_URL, createFinder(pointer.replace(/^#/, ''))),
  );
  const locations = entryLocations(text, ['results', 'features', 'items', 'data', 'records']);
  return toInput(content, kind, report, locations);
}

/**
 * Reads a feed: RSS, Atom or JSON Feed.
 *
 * @throws {ConversionError}
 */
export function readRss(
  bytes: Uint8Array,
  kind: CollectionName,
  report: ReportDiagnostic,
): ParsedInput {
  const feed = withConversionErrors(() => parseFeed(decodeText(bytes), PLACEHOLDER_URL));
  return toInput(feedContent([feed], false, PLACEHOLDER_URL), kind, report);
}

/**
 * Reads a calendar.
 *
 * @throws {ConversionError}
 */
export function readIcs(
  bytes: Uint8Array,
  kind: CollectionName,
  report: ReportDiagnostic,
): ParsedInput {
  const text = decodeText(bytes);
  const content = withConversionErrors(() => calendarContent(text, PLACEHOLDER_URL, Date.now()));
  return toInput(content, kind, report);
}
