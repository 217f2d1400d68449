import {isObject, type JsonObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {CollectionName} from '../../../model/records.js';
import {SchemaError} from '../../client/errors.js';
import {type BodyReader, parseAnyJson} from '../../client/request.js';
import type {PortalSource} from '../../source.js';
import {asCount, objectIn} from '../shared/rows/json-access.js';
import {FILE_TIMEOUT_MS, FormatError} from '../shared/files/file-reader.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import {fetchPages, type FilePage, type FilePages} from '../shared/files/page-following.js';
import type {SourceOptions} from '../shared/source-options.js';
import {
  findRecords,
  type FoundRecords,
  nextLink,
  resolvePointer,
  statedTotal,
} from './find-records.js';
import {isKeepProject, KEEP_ATTRIBUTION, KEEP_DEFAULTS, keepRows} from './keep-eu.js';
import {isGeometry, LINES, parseSequence, rowOf as featureRow} from '../geojson/geojson.js';
import {rowOf as datasetRow} from '../opendatasoft/rows.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {decodeUrlPart} from '../../../model/url-parts.js';

/** Properties that hold the fields of a record: JSON:API, Airtable, Elasticsearch, GraphQL and OpenStreetMap. */
const WRAPPERS = ['attributes', 'fields', 'properties', '_source', 'node', 'tags'];

/** Returns true for the wrapper object of a record, whose fields are fields of the record too. */
export const isWrapper = (name: string, value: unknown): boolean =>
  WRAPPERS.includes(name) && isObject(value);

/** Element types of OpenStreetMap, which are no category of the record. */
const OSM_KINDS = ['node', 'way', 'relation'];

/** Returns the values of a result of SPARQL: `{"name": {"type": "literal", "value": "Beffroi"}}`; undefined for others. */
function bindingsIn(record: JsonObject): JsonObject | undefined {
  const bound = Object.entries(record).map(([name, binding]) =>
    isObject(binding) && /^(?:uri|bnode|(?:typed-)?literal)$/.test(String(binding['type']))
      ? ([name, binding['value']] as const)
      : undefined,
  );
  return bound.length > 0 && bound.every(entry => entry !== undefined)
    ? Object.fromEntries(bound)
    : undefined;
}

/** Returns the row of a record. Fields in a wrapper object can be named with and without its name. */
function rowOf(given: JsonObject): Row {
  if (given['type'] === 'Feature') return featureRow(given);
  const {item} = given;
  if (given['@type'] === 'ListItem' && isObject(item)) return rowOf(item);
  const record = bindingsIn(given) ?? given;
  const row = withGeometry(datasetRow(record));
  if (row.fields !== record) return row;
  const wrapper = WRAPPERS.find(name => isWrapper(name, record[name]));
  const id = record['_id'] ?? record['@id'];
  if (wrapper === undefined) return {id, ...row};
  const fields: Record<string, unknown> = {...record, ...(record[wrapper] as object)};
  const {type} = record;
  // Drupal: the type of an entity and its bundle, and both ends of a period in one field.
  if (fields['type'] === type && typeof type === 'string')
    fields['type'] =
      wrapper === 'tags' && OSM_KINDS.includes(type) ? '' : type.replace(/^.*--/, '');
  for (const [name, value] of Object.entries(fields)) {
    if (!isObject(value)) continue;
    // Notion: `{"type": "status", "status": {"name": "Fini"}}`.
    const kind = ownValue(value, 'type');
    if (typeof kind === 'string' && Object.hasOwn(value, kind)) fields[name] = value[kind];
    else if ('end_value' in value)
      fields[name] = {...value, start: value['value'], end: value['end_value']};
  }
  // Tags of our own records are a list of words.
  if (wrapper === 'tags' && fields['tags'] === record['tags']) delete fields['tags'];
  return withGeometry({id, ...row, fields, geometry: geometryOf(record['geometry'])});
}

/** Returns a geometry; one of Esri, such as `{"x": 704000, "y": 7059000}`, as GeoJSON. */
function geometryOf(value: unknown): unknown {
  if (!isObject(value) || 'type' in value) return value;
  const {x, y, paths, rings} = value;
  if (typeof x === 'number' && typeof y === 'number') return {type: 'Point', coordinates: [x, y]};
  if (Array.isArray(paths)) return {type: 'MultiLineString', coordinates: paths};
  return Array.isArray(rings) ? {type: 'Polygon', coordinates: rings} : value;
}

/** Returns the coordinate reference system that a layer of Esri states. */
function systemIn(body: unknown): string | undefined {
  const {latestWkid, wkid} = objectIn(body, 'spatialReference');
  const code = latestWkid ?? wkid;
  return typeof code === 'number' ? `EPSG:${code}` : undefined;
}

/** Adds the geometry of a row that has one under another name, such as `localisation`. */
function withGeometry(row: Row): Row {
  const geometry = row.geometry ?? Object.values(row.fields).find(isGeometry);
  return geometry === undefined ? row : {...row, geometry};
}

/** Body of a response, with the facts about its records that the headers state. */
interface JsonPage {
  readonly body: unknown;
  readonly next?: string | undefined;
  /** Number of records that the server has. */
  readonly total?: number | undefined;
}

/** Reads the link to the next page (RFC 8288), and the number of records that the server has. */
function factsIn(headers: Headers): Omit<JsonPage, 'body'> {
  const [, next] =
    /<([^<>]*)>[^<]*;\s*rel="?(?:[^",;]*\s)?next\b/i.exec(headers.get('link') ?? '') ?? [];
  const [, range] = /\/(\d+)\s*$/.exec(headers.get('content-range') ?? '') ?? [];
  const total = headers.get('x-total-count') ?? headers.get('x-wp-total') ?? range;
  return {next, total: asCount(Number(total ?? NaN))};
}

