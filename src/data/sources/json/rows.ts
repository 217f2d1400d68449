import {isObject} from '../../../model/schemas/schema-builder.js';
import {rowOf as featureRow} from '../geojson/geojson.js';
import {rowOf as datasetRow} from '../opendatasoft/rows.js';
import type {Row} from '../shared/rows/foreign-rows.js';

/** Properties that hold the fields of a record: JSON:API, Airtable, Elasticsearch, GraphQL and OpenStreetMap. */
const WRAPPERS = ['attributes', 'fields', 'properties', '_source', 'node', 'tags'];

/** Returns the row of a record. Fields in a wrapper object can be named with and without its name. */
export function rowOf(record: Readonly<Record<string, unknown>>): Row {
  if (record['type'] === 'Feature') return featureRow(record);
  const row = datasetRow(record);
  if (row.fields !== record) return row;
  const wrapper = WRAPPERS.find(name => isObject(record[name]));
  const id = record['_id'] ?? record['@id'];
  if (wrapper === undefined) return {id, ...row};
  const fields: Record<string, unknown> = {...record, ...(record[wrapper] as object)};
  const {type} = record;
  // Drupal: the type of an entity and its bundle, and both ends of a period in one field.
  if (fields['type'] === type && typeof type === 'string')
    fields['type'] = type.replace(/^.*--/, '');
  for (const [name, value] of Object.entries(fields))
    if (isObject(value) && 'end_value' in value)
      fields[name] = {...value, start: value['value'], end: value['end_value']};
  // Tags of our own records are a list of words.
  if (wrapper === 'tags' && fields['tags'] === record['tags']) delete fields['tags'];
  return {id, ...row, fields, geometry: record['geometry']};
}
