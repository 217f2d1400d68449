import {isObject} from '../../../model/schemas/schema-builder.js';
import type {Row} from '../shared/rows/foreign-rows.js';

/** Returns the row of a record, of API version 2, or of version 1 with its separate `fields`. */
export function rowOf(record: unknown): Row {
  if (!isObject(record)) return {fields: {}};
  const {fields, geometry, recordid} = record;
  if (isObject(fields) && (recordid !== undefined || 'datasetid' in record))
    return {fields, geometry, shape: geometryIn(fields), id: recordid};
  return {fields: record, shape: geometryIn(record)};
}

/** Returns a line or area among the fields. API version 2 returns it as a GeoJSON feature. */
function geometryIn(fields: Readonly<Record<string, unknown>>): unknown {
  for (const value of Object.values(fields)) {
    if (!isObject(value)) continue;
    const geometry = value['type'] === 'Feature' ? value['geometry'] : value;
    if (
      isObject(geometry) &&
      geometry['type'] !== 'Point' &&
      Array.isArray(geometry['coordinates'])
    )
      return geometry;
  }
  return undefined;
}
