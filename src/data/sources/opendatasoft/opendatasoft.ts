import {isAbortError, LoadError, SchemaError} from '../../client/errors.js';
import {jsonReader} from '../../client/request.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {FetchBody, ServerAdapter, ServerPage} from '../shared/servers/server-adapter.js';
import type {SourceOptions} from '../shared/source-options.js';
import {asCount, objectsIn} from '../shared/rows/json-access.js';
import {readCommuneName} from '../shared/readers/territory-readers.js';
import {FILE_TIMEOUT_MS} from '../shared/files/file-reader.js';
import {ForeignServer} from '../shared/servers/foreign-server.js';
import {type Dataset, parseDatasetUrl, quoteOdsql} from './dataset.js';
import {
  datasetParameters,
  facetQuery,
  odsFilters,
  OdsFields,
  odsqlName,
  type OdsSchema,
  parseSchema,
} from './ods-query.js';
import {rowOf} from './rows.js';
import type {FacetName, Facets, FacetValue, ListFilter, Query} from '../../../model/query.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

function canCountFacet(facet: FacetName, fields: OdsFields): boolean {
  if (facet === 'year') return fields.times?.start.path === (fields.times?.end?.path ?? 0);
  if (facet === 'commune') return fields.commune !== undefined;
  const field = isTextFacet(facet) ? fields.text(facet) : undefined;
  return !!field?.annotations['facet'];
}

/** Facets compared with the field of the same name. */
const TEXT_FACETS: readonly FacetName[] = ['type', 'theme', 'section', 'family'];

const isTextFacet = (facet: FacetName): facet is ListFilter => TEXT_FACETS.includes(facet);

/** Counts the facets of a query. Each ignores its own filter. */
async function countFacets(
  apiUrl: string,
  fields: OdsFields,
  {facets = [], ...query}: Query,
  parametersWithout: (facet?: FacetName) => URLSearchParams,
  fetchBody: FetchBody,
): Promise<Facets> {
  // Facets without a filter are counted in one request.
  const unfiltered: FacetName[] = [];
  const filtered: FacetName[] = [];
  for (const facet of facets) {
    const isSimple = facet !== 'year' && facet !== 'commune';
    (isSimple && query[facet] === undefined ? unfiltered : filtered).push(facet);
  }
  const sets = [unfiltered, ...filtered.map(facet => [facet])].filter(({length}) => length > 0);
  const counted = await Promise.all(
    sets.map(async set => {
      const [first] = set;
      const parameters = parametersWithout(set === unfiltered ? undefined : first);
      if (first === 'year' || first === 'commune')
        return [[first, await countGroups(apiUrl, fields, first, parameters, fetchBody)]];
      for (const facet of set) parameters.append('facet', fields.field(facet)?.path ?? '');
      const lists = objectsIn(await fetchBody(`${apiUrl}/facets?${parameters}`), 'facets');
      return set.map(facet => {
        const list = lists.find(({name}) => name === fields.field(facet)?.path);
        return [facet, valuesOf(objectsIn(list, 'facets'))];
      });
    }),
  );
  return Object.fromEntries(counted.flat()) as Facets;
}

/** Counts values that are not facets of the portal: years of dates, and communes by code with their names. */
async function countGroups(
  apiUrl: string,
  fields: OdsFields,
  facet: 'year' | 'commune',
  parameters: URLSearchParams,
  fetchBody: FetchBody,
): Promise<FacetValue[]> {
  const field = facet === 'year' ? fields.times?.start : fields.commune;
  const nameField = facet === 'commune' ? fields.field('commune') : undefined;
  const isDate = facet === 'year' && field?.type !== 'int';
  const group = [isDate ? `year(${field?.odsqlName}) as value` : `${field?.odsqlName} as value`];
  if (nameField && nameField.path !== field?.path) group.push(`${nameField.odsqlName} as name`);
  // The alias cannot be `count`, which is a keyword of ODSQL.
  const rest = {select: 'count(*) as total', order_by: 'total desc', limit: '100'};
  for (const [key, value] of Object.entries({...rest, group_by: group.join(', ')}))
    parameters.set(key, value);
  const values = valuesOf(objectsIn(await fetchBody(`${apiUrl}/records?${parameters}`), 'results'));
  if (facet === 'year') return values;
  return values.map(one => {
    const label = String(readCommuneName(one.label ?? one.value));
    return label === one.value ? one : {...one, label};
  });
}

/** Returns the values with their counts, from either kind of response. The counts of equal values are added. */
function valuesOf(rows: ReturnType<typeof objectsIn>): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const row of rows) {
    const count = asCount(row['count'] ?? row['total']);
    if (!/^(?:string|number)$/.test(typeof row['value']) || !count) continue;
    const value = String(row['value']);
    const existing = values.get(value);
    const name = row['name'];
    const label =
      existing?.label ?? (typeof name === 'string' && name !== value ? name : undefined);
    values.set(value, {
      value,
      count: count + (existing?.count ?? 0),
      ...(label !== undefined && {label}),
    });
  }
  return [...values.values()];
}

