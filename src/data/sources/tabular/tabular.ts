import {dateSpan, isoDay} from '../../../model/period.js';
import {type Query, TERRITORIES, type TerritoryKind} from '../../../model/query.js';
import {isTerritoryKind} from '../../../model/territory.js';
import {LoadError, SchemaError} from '../../client/errors.js';
import {isObject} from '../../../model/schema-builder.js';
import type {PortalSource} from '../../source.js';
import type {
  ServerField,
  ServerAdapter,
  ServerPage,
  ServerQuery,
} from '../shared/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount, objectsIn, objectIn} from '../shared/json-access.js';
import {ForeignServer} from '../shared/foreign-server.js';
import {territoryCodeField} from '../shared/territory-fields.js';
import {timeFieldsOf, comparableYear} from '../shared/time-fields.js';

/** Maximum page size of the API (README of datagouv/api-tabular, "Pagination"). */
const MAX_PAGE_SIZE = 50;

/** Filters, with the field each is compared with. */
const FILTER_FIELDS = {
  type: 'type',
  theme: 'themes',
  section: 'section',
  family: 'family',
} as const;
/** Fields that a text search reads. */
const SEARCH_FIELDS = ['title', 'description', 'tags', 'authors', 'commune', 'identifier'];

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

const parameter = (name: string, value: string | number): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

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

/** Builds the parameters of a query. */
class TabularQuery {
  readonly #serverQuery: ServerQuery;

  constructor(serverQuery: ServerQuery) {
    this.#serverQuery = serverQuery;
  }

  #field(name: string, test: (value: unknown) => boolean): ServerField | undefined {
    const field = this.#serverQuery.field(name);
    return field && !field.isDelimited && allValues(field, test) ? field : undefined;
  }

  /** Columns read by a text search, limited to names allowed in an `or` parameter. */
  get #searchColumns(): readonly string[] {
    const fields = SEARCH_FIELDS.flatMap(name => this.#serverQuery.field(name) ?? []);
    const names = fields.filter(field => allValues(field, isText)).map(({path}) => path);
    return [...new Set(names)].filter(name => needsNoEscaping(name) && !name.includes('.'));
  }

  get #timeFields() {
    return timeFieldsOf(this.#serverQuery, field =>
      allValues(field, isDate) || allValues(field, isYear) ? field : undefined,
    );
  }

  #filterField(
    part: keyof typeof FILTER_FIELDS | 'commune' | TerritoryKind,
  ): ServerField | undefined {
    if (isTerritoryKind(part)) return territoryCodeField(part, this.#serverQuery);
    const name = this.#serverQuery.field('insee') ? 'insee' : 'commune';
    return this.#field(
      part === 'commune' ? name : FILTER_FIELDS[part],
      value => isText(value) || isNumber(value),
    );
  }

  supports(part: keyof Query): boolean {
    const {query} = this.#serverQuery;
    if (part === 'q') return this.#searchColumns.length > 0;
    if (part === 'sort') return this.#order !== undefined;
    // The API has no filter for records without an end date.
    if (part === 'from' || part === 'to') {
      const {start, end} = this.#timeFields ?? {};
      return start !== undefined && (part === 'to' || end?.path === start.path);
    }
    if (part === 'bbox')
      return !!query.bbox && query.bbox[0] <= query.bbox[2] && this.#coordinateFields !== undefined;
    if (isTerritoryKind(part)) return this.#filterField(part) !== undefined;
    if (part !== 'commune' && !Object.hasOwn(FILTER_FIELDS, part)) return false;
    const filterName = part as keyof typeof FILTER_FIELDS;
    return (
      this.#filterField(filterName) !== undefined && !!query[filterName]?.every(needsNoEscaping)
    );
  }

  get #coordinateFields(): readonly [ServerField, ServerField] | undefined {
    const [lat, lon] = [this.#field('lat', isNumber), this.#field('lon', isNumber)];
    return lat && lon && [lat, lon];
  }

  get #order(): string | undefined {
    const {sort = ''} = this.#serverQuery.query;
    const sortField = sort.endsWith('title')
      ? this.#serverQuery.field('title')
      : this.#timeFields?.start;
    return sortField && parameter(`${sortField.path}__sort`, sort.startsWith('-') ? 'desc' : 'asc');
  }

  get parameters(): string[] {
    const {q, bbox, from, to, sort} = this.#serverQuery.query;
    const parameters: string[] = [];
    const addParameter = ({path}: ServerField, operator: string, value: string | number): void =>
      void parameters.push(parameter(`${path}__${operator}`, value));
    for (const word of q?.trim().split(/\s+/) ?? []) {
      // Characters with a meaning in an `or` parameter are replaced by a wildcard.
      const pattern = word.replace(/[^\p{L}\p{N}'’-]/gu, '*');
      const [first, ...more] = this.#searchColumns.map(name => `${name}__contains`);
      if (first === undefined || pattern === '') continue;
      const either = [first, ...more].map(name => `${name}.${pattern}`).join(',');
      parameters.push(more.length > 0 ? parameter('or', `(${either})`) : parameter(first, pattern));
    }
    const {start, end} = this.#timeFields ?? {};
    const [first, last] = [dateSpan(from)?.first, dateSpan(to)?.last];
    if (start && last !== undefined)
      addParameter(start, 'strictly_less', dateValue(start, last + 1, true));
    if (end && first !== undefined) addParameter(end, 'greater', dateValue(end, first));
    const places = bbox && this.#coordinateFields;
    if (places) {
      const [lat, lon] = places;
      addParameter(lat, 'greater', bbox[1]);
      addParameter(lat, 'less', bbox[3]);
      addParameter(lon, 'greater', bbox[0]);
      addParameter(lon, 'less', bbox[2]);
    }
    for (const part of ['type', 'theme', 'section', 'family', 'commune', ...TERRITORIES] as const) {
      const [value, ...more] = this.#serverQuery.query[part] ?? [];
      const field = this.#filterField(part);
      if (!field || value === undefined) continue;
      if (more.length > 0) addParameter(field, 'in', [value, ...more].join(','));
      else addParameter(field, 'exact', value);
    }
    if (sort && this.#order !== undefined) parameters.push(this.#order);
    return parameters;
  }
}

/** Returns a day in the format of a column: a date, or a year. */
const dateValue = (field: ServerField, day: number, isBefore = false): string | number =>
  allValues(field, isYear) ? comparableYear(day, isBefore) : isoDay(day);

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
  const urlOf = (end: string, ...parameters: readonly string[]): string =>
    `${data}${end}?${[...fixedFilters, ...parameters].filter(Boolean).join('&')}`;
  const adapter: ServerAdapter = {
    maxPageSize: MAX_PAGE_SIZE,
    hasPageNumbers: true,
    bulkReturnsAll: true,
    coordinateOrder: 'lat-lon',
    supports: (part, serverQuery) => new TabularQuery(serverQuery).supports(part),
    pageUrl: (serverQuery, {offset, limit}) =>
      urlOf(
        '',
        ...new TabularQuery(serverQuery).parameters,
        parameter('page', Math.floor(offset / limit) + 1),
        parameter('page_size', limit),
      ),
    bulkUrl: serverQuery => {
      const columns = columnList(serverQuery.sourceFields ?? []);
      return urlOf(
        'json/',
        ...new TabularQuery(serverQuery).parameters,
        columns && parameter('columns', columns),
      );
    },
    parsePage,
  };
  return new ForeignServer(options, () => adapter);
}
