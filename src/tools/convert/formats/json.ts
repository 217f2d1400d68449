import {decodeText} from '../../../data/client/decode-text.js';
import {LINES, parse as featuresOf, parseSequence} from '../../../data/sources/geojson/geojson.js';
import {recordsIn as recordsOf} from '../../../data/sources/opendatasoft/opendatasoft.js';
import {rowOf} from '../../../data/sources/opendatasoft/rows.js';
import {EVENT_DEFAULTS, POST_DEFAULTS, rowsOf} from '../../../data/sources/wordpress/posts.js';
import type {Row} from '../../../data/sources/shared/rows/foreign-rows.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {CollectionName} from '../../../model/records.js';
import {type ParsedInput, ConversionError} from '../parsed-input.js';
import {malformedJson, reasonMessage} from '../reasons.js';
import {
  type ReportDiagnostic,
  type SourceLocation,
  quotedValue,
} from '../../messages/diagnostic.js';

/** Base of relative URLs in files of unknown origin. */
export const PLACEHOLDER_URL = 'https://localhost/';

/** Deepest nesting that is read: what reads a value calls itself for each level. */
export const MAX_DEPTH = 1_000;

/** Returns true if the brackets outside of texts are nested deeper than is read. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const {token} of tokensOf(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** JSON in a script: `var json_Halles_1 = {…};` of qgis2web, `module.exports = […]`, or the call of JSONP. */
const SCRIPT =
  /^\s*(?:(?:var|let|const|export default)\b\s*)?[\w$.]*\s*[=(]?\s*([[{].*[\]}])[\s);]*$/s;

/**
 * Parses JSON, also in a script, or a sequence of JSON texts.
 *
 * @throws {ConversionError}
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new ConversionError('nestedTooDeep', MAX_DEPTH);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const isSequence = text.startsWith('\u001e') || LINES.test(text);
    if (isSequence) return parseSequence(text);
    const [, value = ''] = SCRIPT.exec(text) ?? [];
    if (value !== '' && value !== text.trim()) return parseJson(value);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConversionError(...malformedJson(text, reason));
  }
}

/** Runs a reader, and converts its error to a `ConversionError` without the placeholder URL. */
export function withConversionErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConversionError) throw error;
    const reason = error instanceof Error ? error.message.replace(`${PLACEHOLDER_URL}: `, '') : '';
    throw new ConversionError(...reasonMessage(reason));
  }
}

/** Returns the parsed input of rows whose field names are their columns. */
function toParsedInput(
  rows: readonly (Row & {readonly location: SourceLocation})[],
  extra: object,
): ParsedInput {
  const names = new Map<string, SourceLocation>();
  for (const {fields} of rows)
    for (const name of Object.keys(fields)) if (!names.has(name)) names.set(name, {name});
  return {
    entries: rows,
    names: [...names].map(([name, location]) => ({name, location})),
    coordinateOrder: 'lat-lon',
    ...extra,
  };
}

/** Adds locations to the rows; reports values that are not records. */
function withLocations(
  values: readonly unknown[],
  locations: readonly SourceLocation[],
  report: ReportDiagnostic,
  rowsIn: (value: unknown) => readonly Row[],
): (Row & {readonly location: SourceLocation})[] {
  return values.flatMap((value, i) => {
    const location = locations[i] ?? {entry: i + 1};
    if (isObject(value)) return rowsIn(value).map(row => ({...row, location}));
    report('error', location, 'notARecord', quotedValue(value));
    return [];
  });
}

/**
 * Reads GeoJSON, or a sequence of it.
 *
 * @throws {ConversionError}
 */
export function readGeojson(bytes: Uint8Array, report: ReportDiagnostic): ParsedInput {
  const text = decodeText(bytes);
  const body = parseJson(text);
  const {rows, errors = [], crs} = withConversionErrors(() => featuresOf(body, PLACEHOLDER_URL));
  for (const reason of errors) report('error', {}, ...reasonMessage(reason));
  const locations = entryLocations(text, ['features']);
  const list = (typeof rows === 'function' ? rows('resources') : rows).flatMap((row, i) => {
    const location = locations[i] ?? {entry: i + 1};
    const isEmpty = Object.keys(row.fields).length === 0 && row.geometry === undefined;
    if (isEmpty) report('error', location, 'notARecord', '"…"');
    return isEmpty ? [] : [{...row, location}];
  });
  return toParsedInput(list, {coordinateOrder: 'lon-lat', crs});
}

