import {isAbort, LoadError, SchemaError} from '../errors.js';
import {jsonReader} from '../request.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import {type FileContent, ForeignFile} from './foreign/file.js';
import type {Get, ServerKind, ServerPage} from './foreign/kind.js';
import type {Opening} from './foreign/opening.js';
import {countOf} from './foreign/reading.js';
import {FILE_LIMIT} from './foreign/readers.js';
import {ForeignServer} from './foreign/server.js';
import {type Dataset, datasetOf} from './opendatasoft/dataset.js';
import {countFacets, counts} from './opendatasoft/facets.js';
import {nameOf, OdsQuestion} from './opendatasoft/question.js';
import {rowOf} from './opendatasoft/rows.js';
import {type OdsSchema, readSchema} from './opendatasoft/schema.js';

/** Maximum page size, and maximum offset, of the Explore API (version 2.1, "limit"). */
const LONGEST = 100;
const WALL = 10_000;

/** Returns the records of a page, of an export, or of an older file. */
export function content(body: unknown, address: string): readonly unknown[] {
  if (isObject(body) && body['type'] === 'FeatureCollection')
    throw new SchemaError(address, 'this is GeoJSON: source="geojson" reads it');
  const {results, records} = isObject(body) ? body : {};
  const found = Array.isArray(body) ? body : (results ?? records);
  if (!Array.isArray(found))
    throw new SchemaError(address, 'expected records of Opendatasoft: a list, results or records');
  return found as unknown[];
}

function page(body: unknown, address: string): ServerPage {
  const rows = content(body, address).map(rowOf);
  return {rows, total: countOf(isObject(body) && body['total_count'])};
}

/** Fetches the metadata of a dataset. Without it queries still work, but more of them run in the browser. */
async function schemaOf(dataset: Dataset, get: Get): Promise<OdsSchema> {
  const key = dataset.own.get('apikey');
  try {
    const address = dataset.api + (key === null ? '' : `?apikey=${encodeURIComponent(key)}`);
    return readSchema(await get(address), dataset.page);
  } catch (error) {
    if (isAbort(error)) throw error;
    return readSchema(undefined, dataset.page);
  }
}

async function connect(dataset: Dataset, get: Get): Promise<ServerKind> {
  const {api} = dataset;
  const schema = await schemaOf(dataset, get);
  const shapes = [...schema.fields].flatMap(([name, {type}]) =>
    type === 'geo_shape' ? [String(name)] : [],
  );
  const asOds = (question: ConstructorParameters<typeof OdsQuestion>[2]): OdsQuestion =>
    new OdsQuestion(dataset, schema, question);
  return {
    longest: LONGEST,
    wall: WALL,
    order: 'lat-lon',
    envelope: schema.envelope,
    can: (part, question) => asOds(question).can(part),
    counts: (facet, question) => counts(facet, asOds(question)),
    facets: (question, get) => countFacets(api, asOds(question), question.query, get),
    address: (question, {offset, limit}) => {
      const parameters = asOds(question).inOrder;
      parameters.set('limit', String(limit));
      if (offset > 0) parameters.set('offset', String(offset));
      return `${api}/records?${parameters}`;
    },
    bulk: (question, most) => {
      const parameters = asOds(question).inOrder;
      // Requests only the fields that are shown, because an export may have thousands of records.
      const used = [...new Set([...(question.keys ?? []), ...shapes].map(nameOf))];
      if (used.length > 0) parameters.set('select', used.join(','));
      parameters.set('limit', String(most));
      return `${api}/exports/json?${parameters}`;
    },
    page,
  };
}

/**
 * Opens a dataset of an Opendatasoft portal by its Explore API 2.1, or a file exported from it.
 *
 * @throws {LoadError} if the URL identifies no dataset.
 */
export function open(opening: Opening): PortalSource {
  const dataset = datasetOf(opening.address);
  if (dataset) return new ForeignServer(opening, get => connect(dataset, get));
  if (/\/(?:explore|catalog|datasets)\/?$/.test(new URL(opening.address).pathname))
    throw new LoadError('unsupported', opening.address, 'this is a whole portal: name one dataset');
  return new ForeignFile(opening, {
    reader: {...jsonReader, limit: FILE_LIMIT},
    content: (body, address): FileContent => ({
      rows: content(body, address).map(rowOf),
      order: 'lat-lon',
    }),
  });
}