/** Maximum page size, and maximum offset, of the Explore API (version 2.1, "limit"). */
const MAX_PAGE_SIZE = 100;
const MAX_OFFSET = 10_000;

export const filters = odsFilters({fields: new Map(), envelope: {}});

/** Returns the records of a page, of an export, or of an older file. */
export function recordsIn(body: unknown, url: string): readonly unknown[] {
  if (isObject(body) && body['type'] === 'FeatureCollection')
    throw new SchemaError(url, 'this is GeoJSON: source="geojson" reads it');
  const {results, records} = isObject(body) ? body : {};
  const entries = Array.isArray(body) ? body : (results ?? records);
  if (!Array.isArray(entries))
    throw new SchemaError(url, 'expected records of Opendatasoft: a list, results or records');
  return entries as unknown[];
}

function parsePage(body: unknown, url: string): ServerPage {
  const rows = recordsIn(body, url).map(rowOf);
  return {rows, total: asCount(isObject(body) && body['total_count'])};
}

/** Fetches the metadata of a dataset. Without it queries still work, but more of them run in the browser. */
async function fetchSchema(dataset: Dataset, fetchBody: FetchBody): Promise<OdsSchema> {
  const key = dataset.fixedParameters.get('apikey');
  try {
    const url = dataset.apiUrl + (key === null ? '' : `?apikey=${encodeUrlPart(key)}`);
    return parseSchema(await fetchBody(url), dataset.pageUrl);
  } catch (error) {
    if (isAbortError(error)) throw error;
    return parseSchema(undefined, dataset.pageUrl);
  }
}

async function connect(dataset: Dataset, fetchBody: FetchBody): Promise<ServerAdapter> {
  const {apiUrl: api} = dataset;
  const schema = await fetchSchema(dataset, fetchBody);
  const geometryFields = [...schema.fields].flatMap(([name, {type}]) =>
    type === 'geo_shape' ? [String(name)] : [],
  );
  const ownFilters = odsFilters(schema);
  return {
    maxPageSize: MAX_PAGE_SIZE,
    maxOffset: MAX_OFFSET,
    coordinateOrder: 'lat-lon',
    envelope: schema.envelope,
    filters: ownFilters,
    canCountFacet: (facet, serverQuery) => canCountFacet(facet, new OdsFields(schema, serverQuery)),
    fetchFacets: (serverQuery, get) =>
      countFacets(
        api,
        new OdsFields(schema, serverQuery),
        serverQuery.query,
        facet => datasetParameters(dataset, ownFilters, facetQuery(serverQuery, facet)),
        get,
      ),
    pageUrl: (serverQuery, {offset, limit}) => {
      const parameters = datasetParameters(dataset, ownFilters, serverQuery);
      parameters.set('limit', String(limit));
      if (offset > 0) parameters.set('offset', String(offset));
      return `${api}/records?${parameters}`;
    },
    recordUrl: (id, serverQuery) => {
      const field = new OdsFields(schema, serverQuery).field('id');
      if (!field) return undefined;
      const parameters = datasetParameters(dataset, ownFilters, serverQuery, [
        `${field.odsqlName} = ${field.type === 'text' || Number.isNaN(Number(id)) ? quoteOdsql(id) : id}`,
      ]);
      parameters.set('limit', '1');
      return `${api}/records?${parameters}`;
    },
    bulkUrl: (serverQuery, maxRows) => {
      const parameters = datasetParameters(dataset, ownFilters, serverQuery);
      // Requests only the fields that are shown, because an export may have thousands of records.
      const used = [
        ...new Set([...(serverQuery.sourceFields ?? []), ...geometryFields].map(odsqlName)),
      ];
      if (used.length > 0) parameters.set('select', used.join(','));
      parameters.set('limit', String(maxRows));
      return `${api}/exports/json?${parameters}`;
    },
    parsePage,
  };
}

/**
 * Opens a dataset of an Opendatasoft portal by its Explore API 2.1, or a file exported from it.
 *
 * @throws {LoadError} if the URL identifies no dataset.
 */
export function open(options: SourceOptions): PortalSource {
  const dataset = parseDatasetUrl(options.url);
  if (dataset) return new ForeignServer(options, get => connect(dataset, get));
  if (/\/(?:explore|catalog|datasets)\/?$/.test(new URL(options.url).pathname))
    throw new LoadError('unsupported', options.url, 'this is a whole portal: name one dataset');
  return new ForeignFile(options, {
    reader: {...jsonReader, timeoutMs: FILE_TIMEOUT_MS},
    parse: (body, address): FileContent => ({
      rows: recordsIn(body, address).map(rowOf),
      coordinateOrder: 'lat-lon',
    }),
  });
}
