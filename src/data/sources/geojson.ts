import {SchemaError} from '../errors.js';
import {type BodyReader, LONGEST_BODY, parseJson} from '../request.js';
import {isObject} from '../shape.js';
import type {PortalSource} from '../source.js';
import {type FileContent, ForeignFile} from './foreign/file.js';
import type {Opening} from './foreign/opening.js';
import {FILE_LIMIT} from './foreign/readers.js';
import type {Row} from './foreign/rows.js';

/**
 * Reader of GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142), recognised by media type or record separators.
 */
const reader: BodyReader = {
  name: 'geojson',
  limit: FILE_LIMIT,
  async read(response, url) {
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    if (text.length > LONGEST_BODY)
      throw new SchemaError(url, `${text.length} characters are too many`);
    const isSequence = type.includes('geo+json-seq') || text.startsWith('\u001e');
    return isSequence ? {value: sequence(text), length: text.length} : parseJson(text, url);
  },
};

/** Parses a GeoJSON text sequence, or one text per line. Malformed texts are reported and left out. */
export function sequence(text: string): unknown {
  const parts = text.includes('\u001e') ? text.split('\u001e') : text.split('\n');
  const features: unknown[] = [];
  const faults: string[] = [];
  for (const part of parts) {
    if (part.trim() === '') continue;
    try {
      features.push(JSON.parse(part));
    } catch {
      faults.push(`text ${features.length + faults.length + 1} of the sequence is not well-formed`);
    }
  }
  return {type: 'FeatureCollection', features, faults};
}

const GEOMETRIES = /^(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/;

/** Returns the row of a feature or of a bare geometry. */
function rowOf(value: unknown): Row {
  if (!isObject(value)) return {fields: {}};
  if (GEOMETRIES.test(String(value['type']))) return {fields: {}, geometry: value};
  const {properties, geometry, id} = value;
  return {fields: isObject(properties) ? properties : {}, geometry, id};
}

export function content(body: unknown, address: string): FileContent {
  if (!isObject(body)) throw new SchemaError(address, 'expected GeoJSON');
  const {type, features, faults = []} = body;
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features)) throw new SchemaError(address, 'features: expected a list');
    // The texts of a sequence may be feature collections.
    const flat = features.flatMap((entry: unknown): unknown[] =>
      isObject(entry) && Array.isArray(entry['features']) ? entry['features'] : [entry],
    );
    return {rows: flat.map(rowOf), order: 'lon-lat', faults: faults as string[]};
  }
  if (type === 'Feature' || GEOMETRIES.test(String(type)))
    return {rows: [rowOf(body)], order: 'lon-lat'};
  throw new SchemaError(address, 'expected a FeatureCollection, a Feature or a geometry');
}

/** Opens a GeoJSON file. */
export const open = (opening: Opening): PortalSource => new ForeignFile(opening, {reader, content});
