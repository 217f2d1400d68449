import {SchemaError} from '../../client/errors.js';
import {type BodyReader, parseAnyJson} from '../../client/request.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {FormatError} from '../shared/files/format-error.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {FILE_TIMEOUT_MS} from '../shared/files/bytes-reader.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {exportedFeatures, mapFeatures} from './umap.js';

/** Two objects in a text, each on a line of its own. */
export const LINES = /^\s*\{.*\}[ \t\r]*\n\s*\{/;

/**
 * Reader of GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142), recognised by media type, record
 * separators or lines.
 */
const reader: BodyReader = {
  name: 'geojson',
  timeoutMs: FILE_TIMEOUT_MS,
  async read(response, url) {
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const isSequence =
      type.includes('geo+json-seq') || text.startsWith('\u001e') || LINES.test(text);
    if (isSequence) return {value: parseSequence(text), length: text.length};
    try {
      return await parseAnyJson(text, url);
    } catch {
      throw new FormatError(url, 'expected GeoJSON', text);
    }
  },
};

/** Parses a GeoJSON text sequence, or one text per line. Malformed texts are reported and left out. */
export function parseSequence(text: string): unknown {
  const parts = text.includes('\u001e') ? text.split('\u001e') : text.split('\n');
  const features: unknown[] = [];
  const errors: string[] = [];
  for (const part of parts) {
    if (part.trim() === '') continue;
    try {
      features.push(JSON.parse(part));
    } catch {
      errors.push(`text ${features.length + errors.length + 1} of the sequence is not well-formed`);
    }
  }
  return {type: 'FeatureCollection', features, faults: errors};
}

const GEOMETRIES = /^(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/;

/** True for an object with the form of a geometry. */
export const isGeometry = (value: unknown): boolean =>
  isObject(value) &&
  GEOMETRIES.test(String(value['type'])) &&
  (Array.isArray(value['coordinates']) || Array.isArray(value['geometries']));

/** Returns the row of a feature or of a bare geometry. */
export function rowOf(value: unknown): Row {
  if (!isObject(value)) return {fields: {}};
  if (GEOMETRIES.test(String(value['type']))) return {fields: {}, geometry: value};
  const {properties, geometry, id} = value;
  return {fields: isObject(properties) ? properties : {}, geometry, id};
}

export function parse(body: unknown, url: string): FileContent {
  if (!isObject(body)) throw new SchemaError(url, 'expected GeoJSON');
  const {type, features, layers, faults: errors = []} = body;
  if (type === 'umap' && Array.isArray(layers))
    return {rows: mapFeatures(layers).map(rowOf), coordinateOrder: 'lon-lat'};
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features)) throw new SchemaError(url, 'features: expected a list');
    // The texts of a sequence may be feature collections.
    const flat = features.flatMap((entry: unknown): unknown[] =>
      isObject(entry) && Array.isArray(entry['features']) ? entry['features'] : [entry],
    );
    return {
      rows: exportedFeatures(flat).map(rowOf),
      coordinateOrder: 'lon-lat',
      errors: errors as string[],
    };
  }
  if (type === 'Feature' || GEOMETRIES.test(String(type)))
    return {rows: [rowOf(body)], coordinateOrder: 'lon-lat'};
  throw new SchemaError(
    url,
    type === 'Topology'
      ? 'this is TopoJSON: export it as GeoJSON'
      : 'expected a FeatureCollection, a Feature or a geometry',
  );
}

/** Opens a GeoJSON file. */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {reader, parse});