const reader: BodyReader = {
  name: 'json',
  timeoutMs: FILE_TIMEOUT_MS,
  async read(response, url) {
    const text = await response.text();
    const {value: body, length} = await parseAnyJson(text, url).catch(() => {
      // JSON Lines: a record in each line.
      const {features, faults} = LINES.test(text) ? parseSequence(text) : {faults: [text]};
      if (faults.length > 0) throw new FormatError(url, 'expected JSON', text);
      return {value: features, length: text.length};
    });
    return {value: {body, ...factsIn(response.headers)} satisfies JsonPage, length};
  },
};

/** Finds the records of a page for a collection: the records, or the reason why there are none. */
type Finder = (page: JsonPage, collection: CollectionName) => FoundRecords | string;

/** Pages of a JSON file, in order. */
type JsonPages = FilePages<JsonPage>;

/**
 * Returns a finder that searches each page once for each collection.
 *
 * @param pointer JSON Pointer to the array of records; empty to search it.
 */
export function createFinder(pointer = ''): Finder {
  const find = (body: unknown, collection: CollectionName): FoundRecords | string => {
    if (isKeepProject(body)) return {entries: [body], containers: []};
    if (pointer === '') return findRecords(body, collection);
    return resolvePointer(body, pointer) ?? `there is no array at #${pointer}`;
  };
  const found = new WeakMap<JsonPage, Map<CollectionName, FoundRecords | string>>();
  return (page, collection) => {
    const known = found.get(page) ?? new Map<CollectionName, FoundRecords | string>();
    const result = known.get(collection) ?? find(page.body, collection);
    found.set(page, known.set(collection, result));
    return result;
  };
}

/** Returns the problems of the pages of a file, and if its records are projects of keep.eu. */
function checkPages({pages, hasMore}: JsonPages, findIn: Finder) {
  // A document with several collections is checked by its schema only.
  const found = pages
    .map(page => findIn(page, 'resources'))
    .filter(page => typeof page === 'object');
  const entries = found.flatMap(page => page.entries);
  const total = (found[0] && statedTotal(found[0])) ?? pages[0]?.total;
  const others = entries.filter(entry => !isObject(entry)).length;
  const errors: string[] = [];
  if (hasMore || pages.some(({body}) => isObject(body) && body['exceededTransferLimit'] === true))
    errors.push(`only the first ${entries.length} records are read`);
  else if ((total ?? 0) > entries.length)
    errors.push(
      `the answer has ${entries.length} of ${total} records and no link to further ones: ask for more with a ` +
        'parameter such as limit, size or per_page in the address',
    );
  const isPartial = errors.length > 0;
  if (others > 0)
    errors.push(`${others} of ${entries.length} entries are no objects, and left out`);
  return {errors, isPartial, isKeep: entries.some(isKeepProject)};
}

export function parseJsonPages(body: JsonPages, url: string, findIn = createFinder()): FileContent {
  const {errors, isPartial, isKeep} = checkPages(body, findIn);
  const recordsOf = (page: JsonPage, collection: CollectionName) => {
    const found = findIn(page, collection);
    if (typeof found === 'string') throw new SchemaError(url, found);
    const isOther = collection === 'programmes' && found.name !== collection && !isKeep;
    return isOther ? [] : found.entries.filter(isObject);
  };
  return {
    rows: collection => {
      const records = body.pages.flatMap(page => recordsOf(page, collection));
      return isKeep ? keepRows(records, collection) : records.map(rowOf);
    },
    coordinateOrder: 'lat-lon',
    crs: systemIn(body.pages[0]?.body),
    errors,
    isPartial,
    ...(isKeep && {defaults: KEEP_DEFAULTS, envelope: {attribution: KEEP_ATTRIBUTION}}),
  };
}

/** Splits a URL from the JSON Pointer in its fragment. */
function splitPointer(address: string): {readonly url: string; readonly pointer: string} {
  const [url = '', fragment = ''] = address.split('#');
  return {url, pointer: fragment.startsWith('/') ? decodeUrlPart(fragment) : ''};
}

/** Returns the entries of a page and its link to the next. */
function pageOf(page: JsonPage, findIn: Finder): FilePage {
  const found = findIn(page, 'resources');
  return typeof found === 'string'
    ? {entries: []}
    : {entries: found.entries, next: nextLink(found) ?? page.next};
}

/** True if a body links to further records. */
export const hasNextPage = (body: unknown): boolean =>
  typeof pageOf({body}, createFinder()).next === 'string';

/** Opens any JSON file or API whose records are an array. The fragment of its URL may be a JSON Pointer to the array. */
export function open(options: SourceOptions): PortalSource {
  const {url, pointer} = splitPointer(options.url);
  const findIn = createFinder(pointer);
  return new ForeignFile(
    {...options, url},
    {
      reader,
      fetch: (client, address, query) =>
        fetchPages(client, address, reader, query, page => pageOf(page as JsonPage, findIn)),
      parse: (body, address) => parseJsonPages(body as JsonPages, address, findIn),
    },
  );
}
