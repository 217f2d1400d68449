import {LoadError, SchemaError} from '../../client/errors.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {
  type Parameter,
  parametersOf,
  type ServerAdapter,
  type ServerPage,
  type ServerQuery,
  type PartParameters,
  type ServerField,
  type ServerFilters,
} from '../shared/servers/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount, objectsIn, objectIn} from '../shared/rows/json-access.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {encodeUrlPart} from '../../../model/url-parts.js';
import {dateSpan, isoDay} from '../../../model/time/period.js';
import type {ListFilter, TerritoryKind} from '../../../model/query.js';
import {
  comparableYear,
  type TimeFields,
  timeFieldsOf,
  territoryCodeField,
} from '../shared/rows/comparable-fields.js';

/** Fields that a text search reads. */
const SEARCH_FIELDS = ['title', 'description', 'tags', 'authors', 'commune', 'identifier'];

/** Returns true if there are sample values and all satisfy `test`. */
const allValues = ({values}: ServerField, test: (value: unknown) => boolean): boolean => {
  const present = values.filter(value => value !== null && value !== undefined);
  return present.length > 0 && present.every(test);
};
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isDate = (value: unknown): boolean => /^\d{4}-\d\d-\d\d/.test(String(value));
const isYear = (value: unknown): boolean => isNumber(value) && /^[12]\d{3}$/.test(String(value));

