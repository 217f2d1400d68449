import {isObject} from '../../../model/schemas/schema-builder.js';
import type {ForeignRecord} from '../shared/rows/foreign-record.js';
import {objectIn, objectsIn} from '../shared/rows/json-access.js';

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
export const mapFeatures = (layers: readonly unknown[]): readonly unknown[] =>
  layers
    .filter(isObject)
    .flatMap(layer =>
      withoutSyntax(objectsIn(layer, 'features'), objectIn(layer, OPTIONS)['name']),
    );

/** Returns the features of a GeoJSON file, read as those of uMap if some of them have its options. */
export function exportedFeatures(features: readonly unknown[]): readonly unknown[] {
  const objects = features.filter(isObject);
  return objects.some(feature => Object.hasOwn(objectIn(feature, 'properties'), OPTIONS))
    ? withoutSyntax(objects)
    : features;
}