/**
 * Reads records of Opendatasoft: an export, or a response of its API.
 *
 * @throws {ConversionError}
 */
export function readOpendatasoft(bytes: Uint8Array, report: ReportDiagnostic): ParsedInput {
  const text = decodeText(bytes);
  const values = withConversionErrors(() => recordsOf(parseJson(text), PLACEHOLDER_URL));
  const locations = entryLocations(text, ['results', 'records']);
  return toParsedInput(
    withLocations(values, locations, report, value => [rowOf(value)]),
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
  report: ReportDiagnostic,
  base = PLACEHOLDER_URL,
): ParsedInput {
  const text = decodeText(bytes);
  const body = parseJson(text);
  const values = isObject(body) ? body['events'] : body;
  if (!Array.isArray(values)) throw new ConversionError('otherContent', 'WordPress');
  const locations = entryLocations(text, ['events']);
  const rows = withLocations(values, locations, report, value => rowsOf(value, base));
  const count = values.filter(isObject).length - rows.length;
  if (count > 0) report('error', {}, 'protectedPosts', count);
  const isEvents = values.some(value => isObject(value) && 'start_date' in value);
  const posts = kind === 'events' ? {...POST_DEFAULTS, date: '""'} : POST_DEFAULTS;
  return toParsedInput(rows, {defaults: isEvents ? EVENT_DEFAULTS : posts, isVerbose: true});
}

/** Returns the location of each entry of a JSON list: the top-level list, or the list under one of the keys. */
export function entryLocations(text: string, keys: readonly string[]): readonly SourceLocation[] {
  return locationsAt(text, entryOffsets(text, keys));
}

/** Bracket, comma or colon of JSON, the start of a text, or another value. */
const TOKEN = /["[\]{},:]|[^\s[\]{},:"]+/g;

/** Yields the tokens of JSON. A pattern for whole texts would fail on those of some megabytes. */
function* tokensOf(text: string): Generator<{readonly token: string; readonly index: number}> {
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const {0: token, index} = match;
    if (token === '"') pattern.lastIndex = textEnd(text, index) + 1;
    yield {token: token === '"' ? text.slice(index, pattern.lastIndex) : token, index};
  }
}

/** Returns the position of the quotation mark that ends a text; the end of invalid JSON. */
function textEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length - 1;
}

function entryOffsets(text: string, keys: readonly string[]): readonly number[] {
  const offsets: number[] = [];
  let depth = 0;
  /** Nesting depth of the list; 0 outside it. */
  let listDepth = 0;
  let key = '';
  let isEntryStart = false;
  for (const {token, index} of tokensOf(text)) {
    if (isEntryStart && token !== ']') offsets.push(index);
    isEntryStart = false;
    if (token === '[' || token === '{') {
      depth++;
      const isEntryList = token === '[' && (depth === 1 || (depth === 2 && keys.includes(key)));
      if (isEntryList && listDepth === 0) [listDepth, isEntryStart] = [depth, true];
    } else if (token === ']' || token === '}') {
      if (depth === listDepth) return offsets;
      depth--;
    } else if (token === ',') isEntryStart = depth === listDepth && listDepth > 0;
    else if (depth === 1 && token.startsWith('"')) key = token.slice(1, -1);
  }
  return offsets;
}

function locationsAt(text: string, offsets: readonly number[]): readonly SourceLocation[] {
  let [line, start, position] = [1, 0, 0];
  return offsets.map((offset, i) => {
    for (
      let end = text.indexOf('\n', position);
      end >= 0 && end < offset;
      end = text.indexOf('\n', end + 1)
    )
      [line, start, position] = [line + 1, end + 1, end + 1];
    return {line, column: offset - start + 1, entry: i + 1};
  });
}