/** Returns true for strings that need no escaping in a list of the API. */
const needsNoEscaping = (value: string): boolean => !/[",()&=*\\]/.test(value);

/** Returns the source field of one of our fields, if a filter can compare all its values. */
function comparableField(
  {field}: ServerQuery,
  name: string,
  test: (value: unknown) => boolean = value => isText(value) || isNumber(value),
): ServerField | undefined {
  const found = field(name);
  return found && !found.isDelimited && allValues(found, test) ? found : undefined;
}

/** Returns the columns that a text search reads, limited to names allowed in an `or` parameter. */
function searchColumns({field}: ServerQuery): readonly string[] {
  const fields = SEARCH_FIELDS.flatMap(name => field(name) ?? []);
  const names = fields.filter(one => allValues(one, isText)).map(({path}) => path);
  return [...new Set(names)].filter(name => needsNoEscaping(name) && !name.includes('.'));
}

const timeFields = (serverQuery: ServerQuery): TimeFields<ServerField> | undefined =>
  timeFieldsOf(serverQuery, field =>
    allValues(field, isDate) || allValues(field, isYear) ? field : undefined,
  );

/** Returns a day in the format of a column: a date, or a year. */
const dateValue = (field: ServerField, day: number, isBefore = false): string =>
  allValues(field, isYear) ? String(comparableYear(day, isBefore)) : isoDay(day);

const searchParameters: PartParameters = serverQuery => {
  const columns = searchColumns(serverQuery).map(name => `${name}__contains`);
  const [only, ...more] = columns;
  if (only === undefined) return undefined;
  return (serverQuery.query.q ?? '')
    .trim()
    .split(/\s+/)
    .map((word): Parameter => {
      // Characters with a meaning in an `or` parameter are replaced by a wildcard.
      const pattern = word.replace(/[^\p{L}\p{N}'’-]/gu, '*');
      const either = columns.map(name => `${name}.${pattern}`).join(',');
      return more.length > 0 ? ['or', `(${either})`] : [only, pattern];
    });
};

const bboxParameters: PartParameters = serverQuery => {
  const {bbox} = serverQuery.query;
  const lat = comparableField(serverQuery, 'lat', isNumber);
  const lon = comparableField(serverQuery, 'lon', isNumber);
  if (!bbox || bbox[0] > bbox[2] || !lat || !lon) return undefined;
  return [
    [`${lat.path}__greater`, String(bbox[1])],
    [`${lat.path}__less`, String(bbox[3])],
    [`${lon.path}__greater`, String(bbox[0])],
    [`${lon.path}__less`, String(bbox[2])],
  ];
};

const sortParameters: PartParameters = serverQuery => {
  const {sort = ''} = serverQuery.query;
  const field = sort.endsWith('title')
    ? serverQuery.field('title')
    : timeFields(serverQuery)?.start;
  return field && [[`${field.path}__sort`, sort.startsWith('-') ? 'desc' : 'asc']];
};

/** Returns the filter for one of several values. */
const valueFilter =
  (
    part: ListFilter | TerritoryKind,
    fieldOf: (serverQuery: ServerQuery) => ServerField | undefined,
  ): PartParameters =>
  serverQuery => {
    const values = serverQuery.query[part] ?? [];
    const field = fieldOf(serverQuery);
    if (!field || values.length === 0 || !values.every(needsNoEscaping)) return undefined;
    return [[`${field.path}__${values.length > 1 ? 'in' : 'exact'}`, values.join(',')]];
  };

const fieldFilter = (part: ListFilter, name: string): PartParameters =>
  valueFilter(part, serverQuery => comparableField(serverQuery, name));

const territoryFilter = (kind: TerritoryKind): PartParameters =>
  valueFilter(kind, serverQuery => territoryCodeField(kind, serverQuery));

/** Parameters of the API (README of datagouv/api-tabular, "Operators"). */
const filters: ServerFilters = {
  q: searchParameters,
  to: serverQuery => {
    const {start} = timeFields(serverQuery) ?? {};
    const last = dateSpan(serverQuery.query.to)?.last;
    if (!start || last === undefined) return start && [];
    return [[`${start.path}__strictly_less`, dateValue(start, last + 1, true)]];
  },
  from: serverQuery => {
    const {start, end} = timeFields(serverQuery) ?? {};
    const first = dateSpan(serverQuery.query.from)?.first;
    // The API has no filter for records without an end date.
    if (!end || end.path !== start?.path) return undefined;
    return first === undefined ? [] : [[`${end.path}__greater`, dateValue(end, first)]];
  },
  bbox: bboxParameters,
  type: fieldFilter('type', 'type'),
  theme: fieldFilter('theme', 'themes'),
  section: fieldFilter('section', 'section'),
  family: fieldFilter('family', 'family'),
  commune: valueFilter('commune', serverQuery =>
    comparableField(serverQuery, serverQuery.field('insee') ? 'insee' : 'commune'),
  ),
  epci: territoryFilter('epci'),
  departement: territoryFilter('departement'),
  region: territoryFilter('region'),
  sort: sortParameters,
};

export {filters};

/** Maximum page size of the API (README of datagouv/api-tabular, "Pagination"). */
const MAX_PAGE_SIZE = 50;

/**
 * Returns the URL of a resource's rows, and the filters to keep. Accepts the URL of the resource, of its rows, or of
 * its page on data.gouv.fr.
 */
function parseResourceUrl(url: string): {
  readonly data: string;
  readonly fixedFilters: readonly string[];
} {
  const {origin, pathname, search, hostname, hash} = new URL(url);
  const api = /^(.*\/api\/resources\/[\w-]+)(?:\/|$)/.exec(pathname)?.[1];
  const isSite = /(?:^|\.)data\.gouv\.fr$/.test(hostname);
  const page = isSite ? /(?:\/r\/|\/resources\/|resource_id=)([\da-f-]{36})/ : undefined;
  const id = page?.exec(pathname + search + hash)?.[1];
  const own = search.slice(1).split('&');
  if (api !== undefined)
    return {data: `${origin}${api}/data/`, fixedFilters: own.filter(part => /__|^or=/.test(part))};
  if (id !== undefined)
    return {data: `https://tabular-api.data.gouv.fr/api/resources/${id}/data/`, fixedFilters: []};
  throw new LoadError(
    'unsupported',
    url,
    'expected the address of a resource: https://tabular-api.data.gouv.fr/api/resources/{id}/',
  );
}

/** @throws {SchemaError} if the response does not come from the API. */
function parsePage(body: unknown, url: string): ServerPage {
  const data = isObject(body) ? body['data'] : body;
  if (!Array.isArray(data))
    throw new SchemaError(url, 'expected rows of the Tabular API: an object with data');
  const rows = objectsIn({given: data}, 'given').map(({__id: id, ...fields}) => ({fields, id}));
  return {rows, total: asCount(objectIn(body, 'meta')['total'])};
}

/** Returns the list of needed columns, or an empty string if a name cannot be part of a list. */
const columnList = (names: readonly string[]): string =>
  names.every(needsNoEscaping) ? ['__id', ...names].join(',') : '';

/**
 * Opens a table on data.gouv.fr by the Tabular API.
 *
 * @throws {LoadError} if the URL identifies no resource.
 */
export function open(options: SourceOptions): PortalSource {
  const {data, fixedFilters} = parseResourceUrl(options.url);
  const urlOf = (end: string, serverQuery: ServerQuery, ...more: readonly Parameter[]): string => {
    const parameters = [...parametersOf(filters, serverQuery), ...more].map(
      ([name, value]) => `${encodeUrlPart(name)}=${encodeUrlPart(value)}`,
    );
    return `${data}${end}?${[...fixedFilters, ...parameters].filter(Boolean).join('&')}`;
  };
  const adapter: ServerAdapter = {
    maxPageSize: MAX_PAGE_SIZE,
    hasPageNumbers: true,
    bulkReturnsAll: true,
    coordinateOrder: 'lat-lon',
    filters,
    pageUrl: (serverQuery, {offset, limit}) =>
      urlOf(
        '',
        serverQuery,
        ['page', String(Math.floor(offset / limit) + 1)],
        ['page_size', String(limit)],
      ),
    recordUrl: (id, serverQuery) =>
      needsNoEscaping(id)
        ? urlOf('', serverQuery, [`${serverQuery.field('id')?.path ?? '__id'}__exact`, id])
        : undefined,
    bulkUrl: serverQuery => {
      const columns = columnList(serverQuery.sourceFields ?? []);
      return urlOf('json/', serverQuery, ...(columns ? [['columns', columns] as const] : []));
    },
    parsePage,
  };
  return new ForeignServer(options, () => adapter);
}
