import {SchemaError} from '../../client/errors.js';
import {type BodyReader, parseAnyJson} from '../../client/request.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import type {PortalSource} from '../../source.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {FILE_TIMEOUT_MS, FormatError} from '../shared/files/file-reader.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import type {ForeignRecord} from '../shared/rows/foreign-record.js';
import {objectIn, objectsIn} from '../shared/rows/json-access.js';

/** Two objects in a text, each on a line of its own. */
export const LINES = /^\s*\{.*\}[ \t\r]*\n\s*\{/;

/**
 * Reader of GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142), recognized by media type, record
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
export function parseSequence(text: string) {
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
  return {type: 'FeatureCollection', features, faults: errors} as const;
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
  // Not in RFC 7946, but GIS software writes it for coordinates that are not WGS 84.
  const {name} = objectIn(objectIn(body, 'crs'), 'properties');
  const crs = typeof name === 'string' ? name : undefined;
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
      crs,
      errors: errors as string[],
    };
  }
  if (type === 'Feature' || GEOMETRIES.test(String(type)))
    return {rows: [rowOf(body)], coordinateOrder: 'lon-lat', crs};
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

// Maps of uMap (umap-project.org), saved whole or exported as GeoJSON. Styles are left out.

const OPTIONS = '_umap_options';

/** Returns the address in a text of uMap such as `https://ville.example/photo.jpg|300`, without its width or label. */
const addressIn = (text: string): string | undefined => text.split('|')[0]?.trim();

/**
 * Returns the properties of a feature, without the syntax of uMap in its description: headings, emphasis, links
 * `[[url|label]]`, pictures `{{url}}` and frames `{{{url}}}`. The first link and the first picture become fields.
 */
function propertiesOf(feature: ForeignRecord, layer: unknown): ForeignRecord {
  const {[OPTIONS]: _style, description, ...others} = objectIn(feature, 'properties');
  const properties = {...(layer === undefined ? {} : {theme: layer}), ...others};
  if (typeof description !== 'string') return properties;
  const [, picture] = /(?<!\{)\{\{([^{}]+)\}\}(?!\})/.exec(description) ?? [];
  const [, link] = /\[\[([^[\]]+)\]\]/.exec(description) ?? [];
  const text = description
    .replace(/\{{2,3}[^{}]*\}{2,3}/g, '')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]/g, '$1')
    .replace(/^(?:#+ |-{3,}$)/gm, '')
    .replace(/(\*{1,2})(\S(?:[^*\n]*\S)?)\1/g, '$2')
    .trim();
  return {
    ...(link === undefined ? {} : {url: addressIn(link)}),
    ...(picture === undefined ? {} : {image: addressIn(picture)}),
    ...properties,
    description: text,
  };
}

const withoutSyntax = (features: readonly ForeignRecord[], layer?: unknown) =>
  features.map(feature => ({...feature, properties: propertiesOf(feature, layer)}));

/** Returns the features of a whole map, each with the name of its layer as theme. */
const mapFeatures = (layers: readonly unknown[]): readonly unknown[] =>
  layers
    .filter(isObject)
    .flatMap(layer =>
      withoutSyntax(objectsIn(layer, 'features'), objectIn(layer, OPTIONS)['name']),
    );

/** Returns the features of a GeoJSON file, read as those of uMap if some of them have its options. */
function exportedFeatures(features: readonly unknown[]): readonly unknown[] {
  const objects = features.filter(isObject);
  return objects.some(feature => Object.hasOwn(objectIn(feature, 'properties'), OPTIONS))
    ? withoutSyntax(objects)
    : features;
}
